//! Groups of deals that the rules can sum: how many of one stage, win rate and currency there are, and what they add up
//! to.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Row;

use crate::domain::funnel::{Group, Rates};
use crate::domain::id::Id;
use crate::domain::money::Currency;

/// Deals of one stage, win rate and currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    pub stage: Id,
    pub win_rate: Option<i64>,
    pub currency: Currency,
}

/// How many they are, and what they add up to.
#[derive(Debug, Clone, Copy)]
struct Sum {
    deals: u64,
    amount: i128,
    /// In the base currency, each turned on its own; none without a rate.
    worth: Option<i128>,
}

impl Sum {
    const ZERO: Sum = Sum { deals: 0, amount: 0, worth: Some(0) };

    fn add(&mut self, other: Sum) {
        self.deals += other.deals;
        self.amount += other.amount;
        self.worth = self.worth.zip(other.worth).map(|(sum, worth)| sum + worth);
    }
}

/// A tally of groups to which some deals are added and from which others are taken.
///
/// Rows are summed here, one by one, not in SQL: there a foreign deal, which is turned on its own, would be
/// a group of its own, and all of them sorted.
#[derive(Debug)]
pub(super) struct Tally<'a> {
    rates: &'a Rates,
    base: Currency,
    sums: BTreeMap<Key, Sum>,
    /// The group of the last row, as rows of one group mostly follow each other.
    run: Option<(Key, Sum)>,
}

/// What a row counts as. The columns are stage, win rate, currency and amount; without an amount it counts as nothing.
pub(super) fn counted(row: &Row<'_>) -> rusqlite::Result<(Key, i64)> {
    let key = Key { stage: row.get(0)?, win_rate: row.get(1)?, currency: row.get(2)? };
    Ok((key, row.get::<_, Option<i64>>(3)?.unwrap_or_default()))
}

impl<'a> Tally<'a> {
    pub fn new(rates: &'a Rates, base: Currency) -> Tally<'a> {
        Tally { rates, base, sums: BTreeMap::new(), run: None }
    }

    /// Adds the deal of a row.
    pub fn add_row(&mut self, row: &Row<'_>) -> rusqlite::Result<()> {
        let (key, amount) = counted(row)?;
        self.add(key, amount);
        Ok(())
    }

    pub fn add(&mut self, key: Key, amount: i64) {
        let worth = self.rates.turn(amount, key.currency, self.base);
        let one = Sum { deals: 1, amount: i128::from(amount), worth };
        match &mut self.run {
            Some((run, sum)) if *run == key => sum.add(one),
            _ => {
                self.settle();
                self.run = Some((key, one));
            }
        }
    }

    /// Puts the sum of the last rows to those of its group.
    pub fn settle(&mut self) {
        if let Some((key, sum)) = self.run.take() {
            self.sums.entry(key).or_insert(Sum::ZERO).add(sum);
        }
    }

    /// The win rates (none is the stage's own) and currencies of a stage's deals.
    pub fn kinds_at(&self, stage: Id) -> BTreeSet<(Option<i64>, Currency)> {
        self.sums.keys().filter(|key| key.stage == stage).map(|key| (key.win_rate, key.currency)).collect()
    }

    /// The groups; deals without a win rate of their own take their stage's.
    pub fn groups(self, rate_of: impl Fn(Id) -> i64) -> Vec<Group> {
        let group = |(key, sum): (Key, Sum)| Group {
            stage: key.stage,
            win_rate: key.win_rate.unwrap_or_else(|| rate_of(key.stage)),
            currency: key.currency,
            amount: sum.amount,
            deals: sum.deals,
            worth: sum.worth,
        };
        self.sums.into_iter().map(group).collect()
    }
}
