//! All that the plan of an account is made of, and what was sold to it.

use chrono::NaiveDate;

use crate::domain::entry::{EntryKind, HangsOn, Holder};
use crate::domain::id::Id;
use crate::domain::money::Money;
use crate::domain::plan::{Content, Person};
use crate::store::book::Book;
use crate::store::error::Result;

impl Book {
    /// All that the plan of an account is made of: its own entries, those of its deals, and its people. Factors
    /// of deals are the deals' own and not among them.
    pub fn plan_content(&self, account: Id) -> Result<Content> {
        let mut content = Content { entries: vec![], people: self.people_of_plan(account)? };
        for kind in EntryKind::ALL {
            if kind.spec().hangs_on != HangsOn::Deal {
                content.entries.extend(self.entries(*kind, Holder::Account(account))?);
            }
            if kind.spec().hangs_on != HangsOn::Account && *kind != EntryKind::Factor {
                content.entries.extend(self.entries_of_deals(*kind, account)?);
            }
        }
        Ok(content)
    }

    /// What was sold to an account in these days, both in it: won deals and small orders.
    pub fn sold_to(&self, account: Id, first: NaiveDate, last: NaiveDate) -> Result<Vec<Money>> {
        let mut sold = vec![];
        for sql in [
            "SELECT amount, currency FROM deal WHERE account_id = ?1 AND status = 'won'
               AND closed_on BETWEEN ?2 AND ?3 AND amount IS NOT NULL",
            "SELECT amount, currency FROM small_order WHERE account_id = ?1 AND ordered_on BETWEEN ?2 AND ?3",
        ] {
            let mut statement = self.connection.prepare_cached(sql)?;
            let rows = statement.query_map(rusqlite::params![account, first, last], |row| {
                Ok(Money::new(row.get(0)?, row.get(1)?))
            })?;
            for row in rows {
                sold.push(row?);
            }
        }
        Ok(sold)
    }

    /// The account's people: who decides, by part or authority, and of whom it is known where they stand.
    fn people_of_plan(&self, account: Id) -> Result<Vec<Person>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT authority IS 'decides' OR EXISTS (SELECT 1 FROM contact_part
                 WHERE contact_id = contact.id AND part = 'decision_maker'), stance IS NOT NULL
             FROM contact WHERE account_id = ?1 ORDER BY id",
        )?;
        let rows = statement
            .query_map([account], |row| Ok(Person { decides: row.get(0)?, stance_known: row.get(1)? }))?;
        Ok(rows.collect::<rusqlite::Result<Vec<_>>>()?)
    }
}
