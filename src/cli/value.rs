//! What people write after a flag: days, periods, amounts, rates, words of closed lists.

use chrono::{NaiveDate, NaiveTime};

use super::failure::Failure;
use crate::domain::amount;
use crate::domain::date;
use crate::domain::money::{Currency, Money, Rate};
use crate::domain::number;
use crate::domain::period::Period;
use crate::domain::text::fold;
use crate::domain::yes_no;
use crate::domain::zone::{self, Zone};
use crate::i18n::Lang;
use crate::ops::Field;
use crate::report::problem::Explained;
use crate::report::words::Word;
use crate::tr;

/// A text for a field that may be empty: an empty one empties it.
pub(super) fn text(told: Option<String>) -> Field<String> {
    told.map(|text| Some(text).filter(|text| !text.trim().is_empty()))
}

/// A value for a field that may be empty, read from its text: an empty one empties it.
pub(super) fn field<T>(
    told: Option<&str>,
    read: impl FnOnce(&str) -> Result<T, Failure>,
) -> Result<Field<T>, Failure> {
    match told {
        None => Ok(None),
        Some(text) if text.trim().is_empty() => Ok(Some(None)),
        Some(text) => read(text).map(|value| Some(Some(value))),
    }
}

/// A day, in figures or in words.
pub(super) fn day(lang: Lang, flag: &str, text: &str, today: NaiveDate) -> Result<NaiveDate, Failure> {
    date::parse(text, today).ok_or_else(|| {
        refused(tr!(lang, "cli.not_a_day", flag = flag, text = text), tr!(lang, "cli.not_a_day_hint"))
    })
}

/// A time of day.
pub(super) fn time(lang: Lang, flag: &str, text: &str) -> Result<NaiveTime, Failure> {
    zone::parse_time(text).ok_or_else(|| {
        refused(tr!(lang, "cli.not_a_time", flag = flag, text = text), tr!(lang, "form.time_hint"))
    })
}

/// A time zone, by its name, its city or its hours from Greenwich.
pub(super) fn zone(lang: Lang, flag: &str, text: &str) -> Result<Zone, Failure> {
    zone::parse_zone(text).ok_or_else(|| {
        refused(tr!(lang, "cli.not_a_zone", flag = flag, text = text), tr!(lang, "form.zone_hint"))
    })
}

/// A period: 2026, 2026H2, 2026Q4 or 2026-11.
pub(super) fn period(lang: Lang, flag: &str, text: &str) -> Result<Period, Failure> {
    text.parse().map_err(|_| {
        refused(tr!(lang, "cli.not_a_period", flag = flag, text = text), tr!(lang, "cli.not_a_period_hint"))
    })
}

/// An amount as people type it, in `default` unless it names its currency.
pub(super) fn money(lang: Lang, flag: &str, text: &str, default: Currency) -> Result<Money, Failure> {
    amount::parse(text, default).map_err(|_| {
        refused(tr!(lang, "cli.not_an_amount", flag = flag, text = text), tr!(lang, "cli.not_an_amount_hint"))
    })
}

/// A whole number.
pub(super) fn whole(lang: Lang, flag: &str, text: &str) -> Result<i64, Failure> {
    text.trim().parse().map_err(|_| {
        refused(
            tr!(lang, "cli.not_a_whole_number", flag = flag, text = text),
            tr!(lang, "cli.not_a_whole_number_hint"),
        )
    })
}

/// The code of a currency.
pub(super) fn currency(lang: Lang, flag: &str, text: &str) -> Result<Currency, Failure> {
    text.parse().map_err(|_| {
        refused(
            tr!(lang, "cli.not_a_currency", flag = flag, text = text),
            tr!(lang, "cli.not_a_currency_hint"),
        )
    })
}

/// What one unit of a currency is worth in the base currency.
pub(super) fn exchange_rate(lang: Lang, text: &str) -> Result<Rate, Failure> {
    text.parse().map_err(|_| {
        refused(
            tr!(lang, "cli.not_an_exchange_rate", text = text),
            tr!(lang, "cli.not_an_exchange_rate_hint"),
        )
    })
}

/// A rate in basis points: `35%`, `35` and `0.35` are the same; `1` is the whole.
pub(super) fn rate(lang: Lang, flag: &str, text: &str) -> Result<i64, Failure> {
    number::basis_points(text).ok_or_else(|| {
        refused(tr!(lang, "cli.not_a_rate", flag = flag, text = text), tr!(lang, "cli.not_a_rate_hint"))
    })
}

/// A word of a closed list: its key, or what it is called in either language.
pub(super) fn word<T: Copy + std::fmt::Display>(
    lang: Lang,
    flag: &str,
    text: &str,
    all: &[T],
    name: fn(Lang, T) -> Word,
) -> Result<T, Failure> {
    let wanted = fold(text);
    let means = |one: &&T| {
        let names = [name(Lang::En, **one), name(Lang::Zh, **one)];
        fold(&one.to_string()) == wanted || names.iter().any(|name| fold(name) == wanted)
    };
    all.iter().find(means).copied().ok_or_else(|| {
        let known: Vec<String> = all.iter().map(ToString::to_string).collect();
        refused(
            tr!(lang, "cli.not_a_word", flag = flag, text = text),
            tr!(lang, "cli.not_a_word_hint", known = lang.list(known)),
        )
    })
}

/// Yes or no, in either language.
pub(super) fn flag(lang: Lang, flag: &str, text: &str) -> Result<bool, Failure> {
    yes_no::read(text).ok_or_else(|| {
        refused(
            tr!(lang, "cli.not_a_word", flag = flag, text = text),
            tr!(lang, "cli.not_a_word_hint", known = "yes, no"),
        )
    })
}

/// A field and its value, written as KEY=VALUE; an empty value empties the field.
pub(super) fn pair(lang: Lang, flag: &str, text: &str) -> Result<(String, Option<String>), Failure> {
    match text.split_once('=') {
        Some((key, value)) if !key.trim().is_empty() => {
            let value = value.trim();
            Ok((key.trim().to_owned(), (!value.is_empty()).then(|| value.to_owned())))
        }
        _ => Err(Failure::Usage(Explained::new(tr!(lang, "cli.not_a_pair", flag = flag, text = text)))),
    }
}

fn refused(what: impl Into<String>, hint: impl Into<String>) -> Failure {
    Failure::Usage(Explained::new(what).hint(hint))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::word::Tier;
    use crate::report::words;

    #[test]
    fn a_word_of_a_list_is_known_by_its_key_and_in_both_languages() {
        for text in ["key", "KEY", "重点"] {
            let tier = word(Lang::En, "--tier", text, Tier::ALL, words::tier);
            assert!(matches!(tier, Ok(Tier::Key)), "{text}");
        }
        let refused = word(Lang::En, "--tier", "gold", Tier::ALL, words::tier);
        assert!(matches!(refused, Err(Failure::Usage(_))));
    }
}
