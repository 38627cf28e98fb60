//! Rows that are perhaps, but not surely, a record of ours: they are told, and joined only where the person
//! says so.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::join::Joiner;
use super::refusal::Refusal;
use super::row::Kind;
use crate::domain::id::Id;
use crate::domain::word::RecordKind;
use crate::exchange::Origin;
use crate::store::Row;

/// How many records a row may be at most.
pub(super) const SHOWN: usize = 5;

/// What becomes of the rows that are perhaps a record of ours.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Joins {
    /// Whether such a row is joined where nothing else was said of it, if there is one such record; else it
    /// makes a new one.
    pub all: bool,
    /// What was said of a row of a file: the record that it is, or none of them.
    pub told: BTreeMap<(PathBuf, u64), Option<Id>>,
}

/// A record of ours that a row perhaps is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The record.
    pub id: Id,
    /// The number of its short code.
    pub code: i64,
    /// Its name.
    pub name: String,
    /// Why it may be that.
    pub why: Why,
}

/// Why a row may be a record of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It has the same name, and another domain.
    NameOtherDomain,
    /// It has the same name, and so have others.
    NameOfSeveral,
    /// It has the same domain, and so have others.
    DomainOfSeveral,
    /// It has the same name at the same account, and other addresses.
    NameOtherEmail,
    /// It has the same name, and one of the two has no account.
    NameNoAccount,
    /// It has the same address, and so have others.
    EmailOfSeveral,
    /// It has the same telephone number, and another name.
    Phone,
    /// It has nearly the same name: for a person, at the same account.
    NearName,
}

/// A row that is perhaps a record of ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Likely {
    /// The row in the file.
    pub row: u64,
    /// What kind of record.
    pub kind: RecordKind,
    /// What the row calls it.
    pub name: String,
    /// The records that it may be, the likeliest first.
    pub candidates: Vec<Candidate>,
    /// The one that it was joined with; else it made a new one.
    pub joined: Option<Id>,
}

/// What was said of the rows of one file.
pub(super) struct Choices<'a> {
    pub joins: &'a Joins,
    pub file: &'a Path,
    /// Records from this id on were made by the import itself.
    pub made_from: Id,
}

impl Choices<'_> {
    /// The record among those that a row may be that it is to be joined with.
    pub fn choose<R: Row>(&self, row: u64, likely: Vec<(R, Why)>) -> Option<R> {
        match self.joins.told.get(&(self.file.to_owned(), row)) {
            Some(told) => likely.into_iter().map(|(record, _)| record).find(|one| Some(one.id()) == *told),
            None if self.joins.all && likely.len() == 1 => likely.into_iter().next().map(|(one, _)| one),
            None => None,
        }
    }

    /// Keeps those that were in the book before.
    pub fn were_there<R: Row>(&self, likely: Vec<(R, Why)>) -> Vec<(R, Why)> {
        likely.into_iter().filter(|(record, _)| record.id() < self.made_from).collect()
    }
}

impl Joiner<'_> {
    /// Those records that a row may still be. A row with an id of its own is none that another id stands for;
    /// a row without one may well be one that was seen with another address.
    pub fn open_to<R: Row>(&self, origin: &Origin, likely: Vec<(R, Why)>) -> Result<Vec<(R, Why)>, Refusal> {
        if origin.id.is_none() {
            return Ok(likely);
        }
        let mut free = vec![];
        for (record, why) in likely {
            if !self.space.is_taken(self.writer, record.id())? {
                free.push((record, why));
            }
        }
        Ok(free)
    }
}

/// The records as they are told.
pub(super) fn candidates<K: Kind>(likely: &[(K::Row, Why)]) -> Vec<Candidate> {
    let told = |(row, why): &(K::Row, Why)| Candidate {
        id: row.id(),
        code: K::code(row),
        name: K::name(row),
        why: *why,
    };
    likely.iter().map(told).collect()
}
