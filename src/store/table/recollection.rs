//! What is remembered of people, and how they see us.

use chrono::NaiveDate;

use crate::domain::id::Id;
use crate::domain::person::{RecollectionKind, Rung};
use crate::store::Writer;
use crate::store::error::Result;
use crate::store::row::{self, table};

table! {
    /// Something to recall of a person.
    pub struct Recollection in "recollection" {
        /// Of which contact.
        pub contact_id: Option<Id>,
        /// Of whom of ours.
        pub colleague_id: Option<Id>,
        /// The observation in which it was heard; it goes with that one.
        pub observation_id: Option<Id>,
        /// What it is.
        pub kind: RecollectionKind,
        /// The day it was said or learned.
        pub told_on: NaiveDate,
        /// In words.
        pub text: String,
        /// When it was entered, milliseconds UTC.
        pub created_at: i64,
    }
}

table! {
    /// The rung on which a person sees us, from a day on.
    pub struct SeenAs in "seen_as" {
        /// Who sees us.
        pub contact_id: Id,
        /// As what.
        pub rung: Rung,
        /// From which day on.
        pub since: NaiveDate,
        /// When it was entered, milliseconds UTC.
        pub created_at: i64,
    }
}

impl Writer<'_> {
    /// Puts a recollection in.
    pub fn insert_recollection(&self, recollection: &Recollection) -> Result<()> {
        self.insert_row(recollection)
    }

    /// Writes a recollection over the one with its id.
    pub fn update_recollection(&self, recollection: &Recollection) -> Result<()> {
        self.update_row(recollection)
    }

    /// Takes a recollection out.
    pub fn delete_recollection(&self, id: Id) -> Result<()> {
        self.delete_row::<Recollection>(id)
    }

    /// The rung on which a person has seen us since this very day, where one is told.
    pub fn seen_as_since(&self, contact: Id, since: NaiveDate) -> Result<Option<SeenAs>> {
        row::first(self.connection, "contact_id = ?1 AND since = ?2", &[&contact, &since])
    }

    /// Writes a rung over the one with its id.
    pub fn update_seen_as(&self, seen: &SeenAs) -> Result<()> {
        self.update_row(seen)
    }

    /// Puts a rung in.
    pub fn insert_seen_as(&self, seen: &SeenAs) -> Result<()> {
        self.insert_row(seen)
    }
}
