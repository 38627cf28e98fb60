//! Days of the week in words.

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
