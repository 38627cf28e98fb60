//! A product, as programs read it.

use serde::Serialize;

use super::Amount;
use crate::domain::id::Id;
use crate::domain::money::Currency;

/// Something that we sell.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct ProductOut {
    /// Its identity.
    pub id: Id,
    /// Its short code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The usual price of one.
    pub price: Option<Amount>,
    /// What the price is in.
    pub currency: Currency,
    /// What one of it is.
    pub unit: Option<String>,
    /// It is still sold.
    pub active: bool,
}
