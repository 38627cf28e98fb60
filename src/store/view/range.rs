//! What a period may bring: the open deals one by one, played through.

use chrono::NaiveDate;

use super::figures::ForecastView;
use super::population::{Population, each_member};
use crate::domain::forecast::Figures;
use crate::domain::id::Id;
use crate::domain::money::Currency;
use crate::domain::period::Period;
use crate::domain::range::{Prospect, Range};
use crate::store::book::Book;
use crate::store::error::Result;

/// The range of a period on a day.
#[derive(Debug, Clone)]
pub struct RangeView {
    /// The period.
    pub period: Period,
    /// The range, with what is sold already.
    pub range: Range,
    /// What it is held against.
    pub figures: Figures,
    /// The currency of the figures.
    pub base: Currency,
    /// The end of this day; none is now.
    pub as_of: Option<NaiveDate>,
}

impl Book {
    /// What a period may bring, as it looks at the end of a day (now, where none is given); the same seed
    /// gives the same answer. Amounts without an exchange rate are left out.
    pub fn period_range(&self, period: Period, as_of: Option<NaiveDate>, seed: u64) -> Result<RangeView> {
        let _moment = self.moment()?;
        let settings = self.settings()?;
        let day = as_of.unwrap_or_else(|| self.today());
        let rates = self.rates_on(settings.base_currency, day)?;
        let quota = self.quota_on(period, day, &settings)?;
        let standings = self.standings_as_of(as_of, Some(period.range(settings.fiscal_first_month)))?;
        let figures = self.figures(period, standings.as_ref(), &rates, &settings, quota)?;
        self.played_through(period, as_of, figures, seed)
    }

    /// The range of a forecast: of the same period and day, with the figures that it has.
    pub fn range_of(&self, forecast: &ForecastView, seed: u64) -> Result<RangeView> {
        let _moment = self.moment()?;
        self.played_through(forecast.period, forecast.as_of, forecast.now, seed)
    }

    /// Plays the open deals of a period through, on top of what is sold.
    fn played_through(
        &self,
        period: Period,
        as_of: Option<NaiveDate>,
        figures: Figures,
        seed: u64,
    ) -> Result<RangeView> {
        let settings = self.settings()?;
        let base = settings.base_currency;
        let rates = self.rates_on(base, as_of.unwrap_or_else(|| self.today()))?;
        let (from, to) = period.range(settings.fiscal_first_month);
        let stages = self.stages_as_of(as_of)?;
        let rate_of = |id: Id| stages.iter().find(|stage| stage.id == id).map_or(0, |stage| stage.win_rate);
        let mut open = vec![];
        each_member(self, Population::Closing(from, to), as_of, |deal, amount| {
            let win_rate = deal.win_rate.unwrap_or_else(|| rate_of(deal.stage));
            let amount = rates.turn(amount, deal.currency, base);
            open.extend(amount.map(|amount| Prospect { amount, win_rate }));
        })?;
        let range = Range::of(figures.won + figures.small_orders, &open, figures.quota, seed);
        Ok(RangeView { period, range, figures, base, as_of })
    }
}
