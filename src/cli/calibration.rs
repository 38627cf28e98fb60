//! `keybook calibration`.

use clap::Args;

use super::desk::Desk;
use super::failure::Failure;
use super::span::Span;
use crate::ops::stage;
use crate::report::page::Page;
use crate::report::{pages, rows};
use crate::tr;

/// Shows one's own win rate at each stage beside the one that is set
///
/// Of deals closed in the last twelve months, unless told otherwise: (wins + 10 × the set rate) ÷
/// (cases + 10). Nothing is changed unless --take is given; undo gives the old rates back.
#[derive(Debug, Args)]
pub(super) struct Calibration {
    #[command(flatten)]
    span: Span,
    /// Take the own rates of stages with cases over as those of the stages
    #[arg(long)]
    take: bool,
}

impl Calibration {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let (from, to) = self.span.days(desk)?;
        let mut book = desk.book()?;
        let stages = rows::track::calibration(desk.lang, &book.flow(from, to)?);
        if self.take {
            let own = stages.iter().filter(|stage| stage.n > 0);
            let rates: Vec<_> = own.map(|stage| (stage.stage.clone(), stage.calibrated.0)).collect();
            let taken = stage::take_rates(&mut book, &rates)?.value;
            let line = tr!(desk.lang, "done.rates_taken", number = taken);
            return desk.give_rows(&stages, &stages, || Page::of_line(desk.lang, line));
        }
        desk.give_list(&stages, || pages::track::calibration(desk.lang, (from, to), &stages))
    }
}
