//! The kinds of what is due, each with its queries.

use std::ops::Range;

use chrono::{Days, NaiveDate};
use rusqlite::params;

use super::{Agenda, DueKey, DueKind};
use crate::domain::word::Tier;
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::value::Day;

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
    /// The tier after whose rhythm, counted from the day of the column, it is due; none where it is due on that day.
    tier: Option<Tier>,
}

/// Every kind that need not be gathered.
pub(super) const SOURCES: &[Source] = &[
    on_its_day(DueKind::NextStep, "deal", "next_on", "status = 'open'"),
    on_its_day(DueKind::Task, "activity", "due_on", "due_on IS NOT NULL AND done_on IS NULL"),
    on_its_day(DueKind::OurCommitment, "commitment", "due_on", "status = 'open' AND promised_by = 'us'"),
    on_its_day(DueKind::TheirCommitment, "commitment", "due_on", "status = 'open' AND promised_by = 'them'"),
    on_its_day(DueKind::Action, "plan_action", "due_on", "due_on IS NOT NULL AND done_on IS NULL"),
    // What was agreed on the way to a decision is past once it is made.
    on_its_day(
        DueKind::Milestone,
        "milestone",
        "due_on",
        "due_on IS NOT NULL AND reached_on IS NULL
          AND EXISTS (SELECT 1 FROM deal WHERE deal.id = milestone.deal_id AND deal.status = 'open')",
    ),
    // Nothing is paid for what is lost.
    on_its_day(
        DueKind::Receivable,
        "receivable",
        "due_on",
        "paid_on IS NULL
          AND EXISTS (SELECT 1 FROM deal WHERE deal.id = receivable.deal_id AND deal.status <> 'lost')",
    ),
    // It waits for its answer from the day on which it was raised.
    on_its_day(DueKind::Complaint, "complaint", "raised_on", "answered_on IS NULL"),
    on_its_day(DueKind::ClosePast, "deal", "close_on", "status = 'open'"),
    quiet(Tier::Key, "tier = 'key'"),
    quiet(Tier::Ordinary, "tier = 'ordinary'"),
    quiet(Tier::Prospective, "tier = 'prospective'"),
];

const fn on_its_day(kind: DueKind, table: &'static str, day: &'static str, open: &'static str) -> Source {
    Source { kind, table, day, open, tier: None }
}

/// People at accounts of a tier; those with a contact that is planned ahead are gathered.
const fn quiet(tier: Tier, open: &'static str) -> Source {
    Source { kind: DueKind::QuietContact, table: "last_contact", day: "day", open, tier: Some(tier) }
}

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

impl Source {
    /// Whether what is due waits on its day, be it past or to come; otherwise it is due since a day has passed.
    pub fn waits_on_its_day(&self) -> bool {
        !matches!(self.kind, DueKind::ClosePast | DueKind::QuietContact)
    }

    /// The last day on which a line of an agenda may be due.
    fn last_day(&self, agenda: &Agenda) -> NaiveDate {
        match self.waits_on_its_day() {
            true => agenda.until,
            false => agenda.today.pred_opt().unwrap_or(agenda.today).min(agenda.until),
        }
    }

    /// How many days after the day of its column it is due.
    fn rhythm(&self, agenda: &Agenda) -> Days {
        let of = |tier| agenda.rhythms.iter().find(|(one, _)| *one == tier);
        Days::new(self.tier.and_then(of).map_or(0, |(_, days)| days.unsigned_abs()))
    }

    /// The day of its column, of what is due on a day.
    fn in_column(&self, agenda: &Agenda, due: NaiveDate) -> NaiveDate {
        due.checked_sub_days(self.rhythm(agenda)).unwrap_or(NaiveDate::MIN)
    }

    /// A place as its lines, sorted by the day of the column and id, see it: those of kinds that come earlier in a
    /// day are all before it, those of later ones all after.
    fn sees(&self, agenda: &Agenda, place: DueKey) -> (NaiveDate, i64) {
        let id = match self.kind.cmp(&place.kind) {
            std::cmp::Ordering::Less => i64::MAX,
            std::cmp::Ordering::Equal => place.id.0,
            std::cmp::Ordering::Greater => i64::MIN,
        };
        (self.in_column(agenda, place.on), id)
    }

    /// The condition on its rows to lie between two places: its parameters are [`Source::bounds`].
    fn between(&self) -> String {
        let Source { table, day, open, .. } = self;
        format!(
            "{open} AND {day} <= ?1 AND ({day}, {table}.id) >= (?2, ?3) AND ({day}, {table}.id) < (?4, ?5)"
        )
    }

    /// The last day of its column that counts, the first place, and the one at which it ends.
    fn bounds(
        &self,
        agenda: &Agenda,
        between: &Range<DueKey>,
    ) -> (NaiveDate, NaiveDate, i64, NaiveDate, i64) {
        let [(from, first), (to, end)] = [between.start, between.end].map(|place| self.sees(agenda, place));
        (self.in_column(agenda, self.last_day(agenda)), from, first, to, end)
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
        let Source { kind, table, day, open, .. } = source;
        let (sign, way, place) = match bound {
            Bound::After(place) => (">", "ASC", place),
            Bound::Before(place) => ("<", "DESC", place),
        };
        let all = agenda.shows_all();
        let awake = match all {
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
        let (on, id) = source.sees(agenda, place);
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let last = source.in_column(agenda, source.last_day(agenda));
        let mut statement = self.connection.prepare_cached(&sql)?;
        statement.raw_bind_parameter(1, last)?;
        statement.raw_bind_parameter(2, on)?;
        statement.raw_bind_parameter(3, id)?;
        statement.raw_bind_parameter(4, limit)?;
        if !all {
            statement.raw_bind_parameter(5, agenda.today)?;
        }
        let rhythm = source.rhythm(agenda);
        let mut rows = statement.raw_query();
        let mut keys = vec![];
        while let Some(row) = rows.next()? {
            let Day(day) = row.get(0)?;
            keys.push(DueKey {
                on: day.checked_add_days(rhythm).unwrap_or(day),
                kind: *kind,
                id: row.get(1)?,
            });
        }
        Ok(keys)
    }

    /// How many of a kind lie between two places, put off or not; no more than `most` are counted.
    pub(super) fn count_due(
        &self,
        source: &Source,
        agenda: &Agenda,
        between: &Range<DueKey>,
        most: u64,
    ) -> Result<u64> {
        let rows = format!("FROM {} WHERE {}", source.table, source.between());
        // Without an end each row takes a third of the time.
        let sql = match most {
            u64::MAX => format!("SELECT count(*) {rows}"),
            _ => format!("SELECT count(*) FROM (SELECT 1 {rows} LIMIT {most})"),
        };
        let (last, from, first, to, end) = source.bounds(agenda, between);
        let mut statement = self.connection.prepare_cached(&sql)?;
        let count: i64 = statement.query_row(params![last, from, first, to, end], |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }

    /// How many of a kind lie between two places and are put off.
    pub(super) fn count_snoozed(
        &self,
        source: &Source,
        agenda: &Agenda,
        between: &Range<DueKey>,
    ) -> Result<u64> {
        if !agenda.gathered.anything_is_put_off() {
            return Ok(0);
        }
        let Source { kind, table, .. } = source;
        // Few things are put off at a time, so they are where to begin.
        let sql = format!(
            "SELECT count(*) FROM snooze CROSS JOIN {table} ON {table}.id = record_id
             WHERE reason = '{kind}' AND until_on > ?6 AND {}",
            source.between()
        );
        let (last, from, first, to, end) = source.bounds(agenda, between);
        let mut statement = self.connection.prepare_cached(&sql)?;
        let parameters = params![last, from, first, to, end, agenda.today];
        let count: i64 = statement.query_row(parameters, |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }
}
