//! What is due: next steps, commitments, tasks, special days, deals past their date.

use chrono::{Datelike, Days, NaiveDate};
use rusqlite::params;

use super::belongs::Belongs;
use crate::domain::id::Id;
use crate::domain::word::{Calendar, Tier};
use crate::store::book::Book;
use crate::store::error::Result;

/// Why something is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DueKind {
    /// A deal's next step.
    NextStep,
    /// A task.
    Task,
    /// Something we promised.
    OurCommitment,
    /// Something they promised.
    TheirCommitment,
    /// A deal whose expected close date has passed.
    ClosePast,
    /// A special day, within its notice.
    SpecialDay,
    /// A person not heard of for longer than the rhythm of their account's tier.
    QuietContact,
}

impl DueKind {
    /// The key that programs know it by.
    pub fn as_str(self) -> &'static str {
        match self {
            DueKind::NextStep => "next_step",
            DueKind::Task => "task",
            DueKind::OurCommitment => "our_commitment",
            DueKind::TheirCommitment => "their_commitment",
            DueKind::ClosePast => "close_date_past",
            DueKind::SpecialDay => "special_day",
            DueKind::QuietContact => "quiet_contact",
        }
    }
}

/// One thing that is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// Why.
    pub kind: DueKind,
    /// The record it stands on: a deal, activity, commitment, special day or contact.
    pub id: Id,
    /// On which day.
    pub on: NaiveDate,
    /// What it is: the step, task, promise, deal's or day's name.
    pub text: String,
    /// The deal's name.
    pub deal: Option<String>,
    /// The person's name.
    pub contact: Option<String>,
    /// The account's name.
    pub account: Option<String>,
    /// The deal, person and account that it belongs to.
    pub belongs: Belongs,
}

/// Each query gives id, day, text, deal, contact, account by name, then by id; ?1 is the last day of the window, ?2 today.
const DATED: &[(DueKind, &str)] = &[
    (
        DueKind::NextStep,
        "SELECT id, next_on, coalesce(next_step, name), name, NULL,
           (SELECT name FROM account WHERE account.id = account_id), id, NULL, account_id
         FROM deal WHERE status = 'open' AND next_on IS NOT NULL AND next_on <= ?1 AND ?2 IS NOT NULL",
    ),
    (
        DueKind::Task,
        "SELECT id, due_on, coalesce(subject, text, kind), (SELECT name FROM deal WHERE deal.id = deal_id), NULL,
           (SELECT name FROM account WHERE account.id = account_id), deal_id, NULL, account_id
         FROM activity WHERE due_on IS NOT NULL AND done_on IS NULL AND due_on <= ?1 AND ?2 IS NOT NULL",
    ),
    (
        DueKind::OurCommitment,
        "SELECT id, due_on, text, (SELECT name FROM deal WHERE deal.id = deal_id),
           (SELECT name FROM contact WHERE contact.id = contact_id),
           (SELECT name FROM account WHERE account.id = account_id), deal_id, contact_id, account_id
         FROM commitment WHERE status = 'open' AND due_on <= ?1 AND promised_by = 'us' AND ?2 IS NOT NULL",
    ),
    (
        DueKind::TheirCommitment,
        "SELECT id, due_on, text, (SELECT name FROM deal WHERE deal.id = deal_id),
           (SELECT name FROM contact WHERE contact.id = contact_id),
           (SELECT name FROM account WHERE account.id = account_id), deal_id, contact_id, account_id
         FROM commitment WHERE status = 'open' AND due_on <= ?1 AND promised_by = 'them' AND ?2 IS NOT NULL",
    ),
    (
        DueKind::ClosePast,
        "SELECT id, close_on, name, name, NULL, (SELECT name FROM account WHERE account.id = account_id),
           id, NULL, account_id
         FROM deal WHERE status = 'open' AND close_on < ?2 AND ?1 IS NOT NULL",
    ),
];

impl Book {
    /// What is due by the end of `days` days from today, overdue first: sorted by day, then kind.
    pub fn due(&self, days: u64) -> Result<Vec<Due>> {
        let today = self.today();
        let until = today.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX);
        let mut due = vec![];
        for (kind, sql) in DATED {
            let mut statement = self.connection.prepare_cached(sql)?;
            let rows = statement.query_map(params![until, today], |row| {
                Ok(Due {
                    kind: *kind,
                    id: row.get(0)?,
                    on: row.get(1)?,
                    text: row.get(2)?,
                    deal: row.get(3)?,
                    contact: row.get(4)?,
                    account: row.get(5)?,
                    belongs: Belongs { deal: row.get(6)?, contact: row.get(7)?, account: row.get(8)? },
                })
            })?;
            for row in rows {
                due.push(row?);
            }
        }
        due.extend(self.special_days(today)?);
        due.extend(self.quiet_contacts(today)?);
        due.sort_by_key(|one| (one.on, one.kind, one.id));
        Ok(due)
    }

    /// People whose last contact lies further back than the rhythm of their account's tier, each due on the
    /// day on which the rhythm ran out. Accounts without a tier have no rhythm, and who was never contacted
    /// has not gone quiet.
    fn quiet_contacts(&self, today: NaiveDate) -> Result<Vec<Due>> {
        let settings = self.settings()?;
        let rhythms = [
            (Tier::Key, settings.rhythm_key),
            (Tier::Ordinary, settings.rhythm_ordinary),
            (Tier::Prospective, settings.rhythm_prospective),
        ];
        let mut statement = self.connection.prepare_cached(
            "SELECT contact.id, contact.name, account.name, account.id,
               (SELECT max(activity_contact.happened_on) FROM activity_contact
                JOIN activity ON activity.id = activity_id
                WHERE contact_id = contact.id AND kind NOT IN ('note', 'task')
                  AND activity_contact.happened_on <= ?2) AS last
             FROM account JOIN contact ON contact.account_id = account.id
             WHERE account.tier = ?1 AND last < ?3",
        )?;
        let mut due = vec![];
        for (tier, rhythm) in rhythms {
            let days = Days::new(rhythm.unsigned_abs());
            let Some(since) = today.checked_sub_days(days) else { continue };
            let mut rows = statement.query(params![tier, today, since])?;
            while let Some(row) = rows.next()? {
                let last: NaiveDate = row.get(4)?;
                let (contact, name): (Id, String) = (row.get(0)?, row.get(1)?);
                due.push(Due {
                    kind: DueKind::QuietContact,
                    id: contact,
                    belongs: Belongs { deal: None, contact: Some(contact), account: row.get(3)? },
                    on: last.checked_add_days(days).unwrap_or(last),
                    text: name.clone(),
                    deal: None,
                    contact: Some(name),
                    account: row.get(2)?,
                });
            }
        }
        Ok(due)
    }

    /// Special days of the civil calendar whose notice has begun.
    fn special_days(&self, today: NaiveDate) -> Result<Vec<Due>> {
        let notice = self.settings()?.notice_days;
        let mut statement = self.connection.prepare_cached(
            "SELECT id, month, day, coalesce(label, kind), coalesce(notice_days, ?1),
               (SELECT name FROM contact WHERE contact.id = contact_id),
               coalesce((SELECT name FROM account WHERE account.id = account_id),
                 (SELECT account.name FROM contact JOIN account ON account.id = contact.account_id
                  WHERE contact.id = contact_id)),
               contact_id, account_id
             FROM special_day WHERE calendar = ?2",
        )?;
        let mut rows = statement.query(params![notice, Calendar::Solar])?;
        let mut due = vec![];
        while let Some(row) = rows.next()? {
            let (month, day, ahead): (u32, u32, i64) = (row.get(1)?, row.get(2)?, row.get(4)?);
            let Some(on) = next_anniversary(today, month, day) else { continue };
            if (on - today).num_days() <= ahead {
                due.push(Due {
                    kind: DueKind::SpecialDay,
                    id: row.get(0)?,
                    on,
                    text: row.get(3)?,
                    deal: None,
                    contact: row.get(5)?,
                    account: row.get(6)?,
                    belongs: Belongs { deal: None, contact: row.get(7)?, account: row.get(8)? },
                });
            }
        }
        Ok(due)
    }
}

/// The next such day of the year, today included; 29 February is kept on the 28th in other years.
fn next_anniversary(today: NaiveDate, month: u32, day: u32) -> Option<NaiveDate> {
    let in_year = |year| {
        NaiveDate::from_ymd_opt(year, month, day)
            .or_else(|| NaiveDate::from_ymd_opt(year, month, day.checked_sub(1)?))
    };
    let this_year = in_year(today.year())?;
    if this_year >= today { Some(this_year) } else { in_year(today.year() + 1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_anniversary_comes_again_next_year() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert_eq!(next_anniversary(day("2026-11-21"), 11, 21), Some(day("2026-11-21")));
        assert_eq!(next_anniversary(day("2026-11-21"), 11, 20), Some(day("2027-11-20")));
        assert_eq!(next_anniversary(day("2026-11-21"), 2, 29), Some(day("2027-02-28")));
        assert_eq!(next_anniversary(day("2027-11-21"), 2, 29), Some(day("2028-02-29")));
    }
}
