//! `keybook funnel`.

use clap::Args;

use super::desk::Desk;
use super::failure::Failure;
use crate::report::pages;
use crate::report::rows::figures;

/// Shows the funnel: the open deals by stage, with what they weigh
///
/// All open deals, or with --period those expected to close in it; with --as-of as it stood on a past day.
#[derive(Debug, Args)]
pub(super) struct Funnel {}

impl Funnel {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let book = desk.book()?;
        let view = book.funnel(desk.period()?, desk.as_of()?)?;
        let funnel = figures::funnel(desk.lang, desk.today(), &view);
        desk.give_rows(&funnel, &funnel.stages, || pages::figures::funnel(desk.lang, &funnel))
    }
}
