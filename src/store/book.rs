//! The book: one connection, one clock, and the one door for writes.

use std::cell::RefCell;
use std::path::Path;
use std::time::Duration;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};

use super::cipher::BookFile;
use super::clock::Clock;
use super::error::{Error, Result};
use super::functions::{Mode, Shared};
use super::migrate;
use super::minter::{Minter, random};
use super::open::{self, Barrier, Manner, Opened};
pub use super::outcome::{Changes, Label, Outcome};
use super::together::Together;
use super::view::flow::KeptStays;
use super::view::kept_order::KeptOrders;
use super::writer::{Writer, settle};
use crate::domain::id::Id;

/// Steps of SQLite's machine between two looks at whether something cannot wait: some tens of microseconds.
const STEPS: i32 = 2_000;

/// Where the book lies in memory, and what a change to it is dated with.
pub struct Book {
    pub(super) connection: Connection,
    pub(super) shared: Shared,
    pub(super) clock: Clock,
    file: BookFile,
    pub(super) session: i64,
    pub(super) minter: Minter,
    /// Whether the book is being made with a past: see [`Book::found_with_past`].
    pub(super) founding: bool,
    /// Operations that are being made as one: see [`Book::begin_together`].
    pub(super) together: Option<Together>,
    /// Whether it is shown as it stood on a past day: see [`Book::as_of`].
    pub(super) looks_back: bool,
    /// What keeps it from being written.
    barrier: Option<Barrier>,
    /// How long won deals usually stood at each stage, as last read.
    pub(super) usual: RefCell<Option<KeptStays>>,
    /// Lists in orders that no index has, as last sorted.
    pub(super) kept_orders: RefCell<KeptOrders>,
}

impl Book {
    /// Opens a book, making it where there is none.
    ///
    /// # Errors
    /// All of [`Error`] that concern opening: locked, encrypted, damaged, newer, forbidden, no book, full disk.
    pub fn open(file: impl Into<BookFile>, clock: Clock) -> Result<Book> {
        Self::open_within(file, clock, open::PATIENCE)
    }

    /// As [`Book::open`]; it and its writes wait this long for another process to let go.
    ///
    /// # Errors
    /// As [`Book::open`].
    pub fn open_within(file: impl Into<BookFile>, clock: Clock, patience: Duration) -> Result<Book> {
        Self::open_as(&file.into(), Manner { patience, clock, is_open: false })
    }

    /// Opens a book that this process has open already, or has just had.
    ///
    /// # Errors
    /// As [`Book::open`].
    pub fn open_again(file: impl Into<BookFile>, clock: Clock) -> Result<Book> {
        Self::open_as(&file.into(), Manner { patience: open::PATIENCE, clock, is_open: true })
    }

    /// This book once more, for work beside it: what is done there is its own doing. Fails as [`Book::open`].
    pub fn beside(&self) -> Result<Book> {
        Ok(Book { session: self.session, ..Self::open_again(&self.file, self.clock)? })
    }

    /// Opens a copy of a damaged book, to be looked at in its place.
    ///
    /// # Errors
    /// As [`Book::open`].
    pub fn look_at(copy: impl Into<BookFile>, clock: Clock) -> Result<Book> {
        let (copy, shared) = (copy.into(), Shared::default());
        let connection = open::look(&copy, &shared)?;
        let book = Self::with(connection, shared, clock, copy)?;
        Ok(Book { barrier: Some(Barrier::Damaged), ..book })
    }

    /// Opens a book in a manner.
    pub(super) fn open_as(file: &BookFile, manner: Manner) -> Result<Book> {
        let shared = Shared::default();
        let Opened { connection, barrier } = open::open(file, manner, &shared)?;
        let book = Self::with(connection, shared, manner.clock, file.clone())?;
        Ok(Book { barrier, ..book })
    }

    /// A book in memory, gone when dropped.
    pub fn in_memory(clock: Clock) -> Result<Book> {
        let shared = Shared::default();
        let connection = open::open_in_memory(&shared)?;
        Self::with(connection, shared, clock, BookFile::default())
    }

    fn with(connection: Connection, shared: Shared, clock: Clock, file: BookFile) -> Result<Book> {
        let session = i64::from(random()?);
        Ok(Book {
            connection,
            shared,
            clock,
            file,
            session,
            minter: Minter::default(),
            founding: false,
            together: None,
            looks_back: false,
            barrier: None,
            usual: RefCell::default(),
            kept_orders: RefCell::default(),
        })
    }

    /// Where it lies; empty for a book in memory.
    pub fn path(&self) -> &Path {
        self.file.path()
    }

    /// Its file, and what opens it.
    pub fn file(&self) -> &BookFile {
        &self.file
    }

    /// What keeps the book from being written; none where it may be.
    pub fn barrier(&self) -> Option<Barrier> {
        self.barrier
    }

    /// Writes nothing to the book any more: it has shown itself damaged.
    pub fn hold_hands_off(&mut self) {
        self.barrier = Some(Barrier::Damaged);
    }

    /// Refuses what would write where nothing may be written.
    pub(super) fn refuse_barrier(&self) -> Result<()> {
        self.barrier.map_or(Ok(()), |barrier| Err(barrier.error()))
    }

    /// The clock that changes are dated with.
    pub fn clock(&self) -> Clock {
        self.clock
    }

    /// The local calendar day.
    pub fn today(&self) -> NaiveDate {
        self.clock.today()
    }

    /// A number that other processes' opening of the same book does not share.
    pub(super) fn session(&self) -> i64 {
        self.session
    }

    /// Changes whenever another connection has written to the book.
    pub fn version_of_data(&self) -> Result<i64> {
        Ok(self.connection.pragma_query_value(None, "data_version", |row| row.get(0))?)
    }

    /// Holds the book as it is at this moment, for what is read by several queries that belong together:
    /// another process may write between them. Let go by dropping it; within another moment, that one
    /// goes on.
    pub(super) fn moment(&self) -> Result<Option<Transaction<'_>>> {
        let free = self.connection.is_autocommit();
        Ok(free.then(|| self.connection.unchecked_transaction()).transpose()?)
    }

    /// Reads, and gives that up as soon as `cannot_wait` says that something else is to be done first.
    ///
    /// # Errors
    /// [`Error::GaveWay`] where it was given up, or what `read` refused.
    pub fn giving_way<T>(
        &mut self,
        cannot_wait: impl FnMut() -> bool + Send + 'static,
        read: impl FnOnce(&Book) -> Result<T>,
    ) -> Result<T> {
        self.connection.progress_handler(STEPS, Some(cannot_wait))?;
        let done = read(self);
        self.connection.progress_handler(0, None::<fn() -> bool>)?;
        done
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
        self.attempt(true, work)
    }

    /// Does what [`Book::operate`] does, tells what came of it, and takes all back: a dry run.
    ///
    /// # Errors
    /// As [`Book::operate`].
    pub fn rehearse<T, E: From<Error>>(
        &mut self,
        work: impl FnOnce(&Writer<'_>) -> std::result::Result<(T, Label), E>,
    ) -> std::result::Result<Outcome<T>, E> {
        self.attempt(false, work)
    }

    fn attempt<T, E: From<Error>>(
        &mut self,
        keep: bool,
        work: impl FnOnce(&Writer<'_>) -> std::result::Result<(T, Label), E>,
    ) -> std::result::Result<Outcome<T>, E> {
        if self.founding {
            return self.attempt_in_past(keep, work);
        }
        if self.together.is_some() {
            return self.attempt_together(keep, work);
        }
        self.refuse_barrier()?;
        let (clock, session) = (self.clock, self.session);
        let transaction = immediate(&mut self.connection)?;
        let (seq, last) = next_sequence(&transaction)?;
        let _closing = Closing(&self.shared);
        self.shared.enter(Mode::Operation(seq));
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
}

impl Book {
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
        self.refuse_barrier()?;
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
    Ok(connection.transaction_with_behavior(TransactionBehavior::Immediate)?)
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
