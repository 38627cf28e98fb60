//! Dates in figures: `2026-12-15`, `15.12.2026`, `12/15/2026`.

use chrono::NaiveDate;

use super::upcoming;

/// The day that figures with one kind of mark between them mean.
pub(super) fn parse(folded: &str, today: NaiveDate) -> Option<NaiveDate> {
    let mark = folded.chars().find(|character| !character.is_ascii_digit());
    let Some(mark) = mark else { return compact(folded) };
    if !matches!(mark, '-' | '/' | '.') {
        return None;
    }
    // "15.12." ends with its mark.
    let text = if mark == '.' { folded.strip_suffix('.').unwrap_or(folded) } else { folded };
    let figures: Vec<&str> = text.split(mark).map(str::trim).collect();
    let values: Vec<u32> = figures.iter().map(|figure| value(figure)).collect::<Option<_>>()?;
    match (figures.as_slice(), values.as_slice()) {
        ([first, ..], &[year, month, day]) if first.len() == 4 => day_of(year, month, day),
        ([_, _, last], &[one, other, year]) => {
            let year = match last.len() {
                4 => year,
                2 => 2000 + year,
                _ => return None,
            };
            let (month, day) = month_and_day(mark, one, other)?;
            day_of(year, month, day)
        }
        (_, &[one, other]) if mark != '-' => {
            let (month, day) = month_and_day(mark, one, other)?;
            upcoming(month, day, today)
        }
        _ => None,
    }
}

/// `20261215`
fn compact(folded: &str) -> Option<NaiveDate> {
    let number: u32 = (folded.len() == 8).then(|| folded.parse().ok())??;
    day_of(number / 10_000, number / 100 % 100, number % 100)
}

/// Before a year without a name for the month: points put the day first; otherwise only where one
/// order is possible.
fn month_and_day(mark: char, one: u32, other: u32) -> Option<(u32, u32)> {
    match (one, other) {
        _ if mark == '.' => Some((other, one)),
        (13.., _) => Some((other, one)),
        (_, 13..) => Some((one, other)),
        _ if one == other => Some((one, other)),
        _ => None,
    }
}

fn value(figure: &str) -> Option<u32> {
    let plain = (1..=4).contains(&figure.len()) && figure.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| figure.parse().ok()).flatten()
}

fn day_of(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}
