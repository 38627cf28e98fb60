//! The care of accounts: how each fares, and how our promises to it are kept.

use std::cmp::Reverse;
use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use rusqlite::{params, params_from_iter};

use super::list::Clause;
use super::related::json;
use crate::domain::care::Kept;
use crate::domain::health::{AccountFacts, Danger, Thresholds, dangers, health};
use crate::domain::id::Id;
use crate::domain::word::Tier;
use crate::store::book::Book;
use crate::store::error::{Error, Result};

/// Days back in which promises count that were settled.
const LOOKED_BACK: Days = Days::new(365);

/// An account by what people call it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountName {
    /// Its name.
    pub name: String,
    /// Its short code's number.
    pub code: i64,
}

/// How an account fares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountHealth {
    /// The account.
    pub id: Id,
    /// Its short code's number.
    pub code: i64,
    /// Its name.
    pub name: String,
    /// How much of the week it deserves.
    pub tier: Option<Tier>,
    /// What is known of it.
    pub facts: AccountFacts,
    /// What endangers the relationship, the heaviest first.
    pub dangers: Vec<Danger>,
    /// The health that they leave, 0 to 100.
    pub health: u32,
}

impl Book {
    /// How each account that meets a condition fares, the worst first; of equals the one that deserves more
    /// of the week, then by name.
    pub fn health(&self, clause: &Clause) -> Result<Vec<AccountHealth>> {
        let _moment = self.moment()?;
        let settings = self.settings()?;
        let thresholds = Thresholds::from(&settings);
        let sql = format!(
            "SELECT id, code, name, tier FROM account WHERE {} ORDER BY name_key, id",
            clause.condition()
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map(params_from_iter(&clause.values), |row| {
            Ok(AccountHealth {
                id: row.get(0)?,
                code: row.get(1)?,
                name: row.get(2)?,
                tier: row.get(3)?,
                facts: AccountFacts::default(),
                dangers: vec![],
                health: 0,
            })
        })?;
        let mut accounts = rows.collect::<rusqlite::Result<Vec<_>>>()?;
        let ids: Vec<Id> = accounts.iter().map(|account| account.id).collect();
        let mut facts = self.health_facts(&ids)?;
        for account in &mut accounts {
            account.facts = facts.remove(&account.id).unwrap_or_default();
            account.dangers = dangers(&account.facts, &thresholds, self.today());
            account.dangers.sort_by_key(|danger| Reverse(settings.health.of(*danger)));
            account.health = health(&account.dangers, &settings.health);
        }
        accounts.sort_by_key(|account| {
            (account.health, account.tier.map_or(Tier::ALL.len(), |tier| tier as usize))
        });
        Ok(accounts)
    }

    /// How one account fares.
    ///
    /// # Errors
    /// [`Error::NoRecord`] where there is none.
    pub fn health_of(&self, account: Id) -> Result<AccountHealth> {
        let this = Clause::default().and("account.id = ?", [rusqlite::types::Value::Integer(account.0)]);
        self.health(&this)?.pop().ok_or(Error::NoRecord)
    }

    /// What these accounts are called.
    pub fn account_names(&self, accounts: &[Id]) -> Result<HashMap<Id, AccountName>> {
        let sql = "SELECT id, name, code FROM account WHERE id IN (SELECT value FROM json_each(?1))";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([json(accounts)], |row| {
            Ok((row.get(0)?, AccountName { name: row.get(1)?, code: row.get(2)? }))
        })?;
        Ok(rows.collect::<rusqlite::Result<HashMap<_, _>>>()?)
    }

    /// What became of our promises of the last twelve months, by account; those of no account under none.
    pub fn promises_kept(&self) -> Result<HashMap<Option<Id>, Kept>> {
        self.kept("", None)
    }

    /// What became of our promises to an account in the last twelve months.
    pub fn promises_kept_to(&self, account: Id) -> Result<Kept> {
        Ok(self.kept("AND account_id = ?3", Some(account))?.remove(&Some(account)).unwrap_or_default())
    }

    fn kept(&self, within: &str, account: Option<Id>) -> Result<HashMap<Option<Id>, Kept>> {
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT account_id,
               sum(status = 'kept' AND (due_on IS NULL OR settled_on <= due_on)),
               sum(status = 'kept' AND due_on IS NOT NULL AND settled_on > due_on),
               sum(status = 'broken'),
               sum(status = 'open' AND due_on IS NOT NULL AND due_on < ?1),
               sum(status = 'open' AND (due_on IS NULL OR due_on >= ?1))
             FROM commitment
             WHERE promised_by = 'us' AND (status = 'open' OR settled_on BETWEEN ?2 AND ?1) {within}
             GROUP BY account_id"
        ))?;
        let today = self.today();
        let since = today.checked_sub_days(LOOKED_BACK).unwrap_or(NaiveDate::MIN);
        let mut rows = match account {
            Some(account) => statement.query(params![today, since, account])?,
            None => statement.query(params![today, since])?,
        };
        let mut kept = HashMap::new();
        while let Some(row) = rows.next()? {
            let count = |column| row.get(column).map(|count: i64| count.unsigned_abs());
            let one = Kept {
                on_time: count(1)?,
                late: count(2)?,
                broken: count(3)?,
                overdue: count(4)?,
                open: count(5)?,
            };
            kept.insert(row.get(0)?, one);
        }
        Ok(kept)
    }
}
