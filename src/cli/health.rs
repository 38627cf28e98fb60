//! `keybook health`.

use clap::Args;

use super::desk::Desk;
use super::failure::Failure;
use super::name;
use crate::domain::filter::Kind;
use crate::report::page::Page;
use crate::report::{pages, rows};

/// Says how accounts fare: what endangers the relationship, what each reason weighs, and what mends it
///
/// The health of an account is 100 less what its reasons weigh. The weights are settings of the book
/// (health_complaint_open and so on), as are check_up_days, check_up_low and broken_days.
#[derive(Debug, Args)]
pub(super) struct Health {
    /// The account; without it all accounts, the worst first
    account: Option<String>,
}

impl Health {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let book = desk.book()?;
        let lang = desk.lang;
        if let Some(words) = &self.account {
            let health = rows::care::health_of(lang, &book, name::account(&book, words)?)?;
            return desk.give_rows(&health, &health.reasons, || pages::care::health_sheet(lang, &health));
        }
        let clause = desk.clause(&book, Kind::Accounts)?;
        let all = rows::care::health(lang, &book, &clause)?;
        desk.give_list(&all, || Page::of_table(lang, "", pages::care::list(lang, &all)))
    }
}
