//! Promises and special days, as programs read them.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::id::Id;

/// A promise, ours or theirs.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct CommitmentOut {
    /// Its identity.
    pub id: Id,
    /// What was promised.
    pub text: String,
    /// us or them.
    pub promised_by: String,
    /// quality, price, supply or other.
    pub kind: String,
    /// open, kept or broken.
    pub status: String,
    /// The day it was made.
    pub made_on: NaiveDate,
    /// The day it is due.
    pub due_on: Option<NaiveDate>,
    /// The day it was kept or broken.
    pub settled_on: Option<NaiveDate>,
    /// To or by whom, by name.
    pub contact: Option<String>,
    /// The deal, by name.
    pub deal: Option<String>,
    /// The account, by name.
    pub account: Option<String>,
}

/// A day that is remembered each year.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct SpecialDayOut {
    /// Its identity.
    pub id: Id,
    /// birthday, anniversary, holiday or any other word.
    pub kind: String,
    /// What it is called.
    pub label: Option<String>,
    /// solar or lunar.
    pub calendar: String,
    /// The year it began.
    pub year: Option<i64>,
    /// The month, 1 to 12.
    pub month: i64,
    /// The day of the month.
    pub day: i64,
    /// The civil date on which it comes next.
    pub next_on: Option<NaiveDate>,
    /// Days of notice ahead, where they are its own.
    pub notice_days: Option<i64>,
    /// Whose, by name.
    pub contact: Option<String>,
    /// The account, by name.
    pub account: Option<String>,
}
