//! What days bring: where we are to be, and what waits on them.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use rusqlite::{Row as SqlRow, params};

use super::belongs::Belongs;
use super::related::json;
use super::today::Due;
use crate::domain::calendar::CalendarKind;
use crate::domain::id::Id;
use crate::domain::money::Money;
use crate::domain::word::ActivityKind;
use crate::domain::zone::{Zone, elsewhere, widened};
use crate::store::book::Book;
use crate::store::error::Result;

/// Those of the activities of some days at which somebody is to be, or was: by their days, from the index.
const MEETINGS: &str = "
  SELECT activity.id, happened_on, starts_at, zone, minutes, kind, coalesce(subject, text, kind),
    (SELECT name FROM deal WHERE deal.id = deal_id),
    (SELECT group_concat(name, ', ') FROM (SELECT contact.name FROM activity_contact
       JOIN contact ON contact.id = contact_id WHERE activity_id = activity.id ORDER BY activity_contact.id)),
    (SELECT name FROM account WHERE account.id = account_id),
    deal_id, account_id,
    (SELECT contact_id FROM activity_contact WHERE activity_id = activity.id ORDER BY id LIMIT 1)
  FROM activity
  WHERE happened_on BETWEEN ?1 AND ?2
    AND (starts_at IS NOT NULL OR kind IN ('meeting', 'visit', 'demo'))";

/// When something begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Begins {
    /// On the clock here.
    pub here: NaiveTime,
    /// On the clock there, with its day and zone, where that is another one.
    pub there: Option<(NaiveDateTime, Zone)>,
}

/// Something on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarItem {
    /// Why it stands there.
    pub kind: CalendarKind,
    /// What it stands on: an activity, deal, commitment, special day, or an entry of a plan.
    pub id: Id,
    /// The day, here.
    pub on: NaiveDate,
    /// When on that day, where that is known.
    pub begins: Option<Begins>,
    /// How long, in minutes.
    pub minutes: Option<i64>,
    /// For a meeting: what kind of activity it is.
    pub activity: Option<ActivityKind>,
    /// What it is. Of a special day or a milestone without words of its own, the key of its kind.
    pub text: String,
    /// The deal's name.
    pub deal: Option<String>,
    /// The person's name; of a meeting, all of them.
    pub contact: Option<String>,
    /// The account's name.
    pub account: Option<String>,
    /// What is to be paid.
    pub amount: Option<Money>,
    /// The deal, person and account that it belongs to.
    pub belongs: Belongs,
}

impl CalendarItem {
    /// The same as something that waits to be settled; none for a meeting.
    pub fn as_due(&self) -> Option<Due> {
        Some(Due {
            kind: self.kind.due()?,
            id: self.id,
            on: self.on,
            text: self.text.clone(),
            deal: self.deal.clone(),
            contact: self.contact.clone(),
            account: self.account.clone(),
            belongs: self.belongs,
            snoozed: None,
        })
    }
}

impl Book {
    /// What the days between two bring, both included, by day: what has a time first, in its order, then by
    /// kind. Times are those of the clock here; something far away may so stand on another day than there.
    pub fn calendar(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<CalendarItem>> {
        let _moment = self.moment()?;
        let mut items = self.meetings(from, to)?;
        let due = self.due_between(from, to)?;
        let amounts = self.instalments(&due)?;
        items.extend(due.into_iter().filter_map(|due| waiting(due, &amounts)));
        items.sort_by_key(|item| {
            let here = item.begins.map(|begins| begins.here);
            (item.on, here.is_none(), here, item.kind, item.id)
        });
        Ok(items)
    }

    fn meetings(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<CalendarItem>> {
        let here = self.clock().zone();
        let (first, last) = widened(from, to);
        let mut statement = self.connection.prepare_cached(MEETINGS)?;
        let items = statement.query_map(params![first, last], |row| meeting(row, here))?;
        let items = items.collect::<rusqlite::Result<Vec<_>>>()?;
        Ok(items.into_iter().filter(|item| (from..=to).contains(&item.on)).collect())
    }

    /// What is to be paid, by instalment.
    fn instalments(&self, due: &[Due]) -> Result<HashMap<Id, Money>> {
        let receivable = Some(CalendarKind::Receivable);
        let of = due.iter().filter(|due| CalendarKind::of(due.kind) == receivable).map(|due| due.id);
        let ids: Vec<Id> = of.collect();
        let mut statement = self.connection.prepare_cached(
            "SELECT receivable.id, receivable.amount, coalesce(receivable.currency, deal.currency)
             FROM receivable JOIN deal ON deal.id = deal_id
             WHERE receivable.id IN (SELECT value FROM json_each(?1))",
        )?;
        let read = |row: &SqlRow<'_>| Ok((row.get(0)?, Money::new(row.get(1)?, row.get(2)?)));
        Ok(statement.query_map([json(&ids)], read)?.collect::<rusqlite::Result<_>>()?)
    }
}

fn meeting(row: &SqlRow<'_>, here: Zone) -> rusqlite::Result<CalendarItem> {
    let day: NaiveDate = row.get(1)?;
    let time: Option<String> = row.get(2)?;
    let zone: Option<String> = row.get(3)?;
    let time = time.and_then(|text| NaiveTime::parse_from_str(&text, "%H:%M").ok());
    // A zone that the program does not know is taken for the one here.
    let there: Option<Zone> = zone.and_then(|name| name.parse().ok()).filter(|there| *there != here);
    let (on, begins) = match (time, there) {
        (None, _) => (day, None),
        (Some(time), None) => (day, Some(Begins { here: time, there: None })),
        (Some(time), Some(there)) => {
            let at = day.and_time(time);
            let shown = elsewhere(at, there, here);
            // Where both clocks show the same there is only one time to tell.
            let there = Some((at, there)).filter(|_| shown != at);
            (shown.date(), Some(Begins { here: shown.time(), there }))
        }
    };
    Ok(CalendarItem {
        kind: CalendarKind::Meeting,
        id: row.get(0)?,
        on,
        begins,
        minutes: row.get(4)?,
        activity: row.get(5)?,
        text: row.get(6)?,
        deal: row.get(7)?,
        contact: row.get(8)?,
        account: row.get(9)?,
        amount: None,
        belongs: Belongs { deal: row.get(10)?, account: row.get(11)?, contact: row.get(12)? },
    })
}

fn waiting(due: Due, amounts: &HashMap<Id, Money>) -> Option<CalendarItem> {
    Some(CalendarItem {
        kind: CalendarKind::of(due.kind)?,
        amount: amounts.get(&due.id).copied(),
        id: due.id,
        on: due.on,
        begins: None,
        minutes: None,
        activity: None,
        text: due.text,
        deal: due.deal,
        contact: due.contact,
        account: due.account,
        belongs: due.belongs,
    })
}
