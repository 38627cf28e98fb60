//! `keybook care`.

use clap::Args;

use super::desk::Desk;
use super::failure::Failure;
use crate::report::{pages, rows};

/// Says how accounts are cared for: promises kept on time, rhythm of contact, complaints, special days
///
/// Promises are ours of the last twelve months; as CSV they are given account by account. The rhythm of
/// each tier is a setting of the book: rhythm_key, rhythm_ordinary, rhythm_prospective.
#[derive(Debug, Args)]
pub(super) struct Care {}

impl Care {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let care = rows::care::care(&*desk.book()?)?;
        desk.give_rows(&care, &care.accounts, || pages::care::sheet(desk.lang, &care))
    }
}
