//! The funnel, as programs read it.

use chrono::NaiveDate;
use serde::Serialize;

use super::{Amount, Points};
use crate::domain::money::Currency;

/// The open deals by stage. Amounts are in the base currency.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FunnelOut {
    /// From the first stage to the last.
    pub stages: Vec<FunnelLineOut>,
    /// All stages together.
    pub total: TotalOut,
    /// The base currency.
    pub currency: Currency,
    /// What has no exchange rate and is in no sum.
    pub without_rate: Vec<WithoutRateOut>,
    /// At the end of which day.
    pub as_of: NaiveDate,
    /// The period in which the deals are expected to close; null for all open deals.
    pub period: Option<String>,
}

/// One stage of the funnel.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct FunnelLineOut {
    /// Its key.
    pub stage: String,
    /// Its name in the reader's language.
    pub name: String,
    /// The stage's win rate.
    pub win_rate: Points,
    /// How many deals are in it.
    pub deals: u64,
    /// What they add up to.
    pub amount: Amount,
    /// What they add up to, each by its win rate.
    pub weighted: Amount,
    /// The base currency.
    pub currency: Currency,
}

/// The whole funnel.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TotalOut {
    /// How many deals are open.
    pub deals: u64,
    /// What they add up to.
    pub amount: Amount,
    /// What they add up to, each by its win rate.
    pub weighted: Amount,
    /// The base currency.
    pub currency: Currency,
}

/// Deals in a currency without an exchange rate.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WithoutRateOut {
    /// Their currency.
    pub currency: Currency,
    /// How many they are.
    pub deals: u64,
    /// What they add up to, in their own currency.
    pub amount: Amount,
}
