//! A line typed into a cell of a picture: something new, or the words of what stands there. It is kept as a
//! draft of the form that asks for the same.

use std::collections::BTreeMap;

use crate::domain::entry::{Entry, EntryKind, Holder, Value};
use crate::domain::id::Id;
use crate::ops::entry::EntryInput;
use crate::report::entry_words;
use crate::store::Draft;
use crate::tui::deed::EntryDeed;
use crate::tui::dialogs::kept::Typed;
use crate::tui::look::Look;
use crate::tui::widgets::input::LineInput;

/// The field into which one types.
const TEXT: &str = "text";
/// The most stars that may be typed after a factor.
const STARS: usize = 4;

/// A line that is typed.
#[derive(Debug, Clone)]
pub struct Typing {
    /// The line.
    pub input: LineInput,
    kind: EntryKind,
    of: Of,
    /// Whether it has been given to the book, and what became of it is not known yet.
    pub is_sent: bool,
    /// What else the form would say, in words.
    texts: BTreeMap<String, String>,
}

#[derive(Debug, Clone)]
enum Of {
    New(Holder, Vec<(&'static str, Value)>),
    Known(Id, String),
}

impl Typing {
    /// Something new of a record, of which this is already known.
    pub fn anew(look: &Look, kind: EntryKind, holder: Holder, known: Vec<(&'static str, Value)>) -> Typing {
        let words = |(key, value): &(&'static str, Value)| {
            let field = kind.spec().field(key)?;
            Some(((*key).to_owned(), entry_words::value(look.lang, field, value).into_owned()))
        };
        let texts = known.iter().filter_map(words).collect();
        Typing { input: LineInput::default(), kind, of: Of::New(holder, known), is_sent: false, texts }
    }

    /// The words of an entry; nothing where they are more than a line.
    pub fn over(entry: &Entry) -> Option<Typing> {
        let words = entry.text(TEXT).filter(|words| !words.contains('\n'))?;
        Some(Typing {
            input: LineInput::new(words),
            kind: entry.kind,
            of: Of::Known(entry.id, words.to_owned()),
            is_sent: false,
            texts: BTreeMap::new(),
        })
    }

    /// Whether it is to be something new.
    pub fn is_new(&self) -> bool {
        matches!(self.of, Of::New(..))
    }

    /// What is to be done with what was typed; nothing where it says nothing, or nothing else than before.
    pub fn deed(&self) -> Option<EntryDeed> {
        let text = self.input.text();
        let (text, stars) = match self.kind {
            EntryKind::Factor => starred(&text),
            _ => (text.as_str(), None),
        };
        if text.is_empty() {
            return None;
        }
        let mut input = EntryInput::default().with(TEXT, text);
        if let Some(stars) = stars {
            input = input.with("stars", Value::Number(stars));
        }
        match &self.of {
            Of::Known(_, before) if before == text && stars.is_none() => None,
            Of::Known(id, _) => Some(EntryDeed::Plan(self.kind, *id, input)),
            Of::New(holder, known) => {
                input
                    .values
                    .extend(known.iter().map(|(key, value)| ((*key).to_owned(), Some(value.clone()))));
                Some(EntryDeed::AddToPlan(self.kind, *holder, input))
            }
        }
    }

    /// What would be lost; without content where nothing was typed.
    pub fn draft(&self) -> Draft {
        let typed = self.typed();
        let content = match typed.texts.is_empty() {
            true => String::new(),
            false => serde_json::to_string(&typed).unwrap_or_default(),
        };
        Draft { form: self.kind.spec().table.to_owned(), record: Some(self.record()), content }
    }

    /// The same, given up on purpose; nothing where nothing was typed.
    pub fn put_aside(&self) -> Option<Draft> {
        let typed = self.typed();
        let content = serde_json::to_string(&typed.put_aside()).ok()?;
        let draft = self.draft();
        (!draft.content.is_empty()).then_some(Draft { content, ..draft })
    }

    /// What it is about: the record or, where it is told anew, the entry.
    fn record(&self) -> Id {
        match &self.of {
            Of::New(holder, _) => holder.id(),
            Of::Known(id, _) => *id,
        }
    }

    fn typed(&self) -> Typed {
        let text = self.input.text();
        let is_told = match &self.of {
            Of::New(..) => !text.is_empty(),
            Of::Known(_, before) => text != *before,
        };
        let texts = self.texts.iter().map(|(key, words)| (key.clone(), words.clone()));
        let all = texts.chain([(TEXT.to_owned(), text)]);
        Typed { put_aside: false, texts: if is_told { all.collect() } else { BTreeMap::new() } }
    }
}

/// Words, and the stars after them: `They know us **`.
fn starred(text: &str) -> (&str, Option<i64>) {
    let words = text.trim_end_matches(['*', '★']);
    let stars = text[words.len()..].chars().count();
    match words.trim_end().len() < words.len() && (1..=STARS).contains(&stars) {
        true => (words.trim_end(), i64::try_from(stars).ok()),
        false => (text, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_after_the_words_are_stars_and_within_them_are_not() {
        assert_eq!(starred("They know us **"), ("They know us", Some(2)));
        assert_eq!(starred("价格高 ★★★"), ("价格高", Some(3)));
        for plain in ["A* star", "Rated 5*", "**", "Too many *****"] {
            assert_eq!(starred(plain), (plain, None));
        }
    }
}
