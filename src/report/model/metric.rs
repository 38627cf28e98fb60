//! The measures of accounts, as programs read them.

use chrono::NaiveDate;
use serde::{Serialize, Serializer};
use serde_json::Value as Json;

use crate::domain::id::Id;
use crate::domain::money::Currency;

/// The measures of an account, or of the book.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MetricsOut {
    /// The account's name; null for the book.
    pub account: Option<String>,
    /// Its identity.
    pub id: Option<Id>,
    /// Its short code.
    pub code: Option<String>,
    /// The first of the days that were asked for.
    pub from: NaiveDate,
    /// The last of them.
    pub to: NaiveDate,
    /// The base currency, in which all amounts are.
    pub currency: Currency,
    /// The measures.
    pub metrics: Vec<MetricOut>,
    /// Churn by tier; only of the book.
    pub churn_by_tier: Vec<ChurnOut>,
    /// Why lost accounts went; only of the book.
    pub reasons: Vec<ReasonLeftOut>,
}

/// One measure.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct MetricOut {
    /// Its key.
    pub metric: String,
    /// Its name in the reader's language.
    pub name: String,
    /// The figure; an amount is a decimal as text; null where there is none.
    pub value: Json,
    /// money, number, share, points, days, years, date or word; null without a figure.
    pub unit: Option<&'static str>,
    /// What amounts are in.
    pub currency: Currency,
    /// The first day that it is about.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// What it lacks, by a key; null where there is a figure.
    pub missing: Option<String>,
    /// What it was made of.
    pub inputs: InputsOut,
}

/// What a measure was made of: values by their keys, in the order in which one would explain them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct InputsOut(pub Vec<(&'static str, Json)>);

impl Serialize for InputsOut {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

/// Churn of the accounts of a tier.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct ChurnOut {
    /// The tier's key; null for accounts without one.
    pub tier: Option<String>,
    /// Accounts that bought in the twelve months before.
    pub bought_before: u64,
    /// Of them, those that bought nothing since.
    pub lost: u64,
    /// lost ÷ bought_before.
    pub churn: Option<f64>,
}

/// How many of the lost accounts went for a reason.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct ReasonLeftOut {
    /// The reason's key; null where none was told.
    pub reason: Option<String>,
    /// How many accounts.
    pub accounts: u64,
}
