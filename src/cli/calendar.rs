//! `keybook calendar`.

use clap::Args;

use super::desk::Desk;
use super::export::give_events;
use super::failure::Failure;
use super::value;
use crate::domain::calendar::Extent;
use crate::report::events::of_days;
use crate::report::{Format, pages, rows};

/// Shows what days bring: meetings, next steps, tasks, actions, promises, special days, payments due
///
/// This week, unless --week or --month says otherwise. Times are those of the clock here; where a meeting is
/// told in another zone, its own time stands beside it.
#[derive(Debug, Args)]
pub(super) struct Calendar {
    /// The week of a day
    #[arg(long, value_name = "DATE", conflicts_with = "month")]
    week: Option<String>,
    /// The month of a day, or a month such as 2026-11
    #[arg(long, value_name = "DATE")]
    month: Option<String>,
}

impl Calendar {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let (extent, day) = match (&self.month, &self.week) {
            (Some(month), _) => {
                // A month is as good as its first day.
                let first = format!("{}-01", month.trim());
                let day = match first.parse() {
                    Ok(first) => first,
                    Err(_) => value::day(desk.lang, "--month", month, desk.today())?,
                };
                (Extent::Month, day)
            }
            (None, Some(day)) => (Extent::Week, value::day(desk.lang, "--week", day, desk.today())?),
            (None, None) => (Extent::Week, desk.today()),
        };
        let (from, to) = extent.around(day);
        let book = desk.book()?;
        if desk.format == Format::Ics {
            return give_events(desk, &book, of_days(desk.lang, &book, from, to)?.into_iter().map(Ok));
        }
        let calendar = rows::calendar::calendar(&book, from, to)?;
        desk.give_rows(&calendar, &calendar.items, || pages::calendar::sheet(desk.lang, &calendar))
    }
}
