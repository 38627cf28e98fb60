//! One field of a form.

use crossterm::event::KeyEvent;

use super::choice::{Choice, Offer, Takes};
use super::entry::Entry;
use super::kind::Kind;
use super::meaning::{Meaning, NEW, NoChoice, Novelty};
use crate::domain::reach::Way;
use crate::i18n::Lang;
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::look::Look;
use crate::tui::widgets::input::LineInput;
use crate::tui::widgets::text_area::{Taken, TextArea};

/// One field.
#[derive(Debug, Clone)]
pub struct Field {
    pub(super) label: String,
    pub(super) hint: String,
    /// What stands over it, where a group of fields begins.
    pub(super) heading: Option<String>,
    pub(super) entry: Entry,
    /// What stood in it when the form was made.
    initial: String,
    /// What that stands for, where its text alone would not tell: two people may have one name.
    stands_for: Option<String>,
    /// What stands in it is a proposal: typing takes its place.
    pub(super) proposed: bool,
    pub(super) error: Option<String>,
    pub(super) kind: Kind,
    takes: Takes,
    novelty: Option<Novelty>,
    pub(super) offer: Offer,
    /// Which of those offered was put in.
    pub(super) picked: Option<usize>,
    /// The text and the cursor that the offer is for.
    asked: Option<(String, usize)>,
    meaning: std::result::Result<Meaning, NoChoice>,
    /// New names that were agreed to.
    agreed: Vec<String>,
}

/// Why a field has no answer.
pub(super) struct Refused {
    /// In the person's language.
    pub words: String,
    /// The new names that the next saving agrees to.
    pub asks: Vec<String>,
}

impl Field {
    /// A field with its label, a hint, and what is proposed for it.
    pub fn new(label: impl Into<String>, hint: impl Into<String>, proposal: &str) -> Field {
        let entry = Entry::Line(LineInput::new(proposal));
        Field {
            label: label.into(),
            hint: hint.into(),
            heading: None,
            initial: entry.raw().to_owned(),
            entry,
            stands_for: None,
            proposed: true,
            error: None,
            kind: Kind::Plain,
            takes: Takes::Text,
            novelty: None,
            offer: Offer::default(),
            picked: None,
            asked: None,
            meaning: Ok(Meaning::default()),
            agreed: Vec::new(),
        }
    }

    /// The same field with room for several lines.
    pub fn with_lines(self) -> Field {
        let entry = Entry::Text(TextArea::new(self.entry.raw()));
        Field { initial: entry.raw().to_owned(), entry, proposed: false, ..self }
    }

    /// The same field that takes one of some choices, or a record, or several.
    pub fn taking(self, takes: Takes) -> Field {
        let several = matches!(takes, Takes::Several { .. } | Takes::Records(_));
        let field = if takes.has_lines() { self.with_lines() } else { self };
        // One more is added to a list; it does not take its place.
        Field { proposed: field.proposed && !several, takes, ..field }
    }

    /// The same field whose first text stands for something.
    pub fn standing_for(self, value: String) -> Field {
        Field { stands_for: Some(value), ..self }
    }

    /// Makes it a value of a sort.
    pub fn set_kind(&mut self, kind: Kind) {
        self.kind = kind;
    }

    /// Says what a name becomes that the book does not know.
    pub fn set_novelty(&mut self, novelty: Novelty) {
        self.novelty = Some(novelty);
    }

    /// Begins no group of fields with it.
    pub fn without_heading(&mut self) {
        self.heading = None;
    }

    /// Begins a group of fields with it.
    pub fn set_heading(&mut self, heading: String) {
        self.heading = Some(heading);
    }

    /// Its text as it stands.
    pub fn raw(&self) -> &str {
        self.entry.raw()
    }

    /// Its text as it stood at first.
    pub fn initial(&self) -> &str {
        &self.initial
    }

    /// Whether its text is another one than at first.
    pub fn is_changed(&self) -> bool {
        self.raw() != self.initial
    }

    /// Puts a text in, as if it had been typed; none is the first one.
    pub fn fill(&mut self, text: Option<&str>) {
        self.entry = self.entry.with(text.unwrap_or(&self.initial));
        self.proposed =
            text.is_none() && matches!(self.takes, Takes::Text | Takes::OneOf { .. } | Takes::Record(_));
        self.edited();
    }

    /// Takes a key.
    pub(super) fn key(&mut self, key: &KeyEvent, types: bool, cells: u16) -> Taken {
        self.touch(types);
        let taken = self.entry.key(key, cells);
        if taken == Taken::Changed {
            self.edited();
        } else if self.picked.is_some() {
            // Where the cursor moves on, something else may be offered.
            self.asked = None;
        }
        taken
    }

    /// Takes pasted text.
    pub(super) fn paste(&mut self, text: &str) {
        self.touch(true);
        self.entry.paste(text);
        self.edited();
    }

    /// Makes room for what is typed; any other key takes the proposal as it stands, to be edited.
    fn touch(&mut self, types: bool) {
        if self.proposed && types {
            self.entry = self.entry.with("");
        }
        self.proposed = false;
    }

    /// Its text is another one now.
    fn edited(&mut self) {
        self.error = None;
        self.picked = None;
        self.agreed.clear();
    }

    /// Looks up what its text may mean.
    pub(super) fn read(&mut self, book: &Book) -> Result<()> {
        let now = (self.raw().to_owned(), self.entry.cursor());
        if self.asked.as_ref() == Some(&now) {
            return Ok(());
        }
        let same_text = self.asked.as_ref().is_some_and(|(text, _)| *text == now.0);
        if self.picked.is_none() {
            self.offer = self.takes.offers(&now.0, now.1, book)?;
        }
        if !same_text {
            self.meaning = self.takes.meaning(&self.entry.text(), &self.offer.choices, book)?;
        }
        self.asked = Some(now);
        Ok(())
    }

    /// Puts the next of those offered in, or the one before.
    pub(super) fn pick(&mut self, forward: bool) {
        let count = self.offer.choices.len();
        // What is offered for another text than stands there now, as after a fault of the disk, is none.
        let is_for_this = self.asked.as_ref().is_some_and(|(text, _)| text == self.raw());
        if count == 0 || !(is_for_this || self.picked.is_some()) {
            return;
        }
        let at = match (self.picked, forward) {
            (None, true) => 0,
            (None, false) => count - 1,
            (Some(at), true) => (at + 1) % count,
            (Some(at), false) => (at + count - 1) % count,
        };
        let label = self.offer.choices[at].label.clone();
        let piece = self.offer.piece.clone();
        self.entry.replace(piece.clone(), &label);
        self.offer.piece = piece.start..piece.start + label.len();
        self.proposed = false;
        self.error = None;
        self.picked = Some(at);
    }

    /// The names in it that the book does not know, and what becomes of them.
    pub(super) fn novelties(&self) -> Option<(Novelty, Vec<String>)> {
        let names = match &self.meaning {
            _ if self.picked.is_some() || self.stood().is_some() => return None,
            Ok(meaning) => meaning.new.clone(),
            Err(NoChoice::Unknown(name)) => vec![name.clone()],
            Err(_) => return None,
        };
        self.novelty.filter(|_| !names.is_empty()).map(|novelty| (novelty, names))
    }

    /// What it stands for as long as nobody has touched it.
    fn stood(&self) -> Option<&String> {
        self.stands_for.as_ref().filter(|_| !self.is_changed())
    }

    /// What it stands for, or why it stands for nothing.
    pub(super) fn answer(&self, lang: Lang) -> std::result::Result<String, Refused> {
        if let Some(value) = self.stood() {
            return Ok(value.clone());
        }
        if let (Takes::OneOf { .. } | Takes::Record(_), Some(choice)) = (&self.takes, self.chosen()) {
            return Ok(choice.value.clone());
        }
        if let Some((novelty, names)) = self.novelties()
            && novelty.is_asked()
            && self.agreed != names
        {
            return Err(Refused { words: novelty.asked(lang, &names), asks: names });
        }
        let refused = |words: String| Refused { words, asks: Vec::new() };
        match &self.meaning {
            _ if self.takes == Takes::Text => Ok(self.entry.text()),
            Ok(meaning) if meaning.new.is_empty() || self.may_be_new() => Ok(meaning.answer.clone()),
            Err(NoChoice::Unknown(name)) if self.novelty.is_some() => Ok(format!("{NEW}{name}")),
            Ok(meaning) => Err(refused(self.unknown(lang, &meaning.new.join(" · ")))),
            Err(NoChoice::Unknown(name)) => Err(refused(self.unknown(lang, name))),
            Err(NoChoice::Several(names)) => {
                Err(refused(tr!(lang, "form.several", names = names.join(" · ")).into_owned()))
            }
            Err(NoChoice::NoneOf(names)) => {
                Err(refused(tr!(lang, "form.one_of", names = names.join(" · ")).into_owned()))
            }
            Err(NoChoice::Unreadable(line)) => {
                Err(refused(tr!(lang, "field.unreadable", line = line).into_owned()))
            }
            Err(NoChoice::NoReach(Way::Email, text)) => {
                Err(refused(tr!(lang, "reach.no_address", text = text).into_owned()))
            }
            Err(NoChoice::NoReach(Way::Phone, text)) => {
                Err(refused(tr!(lang, "reach.no_number", text = text).into_owned()))
            }
        }
    }

    /// Agrees to new names, if they are asked for once more.
    pub(super) fn agree(&mut self, names: Vec<String>) {
        self.agreed = names;
    }

    /// Says what is wrong with what was typed, once it is left.
    pub(super) fn check(&mut self, look: &Look) {
        if self.proposed || self.error.is_some() {
            return;
        }
        self.error = self.kind.wrong(look, &self.entry.text());
        let is_read = self.asked.as_ref().is_some_and(|(text, _)| text == self.raw());
        if self.error.is_none() && is_read {
            // A new name is asked for on saving; all else that cannot be meant is said at once.
            let refused = self.answer(look.lang).err().filter(|refused| refused.asks.is_empty());
            self.error = refused.map(|refused| refused.words);
        }
    }

    fn chosen(&self) -> Option<&Choice> {
        self.picked.and_then(|at| self.offer.choices.get(at))
    }

    /// Whether a name that is not known may stand in it.
    fn may_be_new(&self) -> bool {
        self.novelty.is_some()
            || matches!(self.takes, Takes::OneOf { open: true, .. } | Takes::Several { open: true, .. })
    }

    fn unknown(&self, lang: Lang, name: &str) -> String {
        match &self.takes {
            Takes::OneOf { list, .. } | Takes::Several { list, .. } => {
                let names: Vec<&str> = list.iter().map(|choice| choice.label.as_str()).collect();
                tr!(lang, "form.one_of", names = names.join(" · ")).into_owned()
            }
            _ => tr!(lang, "form.unknown", name = name).into_owned(),
        }
    }
}
