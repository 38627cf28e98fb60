//! What is due, as programs read it.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::id::Id;

/// What waits for a hand today, overdue things first.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct TodayOut {
    /// Which day it is.
    pub today: NaiveDate,
    /// Next steps of deals that are due.
    pub next_steps: Vec<NextStepOut>,
    /// What we promised.
    pub commitments: Vec<CommitmentOut>,
    /// Birthdays and the like.
    pub special_days: Vec<SpecialDayOut>,
    /// Payments that are due to us.
    pub receivables: Vec<serde_json::Value>,
    /// Complaints without an answer.
    pub complaints: Vec<serde_json::Value>,
    /// People not heard of for longer than their rhythm.
    pub quiet_contacts: Vec<QuietContactOut>,
}

/// A next step that is due.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct NextStepOut {
    /// The deal's identity.
    pub id: Id,
    /// The deal's short code.
    pub code: String,
    /// The deal's name.
    pub deal: String,
    /// The account, by name.
    pub account: String,
    /// What is to be done.
    pub next_step: Option<String>,
    /// When.
    pub next_on: NaiveDate,
    /// The day has passed.
    pub overdue: bool,
}

/// Something that we promised a client.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct CommitmentOut {
    /// Its identity.
    pub id: Id,
    /// What was promised.
    pub text: String,
    /// quality, price, supply or other.
    pub kind: String,
    /// To whom, by name.
    pub to: Option<String>,
    /// When it is due.
    pub due_on: Option<NaiveDate>,
    /// The day has passed.
    pub overdue: bool,
}

/// A day to remember.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct SpecialDayOut {
    /// Its identity.
    pub id: Id,
    /// birthday, anniversary and so on.
    pub kind: String,
    /// Whose it is, by name.
    pub of: Option<String>,
    /// What it is called.
    pub label: Option<String>,
    /// The next time it comes.
    pub on: NaiveDate,
}

/// A contact gone quiet.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct QuietContactOut {
    /// The person's identity.
    pub id: Id,
    /// The short code.
    pub code: String,
    /// The whole name.
    pub name: String,
    /// The account, by name.
    pub account: Option<String>,
    /// The day of the last activity.
    pub last_contact: Option<NaiveDate>,
    /// How many days ago that was.
    pub days: Option<i64>,
}
