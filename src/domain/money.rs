//! Money: integer minor units with an ISO 4217 code, exact rates, and one rounding, half to even.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The largest amount a record may hold, in minor units: with it, sums of millions stay far inside
/// 128 bits and a column of them inside a screen.
pub const LARGEST_AMOUNT: i64 = 1_000_000_000_000_000;

/// Basis points in one whole: a win rate of 5 % is 500.
pub const WHOLE: i64 = 10_000;

/// An ISO 4217 currency.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

/// The text is not the code of an ISO 4217 currency.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown currency {0}")]
pub struct UnknownCurrency(pub String);

/// The currencies that most amounts are in, and the decimal digits of their minor units: told without the long
/// list, for figures read one from each of many rows.
const USUAL: [([u8; 3], u32); 8] = [
    (*b"EUR", 2),
    (*b"CNY", 2),
    (*b"USD", 2),
    (*b"GBP", 2),
    (*b"JPY", 0),
    (*b"CHF", 2),
    (*b"HKD", 2),
    (*b"KRW", 0),
];

/// The digits of a usual currency; none for any other.
fn usual(code: &[u8]) -> Option<u32> {
    USUAL.iter().find(|(usual, _)| usual == code).map(|(_, digits)| *digits)
}

impl Currency {
    /// The euro.
    pub const EUR: Currency = Currency(*b"EUR");
    /// The yuan.
    pub const CNY: Currency = Currency(*b"CNY");
    /// The US dollar.
    pub const USD: Currency = Currency(*b"USD");

    /// The three-letter code.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("XXX")
    }

    /// Decimal digits of the minor unit: 2 for the euro, 0 for the yen, 3 for the dinar.
    pub fn digits(self) -> u32 {
        usual(&self.0).unwrap_or_else(|| self.iso().and_then(|iso| iso.exponent()).map_or(0, u32::from))
    }

    /// Minor units in one major unit.
    pub fn scale(self) -> i64 {
        10_i64.pow(self.digits())
    }

    /// The usual sign, or the code where there is none.
    pub fn symbol(self) -> String {
        self.iso().map_or_else(|| self.code().to_owned(), |iso| iso.symbol().to_string())
    }

    fn iso(self) -> Option<iso_currency::Currency> {
        iso_currency::Currency::from_code(self.code())
    }
}

impl Default for Currency {
    fn default() -> Self {
        Currency::EUR
    }
}

impl FromStr for Currency {
    type Err = UnknownCurrency;

    fn from_str(text: &str) -> Result<Self, UnknownCurrency> {
        if let Ok(bytes) = <[u8; 3]>::try_from(text.as_bytes())
            && usual(&bytes).is_some()
        {
            return Ok(Currency(bytes));
        }
        let upper = text.trim().to_ascii_uppercase();
        let known = iso_currency::Currency::from_code(&upper).is_some();
        match <[u8; 3]>::try_from(upper.as_bytes()) {
            Ok(bytes) if known => Ok(Currency(bytes)),
            _ => Err(UnknownCurrency(text.trim().to_owned())),
        }
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl Serialize for Currency {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// An amount of one currency, in minor units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Money {
    /// Minor units (cents); at most [`LARGEST_AMOUNT`] in a record.
    pub minor: i64,
    /// What they are units of.
    pub currency: Currency,
}

impl Money {
    /// `minor` units of `currency`.
    pub fn new(minor: i64, currency: Currency) -> Self {
        Money { minor, currency }
    }

    /// A plain decimal in the major unit, with the currency's digits: `"364.80"`.
    pub fn decimal(self) -> String {
        decimal(i128::from(self.minor), self.currency.digits())
    }
}

/// `units` with the decimal point `digits` from the right: `decimal(36480, 2)` is `"364.80"`.
pub fn decimal(units: i128, digits: u32) -> String {
    let sign = if units < 0 { "-" } else { "" };
    let scale = 10_u128.pow(digits);
    let magnitude = units.unsigned_abs();
    match digits {
        0 => format!("{sign}{magnitude}"),
        _ => format!("{sign}{}.{:0width$}", magnitude / scale, magnitude % scale, width = digits as usize),
    }
}

/// How many units of the base currency one unit of another is worth, in units of 10⁻¹².
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rate(pub i64);

/// The text is not a positive exchange rate below nine million, with at most twelve decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an exchange rate")]
pub struct NotARate;

impl Rate {
    /// Decimals kept.
    pub const DIGITS: u32 = 12;
    /// One to one: the rate of the base currency itself.
    pub const ONE: Rate = Rate(1_000_000_000_000);

    /// A plain decimal without trailing zeros: `"7.12"`.
    pub fn decimal(self) -> String {
        let text = decimal(i128::from(self.0), Self::DIGITS);
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    }
}

impl FromStr for Rate {
    type Err = NotARate;

    fn from_str(text: &str) -> Result<Self, NotARate> {
        let (whole, fraction) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
        let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() && fraction.is_empty()
            || !digits(whole)
            || !digits(fraction)
            || fraction.len() > 12
        {
            return Err(NotARate);
        }
        let text = format!("{whole}{fraction:0<12}");
        match text.parse::<i64>() {
            Ok(value) if value > 0 => Ok(Rate(value)),
            _ => Err(NotARate),
        }
    }
}

/// `minor` units of `from` in minor units of `base`, rounded half to even. By the method each deal is
/// turned on its own, then summed. None where the result leaves 64 bits.
pub fn convert(minor: i64, from: Currency, rate: Rate, base: Currency) -> Option<i64> {
    i64::try_from(convert_wide(minor, from, rate, base)?).ok()
}

/// As [`convert`], for sums: any amount that a record may hold can be turned at any rate.
pub fn convert_wide(minor: i64, from: Currency, rate: Rate, base: Currency) -> Option<i128> {
    let product = i128::from(minor) * i128::from(rate.0);
    let up = 10_i128.pow(base.digits());
    let down = 10_i128.pow(from.digits() + Rate::DIGITS);
    Some(divide_half_even(product.checked_mul(up)?, down))
}

/// `dividend ÷ divisor`, rounded half to even; the divisor is positive.
pub fn divide_half_even(dividend: i128, divisor: i128) -> i128 {
    // Divided once: a division of 128 bits takes longer than all else here.
    let truncated = dividend / divisor;
    let rest = dividend - truncated * divisor;
    let (quotient, rest) = if rest < 0 { (truncated - 1, rest + divisor) } else { (truncated, rest) };
    match (rest * 2).cmp(&divisor) {
        std::cmp::Ordering::Less => quotient,
        std::cmp::Ordering::Greater => quotient + 1,
        std::cmp::Ordering::Equal => quotient + quotient.rem_euclid(2),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[test]
    fn usual_currencies_have_the_digits_of_the_standard() {
        for (code, digits) in USUAL {
            let iso = Currency(code).iso().unwrap();
            assert_eq!(iso.exponent().map(u32::from), Some(digits), "{}", iso.code());
        }
    }

    #[rstest]
    #[case(5, 10, 0)]
    #[case(15, 10, 2)]
    #[case(25, 10, 2)]
    #[case(26, 10, 3)]
    #[case(-5, 10, 0)]
    #[case(-15, 10, -2)]
    #[case(-25, 10, -2)]
    fn halves_go_to_the_even_neighbour(
        #[case] dividend: i128,
        #[case] divisor: i128,
        #[case] expected: i128,
    ) {
        assert_eq!(divide_half_even(dividend, divisor), expected);
    }

    #[rstest]
    #[case("USD", "0.92", "EUR", 10_000, 9_200)]
    #[case("USD", "7.12", "CNY", 1, 7)]
    #[case("JPY", "0.0061", "EUR", 1_000, 610)]
    #[case("KWD", "3", "EUR", 1_005, 302)] // 3.015 goes to the even cent
    #[case("EUR", "163.5", "JPY", 100, 164)]
    fn an_amount_is_turned_by_both_currencies_digits(
        #[case] from: Currency,
        #[case] rate: Rate,
        #[case] base: Currency,
        #[case] minor: i64,
        #[case] expected: i64,
    ) {
        assert_eq!(convert(minor, from, rate, base), Some(expected));
    }

    #[test]
    fn what_leaves_64_bits_is_not_turned() {
        assert_eq!(convert(LARGEST_AMOUNT, Currency::EUR, Rate(i64::MAX), Currency::USD), None);
        assert!(convert_wide(LARGEST_AMOUNT, Currency::EUR, Rate(i64::MAX), Currency::USD).is_some());
    }

    #[test]
    fn only_known_codes_are_currencies() {
        assert_eq!("eur".parse(), Ok(Currency::EUR));
        for text in ["", "EURO", "E", "ZZZ", "欧元"] {
            assert_eq!(text.parse::<Currency>(), Err(UnknownCurrency(text.to_owned())));
        }
    }

    #[rstest]
    #[case(36_480, 2, "364.80")]
    #[case(-5, 2, "-0.05")]
    #[case(5, 0, "5")]
    fn a_decimal_has_the_digits_of_its_currency(
        #[case] units: i128,
        #[case] digits: u32,
        #[case] text: &str,
    ) {
        assert_eq!(decimal(units, digits), text);
    }

    proptest! {
        #[test]
        fn a_rate_survives_its_text(value in 1..=i64::MAX) {
            prop_assert_eq!(Rate(value).decimal().parse(), Ok(Rate(value)));
        }

        #[test]
        fn one_to_one_changes_nothing(minor in -LARGEST_AMOUNT..=LARGEST_AMOUNT) {
            prop_assert_eq!(convert(minor, Currency::EUR, Rate::ONE, Currency::USD), Some(minor));
        }

        #[test]
        fn a_quotient_is_at_most_half_a_unit_off(dividend in any::<i64>(), divisor in 1..=i64::MAX) {
            let (dividend, divisor) = (i128::from(dividend), i128::from(divisor));
            let off = divide_half_even(dividend, divisor) * divisor - dividend;
            prop_assert!(off.abs() * 2 <= divisor);
        }
    }
}
