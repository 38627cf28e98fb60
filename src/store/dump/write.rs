//! One value of the document.

use chrono::{DateTime, SecondsFormat, Utc};
use rusqlite::types::{FromSqlError, ValueRef};
use serde::de::IgnoredAny;
use serde_json::Value;

use super::tables::Form;
use crate::domain::id::Id;
use crate::domain::money::{Currency, Rate, decimal};

/// A column's value in JSON, by its form; amounts with the digits of their currency.
///
/// # Errors
/// A text that is no UTF-8; the book's tables hold nothing else.
pub(super) fn value(value: ValueRef<'_>, form: Form, currency: Option<Currency>) -> rusqlite::Result<String> {
    match value {
        ValueRef::Null => Ok("null".to_owned()),
        ValueRef::Integer(number) => Ok(integer(number, form, currency)),
        ValueRef::Text(_) => {
            let text = value.as_str().map_err(from_sql)?;
            let json = form == Form::Json && serde_json::from_str::<IgnoredAny>(text).is_ok();
            Ok(if json { text.to_owned() } else { quoted(text) })
        }
        // The tables are strict: no column is real or a blob.
        ValueRef::Real(_) | ValueRef::Blob(_) => Err(from_sql(FromSqlError::InvalidType)),
    }
}

fn integer(number: i64, form: Form, currency: Option<Currency>) -> String {
    let wide = i128::from(number);
    match form {
        Form::Plain | Form::Json => number.to_string(),
        Form::Id => quoted(&Id(number).to_string()),
        Form::Instant => quoted(&instant(number)),
        Form::Money(_) => quoted(&decimal(wide, currency.map_or(0, Currency::digits))),
        Form::Points => shortest(&decimal(wide, 4)),
        Form::Thousandths => shortest(&decimal(wide, 3)),
        Form::Rate => quoted(&Rate(number).decimal()),
        Form::Flag => (number != 0).to_string(),
    }
}

/// An instant in milliseconds, with all of them.
fn instant(millis: i64) -> String {
    DateTime::<Utc>::from_timestamp_millis(millis)
        .unwrap_or_default()
        .to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// A decimal as a JSON number, without zeros at its end.
fn shortest(decimal: &str) -> String {
    decimal.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

fn from_sql(error: FromSqlError) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, Box::new(error))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case(40, Form::Plain, "40")]
    #[case(40, Form::Id, "\"0000000000018\"")]
    #[case(1_795_262_400_007, Form::Instant, "\"2026-11-21T12:00:00.007Z\"")]
    #[case(36_480, Form::Money("currency"), "\"364.80\"")]
    #[case(500, Form::Points, "0.05")]
    #[case(10_000, Form::Points, "1")]
    #[case(0, Form::Points, "0")]
    #[case(2_500, Form::Thousandths, "2.5")]
    #[case(7_120_000_000_000, Form::Rate, "\"7.12\"")]
    #[case(1, Form::Flag, "true")]
    fn a_number_is_written_as_what_it_is(#[case] number: i64, #[case] form: Form, #[case] expected: &str) {
        let written = value(ValueRef::Integer(number), form, Some(Currency::EUR)).unwrap();
        assert_eq!(written, expected);
    }

    #[test]
    fn json_stays_json_and_what_is_none_becomes_text() {
        let written = |text: &str| value(ValueRef::Text(text.as_bytes()), Form::Json, None).unwrap();
        assert_eq!(written(r#"{"a": 1.10}"#), r#"{"a": 1.10}"#);
        assert_eq!(written("{"), r#""{""#);
    }

    proptest! {
        #[test]
        fn points_and_quantities_come_back_from_json_numbers(number in 0i64..=1_000_000_000_000_000) {
            for (form, scale) in [(Form::Points, 1e4), (Form::Thousandths, 1e3)] {
                let written = value(ValueRef::Integer(number), form, None).unwrap();
                let read: f64 = serde_json::from_str(&written).unwrap();
                prop_assert_eq!((read * scale).round() as i64, number);
            }
        }

        #[test]
        fn any_text_comes_back(text in any::<String>()) {
            let written = value(ValueRef::Text(text.as_bytes()), Form::Plain, None).unwrap();
            prop_assert_eq!(serde_json::from_str::<String>(&written).unwrap(), text);
        }
    }
}
