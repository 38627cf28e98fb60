//! The filter over a list: what is typed, what it means, or which word of it is to blame.

use std::ops::Range;

use crossterm::event::KeyEvent;

use crate::domain::filter::{FilterError, Kind};
use crate::i18n::Lang;
use crate::report::problem::explain_filter;
use crate::store::view::list::Clause;
use crate::tui::widgets::input::LineInput;

/// The filter's state.
#[derive(Debug, Clone, Default)]
pub struct FilterLine {
    text: String,
    input: Option<LineInput>,
    clause: Clause,
    blame: Option<Blame>,
}

/// What is wrong with a filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blame {
    /// Bytes of the text.
    pub at: Range<usize>,
    /// In words.
    pub words: String,
}

impl FilterLine {
    /// A filter that is not being typed.
    pub fn new(text: &str) -> FilterLine {
        FilterLine { text: text.to_owned(), ..FilterLine::default() }
    }

    /// What it says.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether it is being typed.
    pub fn is_typed(&self) -> bool {
        self.input.is_some()
    }

    /// The line it is typed in.
    pub fn input(&self) -> Option<&LineInput> {
        self.input.as_ref()
    }

    /// The last condition that it meant.
    pub fn clause(&self) -> &Clause {
        &self.clause
    }

    /// What is wrong with it.
    pub fn blame(&self) -> Option<&Blame> {
        self.blame.as_ref()
    }

    /// Begins typing, after what is there.
    pub fn start(&mut self) {
        self.input = Some(LineInput::new(&self.text));
    }

    /// Ends typing.
    pub fn stop(&mut self) {
        self.input = None;
    }

    /// Takes a key; true if the filter is another one now.
    pub fn key(&mut self, key: &KeyEvent) -> bool {
        let Some(input) = &mut self.input else { return false };
        input.key(key) && self.take()
    }

    /// Takes pasted text; true if the filter is another one now.
    pub fn paste(&mut self, text: &str) -> bool {
        let Some(input) = &mut self.input else { return false };
        input.paste(text);
        self.take()
    }

    /// It means this.
    pub fn accept(&mut self, clause: Clause) {
        self.clause = clause;
        self.blame = None;
    }

    /// Without the word that is to blame it means this.
    pub fn keep(&mut self, clause: Clause) {
        self.clause = clause;
    }

    /// It means nothing, for the word of the error; gives back what it says without that.
    pub fn refuse(&mut self, lang: Lang, kind: Kind, error: FilterError) -> String {
        let explained = explain_filter(lang, &self.text, &error, kind);
        let words = [Some(explained.what), explained.hint];
        let words = words.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let part = |range: Range<usize>| self.text.get(range).unwrap_or_default();
        let rest = format!("{} {}", part(0..error.at.start), part(error.at.end..self.text.len()));
        self.blame = Some(Blame { at: error.at, words });
        rest
    }

    fn take(&mut self) -> bool {
        let text = self.input.as_ref().map(LineInput::text).unwrap_or_default();
        let changed = text != self.text;
        self.text = text;
        changed
    }
}
