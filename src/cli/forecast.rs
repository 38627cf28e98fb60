//! `keybook forecast`.

use clap::Args;

use super::desk::Desk;
use super::failure::Failure;
use crate::domain::period::Period;
use crate::domain::range::SEED;
use crate::report::pages;
use crate::report::rows::figures;

/// Shows where a period stands: quota, won, small orders, weighted funnel, attainment, progress, range
///
/// The present quarter, unless --period says otherwise; with --as-of as it stood on a past day.
#[derive(Debug, Args)]
pub(super) struct Forecast {
    /// The seed of the range's simulation; the same seed gives the same answer
    #[arg(long, value_name = "N", default_value_t = SEED)]
    seed: u64,
}

impl Forecast {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let book = desk.book()?;
        let as_of = desk.as_of()?;
        let day = as_of.unwrap_or_else(|| desk.today());
        let period = match desk.period()? {
            Some(period) => period,
            None => Period::quarter_of(day, book.settings()?.fiscal_first_month),
        };
        let forecast = book.forecast(period, as_of)?;
        let range = book.range_of(&forecast, self.seed)?;
        let forecast = figures::forecast(desk.today(), &forecast, &range);
        desk.give(&forecast, || pages::figures::forecast(desk.lang, &forecast))
    }
}
