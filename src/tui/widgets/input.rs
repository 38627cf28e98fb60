//! A line to type in: the text scrolls under its cursor, and what is pasted is made one line.

use std::ops::Range;

use crossterm::event::{Event, KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use tui_input::backend::crossterm::EventHandler;
use tui_input::{Input, InputRequest};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::domain::text::clean_line;

/// The longest text that a line takes, in characters; more is left out.
const LONGEST: usize = 2000;

/// A line of text being edited.
#[derive(Debug, Clone, Default)]
pub struct LineInput {
    input: Input,
}

impl LineInput {
    /// A line that holds `text`, the cursor at its end.
    pub fn new(text: &str) -> LineInput {
        LineInput { input: Input::new(text.to_owned()) }
    }

    /// A line that holds `text`, the cursor at a byte of it.
    pub fn standing_at(text: &str, at: usize) -> LineInput {
        let before = text.get(..at).unwrap_or(text).chars().count();
        LineInput { input: Input::new(text.to_owned()).with_cursor(before) }
    }

    /// What has been typed, cleaned.
    pub fn text(&self) -> String {
        clean_line(self.input.value())
    }

    /// What has been typed, as it stands.
    pub fn raw(&self) -> &str {
        self.input.value()
    }

    /// Where the cursor stands, in bytes.
    pub fn cursor(&self) -> usize {
        let characters = self.raw().char_indices().map(|(at, _)| at);
        characters.chain([self.raw().len()]).nth(self.input.cursor()).unwrap_or_default()
    }

    /// Puts a piece of text in the place of another; the cursor stands after it.
    pub fn replace(&mut self, range: Range<usize>, piece: &str) {
        let mut text = self.raw().to_owned();
        let end = range.start + piece.len();
        text.replace_range(range, piece);
        *self = LineInput::standing_at(&text, end);
    }

    /// Takes a key; true if the text changed.
    pub fn key(&mut self, key: &KeyEvent) -> bool {
        let adds = matches!(key.code, KeyCode::Char(_));
        if adds && self.room() == 0 {
            return false;
        }
        self.input.handle_event(&Event::Key(*key)).is_some_and(|change| change.value)
    }

    /// Takes pasted text at the cursor.
    pub fn paste(&mut self, text: &str) {
        for character in clean_line(text).chars().take(self.room()) {
            self.input.handle(InputRequest::InsertChar(character));
        }
    }

    /// Draws the line; returns where the cursor stands.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, style: Style) -> Option<Position> {
        let area = area.intersection(buf.area);
        if area.is_empty() {
            return None;
        }
        let width = usize::from(area.width);
        // One cell is kept for the cursor after the last character.
        let scroll = self.input.visual_scroll(width.saturating_sub(1));
        let mut column = 0;
        let mut shown = String::new();
        for cluster in self.input.value().graphemes(true) {
            let cells = cluster.width();
            if column >= scroll && column + cells <= scroll + width {
                shown.push_str(cluster);
            }
            column += cells;
        }
        buf.set_style(area, style);
        buf.set_stringn(area.x, area.y, shown, width, style);
        let cursor = self.input.visual_cursor().saturating_sub(scroll).min(width - 1);
        Some(Position::new(area.x + cursor as u16, area.y))
    }

    fn room(&self) -> usize {
        LONGEST.saturating_sub(self.input.value().chars().count())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_scrolls_so_that_its_end_is_seen() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 9, 1));
        let cursor = LineInput::new("华锐科技股份有限公司").draw(buf.area, &mut buf, Style::new());
        assert_eq!(crate::tui::testkit::text(&buf).trim_end(), "有限公司");
        assert_eq!(cursor, Some(Position::new(8, 0)));
    }

    #[test]
    fn pasted_lines_become_one_and_bring_no_escapes() {
        let mut input = LineInput::new("Acme ");
        input.paste("Foods\r\n\u{1b}[2JGmbH\u{202e}");
        assert_eq!(input.text(), "Acme Foods GmbH");
        input.paste(&"x".repeat(5000));
        assert_eq!(input.text().chars().count(), LONGEST);
    }
}
