//! `keybook today`.

use clap::Args;

use super::desk::Desk;
use super::failure::Failure;
use crate::report::{pages, rows};

/// Shows what is due: next steps, commitments, tasks, special days, deals past their date
#[derive(Debug, Args)]
pub(super) struct Today {
    /// How many days to look ahead
    #[arg(long, value_name = "N", default_value_t = 0)]
    days: u16,
}

impl Today {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let book = desk.book()?;
        let due = rows::today::due(&book, u64::from(self.days))?;
        desk.give_rows(&due, &rows::today::in_one_list(&due), || pages::today::sheet(desk.lang, &due))
    }
}
