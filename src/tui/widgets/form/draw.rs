//! How a form is drawn. A short one has a line for each field's hint. A long one, with headings, has a line
//! for each field and opens under the one being filled in, so that the whole record can be seen.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Field, Form};
use crate::tui::look::Look;
use crate::tui::widgets::text;

/// Rows of a text of several lines while it is typed, and while it is not.
const LINES_HERE: (u16, u16) = (3, 8);
const LINES_ELSEWHERE: u16 = 2;

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
        // Only a text of several lines opens by more than its hint.
        let tall = (0..self.fields.len()).filter(|at| *at == 0 || self.fields[*at].entry.has_lines());
        tall.map(at_field).max().unwrap_or(0)
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
                draw_below(look, field, here, value(row), buf);
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
            let below = match errors(look, field, value) {
                lines if lines.is_empty() => u16::from(!long || opened),
                lines => lines.len() as u16,
            };
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

/// Under a field: what is wrong with it, what may be chosen, what it was understood as, or its hint.
fn draw_below(look: &Look, field: &Field, here: bool, area: Rect, buf: &mut Buffer) {
    let theme = &look.theme;
    let left = |buf: &mut Buffer, words: &str, style| text::left(buf, look.measure, area, words, style);
    if field.error.is_some() {
        for (row, words) in area.rows().zip(errors(look, field, area.width)) {
            text::left(buf, look.measure, row, &words, theme.bad);
        }
    } else if here && !field.offer.choices.is_empty() && !field.proposed {
        let mut pieces = Vec::new();
        // Those before the one put in give way to it.
        for (at, choice) in field.offer.choices.iter().enumerate().skip(field.picked.unwrap_or(0)) {
            let style = if field.picked == Some(at) { theme.accent } else { theme.dim };
            if !pieces.is_empty() {
                pieces.push((" · ", theme.dim));
            }
            pieces.push((choice.label.as_str(), style));
        }
        text::pieces(buf, look.measure, area, &pieces);
    } else if let Some((novelty, names)) = field.novelties() {
        left(buf, &novelty.said(look.lang, &names), theme.warn);
    } else if let Some(understood) = understood(look, field) {
        left(buf, &format!("→ {understood}"), theme.dim);
    } else {
        left(buf, &field.hint, theme.dim);
    }
}

/// What is wrong with a field, in the lines that it takes.
fn errors(look: &Look, field: &Field, cells: u16) -> Vec<String> {
    let Some(error) = &field.error else { return Vec::new() };
    text::wrapped(look.measure, &format!("! {error}"), cells.max(1).into())
}

/// What was typed into a field is understood as; of what stood there before, nothing need be said.
fn understood(look: &Look, field: &Field) -> Option<String> {
    field.kind.understood(look, &field.entry.text()).filter(|_| !field.proposed)
}
