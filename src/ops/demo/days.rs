//! Days as seen from today.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// The day so many days from today; negative numbers lie in the past.
pub(super) fn from(today: NaiveDate, days: i64) -> NaiveDate {
    let away = Days::new(days.unsigned_abs());
    let day = if days < 0 { today.checked_sub_days(away) } else { today.checked_add_days(away) };
    day.unwrap_or(today)
}

/// The same day, or the Friday before where it falls on a weekend.
pub(super) fn workday(day: NaiveDate) -> NaiveDate {
    match day.weekday() {
        Weekday::Sat => from(day, -1),
        Weekday::Sun => from(day, -2),
        _ => day,
    }
}
