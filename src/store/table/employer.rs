//! Where people worked before.

use chrono::NaiveDate;

use crate::domain::employer::Employer;
use crate::domain::id::Id;
use crate::store::Writer;
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::row::{self, table};
use crate::store::view::related::ByRecord;

table! {
    /// Where a person worked before.
    pub struct FormerEmployer in "former_employer" {
        /// Whose.
        pub contact_id: Id,
        /// The account, where we know it.
        pub account_id: Option<Id>,
        /// Its name.
        pub name: String,
        /// The position there.
        pub title: Option<String>,
        /// Until when.
        pub until_on: Option<NaiveDate>,
    }
}

impl Book {
    /// Where these people worked before, the latest first; an account by the name that it has now.
    pub fn employers_of_all(&self, contacts: &[Id]) -> Result<ByRecord<Employer>> {
        let sql = "SELECT contact_id, coalesce(account.name, former_employer.name), title, until_on
                   FROM former_employer LEFT JOIN account ON account.id = account_id
                   WHERE contact_id IN (SELECT value FROM json_each(?1))
                   ORDER BY until_on DESC NULLS LAST, former_employer.id";
        self.by_record(sql, contacts, |row| {
            Ok(Employer { name: row.get(1)?, title: row.get(2)?, until: row.get(3)? })
        })
    }
}

impl Writer<'_> {
    /// Makes these the houses where a person worked before, each with the account that it is, where we know
    /// it; rows that stay the same are left alone.
    pub fn set_employers(&self, contact: Id, employers: &[(Employer, Option<Id>)]) -> Result<()> {
        let old: Vec<FormerEmployer> = row::all(self.connection, "contact_id = ?1 ORDER BY id", &[&contact])?;
        let fresh = employers.iter().map(|(employer, account)| {
            Ok(FormerEmployer {
                id: self.mint()?,
                contact_id: contact,
                account_id: *account,
                name: employer.name.clone(),
                title: employer.title.clone(),
                until_on: employer.until,
            })
        });
        self.replace(&old, fresh.collect::<Result<Vec<_>>>()?, |old, new| {
            // An account may have got another name since.
            let is_same_house = match (old.account_id, new.account_id) {
                (Some(old), Some(new)) => old == new,
                (None, None) => old.name == new.name,
                _ => false,
            };
            is_same_house && (&old.title, old.until_on) == (&new.title, new.until_on)
        })
    }
}
