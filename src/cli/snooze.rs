//! `keybook snooze` and `keybook wake`.

use clap::Args;

use super::desk::Desk;
use super::failure::Failure;
use super::{name, value};
use crate::domain::due::DueKind;
use crate::domain::id::Id;
use crate::domain::word::RecordKind;
use crate::ops::{Problem, snooze};
use crate::report::model::SnoozeOut;
use crate::report::page::Page;
use crate::store::Book;
use crate::store::view::list::Seek;
use crate::store::view::today::Due;

/// Days ahead within which something must be due to be put off.
const AHEAD: u64 = 366;

/// Puts something that is due off until a later day
#[derive(Debug, Args)]
pub(super) struct Snooze {
    /// What is due: the id or the words that `today` gives, or the deal or contact
    what: String,
    /// Until which day: 2026-12-01, tomorrow, +1w, next monday
    until: String,
}

/// Shows something again that was put off
#[derive(Debug, Args)]
pub(super) struct Wake {
    /// What was put off: its id or words, or the deal or contact
    what: String,
}

impl Snooze {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let mut book = desk.book()?;
        let until = value::day(desk.lang, "UNTIL", &self.until, desk.today())?;
        let (id, reason) = due(&book, &self.what)?;
        let done = snooze::add(&mut book, id, reason, until)?;
        let out = SnoozeOut { id, reason: reason.to_string(), until: Some(until) };
        desk.give(&out, || Page::of_line(desk.lang, desk.changed(&done, &done.label.subject)))
    }
}

impl Wake {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let mut book = desk.book()?;
        let (id, reason) = due(&book, &self.what)?;
        let done = snooze::clear(&mut book, id, reason)?;
        let out = SnoozeOut { id, reason: reason.to_string(), until: None };
        desk.give(&out, || Page::of_line(desk.lang, desk.changed(&done, &done.label.subject)))
    }
}

/// The one thing due that words mean: by the id of its record, by its own words, or by the name or code of
/// its deal or contact. Where a record is due for several reasons, the first of the day is meant.
fn due(book: &Book, what: &str) -> Result<(Id, DueKind), Failure> {
    let agenda = book.agenda(AHEAD)?.with_snoozed(true);
    let all = book.due_window(&agenda, &Seek::First, usize::MAX)?;
    let all: Vec<Due> = all.into_iter().map(|placed| placed.line).collect();
    let id: Option<Id> = what.trim().parse().ok();
    let by_id = || all.iter().find(|due| Some(due.id) == id);
    let by_words = || {
        let mut same = all.iter().filter(|due| due.text.eq_ignore_ascii_case(what.trim()));
        same.next().filter(|first| same.all(|other| other.id == first.id))
    };
    if let Some(found) = by_id().or_else(by_words) {
        return Ok((found.id, found.kind));
    }
    let kinds = [RecordKind::Deal, RecordKind::Contact];
    let record = name::one(book, what, &kinds)?;
    let found = all.iter().find(|due| due.id == record.id);
    let missing = || Problem::NoRecord { kinds: kinds.to_vec(), words: what.to_owned() };
    Ok(found.map(|due| (due.id, due.kind)).ok_or_else(missing)?)
}
