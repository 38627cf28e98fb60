//! `keybook report`.

use chrono::Days;
use clap::Subcommand;

use super::desk::Desk;
use super::failure::Failure;
use super::name;
use crate::domain::period::Period;
use crate::report::reports::{Subject, report};
use crate::store::Book;

/// Writes a report to hand on: one file, in Markdown or HTML
#[derive(Debug, Subcommand)]
pub(super) enum Report {
    /// The week: figures with their range, what changed, wins, losses, what is stuck, next steps
    Week,
    /// A quarter or another period: forecast, trend, funnel, bridge, won and lost, largest deals, the next one
    Quarter,
    /// An account: how it fares, its people, deals, sales, plan
    Account {
        /// The account: its code, id, or words of its name
        account: String,
    },
    /// The whole book: what accounts bring, their classes, the funnel, the last quarters
    Book,
}

impl Report {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let book = desk.book()?;
        let subject = match self {
            Report::Week => {
                let today = desk.today();
                Subject::Week(period(desk, &book)?, today.checked_sub_days(Days::new(7)).unwrap_or(today))
            }
            Report::Quarter => Subject::Quarter(period(desk, &book)?),
            Report::Account { account } => Subject::Account(name::account(&book, &account)?),
            Report::Book => Subject::Book,
        };
        desk.give_document(report(desk.lang, &book, subject)?)
    }
}

/// The period that is asked for, or else the present quarter.
fn period(desk: &Desk, book: &Book) -> Result<Period, Failure> {
    Ok(match desk.period()? {
        Some(period) => period,
        None => Period::quarter_of(desk.today(), book.settings()?.fiscal_first_month),
    })
}
