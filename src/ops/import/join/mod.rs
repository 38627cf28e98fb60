//! Joining: the records of ours that a row names, made where there are none.

mod account;
mod contact;
mod deal;

pub(super) use self::account::key as account_key;
pub(super) use self::contact::key as contact_key;

use std::cell::{OnceCell, RefCell};
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, Hash, RandomState};

use super::super::deal::find_or_add_reason;
use super::super::{input, owner};
use super::alike::Alike;
use super::likely::Choices;
use super::origin::Namespace;
use super::refusal::Refusal;
use crate::domain::country::Country;
use crate::domain::id::Id;
use crate::domain::money::Currency;
use crate::domain::word::RecordKind;
use crate::exchange::{AccountRef, Cell, ContactRef};
use crate::store::Writer;
use crate::store::table::attachment::CustomField;

/// How many references are kept in mind at once.
const KEPT: usize = 20_000;

/// Keeps what a reference was found to mean; all of them are forgotten where they grow too many.
fn keep<K: Eq + Hash, V>(known: &mut HashMap<K, V>, reference: K, meant: V) {
    if known.len() >= KEPT {
        known.clear();
    }
    known.insert(reference, meant);
}

/// Finds and makes what the rows of one file name.
pub(super) struct Joiner<'a> {
    pub writer: &'a Writer<'a>,
    pub space: Namespace,
    /// The currency of what names none.
    pub currency: Currency,
    /// The country of numbers that say nothing else.
    pub home: Option<&'static Country>,
    /// What was said of rows that are perhaps a record of ours.
    pub choices: Choices<'a>,
    pub alike: Alike,
    /// Records from this id on were made by rows of this very file.
    begun: Id,
    /// Whether no row of such a file was ever seen before this one.
    is_first: OnceCell<bool>,
    known: RefCell<Known>,
    /// Marks of rows for which no record of ours is left that they could be.
    exhausted: RefCell<HashSet<u64>>,
    /// Those of them that rows made which may yet be taken back.
    lately: RefCell<Vec<u64>>,
    hasher: RandomState,
}

/// What was found out already.
#[derive(Default)]
struct Known {
    owners: HashMap<String, Id>,
    accounts: HashMap<AccountRef, Id>,
    /// The person whom a reference means, at the account that it was last asked for.
    contacts: HashMap<ContactRef, (Option<Id>, Id)>,
    fields: HashMap<(RecordKind, String), CustomField>,
    reasons: HashMap<String, Id>,
}

impl<'a> Joiner<'a> {
    pub fn new(writer: &'a Writer<'a>, space: Namespace, choices: Choices<'a>) -> crate::store::Result<Self> {
        let settings = writer.settings()?;
        let (currency, home) = (settings.base_currency, settings.home());
        Ok(Joiner {
            writer,
            space,
            currency,
            home,
            choices,
            alike: Alike::default(),
            begun: writer.mint()?,
            is_first: OnceCell::new(),
            known: RefCell::default(),
            exhausted: RefCell::default(),
            lately: RefCell::default(),
            hasher: RandomState::new(),
        })
    }

    /// Whether a record was made by a row of this very file.
    pub fn has_made(&self, record: Id) -> bool {
        record >= self.begun
    }

    /// Whether no row of such a file was ever seen before this one, all of whose rows are of this kind: then a row
    /// that the file has not repeated is surely new, without looking.
    pub fn is_first(&self, kind: RecordKind) -> crate::store::Result<bool> {
        if let Some(known) = self.is_first.get() {
            return Ok(*known);
        }
        let is_first = !self.space.is_known(self.writer, kind)?;
        Ok(*self.is_first.get_or_init(|| is_first))
    }

    /// Forgets what was found out: it may have been made for a row that was then refused.
    pub fn forget(&self) {
        *self.known.borrow_mut() = Known::default();
        let mut exhausted = self.exhausted.borrow_mut();
        for mark in self.lately.borrow_mut().drain(..) {
            exhausted.remove(&mark);
        }
    }

    /// From now on less is forgotten: what came before stands.
    pub fn stand(&self) {
        self.lately.borrow_mut().clear();
    }

    /// Who of ours a word means.
    pub fn owner(&self, told: &Cell<String>) -> Result<Cell<Id>, Refusal> {
        let Some(word) = told.value() else { return Ok(told.clone().map(|_| Id(0))) };
        if let Some(known) = self.known.borrow().owners.get(word) {
            return Ok(Cell::Is(*known));
        }
        let id = owner::find_or_add(self.writer, word)?;
        self.known.borrow_mut().owners.insert(word.clone(), id);
        Ok(Cell::Is(id))
    }

    /// The reason for losing that a word means.
    pub fn reason(&self, word: &str) -> Result<Id, Refusal> {
        if let Some(known) = self.known.borrow().reasons.get(word) {
            return Ok(*known);
        }
        let id = find_or_add_reason(self.writer, word)?;
        self.known.borrow_mut().reasons.insert(word.to_owned(), id);
        Ok(id)
    }

    /// The custom field with this key, made where there is none.
    pub fn field(&self, kind: RecordKind, key: &str) -> Result<CustomField, Refusal> {
        let name = (kind, key.to_owned());
        if let Some(field) = self.known.borrow().fields.get(&name) {
            return Ok(field.clone());
        }
        let field = input::find_or_add_field(self.writer, kind, key)?;
        self.known.borrow_mut().fields.insert(name, field.clone());
        Ok(field)
    }

    /// What `find` gives, asked no more for a key once it gave nothing: rows of one file make no record
    /// that a later row of it could be.
    pub fn unless_exhausted<T>(
        &self,
        key: impl Hash,
        find: impl FnOnce() -> Result<Option<T>, Refusal>,
    ) -> Result<Option<T>, Refusal> {
        let mark = self.hasher.hash_one(key);
        if self.exhausted.borrow().contains(&mark) {
            return Ok(None);
        }
        let found = find()?;
        if found.is_none() {
            self.exhausted.borrow_mut().insert(mark);
            self.lately.borrow_mut().push(mark);
        }
        Ok(found)
    }
}

/// The only one of what was found; several cannot be told apart.
fn only<T>(found: Vec<T>) -> Result<Option<T>, Several> {
    let mut found = found.into_iter();
    match (found.next(), found.next()) {
        (Some(_), Some(_)) => Err(Several),
        (one, _) => Ok(one),
    }
}

/// Several records fit.
struct Several;

/// Whether two values do not contradict each other.
pub(super) fn same_or_unknown<T: PartialEq>(one: Option<T>, other: Option<T>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    }
}
