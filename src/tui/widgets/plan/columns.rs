//! Competitors beside each other, we first: a column for each, a row for each term in which they are
//! described. In a deal, what they offer there and how much they are preferred there come first.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::entry::{Entry, EntryKind, Value};
use crate::report::entry_words::{self, TERMS};
use crate::tr;
use crate::tui::look::Look;
use crate::tui::widgets::text;

/// Cells that a column has at least.
const NARROWEST: u16 = 20;
/// Cells that a column has at most.
const WIDEST: u16 = 44;
/// Cells between columns.
const GAP: u16 = 2;
/// The most that a client may prefer somebody.
const MOST: usize = 10;
/// What is told of a competitor in a deal.
const OF_DEAL: [&str; 2] = ["offer", "preference"];

/// The picture of competitors.
#[derive(Debug, Clone, Copy)]
pub struct Columns<'a> {
    /// Those who are compared, we first.
    pub entries: &'a [Entry],
    /// What is known of them at the account, one for each, where they are those of a deal.
    pub described: &'a [Entry],
    /// The chosen one.
    pub chosen: usize,
    /// The first line in view under the names.
    pub top: usize,
}

/// A line of the table: what it is about, if it begins something, and the words of each column.
struct Row {
    label: String,
    cells: Vec<String>,
    is_preference: bool,
}

/// Where the columns stand.
struct Grid {
    labels: u16,
    column: u16,
    /// Which entries are in view after the first, from where to where.
    from: usize,
    shown: usize,
}

impl Columns<'_> {
    /// The lowest line that may be the first in view.
    pub fn lowest(&self, look: &Look, area: Rect) -> usize {
        let body = body(area);
        let rows = self.rows_within(look, &self.grid(look, area), body).len();
        rows.saturating_sub(lines_shown(rows, body))
    }

    /// Draws it: the names stay in view, and we beside whoever is chosen.
    pub fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        if area.height < 3 || self.entries.is_empty() {
            return;
        }
        let theme = &look.theme;
        let grid = self.grid(look, area);
        let line = |y: u16| Rect { y: area.y + y, height: 1, ..area };
        for (place, at) in self.in_view(&grid).into_iter().enumerate() {
            let cell = grid.cell(line(0), place);
            let is_chosen = at == self.chosen;
            buf.set_style(cell, theme.selected_if(is_chosen));
            let sign = if is_chosen { "› " } else { "  " };
            let name = self.text(at, "name").unwrap_or_default();
            let pieces = [
                (sign, theme.within(is_chosen, theme.selected_mark)),
                (name, theme.within(is_chosen, theme.title)),
            ];
            text::pieces(buf, look.measure, cell, &pieces);
        }
        let hidden = self.entries.len() - self.in_view(&grid).len();
        if hidden > 0 {
            let words = tr!(look.lang, "picture.more", number = hidden);
            text::left(buf, look.measure, Rect { width: grid.labels, ..line(0) }, &words, theme.dim);
        }
        text::left(buf, look.measure, line(1), &"─".repeat(area.width.into()), theme.rule);
        let body = body(area);
        let rows = self.rows_within(look, &grid, body);
        let shown = lines_shown(rows.len(), body);
        let top = self.top.min(rows.len().saturating_sub(shown));
        for (row, place) in rows.iter().skip(top).take(shown).zip(body.rows()) {
            text::left(buf, look.measure, Rect { width: grid.labels, ..place }, &row.label, theme.dim);
            for (column, words) in row.cells.iter().enumerate() {
                let style = if row.is_preference { theme.accent } else { Style::new() };
                let cell = grid.cell(place, column);
                let inner = Rect { x: cell.x + 2, width: cell.width.saturating_sub(2), ..cell };
                text::left(buf, look.measure, inner, words, style);
            }
        }
        let words = match rows.len() - top - shown.min(rows.len() - top) {
            0 => return,
            1 => tr!(look.lang, "sheet.one_below"),
            below => tr!(look.lang, "sheet.below", number = below),
        };
        let last = Rect { y: body.bottom() - 1, height: 1, ..body };
        text::left(buf, look.measure, last, &words, theme.dim);
    }

    /// What one of them is, or does: in the deal where it is told there, at the account where not.
    fn get(&self, at: usize, key: &str) -> Option<&Value> {
        let there = || self.described.get(at).and_then(|known| known.get(key));
        self.entries.get(at).and_then(|entry| entry.get(key)).or_else(there)
    }

    fn text(&self, at: usize, key: &str) -> Option<&str> {
        match self.get(at, key) {
            Some(Value::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// The terms of the comparison, those of the deal first: the kind that words each, and its field.
    fn terms(&self) -> Vec<(EntryKind, &'static str)> {
        let of_account = TERMS.map(|key| (EntryKind::Competitor, key));
        match self.described {
            [] => of_account.to_vec(),
            _ => {
                let known = of_account.into_iter().filter(|(_, key)| !OF_DEAL.contains(key));
                OF_DEAL.map(|key| (EntryKind::Rival, key)).into_iter().chain(known).collect()
            }
        }
    }

    fn grid(&self, look: &Look, area: Rect) -> Grid {
        let widths = self.terms().into_iter().map(|term| look.measure.width(&label(look, term)));
        let labels = widths.max().unwrap_or_default();
        let labels = (labels as u16).min(area.width * 3 / 10);
        let room = area.width.saturating_sub(labels);
        let fit = usize::from(room / (NARROWEST + GAP)).max(1);
        let shown = self.entries.len().min(fit);
        let column = (room / shown.max(1) as u16).saturating_sub(GAP).min(WIDEST);
        // We stay where we are; of the others those up to the chosen one.
        let from = (self.chosen + 2).saturating_sub(shown).max(1);
        Grid { labels, column, from, shown }
    }

    /// The places of those in view.
    fn in_view(&self, grid: &Grid) -> Vec<usize> {
        let others = (grid.from..self.entries.len()).take(grid.shown.saturating_sub(1));
        match grid.shown {
            1 => vec![self.chosen.min(self.entries.len().saturating_sub(1))],
            _ => std::iter::once(0).chain(others).collect(),
        }
    }

    /// Its rows, with a line between two terms where there is room for all of them.
    fn rows_within(&self, look: &Look, grid: &Grid, body: Rect) -> Vec<Row> {
        let apart = self.rows(look, grid, true);
        if apart.len() <= usize::from(body.height) { apart } else { self.rows(look, grid, false) }
    }

    fn rows(&self, look: &Look, grid: &Grid, is_apart: bool) -> Vec<Row> {
        let cells = usize::from(grid.column.saturating_sub(2)).max(1);
        let mut rows: Vec<Row> = Vec::new();
        // The same terms whoever is in view, so that nothing jumps.
        let is_told = |key: &str| (0..self.entries.len()).any(|at| self.get(at, key).is_some());
        for term @ (_, key) in self.terms().into_iter().filter(|(_, key)| is_told(key)) {
            let columns: Vec<Vec<String>> = self
                .in_view(grid)
                .into_iter()
                .map(|at| text::wrapped(look.measure, &says(self.get(at, key)), cells))
                .collect();
            if is_apart && !rows.is_empty() {
                rows.push(Row { label: String::new(), cells: Vec::new(), is_preference: false });
            }
            for at in 0..columns.iter().map(Vec::len).max().unwrap_or_default() {
                rows.push(Row {
                    label: if at == 0 { label(look, term) } else { String::new() },
                    cells: columns.iter().map(|lines| lines.get(at).cloned().unwrap_or_default()).collect(),
                    is_preference: key == "preference",
                });
            }
        }
        rows
    }
}

impl Grid {
    fn cell(&self, row: Rect, place: usize) -> Rect {
        let x = row.x + self.labels + GAP + place as u16 * (self.column + GAP);
        Rect { x, width: self.column, ..row }.intersection(row)
    }
}

/// Where the rows stand, under the names.
fn body(area: Rect) -> Rect {
    Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area }
}

/// Rows that are in view at once; where that is not all of them, a line says so.
fn lines_shown(rows: usize, body: Rect) -> usize {
    let room = usize::from(body.height);
    if rows <= room { rows } else { room.saturating_sub(1) }
}

fn label(look: &Look, (kind, key): (EntryKind, &str)) -> String {
    entry_words::label(look.lang, kind, key).into_owned()
}

/// What a value says; a preference as a bar with its figure.
fn says(value: Option<&Value>) -> String {
    match value {
        Some(Value::Text(words)) => words.split_whitespace().collect::<Vec<_>>().join(" "),
        Some(Value::Number(number)) => {
            let full = usize::try_from(*number).unwrap_or_default().min(MOST);
            format!("{}{} {number}", "█".repeat(full), "─".repeat(MOST - full))
        }
        _ => String::new(),
    }
}
