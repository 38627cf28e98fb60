//! `keybook report`.

use chrono::Days;
use clap::Subcommand;

use super::desk::Desk;
use super::failure::Failure;
use crate::domain::period::Period;
use crate::report::{pages, rows};

/// Writes a report to hand on: one file, in Markdown or HTML
#[derive(Debug, Subcommand)]
pub(super) enum Report {
    /// The week: figures with their range, what changed, wins, losses, what is stuck, next steps
    Week,
}

impl Report {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let book = desk.book()?;
        match self {
            Report::Week => {
                let period = match desk.period()? {
                    Some(period) => period,
                    None => Period::quarter_of(desk.today(), book.settings()?.fiscal_first_month),
                };
                let today = desk.today();
                let from = today.checked_sub_days(Days::new(7)).unwrap_or(today);
                let week = rows::week::week(desk.lang, &book, period, from)?;
                desk.give_page(&pages::week::week(desk.lang, &week))
            }
        }
    }
}
