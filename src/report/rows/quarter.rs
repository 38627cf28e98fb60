//! A quarter as a whole, or another period: where it stands, how it came about, what was won and lost, what
//! is still open, and what follows.

use chrono::{Days, NaiveDate};

use super::first::{First, clause, first_deals};
use super::outlook::{Outlook, outlook};
use super::{review, track};
use crate::domain::forecast::Ratio;
use crate::domain::period::Period;
use crate::i18n::Lang;
use crate::report::model::{ChangesOut, ConversionOut, DealOut, LossesOut, VelocityOut};
use crate::store::view::list::Clause;
use crate::store::{Book, Result};

/// How many deals each list names; the rest is counted.
const MOST: usize = 12;

/// How many days the trend has at most.
const POINTS: i64 = 13;

/// What the report of a period says.
#[derive(Debug, Clone)]
pub struct Quarter {
    /// Its first and last day.
    pub days: (NaiveDate, NaiveDate),
    /// The day up to which it is told: today, or the last of it.
    pub to: NaiveDate,
    /// Where it stands.
    pub outlook: Outlook,
    /// Its forecast attainment at the end of some days, up to now.
    pub trend: Vec<(NaiveDate, Option<f64>)>,
    /// What became of its deals since it began, or since this one did where it is still to come.
    pub changes: ChangesOut,
    /// How deals fared at each stage.
    pub conversion: Vec<ConversionOut>,
    /// What a day brings.
    pub velocity: VelocityOut,
    /// What was won, the largest first.
    pub wins: First<DealOut>,
    /// What was lost, the largest first.
    pub losses: First<DealOut>,
    /// Why.
    pub reasons: LossesOut,
    /// What is open and expected to close in it, the largest first.
    pub open: First<DealOut>,
    /// The period that follows.
    pub next: Outlook,
}

/// The report of a period, mostly a quarter.
pub fn quarter(lang: Lang, book: &Book, period: Period) -> Result<Quarter> {
    let first_month = book.settings()?.fiscal_first_month;
    let today = book.today();
    let (first, last) = period.range(first_month);
    let to = today.min(last);
    // Of a period that is still to come, what has changed since the present quarter began.
    let begins =
        if first <= today { first } else { Period::quarter_of(today, first_month).range(first_month).0 };
    let since = begins.pred_opt().unwrap_or(begins);
    let until = to.max(begins);
    let flow = book.flow(begins, until)?;
    let closed = |status: &str| -> Result<First<DealOut>> {
        let filter = format!("status:{status} closed:{begins}..{until}");
        first_deals(book, clause(book, &filter)?, ("amount", true), MOST)
    };
    let open = clause(book, "status:open")?.with(Clause::closing((first, last)));
    let days = points(begins, until);
    let trend = book.attainment_on(period, &days)?.into_iter().map(|ratio| ratio.map(Ratio::value));
    Ok(Quarter {
        days: (first, last),
        to: until,
        outlook: outlook(lang, book, period)?,
        trend: days.iter().copied().zip(trend).collect(),
        changes: review::changes(book, period, since, until)?,
        conversion: track::conversion(lang, &flow),
        velocity: track::velocity(&flow),
        wins: closed("won")?,
        losses: closed("lost")?,
        reasons: track::losses(&book.losses(begins, until)?),
        open: first_deals(book, open, ("amount", true), MOST)?,
        next: outlook(lang, book, period.next())?,
    })
}

/// Some days at equal distances, the last of them `to`: weeks, or longer where there are too many.
fn points(from: NaiveDate, to: NaiveDate) -> Vec<NaiveDate> {
    let days = (to - from).num_days().max(0);
    let step = (days / POINTS / 7 + 1) * 7;
    let back = (0..=days / step).filter_map(|number| to.checked_sub_days(Days::new((number * step) as u64)));
    let mut points: Vec<NaiveDate> = back.collect();
    points.reverse();
    points
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_trend_goes_by_weeks_and_ends_today() {
        let weeks = points(day("2026-10-01"), day("2026-11-21"));
        assert_eq!((weeks.len(), weeks[0], weeks[7]), (8, day("2026-10-03"), day("2026-11-21")));
        assert_eq!(points(day("2026-10-01"), day("2026-10-01")), [day("2026-10-01")]);
        let year = points(day("2026-01-01"), day("2026-12-31"));
        assert!(year.len() <= 14 && year[0] >= day("2026-01-01"), "{year:?}");
    }
}
