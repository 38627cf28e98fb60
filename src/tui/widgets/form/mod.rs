//! Fields to fill in, one under the other, each with its hint or what is wrong with it.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::input::LineInput;
use super::text;
use crate::tui::action::Action;
use crate::tui::look::Look;

/// Lines that a field takes: itself, and its hint or error.
const LINES: u16 = 2;

/// One field.
#[derive(Debug, Clone)]
pub struct Field {
    label: String,
    hint: String,
    input: LineInput,
    /// What stands in it is a proposal: typing takes its place.
    proposed: bool,
    error: Option<String>,
}

/// The fields, and the one being filled in.
#[derive(Debug, Clone)]
pub struct Form {
    fields: Vec<Field>,
    at: usize,
}

impl Field {
    /// A field with its label, a hint, and what is proposed for it.
    pub fn new(label: impl Into<String>, hint: impl Into<String>, proposal: &str) -> Field {
        Field {
            label: label.into(),
            hint: hint.into(),
            input: LineInput::new(proposal),
            proposed: true,
            error: None,
        }
    }

    /// Makes room for what is typed; any other key takes the proposal as it stands, to be edited.
    fn touch(&mut self, types: bool) {
        if self.proposed && types {
            self.input = LineInput::default();
        }
        self.proposed = false;
    }
}

impl Form {
    /// A form that starts at its first field.
    pub fn new(fields: Vec<Field>) -> Form {
        Form { fields, at: 0 }
    }

    /// What stands in the fields, in order.
    pub fn texts(&self) -> Vec<String> {
        self.fields.iter().map(|field| field.input.text()).collect()
    }

    /// Goes to a field and says what is wrong with it.
    pub fn refuse(&mut self, index: usize, error: String) {
        self.at = index.min(self.fields.len().saturating_sub(1));
        if let Some(field) = self.fields.get_mut(self.at) {
            field.error = Some(error);
        }
    }

    /// Whether the last field is being filled in.
    pub fn is_at_end(&self) -> bool {
        self.at + 1 >= self.fields.len()
    }

    /// Whether there is more than one field.
    pub fn has_several_fields(&self) -> bool {
        self.fields.len() > 1
    }

    /// Follows an action that moves between fields; false if it is another one.
    pub fn follow(&mut self, action: Action) -> bool {
        let count = self.fields.len().max(1);
        self.at = match action {
            Action::NextField => (self.at + 1) % count,
            Action::PreviousField => (self.at + count - 1) % count,
            _ => return false,
        };
        true
    }

    /// Takes a key into the field.
    pub fn key(&mut self, key: &KeyEvent) {
        let Some(field) = self.fields.get_mut(self.at) else { return };
        let held = key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
        field.touch(matches!(key.code, KeyCode::Char(_)) && !held);
        if field.input.key(key) {
            field.error = None;
        }
    }

    /// Takes pasted text into the field.
    pub fn paste(&mut self, text: &str) {
        if let Some(field) = self.fields.get_mut(self.at) {
            field.touch(true);
            field.input.paste(text);
            field.error = None;
        }
    }

    /// Lines that the form wants.
    pub fn height(&self) -> u16 {
        self.fields.len() as u16 * LINES
    }

    /// Draws the fields, those around the present one if there is no room for all; returns where the
    /// cursor stands.
    pub fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let labels = self.fields.iter().map(|field| look.measure.width(&field.label)).max().unwrap_or(0);
        let label_width = (labels as u16 + 2).min(area.width / 2);
        let room = usize::from((area.height / LINES).max(1));
        let first = (self.at + 1).saturating_sub(room);
        let mut cursor = None;
        for (line, (index, field)) in self.fields.iter().enumerate().skip(first).take(room).enumerate() {
            let y = area.y + line as u16 * LINES;
            let row = |dy| Rect { y: y + dy, height: 1, ..area }.intersection(area);
            let value = |row: Rect| Rect {
                x: row.x + label_width,
                width: row.width.saturating_sub(label_width),
                ..row
            };
            let here = index == self.at;
            let style = if here { look.theme.accent.patch(look.theme.title) } else { look.theme.dim };
            text::left(buf, look.measure, row(0), &field.label, style);
            let typed = field.input.draw(value(row(0)), buf, look.theme.selected_if(here));
            cursor = if here { typed } else { cursor };
            let (below, style) = match &field.error {
                Some(error) => (format!("! {error}"), look.theme.bad),
                None => (field.hint.clone(), look.theme.dim),
            };
            text::left(buf, look.measure, value(row(1)), &below, style);
        }
        cursor
    }
}
