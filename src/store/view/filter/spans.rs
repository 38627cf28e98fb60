//! Stretches of days, numbers and amounts as conditions.

use chrono::NaiveDate;
use rusqlite::types::Value;

use super::{any, plain, with};
use crate::domain::filter::{AmountSpan, Span};
use crate::domain::funnel::Rates;
use crate::domain::money::{Currency, LARGEST_AMOUNT};
use crate::store::view::list::Clause;

/// Holds where the day lies in one of the stretches.
pub(super) fn days(expression: &str, spans: &[Span<NaiveDate>]) -> Clause {
    let day = |day: NaiveDate| Value::Text(written(day));
    any(spans.iter().map(|span| between(expression, span.from.map(day), span.to.map(day))))
}

/// Holds where the number lies in one of the stretches.
pub(super) fn numbers(expression: &str, spans: &[Span<i64>]) -> Clause {
    any(spans
        .iter()
        .map(|span| between(expression, span.from.map(Value::Integer), span.to.map(Value::Integer))))
}

/// Holds where the amount lies in one of the stretches. Turning is monotonous, so the ends of a stretch
/// of the base currency are turned back instead: for each currency an integer comparison is left.
pub(super) fn amounts(
    amount: &str,
    currency: &str,
    spans: &[AmountSpan],
    rates: &Rates,
    base: Currency,
) -> Clause {
    let within = |code: Currency, span: Span<i64>| {
        let fits = numbers(amount, &[span]);
        Clause { sql: format!("({currency} = '{code}' AND {})", fits.sql), ..fits }
    };
    any(spans.iter().map(|AmountSpan { currency, span }| match currency {
        Some(code) => within(*code, *span),
        None => {
            let foreign = rates.iter().map(|(code, _)| code).filter(|code| *code != base);
            let turned_back = |code| Some(within(code, turned_back(*span, code, rates, base)?));
            any(std::iter::once(within(base, *span)).chain(foreign.filter_map(turned_back)))
        }
    }))
}

fn between(expression: &str, from: Option<Value>, to: Option<Value>) -> Clause {
    match (from, to) {
        (Some(from), Some(to)) => with(format!("{expression} BETWEEN ? AND ?"), [from, to]),
        (Some(from), None) => with(format!("{expression} >= ?"), [from]),
        (None, Some(to)) => with(format!("{expression} <= ?"), [to]),
        (None, None) => plain(format!("{expression} IS NOT NULL")),
    }
}

/// A day as it lies in a column, where years have four digits.
fn written(day: NaiveDate) -> String {
    let text = day.format("%Y-%m-%d").to_string();
    match text.chars().next() {
        Some('+') => "9999-12-31".to_owned(),
        Some('-') => "0000-01-01".to_owned(),
        _ => text,
    }
}

/// The amounts of a currency that turn into a stretch of the base currency; none where no amount does.
fn turned_back(span: Span<i64>, currency: Currency, rates: &Rates, base: Currency) -> Option<Span<i64>> {
    let turned = |minor: i64| rates.turn(minor, currency, base);
    // A rate gives every amount that a record may hold a value.
    turned(LARGEST_AMOUNT)?;
    let first = |holds: &dyn Fn(i128) -> bool| first_where(|minor| turned(minor).is_some_and(holds));
    let from = span.from.map(|from| first(&|value| value >= i128::from(from)));
    let after = span.to.map(|to| first(&|value| value > i128::from(to)));
    let (from, to) = (from.unwrap_or(-LARGEST_AMOUNT), after.unwrap_or(LARGEST_AMOUNT + 1) - 1);
    (from <= to).then_some(Span { from: Some(from), to: Some(to) })
}

/// The first amount of a record where something holds that holds from there on; one beyond the largest
/// where it never does.
fn first_where(holds: impl Fn(i64) -> bool) -> i64 {
    let (mut low, mut high) = (-LARGEST_AMOUNT, LARGEST_AMOUNT + 1);
    while low < high {
        let middle = low + (high - low) / 2;
        match holds(middle) {
            true => high = middle,
            false => low = middle + 1,
        }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::Rate;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn an_amount_fits_where_what_it_turns_into_does(
            minor in -2000i64..2000, from in -900i64..900, length in 0i64..900, rate in 1i64..4_000_000_000_000,
        ) {
            let yen: Currency = "JPY".parse().unwrap();
            let rates = Rates::from_iter([(yen, Rate(rate)), (Currency::USD, Rate(rate))]);
            let span = Span { from: Some(from), to: Some(from + length) };
            for code in [yen, Currency::USD] {
                let turned = rates.turn(minor, code, Currency::EUR).unwrap();
                let fits = (i128::from(from)..=i128::from(from + length)).contains(&turned);
                let back = turned_back(span, code, &rates, Currency::EUR);
                prop_assert_eq!(back.is_some_and(|back| back.contains(minor)), fits);
            }
        }
    }

    #[test]
    fn days_beyond_four_digits_are_the_last_ones() {
        assert_eq!(written(NaiveDate::MAX), "9999-12-31");
        assert_eq!(written(NaiveDate::MIN), "0000-01-01");
    }
}
