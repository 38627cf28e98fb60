//! `keybook conversion`.

use clap::Args;

use super::desk::Desk;
use super::failure::Failure;
use super::span::Span;
use crate::report::{pages, rows};

/// Shows how deals fare at each stage: the share that goes on, those undecided, the median of days
///
/// Of the deals that entered a stage in the last twelve months, unless told otherwise; a stage that was
/// skipped counts as entered.
#[derive(Debug, Args)]
pub(super) struct Conversion {
    #[command(flatten)]
    span: Span,
}

impl Conversion {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let (from, to) = self.span.days(desk)?;
        let stages = rows::track::conversion(desk.lang, &desk.book()?.flow(from, to)?);
        desk.give_list(&stages, || pages::track::conversion(desk.lang, (from, to), &stages))
    }
}
