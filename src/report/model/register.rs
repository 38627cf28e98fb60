//! What the book keeps beside its records, as programs read it.

use serde::Serialize;

use super::Points;
use crate::domain::id::Id;

/// A stage of the purchase.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct StageOut {
    /// Its name for programs.
    pub stage: String,
    /// The buyer's stage, in the reader's language.
    pub name: String,
    /// The seller's step, in the reader's language.
    pub step: Option<String>,
    /// The chance that a deal at it is won.
    pub win_rate: Points,
    /// What is seen when a deal leaves it.
    pub exit_sign: Option<String>,
    /// Days a deal may stay in it before it needs attention.
    pub limit_days: Option<i64>,
    /// Open deals at it.
    pub open_deals: u64,
    /// Its place, from 1.
    pub place: i64,
    /// Its identity.
    pub id: Id,
}

/// A reason for which deals are lost.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct LostReasonOut {
    /// Its name for programs.
    pub reason: String,
    /// Its name, in the reader's language.
    pub name: String,
    /// Deals lost for it.
    pub deals: u64,
    /// Its identity.
    pub id: Id,
}

/// Somebody on our side.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct ColleagueOut {
    /// Their name.
    pub name: String,
    /// Their e-mail address.
    pub email: Option<String>,
    /// Their part on our side.
    pub role: Option<String>,
    /// It is the person at the keyboard.
    pub is_me: bool,
    /// Accounts that they look after.
    pub accounts: u64,
    /// Deals that they work on, or did.
    pub deals: u64,
    /// Their identity.
    pub id: Id,
}

/// A tag.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct TagOut {
    /// Its name.
    pub tag: String,
    /// Records that it is on.
    pub records: u64,
    /// Its identity.
    pub id: Id,
}

/// A saved view of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct ViewOut {
    /// Which list: accounts, people, deals or log.
    pub list: String,
    /// What it is called.
    pub name: String,
    /// The filter as typed, where there is one.
    pub filter: Option<String>,
    /// Keys of its columns, where others than the usual were chosen.
    pub columns: Vec<String>,
    /// Keys of columns that it is sorted by, each with a minus before it for downwards.
    pub sort: Vec<String>,
    /// Its identity.
    pub id: Id,
}

/// A custom field.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct CustomFieldOut {
    /// What kind of record has it.
    pub of: String,
    /// Its name for programs and filters.
    pub key: String,
    /// Its name for people.
    pub label: String,
    /// Its type: text, number, money, date, choice or yes_no.
    pub kind: String,
    /// For a choice: what may be chosen.
    pub choices: Vec<String>,
    /// Records that have something in it.
    pub records: u64,
    /// Its identity.
    pub id: Id,
}

/// A file or address that belongs to a record.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct LinkOut {
    /// What it is called.
    pub label: Option<String>,
    /// The path or address.
    pub target: String,
    /// The kind of the record.
    pub record_kind: String,
    /// The identity of the record.
    pub record_id: Id,
    /// Its identity.
    pub id: Id,
}
