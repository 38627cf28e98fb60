//! Commitments: what we promised a client, or they us, with a date.

use chrono::NaiveDate;

use crate::domain::due::DueKind;
use crate::domain::id::Id;
use crate::domain::word::{CommitmentKind, CommitmentStatus, Side};
use crate::store::Writer;
use crate::store::error::Result;
use crate::store::row::{self, table};

table! {
    /// A promise.
    pub struct Commitment in "commitment" {
        /// With which account.
        pub account_id: Option<Id>,
        /// To or by whom.
        pub contact_id: Option<Id>,
        /// For which deal.
        pub deal_id: Option<Id>,
        /// Who made it.
        pub promised_by: Side,
        /// What it is about.
        pub kind: CommitmentKind,
        /// What was promised.
        pub text: String,
        /// The day it was made.
        pub made_on: NaiveDate,
        /// The day it is due.
        pub due_on: Option<NaiveDate>,
        /// What became of it.
        pub status: CommitmentStatus,
        /// The day it was kept or broken.
        pub settled_on: Option<NaiveDate>,
        /// When it was entered, milliseconds UTC.
        pub created_at: i64,
    }
}

impl Writer<'_> {
    /// Puts a commitment in.
    pub fn insert_commitment(&self, commitment: &Commitment) -> Result<()> {
        self.insert_row(commitment)
    }

    /// Writes a commitment over the one with its id. What is due on another day is put off no longer.
    pub fn update_commitment(&self, commitment: &Commitment) -> Result<()> {
        let before: Commitment = self.row(commitment.id)?;
        if (before.due_on, before.promised_by) != (commitment.due_on, commitment.promised_by) {
            self.wake(commitment.id, DueKind::promised(before.promised_by))?;
        }
        self.update_row(commitment)
    }

    /// Takes a commitment out.
    pub fn delete_commitment(&self, id: Id) -> Result<()> {
        self.delete_attachments(id)?;
        self.delete_row::<Commitment>(id)
    }

    /// Takes the commitments of an account out.
    pub(super) fn delete_commitments_of(&self, account: Id) -> Result<()> {
        let all: Vec<Commitment> = row::all(self.connection, "account_id = ?1", &[&account])?;
        all.iter().try_for_each(|commitment| self.delete_commitment(commitment.id))
    }
}
