//! The book: one connection, one clock.

use std::cell::RefCell;
use std::path::Path;
use std::time::Duration;

use chrono::NaiveDate;
use rusqlite::{Connection, Transaction};

use super::cipher::BookFile;
use super::clock::Clock;
use super::error::Result;
use super::functions::Shared;
use super::minter::{Minter, random};
use super::open::{self, Barrier, Manner, Opened};
use super::together::Together;
use super::view::flow::KeptStays;
use super::view::kept_order::KeptOrders;

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
    /// Whether this connection journals what is written: see [`Book::ready_to_write`].
    pub(super) is_journalling: bool,
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
            is_journalling: false,
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
        let mut version = self.connection.prepare_cached("PRAGMA data_version")?;
        Ok(version.query_row([], |row| row.get(0))?)
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
}
