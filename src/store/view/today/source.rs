//! The kinds of what is due, each with its queries.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::params;

use super::{Agenda, Due, DueKey, DueKind};
use crate::domain::id::Id;
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::view::belongs::Belongs;
use crate::store::view::related::json;

/// The first day that a text in the book's form can name.
pub(super) const FIRST_DAY: NaiveDate = match NaiveDate::from_ymd_opt(0, 1, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// A kind whose day stands in a column: its lines come in order from an index.
pub(super) struct Source {
    pub kind: DueKind,
    table: &'static str,
    day: &'static str,
    /// Which rows are still to be settled, word for word as the index has it.
    open: &'static str,
}

/// Every kind that need not be gathered.
pub(super) const SOURCES: &[Source] = &[
    Source { kind: DueKind::NextStep, table: "deal", day: "next_on", open: "status = 'open'" },
    Source {
        kind: DueKind::Task,
        table: "activity",
        day: "due_on",
        open: "due_on IS NOT NULL AND done_on IS NULL",
    },
    Source {
        kind: DueKind::OurCommitment,
        table: "commitment",
        day: "due_on",
        open: "status = 'open' AND promised_by = 'us'",
    },
    Source {
        kind: DueKind::TheirCommitment,
        table: "commitment",
        day: "due_on",
        open: "status = 'open' AND promised_by = 'them'",
    },
    Source {
        kind: DueKind::Action,
        table: "plan_action",
        day: "due_on",
        open: "due_on IS NOT NULL AND done_on IS NULL",
    },
    // What was agreed on the way to a decision is past once it is made.
    Source {
        kind: DueKind::Milestone,
        table: "milestone",
        day: "due_on",
        open: "due_on IS NOT NULL AND reached_on IS NULL
          AND EXISTS (SELECT 1 FROM deal WHERE deal.id = milestone.deal_id AND deal.status = 'open')",
    },
    // Nothing is paid for what is lost.
    Source {
        kind: DueKind::Receivable,
        table: "receivable",
        day: "due_on",
        open: "paid_on IS NULL
          AND EXISTS (SELECT 1 FROM deal WHERE deal.id = receivable.deal_id AND deal.status <> 'lost')",
    },
    // It waits for its answer from the day on which it was raised.
    Source { kind: DueKind::Complaint, table: "complaint", day: "raised_on", open: "answered_on IS NULL" },
    Source { kind: DueKind::ClosePast, table: "deal", day: "close_on", open: "status = 'open'" },
];

/// On which side of a place lines are wanted.
#[derive(Debug, Clone, Copy)]
pub(super) enum Bound {
    After(DueKey),
    Before(DueKey),
}

impl Bound {
    /// Whether a place lies on the wanted side.
    pub fn admits(&self, key: &DueKey) -> bool {
        match self {
            Bound::After(place) => key > place,
            Bound::Before(place) => key < place,
        }
    }
}

/// A place as one kind's lines, sorted by day and id, see it: those of kinds that come earlier in a day are
/// all before it, those of later ones all after.
fn seen_by(kind: DueKind, place: DueKey) -> (NaiveDate, i64) {
    let id = match kind.cmp(&place.kind) {
        std::cmp::Ordering::Less => i64::MAX,
        std::cmp::Ordering::Equal => place.id.0,
        std::cmp::Ordering::Greater => i64::MIN,
    };
    (place.on, id)
}

impl Source {
    /// The last day on which a line of an agenda may be due: a close date that is still to come has not
    /// passed.
    fn last_day(&self, agenda: &Agenda) -> NaiveDate {
        match self.kind {
            DueKind::ClosePast => agenda.today.pred_opt().unwrap_or(agenda.today).min(agenda.until),
            _ => agenda.until,
        }
    }
}

impl Book {
    /// The first places of a kind after a place, or the last before one.
    pub(super) fn due_keys(
        &self,
        source: &Source,
        agenda: &Agenda,
        bound: Bound,
        limit: usize,
    ) -> Result<Vec<DueKey>> {
        let Source { kind, table, day, open } = source;
        let (sign, way, place) = match bound {
            Bound::After(place) => (">", "ASC", place),
            Bound::Before(place) => ("<", "DESC", place),
        };
        let awake = match agenda.with_snoozed {
            true => String::new(),
            false => format!(
                "AND NOT EXISTS (SELECT 1 FROM snooze
                   WHERE record_id = {table}.id AND reason = '{kind}' AND until_on > ?5)"
            ),
        };
        let sql = format!(
            "SELECT {day}, id FROM {table}
             WHERE {open} AND {day} <= ?1 AND ({day}, id) {sign} (?2, ?3) {awake}
             ORDER BY {day} {way}, id {way} LIMIT ?4",
        );
        let (on, id) = seen_by(*kind, place);
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let last = source.last_day(agenda);
        let mut statement = self.connection.prepare_cached(&sql)?;
        statement.raw_bind_parameter(1, last)?;
        statement.raw_bind_parameter(2, on)?;
        statement.raw_bind_parameter(3, id)?;
        statement.raw_bind_parameter(4, limit)?;
        if !agenda.with_snoozed {
            statement.raw_bind_parameter(5, agenda.today)?;
        }
        let mut rows = statement.raw_query();
        let mut keys = vec![];
        while let Some(row) = rows.next()? {
            keys.push(DueKey { on: row.get(0)?, kind: *kind, id: row.get(1)? });
        }
        Ok(keys)
    }

    /// How many of a kind come before a place, put off or not.
    pub(super) fn count_due(&self, source: &Source, agenda: &Agenda, place: DueKey) -> Result<u64> {
        let Source { kind, table, day, open } = source;
        let sql =
            format!("SELECT count(*) FROM {table} WHERE {open} AND {day} <= ?1 AND ({day}, id) < (?2, ?3)");
        let (on, id) = seen_by(*kind, place);
        let mut statement = self.connection.prepare_cached(&sql)?;
        let parameters = params![source.last_day(agenda), on, id];
        let count: i64 = statement.query_row(parameters, |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }

    /// How many of a kind come before a place and are put off.
    pub(super) fn count_snoozed(&self, source: &Source, agenda: &Agenda, place: DueKey) -> Result<u64> {
        let Source { kind, table, day, open } = source;
        // Few things are put off at a time, so they are where to begin.
        let sql = format!(
            "SELECT count(*) FROM snooze CROSS JOIN {table} ON {table}.id = record_id
             WHERE reason = '{kind}' AND until_on > ?4
               AND {open} AND {day} <= ?1 AND ({day}, {table}.id) < (?2, ?3)"
        );
        let (on, id) = seen_by(*kind, place);
        let mut statement = self.connection.prepare_cached(&sql)?;
        let parameters = params![source.last_day(agenda), on, id, agenda.today];
        let count: i64 = statement.query_row(parameters, |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }

    /// Reads what is shown of those of some places that are of a kind.
    pub(super) fn describe(
        &self,
        kind: DueKind,
        agenda: &Agenda,
        keys: &[DueKey],
        lines: &mut HashMap<DueKey, Due>,
    ) -> Result<()> {
        let days: HashMap<Id, NaiveDate> =
            keys.iter().filter(|key| key.kind == kind).map(|key| (key.id, key.on)).collect();
        if days.is_empty() {
            return Ok(());
        }
        let ids: Vec<Id> = days.keys().copied().collect();
        let Shown { table, text, deal, contact, account } = shown(kind);
        // Under another name, for the table may be the one that is read already.
        let name = |table: &str, id: &str| format!("(SELECT n.name FROM {table} n WHERE n.id = {id})");
        let sql = format!(
            "SELECT {table}.id, {text}, {}, {}, {}, {deal}, {contact}, {account},
               (SELECT until_on FROM snooze WHERE record_id = {table}.id AND reason = '{kind}' AND until_on > ?2)
             FROM {table} WHERE {table}.id IN (SELECT value FROM json_each(?1))",
            name("deal", deal),
            name("contact", contact),
            name("account", account),
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params![json(&ids), agenda.today])?;
        while let Some(row) = rows.next()? {
            let id: Id = row.get(0)?;
            let Some(on) = days.get(&id).copied() else { continue };
            let line = Due {
                kind,
                id,
                on,
                text: row.get(1)?,
                deal: row.get(2)?,
                contact: row.get(3)?,
                account: row.get(4)?,
                belongs: Belongs { deal: row.get(5)?, contact: row.get(6)?, account: row.get(7)? },
                snoozed: row.get(8)?,
            };
            lines.insert(DueKey { on, kind, id }, line);
        }
        Ok(())
    }
}

/// What is shown of a kind: its words, and the ids of what it belongs to.
struct Shown {
    table: &'static str,
    text: &'static str,
    deal: &'static str,
    contact: &'static str,
    account: &'static str,
}

fn shown(kind: DueKind) -> Shown {
    match kind {
        DueKind::NextStep => Shown {
            table: "deal",
            text: "coalesce(next_step, name)",
            deal: "deal.id",
            contact: "NULL",
            account: "deal.account_id",
        },
        DueKind::ClosePast => Shown {
            table: "deal",
            text: "name",
            deal: "deal.id",
            contact: "NULL",
            account: "deal.account_id",
        },
        DueKind::Task => Shown {
            table: "activity",
            text: "coalesce(subject, text, kind)",
            deal: "activity.deal_id",
            contact: "(SELECT contact_id FROM activity_contact WHERE activity_id = activity.id LIMIT 1)",
            account: "activity.account_id",
        },
        DueKind::OurCommitment | DueKind::TheirCommitment => Shown {
            table: "commitment",
            text: "text",
            deal: "commitment.deal_id",
            contact: "commitment.contact_id",
            account: "commitment.account_id",
        },
        DueKind::Action => Shown {
            table: "plan_action",
            text: "text",
            deal: "plan_action.deal_id",
            contact: "plan_action.contact_id",
            account: "plan_action.account_id",
        },
        // Without words of its own, the key of its kind.
        DueKind::Milestone => Shown {
            table: "milestone",
            text: "coalesce(text, kind)",
            deal: "milestone.deal_id",
            contact: "NULL",
            account: "(SELECT account_id FROM deal WHERE deal.id = milestone.deal_id)",
        },
        DueKind::Receivable => Shown {
            table: "receivable",
            text: "text",
            deal: "receivable.deal_id",
            contact: "NULL",
            account: "(SELECT account_id FROM deal WHERE deal.id = receivable.deal_id)",
        },
        DueKind::Complaint => Shown {
            table: "complaint",
            text: "text",
            deal: "NULL",
            contact: "complaint.contact_id",
            account: "complaint.account_id",
        },
        DueKind::SpecialDay => Shown {
            table: "special_day",
            text: "coalesce(label, kind)",
            deal: "NULL",
            contact: "special_day.contact_id",
            account: "coalesce(special_day.account_id,
               (SELECT account_id FROM contact WHERE contact.id = special_day.contact_id))",
        },
        DueKind::QuietContact => Shown {
            table: "contact",
            text: "name",
            deal: "NULL",
            contact: "contact.id",
            account: "contact.account_id",
        },
    }
}
