//! Fields to fill in, one under the other, each with its hint or what is wrong with it.

pub mod choice;
mod field;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::text;
use crate::i18n::Lang;
use crate::store::{Book, Result};
use crate::tui::action::Action;
use crate::tui::look::Look;

pub use field::Field;

/// Lines that a field takes: itself, and its hint or error.
const LINES: u16 = 2;

/// The fields, and the one being filled in.
#[derive(Debug, Clone)]
pub struct Form {
    fields: Vec<Field>,
    at: usize,
}

impl Form {
    /// A form that starts at its first field.
    pub fn new(fields: Vec<Field>) -> Form {
        Form { fields, at: 0 }
    }

    /// What the fields stand for, in order: their texts, and the values of what was chosen; or the first
    /// field that stands for nothing, and why.
    ///
    /// # Errors
    /// The field's index and what is wrong, in the person's language.
    pub fn answers(&self, lang: Lang) -> std::result::Result<Vec<String>, (usize, String)> {
        let answers = self.fields.iter().enumerate();
        answers.map(|(at, field)| field.answer(lang).map_err(|error| (at, error))).collect()
    }

    /// Looks up what the texts may mean, where that is not known yet.
    ///
    /// # Errors
    /// What the store could not read.
    pub fn read(&mut self, book: &Book) -> Result<()> {
        self.fields.iter_mut().try_for_each(|field| field.read(book))
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

    /// Whether there is something to choose for the field.
    pub fn has_offers(&self) -> bool {
        self.fields.get(self.at).is_some_and(|field| !field.offered.is_empty())
    }

    /// Whether there is more than one field.
    pub fn has_several_fields(&self) -> bool {
        self.fields.len() > 1
    }

    /// Follows an action that moves between fields; false if it is another one.
    pub fn follow(&mut self, action: Action) -> bool {
        let count = self.fields.len().max(1);
        if let Action::NextOffer | Action::PreviousOffer = action {
            if let Some(field) = self.fields.get_mut(self.at) {
                field.pick(action == Action::NextOffer);
            }
            return true;
        }
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
            field.edited();
        }
    }

    /// Takes pasted text into the field.
    pub fn paste(&mut self, text: &str) {
        if let Some(field) = self.fields.get_mut(self.at) {
            field.touch(true);
            field.input.paste(text);
            field.edited();
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
            draw_below(look, field, here, value(row(1)), buf);
        }
        cursor
    }
}

/// Under a field: what is wrong with it, what may be chosen, or its hint.
fn draw_below(look: &Look, field: &Field, here: bool, area: Rect, buf: &mut Buffer) {
    let theme = &look.theme;
    if let Some(error) = &field.error {
        text::left(buf, look.measure, area, &format!("! {error}"), theme.bad);
    } else if here && !field.offered.is_empty() && !field.proposed {
        let mut pieces = Vec::new();
        // Those before the one put in give way to it.
        for (at, choice) in field.offered.iter().enumerate().skip(field.picked.unwrap_or(0)) {
            let style = if field.picked == Some(at) { theme.accent } else { theme.dim };
            if !pieces.is_empty() {
                pieces.push((" · ", theme.dim));
            }
            pieces.push((choice.label.as_str(), style));
        }
        text::pieces(buf, look.measure, area, &pieces);
    } else {
        text::left(buf, look.measure, area, &field.hint, theme.dim);
    }
}
