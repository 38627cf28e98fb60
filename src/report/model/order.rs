//! A small order, as programs read it.

use chrono::NaiveDate;
use serde::Serialize;

use super::Amount;
use crate::domain::id::Id;
use crate::domain::money::Currency;

/// An order under the funnel threshold, booked without being managed as a deal.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct OrderOut {
    /// Its identity.
    pub id: Id,
    /// The account, by name.
    pub account: String,
    /// What it is worth.
    pub amount: Option<Amount>,
    /// What the amount is in.
    pub currency: Currency,
    /// The day of the order.
    pub on: NaiveDate,
    /// The product, by name.
    pub product: Option<String>,
    /// A line about it.
    pub text: Option<String>,
    /// The identity of the account.
    pub account_id: Id,
}
