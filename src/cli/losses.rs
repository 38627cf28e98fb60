//! `keybook losses`.

use clap::Args;

use super::desk::Desk;
use super::failure::Failure;
use super::span::Span;
use crate::report::{pages, rows};

/// Ranks why deals were lost, and to whom
///
/// Of deals lost in the last twelve months, unless told otherwise.
#[derive(Debug, Args)]
pub(super) struct Losses {
    #[command(flatten)]
    span: Span,
}

impl Losses {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let (from, to) = self.span.days(desk)?;
        let book = desk.book()?;
        let losses = match desk.as_of()? {
            Some(day) => book.as_of(day)?.losses(from, to)?,
            None => book.losses(from, to)?,
        };
        let losses = rows::track::losses(&losses);
        desk.give_rows(&losses, &losses.reasons, || pages::track::losses(desk.lang, &losses))
    }
}
