//! What days bring, as programs read it.

use chrono::NaiveDate;
use serde::Serialize;

use super::Amount;
use crate::domain::id::Id;
use crate::domain::money::Currency;

/// The days between two, with what they bring.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct CalendarOut {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// The zone that times are told in.
    pub zone: String,
    /// By day, what has a time first.
    pub items: Vec<CalendarItemOut>,
}

/// Something on a day.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct CalendarItemOut {
    /// The day, here.
    pub on: NaiveDate,
    /// When it begins on the clock here, HH:MM.
    pub at: Option<String>,
    /// meeting, next_step, task, action, our_commitment, their_commitment, milestone, receivable or
    /// special_day.
    pub kind: String,
    /// What it is; of a special day or a milestone without words of its own, the key of its kind.
    pub text: String,
    /// The deal, by name.
    pub deal: Option<String>,
    /// The person, by name; of a meeting all of them.
    pub contact: Option<String>,
    /// The account, by name.
    pub account: Option<String>,
    /// How long, in minutes.
    pub minutes: Option<i64>,
    /// The day there, where its clock is another one.
    pub their_on: Option<NaiveDate>,
    /// When it begins on the clock there, HH:MM.
    pub their_at: Option<String>,
    /// The zone of that clock.
    pub their_zone: Option<String>,
    /// What is to be paid.
    pub amount: Option<Amount>,
    /// The currency of that.
    pub currency: Option<Currency>,
    /// What kind of activity a meeting is.
    pub activity: Option<String>,
    /// What it stands on: an activity, deal, commitment, special day, or an entry of a plan.
    pub id: Id,
}
