//! A list that is narrowed by what is typed: the line over it, a rule, and the rows that fit.

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::style::Style;

use crate::tui::look::Look;
use crate::tui::widgets::input::LineInput;
use crate::tui::widgets::list::Cursor;
use crate::tui::widgets::text;

/// What is typed, and where one stands in what it has left.
pub struct Narrowed<'a> {
    /// The sign before the line.
    pub sign: &'a str,
    /// The line.
    pub input: &'a LineInput,
    /// Where one stands.
    pub cursor: &'a Cursor,
    /// How many are left.
    pub count: usize,
    /// What is said where none is.
    pub nothing: &'a str,
}

impl Narrowed<'_> {
    /// Draws it, with a label for each row. Returns where the cursor stands.
    pub fn draw_labels<'a>(
        &self,
        look: &Look,
        area: Rect,
        buf: &mut Buffer,
        label: impl Fn(usize) -> &'a str,
    ) -> Option<Position> {
        let theme = &look.theme;
        self.draw(look, area, buf, |index, chosen, row, buf| {
            buf.set_style(row, theme.selected_if(chosen));
            let pieces = [theme.mark(chosen), (label(index), Style::new())];
            text::pieces(buf, look.measure, row, &pieces);
        })
    }

    /// Draws it, each row by `row`: its number, whether one stands at it, its place. Returns where the cursor
    /// stands.
    pub fn draw(
        &self,
        look: &Look,
        area: Rect,
        buf: &mut Buffer,
        row: impl Fn(usize, bool, Rect, &mut Buffer),
    ) -> Option<Position> {
        let theme = &look.theme;
        let above = [Constraint::Length(1), Constraint::Length(1), Constraint::Fill(1)];
        let [line, gap, list] = Layout::vertical(above).areas(area);
        text::left(buf, look.measure, line, self.sign, theme.accent);
        let typed = Rect { x: line.x + 2, width: line.width.saturating_sub(2), ..line };
        let cursor = self.input.draw(typed, buf, Style::new());
        let gap = gap.intersection(buf.area);
        if !gap.is_empty() {
            buf.set_string(gap.x, gap.y, "─".repeat(gap.width.into()), theme.rule);
        }
        if self.count == 0 {
            text::left(buf, look.measure, list, self.nothing, theme.dim);
        }
        let view = self.cursor.view(self.count, list.height.into());
        for (place, index) in list.rows().zip(view) {
            row(index, index == self.cursor.at(), place, buf);
        }
        cursor
    }
}
