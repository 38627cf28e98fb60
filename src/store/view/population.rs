//! Which deals and orders count towards a figure, on any day.
//!
//! For a past day the deals that did not change since count as they are, the others as they stood then.

use chrono::NaiveDate;
use rusqlite::{Row, ToSql, params_from_iter};

use super::list::Clause;
use super::standings::{Standings, Stood};
use super::tally::{Key, Tally, counted};
use crate::domain::funnel::Rates;
use crate::domain::id::Id;
use crate::domain::money::Currency;
use crate::domain::stage::Stage;
use crate::store::book::Book;
use crate::store::error::Result;

/// Which records count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Population {
    /// Open deals, all of them, also those without a close date.
    Open,
    /// Open deals expected to close between two days, both included.
    Closing(NaiveDate, NaiveDate),
    /// Deals won between two days, both included.
    Won(NaiveDate, NaiveDate),
    /// Small orders dated between two days, both included.
    Orders(NaiveDate, NaiveDate),
}

/// A day that figures are of, and what they are reckoned with.
#[derive(Debug, Clone, Copy)]
pub(super) struct Then<'a> {
    /// How deals stood at its end; now, where that is not given.
    pub standings: Option<&'a Standings>,
    /// The stages, with their win rates of that day.
    pub stages: &'a [Stage],
    /// The exchange rates to the base currency.
    pub rates: &'a Rates,
    pub base: Currency,
}

impl Population {
    /// Open deals that are expected to close between two days; all of them, where none are given.
    pub fn expected(range: Option<(NaiveDate, NaiveDate)>) -> Population {
        range.map_or(Population::Open, |(from, to)| Population::Closing(from, to))
    }

    /// The condition on a deal's (or order's) columns.
    fn condition(self) -> &'static str {
        match self {
            Population::Open => "status = 'open'",
            Population::Closing(..) => "status = 'open' AND close_on BETWEEN :from AND :to",
            Population::Won(..) => "status = 'won' AND closed_on BETWEEN :from AND :to",
            Population::Orders(..) => "ordered_on BETWEEN :from AND :to",
        }
    }

    /// The table as it is now, with the index that has all that is asked of it: open deals are read from
    /// that one even for a period, since looking each of those up costs more than passing over the others.
    fn source(self, book: &Book) -> String {
        match self {
            Population::Open | Population::Closing(..) => book.by_index("deal", "deal_funnel"),
            Population::Won(..) => book.by_index("deal", "deal_closed"),
            Population::Orders(..) => "small_order".to_owned(),
        }
    }

    /// Whether a deal that stood so is one of it: what [`Population::condition`] asks of its columns.
    fn holds(self, deal: &Stood) -> bool {
        let within = |from, to| deal.day.is_some_and(|day| from <= day && day <= to);
        match self {
            Population::Open => !deal.is_won,
            Population::Closing(from, to) => !deal.is_won && within(from, to),
            Population::Won(from, to) => deal.is_won && within(from, to),
            Population::Orders(..) => false,
        }
    }

    fn range(self) -> Option<(NaiveDate, NaiveDate)> {
        match self {
            Population::Open => None,
            Population::Closing(from, to) | Population::Won(from, to) | Population::Orders(from, to) => {
                Some((from, to))
            }
        }
    }

    /// The events, what they call the record, and the columns of stage and win rate.
    fn place(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Population::Orders(..) => ("order_event", "order_id", "0, NULL"),
            // What is sold is sold, wherever it stood; so an index alone tells it.
            Population::Won(..) => ("deal_event", "deal_id", "0, NULL"),
            _ => ("deal_event", "deal_id", "stage_id, win_rate"),
        }
    }
}

/// The tallies of a population at the end of some days, or now, in one pass over what it is now.
pub(super) fn tallies<'a, const N: usize>(
    book: &Book,
    population: Population,
    then: [Then<'a>; N],
) -> Result<[Tally<'a>; N]> {
    let mut tallies = then.map(|then| Tally::new(then.rates, then.base));
    let standings = then.map(|then| then.standings);
    let source = population.source(book);
    if let Population::Orders(..) = population {
        for (tally, standings) in tallies.iter_mut().zip(standings) {
            let day = standings.map(Standings::day);
            for sql in queries(population, &source, day) {
                each_row(book, &sql, population, day, |row| tally.add_row(row))?;
            }
        }
    } else {
        let mut each: Vec<_> = tallies.iter_mut().zip(standings).collect();
        each_row(book, &selected(population, &source, ""), population, None, |row| {
            let (key, amount) = counted(row)?;
            for (tally, standings) in &mut each {
                if standings.map_or(Ok(true), |then| row.get(4).map(|id| then.is_unchanged(id)))? {
                    tally.add(key, amount);
                }
            }
            Ok(())
        })?;
        for (tally, standings) in each {
            for deal in standings.into_iter().flat_map(Standings::deals).filter(|deal| population.holds(deal))
            {
                let (stage, win_rate) = match population {
                    Population::Won(..) => (Id(0), None),
                    _ => (deal.stage, deal.win_rate.map(i64::from)),
                };
                tally.add(Key { stage, win_rate, currency: deal.currency }, deal.amount);
            }
        }
    }
    tallies.iter_mut().for_each(Tally::settle);
    Ok(tallies)
}

/// The queries for a population at the end of a day; now, where none is given.
fn queries(population: Population, source: &str, day: Option<NaiveDate>) -> Vec<String> {
    match day {
        None => vec![selected(population, source, "")],
        Some(_) => past(population, source).to_vec(),
    }
}

/// The queries for a population at the end of a past day: what did not change since, and what did as it was then.
fn past(population: Population, source: &str) -> [String; 2] {
    let (events, key, _) = population.place();
    let unchanged = format!("id NOT IN (SELECT {key} FROM {events} WHERE day > :day) AND");
    [selected(population, source, &unchanged), selected(population, events, &held(events, key))]
}

/// The condition on the events of a table that picks the one that held at the end of the day, for each
/// record that changed later. The plus keeps SQLite from walking all events in the order of their records.
fn held(events: &str, key: &str) -> String {
    format!(
        "id IN (SELECT (SELECT max(id) FROM {events} held WHERE held.{key} = later.{key} AND held.day <= :day)
                FROM (SELECT DISTINCT +{key} AS {key} FROM {events} WHERE day > :day) later) AND"
    )
}

/// Gives every deal of a population at the end of a day (now, where none is given), one by one, with its amount in minor
/// units.
pub(super) fn each_member(
    book: &Book,
    population: Population,
    as_of: Option<NaiveDate>,
    mut each: impl FnMut(Key, i64),
) -> Result<()> {
    let source = population.source(book);
    queries(population, &source, as_of).iter().try_for_each(|sql| {
        each_row(book, sql, population, as_of, |row| {
            let (key, amount) = counted(row)?;
            each(key, amount);
            Ok(())
        })
    })
}

/// The tally of all records of a table that meet a condition. `place` gives stage and win rate, `amount`
/// the amount, in SQL on its rows; those without an amount count as nothing.
pub(super) fn tally_where<'a>(
    book: &Book,
    (table, place, amount): (&str, &str, &str),
    clause: &Clause,
    rates: &'a Rates,
    base: Currency,
) -> Result<Tally<'a>> {
    let sql = format!("SELECT {place}, currency, {amount} FROM {table} WHERE {}", clause.condition());
    let mut statement = book.connection.prepare_cached(&sql)?;
    let mut rows = statement.query(params_from_iter(&clause.values))?;
    let mut tally = Tally::new(rates, base);
    while let Some(row) = rows.next()? {
        tally.add_row(row)?;
    }
    tally.settle();
    Ok(tally)
}

/// Stage, win rate, currency, amount and id of those of a population that meet a condition.
fn selected(population: Population, from: &str, which: &str) -> String {
    let (_, _, stage) = population.place();
    format!("SELECT {stage}, currency, amount, id FROM {from} WHERE {which} {}", population.condition())
}

/// Runs a query on a population, and reads each row of it.
fn each_row(
    book: &Book,
    sql: &str,
    population: Population,
    day: Option<NaiveDate>,
    mut read: impl FnMut(&Row<'_>) -> rusqlite::Result<()>,
) -> Result<()> {
    let (from, to) = population.range().unzip();
    let mut statement = book.connection.prepare_cached(sql)?;
    let parameters: [(&str, &dyn ToSql); 3] = [(":from", &from), (":to", &to), (":day", &day)];
    for (name, value) in parameters {
        if let Some(place) = statement.parameter_index(name)? {
            statement.raw_bind_parameter(place, value)?;
        }
    }
    let mut rows = statement.raw_query();
    while let Some(row) = rows.next()? {
        read(row)?;
    }
    Ok(())
}
