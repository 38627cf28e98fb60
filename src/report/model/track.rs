//! The track record, as programs read it: accuracy, conversion, velocity, calibration, losses.

use chrono::NaiveDate;
use serde::Serialize;

use super::{Amount, Points, WithoutRateOut};
use crate::domain::id::Id;
use crate::domain::money::Currency;

/// A submitted forecast held against what was sold.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct AccuracyOut {
    /// The submission's identity.
    pub id: Id,
    /// The period.
    pub period: String,
    /// The day it was handed in.
    pub on: NaiveDate,
    /// The amount committed to; null where an exchange rate is missing.
    pub submitted: Option<Amount>,
    /// What was sold; null while the period lasts.
    pub actual: Option<Amount>,
    /// 1 − |actual − submitted| ÷ actual, floored at 0; null where nothing was sold.
    pub accuracy: Option<f64>,
    /// (submitted − actual) ÷ actual; null where nothing was sold.
    pub bias: Option<f64>,
    /// Whether it was within ±10 %.
    pub on_aim: Option<bool>,
    /// Days from then to the period's last.
    pub days_left: i64,
    /// The base currency.
    pub currency: Currency,
}

/// How deals fared at a stage.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct ConversionOut {
    /// The stage's key.
    pub stage: String,
    /// Its name in the reader's language.
    pub name: String,
    /// Deals that entered it in the span, also those that skipped it.
    pub entered: u64,
    /// Of them, those that reached a later stage or were won.
    pub advanced: u64,
    /// Of them, those that were lost there or went back.
    pub fell: u64,
    /// Of them, those that stand there still.
    pub undecided: u64,
    /// advanced ÷ (advanced + fell); null where nobody has left it.
    pub conversion: Option<f64>,
    /// The median of the days that deals which left it stood there.
    pub median_days: Option<f64>,
    /// How many deals the median is of.
    pub stays: u64,
}

/// What a day brings. Amounts are in the base currency.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct VelocityOut {
    /// Open deals × average amount × win share ÷ average cycle; null without sales.
    pub velocity: Option<Amount>,
    /// Deals open at the end of the span.
    pub open_deals: u64,
    /// What they add up to.
    pub open_amount: Amount,
    /// What one of them is worth on average; null without any.
    pub average_amount: Option<Amount>,
    /// Deals won in the span.
    pub won: u64,
    /// Deals won or lost in the span.
    pub closed: u64,
    /// won ÷ closed; null where nothing was closed.
    pub win_share: Option<f64>,
    /// Days from creation to sale, on average; null without sales.
    pub average_cycle: Option<f64>,
    /// The base currency.
    pub currency: Currency,
    /// The span's first day.
    pub from: NaiveDate,
    /// The span's last day.
    pub to: NaiveDate,
    /// What has no exchange rate and is in no sum.
    pub without_rate: Vec<WithoutRateOut>,
}

/// The person's own win rate at a stage.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct CalibrationOut {
    /// The stage's key.
    pub stage: String,
    /// Its name in the reader's language.
    pub name: String,
    /// The win rate that is set.
    pub default: Points,
    /// Closed deals that had entered the stage.
    pub n: u64,
    /// Of them, those that were won.
    pub wins: u64,
    /// wins ÷ n; null without any.
    pub share: Option<f64>,
    /// (wins + 10 × default) ÷ (n + 10).
    pub calibrated: Points,
}

/// Why deals were lost, and to whom. Amounts are in the base currency.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LossesOut {
    /// By reason, the most deals first.
    pub reasons: Vec<LossOut>,
    /// By competitor, the most deals first.
    pub competitors: Vec<LossOut>,
    /// The base currency.
    pub currency: Currency,
    /// The span's first day.
    pub from: NaiveDate,
    /// The span's last day.
    pub to: NaiveDate,
    /// What has no exchange rate and is in no sum.
    pub without_rate: Vec<WithoutRateOut>,
}

/// Deals lost for one reason, or to one competitor.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct LossOut {
    /// The reason's key or words, or the competitor; null where none was told.
    pub name: Option<String>,
    /// How many deals.
    pub deals: u64,
    /// What they add up to.
    pub amount: Amount,
    /// The base currency.
    pub currency: Currency,
}
