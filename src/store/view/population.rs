//! Which deals and orders count towards a figure, on any day, as groups that the rules can sum.
//!
//! For a past day only what changed since needs a look: from the present groups, the present values of
//! the deals that changed are taken away and their values of that day added.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rusqlite::{Row, ToSql, params_from_iter};

use super::list::Clause;
use crate::domain::funnel::Group;
use crate::domain::id::Id;
use crate::domain::money::Currency;
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::reading::joined;

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

/// Deals of one stage, win rate and currency; foreign ones of one amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    stage: Id,
    win_rate: Option<i64>,
    currency: Currency,
    each: Option<i64>,
}

/// A tally of groups to which some are added and from which others are taken.
#[derive(Debug, Default)]
pub(super) struct Tally(BTreeMap<Key, (i64, i128)>);

impl Tally {
    /// Adds the rows of a query (`sign` 1) or takes them away (−1). The columns are stage, win rate,
    /// currency, amount of each where foreign, number, and the sum's upper and lower parts: SQLite's own
    /// sum would overflow where ours does not.
    fn add(&mut self, row: &Row<'_>, sign: i64) -> rusqlite::Result<()> {
        let key = Key { stage: row.get(0)?, win_rate: row.get(1)?, currency: row.get(2)?, each: row.get(3)? };
        let entry = self.0.entry(key).or_default();
        entry.0 += sign * row.get::<_, i64>(4)?;
        entry.1 += i128::from(sign) * joined(row.get(5)?, row.get(6)?);
        Ok(())
    }

    /// The win rates (none is the stage's own) and currencies of a stage's deals.
    pub fn kinds_at(&self, stage: Id) -> BTreeSet<(Option<i64>, Currency)> {
        self.0.keys().filter(|key| key.stage == stage).map(|key| (key.win_rate, key.currency)).collect()
    }

    /// The groups; deals without a win rate of their own take their stage's.
    pub fn groups(self, rate_of: impl Fn(Id) -> i64) -> Vec<Group> {
        let filled = self.0.into_iter().filter(|(_, (deals, _))| *deals > 0);
        let group = |(key, (deals, amount)): (Key, (i64, i128))| Group {
            stage: key.stage,
            win_rate: key.win_rate.unwrap_or_else(|| rate_of(key.stage)),
            currency: key.currency,
            amount,
            deals: deals.unsigned_abs(),
            each: key.each,
        };
        filled.map(group).collect()
    }
}

impl Population {
    /// The condition on a deal's (or order's) columns.
    fn condition(self) -> &'static str {
        match self {
            Population::Open => "status = 'open'",
            Population::Closing(..) => "status = 'open' AND close_on BETWEEN :from AND :to",
            Population::Won(..) => "status = 'won' AND closed_on BETWEEN :from AND :to",
            Population::Orders(..) => "ordered_on BETWEEN :from AND :to",
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

    /// Table, its id's name in the events, its events, and the columns of stage and win rate.
    fn place(self) -> (&'static str, &'static str, &'static str, &'static str) {
        match self {
            Population::Orders(..) => ("small_order", "order_id", "order_event", "0, NULL"),
            _ => ("deal", "deal_id", "deal_event", "stage_id, win_rate"),
        }
    }
}

/// The tally of a population at the end of a day; now, where none is given.
pub(super) fn tally(
    book: &Book,
    population: Population,
    as_of: Option<NaiveDate>,
    base: Currency,
) -> Result<Tally> {
    let (table, _, events, _) = population.place();
    let mut tally = Tally::default();
    let now = grouped(population, table, "");
    run(book, &now, population, None, base, &mut tally, 1)?;
    if let Some(day) = as_of {
        let (table, key, _, _) = population.place();
        let changed = format!("id IN (SELECT {key} FROM {events} WHERE day > :day) AND");
        run(book, &grouped(population, table, &changed), population, Some(day), base, &mut tally, -1)?;
        let held = held(events, key);
        run(book, &grouped(population, events, &held), population, Some(day), base, &mut tally, 1)?;
    }
    Ok(tally)
}

/// The condition on the events of a table that picks the one that held at the end of the day, for each
/// record that changed later. The plus keeps SQLite from walking all events in the order of their records.
fn held(events: &str, key: &str) -> String {
    format!(
        "id IN (SELECT (SELECT max(id) FROM {events} held WHERE held.{key} = later.{key} AND held.day <= :day)
                FROM (SELECT DISTINCT +{key} AS {key} FROM {events} WHERE day > :day) later) AND"
    )
}

/// One deal of a population.
#[derive(Debug, Clone, Copy)]
pub(super) struct Member {
    /// Its stage.
    pub stage: Id,
    /// Its own win rate, if it has one.
    pub win_rate: Option<i64>,
    /// The currency of its amount.
    pub currency: Currency,
    /// Its amount in minor units; nothing where there is none.
    pub amount: i64,
}

/// Every deal of a population at the end of a day (now, where none is given), one by one.
pub(super) fn members(book: &Book, population: Population, as_of: Option<NaiveDate>) -> Result<Vec<Member>> {
    let (table, key, events, stage) = population.place();
    let condition = population.condition();
    let one = |from: &str, which: &str| {
        format!("SELECT {stage}, currency, coalesce(amount, 0) FROM {from} WHERE {which} {condition}")
    };
    let mut members = vec![];
    let mut read = |sql: &str| {
        each_row(book, sql, population, as_of, None, |row| {
            let (stage, win_rate) = (row.get(0)?, row.get(1)?);
            members.push(Member { stage, win_rate, currency: row.get(2)?, amount: row.get(3)? });
            Ok(())
        })
    };
    match as_of {
        None => read(&one(table, ""))?,
        Some(_) => {
            read(&one(table, &format!("id NOT IN (SELECT {key} FROM {events} WHERE day > :day) AND")))?;
            read(&one(events, &held(events, key)))?;
        }
    }
    Ok(members)
}

/// The tally of all records of a table that meet a condition. `place` gives stage and win rate, `amount`
/// the amount, in SQL on its rows; those without an amount count as nothing.
pub(super) fn tally_where(
    book: &Book,
    (table, place, amount): (&str, &str, &str),
    clause: &Clause,
    base: Currency,
) -> Result<Tally> {
    let sql = format!(
        "SELECT {place}, currency, CASE WHEN currency = '{base}' THEN NULL ELSE coalesce({amount}, 0) END,
           count(*), coalesce(sum({amount} >> 20), 0), coalesce(sum({amount} & 1048575), 0)
         FROM {table} WHERE {condition} GROUP BY 1, 2, 3, 4",
        condition = clause.condition(),
    );
    let mut statement = book.connection.prepare_cached(&sql)?;
    let mut rows = statement.query(params_from_iter(&clause.values))?;
    let mut tally = Tally::default();
    while let Some(row) = rows.next()? {
        tally.add(row, 1)?;
    }
    Ok(tally)
}

fn grouped(population: Population, from: &str, which: &str) -> String {
    let (_, _, _, stage) = population.place();
    format!(
        "SELECT {stage}, currency, CASE WHEN currency = :base THEN NULL ELSE coalesce(amount, 0) END AS each,
           count(*), coalesce(sum(amount >> 20), 0), coalesce(sum(amount & 1048575), 0)
         FROM {from} WHERE {which} {condition} GROUP BY 1, 2, 3, 4",
        condition = population.condition(),
    )
}

fn run(
    book: &Book,
    sql: &str,
    population: Population,
    day: Option<NaiveDate>,
    base: Currency,
    tally: &mut Tally,
    sign: i64,
) -> Result<()> {
    each_row(book, sql, population, day, Some(base), |row| tally.add(row, sign))
}

/// Runs a query on a population, and reads each row of it.
fn each_row(
    book: &Book,
    sql: &str,
    population: Population,
    day: Option<NaiveDate>,
    base: Option<Currency>,
    mut read: impl FnMut(&Row<'_>) -> rusqlite::Result<()>,
) -> Result<()> {
    let (from, to) = population.range().unzip();
    let mut statement = book.connection.prepare_cached(sql)?;
    let parameters: [(&str, &dyn ToSql); 4] =
        [(":base", &base), (":from", &from), (":to", &to), (":day", &day)];
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
