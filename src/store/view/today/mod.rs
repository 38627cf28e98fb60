//! What is due: next steps, tasks, commitments, what plans are waiting for, special days, deals past their
//! date, people gone quiet.
//!
//! What has its day in a column is read a window at a time, merged from one query in order for each kind,
//! however much there is of it; what must be reckoned, such as special days, is gathered first.

mod between;
mod gathered;
mod of_care;
mod shown;
mod source;

use std::collections::HashMap;
use std::ops::Range;

use chrono::{Days, NaiveDate};

use super::belongs::Belongs;
use super::list::{Placed, Seek};
use super::rhythm::rhythms;
use crate::domain::id::Id;
use crate::domain::word::Tier;
use crate::store::book::Book;
use crate::store::error::Result;
use gathered::Gathered;
use source::{Bound, FIRST_DAY, SOURCES};

pub use crate::domain::due::DueKind;
pub use of_care::CareDue;

/// The place of something due among all: by its day, then why it is due, then which record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DueKey {
    /// On which day.
    pub on: NaiveDate,
    /// Why.
    pub kind: DueKind,
    /// What it stands on: a deal, activity, commitment, special day, contact, or an entry of a plan.
    pub id: Id,
}

impl DueKey {
    /// The place before everything that is due on a day.
    fn start_of(on: NaiveDate) -> DueKey {
        DueKey { on, kind: DueKind::NextStep, id: Id(i64::MIN) }
    }
}

/// One thing that is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// Why.
    pub kind: DueKind,
    /// What it stands on: a deal, activity, commitment, special day, contact, or an entry of a plan.
    pub id: Id,
    /// On which day.
    pub on: NaiveDate,
    /// What it is: the step, task, promise, deal's or day's name. Of a special day or a milestone without
    /// words of its own, the key of its kind.
    pub text: String,
    /// The deal's name.
    pub deal: Option<String>,
    /// The person's name.
    pub contact: Option<String>,
    /// The account's name.
    pub account: Option<String>,
    /// The deal, person and account that it belongs to.
    pub belongs: Belongs,
    /// The day until which it is put off.
    pub snoozed: Option<NaiveDate>,
}

/// How much is due, by its distance from today.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DueCounts {
    /// Its day has passed.
    pub overdue: u64,
    /// It is its day.
    pub today: u64,
    /// It comes in the days looked ahead.
    pub later: u64,
    /// Put off to a later day; counted above only where the agenda shows them.
    pub snoozed: u64,
    /// There is more than was to be counted.
    pub and_more: bool,
}

/// What lies between two places of a list.
#[derive(Debug, Clone, Copy, Default)]
struct Counted {
    /// How many lines.
    lines: u64,
    /// How many of what need not be gathered are put off, lines or not.
    put_off: u64,
    /// Of some kind there are as many as were to be counted, so that there may be more.
    is_cut: bool,
}

/// The list of what is due until some day: what of it had to be gathered, and whether what was put off
/// belongs to it.
#[derive(Debug, Clone)]
pub struct Agenda {
    today: NaiveDate,
    until: NaiveDate,
    with_snoozed: bool,
    rhythms: [(Tier, i64); 3],
    gathered: Gathered,
}

impl Agenda {
    /// A list of what is due by a day, put off or not, of which nothing was gathered.
    fn ungathered(book: &Book, until: NaiveDate) -> Result<Agenda> {
        let (today, rhythms) = (book.today(), rhythms(&book.settings()?));
        Ok(Agenda { today, until, with_snoozed: true, rhythms, gathered: Gathered::default() })
    }

    /// Whether what is put off need not be looked for.
    fn shows_all(&self) -> bool {
        self.with_snoozed || !self.gathered.anything_is_put_off()
    }

    /// The same list with or without what is put off.
    pub fn with_snoozed(self, with_snoozed: bool) -> Agenda {
        Agenda { with_snoozed, ..self }
    }

    /// The place after its last line: the notice of a special day may begin long before.
    fn end(&self) -> DueKey {
        let last = self.gathered.last().map_or(self.until, |on| on.max(self.until));
        DueKey::start_of(last.succ_opt().unwrap_or(last))
    }

    fn gathered(&self) -> impl Iterator<Item = DueKey> + '_ {
        self.gathered.keys(self.with_snoozed)
    }
}

impl Book {
    /// The list of what is due by the end of `days` days from today, without what is put off.
    pub fn agenda(&self, days: u64) -> Result<Agenda> {
        let today = self.today();
        let until = today.checked_add_days(Days::new(days)).unwrap_or(today);
        let gathered = self.gather(today, until)?;
        Ok(Agenda { with_snoozed: false, gathered, ..Agenda::ungathered(self, until)? })
    }

    /// The same list as it is now where what was gathered still holds: what was put off or woken since is
    /// seen, without the reckoning of special days and of people gone quiet.
    pub fn agenda_again(&self, agenda: Agenda) -> Result<Agenda> {
        let gathered = self.judged(agenda.gathered, agenda.today)?;
        Ok(Agenda { gathered, ..agenda })
    }

    /// How much of a list there is.
    pub fn due_counts(&self, agenda: &Agenda) -> Result<DueCounts> {
        self.due_counts_up_to(agenda, u64::MAX)
    }

    /// The same, but no more than `most` are counted of each kind and distance: whether there are, is told.
    pub fn due_counts_up_to(&self, agenda: &Agenda, most: u64) -> Result<DueCounts> {
        let tomorrow = agenda.today.succ_opt().unwrap_or(agenda.today);
        let [start, midnight, later] = [FIRST_DAY, agenda.today, tomorrow].map(DueKey::start_of);
        let [overdue, today, later] = [start..midnight, midnight..later, later..agenda.end()]
            .map(|between| self.count_between(agenda, &between, most));
        let (overdue, today, later) = (overdue?, today?, later?);
        Ok(DueCounts {
            overdue: overdue.lines,
            today: today.lines,
            later: later.lines,
            snoozed: agenda.gathered.snoozed() + overdue.put_off + today.put_off + later.put_off,
            and_more: overdue.is_cut || today.is_cut || later.is_cut,
        })
    }

    /// How many lines of a list come before a place.
    pub fn due_before(&self, agenda: &Agenda, place: DueKey) -> Result<u64> {
        Ok(self.count_between(agenda, &(DueKey::start_of(FIRST_DAY)..place), u64::MAX)?.lines)
    }

    /// Counts what lies between two places of a list, no more than `most` of each kind.
    fn count_between(&self, agenda: &Agenda, between: &Range<DueKey>, most: u64) -> Result<Counted> {
        let lines = agenda.gathered().filter(|key| between.contains(key)).count() as u64;
        let mut counted = Counted { lines, ..Counted::default() };
        for source in SOURCES {
            let all = self.count_due(source, agenda, between, most)?;
            let put_off = self.count_snoozed(source, agenda, between)?;
            counted.is_cut |= all == most;
            counted.put_off += put_off;
            counted.lines += if agenda.with_snoozed { all } else { all.saturating_sub(put_off) };
        }
        Ok(counted)
    }

    /// At most `limit` lines of a list.
    pub fn due_window(
        &self,
        agenda: &Agenda,
        seek: &Seek<DueKey>,
        limit: usize,
    ) -> Result<Vec<Placed<Due, DueKey>>> {
        let _moment = self.moment()?;
        let bound = match seek {
            Seek::First => Bound::After(DueKey::start_of(FIRST_DAY)),
            Seek::After(key) => Bound::After(*key),
            Seek::Before(key) => Bound::Before(*key),
            Seek::Last => Bound::Before(agenda.end()),
        };
        let mut keys: Vec<DueKey> = agenda.gathered().filter(|key| bound.admits(key)).collect();
        for source in SOURCES {
            keys.extend(self.due_keys(source, agenda, bound, limit)?);
        }
        keys.sort_unstable();
        match bound {
            Bound::After(_) => keys.truncate(limit),
            Bound::Before(_) => drop(keys.drain(..keys.len().saturating_sub(limit))),
        }
        let mut lines: HashMap<DueKey, Due> = HashMap::new();
        for kind in DueKind::ALL {
            self.describe(*kind, agenda, &keys, &mut lines)?;
        }
        let placed = |key: DueKey| Some(Placed { line: lines.remove(&key)?, place: key });
        Ok(keys.into_iter().filter_map(placed).collect())
    }

    /// All that is due by the end of `days` days from today and is not put off: overdue first, by day, then
    /// by kind.
    pub fn due(&self, days: u64) -> Result<Vec<Due>> {
        let all = self.due_window(&self.agenda(days)?, &Seek::First, usize::MAX)?;
        Ok(all.into_iter().map(|placed| placed.line).collect())
    }
}
