//! Fields to fill in, one under the other, each with its hint or what is wrong with it.

pub mod choice;
mod draw;
mod entry;
mod field;
pub mod kind;
mod lines;
pub mod meaning;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::text_area::Taken;
use crate::i18n::Lang;
use crate::store::{Book, Result};
use crate::tui::action::Action;
use crate::tui::look::Look;

use kind::Kind;

pub use field::Field;
pub use lines::items;

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

    /// The fields, in order.
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// The number of the field being filled in.
    pub fn at(&self) -> usize {
        self.at
    }

    /// What the fields stand for, in order: their texts, and the values of what was chosen; or the first
    /// field that stands for nothing, and why. Where it asks whether a new name is meant, being asked for
    /// once more is the answer.
    ///
    /// # Errors
    /// The field's index and what is wrong, in the person's language.
    pub fn answers(&mut self, lang: Lang) -> std::result::Result<Vec<String>, (usize, String)> {
        let mut answers = Vec::with_capacity(self.fields.len());
        for (at, field) in self.fields.iter_mut().enumerate() {
            match field.answer(lang) {
                Ok(answer) => answers.push(answer),
                Err(refused) => {
                    field.agree(refused.asks);
                    return Err((at, refused.words));
                }
            }
        }
        Ok(answers)
    }

    /// Looks up what the texts may mean, where that is not known yet.
    ///
    /// # Errors
    /// What the store could not read.
    pub fn read(&mut self, book: &Book) -> Result<()> {
        let mut currencies = self.fields.iter().filter(|field| field.kind == Kind::Currency);
        if let Some(currency) = currencies.next().and_then(|field| kind::currency(field.raw())) {
            let amounts = self.fields.iter_mut().filter(|field| matches!(field.kind, Kind::Money(_)));
            amounts.for_each(|field| field.set_kind(Kind::Money(currency)));
        }
        self.fields.iter_mut().try_for_each(|field| field.read(book))
    }

    /// Says beside each field what is wrong with what was typed there; an empty one is not.
    pub fn check(&mut self, look: &Look) {
        self.fields.iter_mut().for_each(|field| field.check(look));
    }

    /// Goes to a field and says what is wrong with it.
    pub fn refuse(&mut self, index: usize, error: String) {
        self.at = index.min(self.fields.len().saturating_sub(1));
        if let Some(field) = self.fields.get_mut(self.at) {
            field.error = Some(error);
        }
    }

    /// Puts texts into fields; none is the one that stood there at first.
    pub fn fill<'a>(&mut self, text_of: impl Fn(usize) -> Option<&'a str>) {
        for (at, field) in self.fields.iter_mut().enumerate() {
            field.fill(text_of(at));
        }
    }

    /// Whether anything was typed.
    pub fn is_changed(&self) -> bool {
        self.fields.iter().any(Field::is_changed)
    }

    /// Whether the last field is being filled in.
    pub fn is_at_end(&self) -> bool {
        self.at + 1 >= self.fields.len()
    }

    /// Whether the field being filled in has several lines.
    pub fn is_in_lines(&self) -> bool {
        self.fields.get(self.at).is_some_and(|field| field.entry.has_lines())
    }

    /// The text being typed, where it has several lines.
    pub fn lines(&self) -> Option<&str> {
        self.fields.get(self.at).filter(|field| field.entry.has_lines()).map(Field::raw)
    }

    /// Puts another text in the place of the one being typed.
    pub fn set_lines(&mut self, text: &str) {
        if let Some(field) = self.fields.get_mut(self.at) {
            field.fill(Some(text));
        }
    }

    /// Whether there is something to choose for the field.
    pub fn has_offers(&self) -> bool {
        self.fields.get(self.at).is_some_and(|field| !field.offer.choices.is_empty())
    }

    /// Whether there is more than one field.
    pub fn has_several_fields(&self) -> bool {
        self.fields.len() > 1
    }

    /// Follows an action that moves between fields; false if it is another one.
    pub fn follow(&mut self, action: Action, look: &Look) -> bool {
        if let Action::NextOffer | Action::PreviousOffer = action {
            if let Some(field) = self.fields.get_mut(self.at) {
                field.pick(action == Action::NextOffer);
            }
            return true;
        }
        let forward = match action {
            Action::NextField => true,
            Action::PreviousField => false,
            _ => return false,
        };
        if let Some(field) = self.fields.get_mut(self.at) {
            field.check(look);
        }
        self.step(forward);
        true
    }

    /// Takes a key into the field; lines are as wide as the form is drawn in `cells`.
    pub fn key(&mut self, key: &KeyEvent, cells: u16) {
        let cells = self.value_cells(cells);
        let Some(field) = self.fields.get_mut(self.at) else { return };
        let held = key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
        match field.key(key, matches!(key.code, KeyCode::Char(_)) && !held, cells) {
            Taken::Above => self.step(false),
            Taken::Below => self.step(true),
            Taken::Changed | Taken::Moved => {}
        }
    }

    /// Takes pasted text into the field.
    pub fn paste(&mut self, text: &str) {
        if let Some(field) = self.fields.get_mut(self.at) {
            field.paste(text);
        }
    }

    fn step(&mut self, forward: bool) {
        let count = self.fields.len().max(1);
        self.at = if forward { (self.at + 1) % count } else { (self.at + count - 1) % count };
    }
}
