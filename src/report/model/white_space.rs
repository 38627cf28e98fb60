//! Accounts and products crossed, as programs read them. Amounts are in the base currency.

use chrono::NaiveDate;
use serde::Serialize;

use super::{Amount, WithoutRateOut};
use crate::domain::id::Id;
use crate::domain::money::Currency;

/// Every account with every product, and what they come to.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WhiteSpaceOut {
    /// One for each account and product, blank ones too.
    pub cells: Vec<CrossingOut>,
    /// By product, over the accounts shown.
    pub products: Vec<ProductEdgeOut>,
    /// By account, over all products.
    pub accounts: Vec<AccountEdgeOut>,
    /// All of them together.
    pub total: EdgeOut,
    /// The base currency.
    pub currency: Currency,
    /// What has no exchange rate and is in no sum.
    pub without_rate: Vec<WithoutRateOut>,
}

/// One account with one product.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct CrossingOut {
    /// The account, by name.
    pub account: String,
    /// The product, by name.
    pub product: String,
    /// bought, open, lost or blank.
    pub state: String,
    /// What was bought; else what is in open deals; else what was lost. Null where it is blank, or where
    /// nothing of it has an exchange rate.
    pub amount: Option<Amount>,
    /// When it was last bought; else when it is expected to close; else when it was last lost.
    pub last: Option<NaiveDate>,
    /// The short code of the deal nearest to that day; null for a small order.
    pub deal: Option<String>,
    /// The base currency.
    pub currency: Currency,
    /// In how many deals and orders.
    pub number: u64,
    /// What is in open deals, also where it was bought before.
    pub open_amount: Option<Amount>,
    /// The short code of the open deal that closes soonest.
    pub open_deal: Option<String>,
    /// The short code of the account.
    pub account_code: String,
    /// The identity of the account.
    pub account_id: Id,
    /// The identity of the product.
    pub product_id: Id,
}

/// What a product comes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProductEdgeOut {
    /// The product, by name.
    pub product: String,
    /// What it comes to.
    #[serde(flatten)]
    pub edge: EdgeOut,
    /// The identity of the product.
    pub product_id: Id,
}

/// What an account comes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AccountEdgeOut {
    /// The account, by name.
    pub account: String,
    /// What it comes to.
    #[serde(flatten)]
    pub edge: EdgeOut,
    /// The identity of the account.
    pub account_id: Id,
}

/// Totals at an edge of the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct EdgeOut {
    /// What was bought.
    pub bought: Amount,
    /// What is in open deals.
    pub open: Amount,
    /// How many crossings are blank.
    pub blank: u64,
    /// The base currency.
    pub currency: Currency,
}
