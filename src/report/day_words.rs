//! Days, days of the week and months in words.

use chrono::{Datelike, NaiveDate};

use super::words::Word;
use crate::i18n::Lang;
use crate::tr;

/// The day of the week of a day, short.
pub fn weekday(lang: Lang, day: NaiveDate) -> Word {
    match day.weekday().number_from_monday() {
        1 => tr!(lang, "date.weekday.1"),
        2 => tr!(lang, "date.weekday.2"),
        3 => tr!(lang, "date.weekday.3"),
        4 => tr!(lang, "date.weekday.4"),
        5 => tr!(lang, "date.weekday.5"),
        6 => tr!(lang, "date.weekday.6"),
        _ => tr!(lang, "date.weekday.7"),
    }
}

/// The month of a day.
pub fn month(lang: Lang, day: NaiveDate) -> Word {
    match day.month() {
        1 => tr!(lang, "date.month.1"),
        2 => tr!(lang, "date.month.2"),
        3 => tr!(lang, "date.month.3"),
        4 => tr!(lang, "date.month.4"),
        5 => tr!(lang, "date.month.5"),
        6 => tr!(lang, "date.month.6"),
        7 => tr!(lang, "date.month.7"),
        8 => tr!(lang, "date.month.8"),
        9 => tr!(lang, "date.month.9"),
        10 => tr!(lang, "date.month.10"),
        11 => tr!(lang, "date.month.11"),
        _ => tr!(lang, "date.month.12"),
    }
}

/// A date with its year.
pub fn full_date(lang: Lang, day: NaiveDate) -> String {
    tr!(lang, "date.full", day = day.day(), month = month(lang, day), year = day.year()).into_owned()
}

/// A date in full, with the day of the week.
pub fn long_date(lang: Lang, day: NaiveDate) -> String {
    let (weekday, month) = (weekday(lang, day), month(lang, day));
    tr!(lang, "date.long", weekday = weekday, day = day.day(), month = month, year = day.year()).into_owned()
}
