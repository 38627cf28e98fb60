//! What an operation is called, and what it gives back.

use std::collections::BTreeMap;

use crate::domain::deed::Deed;
use crate::domain::id::Id;

/// The name of an operation: what was done, to what, and a further word (the stage moved to, say).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// What was done.
    pub deed: Deed,
    /// The record's name, or how many there were.
    pub subject: String,
    /// A further word; empty where there is none.
    pub detail: String,
}

impl Label {
    /// What was done, to what.
    pub fn new(deed: Deed, subject: impl Into<String>) -> Self {
        Label { deed, subject: subject.into(), detail: String::new() }
    }

    /// With a further word.
    pub fn with(self, detail: impl Into<String>) -> Self {
        Label { detail: detail.into(), ..self }
    }
}

/// Which tables an operation changed, and in how many rows; screens read again what shows them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// Rows changed, by table.
    pub tables: BTreeMap<String, u64>,
}

impl Changes {
    /// Whether any of these tables changed.
    pub fn touch(&self, tables: &[&str]) -> bool {
        tables.iter().any(|table| self.tables.contains_key(*table))
    }

    /// Rows changed in all, events apart: they only tell of other changes.
    pub fn rows(&self) -> u64 {
        self.tables.iter().filter(|(table, _)| !table.ends_with("_event")).map(|(_, rows)| rows).sum()
    }
}

/// What an operation gave back, and what it changed.
#[derive(Debug, Clone)]
pub struct Outcome<T> {
    /// What the operation found or made.
    pub value: T,
    /// The operation's id in the history; none where nothing had to be changed.
    pub operation: Option<Id>,
    /// Its name.
    pub label: Label,
    /// What it changed.
    pub changes: Changes,
}
