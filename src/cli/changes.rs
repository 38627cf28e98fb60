//! `keybook changes`.

use chrono::Days;
use clap::Args;

use super::desk::Desk;
use super::failure::Failure;
use super::span;
use crate::domain::period::Period;
use crate::report::{pages, rows};

/// Shows what became of a period's open deals between two days: new, won, lost, slipped and so on
///
/// From the end of one day to the end of another; opening and changes make the closing total, to the
/// cent. Without days it goes from the last review (or from seven days ago) to today.
#[derive(Debug, Args)]
pub(super) struct Changes {
    /// The day at whose end it begins
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    /// The day at whose end it ends
    #[arg(long, value_name = "DATE")]
    to: Option<String>,
}

impl Changes {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let book = desk.book()?;
        let to = span::last_day(desk, self.to.as_deref())?;
        let from = match desk.day("--from", self.from.as_deref())? {
            Some(from) => from,
            None => match book.last_review_before(to)? {
                Some(review) => review.day,
                None => to.checked_sub_days(Days::new(7)).unwrap_or(to),
            },
        };
        let (from, to) = span::in_order(desk, from, to)?;
        let period = match desk.period()? {
            Some(period) => period,
            None => Period::quarter_of(to, book.settings()?.fiscal_first_month),
        };
        let changes = rows::review::changes(&book, period, from, to)?;
        desk.give_rows(&changes, &changes.deals, || pages::review::changes(desk.lang, &changes))
    }
}
