//! How the grid stands on the screen: the heading, the names of products and accounts, the cells.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::layout::Parts;
use super::read::AccountOrder;
use super::{Shows, WhiteSpaceScreen};
use crate::domain::white_space::{Crossing, CrossingState, Edge, Sum};
use crate::domain::word::Status;
use crate::report::rows::white_space::status_of;
use crate::store::view::lines::AccountLine;
use crate::tr;
use crate::tui::look::Look;
use crate::tui::screens::ways;
use crate::tui::widgets::{empty, text};

/// Room from which on a cell tells the day beside the amount.
const BOTH: u16 = 21;

impl WhiteSpaceScreen {
    pub(super) fn draw_all(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let lang = look.lang;
        if self.products.is_empty() || self.is_empty {
            let (title, words) = (tr!(lang, "white_space.empty_title"), tr!(lang, "white_space.empty_words"));
            let mut ways = ways(look);
            ways.insert(0, ("a u".to_owned(), tr!(lang, "white_space.empty_product").into_owned()));
            empty::draw(look, &title, &words, &ways, area, buf);
            return None;
        }
        let parts = self.parts(look);
        let cursor = self.draw_heading(look, &parts, buf);
        self.draw_head(look, &parts, buf);
        for (place, at) in self.row.view(self.total, parts.rows()).enumerate() {
            let line = Rect { y: parts.cells.y + place as u16, height: 1, ..parts.cells };
            if let Some(account) = self.window.line(at) {
                self.draw_row(look, &parts, (at, account), line, buf);
            }
        }
        self.draw_foot(look, &parts, buf);
        self.draw_told(look, parts.told, buf);
        self.filter.draw_offers(look, cursor, area, buf);
        cursor
    }

    /// How many accounts and products there are, in which order, and which of the products are in view.
    fn draw_heading(&self, look: &Look, parts: &Parts, buf: &mut Buffer) -> Option<Position> {
        let (lang, theme, area) = (look.lang, &look.theme, parts.heading);
        let (accounts, products) = (self.total, self.products.len());
        let what = tr!(lang, "white_space.heading", accounts = accounts, products = products);
        let used = text::left(buf, look.measure, area, &what, theme.title);
        let rest = Rect { x: area.x + used, width: area.width.saturating_sub(used), ..area };
        if self.filter.is_typed() || !self.filter.text().is_empty() {
            return self.filter.draw(look, rest, buf);
        }
        let order = match self.order {
            AccountOrder::Name => tr!(lang, "white_space.by_name"),
            AccountOrder::Potential => tr!(lang, "white_space.by_potential"),
            AccountOrder::OpenAmount => tr!(lang, "white_space.by_open_amount"),
            AccountOrder::Created => tr!(lang, "white_space.by_created"),
        };
        let view = self.column.view(products, parts.columns());
        let sign = |is_there: bool, sign: &'static str| if is_there { sign } else { "" };
        let shown =
            tr!(lang, "white_space.products_shown", from = view.start + 1, to = view.end, total = products);
        let mut pieces = vec![(order.as_ref(), theme.dim)];
        if view.len() < products {
            pieces.extend([
                ("   ", theme.dim),
                (sign(view.start > 0, "‹ "), theme.accent),
                (shown.as_ref(), theme.dim),
                (sign(view.end < products, " ›"), theme.accent),
            ]);
        }
        let width: usize = pieces.iter().map(|(words, _)| look.measure.width(words)).sum();
        let from = rest.right().saturating_sub(width as u16).max(rest.x + 2);
        let right = Rect { x: from, width: rest.right().saturating_sub(from), ..rest };
        text::pieces(buf, look.measure, right, &pieces);
        None
    }

    /// The names of the products in view, each in two lines over its cells, and what the edge tells.
    fn draw_head(&self, look: &Look, parts: &Parts, buf: &mut Buffer) {
        let (lang, theme) = (look.lang, &look.theme);
        for (place, at) in self.column.view(self.products.len(), parts.columns()).enumerate() {
            let Some(product) = self.products.get(at) else { continue };
            let style = if at == self.column.at() { theme.accent.patch(theme.title) } else { theme.dim };
            let room = parts.cell(parts.head, place);
            let lines = head_lines(look, &product.name, room);
            for (row, words) in room.rows().skip(usize::from(room.height) - lines.len()).zip(&lines) {
                text::right(buf, look.measure, row, words, style);
            }
        }
        let titles =
            [tr!(lang, "column.bought"), tr!(lang, "white_space.open_head"), tr!(lang, "column.blank")];
        let last = Rect { y: parts.head.bottom().saturating_sub(1), height: 1, ..parts.head };
        for (place, title) in (0..parts.figures).zip(&titles) {
            text::right(buf, look.measure, parts.edge_cell(last, place), title, theme.dim);
        }
    }

    fn draw_row(
        &self,
        look: &Look,
        parts: &Parts,
        (at, line): (usize, &AccountLine),
        row: Rect,
        buf: &mut Buffer,
    ) {
        let theme = &look.theme;
        let is_chosen = at == self.row.at();
        let name = Rect { x: parts.names.x, width: parts.names.width, ..row };
        let (mark, style) = if is_chosen { ("› ", theme.title) } else { ("  ", Style::new()) };
        text::pieces(buf, look.measure, name, &[(mark, theme.selected_mark), (&line.account.name, style)]);
        let mut sum = Edge::default();
        for crossing in self.crossings.get(&line.account.id).into_iter().flat_map(|of| of.values()) {
            sum.add(crossing);
        }
        for (place, column) in self.column.view(self.products.len(), parts.columns()).enumerate() {
            let Some(product) = self.products.get(column) else { continue };
            let cell = parts.cell(row, place);
            let is_chosen = is_chosen && column == self.column.at();
            buf.set_style(cell, theme.selected_if(is_chosen));
            let (words, style) = self.cell(look, self.crossing_of(line.account.id, product.id), cell.width);
            text::right(buf, look.measure, cell, &words, theme.within(is_chosen, style));
        }
        let blank = self.products.len() as u64 - sum.filled.min(self.products.len() as u64);
        for place in 0..parts.figures {
            let cell = parts.edge_cell(row, place);
            let words = match place {
                0 => sum_words(look, sum.bought, cell.width),
                1 => sum_words(look, sum.open, cell.width),
                _ => blank.to_string(),
            };
            text::right(buf, look.measure, cell, &words, if place == 0 { theme.figure } else { theme.dim });
        }
    }

    /// What stands in a cell. Signs tell what is not bought; what is bought and open again has both.
    fn cell(&self, look: &Look, crossing: Option<&Crossing>, room: u16) -> (String, Style) {
        let theme = &look.theme;
        let Some(crossing) = crossing else { return ("·".to_owned(), theme.rule) };
        let state = crossing.state();
        let status = status_of(state).unwrap_or(Status::Won);
        let day = crossing.day(status).map(|day| look.date(day));
        let figure = |room: u16| sum_words(look, crossing.sum(status), room);
        let told = match (self.shows, day) {
            (_, Some(day)) if room >= BOTH => format!("{day}  {}", figure(9)),
            (Shows::Day, Some(day)) => day,
            _ => figure(room.saturating_sub(2)),
        };
        let has_open = crossing.sum(Status::Open).number > 0;
        match state {
            CrossingState::Bought if has_open => (format!("+ {told}"), Style::new()),
            CrossingState::Open => (format!("+ {told}"), theme.accent),
            CrossingState::Lost if self.shows == Shows::Day => (format!("× {told}"), theme.dim),
            CrossingState::Lost => ("×".to_owned(), theme.dim),
            _ => (told, Style::new()),
        }
    }
}

/// A name in the lines over a column, a long word cut rather than broken.
fn head_lines(look: &Look, name: &str, room: Rect) -> Vec<String> {
    let cut = |word| look.measure.cut(word, room.width.into()).into_owned();
    let mut lines: Vec<String> = Vec::new();
    for word in name.split_whitespace().map(cut) {
        let width = |line: &String| look.measure.width(line) + 1 + look.measure.width(&word);
        match lines.last_mut() {
            Some(line) if width(line) <= room.width.into() => *line = format!("{line} {word}"),
            _ => lines.push(word),
        }
    }
    let most = usize::from(room.height).max(1);
    if lines.len() > most {
        let rest = lines.split_off(most - 1);
        lines.push(rest.join(" "));
    }
    lines
}

/// A sum in so many cells; a question mark where nothing of it has an exchange rate, a dash where there is
/// nothing.
pub(super) fn sum_words(look: &Look, sum: Sum, room: u16) -> String {
    match (sum.number, sum.number - sum.unrated) {
        (0, _) => "–".to_owned(),
        (_, 0) => "?".to_owned(),
        _ if sum.unrated > 0 => format!("?{}", look.sum(sum.worth, usize::from(room).saturating_sub(1))),
        _ => look.sum(sum.worth, room.into()),
    }
}
