//! What the health of accounts is judged from: the facts are read here, a query for each sort over all the
//! accounts that are asked for; the rule is `domain::health`.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use rusqlite::types::Value as Sql;
use rusqlite::{Row as SqlRow, params_from_iter};

use super::related::json;
use crate::domain::health::{AccountFacts, Waiting};
use crate::domain::id::Id;
use crate::domain::relationship::{CheckUp, SCORES, Trend, mean_of};
use crate::store::book::Book;
use crate::store::error::Result;

/// The facts, by account.
type Facts = HashMap<Id, AccountFacts>;

/// What waits: account, which one, since when. The pluses keep SQLite from walking all promises of a status.
const COMPLAINTS: &str = "SELECT account_id, id, raised_on FROM complaint
    WHERE answered_on IS NULL AND raised_on <= ?2";
const BROKEN: &str = "SELECT account_id, id, settled_on FROM commitment
    WHERE +status = 'broken' AND promised_by = 'us' AND settled_on <= ?2 AND settled_on > ?3";
const OVERDUE: &str = "SELECT account_id, id, due_on FROM commitment
    WHERE +status = 'open' AND promised_by = 'us' AND due_on < ?2";
/// An instalment is found at its deal; nothing is paid for what is lost.
const RECEIVABLES: &str = "SELECT deal.account_id AS account_id, deal.id, due_on FROM receivable
    JOIN deal ON deal.id = deal_id WHERE paid_on IS NULL AND due_on < ?2 AND deal.status <> 'lost'";

/// The first sale: a deal won, or a small order.
const FIRST_SALE: &str = "SELECT account_id, min(day) FROM (
      SELECT account_id, min(closed_on) AS day FROM deal
      WHERE status = 'won' AND account_id {among} GROUP BY account_id
      UNION ALL
      SELECT account_id, min(ordered_on) FROM small_order WHERE account_id {among} GROUP BY account_id)
    WHERE day <= ?2 GROUP BY account_id";

/// The competitor that the client prefers most, where it is more than us; of us it must be known.
const PREFERRED: &str = "SELECT account_id, name FROM competitor WHERE account_id {among} AND us IS NOT 1
      AND preference > (SELECT preference FROM competitor ours
        WHERE ours.account_id = competitor.account_id AND ours.us = 1)
    ORDER BY account_id, preference, id DESC";

/// Key people: by a part in the purchase, or a say.
const KEY_PEOPLE: &str = "SELECT account_id, stance IS 'supporter', prefers FROM contact
    WHERE account_id {among} AND (authority IS NOT NULL OR EXISTS (
      SELECT 1 FROM contact_part WHERE contact_id = contact.id))
    ORDER BY account_id, id";

const KNOWN: &str =
    "SELECT account_id, max(level) FROM intelligence WHERE account_id {among} GROUP BY account_id";

const AMONG: &str = "IN (SELECT value FROM json_each(?1))";

impl Book {
    /// What the health of each of these accounts is judged from today.
    pub fn health_facts(&self, accounts: &[Id]) -> Result<Facts> {
        let _moment = self.moment()?;
        let mut facts = Facts::new();
        let sql = format!("SELECT id, tier IS 'unattractive' FROM account WHERE id {AMONG}");
        self.each(&sql, accounts, &[], |row| {
            facts.insert(row.get(0)?, AccountFacts { let_be: row.get(1)?, ..AccountFacts::default() });
            Ok(())
        })?;
        let broken_days = Days::new(self.settings()?.broken_days.unsigned_abs());
        let lately = self.today().checked_sub_days(broken_days).unwrap_or(NaiveDate::MIN);
        let (today, lately) = (Sql::from(self.today().to_string()), Sql::from(lately.to_string()));
        let until = std::slice::from_ref(&today);
        self.waiting(COMPLAINTS, accounts, until, &mut facts, |facts| &mut facts.complaints)?;
        self.waiting(BROKEN, accounts, &[today.clone(), lately], &mut facts, |facts| &mut facts.broken)?;
        self.waiting(OVERDUE, accounts, until, &mut facts, |facts| &mut facts.overdue)?;
        self.waiting(RECEIVABLES, accounts, until, &mut facts, |facts| &mut facts.receivables)?;
        for quiet in self.quiet_people(accounts)? {
            facts.entry(quiet.account).or_default().quiet.add(quiet.contact, quiet.last);
        }
        self.read_check_ups(accounts, &mut facts)?;
        self.each(FIRST_SALE, accounts, until, |row| {
            facts.entry(row.get(0)?).or_default().first_sale = row.get(1)?;
            Ok(())
        })?;
        self.each(PREFERRED, accounts, &[], |row| {
            facts.entry(row.get(0)?).or_default().preferred = row.get(1)?;
            Ok(())
        })?;
        self.each(KEY_PEOPLE, accounts, &[], |row| {
            let known = facts.entry(row.get(0)?).or_default();
            known.key_people += 1;
            known.supporters += u32::from(row.get::<_, bool>(1)?);
            let prefers: Option<String> = row.get(2)?;
            known.preferred = known.preferred.take().or(prefers);
            Ok(())
        })?;
        self.each(KNOWN, accounts, &[], |row| {
            facts.entry(row.get(0)?).or_default().level_known = row.get(1)?;
            Ok(())
        })?;
        Ok(facts)
    }

    /// Counts what waits at each account; `days` are the other parameters of the query.
    fn waiting(
        &self,
        sql: &str,
        accounts: &[Id],
        days: &[Sql],
        facts: &mut Facts,
        which: impl Fn(&mut AccountFacts) -> &mut Waiting,
    ) -> Result<()> {
        let sql = format!("SELECT * FROM ({sql}) WHERE account_id {AMONG}");
        self.each(&sql, accounts, days, |row| {
            which(facts.entry(row.get(0)?).or_default()).add(row.get(1)?, row.get(2)?);
            Ok(())
        })
    }

    /// The last two check-ups of each account.
    fn read_check_ups(&self, accounts: &[Id], facts: &mut Facts) -> Result<()> {
        let sql = format!(
            "SELECT account_id, held_on, {} FROM check_up
             WHERE account_id {AMONG} AND held_on <= ?2 ORDER BY account_id, held_on, id",
            SCORES.join(", ")
        );
        self.each(&sql, accounts, &[Sql::from(self.today().to_string())], |row| {
            let mut scores = vec![];
            for column in 2..2 + SCORES.len() {
                scores.extend(row.get::<_, Option<i64>>(column)?);
            }
            if let Some(mean) = mean_of(&scores) {
                let known = &mut facts.entry(row.get(0)?).or_default().check_ups;
                let before = known.map(|trend| trend.latest);
                *known = Some(Trend { latest: CheckUp { held_on: row.get(1)?, mean }, before });
            }
            Ok(())
        })
    }

    /// Goes through the rows of a query whose first parameter is the accounts.
    fn each(
        &self,
        sql: &str,
        accounts: &[Id],
        others: &[Sql],
        mut take: impl FnMut(&SqlRow<'_>) -> rusqlite::Result<()>,
    ) -> Result<()> {
        let mut statement = self.connection.prepare_cached(&sql.replace("{among}", AMONG))?;
        let all = std::iter::once(Sql::from(json(accounts))).chain(others.iter().cloned());
        let mut rows = statement.query(params_from_iter(all))?;
        while let Some(row) = rows.next()? {
            take(row)?;
        }
        Ok(())
    }
}
