//! The classes that a person decided for accounts, each by one method and with the reason why.

use chrono::NaiveDate;

use crate::domain::id::Id;
use crate::domain::segment::{Class, Decision, Method};
use crate::store::Writer;
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::row::{self, table};
use crate::store::view::related::json;

table! {
    /// A class that a person decided for an account; at most one for each method.
    pub struct SegmentDecision in "segment_decision" {
        /// Which account.
        pub account_id: Id,
        /// By which method.
        pub method: Method,
        /// The key of the class.
        pub class: String,
        /// Why.
        pub why: Option<String>,
        /// When.
        pub decided_on: NaiveDate,
    }
}

impl SegmentDecision {
    /// What was decided; none where this program does not know the class.
    fn decision(self) -> Option<Decision> {
        let class = Class::parse(self.method, &self.class).ok()?;
        Some(Decision { class, why: self.why, decided_on: Some(self.decided_on) })
    }
}

impl Book {
    /// Every decision, with the account that it is about.
    pub(in crate::store) fn segment_decisions(&self) -> Result<Vec<(Id, Decision)>> {
        let rows: Vec<SegmentDecision> = row::all(&self.connection, "1", &[])?;
        Ok(rows.into_iter().filter_map(|row| Some((row.account_id, row.decision()?))).collect())
    }

    /// What a person decided for an account by a method; of its tier, only what was noted with it.
    pub fn segment_decision(&self, account: Id, method: Method) -> Result<Option<Decision>> {
        let found = find(&self.connection, account, method)?;
        Ok(found.and_then(SegmentDecision::decision))
    }
}

impl Writer<'_> {
    /// The decision about an account by a method.
    pub fn segment_decision(&self, account: Id, method: Method) -> Result<Option<SegmentDecision>> {
        find(self.connection, account, method)
    }

    /// Keeps a decision in place of any other about the same account by the same method.
    pub fn put_segment_decision(&self, account: Id, class: Class, why: Option<String>) -> Result<()> {
        let method = class.method();
        let known = self.segment_decision(account, method)?;
        let fresh = SegmentDecision {
            id: known.as_ref().map_or_else(|| self.mint(), |known| Ok(known.id))?,
            account_id: account,
            method,
            class: class.key(),
            why,
            decided_on: self.today,
        };
        match known {
            Some(known) if (&known.class, &known.why) == (&fresh.class, &fresh.why) => Ok(()),
            Some(_) => self.update_row(&fresh),
            None => self.insert_row(&fresh),
        }
    }

    /// Takes a decision back.
    pub fn delete_segment_decision(&self, id: Id) -> Result<()> {
        self.delete_row::<SegmentDecision>(id)
    }

    /// Forgets why accounts had a tier that they have no longer.
    pub(in crate::store) fn drop_outdated_tier_notes(&self, accounts: &[Id]) -> Result<()> {
        let outdated = "method = 'tier' AND account_id IN (SELECT value FROM json_each(?1))
             AND class IS NOT (SELECT tier FROM account WHERE account.id = account_id)";
        self.delete_where::<SegmentDecision>(outdated, &[&json(accounts)])
    }

    /// Takes back all decisions about an account.
    pub(in crate::store) fn delete_segment_decisions_of(&self, account: Id) -> Result<()> {
        self.delete_where::<SegmentDecision>("account_id = ?1", &[&account])
    }
}

fn find(connection: &rusqlite::Connection, account: Id, method: Method) -> Result<Option<SegmentDecision>> {
    row::first(connection, "account_id = ?1 AND method = ?2", &[&account, &method])
}
