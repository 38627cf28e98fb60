//! How the track record stands on the screen: its parts, one of them as a table, and under it what that
//! comes to or, once a line is opened, the deals behind it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::TrackScreen;
use super::part::Part;
use super::read::Behind;
use crate::store::view::behind::Came;
use crate::tr;
use crate::tui::look::Look;
use crate::tui::widgets::{badge, empty, table, text};

/// Cells of what became of a deal, of its day or its days, of its amount.
const CAME: u16 = 11;
const DAYS: u16 = 9;
const AMOUNT: u16 = 13;

/// From this width on both its day and its days are told.
const WIDE: u16 = 100;

/// Lines that the deals behind a figure have at least.
const LEAST_DEALS: u16 = 6;

/// The places of the screen, from top to bottom.
#[derive(Debug, Clone, Copy)]
pub struct Parts {
    /// The parts and the days.
    strip: Rect,
    /// The heads of the columns.
    heads: Rect,
    /// The lines of the part.
    pub lines: Rect,
    /// What it comes to.
    below: Rect,
    /// How many deals there are behind the chosen line.
    deals_head: Rect,
    /// The deals.
    pub deals: Rect,
}

impl Parts {
    /// Shares out `area` to a part of so many lines. Where there is room for it, the deals behind the chosen
    /// line are shown before it is opened.
    pub fn of(area: Rect, lines: usize, is_inside: bool, part: Part) -> Parts {
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area }.intersection(area);
        let blank = u16::from(inner.height >= 16);
        let under = if is_inside { 1 + LEAST_DEALS } else { part.lines_below() };
        let most = inner.height.saturating_sub(2 + 3 * blank + under);
        let lines = u16::try_from(lines).unwrap_or(u16::MAX).min(most);
        let rest = inner.height.saturating_sub(2 + 3 * blank + lines);
        let has_both = rest >= part.lines_below() + 2 + LEAST_DEALS;
        let (below, gap, head) = match (has_both, is_inside) {
            (true, _) => (part.lines_below(), 1, 1),
            (false, true) => (0, 0, 1),
            (false, false) => (rest, 0, 0),
        };
        let mut y = inner.y;
        let mut take = |height: u16| {
            let part = Rect { y, height, ..inner }.intersection(inner);
            y = y.saturating_add(height);
            part
        };
        let [_, strip, _, heads, lines, _, below, _, deals_head] =
            [blank, 1, blank, 1, lines, blank, below, gap, head].map(&mut take);
        let deals = take(if head > 0 { inner.height } else { 0 });
        Parts { strip, heads, lines, below, deals_head, deals }
    }
}

impl TrackScreen {
    pub(super) fn draw_all(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let number = self.figures().len();
        let parts = Parts::of(area, number, self.is_inside, self.part);
        self.draw_strip(look, parts.strip, buf);
        if number == 0 {
            let rest = Rect { y: parts.heads.y, height: area.bottom().saturating_sub(parts.heads.y), ..area };
            return self.draw_empty(look, rest, buf);
        }
        let shown = self.table(look);
        let part = table::Part { table: &shown, first: 0, total: number };
        table::draw(look, part, self.line, parts.heads, parts.lines, buf);
        self.draw_below(look, parts.below, buf);
        if !parts.deals_head.is_empty() {
            self.draw_deals(look, &parts, buf);
        }
    }

    fn draw_strip(&self, look: &Look, row: Rect, buf: &mut Buffer) {
        let (lang, theme) = (look.lang, &look.theme);
        let (from, to) = self.span(look);
        let days = match self.days {
            None => self.back.words(lang),
            Some(_) => tr!(lang, "track.days", from = from, to = to),
        };
        let taken = text::right(buf, look.measure, row, &days, theme.dim);
        let titles = Part::ALL.map(|part| (part, part.title(lang)));
        let mut pieces: Vec<(&str, Style)> = Vec::new();
        for (part, title) in &titles {
            if !pieces.is_empty() {
                pieces.push(("  ", theme.dim));
            }
            let shown = *part == self.part;
            pieces.push((title, if shown { theme.accent.patch(theme.title) } else { theme.dim }));
        }
        let left = Rect { width: row.width.saturating_sub(taken + 2), ..row };
        text::pieces(buf, look.measure, left, &pieces);
    }

    fn draw_empty(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let lang = look.lang;
        let (title, words) = match self.part {
            Part::Forecasts => (tr!(lang, "track.no_forecasts"), tr!(lang, "track.no_forecasts_words")),
            Part::Stages | Part::WinRates => {
                (tr!(lang, "track.no_stages"), tr!(lang, "track.no_stages_words"))
            }
            Part::Reasons | Part::Competitors => {
                (tr!(lang, "track.no_losses"), tr!(lang, "track.no_losses_words"))
            }
        };
        let review = (self.part == Part::Forecasts).then_some(("g r", tr!(lang, "action.show_review.help")));
        let longer = ("p", tr!(lang, "track.look_further"));
        let ways: Vec<(String, String)> = review
            .into_iter()
            .chain([longer])
            .map(|(way, words)| (way.to_owned(), words.into_owned()))
            .collect();
        empty::draw(look, &title, &words, &ways, area, buf);
    }

    fn draw_deals(&self, look: &Look, parts: &Parts, buf: &mut Buffer) {
        let (lang, theme) = (look.lang, &look.theme);
        let words = match self.deals.len() {
            1 => tr!(lang, "track.one_deal"),
            number => tr!(lang, "track.deals", number = number),
        };
        text::left(buf, look.measure, parts.deals_head, &words, theme.title);
        for (row, one) in parts.deals.rows().zip(&self.behind) {
            draw_deal(look, one, self.is_inside && one.place == self.deal.at(), row, buf);
        }
    }
}

fn draw_deal(look: &Look, behind: &Behind, chosen: bool, row: Rect, buf: &mut Buffer) {
    let (lang, theme) = (look.lang, &look.theme);
    let deal = &behind.line.deal;
    buf.set_style(row, theme.selected_if(chosen));
    let within = |style| theme.within(chosen, style);
    if chosen {
        text::left(buf, look.measure, row, "›", within(theme.selected_mark));
    }
    let mut x = row.x + 2;
    let mut take = |width: u16| {
        let column = Rect { x, width, ..row }.intersection(row);
        x += width + 2;
        column
    };
    let (has_days, is_wide) = (behind.one.days.is_some(), row.width + 2 >= WIDE);
    // Of the two, the days say more.
    let day_cells = if is_wide || !has_days { DAYS } else { 0 };
    let days_cells = if is_wide || has_days { DAYS } else { 0 };
    let gaps = 2 * (4 + u16::from(day_cells > 0) + u16::from(days_cells > 0));
    let words = row.width.saturating_sub(2 + CAME + badge::CELLS + day_cells + days_cells + AMOUNT + gaps);
    let [came, badge, name, account] =
        [CAME, badge::CELLS, words * 6 / 10, words - words * 6 / 10].map(&mut take);
    let [day, days] = [day_cells, days_cells].map(|cells| if cells > 0 { take(cells) } else { Rect::ZERO });
    let amount = take(AMOUNT);
    let (sign, style) = match behind.one.came {
        Came::Undecided => (tr!(lang, "track.undecided"), theme.dim),
        Came::Advanced => (tr!(lang, "track.advanced"), theme.good),
        Came::Fell => (tr!(lang, "track.fell"), theme.bad),
        Came::Won => (tr!(lang, "track.won"), theme.good),
        Came::Lost => (tr!(lang, "track.lost"), theme.bad),
    };
    text::left(buf, look.measure, came, &sign, within(style));
    let (reasons, worst) = badge::attention(look, &behind.reasons);
    text::left(buf, look.measure, badge, &reasons, within(worst));
    text::left(buf, look.measure, name, &deal.name, Style::new());
    text::left(buf, look.measure, account, &behind.line.account, within(theme.dim));
    text::right(buf, look.measure, day, &look.date(behind.one.on), within(theme.dim));
    if let Some(number) = behind.one.days {
        let words = match number {
            1 => tr!(lang, "track.one_day"),
            _ => tr!(lang, "track.number_of_days", number = number),
        };
        text::right(buf, look.measure, days, &words, Style::new());
    }
    if let Some(minor) = deal.amount {
        let code = if deal.currency == look.base { String::new() } else { format!("{} ", deal.currency) };
        let room = usize::from(AMOUNT).saturating_sub(code.len());
        let figure = format!("{code}{}", look.amount(minor.into(), deal.currency, room));
        text::right(buf, look.measure, amount, &figure, Style::new());
    }
}
