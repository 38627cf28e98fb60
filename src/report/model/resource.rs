//! Resources, planned and spent, as programs read them.

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::Value as Json;

use super::Amount;
use crate::domain::money::Currency;

/// Time, people and money of a period.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ResourcesOut {
    /// The period.
    pub period: String,
    /// Its first day.
    pub from: NaiveDate,
    /// Up to this day it is reckoned.
    pub to: NaiveDate,
    /// The base currency.
    pub currency: Currency,
    /// The postures, then the tiers.
    pub purposes: Vec<ResourceOut>,
    /// The balanced measures of the postures.
    pub measures: Vec<MeasureOut>,
}

/// What a posture or a tier gets, and got.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct ResourceOut {
    /// attack, defence, maintenance, or a tier.
    pub purpose: String,
    /// How many accounts.
    pub accounts: u64,
    /// Minutes planned; null where none are.
    pub planned_minutes: Option<i64>,
    /// Minutes logged.
    pub minutes: i64,
    /// People planned.
    pub planned_people: Option<i64>,
    /// How many of ours logged anything.
    pub people: i64,
    /// Money planned; null where none is, or a rate is missing.
    pub planned_money: Option<Amount>,
    /// What it cost.
    pub money: Amount,
    /// The base currency.
    pub currency: Currency,
    /// Its share of all minutes logged with accounts; null without any.
    pub share_of_time: Option<f64>,
}

/// A balanced measure.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct MeasureOut {
    /// attack, defence or maintenance.
    pub purpose: String,
    /// finance, clients, process or people.
    pub perspective: String,
    /// Its key.
    pub measure: String,
    /// What it comes to; null where the book does not know it.
    pub value: Json,
    /// money, number, share or points; null without a value.
    pub unit: Option<&'static str>,
    /// What it lacks, by a key; `unknown` where the book keeps nothing from which it could be told.
    pub missing: Option<String>,
}
