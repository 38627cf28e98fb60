//! Commitments: what we promised a client, or they us, with a date.

use chrono::NaiveDate;

use crate::domain::id::Id;
use crate::domain::word::{CommitmentKind, CommitmentStatus, Side};
use crate::store::Writer;
use crate::store::error::Result;
use crate::store::row::table;

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

    /// Writes a commitment over the one with its id.
    pub fn update_commitment(&self, commitment: &Commitment) -> Result<()> {
        self.update_row(commitment)
    }
}
