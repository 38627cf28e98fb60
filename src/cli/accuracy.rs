//! `keybook accuracy`.

use clap::Args;

use super::desk::Desk;
use super::failure::Failure;
use super::span::Span;
use crate::report::{pages, rows};

/// Holds the forecasts that were handed in against what was sold: accuracy, bias, and their trend
///
/// Those handed in over the last twelve months, unless told otherwise.
#[derive(Debug, Args)]
pub(super) struct Accuracy {
    #[command(flatten)]
    span: Span,
}

impl Accuracy {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let book = desk.book()?;
        let base = book.settings()?.base_currency;
        let (from, to) = self.span.days(desk)?;
        let held = book.track_record(from, to, desk.period()?, desk.as_of()?)?;
        let trends = rows::track::trends(&held);
        let all: Vec<_> = held.iter().map(|one| rows::track::accuracy(one, base)).collect();
        desk.give_list(&all, || pages::track::accuracy(desk.lang, &all, &trends))
    }
}
