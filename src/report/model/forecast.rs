//! The forecast of a period, as programs read it.

use chrono::NaiveDate;
use serde::Serialize;

use super::Amount;
use crate::domain::money::Currency;

/// Where a period stands. Amounts are in the base currency.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ForecastOut {
    /// 2026, 2026H2, 2026Q4 or 2026-11.
    pub period: String,
    /// What is to be sold, where that was set.
    pub quota: Option<Amount>,
    /// What was won.
    pub won: Amount,
    /// What small orders brought, off the funnel.
    pub small_orders: Amount,
    /// What the open deals add up to, each by its win rate.
    pub weighted: Amount,
    /// (won + small orders + weighted) ÷ quota.
    pub attainment: Option<f64>,
    /// What seven days added, ÷ quota.
    pub progress: Option<f64>,
    /// Nine times in ten it will be more.
    pub p10: Amount,
    /// As likely more as less.
    pub p50: Amount,
    /// One time in ten it will be more.
    pub p90: Amount,
    /// The chance of reaching the quota.
    pub chance: Option<f64>,
    /// The base currency.
    pub currency: Currency,
    /// At the end of which day.
    pub as_of: NaiveDate,
    /// What has no exchange rate and is in no sum.
    pub without_rate: Vec<super::WithoutRateOut>,
    /// How p10, p50, p90 and chance were found: "simulation", or "normal" where there were too many deals
    /// to play through.
    pub range: &'static str,
}
