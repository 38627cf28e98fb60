//! The funnel and the indicators, now and as of any past day.

use chrono::{Days, NaiveDate};
use rusqlite::OptionalExtension;

use super::population::{Population, Then, tallies};
use super::standings::Standings;
use crate::domain::forecast::{self, Figures, Ratio};
use crate::domain::funnel::{Funnel, Rates, WithoutRate, funnel};
use crate::domain::id::Id;
use crate::domain::money::Currency;
use crate::domain::period::Period;
use crate::domain::settings::Settings;
use crate::domain::stage::Stage;
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::table::stage::StageRow;

/// The funnel on a day, and what it is read with.
#[derive(Debug, Clone)]
pub struct FunnelView {
    /// Stages with the win rates of that day, in order.
    pub stages: Vec<Stage>,
    /// The figures.
    pub funnel: Funnel,
    /// The currency of the figures.
    pub base: Currency,
    /// The end of this day; none is now.
    pub as_of: Option<NaiveDate>,
    /// Only deals expected to close in this period; none is all open deals.
    pub period: Option<Period>,
}

/// The three indicators of a period on a day, and their inputs.
#[derive(Debug, Clone)]
pub struct ForecastView {
    /// The period.
    pub period: Period,
    /// The figures on the day.
    pub now: Figures,
    /// The figures seven days before, for the same period, at the day's exchange rates.
    pub before: Figures,
    /// Forecast attainment.
    pub attainment: Option<Ratio>,
    /// Progress.
    pub progress: Option<Ratio>,
    /// The currency of the figures.
    pub base: Currency,
    /// The end of this day; none is now.
    pub as_of: Option<NaiveDate>,
    /// Deals won, orders and open deals that a missing rate leaves out.
    pub without_rate: Vec<WithoutRate>,
}

impl From<StageRow> for Stage {
    fn from(row: StageRow) -> Self {
        Stage {
            id: row.id,
            key: row.key,
            position: row.position,
            win_rate: row.win_rate,
            buyer_name: row.buyer_name,
            seller_name: row.seller_name,
            exit_sign: row.exit_sign,
        }
    }
}

impl Book {
    /// The stages in order, with the win rates at the end of a day; now, where none is given.
    pub fn stages_as_of(&self, as_of: Option<NaiveDate>) -> Result<Vec<Stage>> {
        let mut stages: Vec<Stage> = self.stages()?.into_iter().map(Stage::from).collect();
        let Some(day) = as_of else { return Ok(stages) };
        // A stage that was not there yet counts with the first rate it was given.
        let mut statement = self.connection.prepare_cached(
            "SELECT win_rate FROM stage_event WHERE stage_id = ?1 AND win_rate IS NOT NULL
             ORDER BY day <= ?2 DESC, CASE WHEN day <= ?2 THEN -id ELSE id END LIMIT 1",
        )?;
        for stage in &mut stages {
            let then = statement.query_row(rusqlite::params![stage.id, day], |row| row.get(0)).optional()?;
            stage.win_rate = then.unwrap_or(stage.win_rate);
        }
        Ok(stages)
    }

    /// The exchange rates to a base currency in force on a day.
    pub fn rates_on(&self, base: Currency, day: NaiveDate) -> Result<Rates> {
        let mut statement = self.connection.prepare_cached(
            "SELECT currency, rate, max(since) FROM exchange_rate WHERE base = ?1 AND since <= ?2
             GROUP BY currency",
        )?;
        let rows = statement.query_map(rusqlite::params![base, day], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<Rates>>()?)
    }

    /// The quota of a period at the end of a day, in the base currency at the day's rates.
    pub fn quota_on(&self, period: Period, day: NaiveDate, settings: &Settings) -> Result<Option<i128>> {
        let rates = self.rates_on(settings.base_currency, day)?;
        let mut statement = self.connection.prepare_cached(
            "SELECT amount, currency FROM quota_event WHERE period = ?1 AND day <= ?2 ORDER BY id DESC LIMIT 1",
        )?;
        let mut fault = None;
        let quota = forecast::quota_for(period, settings.fiscal_first_month, &mut |period: Period| {
            let found = statement.query_row(rusqlite::params![period.to_string(), day], |row| {
                Ok((row.get::<_, Option<i64>>(0)?, row.get::<_, Option<Currency>>(1)?))
            });
            match found.optional() {
                Ok(Some((Some(amount), Some(currency)))) => {
                    rates.turn(amount, currency, settings.base_currency)
                }
                Ok(_) => None,
                Err(error) => {
                    fault = Some(error);
                    None
                }
            }
        });
        match fault {
            Some(error) => Err(error.into()),
            None => Ok(quota),
        }
    }

    /// The funnel at the end of a day (now, where none is given): all open deals, or those expected to
    /// close in a period.
    pub fn funnel(&self, period: Option<Period>, as_of: Option<NaiveDate>) -> Result<FunnelView> {
        let _moment = self.moment()?;
        let standings = self.standings_as_of(as_of, None)?;
        self.funnel_of(period, standings.as_ref())
    }

    /// The same with how deals stood at the end of the day; now, where that is not given.
    fn funnel_of(&self, period: Option<Period>, standings: Option<&Standings>) -> Result<FunnelView> {
        let as_of = standings.map(Standings::day);
        let settings = self.settings()?;
        let rates = self.rates_on(settings.base_currency, as_of.unwrap_or_else(|| self.today()))?;
        let base = settings.base_currency;
        let stages = self.stages_as_of(as_of)?;
        let then = Then { standings, stages: &stages, rates: &rates, base };
        let range = period.map(|period| period.range(settings.fiscal_first_month));
        let [funnel] = self.summed(Population::expected(range), [then])?;
        Ok(FunnelView { stages, funnel, base, as_of, period })
    }

    /// The indicators of a period at the end of a day; now, where none is given.
    pub fn forecast(&self, period: Period, as_of: Option<NaiveDate>) -> Result<ForecastView> {
        let _moment = self.moment()?;
        let settings = self.settings()?;
        let base = settings.base_currency;
        let day = as_of.unwrap_or_else(|| self.today());
        let rates = self.rates_on(base, day)?;
        let quota = self.quota_on(period, day, &settings)?;
        let range = period.range(settings.fiscal_first_month);
        let then = self.standings_as_of(as_of, Some(range))?;
        let week_ago = day.checked_sub_days(Days::new(7)).unwrap_or(day);
        let later = then.clone().unwrap_or_else(Standings::now);
        let earlier = self.standings_before(later, week_ago, Some(range))?;
        let stages = [self.stages_as_of(as_of)?, self.stages_as_of(Some(week_ago))?];
        let then = Then { standings: then.as_ref(), stages: &stages[0], rates: &rates, base };
        let before = Then { standings: Some(&earlier), stages: &stages[1], ..then };
        let [open, was_open] = self.summed(Population::expected(Some(range)), [then, before])?;
        let [won, orders] = self.sold(range, then)?;
        let now = brought(&open, &won, &orders, quota);
        let [had_won, had_orders] = self.sold(range, before)?;
        let before = brought(&was_open, &had_won, &had_orders, quota);
        Ok(ForecastView {
            period,
            attainment: now.attainment(),
            progress: forecast::progress(&now, &before, quota),
            now,
            before,
            base,
            as_of,
            without_rate: [open, won, orders].into_iter().flat_map(|funnel| funnel.without_rate).collect(),
        })
    }

    /// Forecast attainment of a period at the end of each of these days, which come in order; none where it is
    /// undefined.
    pub fn attainment_on(&self, period: Period, days: &[NaiveDate]) -> Result<Vec<Option<Ratio>>> {
        let _moment = self.moment()?;
        let settings = self.settings()?;
        let range = Some(period.range(settings.fiscal_first_month));
        let mut standings = Standings::now();
        let mut attained = vec![];
        // Backwards, so that each day knows what changed after the next.
        for day in days.iter().rev() {
            let rates = self.rates_on(settings.base_currency, *day)?;
            let quota = self.quota_on(period, *day, &settings)?;
            standings = self.standings_before(standings, *day, range)?;
            attained.push(self.figures(period, Some(&standings), &rates, &settings, quota)?.attainment());
        }
        attained.reverse();
        Ok(attained)
    }

    /// S, O and W of a period from how deals stood at the end of a day, and up to it; now, where that is not given.
    pub(super) fn figures(
        &self,
        period: Period,
        standings: Option<&Standings>,
        rates: &Rates,
        settings: &Settings,
        quota: Option<i128>,
    ) -> Result<Figures> {
        let range = period.range(settings.fiscal_first_month);
        let stages = self.stages_as_of(standings.map(Standings::day))?;
        let then = Then { standings, stages: &stages, rates, base: settings.base_currency };
        let [open] = self.summed(Population::expected(Some(range)), [then])?;
        let [won, orders] = self.sold(range, then)?;
        Ok(brought(&open, &won, &orders, quota))
    }

    /// The deals won between two days and the small orders, as far as they were sold by the end of a day.
    fn sold(&self, (from, to): (NaiveDate, NaiveDate), then: Then<'_>) -> Result<[Funnel; 2]> {
        let until = to.min(then.standings.map_or_else(|| self.today(), Standings::day));
        let [won] = self.summed(Population::Won(from, until), [then])?;
        let [orders] = self.summed(Population::Orders(from, until), [then])?;
        Ok([won, orders])
    }

    /// The sums of a population by the stages, now or at the end of some days.
    pub(super) fn summed<const N: usize>(
        &self,
        population: Population,
        then: [Then<'_>; N],
    ) -> Result<[Funnel; N]> {
        let mut stages = then.map(|then| then.stages).into_iter();
        Ok(tallies(self, population, then)?.map(|tally| {
            let stages = stages.next().unwrap_or_default();
            let rate_of =
                |id: Id| stages.iter().find(|stage| stage.id == id).map_or(0, |stage| stage.win_rate);
            funnel(stages, &tally.groups(rate_of))
        }))
    }
}

/// S, O and W of the deals won, the small orders and the open deals of a period.
fn brought(open: &Funnel, won: &Funnel, orders: &Funnel, quota: Option<i128>) -> Figures {
    Figures { won: won.total.amount, small_orders: orders.total.amount, weighted: open.total.weighted, quota }
}
