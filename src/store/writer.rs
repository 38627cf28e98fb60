//! The hand that writes within one operation.

use chrono::NaiveDate;
use rusqlite::Connection;

use super::clock::Clock;
use super::error::{Error, Result};
use super::functions::Shared;
use super::minter::Minter;
use super::{late, made, seal, search};
use crate::domain::id::Id;

/// The hand that writes within one operation.
pub struct Writer<'a> {
    pub(super) connection: &'a Connection,
    /// The local day that events are dated with.
    pub today: NaiveDate,
    /// The instant, in milliseconds UTC.
    pub now: i64,
    minter: &'a Minter,
    shared: &'a Shared,
}

impl<'a> Writer<'a> {
    pub(super) fn new(
        connection: &'a Connection,
        clock: Clock,
        minter: &'a Minter,
        shared: &'a Shared,
    ) -> Self {
        Writer { connection, today: clock.today(), now: clock.now(), minter, shared }
    }

    /// A fresh id.
    pub fn mint(&self) -> Result<Id> {
        self.minter.next(self.now)
    }

    /// Does a part of the operation that may be given up alone: all that `work` writes goes in, or nothing
    /// of it does, and the rest of the operation goes on.
    ///
    /// # Errors
    /// What `work` refused, or [`Error`].
    pub fn attempt<T, E: From<Error>>(
        &self,
        work: impl FnOnce() -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let run = |sql: &str| -> Result<()> {
            self.connection.prepare_cached(sql)?.execute([])?;
            Ok(())
        };
        let touched = self.shared.lock().touched.clone();
        run("SAVEPOINT part")?;
        let done = self.shared.in_part(work);
        if done.is_err() {
            run("ROLLBACK TO part")?;
            self.shared.lock().touched = touched;
        }
        run("RELEASE part")?;
        settle_some(self.connection, self.shared)?;
        done
    }

    /// The number that a query gives for a record.
    pub(super) fn number(&self, sql: &str, record: Id) -> Result<u64> {
        let number: i64 = self.connection.prepare_cached(sql)?.query_row([record], |row| row.get(0))?;
        Ok(number.unsigned_abs())
    }

    /// The next short code of a kind of record; never given twice, not even after an undo.
    pub fn next_code(&self, kind: &str) -> Result<i64> {
        // RETURNING would make a table of what it returns, and throw it away, for each code.
        let counted = "INSERT INTO counter (kind, last) VALUES (?1, 1)
                       ON CONFLICT (kind) DO UPDATE SET last = last + 1";
        self.connection.prepare_cached(counted)?.execute([kind])?;
        let mut read = self.connection.prepare_cached("SELECT last FROM counter WHERE kind = ?1")?;
        Ok(read.query_row([kind], |row| row.get(0))?)
    }
}

/// Brings in line what follows from the rows that an operation changed: the search index, the sums over the tables, and
/// what the journal has of rows that were made. The last thing before the commit.
pub(super) fn settle(connection: &Connection, shared: &Shared) -> Result<()> {
    search::refresh(connection, shared)?;
    settle_rows(connection, shared)
}

/// What was touched, and what was made.
fn settle_rows(connection: &Connection, shared: &Shared) -> Result<()> {
    late::keep(connection, shared)?;
    let never = seal::refresh(connection, shared)?;
    Ok(made::write_down(connection, shared, &never)?)
}

/// The same for the sums and the journal in between, where much has changed and no part of it can be taken back alone
/// any more: so that what is kept in mind does not grow with the operation.
pub(super) fn settle_some(connection: &Connection, shared: &Shared) -> Result<()> {
    let is_due = {
        let writing = shared.lock();
        writing.parts == 0 && writing.unsealed.is_large()
    };
    if is_due {
        settle_rows(connection, shared)?;
    }
    Ok(())
}
