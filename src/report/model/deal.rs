//! A deal, as programs read it.

use chrono::NaiveDate;
use serde::Serialize;

use super::{Amount, Fields, Points};
use crate::domain::id::Id;
use crate::domain::money::Currency;

/// One possible sale to one account. Amounts are in the deal's own currency.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct DealOut {
    /// Its identity.
    pub id: Id,
    /// Its short code: D-40.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The account, by name.
    pub account: String,
    /// What it is worth; of a won deal, what was won.
    pub amount: Option<Amount>,
    /// What the amounts are in.
    pub currency: Currency,
    /// The key of its stage.
    pub stage: String,
    /// The chance that it is won: its own, or else its stage's.
    pub win_rate: Points,
    /// Amount × win rate.
    pub weighted: Option<Amount>,
    /// When it is expected to close.
    pub close_date: Option<NaiveDate>,
    /// open, won or lost.
    pub status: String,
    /// Who has a part in it.
    pub contacts: Vec<DealContactOut>,
    /// What is sold.
    pub products: Vec<DealProductOut>,
    /// What comes next.
    pub next_step: Option<String>,
    /// When that is due.
    pub next_on: Option<NaiveDate>,
    /// Why it needs a look: reasons by their codes.
    pub attention: Vec<String>,
    /// The identity of the account.
    pub account_id: Id,
    /// Who of ours works on it.
    pub owner: Option<String>,
    /// How it came to us.
    pub source: Option<String>,
    /// The day it was won or lost.
    pub closed_on: Option<NaiveDate>,
    /// Why it was lost.
    pub lost_reason: Option<String>,
    /// To whom it was lost.
    pub competitor: Option<String>,
    /// What was learned.
    pub learned: Option<String>,
    /// Since when it is in its stage.
    pub stage_since: NaiveDate,
    /// Tags.
    pub tags: Vec<String>,
    /// Custom fields.
    pub fields: Fields,
    /// What else is known.
    pub notes: Option<String>,
    /// The day it was added.
    pub created: NaiveDate,
    /// When it was last changed, milliseconds UTC; for screens.
    #[serde(skip)]
    pub updated_at: i64,
    /// The day of the last activity; for screens.
    #[serde(skip)]
    pub last_activity: Option<NaiveDate>,
}

/// A person's part in a deal.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct DealContactOut {
    /// The person's identity.
    pub id: Id,
    /// The short code.
    pub code: String,
    /// The whole name.
    pub name: String,
    /// Parts in this purchase.
    pub parts: Vec<String>,
}

/// A product in a deal.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct DealProductOut {
    /// The product's identity.
    pub id: Id,
    /// The short code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// How many.
    pub quantity: f64,
    /// The price of one.
    pub price: Option<Amount>,
    /// What the price is in.
    pub currency: Currency,
}
