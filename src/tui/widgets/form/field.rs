//! One field of a form.

use super::choice::{Choice, NoChoice, Takes};
use crate::i18n::Lang;
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::widgets::input::LineInput;

/// One field.
#[derive(Debug, Clone)]
pub struct Field {
    pub(super) label: String,
    pub(super) hint: String,
    pub(super) input: LineInput,
    /// What stands in it is a proposal: typing takes its place.
    pub(super) proposed: bool,
    pub(super) error: Option<String>,
    takes: Takes,
    pub(super) offered: Vec<Choice>,
    /// Which of those offered was put in.
    pub(super) picked: Option<usize>,
    /// The text that the offers are for.
    asked: Option<String>,
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
            takes: Takes::Text,
            offered: Vec::new(),
            picked: None,
            asked: None,
        }
    }

    /// The same field that takes one of some choices, or a record.
    pub fn taking(self, takes: Takes) -> Field {
        Field { takes, ..self }
    }

    /// Makes room for what is typed; any other key takes the proposal as it stands, to be edited.
    pub(super) fn touch(&mut self, types: bool) {
        if self.proposed && types {
            self.input = LineInput::default();
        }
        self.proposed = false;
    }

    /// Its text is another one now.
    pub(super) fn edited(&mut self) {
        self.error = None;
        self.picked = None;
    }

    /// Looks up what its text may mean.
    pub(super) fn read(&mut self, book: &Book) -> Result<()> {
        let text = self.input.text();
        if self.picked.is_none() && self.asked.as_ref() != Some(&text) {
            self.offered = self.takes.offers(&text, book)?;
            self.asked = Some(text);
        }
        Ok(())
    }

    /// Puts the next of those offered in, or the one before.
    pub(super) fn pick(&mut self, forward: bool) {
        let count = self.offered.len();
        if count == 0 {
            return;
        }
        let at = match (self.picked, forward) {
            (None, true) => 0,
            (None, false) => count - 1,
            (Some(at), true) => (at + 1) % count,
            (Some(at), false) => (at + count - 1) % count,
        };
        self.input = LineInput::new(&self.offered[at].label);
        self.proposed = false;
        self.error = None;
        self.picked = Some(at);
    }

    /// What it stands for, or what is wrong with it.
    pub(super) fn answer(&self, lang: Lang) -> std::result::Result<String, String> {
        if let Some(choice) = self.picked.and_then(|at| self.offered.get(at)) {
            return Ok(choice.value.clone());
        }
        let text = self.input.text();
        self.takes.resolve(&text, &self.offered).map_err(|why| match (why, &self.takes) {
            (NoChoice::Several(names), _) => {
                tr!(lang, "form.several", names = names.join(" · ")).into_owned()
            }
            (NoChoice::Unknown, Takes::OneOf { list, .. }) => {
                let names: Vec<&str> = list.iter().map(|choice| choice.label.as_str()).collect();
                tr!(lang, "form.one_of", names = names.join(" · ")).into_owned()
            }
            (NoChoice::Unknown, _) => tr!(lang, "form.unknown", name = text).into_owned(),
        })
    }
}
