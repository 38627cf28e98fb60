//! Dates as files hold them: `2026-06-15`, `6/15/2026 1:45 PM`, `15. Juni 2026`, `2026年11月21日`, the
//! serial numbers of spreadsheets. Unlike what people type, they are never relative to today.

mod clock;
mod month;
mod order;
#[cfg(test)]
mod tests;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta};

use self::clock::is_time;
pub use self::order::{Hints, Tally, decide};
use crate::domain::text::fold;
use crate::exchange::{Moment, Order, Reason};

/// A date as it is written, before the order of day and month is settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// One day only.
    Day(Moment),
    /// Two numbers and a year: either may be the day.
    Numbers {
        /// The number that comes first.
        first: u32,
        /// The second.
        second: u32,
        /// The year in full.
        year: i32,
        /// The time of day.
        time: Option<NaiveTime>,
        /// Whether points part the numbers.
        points: bool,
    },
}

/// Years that a date in a file can be of; others are numbers that mean something else.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;
/// The day that spreadsheets count from; right for every day after February 1900.
const SERIAL_START: (i32, u32, u32) = (1899, 12, 30);
/// Serial numbers from 1954 to 2119: shorter ones are hardly dates.
const SERIALS: std::ops::RangeInclusive<u32> = 20_000..=80_000;

/// Reads a date; None where the text is none.
pub fn read(text: &str) -> Option<Written> {
    let folded = fold(text);
    let text = without_weekday(&folded);
    by_number(text).or_else(|| by_parts(text))
}

impl Written {
    /// The day it means where the column puts day and month in `order`; None where that is not known.
    pub fn settle(self, order: Option<Order>) -> Result<Moment, Reason> {
        let (first, second, year, time) = match self {
            Written::Day(moment) => return Ok(moment),
            Written::Numbers { first, second, year, time, .. } => (first, second, year, time),
        };
        let day_first = NaiveDate::from_ymd_opt(year, second, first);
        let month_first = NaiveDate::from_ymd_opt(year, first, second);
        let day = match (order, day_first, month_first) {
            (_, None, None) => Err(Reason::NotADate),
            (Some(Order::DayFirst), Some(day), _) | (Some(Order::MonthFirst), _, Some(day)) => Ok(day),
            (Some(_), _, _) => Err(Reason::AgainstDateOrder),
            (None, Some(day), Some(other)) if day == other => Ok(day),
            (None, Some(_), Some(_)) => Err(Reason::EitherDate),
            (None, Some(day), None) | (None, None, Some(day)) => Ok(day),
        };
        day.map(|day| Moment { day, time })
    }
}

/// Digits only: `20260615`, a spreadsheet's serial number, seconds or milliseconds since 1970.
fn by_number(text: &str) -> Option<Written> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(fraction) {
        return None;
    }
    let number: i64 = whole.parse().ok()?;
    let moment = match (whole.len(), fraction.is_empty()) {
        (5, _) => serial(u32::try_from(number).ok()?, fraction)?,
        (8, true) => {
            let (year, rest) = (i32::try_from(number / 10_000).ok()?, u32::try_from(number % 10_000).ok()?);
            Moment { day: NaiveDate::from_ymd_opt(year, rest / 100, rest % 100)?, time: None }
        }
        (10, true) => at(DateTime::from_timestamp(number, 0)?),
        (13, true) => at(DateTime::from_timestamp_millis(number)?),
        _ => return None,
    };
    plausible(moment)
}

fn serial(days: u32, fraction: &str) -> Option<Moment> {
    let (year, month, day) = SERIAL_START;
    let start = NaiveDate::from_ymd_opt(year, month, day).filter(|_| SERIALS.contains(&days))?;
    let day = start.checked_add_signed(TimeDelta::days(i64::from(days)))?;
    let part: f64 = format!("0.{fraction}0").parse().ok()?;
    // A day's fraction has too few digits for more than whole seconds.
    let seconds = (part * 86_400.0).round().min(86_399.0) as u32;
    let time = NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).filter(|_| seconds > 0);
    Some(Moment { day, time })
}

fn at(instant: DateTime<chrono::Utc>) -> Moment {
    Moment { day: instant.date_naive(), time: Some(instant.time()) }
}

fn plausible(moment: Moment) -> Option<Written> {
    use chrono::Datelike;
    YEARS.contains(&moment.day.year()).then_some(Written::Day(moment))
}

/// One part of a written date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part<'a> {
    Number { value: u32, digits: usize },
    Month(u32),
    Mark(&'a str),
}

fn by_parts(text: &str) -> Option<Written> {
    let mut rest = text;
    let mut parts = Vec::with_capacity(5);
    // Day, month and year are three numbers or names; what comes after them can only be a time.
    while parts.iter().filter(|part| !matches!(part, Part::Mark(_))).count() < 3 {
        let (part, after) = next_part(rest)?;
        parts.push(part);
        rest = after;
        if parts.len() > 12 {
            return None;
        }
    }
    let spaced = rest.trim_start();
    let rest = if spaced.starts_with(['日', '号']) { spaced } else { rest };
    let rest = rest.trim_start_matches(['日', '号', '年', ',', '.']);
    let time = match rest.trim_start_matches(['t', ' ', ',']) {
        "" | "z" => None,
        after if after.len() < rest.len() || after.starts_with(|c: char| !c.is_ascii_digit()) => {
            Some(is_time(after)?)
        }
        _ => return None,
    };
    let marks: String =
        parts.iter().map(|part| if let Part::Mark(mark) = part { mark } else { "" }).collect();
    let named: Vec<Part<'_>> = parts.into_iter().filter(|part| !matches!(part, Part::Mark(_))).collect();
    arrange(&named, &marks, time)
}

/// Which number is what.
fn arrange(parts: &[Part<'_>], marks: &str, time: Option<NaiveTime>) -> Option<Written> {
    use Part::{Month, Number};
    let day = |year, month, day| {
        NaiveDate::from_ymd_opt(year, month, day).and_then(|day| plausible(Moment { day, time }))
    };
    match *parts {
        [
            Number { value: year, digits: 4 },
            Number { value: month, digits: 1..=2 },
            Number { value, digits: 1..=2 },
        ] => day(i32::try_from(year).ok()?, month, value),
        [Number { value: year, digits: 4 }, Month(month), Number { value, digits: 1..=2 }] => {
            day(i32::try_from(year).ok()?, month, value)
        }
        [Number { value, digits: 1..=2 }, Month(month), Number { value: year, digits }]
        | [Month(month), Number { value, digits: 1..=2 }, Number { value: year, digits }] => {
            day(full_year(year, digits)?, month, value)
        }
        [
            Number { value: first, digits: 1..=2 },
            Number { value: second, digits: 1..=2 },
            Number { value, digits },
        ] if is_separator(marks) => {
            let year = full_year(value, digits).filter(|year| YEARS.contains(year))?;
            Some(Written::Numbers { first, second, year, time, points: marks.contains('.') })
        }
        _ => None,
    }
}

/// Two marks of one kind: `/`, `-` or `.`.
fn is_separator(marks: &str) -> bool {
    let bare: String = marks.chars().filter(|c| *c != ' ').collect();
    matches!(bare.as_str(), "//" | "--" | ".." | "//," | "--," | "..,")
}

/// A year of two digits lies between 1970 and 2069.
fn full_year(value: u32, digits: usize) -> Option<i32> {
    let value = i32::try_from(value).ok()?;
    match digits {
        4 => Some(value),
        2 if value < 70 => Some(2000 + value),
        2 => Some(1900 + value),
        _ => None,
    }
}

/// The next number, month or mark, and what follows.
fn next_part(text: &str) -> Option<(Part<'_>, &str)> {
    let first = text.chars().next()?;
    if first.is_ascii_digit() {
        let length = text.bytes().take_while(u8::is_ascii_digit).count();
        let (digits, rest) = text.split_at(length);
        let value = digits.parse().ok().filter(|_| length <= 4)?;
        let rest =
            ["st", "nd", "rd", "th"].iter().find_map(|ending| rest.strip_prefix(ending)).unwrap_or(rest);
        return Some((Part::Number { value, digits: length }, rest));
    }
    if let Some((month, rest)) = month::named(text) {
        return Some((Part::Month(month), rest));
    }
    let filler = ["de ", "of ", "del "].iter().find(|word| text.starts_with(**word));
    let length = match filler {
        Some(word) => word.len(),
        None if matches!(first, '/' | '-' | '.' | ',' | ' ' | '年' | '月' | '’' | '\'') => {
            first.len_utf8()
        }
        None => return None,
    };
    let (mark, rest) = text.split_at(length);
    Some((Part::Mark(if filler.is_some() { "" } else { mark }), rest))
}

/// The text without the day of the week before it.
fn without_weekday(text: &str) -> &str {
    let word: usize = text.chars().take_while(|c| c.is_alphabetic()).map(char::len_utf8).sum();
    let (word, rest) = text.split_at(word);
    if month::is_weekday(word) { rest.trim_start_matches(['.', ',', ' ']) } else { text }
}
