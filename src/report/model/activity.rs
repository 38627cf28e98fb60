//! An activity, as programs read it.

use chrono::NaiveDate;
use serde::Serialize;

use super::Amount;
use crate::domain::id::Id;
use crate::domain::money::Currency;

/// A contact with a client, a note or a task.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct ActivityOut {
    /// Its identity.
    pub id: Id,
    /// call, visit, email, message, meeting, demo, note or task.
    pub kind: String,
    /// in (from them) or out (from us).
    pub direction: Option<String>,
    /// The day it took place.
    pub on: NaiveDate,
    /// How long it took.
    pub minutes: Option<i64>,
    /// What it was about, in a line.
    pub subject: Option<String>,
    /// What was said or done.
    pub text: Option<String>,
    /// The account, by name.
    pub account: Option<String>,
    /// The deal, by name.
    pub deal: Option<String>,
    /// Who took part, by name.
    pub contacts: Vec<String>,
    /// Who of ours it was.
    pub owner: Option<String>,
    /// What came of it.
    pub outcome: Option<String>,
    /// What comes next.
    pub next_step: Option<String>,
    /// When that is due.
    pub next_on: Option<NaiveDate>,
    /// When a task is due.
    pub due_on: Option<NaiveDate>,
    /// When a task was done.
    pub done_on: Option<NaiveDate>,
    /// The identity of the account.
    pub account_id: Option<Id>,
    /// The identity of the deal.
    pub deal_id: Option<Id>,
    /// The identities of those who took part.
    pub contact_ids: Vec<Id>,
    /// When it begins, HH:MM, on the clock of its zone.
    pub at: Option<String>,
    /// The zone of that clock; null for the one here.
    pub zone: Option<String>,
    /// What it cost beside the time.
    pub cost: Option<Amount>,
    /// What that is in; null without a cost.
    pub currency: Option<Currency>,
}
