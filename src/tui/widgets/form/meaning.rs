//! What a field's text stands for, and what to say where it stands for nothing, or for something new.

use crate::domain::reach::Way;
use crate::i18n::Lang;
use crate::tr;

/// The mark before a name that is no record's yet.
pub const NEW: char = '+';

/// What a text stands for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Meaning {
    /// It, as the form's owner reads it.
    pub answer: String,
    /// The names in it that the book does not know.
    pub new: Vec<String>,
}

/// Why a text stands for nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoChoice {
    /// There is nothing like it.
    Unknown(String),
    /// It is none of these, and must be.
    NoneOf(Vec<String>),
    /// There are several like it.
    Several(Vec<String>),
    /// A line that says something else.
    Unreadable(String),
    /// No address, or no number.
    NoReach(Way, String),
}

/// What a name that the book does not know becomes on saving.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Novelty {
    /// An account.
    Account,
    /// A person.
    Person,
    /// One of ours.
    Colleague,
    /// A product.
    Product,
    /// A tag.
    Tag,
    /// A reason why deals are lost.
    LostReason,
}

impl Meaning {
    /// Something known.
    pub fn known(answer: &str) -> Meaning {
        Meaning { answer: answer.to_owned(), new: Vec::new() }
    }

    /// Something that has a name only.
    pub fn new(answer: &str, name: &str) -> Meaning {
        Meaning { answer: answer.to_owned(), new: vec![name.to_owned()] }
    }

    /// A line for each.
    pub fn lines(all: Vec<Meaning>) -> Meaning {
        Meaning::joined(all, "\n")
    }

    fn joined(all: Vec<Meaning>, between: &str) -> Meaning {
        let answers: Vec<&str> = all.iter().map(|one| one.answer.as_str()).collect();
        Meaning { answer: answers.join(between), new: all.iter().flat_map(|one| one.new.clone()).collect() }
    }
}

impl FromIterator<Meaning> for Meaning {
    fn from_iter<I: IntoIterator<Item = Meaning>>(all: I) -> Meaning {
        Meaning::joined(all.into_iter().collect(), ", ")
    }
}

impl Novelty {
    /// Whether it is made only when it has been asked for: a mistyped tag does little harm, a mistyped
    /// account is found months later.
    pub fn is_asked(self) -> bool {
        self != Novelty::Tag
    }

    /// A quiet word under the field.
    pub fn said(self, lang: Lang, names: &[String]) -> String {
        let names = names.join(" · ");
        match self {
            Novelty::Account => tr!(lang, "field.new.account", names = names),
            Novelty::Person => tr!(lang, "field.new.person", names = names),
            Novelty::Colleague => tr!(lang, "field.new.colleague", names = names),
            Novelty::Product => tr!(lang, "field.new.product", names = names),
            Novelty::Tag => tr!(lang, "field.new.tag", names = names),
            Novelty::LostReason => tr!(lang, "field.new.lost_reason", names = names),
        }
        .into_owned()
    }

    /// What is said when the form is to be saved with it.
    pub fn asked(self, lang: Lang, names: &[String]) -> String {
        let names = names.join(" · ");
        match self {
            Novelty::Account => tr!(lang, "field.ask.account", names = names),
            Novelty::Person => tr!(lang, "field.ask.person", names = names),
            Novelty::Colleague => tr!(lang, "field.ask.colleague", names = names),
            Novelty::Product => tr!(lang, "field.ask.product", names = names),
            Novelty::Tag => tr!(lang, "field.new.tag", names = names),
            Novelty::LostReason => tr!(lang, "field.ask.lost_reason", names = names),
        }
        .into_owned()
    }
}
