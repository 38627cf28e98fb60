//! The scalar functions that reading queries call: words held against texts as people type them, amounts
//! turned into the base currency, and custom values read as what they hold.
//!
//! All are pure: what they depend on comes as an argument.

use chrono::NaiveDate;
use rusqlite::functions::{Context, FunctionFlags};
use rusqlite::{Connection, Result};

use crate::domain::amount;
use crate::domain::funnel::Rates;
use crate::domain::money::{Currency, Rate, UnknownCurrency, WHOLE, divide_half_even};
use crate::domain::text::fold;

/// Registers every function of this file on a connection.
pub(super) fn register(connection: &Connection) -> Result<()> {
    let pure =
        FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_INNOCUOUS | FunctionFlags::SQLITE_DETERMINISTIC;
    connection.create_scalar_function("keybook_holds", 2, pure, |context| against(context, holds))?;
    connection.create_scalar_function("keybook_same", 2, pure, |context| against(context, same))?;
    connection
        .create_scalar_function("keybook_turned", 3, pure, |context| Ok(turned(context)?.map(saturated)))?;
    connection.create_scalar_function("keybook_weighted", 4, pure, |context| {
        let points: i64 = context.get(3)?;
        let weigh =
            |amount: i128| divide_half_even(amount.saturating_mul(i128::from(points)), i128::from(WHOLE));
        Ok(turned(context)?.map(weigh).map(saturated))
    })?;
    connection.create_scalar_function("keybook_joined", 2, pure, |context| {
        let parts: (Option<i64>, Option<i64>) = (context.get(0)?, context.get(1)?);
        Ok(parts.0.zip(parts.1).map(|(upper, lower)| saturated(joined(upper, lower))))
    })?;
    connection.create_scalar_function("keybook_day", 1, pure, |context| read(context, day))?;
    connection.create_scalar_function("keybook_millionths", 1, pure, |context| read(context, millionths))?;
    connection.create_scalar_function("keybook_minor", 1, pure, |context| read(context, minor))
}

/// The third argument of `keybook_turned` and `keybook_weighted`: the base currency, and what each other
/// currency is worth in it.
pub(super) fn rates_text(base: Currency, rates: &Rates) -> String {
    let each = rates.iter().map(|(currency, rate)| format!(" {currency}={}", rate.0));
    std::iter::once(base.to_string()).chain(each).collect()
}

/// A sum from its two parts: SQLite's own would overflow where ours does not.
pub(super) fn joined(upper: i64, lower: i64) -> i128 {
    (i128::from(upper) << 20) + i128::from(lower)
}

fn saturated(amount: i128) -> i64 {
    i64::try_from(amount).unwrap_or(if amount < 0 { i64::MIN } else { i64::MAX })
}

/// A text held against a folded word; null where there is no text.
fn against(context: &Context<'_>, fits: fn(&str, &str) -> bool) -> Result<Option<bool>> {
    let word = context.get_raw(1).as_str().unwrap_or_default();
    Ok(context.get_raw(0).as_str_or_null().unwrap_or_default().map(|text| fits(text, word)))
}

/// Whether a text contains a folded word; capitals and widths do not matter.
fn holds(text: &str, word: &str) -> bool {
    if word.is_empty() {
        return true;
    }
    match is_folded_but_for_case(text) {
        true => text.as_bytes().windows(word.len()).any(|part| part.eq_ignore_ascii_case(word.as_bytes())),
        false => fold(text).contains(word),
    }
}

/// Whether a text is the same as a folded word but for capitals and widths.
fn same(text: &str, word: &str) -> bool {
    if is_folded_but_for_case(text) { text.eq_ignore_ascii_case(word) } else { fold(text) == word }
}

/// Whether folding would only lower the letters, as with most Western names: then it can be spared.
fn is_folded_but_for_case(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.iter().all(|byte| matches!(byte, b' '..=b'~'))
        && !bytes.windows(2).any(|pair| pair == b"  ")
        && !text.starts_with(' ')
        && !text.ends_with(' ')
}

/// The base currency and the rates to it.
struct Turning {
    base: Currency,
    rates: Rates,
}

impl std::str::FromStr for Turning {
    type Err = UnknownCurrency;

    fn from_str(text: &str) -> std::result::Result<Self, UnknownCurrency> {
        let (base, rates) = text.split_once(' ').unwrap_or((text, ""));
        let each = rates.split(' ').filter_map(|pair| pair.split_once('='));
        let rates =
            each.filter_map(|(currency, rate)| Some((currency.parse().ok()?, Rate(rate.parse().ok()?))));
        Ok(Turning { base: base.parse()?, rates: rates.collect() })
    }
}

/// An amount in minor units of the base currency; none without an amount or a rate.
fn turned(context: &Context<'_>) -> Result<Option<i128>> {
    let turning = context.get_or_create_aux(2, |rates| -> Result<Turning, UnknownCurrency> {
        rates.as_str().unwrap_or_default().parse()
    })?;
    let amount: Option<i64> = context.get(0)?;
    let currency: Option<Currency> = context.get(1)?;
    let (Some(amount), Some(currency)) = (amount, currency) else { return Ok(None) };
    Ok(turning.rates.turn(amount, currency, turning.base))
}

/// A custom value read as what it holds; null where it cannot be.
fn read<T>(context: &Context<'_>, reader: fn(&str) -> Option<T>) -> Result<Option<T>> {
    Ok(context.get_raw(0).as_str().ok().and_then(reader))
}

fn day(text: &str) -> Option<String> {
    Some(text.trim().parse::<NaiveDate>().ok()?.to_string())
}

/// A decimal in millionths, half a millionth away from zero; exact for plain decimals of six digits.
fn millionths(text: &str) -> Option<i64> {
    let text = text.trim();
    let (bare, sign) = text.strip_prefix('-').map_or((text, 1), |bare| (bare, -1));
    let (whole, fraction) = bare.split_once('.').unwrap_or((bare, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !whole.is_empty() && digits(whole) && digits(fraction) && fraction.len() <= 6 {
        return format!("{whole}{fraction:0<6}").parse::<i64>().ok().map(|units| sign * units);
    }
    let units = text.parse::<f64>().ok()? * 1e6;
    // Within 2^53 the rounded value is exact in 64 bits.
    (units.abs() < 9e15).then(|| units.round() as i64)
}

/// The amount of a custom value such as `1234.50 EUR`, in minor units.
fn minor(text: &str) -> Option<i64> {
    let (amount, currency) = text.split_once(' ')?;
    Some(amount::parse(amount, currency.parse().ok()?).ok()?.minor)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    proptest! {
        #[test]
        fn the_short_way_finds_what_folding_finds(text in "[ -~é　Ａ\n]{0,12}", word in "[ -~é]{0,4}") {
            let word = fold(&word);
            prop_assert_eq!(holds(&text, &word), fold(&text).contains(&word));
            prop_assert_eq!(same(&text, &word), fold(&text) == word);
        }

        #[test]
        fn a_sum_survives_its_two_parts(amounts in prop::collection::vec(any::<i64>(), 0..9)) {
            let upper = amounts.iter().map(|amount| amount >> 20).sum();
            let lower = amounts.iter().map(|amount| amount & 0xf_ffff).sum();
            prop_assert_eq!(joined(upper, lower), amounts.iter().map(|amount| i128::from(*amount)).sum::<i128>());
        }
    }

    #[rstest]
    #[case("2.5", Some(2_500_000))]
    #[case("-0.000001", Some(-1))]
    #[case("1e3", Some(1_000_000_000))]
    #[case("0.0000006", Some(1))]
    #[case("many", None)]
    #[case("1e300", None)]
    fn a_custom_number_is_read_in_millionths(#[case] text: &str, #[case] expected: Option<i64>) {
        assert_eq!(millionths(text), expected);
    }

    #[rstest]
    #[case("1234.50 EUR", Some(123_450))]
    #[case("10 JPY", Some(10))]
    #[case("1234.50", None)]
    fn a_custom_amount_is_read_in_its_currency(#[case] text: &str, #[case] expected: Option<i64>) {
        assert_eq!(minor(text), expected);
    }
}
