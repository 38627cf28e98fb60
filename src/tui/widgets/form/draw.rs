//! How a form is drawn. A short one has a line for each field's hint. A long one, with headings, has a line
//! for each field and opens under the one being filled in, so that the whole record can be seen.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::{Field, Form};
use crate::tui::look::Look;
use crate::tui::widgets::text;

/// Rows of a text of several lines while it is typed, and while it is not.
const LINES_HERE: (u16, u16) = (3, 8);
const LINES_ELSEWHERE: u16 = 2;

/// Lines of what may be chosen.
const MOST_OFFERED: usize = 4;

/// What stands between the words of a list.
const BETWEEN: &str = " · ";

/// Where a field's lines are, counted from the form's first.
#[derive(Debug, Clone, Copy)]
struct Block {
    /// Its first line, or that of its heading.
    top: u16,
    /// Lines of its heading.
    heading: u16,
    /// Lines of its text.
    rows: u16,
    /// Lines under that.
    below: u16,
}

impl Block {
    fn end(&self) -> u16 {
        self.top + self.heading + self.rows + self.below
    }
}

impl Form {
    /// Lines that the form wants in so many cells: the same whichever field is being filled in.
    pub fn height(&self, look: &Look, cells: u16) -> u16 {
        let at_field = |at| self.blocks(look, cells, at).last().map_or(0, Block::end);
        (0..self.fields.len()).map(at_field).max().unwrap_or(0)
    }

    /// Lines that are out of sight above and below, when so many are shown.
    pub fn hidden(&self, look: &Look, cells: u16, height: u16) -> (u16, u16) {
        let blocks = self.blocks(look, cells, self.at);
        let first = first_line(&blocks, self.at, height);
        let above = blocks.iter().filter(|block| block.top + block.heading < first).count();
        let below = blocks.iter().filter(|block| block.top + block.heading >= first + height).count();
        (above as u16, below as u16)
    }

    /// The cells of a field's text, in a form that is drawn in so many.
    pub(super) fn value_cells(&self, cells: u16) -> u16 {
        // Chinese labels are counted as wide as they are drawn.
        let measure = crate::report::Measure::default();
        cells.saturating_sub(self.label_width(measure, cells))
    }

    /// Draws the fields, those around the present one if there is no room for all; returns where the
    /// cursor stands.
    pub fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let blocks = self.blocks(look, area.width, self.at);
        let first = first_line(&blocks, self.at, area.height);
        let line = |at: u16, height: u16| {
            let top = at.max(first);
            let end = (at + height).min(first + area.height);
            (top < end).then(|| Rect { y: area.y + top - first, height: end - top, ..area })
        };
        let label_width = self.label_width(look.measure, area.width);
        let value = |area: Rect| Rect {
            x: area.x + label_width,
            width: area.width.saturating_sub(label_width),
            ..area
        };
        let mut cursor = None;
        for (index, (field, block)) in self.fields.iter().zip(&blocks).enumerate() {
            let here = index == self.at;
            if let (Some(heading), Some(row)) =
                (&field.heading, line((block.top + block.heading).saturating_sub(1), 1))
            {
                draw_heading(look, heading, row, buf);
            }
            let top = block.top + block.heading;
            if let Some(rows) = line(top, block.rows) {
                let style = if here { look.theme.accent.patch(look.theme.title) } else { look.theme.dim };
                text::left(buf, look.measure, rows, &field.label, style);
                match here {
                    true => cursor = field.entry.draw(value(rows), buf, look.theme.selected_if(true)),
                    false => field.entry.show(look, value(rows), buf),
                }
            }
            if let Some(row) = line(top + block.rows, block.below) {
                for (row, line) in value(row).rows().zip(below(look, field, here, value(row).width)) {
                    let line: Vec<(&str, Style)> =
                        line.iter().map(|(words, style)| (words.as_str(), *style)).collect();
                    text::pieces(buf, look.measure, row, &line);
                }
            }
        }
        cursor
    }

    /// The cells in which every hint can be read to its end.
    pub fn width(&self, look: &Look) -> u16 {
        let labels = self.fields.iter().map(|field| look.measure.width(&field.label)).max().unwrap_or(0);
        let hints = self.fields.iter().map(|field| look.measure.width(&field.hint)).max().unwrap_or(0);
        u16::try_from(labels + 2 + hints).unwrap_or(u16::MAX)
    }

    fn label_width(&self, measure: crate::report::Measure, cells: u16) -> u16 {
        let labels = self.fields.iter().map(|field| measure.width(&field.label)).max().unwrap_or(0);
        (labels as u16 + 2).min(cells / 2)
    }

    /// Where each field's lines are while the field `here` is being filled in.
    fn blocks(&self, look: &Look, cells: u16, here: usize) -> Vec<Block> {
        let value = cells.saturating_sub(self.label_width(look.measure, cells));
        let long = self.fields.iter().any(|field| field.heading.is_some());
        let mut top = 0;
        let block = |(index, field): (usize, &Field)| {
            let opened = index == here;
            let rows = match (field.entry.has_lines(), opened) {
                (false, _) => 1,
                (true, true) => field.entry.rows(value).clamp(LINES_HERE.0, LINES_HERE.1),
                (true, false) => field.entry.rows(value).min(LINES_ELSEWHERE),
            };
            let heading = if field.heading.is_some() { 1 + u16::from(index > 0) } else { 0 };
            let is_told = !long || opened || field.error.is_some();
            let below = if is_told { below(look, field, opened, value).len().max(1) as u16 } else { 0 };
            let block = Block { top, heading, rows, below };
            top = block.end();
            block
        };
        self.fields.iter().enumerate().map(block).collect()
    }
}

/// The first line shown: what is being filled in stands in the middle where not all can be seen.
fn first_line(blocks: &[Block], here: usize, height: u16) -> u16 {
    let (Some(block), Some(last)) = (blocks.get(here), blocks.last()) else { return 0 };
    let middle = block.top + block.heading + (block.rows + block.below) / 2;
    middle.saturating_sub(height / 2).min(last.end().saturating_sub(height))
}

fn draw_heading(look: &Look, heading: &str, row: Rect, buf: &mut Buffer) {
    let used = text::left(buf, look.measure, row, heading, look.theme.dim) + 1;
    let rest = Rect { x: row.x + used, width: row.width.saturating_sub(used), ..row }.intersection(buf.area);
    if !rest.is_empty() {
        buf.set_string(rest.x, rest.y, "─".repeat(rest.width.into()), look.theme.rule);
    }
}

/// A piece of a line, and its style.
type Piece = (String, Style);

/// Under a field: what is wrong with it, what may be chosen, what it was understood as, or its hint; in as
/// many lines as that takes.
fn below(look: &Look, field: &Field, here: bool, cells: u16) -> Vec<Vec<Piece>> {
    let theme = &look.theme;
    let wrapped = |words: &str, style: Style| {
        let lines = text::wrapped(look.measure, words, cells.max(1).into());
        lines.into_iter().map(|line| vec![(line, style)]).collect()
    };
    if let Some(error) = &field.error {
        wrapped(&format!("! {error}"), theme.bad)
    } else if here && !field.offer.choices.is_empty() && !field.proposed {
        offered(look, field, cells)
    } else if let Some((novelty, names)) = field.novelties() {
        wrapped(&novelty.said(look.lang, &names), theme.warn)
    } else if let Some(understood) = understood(look, field) {
        wrapped(&format!("→ {understood}"), theme.dim)
    } else {
        match field.hint.split(BETWEEN).collect::<Vec<_>>().as_slice() {
            [_] => wrapped(&field.hint, theme.dim),
            words => listed(look, words.iter().map(|word| ((*word).to_owned(), theme.dim)).collect(), cells),
        }
    }
}

/// What may be chosen; where that takes more lines than there are, those before the one put in give way.
fn offered(look: &Look, field: &Field, cells: u16) -> Vec<Vec<Piece>> {
    let choices: Vec<Piece> = (field.offer.choices.iter().enumerate())
        .map(|(at, choice)| {
            let style = if field.picked == Some(at) { look.theme.accent } else { look.theme.dim };
            (choice.label.clone(), style)
        })
        .collect();
    let from = |first: usize| listed(look, choices[first.min(choices.len())..].to_vec(), cells);
    let all = from(0);
    let mut lines = if all.len() > MOST_OFFERED { from(field.picked.unwrap_or(0)) } else { all };
    lines.truncate(MOST_OFFERED);
    lines
}

/// Words of a list, none broken where a line ends.
fn listed(look: &Look, words: Vec<Piece>, cells: u16) -> Vec<Vec<Piece>> {
    let rows =
        text::in_rows(look.measure, words, |(word, _)| look.measure.width(word), BETWEEN, cells.into());
    let between = |row: Vec<Piece>| {
        let mut line: Vec<Piece> = Vec::new();
        for word in row {
            if !line.is_empty() {
                line.push((BETWEEN.to_owned(), look.theme.dim));
            }
            line.push(word);
        }
        line
    };
    rows.into_iter().map(between).collect()
}

/// What was typed into a field is understood as; of what stood there before, nothing need be said.
fn understood(look: &Look, field: &Field) -> Option<String> {
    field.kind.understood(look, &field.entry.text()).filter(|_| !field.proposed)
}
