//! The rhythm of contact that the tier of an account asks for, and who has gone quiet.

use chrono::{Days, NaiveDate};
use rusqlite::params;

use super::expression;
use super::related::json;
use crate::domain::id::Id;
use crate::domain::settings::Settings;
use crate::domain::word::Tier;
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::value::Day;

/// A person not heard of for longer than the rhythm of their account's tier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quiet {
    /// The account.
    pub account: Id,
    /// The person.
    pub contact: Id,
    /// The day of the last contact.
    pub last: NaiveDate,
    /// The day on which the rhythm ran out.
    pub due: NaiveDate,
}

/// How the rhythm of a tier is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TierRhythm {
    /// The tier.
    pub tier: Tier,
    /// Days within which everybody is to be heard of.
    pub days: i64,
    /// People at accounts of the tier.
    pub people: u64,
    /// Those of them who were heard of in time.
    pub in_time: u64,
    /// Those who have gone quiet.
    pub quiet: u64,
}

impl TierRhythm {
    /// Those with whom there never was a contact.
    pub fn never(&self) -> u64 {
        self.people.saturating_sub(self.in_time + self.quiet)
    }
}

/// The tiers that have a rhythm, and how many days it lasts.
pub fn rhythms(settings: &Settings) -> [(Tier, i64); 3] {
    [
        (Tier::Key, settings.rhythm_key),
        (Tier::Ordinary, settings.rhythm_ordinary),
        (Tier::Prospective, settings.rhythm_prospective),
    ]
}

impl Book {
    /// People at these accounts whose last contact lies further back than the rhythm of their account's tier.
    /// Accounts without a tier have no rhythm, and who was never contacted has not gone quiet.
    pub fn quiet_people(&self, accounts: &[Id]) -> Result<Vec<Quiet>> {
        let last = self.resolved(expression::CONTACT_LAST)?;
        let sql = format!(
            "SELECT account.id, contact.id, {last} FROM account JOIN contact ON contact.account_id = account.id
             WHERE account.tier = ?1 AND account.id IN (SELECT value FROM json_each(?2))"
        );
        self.quiet_of(&sql, &json(accounts))
    }

    /// The same at whatever account, of those alone with whom a contact is planned for a later day: what is kept of
    /// the others is their last contact.
    pub(super) fn quiet_before_planned(&self) -> Result<Vec<Quiet>> {
        let last = self.resolved(expression::CONTACT_LAST)?;
        let sql = format!(
            "SELECT contact.account_id, contact.id, {last}
             FROM last_contact ahead JOIN contact ON contact.id = ahead.id
             WHERE ahead.tier = ?1 AND ahead.day > ?2"
        );
        self.quiet_of(&sql, &self.today().to_string())
    }

    /// Who has gone quiet of those that a query gives for a tier: account, person, and the day of the last contact.
    fn quiet_of(&self, sql: &str, among: &str) -> Result<Vec<Quiet>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut quiet = vec![];
        for (tier, rhythm) in rhythms(&self.settings()?) {
            let days = Days::new(rhythm.unsigned_abs());
            let Some(since) = self.today().checked_sub_days(days) else { continue };
            let mut rows = statement.query(params![tier, among])?;
            while let Some(row) = rows.next()? {
                let last: Option<Day> = row.get(2)?;
                if let Some(Day(last)) = last.filter(|Day(last)| *last < since) {
                    let due = last.checked_add_days(days).unwrap_or(last);
                    quiet.push(Quiet { account: row.get(0)?, contact: row.get(1)?, last, due });
                }
            }
        }
        Ok(quiet)
    }

    /// How the rhythm of each tier that has one is held today.
    pub fn rhythm_by_tier(&self) -> Result<Vec<TierRhythm>> {
        let sql = format!(
            "SELECT count(*), coalesce(sum(last >= ?2), 0), coalesce(sum(last < ?2), 0) FROM (
               SELECT {last} AS last FROM account JOIN contact ON contact.account_id = account.id
               WHERE account.tier = ?1)",
            last = self.resolved(expression::CONTACT_LAST)?,
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut held = vec![];
        for (tier, days) in rhythms(&self.settings()?) {
            let since = self.today().checked_sub_days(Days::new(days.unsigned_abs()));
            let since = since.unwrap_or(NaiveDate::MIN);
            held.push(statement.query_row(params![tier, since], |row| {
                let count = |column| row.get(column).map(|count: i64| count.unsigned_abs());
                Ok(TierRhythm { tier, days, people: count(0)?, in_time: count(1)?, quiet: count(2)? })
            })?);
        }
        Ok(held)
    }
}
