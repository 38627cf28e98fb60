//! Competitors beside each other, we first: a column for each, a row for each term in which they are
//! described.

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

/// The picture of competitors.
#[derive(Debug, Clone, Copy)]
pub struct Columns<'a> {
    /// Those who are compared, we first.
    pub entries: &'a [Entry],
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
        let grid = self.grid(look, area);
        self.rows(look, &grid).len().saturating_sub(usize::from(area.height.saturating_sub(2)))
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
            let name = self.entries[at].text("name").unwrap_or_default();
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
        let body = Rect { y: area.y + 2, height: area.height - 2, ..area };
        let rows = self.rows(look, &grid);
        let top = self.top.min(rows.len().saturating_sub(body.height.into()));
        for (row, place) in rows.iter().skip(top).zip(body.rows()) {
            text::left(buf, look.measure, Rect { width: grid.labels, ..place }, &row.label, theme.dim);
            for (column, words) in row.cells.iter().enumerate() {
                let style = if row.is_preference { theme.accent } else { Style::new() };
                let cell = grid.cell(place, column);
                let inner = Rect { x: cell.x + 2, width: cell.width.saturating_sub(2), ..cell };
                text::left(buf, look.measure, inner, words, style);
            }
        }
    }

    fn grid(&self, look: &Look, area: Rect) -> Grid {
        let labels = TERMS.iter().map(|key| look.measure.width(&label(look, key))).max().unwrap_or_default();
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

    fn rows(&self, look: &Look, grid: &Grid) -> Vec<Row> {
        let cells = usize::from(grid.column.saturating_sub(2)).max(1);
        let mut rows: Vec<Row> = Vec::new();
        // The same terms whoever is in view, so that nothing jumps.
        let is_told = |key: &&str| self.entries.iter().any(|entry| entry.get(key).is_some());
        for key in TERMS.iter().copied().filter(is_told) {
            let columns: Vec<Vec<String>> = self
                .in_view(grid)
                .into_iter()
                .map(|at| text::wrapped(look.measure, &says(&self.entries[at], key), cells))
                .collect();
            if !rows.is_empty() {
                rows.push(Row { label: String::new(), cells: Vec::new(), is_preference: false });
            }
            for at in 0..columns.iter().map(Vec::len).max().unwrap_or_default() {
                rows.push(Row {
                    label: if at == 0 { label(look, key) } else { String::new() },
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

fn label(look: &Look, key: &str) -> String {
    entry_words::label(look.lang, EntryKind::Competitor, key).into_owned()
}

/// What an entry says in a term; a preference as a bar with its figure.
fn says(entry: &Entry, key: &str) -> String {
    match entry.get(key) {
        Some(Value::Text(words)) => words.split_whitespace().collect::<Vec<_>>().join(" "),
        Some(Value::Number(number)) => {
            let full = usize::try_from(*number).unwrap_or_default().min(MOST);
            format!("{}{} {number}", "█".repeat(full), "─".repeat(MOST - full))
        }
        _ => String::new(),
    }
}
