//! How the board stands on the screen: what is shown, the columns with their heads and cards, the sums.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::card::Card;
use super::column::{Column, number};
use super::layout::Parts;
use super::{BoardOrder, BoardScreen};
use crate::domain::funnel::WithoutRate;
use crate::report::words;
use crate::store::view::board::StageColumn;
use crate::tr;
use crate::tui::look::Look;
use crate::tui::screens::list::Deals;
use crate::tui::screens::list::kind::Kind;
use crate::tui::screens::ways;
use crate::tui::widgets::{empty, text};

impl BoardScreen {
    pub(super) fn draw_all(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        if self.is_empty && !self.filter.is_typed() {
            let (title, words) = (tr!(look.lang, "deals.empty_title"), tr!(look.lang, "board.empty_words"));
            empty::draw(look, &title, &words, &ways(look), area, buf);
            return None;
        }
        let parts = self.parts(area);
        if let Some(detail) = parts.detail {
            self.detail.draw_beside(look, detail, buf);
            if detail.intersects(parts.heading) {
                return None;
            }
            if detail.x == parts.heading.x {
                let line = Rect { y: detail.y - 1, height: 1, ..detail };
                text::left(buf, look.measure, line, &"─".repeat(line.width.into()), look.theme.rule);
            }
        }
        let view = self.stages_in_view_of(&parts);
        let cursor = self.draw_heading(look, &parts, &view, buf);
        for (at, area) in view.zip(&parts.columns) {
            if let (Some(of), Some(column)) = (self.board.columns.get(at), self.columns.get(at)) {
                if area.x > parts.heading.x {
                    draw_line_before(look, *area, buf);
                }
                let drawn = Drawn { look, parts: &parts, of, column, is_chosen: at == self.stage.at() };
                drawn.draw_head(*area, buf);
                drawn.draw_cards(*area, buf);
            }
        }
        self.draw_foot(look, parts.foot, buf);
        self.filter.draw_offers(look, cursor, area, buf);
        cursor
    }

    /// Which deals are shown, in which order, and which of the stages are in view.
    fn draw_heading(
        &self,
        look: &Look,
        parts: &Parts,
        view: &Range<usize>,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let (theme, area) = (&look.theme, parts.heading);
        let what = match self.shown_period(look) {
            None => tr!(look.lang, "deals.all").into_owned(),
            Some(period) => tr!(look.lang, "board.closing_in", period = period).into_owned(),
        };
        let used = text::left(buf, look.measure, area, &what, theme.title);
        let rest = Rect { x: area.x + used, width: area.width.saturating_sub(used), ..area };
        if self.filter.is_typed() || !self.filter.text().is_empty() {
            return self.filter.draw(look, rest, buf);
        }
        let order = match self.order {
            BoardOrder::CloseDate => tr!(look.lang, "board.by_close_date"),
            BoardOrder::Amount => tr!(look.lang, "board.by_amount"),
        };
        let stages = self.board.columns.len();
        let mut pieces = vec![(order.into_owned(), theme.dim)];
        if view.len() < stages {
            let words = tr!(look.lang, "board.stages", from = view.start + 1, to = view.end, total = stages);
            let sign = |is_there: bool, sign: &str| if is_there { sign.to_owned() } else { String::new() };
            pieces.extend([
                ("   ".to_owned(), theme.dim),
                (sign(view.start > 0, "‹ "), theme.accent),
                (words.into_owned(), theme.dim),
                (sign(view.end < stages, " ›"), theme.accent),
            ]);
        }
        let width: usize = pieces.iter().map(|(words, _)| look.measure.width(words)).sum();
        let from = rest.right().saturating_sub(width as u16).max(rest.x + 2);
        let right = Rect { x: from, width: rest.right().saturating_sub(from), ..rest };
        let pieces: Vec<(&str, Style)> =
            pieces.iter().map(|(words, style)| (words.as_str(), *style)).collect();
        text::pieces(buf, look.measure, right, &pieces);
        None
    }

    /// What those shown add up to, or what is wrong with the filter.
    fn draw_foot(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        match self.filter.blame() {
            Some(blame) => blame.draw(look, area, buf),
            None => {
                let words = Deals::totals(look, &self.board.totals);
                text::left(buf, look.measure, area, &words, look.theme.dim);
            }
        }
    }
}

/// A column as it is drawn.
struct Drawn<'a> {
    look: &'a Look,
    parts: &'a Parts,
    of: &'a StageColumn,
    column: &'a Column,
    is_chosen: bool,
}

impl Drawn<'_> {
    /// The stage's name and number of deals, what they are worth, whole and weighted, what is left out of
    /// that, and a rule that tells which cards are in view where not all are.
    fn draw_head(&self, area: Rect, buf: &mut Buffer) {
        let (look, of, theme) = (self.look, self.of, &self.look.theme);
        let mut rows = area.rows().take(self.parts.head.into());
        if let Some(row) = rows.next() {
            let deals = match of.deals {
                1 => tr!(look.lang, "deals.one"),
                deals => tr!(look.lang, "deals.number", number = deals),
            };
            let used = text::right(buf, look.measure, row, &deals, theme.dim) + 1;
            let name = Rect { width: row.width.saturating_sub(used), ..row };
            let style = if self.is_chosen { theme.accent.patch(theme.title) } else { theme.title };
            text::left(buf, look.measure, name, &words::stage(look.lang, &of.stage), style);
        }
        if let Some(row) = rows.next() {
            self.draw_sums(row, buf);
        }
        if self.parts.head > 3
            && let Some(row) = rows.next()
        {
            text::left(buf, look.measure, row, &without_rate(look, &of.without_rate), theme.warn);
        }
        if let Some(row) = rows.next() {
            self.draw_rule(row, buf);
        }
    }

    fn draw_sums(&self, row: Rect, buf: &mut Buffer) {
        let (look, of, theme) = (self.look, self.of, &self.look.theme);
        if of.deals == 0 {
            text::left(buf, look.measure, row, "–", theme.dim);
            return;
        }
        let room = usize::from(row.width);
        let amount = look.sum(of.amount, 13);
        let weighted = look.sum(of.weighted, room.saturating_sub(look.measure.width(&amount) + 4).min(13));
        let long = tr!(look.lang, "board.weighted", sum = weighted).into_owned();
        let is_wide = look.measure.width(&amount) + 2 + look.measure.width(&long) <= room;
        let weighted = if is_wide { long } else { format!("≈ {weighted}") };
        text::left(buf, look.measure, row, &amount, theme.figure);
        text::right(buf, look.measure, row, &weighted, theme.dim);
    }

    fn draw_rule(&self, row: Rect, buf: &mut Buffer) {
        let (look, theme) = (self.look, &self.look.theme);
        let (sign, style) = if self.is_chosen { ("━", theme.accent) } else { ("─", theme.rule) };
        let total = number(self.of);
        let view = self.column.cursor.view(total, self.parts.cards());
        let mut line = row;
        if view.len() < total {
            let words = tr!(look.lang, "board.cards", from = view.start + 1, to = view.end, total = total);
            line.width -= (text::right(buf, look.measure, row, &words, theme.dim) + 1).min(line.width);
        }
        text::left(buf, look.measure, line, &sign.repeat(line.width.into()), style);
    }

    fn draw_cards(&self, area: Rect, buf: &mut Buffer) {
        let (look, theme) = (self.look, &self.look.theme);
        let total = number(self.of);
        if total == 0 {
            let row = self.parts.card(area, 0);
            text::left(buf, look.measure, row, &tr!(look.lang, "board.no_deals"), theme.dim);
        }
        for (place, line) in self.column.cursor.view(total, self.parts.cards()).enumerate() {
            let Some((deal, judged)) = self.column.card(line) else { continue };
            let row = self.parts.card(area, place);
            if place > 0 {
                let rule = Rect { x: row.x + 2, y: row.y - 1, width: row.width.saturating_sub(2), height: 1 };
                text::left(buf, look.measure, rule, &"┄".repeat(rule.width.into()), theme.rule);
            }
            let chosen = self.is_chosen && line == self.column.cursor.at();
            Card { look, deal, judged, chosen }.draw(row, buf);
        }
    }
}

/// The thin line at the left of a column.
fn draw_line_before(look: &Look, area: Rect, buf: &mut Buffer) {
    for row in area.rows() {
        let line = Rect { x: row.x.saturating_sub(2), width: 1, ..row };
        text::left(buf, look.measure, line, "│", look.theme.rule);
    }
}

/// What a missing rate leaves out of the sums; nothing where it leaves out nothing.
fn without_rate(look: &Look, apart: &[WithoutRate]) -> String {
    let currencies: Vec<&str> = apart.iter().map(|apart| apart.currency.code()).collect();
    let currencies = currencies.join(" ");
    match apart.iter().map(|apart| apart.deals).sum::<u64>() {
        0 => String::new(),
        1 => tr!(look.lang, "board.one_without_rate", currencies = currencies).into_owned(),
        deals => tr!(look.lang, "board.without_rate", deals = deals, currencies = currencies).into_owned(),
    }
}
