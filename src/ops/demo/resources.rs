//! What the person of the demonstration means to spend on whom, quarter by quarter; and which clients went, and why.

use chrono::NaiveDate;
use serde::Deserialize;

use super::cast::{Cast, thousandths};
use super::days::{from, workday};
use super::files::Files;
use crate::domain::entry::{EntryKind, Holder, Value};
use crate::domain::money::{Currency, Money};
use crate::domain::period::Period;
use crate::domain::resources::Purpose;
use crate::domain::word::ActivityKind;
use crate::ops::entry::EntryInput;
use crate::ops::resource::{self, ResourceInput};
use crate::ops::{Problem, entry};
use crate::store::Past;

/// What a posture or a tier gets in a quarter; the money in thousands of euros.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct ResourceRow {
    pub purpose: Purpose,
    pub hours: i64,
    pub people: i64,
    pub thousands: i64,
}

/// A client that went so many days ago.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct DepartureRow {
    pub account: String,
    pub reason: String,
    pub ago: i64,
    pub competitor: String,
    pub text: String,
}

/// For how many quarters there are plans, this one among them.
const QUARTERS: usize = 4;

/// Plans each quarter's resources as it begins.
pub(super) fn plan(files: &Files, past: &mut Past<'_>, today: NaiveDate) -> Result<(), Problem> {
    let mut period = Period::quarter_of(today, 1);
    let mut quarters: Vec<Period> = vec![];
    for _ in 0..QUARTERS {
        quarters.push(period);
        period = period.previous();
    }
    for period in quarters.into_iter().rev() {
        let (first, _) = period.range(1);
        let book = past.on(workday(from(first, 5)).min(today));
        for row in &files.resources {
            let told = ResourceInput {
                minutes: Some(Some(row.hours * 60)),
                people: Some(Some(row.people)),
                money: Some(Some(thousandths(row.thousands * 1_000_000, Currency::EUR))),
            };
            resource::plan(book, period, row.purpose, &told)?;
        }
    }
    Ok(())
}

/// Says which clients went, and why.
pub(super) fn departures(
    files: &Files,
    past: &mut Past<'_>,
    cast: &Cast,
    today: NaiveDate,
) -> Result<(), Problem> {
    for row in &files.departures {
        let day = workday(from(today, -row.ago));
        let told = EntryInput::default()
            .with("reason", row.reason.as_str())
            .with("since", Value::Day(day))
            .with("text", row.text.as_str());
        let told =
            if row.competitor.is_empty() { told } else { told.with("competitor", row.competitor.as_str()) };
        entry::add(past.on(day), EntryKind::Departure, Holder::Account(cast.account(&row.account)?), &told)?;
    }
    Ok(())
}

/// What a contact cost beside the time: the way there, and what a demonstration takes along. The same
/// contacts cost the same in every making, and the lots of the deals are not touched.
pub(super) fn cost(kind: ActivityKind, minutes: i64, deal: usize) -> Option<Money> {
    let way = 40 + (deal as i64 * 37 + minutes) % 120;
    let euros = match kind {
        ActivityKind::Visit => way,
        ActivityKind::Demo => way + 60,
        ActivityKind::Meeting if deal.is_multiple_of(3) => way / 2,
        _ => return None,
    };
    Some(thousandths(euros * 1_000, Currency::EUR))
}
