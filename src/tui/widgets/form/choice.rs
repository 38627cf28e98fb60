//! What may stand in a field: anything, one of a list, or a record of the book found by its name.

use crate::domain::text::name_key;
use crate::domain::word::RecordKind;
use crate::store::{Book, Result};

/// How many are offered at a time.
const OFFERED: usize = 8;

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
}

/// Something to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What it is to the program: a key, or an id.
    pub value: String,
    /// What it is called.
    pub label: String,
}

/// Why a text is none of the choices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoChoice {
    /// It is like none of them.
    Unknown,
    /// It is like several.
    Several(Vec<String>),
}

impl Choice {
    /// A choice.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Choice {
        Choice { value: value.into(), label: label.into() }
    }
}

impl Takes {
    /// What a text may mean: what begins with it first.
    ///
    /// # Errors
    /// What the store could not read.
    pub fn offers(&self, text: &str, book: &Book) -> Result<Vec<Choice>> {
        match self {
            Takes::Text => Ok(Vec::new()),
            Takes::OneOf { list, .. } => Ok(alike(list, text)),
            Takes::Record(_) if text.trim().is_empty() => Ok(Vec::new()),
            Takes::Record(kind) => {
                let found = book.named(text, &[*kind])?.into_iter();
                let choices = found.map(|named| Choice::new(named.id.to_string(), named.name));
                Ok(choices.take(OFFERED).collect())
            }
        }
    }

    /// What a text stands for, of what is offered for it; the text itself where anything may stand there.
    ///
    /// # Errors
    /// [`NoChoice`] where it stands for none, or several.
    pub fn resolve(&self, text: &str, offered: &[Choice]) -> std::result::Result<String, NoChoice> {
        if text.is_empty() || *self == Takes::Text {
            return Ok(text.to_owned());
        }
        let key = name_key(text);
        let same = |choice: &&Choice| choice.value == text || name_key(&choice.label) == key;
        let exact: Vec<&Choice> = offered.iter().filter(same).collect();
        match (exact.as_slice(), offered, self) {
            ([one], ..) => Ok(one.value.clone()),
            ([], [one], _) => Ok(one.value.clone()),
            (_, _, Takes::OneOf { open: true, .. }) => Ok(text.to_owned()),
            ([], [], _) => Err(NoChoice::Unknown),
            (_, several, _) => Err(NoChoice::Several(several.iter().map(|one| one.label.clone()).collect())),
        }
    }
}

/// Those whose label or value begins with a text, then those that hold it.
fn alike(list: &[Choice], text: &str) -> Vec<Choice> {
    let key = text.trim().to_lowercase();
    let begins = |choice: &&Choice| {
        choice.label.to_lowercase().starts_with(&key) || choice.value.to_lowercase().starts_with(&key)
    };
    let holds = |choice: &&Choice| !begins(choice) && choice.label.to_lowercase().contains(&key);
    let first = list.iter().filter(begins);
    first.chain(list.iter().filter(holds)).take(OFFERED).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tiers() -> Vec<Choice> {
        [("key", "大客户"), ("ordinary", "普通客户"), ("prospective", "潜在客户")]
            .map(|(value, label)| Choice::new(value, label))
            .to_vec()
    }

    #[test]
    fn a_choice_is_known_by_its_name_or_key_or_the_beginning_of_either() {
        let takes = Takes::OneOf { list: tiers(), open: false };
        let meant = |text: &str| takes.resolve(text, &alike(&tiers(), text));
        assert_eq!(meant("大客户"), Ok("key".to_owned()));
        assert_eq!(meant("pro"), Ok("prospective".to_owned()));
        assert_eq!(meant(""), Ok(String::new()));
        assert_eq!(meant("gold"), Err(NoChoice::Unknown));
        assert_eq!(
            meant("客户"),
            Err(NoChoice::Several(vec!["大客户".into(), "普通客户".into(), "潜在客户".into()]))
        );
    }

    #[test]
    fn an_open_list_takes_a_new_name() {
        let takes = Takes::OneOf { list: tiers(), open: true };
        assert_eq!(takes.resolve("no budget", &[]), Ok("no budget".to_owned()));
    }
}
