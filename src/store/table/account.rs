//! Accounts: organisations that buy, or may buy.

use chrono::NaiveDate;

use crate::domain::double::loose_key;
use crate::domain::entry::Holder;
use crate::domain::id::Id;
use crate::domain::money::Currency;
use crate::domain::word::Tier;
use crate::store::Writer;
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::row::{self, table};
use crate::store::table::activity::Activity;

table! {
    /// An organisation that buys, or may buy.
    pub struct Account in "account" {
        /// Its short code: 12 in A-12.
        pub code: i64,
        /// Its name.
        pub name: String,
        /// The name as it is matched: see `domain::text::name_key`.
        pub name_key: String,
        /// The organisation it belongs to.
        pub parent_id: Option<Id>,
        /// Who of ours looks after it.
        pub owner_id: Option<Id>,
        /// How much of the week it deserves.
        pub tier: Option<Tier>,
        /// Its industry.
        pub industry: Option<String>,
        /// Its internet domain, lower case.
        pub domain: Option<String>,
        /// Its web address.
        pub website: Option<String>,
        /// Its telephone number.
        pub phone: Option<String>,
        /// Street and number.
        pub street: Option<String>,
        /// Town.
        pub city: Option<String>,
        /// State, province or county.
        pub region: Option<String>,
        /// Postal code.
        pub postal_code: Option<String>,
        /// Country.
        pub country: Option<String>,
        /// People employed.
        pub employees: Option<i64>,
        /// Yearly revenue, minor units of `currency`.
        pub revenue: Option<i64>,
        /// Yearly spend in our category, minor units of `currency`.
        pub potential: Option<i64>,
        /// Our share of that spend, basis points.
        pub share: Option<i64>,
        /// The currency of its amounts.
        pub currency: Currency,
        /// Notes.
        pub notes: Option<String>,
        /// The day since which it is known.
        pub created_on: NaiveDate,
        /// When it was entered, milliseconds UTC.
        pub created_at: i64,
        /// When it was last changed, milliseconds UTC.
        pub updated_at: i64,
        /// Whether it decides as a group, so that all its members are to be content.
        pub decides_collectively: bool,
    }
}

impl Account {
    /// The kind of its short codes' counter.
    pub const CODE: &'static str = "account";
}

impl Book {
    /// The account with a short code.
    pub fn account_with_code(&self, code: i64) -> Result<Option<Account>> {
        row::first(&self.connection, "code = ?1", &[&code])
    }

    /// Accounts whose matching name is this one, oldest first.
    pub fn accounts_named(&self, name_key: &str) -> Result<Vec<Account>> {
        row::all(&self.connection, "name_key = ?1 ORDER BY id", &[&name_key])
    }
}

impl Writer<'_> {
    /// Puts an account in.
    pub fn insert_account(&self, account: &Account) -> Result<()> {
        self.insert_row(account)
    }

    /// Writes an account over the one with its id.
    pub fn update_account(&self, account: &Account) -> Result<()> {
        self.update_row(account)?;
        self.drop_outdated_tier_notes(&[account.id])
    }

    /// Accounts whose matching name is this one, oldest first.
    pub fn accounts_named(&self, name_key: &str) -> Result<Vec<Account>> {
        row::all(self.connection, "name_key = ?1 ORDER BY id", &[&name_key])
    }

    /// What nearly equal names share (see [`crate::domain::double::loose_key`]), of every account that was
    /// there before an id, and which it is.
    pub fn each_loose_name(&self, before: Id, mut each: impl FnMut(&str, Id)) -> Result<()> {
        let mut statement =
            self.connection.prepare_cached("SELECT name_key, id FROM account WHERE id < ?1")?;
        let mut rows = statement.query([before])?;
        while let Some(row) = rows.next()? {
            each(&loose_key(row.get_ref(0)?.as_str().unwrap_or_default()), row.get(1)?);
        }
        Ok(())
    }

    /// Accounts with a domain (lower case), of this matching name where it is told, oldest first, at most
    /// `limit`.
    pub fn accounts_with_domain(
        &self,
        domain: &str,
        name_key: Option<&str>,
        limit: i64,
    ) -> Result<Vec<Account>> {
        let condition = "domain = ?1 AND (?2 IS NULL OR name_key = ?2) ORDER BY id LIMIT ?3";
        row::all(self.connection, condition, &[&domain, &name_key, &limit])
    }

    /// Takes out an account and every activity, order, commitment and special day that is its alone.
    /// Its contacts and deals are to be gone already; accounts below it stand on their own then.
    pub fn delete_account(&self, id: Id) -> Result<()> {
        for activity in row::all::<Activity>(self.connection, "account_id = ?1", &[&id])? {
            self.delete_activity(activity.id)?;
        }
        self.delete_orders_of(id)?;
        self.delete_entries_of(Holder::Account(id))?;
        self.delete_attachments(id)?;
        self.delete_roles_of(id)?;
        self.delete_segment_decisions_of(id)?;
        let mut others =
            self.connection.prepare_cached("UPDATE account SET parent_id = NULL WHERE parent_id = ?1")?;
        others.execute([id])?;
        let mut former = self
            .connection
            .prepare_cached("UPDATE former_employer SET account_id = NULL WHERE account_id = ?1")?;
        former.execute([id])?;
        self.delete_commitments_of(id)?;
        self.delete_special_days_of(id)?;
        self.delete_row::<Account>(id)
    }
}
