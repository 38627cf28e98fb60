//! One value of the document, read back.

use chrono::DateTime;
use rusqlite::types::Value;

use super::tables::Form;
use crate::domain::id::Id;
use crate::domain::money::{Currency, Rate};
use crate::domain::text::clean_text;

/// A column's value from its JSON, by its form: the reverse of [`super::write::value`]. None where it is not
/// of that form.
pub(super) fn value(json: &str, form: Form, currency: Option<Currency>) -> Option<Value> {
    if json == "null" {
        return Some(Value::Null);
    }
    let text = || serde_json::from_str::<String>(json).ok();
    let number = match form {
        Form::Json => return Some(Value::Text(json.to_owned())),
        Form::Plain if json.starts_with('"') => return text().map(|text| Value::Text(harmless(text))),
        Form::Plain => json.parse().ok(),
        Form::Id => text()?.parse::<Id>().ok().map(|id| id.0),
        Form::Instant => DateTime::parse_from_rfc3339(&text()?).ok().map(|at| at.timestamp_millis()),
        Form::Money(_) => scaled(&text()?, currency.map_or(0, Currency::digits)),
        Form::Points => scaled(json, 4),
        Form::Thousandths => scaled(json, 3),
        Form::Rate => text()?.parse::<Rate>().ok().map(|rate| rate.0),
        Form::Flag => json.parse::<bool>().ok().map(i64::from),
    };
    number.map(Value::Integer)
}

/// Whole units of a plain decimal that has at most so many decimals.
fn scaled(decimal: &str, digits: u32) -> Option<i64> {
    let (sign, magnitude) = decimal.strip_prefix('-').map_or(("", decimal), |rest| ("-", rest));
    let (whole, fraction) = magnitude.split_once('.').unwrap_or((magnitude, ""));
    let digits = digits as usize;
    let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let sound = !whole.is_empty() && plain(whole) && plain(fraction) && fraction.len() <= digits;
    sound.then(|| format!("{sign}{whole}{fraction:0<digits$}").parse().ok())?
}

/// A text that went through a door of ours is left as it is. One that somebody wrote into the document by
/// hand, with what would steer a terminal, is cleaned.
fn harmless(text: String) -> String {
    let steers = |sign: char| {
        sign.is_control() && sign != '\n' || matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if text.contains(steers) { clean_text(&text) } else { text }
}

#[cfg(test)]
mod tests {
    use super::super::write;
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;
    use rusqlite::types::ValueRef;

    #[rstest]
    #[case("\"364.8\"", Form::Money("currency"), Some(36_480))]
    #[case("\"-364.80\"", Form::Money("currency"), Some(-36_480))]
    #[case("\"364.805\"", Form::Money("currency"), None)]
    #[case("\"364\"x", Form::Money("currency"), None)]
    #[case("0.05", Form::Points, Some(500))]
    #[case("5e-2", Form::Points, None)]
    #[case("\"0000000000018\"", Form::Id, Some(40))]
    #[case("\"40\"", Form::Id, None)]
    #[case("1", Form::Flag, None)]
    #[case("1.5", Form::Plain, None)]
    fn a_value_of_another_form_is_none(
        #[case] json: &str,
        #[case] form: Form,
        #[case] expected: Option<i64>,
    ) {
        assert_eq!(value(json, form, Some(Currency::EUR)), expected.map(Value::Integer));
    }

    #[test]
    fn what_would_steer_a_terminal_is_cleaned() {
        let read = |json: &str| value(json, Form::Plain, None);
        assert_eq!(read("\"a\\u001b[2Jb\""), Some(Value::Text("ab".into())));
        assert_eq!(read("\" two\\n lines \""), Some(Value::Text(" two\n lines ".into())));
    }

    proptest! {
        #[test]
        fn every_number_comes_back(number in any::<i64>(), form in 0usize..5) {
            let form = [Form::Plain, Form::Money("currency"), Form::Points, Form::Thousandths, Form::Id][form];
            let number = if form == Form::Id { number & i64::MAX } else { number };
            let written = write::value(ValueRef::Integer(number), form, Some(Currency::CNY)).unwrap();
            prop_assert_eq!(value(&written, form, Some(Currency::CNY)), Some(Value::Integer(number)), "{}", written);
        }

        #[test]
        fn every_rate_and_instant_comes_back(number in 1i64..4_000_000_000_000) {
            for form in [Form::Rate, Form::Instant] {
                let written = write::value(ValueRef::Integer(number), form, None).unwrap();
                prop_assert_eq!(value(&written, form, None), Some(Value::Integer(number)));
            }
        }

        #[test]
        fn every_printable_text_comes_back(text in "(\\PC|\n|[\"\\\\])*") {
            prop_assume!(!text.contains(|c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')));
            let written = write::value(ValueRef::Text(text.as_bytes()), Form::Plain, None).unwrap();
            prop_assert_eq!(value(&written, Form::Plain, None), Some(Value::Text(text)));
        }
    }
}
