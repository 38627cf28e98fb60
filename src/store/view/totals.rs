//! The figures at the foot of a list: how many, and what they add up to.

use std::collections::BTreeMap;

use super::lines::{AccountLine, ActivityLine, ContactLine};
use super::list::Clause;
use super::population::tally_where;
use crate::domain::filter::Kind;
use crate::domain::funnel::{Group, WithoutRate, funnel};
use crate::domain::id::Id;
use crate::domain::money::Currency;
use crate::store::book::Book;
use crate::store::error::Result;

/// What the records of a list add up to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Totals {
    /// How many they are.
    pub number: u64,
    /// Their amounts; none for kinds of record that have none.
    pub sums: Option<Sums>,
}

/// Sums of deals' amounts, or of what accounts might buy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sums {
    /// All that has a rate, each turned on its own, in minor units of the base currency.
    pub amount: i128,
    /// For deals: Σ amount × win rate of the open ones, in minor units of the base currency, rounded once.
    pub weighted: Option<i128>,
    /// The base currency.
    pub base: Currency,
    /// By currency, as they stand.
    pub by_currency: Vec<InCurrency>,
    /// What a missing rate leaves out.
    pub without_rate: Vec<WithoutRate>,
}

/// Records of one currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InCurrency {
    /// Which.
    pub currency: Currency,
    /// How many.
    pub number: u64,
    /// Their sum in its minor units.
    pub amount: i128,
}

/// Table, stage and win rate, amount. What is closed weighs nothing.
const DEALS: (&str, &str, &str) =
    ("deal", "deal.stage_id, CASE deal.status WHEN 'open' THEN deal.win_rate ELSE 0 END", "deal.amount");
const ORDERS: (&str, &str, &str) = ("small_order", "0, 0", "small_order.amount");
const ACCOUNTS: (&str, &str, &str) = ("account", "0, 0", "account.potential");

impl Book {
    /// Whether there is any account or person; deals hang on accounts.
    pub fn has_records(&self) -> Result<bool> {
        let sql = "SELECT EXISTS (SELECT 1 FROM account) OR EXISTS (SELECT 1 FROM contact)";
        Ok(self.connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
    }

    /// What the records that meet a condition add up to, at today's rates.
    pub fn totals(&self, kind: Kind, clause: &Clause) -> Result<Totals> {
        match kind {
            Kind::Deals => {
                let (number, sums) = self.sums(DEALS, clause, true)?;
                Ok(Totals { number, sums: Some(sums) })
            }
            Kind::Accounts => {
                let known = clause.clone().and("account.potential IS NOT NULL", []);
                let (_, sums) = self.sums(ACCOUNTS, &known, false)?;
                Ok(Totals { number: self.count::<AccountLine>(clause)?, sums: Some(sums) })
            }
            Kind::Orders => {
                let (number, sums) = self.sums(ORDERS, clause, false)?;
                Ok(Totals { number, sums: Some(sums) })
            }
            Kind::Contacts => Ok(Totals { number: self.count::<ContactLine>(clause)?, sums: None }),
            Kind::Activities => Ok(Totals { number: self.count::<ActivityLine>(clause)?, sums: None }),
        }
    }

    fn sums(&self, from: (&str, &str, &str), clause: &Clause, weighs: bool) -> Result<(u64, Sums)> {
        let base = self.settings()?.base_currency;
        let rates = self.rates_on(base, self.today())?;
        let stages = self.stages_as_of(None)?;
        let rate_of = |id: Id| stages.iter().find(|stage| stage.id == id).map_or(0, |stage| stage.win_rate);
        let groups = tally_where(self, from, clause, &rates, base)?.groups(rate_of);
        let summed = funnel(&stages, &groups);
        let sums = Sums {
            amount: summed.total.amount,
            weighted: weighs.then_some(summed.total.weighted),
            base,
            by_currency: by_currency(&groups),
            without_rate: summed.without_rate,
        };
        Ok((groups.iter().map(|group| group.deals).sum(), sums))
    }
}

pub(super) fn by_currency(groups: &[Group]) -> Vec<InCurrency> {
    let mut sums = BTreeMap::new();
    for group in groups {
        let currency = group.currency;
        let sum = sums.entry(currency).or_insert(InCurrency { currency, number: 0, amount: 0 });
        sum.number += group.deals;
        sum.amount += group.amount;
    }
    sums.into_values().collect()
}
