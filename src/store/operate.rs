//! The one door for writes: operations, each one transaction, undoable, in the history.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};

use super::book::Book;
use super::error::{Error, Result};
use super::functions::{Mode, Shared};
use super::outcome::{Changes, Label, Outcome};
use super::writer::{Writer, settle};
use super::{journal, made, migrate};
use crate::domain::id::Id;

/// What an operation does. Boxed, so that what is around it is compiled for each kind of value, not for each
/// operation.
pub(super) type Work<'a, T, E> = Box<dyn FnOnce(&Writer<'_>) -> std::result::Result<(T, Label), E> + 'a>;

impl Book {
    /// Refuses what would write where nothing may be written, and makes ready what journals each change. Before
    /// any transaction.
    pub(super) fn ready_to_write(&mut self) -> Result<()> {
        self.refuse_barrier()?;
        if !self.is_journalling {
            journal::make_triggers(&self.connection)?;
            made::watch(&mut self.connection, &self.shared)?;
            self.is_journalling = true;
        }
        Ok(())
    }

    /// Makes one operation of the book: all that `work` writes goes in, durably and undoably, or nothing
    /// does. The label may be made from what was found, so `work` gives it back with its value. An
    /// operation that changes nothing leaves no trace in the history.
    ///
    /// # Errors
    /// What `work` refused, or [`Error`]; [`Error::OutcomeUnknown`] where the commit itself failed.
    pub fn operate<T, E: From<Error>>(
        &mut self,
        work: impl FnOnce(&Writer<'_>) -> std::result::Result<(T, Label), E>,
    ) -> std::result::Result<Outcome<T>, E> {
        self.attempt(true, Box::new(work))
    }

    /// Does what [`Book::operate`] does, tells what came of it, and takes all back: a dry run.
    ///
    /// # Errors
    /// As [`Book::operate`].
    pub fn rehearse<T, E: From<Error>>(
        &mut self,
        work: impl FnOnce(&Writer<'_>) -> std::result::Result<(T, Label), E>,
    ) -> std::result::Result<Outcome<T>, E> {
        self.attempt(false, Box::new(work))
    }

    fn attempt<T, E: From<Error>>(
        &mut self,
        keep: bool,
        work: Work<'_, T, E>,
    ) -> std::result::Result<Outcome<T>, E> {
        if self.founding {
            return self.attempt_in_past(keep, work);
        }
        if self.together.is_some() {
            return self.attempt_together(keep, work);
        }
        self.ready_to_write()?;
        let (clock, session) = (self.clock, self.session);
        let transaction = immediate(&mut self.connection)?;
        let (seq, last) = next_sequence(&transaction)?;
        let _closing = Closing(&self.shared);
        self.shared.enter_operation(&transaction, seq).map_err(Error::from)?;
        let mut writer = Writer::new(&transaction, clock, &self.minter, &self.shared);
        writer.now = after(last, writer.now);
        let (value, label) = work(&writer)?;
        let id = writer.mint()?;
        let now = writer.now;
        let changes = Changes { tables: std::mem::take(&mut self.shared.lock().touched) };
        if changes.tables.is_empty() || !keep {
            return Ok(Outcome { value, operation: None, label, changes });
        }
        let entry = Entry { seq, id, at: now, day: clock.today(), session };
        record(&transaction, &entry, &label, &changes).map_err(Error::from)?;
        settle(&transaction, &self.shared)?;
        commit(transaction)?;
        Ok(Outcome { value, operation: Some(id), label, changes })
    }

    /// Writes what belongs to the making of a book, not to what a person does with it: in one transaction,
    /// but not in the history.
    ///
    /// # Errors
    /// What `work` refused, or [`Error`].
    pub fn found<T, E: From<Error>>(
        &mut self,
        work: impl FnOnce(&Writer<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        if self.founding {
            return work(&Writer::new(&self.connection, self.clock, &self.minter, &self.shared));
        }
        self.ready_to_write()?;
        let clock = self.clock;
        let transaction = immediate(&mut self.connection)?;
        let _closing = Closing(&self.shared);
        self.shared.enter(Mode::Replaying);
        let value = work(&Writer::new(&transaction, clock, &self.minter, &self.shared))?;
        settle(&transaction, &self.shared)?;
        commit(transaction)?;
        Ok(value)
    }
}

/// Begins a write at once: a transaction that reads first could not wait for its turn.
pub(super) fn immediate(connection: &mut Connection) -> Result<Transaction<'_>> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    migrate::known_version(&transaction)?;
    Ok(transaction)
}

/// As [`immediate`], for a write that goes on from call to call.
pub(super) fn begin(connection: &Connection) -> Result<()> {
    connection.execute_batch("BEGIN IMMEDIATE")?;
    if let Err(error) = migrate::known_version(connection) {
        connection.execute_batch("ROLLBACK")?;
        return Err(error);
    }
    Ok(())
}

/// Commits; whatever fault the system reports here, the change may have reached the disk.
pub(super) fn commit(transaction: Transaction<'_>) -> Result<()> {
    transaction.commit().map_err(commit_fault)
}

/// What a fault of a commit means.
pub(super) fn commit_fault(error: rusqlite::Error) -> Error {
    match Error::from(error) {
        known @ (Error::Locked | Error::Constraint(_) | Error::DiskFull) => known,
        other => Error::OutcomeUnknown(other.to_string()),
    }
}

/// Closes the door again, however an operation ends.
pub(super) struct Closing<'a>(pub &'a Shared);

impl Drop for Closing<'_> {
    fn drop(&mut self) {
        self.0.enter(Mode::Closed);
    }
}

/// A line of the history.
pub(super) struct Entry {
    pub(super) seq: i64,
    pub(super) id: Id,
    pub(super) at: i64,
    pub(super) day: NaiveDate,
    pub(super) session: i64,
}

/// The number of the next operation, and the instant of the last one.
pub(super) fn next_sequence(connection: &Connection) -> Result<(i64, i64)> {
    let last = "SELECT seq, at FROM operation ORDER BY seq DESC LIMIT 1";
    let last = connection.query_row(last, [], |row| Ok((row.get::<_, i64>(0)?, row.get(1)?))).optional()?;
    Ok(last.map_or((1, 0), |(seq, at)| (seq + 1, at)))
}

/// An instant after that of the last operation, where both lie in the same moment: what was changed last
/// tells operations apart.
pub(super) fn after(last: i64, now: i64) -> i64 {
    const MOMENT: i64 = 1_000;
    if (0..MOMENT).contains(&(last - now)) { last + 1 } else { now }
}

/// Writes the operation into the history; a new one drops what could have been redone.
pub(super) fn record(
    connection: &Connection,
    entry: &Entry,
    label: &Label,
    changes: &Changes,
) -> rusqlite::Result<()> {
    connection.prepare_cached("UPDATE operation SET state = 'dropped' WHERE state = 'undone'")?.execute([])?;
    let mut insert = connection.prepare_cached(
        "INSERT INTO operation (seq, id, at, day, deed, subject, detail, session, schema, changes, state)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 'done')",
    )?;
    let rows = i64::try_from(changes.rows()).unwrap_or(i64::MAX);
    insert.execute(params![
        entry.seq,
        entry.id,
        entry.at,
        entry.day,
        label.deed,
        label.subject,
        label.detail,
        entry.session,
        migrate::VERSION,
        rows
    ])?;
    Ok(())
}
