//! `keybook velocity`.

use clap::Args;

use super::desk::Desk;
use super::failure::Failure;
use super::span::Span;
use crate::report::{pages, rows};

/// Shows what a day brings: open deals × average amount × win share ÷ average days from start to sale
///
/// Win share and days are those of deals closed in the last twelve months, unless told otherwise.
#[derive(Debug, Args)]
pub(super) struct Velocity {
    #[command(flatten)]
    span: Span,
}

impl Velocity {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let (from, to) = self.span.days(desk)?;
        let velocity = rows::track::velocity(&desk.book()?.flow(from, to)?);
        desk.give(&velocity, || pages::track::velocity(desk.lang, &velocity))
    }
}
