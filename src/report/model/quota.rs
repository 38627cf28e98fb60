//! Quotas and exchange rates, as programs read them.

use chrono::NaiveDate;
use serde::Serialize;

use super::Amount;
use crate::domain::money::Currency;

/// What is to be sold in a period.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct QuotaOut {
    /// 2026, 2026H2, 2026Q4 or 2026-11.
    pub period: String,
    /// How much.
    pub amount: Option<Amount>,
    /// Of what.
    pub currency: Currency,
}

/// What one unit of a currency is worth in the base currency, from a day on.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct RateOut {
    /// The foreign currency.
    pub currency: Currency,
    /// Its worth in the base currency.
    pub rate: f64,
    /// The base currency.
    pub base: Currency,
    /// The first day it is in force.
    pub on: NaiveDate,
}
