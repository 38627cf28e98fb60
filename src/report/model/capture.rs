//! What was understood of a captured line, as programs read it.

use chrono::NaiveDate;
use serde::Serialize;

use super::Amount;
use crate::domain::id::Id;
use crate::domain::money::Currency;

/// All that a line says; and whether it is kept.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct CaptureOut {
    /// What happened.
    pub activity: CapturedActivityOut,
    /// What comes next.
    pub next_step: Option<String>,
    /// When that comes; of a task, when it is due.
    pub date: Option<NaiveDate>,
    /// What the deal is worth from now on.
    pub amount: Option<Amount>,
    /// What that is in; null without an amount.
    pub currency: Option<Currency>,
    /// With whom, by name: the first where there are several.
    pub person: Option<String>,
    /// The account, by name.
    pub account: Option<String>,
    /// The deal, by name.
    pub deal: Option<String>,
    /// The key of the stage where the deal stands from now on.
    pub stage: Option<String>,
    /// When the deal is expected to close from now on.
    pub close_date: Option<NaiveDate>,
    /// All who took part, by name.
    pub people: Vec<String>,
    /// The identities of those who took part.
    pub person_ids: Vec<Id>,
    /// The identity of the account.
    pub account_id: Option<Id>,
    /// The identity of the deal.
    pub deal_id: Option<Id>,
    /// What is not clear: while there is anything, nothing is kept.
    pub open: Vec<OpenOut>,
    /// Whether it is in the book now.
    pub saved: bool,
}

/// What happened, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct CapturedActivityOut {
    /// Its identity; null where nothing was kept.
    pub id: Option<Id>,
    /// call, visit, email, message, meeting, demo, note or task.
    pub kind: String,
    /// in (from them) or out (from us).
    pub direction: Option<String>,
    /// The day it took place.
    pub on: NaiveDate,
    /// When it begins, HH:MM.
    pub at: Option<String>,
    /// How long it took.
    pub minutes: Option<i64>,
    /// What was said or done.
    pub text: Option<String>,
}

/// Something that is not clear.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct OpenOut {
    /// What is not clear, in the reader's language.
    pub what: String,
    /// The words that it is about.
    pub words: Option<String>,
    /// The records that could be meant.
    pub candidates: Vec<MeantOut>,
}

/// A record that could be meant.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct MeantOut {
    /// Its identity.
    pub id: Id,
    /// Its short code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// account, contact or deal.
    pub kind: String,
    /// The account that it is or belongs to, by name.
    pub account: Option<String>,
}
