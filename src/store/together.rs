//! Several operations made as one: in one transaction, one line of the history, one undo.

use std::collections::BTreeMap;

use super::book::Book;
use super::error::{Error, Result};
use super::operate::{Closing, Entry, Work, after, begin, commit_fault, next_sequence, record};
use super::outcome::{Changes, Label, Outcome};
use super::writer::{Writer, settle};
use crate::domain::id::Id;

/// How many are called by name in the history; of more, it is said how many there were.
const NAMED: usize = 3;

/// Operations that are being made as one.
#[derive(Debug, Default)]
pub(super) struct Together {
    /// The one operation, once there is something to write.
    begun: Option<Begun>,
    /// What was done so far.
    labels: Vec<Label>,
    tables: BTreeMap<String, u64>,
}

#[derive(Debug, Clone, Copy)]
struct Begun {
    seq: i64,
    id: Id,
    now: i64,
}

impl Book {
    /// From now on, until [`Book::end_together`], every operation is a part of one: all of them go in, or none.
    /// Nothing is held until the first of them writes.
    pub fn begin_together(&mut self) {
        self.together = Some(Together::default());
    }

    /// Makes one operation of all that was done since [`Book::begin_together`], or takes all of it back. Gives
    /// its id in the history; none where nothing was changed.
    ///
    /// # Errors
    /// [`Error`]; [`Error::OutcomeUnknown`] where the commit itself failed.
    pub fn end_together(&mut self, keep: bool) -> Result<Option<Id>> {
        let together = self.together.take().unwrap_or_default();
        let Some(begun) = together.begun else { return Ok(None) };
        let _closing = Closing(&self.shared);
        let is_kept = keep && !together.tables.is_empty();
        let ended = if is_kept { self.keep_together(begun, together) } else { Ok(()) };
        if !self.connection.is_autocommit() {
            self.connection.execute_batch("ROLLBACK")?;
        }
        ended.map(|()| Some(begun.id).filter(|_| is_kept))
    }

    fn keep_together(&self, begun: Begun, together: Together) -> Result<()> {
        let Some(label) = named(&together.labels) else { return Ok(()) };
        let Begun { seq, id, now } = begun;
        let entry = Entry { seq, id, at: now, day: self.clock.today(), session: self.session };
        record(&self.connection, &entry, &label, &Changes { tables: together.tables })?;
        settle(&self.connection, &self.shared)?;
        self.connection.execute_batch("COMMIT").map_err(commit_fault)
    }

    /// Does what [`Book::operate`] does at other times, as a part of one operation.
    pub(super) fn attempt_together<T, E: From<Error>>(
        &mut self,
        keep: bool,
        work: Work<'_, T, E>,
    ) -> std::result::Result<Outcome<T>, E> {
        let begun = self.begun_together()?;
        let before = std::mem::take(&mut self.shared.lock().touched);
        let part = self.connection.savepoint().map_err(Error::from)?;
        let mut writer = Writer::new(&part, self.clock, &self.minter, &self.shared);
        writer.now = begun.now;
        let mark = self.shared.mark();
        let worked = self.shared.in_part(|| work(&writer));
        let changes = Changes { tables: std::mem::replace(&mut self.shared.lock().touched, before) };
        let (value, label) = worked?;
        if !keep {
            self.shared.back_to(mark);
            return Ok(Outcome { value, operation: None, label, changes });
        }
        part.commit().map_err(Error::from)?;
        let has_changed = !changes.tables.is_empty();
        if let Some(together) = self.together.as_mut().filter(|_| has_changed) {
            together.labels.push(label.clone());
            for (table, rows) in &changes.tables {
                *together.tables.entry(table.clone()).or_default() += rows;
            }
        }
        Ok(Outcome { value, operation: Some(begun.id).filter(|_| has_changed), label, changes })
    }

    fn begun_together(&mut self) -> Result<Begun> {
        if let Some(begun) = self.together.as_ref().and_then(|together| together.begun) {
            return Ok(begun);
        }
        self.ready_to_write()?;
        begin(&self.connection)?;
        let (seq, last) = next_sequence(&self.connection)?;
        self.shared.enter_operation(&self.connection, seq)?;
        let now = after(last, self.clock.now());
        let begun = Begun { seq, id: self.minter.next(now)?, now };
        if let Some(together) = &mut self.together {
            together.begun = Some(begun);
        }
        Ok(begun)
    }
}

/// What several operations are called: as the first of them, with the names of all.
fn named(labels: &[Label]) -> Option<Label> {
    let first = labels.first()?;
    let names: Vec<&str> = labels.iter().take(NAMED).map(|label| label.subject.as_str()).collect();
    let subject = match labels.len() {
        1 => return Some(first.clone()),
        number if number > NAMED => format!("{} … ({number})", names.join(", ")),
        _ => names.join(", "),
    };
    // A further word is told where it holds of all of them.
    let is_shared = labels.iter().all(|label| label.detail == first.detail);
    let detail = if is_shared { first.detail.clone() } else { String::new() };
    Some(Label { subject, detail, ..first.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::deed::Deed;
    use crate::store::Clock;

    fn book() -> Book {
        Book::in_memory(Clock::fixed("2026-11-21".parse().unwrap())).unwrap()
    }

    fn set(book: &mut Book, value: &str) -> Result<Outcome<()>> {
        book.operate(|writer| {
            writer.set_setting("quiet_days", value)?;
            Ok(((), Label::new(Deed::ChangeSetting, value)))
        })
    }

    #[test]
    fn several_operations_are_one_line_of_the_history_and_one_undo() {
        let mut book = book();
        set(&mut book, "10").unwrap();
        book.begin_together();
        for value in ["20", "30", "30"] {
            set(&mut book, value).unwrap();
        }
        assert!(book.end_together(true).unwrap().is_some());
        let history = book.history(None, 10).unwrap();
        assert_eq!(history.len(), 2);
        assert_eq!(history[0].label.subject, "20, 30");
        book.undo(None).unwrap();
        assert_eq!(book.settings().unwrap().quiet_days, 10);
        set(&mut book, "40").unwrap();
    }

    #[test]
    fn where_one_is_refused_nothing_of_the_others_stays() {
        let mut book = book();
        book.begin_together();
        set(&mut book, "20").unwrap();
        let refused = book.operate(|writer| -> Result<((), Label)> {
            writer.set_setting("quiet_days", "99")?;
            Err(Error::NoRecord)
        });
        assert!(refused.is_err());
        assert_eq!(book.settings().unwrap().quiet_days, 20);
        assert_eq!(book.end_together(false).unwrap(), None);
        assert_ne!(book.settings().unwrap().quiet_days, 20);
        assert!(book.history(None, 10).unwrap().is_empty());
        assert!(set(&mut book, "50").unwrap().operation.is_some());
    }

    #[test]
    fn what_only_reads_holds_nothing() {
        let mut book = book();
        book.begin_together();
        assert!(book.connection.is_autocommit());
        assert_eq!(book.end_together(true).unwrap(), None);
    }
}
