//! `keybook revenue`.

use clap::Args;

use super::desk::Desk;
use super::failure::Failure;
use super::name;
use crate::domain::word::RecordKind;
use crate::report::plan::revenue;

/// Holds the revenue plan of an account beside what was sold, quarter by quarter
///
/// Sold are the deals won in a quarter and its small orders, in the base currency. The present quarter is always shown; revenue-plan add plans one.
#[derive(Debug, Args)]
pub(super) struct Revenue {
    /// The account: its code, id, or words of its name
    account: String,
}

impl Revenue {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let book = desk.book()?;
        let named = name::one(&book, &self.account, &[RecordKind::Account])?;
        let quarters = revenue::with_present(&book, named.id)?;
        desk.give_list(&quarters, || revenue::page(desk.lang, &named.name, &quarters))
    }
}
