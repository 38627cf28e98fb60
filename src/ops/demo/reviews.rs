//! The reviews of the last half year: each Thursday one, with a forecast handed in that comes nearer to
//! the truth as the quarter's end does.

use chrono::{Datelike, NaiveDate, Weekday};

use super::days::from;
use crate::domain::chance::Chance;
use crate::domain::money::Money;
use crate::domain::period::Period;
use crate::domain::range::SEED;
use crate::ops::submission::{self, Call};
use crate::ops::{Problem, review};
use crate::store::Past;

/// How many weeks are told.
const WEEKS: i64 = 26;
/// A call is a sum of these, in cents.
const STEP: i128 = 1_000_000;

/// Holds the reviews of the weeks before today.
pub(super) fn hold(past: &mut Past<'_>, today: NaiveDate) -> Result<(), Problem> {
    let mut chance = Chance::new(SEED);
    let since = i64::from(today.weekday().days_since(Weekday::Thu));
    let last = if since == 0 { 7 } else { since };
    for week in (0..WEEKS).rev() {
        let day = from(today, -(last + 7 * week));
        let book = past.on(day);
        let period = Period::quarter_of(day, 1);
        let (first, end) = period.range(1);
        let view = book.period_range(period, Some(day), SEED)?;
        // Hope is larger than the funnel at first; it fades with the days that are left.
        let left = i128::from((end - day).num_days()) * 100 / i128::from((end - first).num_days());
        let hope = 100 + i128::from(chance.between(-6, 22)) * left / 100;
        let minor = view.range.band.p50 * hope / 100 / STEP * STEP;
        let amount = i64::try_from(minor).ok().filter(|minor| *minor > 0);
        let amount = amount.map(|minor| Money::new(minor, view.base));
        let call = Call { period: Some(period), amount, note: None };
        submission::submit_as_of(book, &call, Some(day))?;
        review::hold_in_the_past(book)?;
    }
    Ok(())
}
