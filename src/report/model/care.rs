//! The health and the care of accounts, as programs read them.

use chrono::NaiveDate;
use serde::Serialize;

use super::{DueOut, Points};
use crate::domain::id::Id;

/// How an account fares.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct HealthOut {
    /// The account, by name.
    pub account: String,
    /// Its identity.
    pub id: Id,
    /// Its short code.
    pub code: String,
    /// key, ordinary, prospective or unattractive.
    pub tier: Option<String>,
    /// 100 less what the reasons weigh together, at least 0.
    pub health: u32,
    /// What endangers the relationship, the heaviest first.
    pub reasons: Vec<DangerOut>,
    /// The mean of the latest check-up, 1 to 5.
    pub check_up: Option<f64>,
    /// The day of the latest check-up.
    pub check_up_on: Option<NaiveDate>,
}

/// What endangers a relationship.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct DangerOut {
    /// complaint_open, promise_broken and so on.
    pub code: String,
    /// What it takes from the account's health.
    pub weight: u32,
    /// What it is, in the reader's language.
    pub text: String,
    /// answer, make_good, keep, collect, contact, ask, compete, win or learn.
    pub remedy: String,
    /// What to do, in the reader's language.
    pub advice: String,
    /// The most pressing complaint, promise, deal or person; null where it stands on none.
    pub record: Option<Id>,
}

/// What became of our promises of the last twelve months.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct PromisesKeptOut {
    /// Kept by their day, or without one.
    pub on_time: u64,
    /// Kept after their day.
    pub late: u64,
    /// Not kept.
    pub broken: u64,
    /// Open past their day.
    pub overdue: u64,
    /// Open, with their day still to come.
    pub open: u64,
    /// The share kept on time of all but the last; null where there is none.
    pub share: Option<Points>,
}

/// The same, for an account.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct AccountCareOut {
    /// The account, by name.
    pub account: String,
    /// Its identity.
    pub id: Id,
    /// Its short code.
    pub code: String,
    /// What became of our promises to it.
    #[serde(flatten)]
    pub kept: PromisesKeptOut,
}

/// How the rhythm of contact of a tier is held.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct RhythmOut {
    /// key, ordinary or prospective.
    pub tier: String,
    /// Days within which everybody is to be heard of.
    pub days: i64,
    /// People at accounts of the tier.
    pub people: u64,
    /// Those who were heard of in time.
    pub in_time: u64,
    /// Those who have gone quiet.
    pub quiet: u64,
    /// Those with whom there never was a contact.
    pub never: u64,
}

/// The care of all accounts.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct CareOut {
    /// Which day it is.
    pub today: NaiveDate,
    /// What became of all our promises of the last twelve months.
    pub promises: PromisesKeptOut,
    /// The same by account, the lowest share first.
    pub accounts: Vec<AccountCareOut>,
    /// How the rhythm of each tier is held.
    pub rhythm: Vec<RhythmOut>,
    /// People gone quiet.
    pub quiet_contacts: Vec<DueOut>,
    /// Complaints without an answer.
    pub complaints: Vec<DueOut>,
    /// Special days of the next 30 days.
    pub special_days: Vec<DueOut>,
}
