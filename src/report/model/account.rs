//! An account, as programs read it.

use chrono::NaiveDate;
use serde::Serialize;

use super::{Amount, Fields, Points};
use crate::domain::id::Id;
use crate::domain::money::Currency;

/// An account. Amounts are in the base currency.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct AccountOut {
    /// Its identity.
    pub id: Id,
    /// Its short code: A-12.
    pub code: String,
    /// Its name.
    pub name: String,
    /// key, ordinary, prospective or unattractive.
    pub tier: Option<String>,
    /// Its line of business.
    pub industry: Option<String>,
    /// Who of ours looks after it.
    pub owner: Option<String>,
    /// The account that it belongs to, by name.
    pub parent: Option<String>,
    /// What it could buy in a year, in our category.
    pub potential: Option<Amount>,
    /// Our share of that.
    pub share: Option<Points>,
    /// What the amounts are in: the base currency.
    pub currency: Currency,
    /// By the attack and defence model, where it is known.
    pub posture: Option<String>,
    /// vendor, preferred, partner or alliance, where it is known.
    pub level: Option<String>,
    /// The life-cycle phase, where it is known.
    pub phase: Option<String>,
    /// How many deals are open.
    pub open_deals: u64,
    /// What they add up to; deals without an exchange rate are left out.
    pub open_amount: Option<Amount>,
    /// The day of the last activity with it.
    pub last_contact: Option<NaiveDate>,
    /// Its tags.
    pub tags: Vec<String>,
    /// Its custom fields.
    pub fields: Fields,
    /// The potential in the currency in which it was stated.
    pub stated_potential: Option<StatedAmount>,
    /// The identity of the account that it belongs to.
    pub parent_id: Option<Id>,
    /// The domain of its e-mail addresses.
    pub domain: Option<String>,
    /// Its web site.
    pub website: Option<String>,
    /// Its telephone number.
    pub phone: Option<String>,
    /// Street and number.
    pub street: Option<String>,
    /// Its city.
    pub city: Option<String>,
    /// State or province.
    pub region: Option<String>,
    /// Its postal code.
    pub postal_code: Option<String>,
    /// Its country.
    pub country: Option<String>,
    /// How many people work there.
    pub employees: Option<i64>,
    /// What else is known.
    pub notes: Option<String>,
    /// The day it was added.
    pub created: NaiveDate,
    /// When it was last changed, milliseconds UTC; for screens.
    #[serde(skip)]
    pub updated_at: i64,
}

/// An amount in a currency of its own.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct StatedAmount {
    /// How much.
    pub amount: Amount,
    /// Of what.
    pub currency: Currency,
}
