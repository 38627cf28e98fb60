//! What is due, as programs read it.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::id::Id;

/// What waits for a hand today; each list is sorted by day, overdue things first.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct TodayOut {
    /// Which day it is.
    pub today: NaiveDate,
    /// Next steps of deals.
    pub next_steps: Vec<DueOut>,
    /// What we promised.
    pub commitments: Vec<DueOut>,
    /// Birthdays and the like.
    pub special_days: Vec<DueOut>,
    /// Payments due to us.
    pub receivables: Vec<DueOut>,
    /// Complaints without an answer.
    pub complaints: Vec<DueOut>,
    /// People not heard of for longer than their rhythm.
    pub quiet_contacts: Vec<DueOut>,
    /// Tasks.
    pub tasks: Vec<DueOut>,
    /// Actions of plans.
    pub actions: Vec<DueOut>,
    /// Milestones that clients agreed to.
    pub milestones: Vec<DueOut>,
    /// What they promised.
    pub their_commitments: Vec<DueOut>,
    /// Open deals whose expected close date has passed.
    pub close_date_past: Vec<DueOut>,
}

/// One thing that is due.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct DueOut {
    /// What it stands on: a deal, activity, commitment, special day, contact, or an entry of a plan.
    pub id: Id,
    /// When it is due.
    pub on: NaiveDate,
    /// What it is; of a special day or a milestone without words of its own, the key of its kind.
    pub text: String,
    /// The deal, by name.
    pub deal: Option<String>,
    /// The person, by name.
    pub contact: Option<String>,
    /// The account, by name.
    pub account: Option<String>,
    /// The day has passed.
    pub overdue: bool,
}

/// One thing that is due, in a list of all that is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct DueRowOut {
    /// Why it is due: next_step, task, action, our_commitment, their_commitment, milestone, receivable,
    /// complaint, close_date_past, special_day, quiet_contact.
    pub kind: String,
    /// What it stands on.
    pub id: Id,
    /// When it is due.
    pub on: NaiveDate,
    /// The day has passed.
    pub overdue: bool,
    /// What it is, as in a list of its kind.
    pub text: String,
    /// The deal, by name.
    pub deal: Option<String>,
    /// The person, by name.
    pub contact: Option<String>,
    /// The account, by name.
    pub account: Option<String>,
}

/// What was put off, or is shown again.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct SnoozeOut {
    /// The record that it stands on.
    pub id: Id,
    /// next_step, task, action, our_commitment, their_commitment, milestone, receivable, complaint,
    /// close_date_past, special_day or quiet_contact.
    pub reason: String,
    /// The day on which it is shown again; null where that is now.
    pub until: Option<NaiveDate>,
}
