//! The relationship with accounts, for many of them at once: levels and phases that were decided, and
//! check-ups.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::params;

use super::related::{ByRecord, json};
use crate::domain::entry::{EntryKind, Holder};
use crate::domain::id::Id;
use crate::domain::relationship::{CheckUp, SCORES, mean_of};
use crate::store::book::Book;
use crate::store::error::Result;

impl Book {
    /// The life-cycle phase that was decided last for each of these accounts, by its key.
    pub fn phases_of(&self, accounts: &[Id]) -> Result<ByRecord<String>> {
        self.decided_of(accounts, "life_cycle_phase", "phase")
    }

    /// The level of the relationship that was decided last for each of these accounts, by its key.
    pub fn levels_of(&self, accounts: &[Id]) -> Result<ByRecord<String>> {
        self.decided_of(accounts, "relationship_level", "level")
    }

    fn decided_of(&self, accounts: &[Id], table: &str, column: &str) -> Result<ByRecord<String>> {
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT account_id, {column} FROM {table}
             WHERE account_id IN (SELECT value FROM json_each(?1)) ORDER BY account_id, decided_on, id"
        ))?;
        let mut rows = statement.query([json(accounts)])?;
        let mut decided = ByRecord::new();
        while let Some(row) = rows.next()? {
            decided.insert(row.get(0)?, vec![row.get(1)?]);
        }
        Ok(decided)
    }

    /// The latest check-up of every account that had one by today.
    pub fn latest_check_ups(&self) -> Result<HashMap<Id, CheckUp>> {
        self.latest_check_ups_by(self.today())
    }

    /// The latest check-up of every account that had one by the end of a day, in one pass.
    pub fn latest_check_ups_by(&self, day: NaiveDate) -> Result<HashMap<Id, CheckUp>> {
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT account_id, held_on, {} FROM check_up WHERE held_on <= ?1 ORDER BY account_id, held_on, id",
            SCORES.join(", ")
        ))?;
        let mut rows = statement.query(params![day])?;
        let mut latest = HashMap::new();
        while let Some(row) = rows.next()? {
            let mut scores = vec![];
            for column in 2..2 + SCORES.len() {
                scores.extend(row.get::<_, Option<i64>>(column)?);
            }
            if let Some(mean) = mean_of(&scores) {
                latest.insert(row.get(0)?, CheckUp { held_on: row.get(1)?, mean });
            }
        }
        Ok(latest)
    }

    /// The check-ups of an account by today, in the order of their days.
    pub fn check_ups_of(&self, account: Id) -> Result<Vec<CheckUp>> {
        let all = self.entries(EntryKind::CheckUp, Holder::Account(account))?;
        let held = all.iter().filter_map(CheckUp::of);
        Ok(held.filter(|check_up| check_up.held_on <= self.today()).collect())
    }
}
