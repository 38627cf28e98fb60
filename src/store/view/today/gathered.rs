//! What is due by a reckoning: special days of either calendar, and people gone quiet before a contact that is planned
//! ahead.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::params;

use super::{DueKey, DueKind};
use crate::domain::due::next_anniversary;
use crate::domain::id::Id;
use crate::domain::word::Calendar;
use crate::store::book::Book;
use crate::store::error::Result;

/// What was gathered, in its order.
#[derive(Debug, Clone, Default)]
pub(super) struct Gathered {
    /// All that the reckoning found.
    found: Vec<DueKey>,
    /// What of it is shown or put off: each with whether it is put off.
    lines: Vec<(DueKey, bool)>,
    /// Whether anything at all is put off, of whatever kind.
    some_put_off: bool,
}

impl Gathered {
    /// The places, with or without those that are put off.
    pub fn keys(&self, with_snoozed: bool) -> impl Iterator<Item = DueKey> + '_ {
        self.lines.iter().filter(move |(_, snoozed)| with_snoozed || !snoozed).map(|(key, _)| *key)
    }

    /// Whether anything at all is put off, gathered or not.
    pub fn anything_is_put_off(&self) -> bool {
        self.some_put_off
    }

    /// The last day on which any of it is due.
    pub fn last(&self) -> Option<NaiveDate> {
        self.lines.last().map(|(key, _)| key.on)
    }

    /// How many are put off.
    pub fn snoozed(&self) -> u64 {
        self.lines.iter().filter(|(_, snoozed)| *snoozed).count() as u64
    }
}

impl Book {
    /// Gathers what is due by a reckoning.
    pub(super) fn gather(&self, today: NaiveDate, until: NaiveDate) -> Result<Gathered> {
        let mut found = self.special_days(today, 0)?;
        found.extend(self.quiet_until_planned()?);
        found.retain(|key| key.on <= until || key.kind == DueKind::SpecialDay);
        found.sort_unstable();
        self.judged(Gathered { found, ..Gathered::default() }, today)
    }

    /// The same with what is put off by now. A special day put off beyond itself has had its greeting: it
    /// comes again next year, and is not waiting until then.
    pub(super) fn judged(&self, gathered: Gathered, today: NaiveDate) -> Result<Gathered> {
        let days = self.put_off(DueKind::SpecialDay, today)?;
        let people = self.put_off(DueKind::QuietContact, today)?;
        let judge = |key: &DueKey| match key.kind {
            DueKind::SpecialDay => match days.get(&key.id) {
                Some(until) => (*until <= key.on).then_some((*key, true)),
                None => Some((*key, false)),
            },
            _ => Some((*key, people.contains_key(&key.id))),
        };
        let lines = gathered.found.iter().filter_map(judge).collect();
        let sql = "SELECT EXISTS (SELECT 1 FROM snooze WHERE until_on > ?1)";
        let some_put_off = self.connection.prepare_cached(sql)?.query_row([today], |row| row.get(0))?;
        Ok(Gathered { lines, some_put_off, ..gathered })
    }

    /// Special days whose notice has begun, or that come within so many days.
    pub(super) fn special_days(&self, today: NaiveDate, within: i64) -> Result<Vec<DueKey>> {
        let mut days = vec![];
        let mut statement = self.connection.prepare_cached(
            "SELECT id, month, day, coalesce(notice_days, ?1) FROM special_day WHERE calendar = ?2",
        )?;
        let notice = self.settings()?.notice_days;
        for calendar in Calendar::ALL {
            // A year has few days, and many records fall on each.
            let mut known: HashMap<(u32, u32), Option<NaiveDate>> = HashMap::new();
            let mut rows = statement.query(params![notice, calendar])?;
            while let Some(row) = rows.next()? {
                let (id, month, day, ahead): (Id, u32, u32, i64) =
                    (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
                let next = *known
                    .entry((month, day))
                    .or_insert_with(|| next_anniversary(*calendar, month, day, today));
                let Some(on) = next.filter(|on| (*on - today).num_days() <= ahead.max(within)) else {
                    continue;
                };
                days.push(DueKey { on, kind: DueKind::SpecialDay, id });
            }
        }
        Ok(days)
    }

    /// People gone quiet with whom a contact is planned ahead; the others are read by the day of the last one.
    pub(super) fn quiet_until_planned(&self) -> Result<Vec<DueKey>> {
        let quiet = self.quiet_before_planned()?.into_iter();
        Ok(quiet.map(|one| DueKey { on: one.due, kind: DueKind::QuietContact, id: one.contact }).collect())
    }

    /// The records that are put off for a reason, and until when.
    fn put_off(&self, reason: DueKind, today: NaiveDate) -> Result<HashMap<Id, NaiveDate>> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT record_id, until_on FROM snooze WHERE reason = ?1 AND until_on > ?2")?;
        let rows = statement.query_map(params![reason, today], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<HashMap<_, _>>>()?)
    }
}
