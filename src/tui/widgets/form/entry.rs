//! Where a field's text is typed: one line, or several.

use std::ops::Range;

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::domain::text::clean_text;
use crate::tui::look::Look;
use crate::tui::widgets::input::LineInput;
use crate::tui::widgets::text;
use crate::tui::widgets::text_area::{Taken, TextArea};

/// Where a text is typed.
#[derive(Debug, Clone)]
pub enum Entry {
    /// In one line.
    Line(LineInput),
    /// In several.
    Text(TextArea),
}

impl Entry {
    /// The same with another text, the cursor at its end.
    pub fn with(&self, text: &str) -> Entry {
        match self {
            Entry::Line(_) => Entry::Line(LineInput::new(text)),
            Entry::Text(_) => Entry::Text(TextArea::new(text)),
        }
    }

    /// What has been typed, as it stands.
    pub fn raw(&self) -> &str {
        match self {
            Entry::Line(line) => line.raw(),
            Entry::Text(text) => text.raw(),
        }
    }

    /// What has been typed, cleaned.
    pub fn text(&self) -> String {
        match self {
            Entry::Line(line) => line.text(),
            Entry::Text(text) => clean_text(text.raw()),
        }
    }

    /// Where the cursor stands, in bytes.
    pub fn cursor(&self) -> usize {
        match self {
            Entry::Line(line) => line.cursor(),
            Entry::Text(text) => text.cursor(),
        }
    }

    /// Puts a piece of text in the place of another; the cursor stands after it.
    pub fn replace(&mut self, range: Range<usize>, piece: &str) {
        match self {
            Entry::Line(line) => line.replace(range, piece),
            Entry::Text(text) => text.replace(range, piece),
        }
    }

    /// Takes a key; lines are `cells` wide.
    pub fn key(&mut self, key: &KeyEvent, cells: u16) -> Taken {
        match self {
            Entry::Line(line) => match line.key(key) {
                true => Taken::Changed,
                false => Taken::Moved,
            },
            Entry::Text(text) => text.key(key, cells),
        }
    }

    /// Takes pasted text.
    pub fn paste(&mut self, text: &str) {
        match self {
            Entry::Line(line) => line.paste(text),
            Entry::Text(area) => area.paste(text),
        }
    }

    /// Whether it has several lines.
    pub fn has_lines(&self) -> bool {
        matches!(self, Entry::Text(_))
    }

    /// The rows that it takes in so many cells.
    pub fn rows(&self, cells: u16) -> u16 {
        match self {
            Entry::Line(_) => 1,
            Entry::Text(text) => u16::try_from(text.rows(cells)).unwrap_or(u16::MAX),
        }
    }

    /// Draws it; returns where the cursor stands.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, style: Style) -> Option<Position> {
        match self {
            Entry::Line(line) => line.draw(area, buf, style),
            Entry::Text(text) => text.draw(area, buf, style),
        }
    }

    /// Draws what stands in it where nothing is being typed: a line from its beginning.
    pub fn show(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        match self {
            Entry::Line(line) => {
                text::left(buf, look.measure, area, &line.text(), Style::new());
            }
            Entry::Text(lines) => {
                lines.draw(area, buf, Style::new());
            }
        }
    }
}
