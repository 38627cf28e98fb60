//! `keybook calibration`.

use clap::Args;

use super::desk::Desk;
use super::failure::Failure;
use super::span::Span;
use crate::report::{pages, rows};

/// Shows one's own win rate at each stage beside the one that is set
///
/// Of deals closed in the last twelve months, unless told otherwise: (wins + 10 × the set rate) ÷
/// (cases + 10). Nothing is changed: keybook config set stage.KEY.win_rate takes a rate over.
#[derive(Debug, Args)]
pub(super) struct Calibration {
    #[command(flatten)]
    span: Span,
}

impl Calibration {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let (from, to) = self.span.days(desk)?;
        let stages = rows::track::calibration(desk.lang, &desk.book()?.flow(from, to)?);
        desk.give_list(&stages, || pages::track::calibration(desk.lang, (from, to), &stages))
    }
}
