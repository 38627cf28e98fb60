//! Records that look like doubles, and that a person has told apart.

use std::collections::HashSet;

use chrono::NaiveDate;

use crate::domain::id::Id;
use crate::domain::word::RecordKind;
use crate::store::Writer;
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::row::{self, table};

table! {
    /// Two records that are not one.
    pub struct Apart in "apart" {
        /// What kind of records.
        pub record_kind: RecordKind,
        /// The older one.
        pub one_id: Id,
        /// The younger one.
        pub other_id: Id,
        /// The day on which they were told apart.
        pub told_on: NaiveDate,
    }
}

impl Book {
    /// The pairs of a kind that were told apart, the older one first in each.
    pub fn told_apart(&self, kind: RecordKind) -> Result<HashSet<(Id, Id)>> {
        let rows: Vec<Apart> = row::all(&self.connection, "record_kind = ?1", &[&kind])?;
        Ok(rows.into_iter().map(|row| (row.one_id, row.other_id)).collect())
    }
}

impl Writer<'_> {
    /// Tells two records apart.
    pub fn tell_apart(&self, kind: RecordKind, one: Id, other: Id) -> Result<()> {
        self.keep_apart(kind, (one, other), self.today)
    }

    /// Takes it back that two records were told apart.
    pub fn tell_together(&self, one: Id, other: Id) -> Result<()> {
        self.delete_where::<Apart>("one_id = ?1 AND other_id = ?2", &[&one.min(other), &one.max(other)])
    }

    fn keep_apart(&self, kind: RecordKind, (one, other): (Id, Id), on: NaiveDate) -> Result<()> {
        let (one_id, other_id) = (one.min(other), one.max(other));
        let condition = "one_id = ?1 AND other_id = ?2";
        let known: Option<Apart> = row::first(self.connection, condition, &[&one_id, &other_id])?;
        match known {
            Some(_) => Ok(()),
            None => {
                self.insert_row(&Apart { id: self.mint()?, record_kind: kind, one_id, other_id, told_on: on })
            }
        }
    }

    /// Whoever was told apart from a record that becomes part of another is apart from that one.
    pub(super) fn move_apart(&self, from: Id, into: Id) -> Result<()> {
        for apart in row::all::<Apart>(self.connection, "one_id = ?1 OR other_id = ?1", &[&from])? {
            self.delete_row::<Apart>(apart.id)?;
            let third = if apart.one_id == from { apart.other_id } else { apart.one_id };
            if third != into {
                self.keep_apart(apart.record_kind, (into, third), apart.told_on)?;
            }
        }
        Ok(())
    }

    /// Forgets from whom a record was told apart.
    pub(super) fn delete_apart_of(&self, record: Id) -> Result<()> {
        self.delete_where::<Apart>("one_id = ?1 OR other_id = ?1", &[&record])
    }
}
