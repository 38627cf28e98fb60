//! The review, as programs read it: what needs a word, what changed, what was handed in.

use chrono::NaiveDate;
use serde::Serialize;

use super::{Amount, Points, WithoutRateOut};
use crate::domain::id::Id;
use crate::domain::money::Currency;

/// A deal that needs a word, the worst first.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct AttentionOut {
    /// The deal, by name.
    pub deal: String,
    /// Why, the most pressing first.
    pub reasons: Vec<ReasonOut>,
    /// The deal's identity.
    pub id: Id,
    /// The deal's short code.
    pub code: String,
    /// The account, by name.
    pub account: String,
    /// The key of its stage.
    pub stage: String,
    /// What it is worth.
    pub amount: Option<Amount>,
    /// What the amount is in.
    pub currency: Currency,
    /// When it is expected to close.
    pub close_date: Option<NaiveDate>,
}

/// Why a deal needs a word.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct ReasonOut {
    /// The reason's key.
    pub code: String,
    /// The same in the reader's language.
    pub text: String,
}

/// What became of a period's open deals between two days. Amounts are in the base currency; all are
/// above zero but what exchange rates did.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChangesOut {
    /// The funnel's total on the first day.
    pub opening: Amount,
    /// Created since.
    pub new: Amount,
    /// Won or lost before, and open again.
    pub reopened: Amount,
    /// Worth more.
    pub increased: Amount,
    /// Worth less.
    pub decreased: Amount,
    /// Expected to close in the period now.
    pub pulled_in: Amount,
    /// Not expected to close in the period any more.
    pub slipped: Amount,
    /// Won.
    pub won: Amount,
    /// Lost.
    pub lost: Amount,
    /// Deleted.
    pub removed: Amount,
    /// What exchange rates did.
    pub revalued: Amount,
    /// The funnel's total on the last day.
    pub closing: Amount,
    /// The base currency.
    pub currency: Currency,
    /// The deals behind the figures.
    pub deals: Vec<DealChangeOut>,
    /// The period.
    pub period: String,
    /// The end of this day is where it begins.
    pub from: NaiveDate,
    /// The end of this day is where it ends.
    pub to: NaiveDate,
    /// What has no exchange rate and is in no sum.
    pub without_rate: Vec<WithoutRateOut>,
}

/// What became of a deal.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct DealChangeOut {
    /// The deal, by name.
    pub deal: String,
    /// What became of it: new, reopened, increased, decreased, pulled_in, slipped, won, lost, removed,
    /// revalued.
    pub kind: String,
    /// By how much.
    pub amount: Amount,
    /// The base currency.
    pub currency: Currency,
    /// The deal's identity.
    pub id: Id,
    /// Its short code; null where the history does not remember it.
    pub code: Option<String>,
    /// The account, by name.
    pub account: Option<String>,
}

/// A forecast as it was handed in. Amounts are in what was the base currency then.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct SubmissionOut {
    /// Its identity.
    pub id: Id,
    /// The period.
    pub period: String,
    /// The day.
    pub on: NaiveDate,
    /// The instant.
    pub at: String,
    /// The amount committed to.
    pub amount: Amount,
    /// A line about it.
    pub note: Option<String>,
    /// What was won by then.
    pub won: Amount,
    /// Small orders by then.
    pub small_orders: Amount,
    /// The weighted funnel of the period.
    pub weighted: Amount,
    /// The quota, where it was set.
    pub quota: Option<Amount>,
    /// Nine times in ten it would be more.
    pub p10: Amount,
    /// As likely more as less.
    pub p50: Amount,
    /// One time in ten it would be more.
    pub p90: Amount,
    /// The chance of reaching the quota.
    pub chance: Option<Points>,
    /// What the amounts are in.
    pub currency: Currency,
}
