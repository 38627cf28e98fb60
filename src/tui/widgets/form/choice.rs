//! What may stand in a field: anything, one of a list, a record of the book found by its name, or several
//! of them.

use std::ops::Range;

use super::lines;
use super::meaning::{Meaning, NoChoice};
use crate::domain::reach::Way;
use crate::domain::text::name_key;
use crate::domain::word::RecordKind;
use crate::store::{Book, Result};

/// Records that are offered at a time.
const OFFERED: usize = 8;

/// How many of a list are offered at a time: all of those that the trade knows.
const LISTED: usize = 24;

/// What a field takes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Takes {
    /// Anything.
    #[default]
    Text,
    /// One of these; anything else too, where it is `open`.
    OneOf {
        /// What there is.
        list: Vec<Choice>,
        /// Whether a new one may be named.
        open: bool,
    },
    /// A record of the book.
    Record(RecordKind),
    /// Records of the book with commas between them.
    Records(RecordKind),
    /// Several of these with commas between them; others too, where it is `open`.
    Several {
        /// What there is.
        list: Vec<Choice>,
        /// Whether a new one may be named.
        open: bool,
    },
    /// People of the book, a line each, with their parts of these after a colon.
    People(Vec<Choice>),
    /// Products of these, a line each: `Pump x 3 @ 1200`.
    Products(Vec<Choice>),
    /// Addresses or numbers, a line each, with one of these labels or another.
    Reaches(Way, Vec<Choice>),
    /// Houses where somebody worked before, a line each: `Siemens: plant manager, 2019`.
    Employers,
}

/// Something to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What it is to the program: a key, or an id.
    pub value: String,
    /// What it is called.
    pub label: String,
}

/// What is offered for a piece of the text: the one being typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Offer {
    /// The piece that a choice takes the place of, in bytes.
    pub piece: Range<usize>,
    /// What there is to choose.
    pub choices: Vec<Choice>,
}

impl Choice {
    /// A choice.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Choice {
        Choice { value: value.into(), label: label.into() }
    }
}

impl Takes {
    /// What the piece of a text in which the cursor stands may mean: what begins with it first.
    ///
    /// # Errors
    /// What the store could not read.
    pub fn offers(&self, text: &str, cursor: usize, book: &Book) -> Result<Offer> {
        let whole = 0..text.len();
        let (piece, choices) = match self {
            Takes::Text => (whole, Vec::new()),
            Takes::OneOf { list, .. } => (whole, alike(list, text)),
            Takes::Record(kind) => (whole, records(book, *kind, text)?),
            Takes::Records(kind) => {
                let piece = lines::item_at(text, whole, cursor);
                (piece.clone(), records(book, *kind, &text[piece])?)
            }
            Takes::Several { list, .. } => {
                let piece = lines::item_at(text, 0..text.len(), cursor);
                let told: Vec<&str> =
                    lines::items(text).filter(|item| *item != &text[piece.clone()]).collect();
                let untold: Vec<Choice> =
                    list.iter().filter(|one| !told.contains(&one.label.as_str())).cloned().collect();
                (piece.clone(), alike(&untold, &text[piece]))
            }
            Takes::People(parts) => match lines::person_at(text, cursor) {
                (piece, true) => (piece.clone(), records(book, RecordKind::Contact, &text[piece])?),
                (piece, false) => (piece.clone(), alike(parts, &text[piece])),
            },
            Takes::Products(list) => match lines::product_at(text, cursor) {
                Some(piece) => (piece.clone(), alike(list, &text[piece])),
                None => (cursor..cursor, Vec::new()),
            },
            Takes::Reaches(way, labels) => match lines::label_at(*way, text, cursor) {
                Some(piece) => (piece.clone(), alike(labels, &text[piece])),
                None => (cursor..cursor, Vec::new()),
            },
            Takes::Employers => match lines::person_at(text, cursor) {
                (piece, true) => (piece.clone(), records(book, RecordKind::Account, &text[piece])?),
                (_, false) => (cursor..cursor, Vec::new()),
            },
        };
        Ok(Offer { piece, choices })
    }

    /// What a whole text stands for; `offered` is what was offered for it.
    ///
    /// # Errors
    /// What the store could not read; inside it, why it stands for nothing.
    pub fn meaning(
        &self,
        text: &str,
        offered: &[Choice],
        book: &Book,
    ) -> Result<std::result::Result<Meaning, NoChoice>> {
        if text.is_empty() {
            return Ok(Ok(Meaning::default()));
        }
        Ok(match self {
            Takes::Text => Ok(Meaning::known(text)),
            Takes::OneOf { list, open } => one(&alike(list, text), text, *open),
            Takes::Record(_) => one(offered, text, false),
            Takes::Records(kind) => {
                let mut all = Vec::new();
                for item in lines::items(text) {
                    all.push(one(&records(book, *kind, item)?, item, false));
                }
                all.into_iter().collect()
            }
            Takes::Several { list, open } => {
                lines::items(text).map(|item| one(&alike(list, item), item, *open)).collect()
            }
            Takes::People(parts) => {
                let mut all = Vec::new();
                for line in text.lines().filter(|line| !line.trim().is_empty()) {
                    let (name, told) = lines::person(line);
                    let who = one(&records(book, RecordKind::Contact, name)?, name, false);
                    let parts = lines::items(told).map(|part| match one(&alike(parts, part), part, false) {
                        Err(NoChoice::Unknown(_)) => Err(NoChoice::NoneOf(labels(parts))),
                        known => known,
                    });
                    all.push(lines::person_meaning(who, parts.collect()));
                }
                all.into_iter().collect::<std::result::Result<Vec<_>, _>>().map(Meaning::lines)
            }
            Takes::Products(list) => {
                let all = text.lines().filter(|line| !line.trim().is_empty());
                let all = all.map(|line| lines::product(line, |name| one(&alike(list, name), name, true)));
                all.collect::<std::result::Result<Vec<_>, _>>().map(Meaning::lines)
            }
            Takes::Reaches(way, labels) => lines::reaches(*way, text, |label| {
                one(&alike(labels, label), label, true)
                    .map_or_else(|_| label.to_owned(), |known| known.answer)
            }),
            Takes::Employers => lines::employers(text),
        })
    }

    /// Whether its text has several lines.
    pub fn has_lines(&self) -> bool {
        matches!(self, Takes::People(_) | Takes::Products(_) | Takes::Reaches(..) | Takes::Employers)
    }
}

/// What a text stands for among what is offered for it: the one of that name, or the only one like it.
fn one(offered: &[Choice], text: &str, open: bool) -> std::result::Result<Meaning, NoChoice> {
    let key = name_key(text);
    let same = |choice: &&Choice| choice.value == text || name_key(&choice.label) == key;
    let exact: Vec<&Choice> = offered.iter().filter(same).collect();
    match (exact.as_slice(), offered) {
        ([one], _) => Ok(Meaning::known(&one.value)),
        ([], [one]) if !open => Ok(Meaning::known(&one.value)),
        ([], [one]) if one.label.to_lowercase().starts_with(&text.to_lowercase()) => {
            Ok(Meaning::known(&one.value))
        }
        ([], _) if open => Ok(Meaning::new(text, text)),
        ([], []) => Err(NoChoice::Unknown(text.to_owned())),
        (_, several) => Err(NoChoice::Several(labels(several))),
    }
}

fn labels(choices: &[Choice]) -> Vec<String> {
    choices.iter().map(|one| one.label.clone()).collect()
}

/// The records that a text may mean.
fn records(book: &Book, kind: RecordKind, text: &str) -> Result<Vec<Choice>> {
    if text.trim().is_empty() {
        return Ok(Vec::new());
    }
    let found = book.named(text, &[kind])?.into_iter();
    Ok(found.map(|named| Choice::new(named.id.to_string(), named.name)).take(OFFERED).collect())
}

/// Those whose label or value begins with a text, then those that hold it.
fn alike(list: &[Choice], text: &str) -> Vec<Choice> {
    let key = text.trim().to_lowercase();
    let begins = |choice: &&Choice| {
        choice.label.to_lowercase().starts_with(&key) || choice.value.to_lowercase().starts_with(&key)
    };
    let holds = |choice: &&Choice| !begins(choice) && choice.label.to_lowercase().contains(&key);
    let mut alike: Vec<Choice> = Vec::new();
    for choice in list.iter().filter(begins).chain(list.iter().filter(holds)) {
        // Of two names for one thing, as `me` is one, the first will do.
        if alike.iter().all(|known| known.value != choice.value) {
            alike.push(choice.clone());
        }
    }
    alike.truncate(LISTED);
    alike
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Clock;

    fn tiers() -> Vec<Choice> {
        [("key", "大客户"), ("ordinary", "普通客户"), ("prospective", "潜在客户")]
            .map(|(value, label)| Choice::new(value, label))
            .to_vec()
    }

    fn meaning(takes: &Takes, text: &str) -> std::result::Result<Meaning, NoChoice> {
        takes.meaning(text, &[], &Book::in_memory(Clock::machine()).unwrap()).unwrap()
    }

    #[test]
    fn a_choice_is_known_by_its_name_or_key_or_the_beginning_of_either() {
        let takes = Takes::OneOf { list: tiers(), open: false };
        assert_eq!(meaning(&takes, "大客户"), Ok(Meaning::known("key")));
        assert_eq!(meaning(&takes, "pro"), Ok(Meaning::known("prospective")));
        assert_eq!(meaning(&takes, ""), Ok(Meaning::default()));
        assert_eq!(meaning(&takes, "gold"), Err(NoChoice::Unknown("gold".into())));
        assert_eq!(
            meaning(&takes, "客户"),
            Err(NoChoice::Several(vec!["大客户".into(), "普通客户".into(), "潜在客户".into()]))
        );
    }

    #[test]
    fn an_open_list_takes_a_new_name_and_knows_that_it_is_one() {
        let takes = Takes::OneOf { list: tiers(), open: true };
        assert_eq!(meaning(&takes, "no budget"), Ok(Meaning::new("no budget", "no budget")));
        assert_eq!(meaning(&takes, "大客户"), Ok(Meaning::known("key")));
    }

    #[test]
    fn several_are_told_with_commas_and_completed_one_by_one() {
        let takes = Takes::Several { list: tiers(), open: true };
        let told = meaning(&takes, "潜在客户，vip").unwrap();
        assert_eq!((told.answer.as_str(), told.new), ("prospective, vip", vec!["vip".to_owned()]));
        let book = Book::in_memory(Clock::machine()).unwrap();
        let text = "大客户, 普";
        let offer = takes.offers(text, text.len(), &book).unwrap();
        assert_eq!((&text[offer.piece], offer.choices), ("普", vec![Choice::new("ordinary", "普通客户")]));
    }

    #[test]
    fn a_product_line_tells_how_many_and_at_what_price() {
        let takes = Takes::Products(vec![Choice::new("Pump X", "Pump X")]);
        assert_eq!(
            meaning(&takes, "Pump X x 3 @ 1200").map(|told| told.answer),
            Ok("Pump X\t3000\t1200".into())
        );
        assert_eq!(meaning(&takes, "pump").map(|told| told.answer), Ok("Pump X\t1000\t".into()));
        let new = meaning(&takes, "Valve × 2.5").unwrap();
        assert_eq!((new.answer.as_str(), new.new), ("Valve\t2500\t", vec!["Valve".to_owned()]));
        assert_eq!(meaning(&takes, "x 3"), Err(NoChoice::Unreadable("x 3".into())));
    }
}
