//! Amounts and rates as programs read them.

use serde::{Serialize, Serializer};

use crate::domain::money::{Currency, Money, WHOLE, decimal};

/// An amount or a sum; to programs a plain decimal in the major unit, as text: `"364.80"`. Its
/// currency stands beside it, in a field of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Amount {
    /// Minor units.
    pub minor: i128,
    /// What they are units of.
    pub currency: Currency,
}

impl Amount {
    /// `minor` units of `currency`.
    pub fn new(minor: impl Into<i128>, currency: Currency) -> Self {
        Amount { minor: minor.into(), currency }
    }
}

impl From<Money> for Amount {
    fn from(money: Money) -> Self {
        Amount::new(money.minor, money.currency)
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&decimal(self.minor, self.currency.digits()))
    }
}

/// A sum that stands apart, since its currency has no exchange rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct ApartOut {
    /// Its currency.
    pub currency: Currency,
    /// The sum, in its own currency.
    pub amount: Amount,
}

/// A rate in basis points; to programs a number: 0.05.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Points(pub i64);

impl Serialize for Points {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.0 as f64 / WHOLE as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_read_decimals_and_plain_rates() {
        let read = serde_json::json!([Amount::new(36_480, Currency::EUR), Points(500), Points(10_000)]);
        assert_eq!(read.to_string(), r#"["364.80",0.05,1.0]"#);
    }
}
