//! Copies of the book, made by SQLite's backup interface into a folder beside it.
//!
//! | module | what it is for |
//! |---|---|
//! | `place` | the folder, and what the names of its files tell |
//! | `copy` | making a copy, and looking whether it is good |
//! | `ready` | a copy made ready to be brought back, beside what the book holds now |
//! | `restore` | bringing it back, in one step |
//!
//! The order of copies is that of their numbers: clocks may jump. A copy lies still: it is one file without a
//! log, and its name tells the checksum of its bytes.

mod copy;
mod place;
mod ready;
mod restore;
#[cfg(test)]
mod tests;

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Local, NaiveDate};
use rusqlite::{Connection, OptionalExtension};

use super::book::Book;
use super::cipher::{BookFile, write_beside};
use super::error::Result;
use super::open;
use crate::domain::backup::{Reason, is_due, kept};
pub(super) use copy::{Part, is_part, part_name, pour};
pub(super) use place::folder;
pub use ready::{Difference, Ready};
pub(super) use ready::{PREFIX as READY, RECORDS};
pub use restore::{Before, restore};

/// A copy of the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Its file.
    pub path: PathBuf,
    /// Its place among the copies of the book: the higher, the later.
    pub number: u32,
    /// When it was made, milliseconds UTC.
    pub at: i64,
    /// What for.
    pub reason: Reason,
    /// The size of its file.
    pub bytes: u64,
    /// The checksum of its bytes when it was made.
    checksum: u32,
}

impl Backup {
    /// The local day on which it was made.
    pub fn day(&self) -> NaiveDate {
        let instant = DateTime::from_timestamp_millis(self.at).unwrap_or_default();
        instant.with_timezone(&Local).date_naive()
    }

    /// Reads the whole file, to see whether it still is what was written.
    ///
    /// # Errors
    /// [`Error::Damaged`](super::Error::Damaged) where it is not; what kept it from being read.
    pub fn verify(&self) -> Result<()> {
        copy::verify(&self.path, self.checksum)
    }

    /// Where it would lie with other bytes.
    pub(super) fn named_anew(&self, checksum: u32) -> PathBuf {
        self.path.with_file_name(place::name(self.number, self.at, self.reason, checksum))
    }
}

/// The copies of the book at `book`, the latest first; not yet looked into.
///
/// # Errors
/// What kept the folder from being read.
pub fn list(book: &Path) -> Result<Vec<Backup>> {
    place::list(book)
}

/// The latest copy that is good, each looked through in turn.
///
/// # Errors
/// As [`list`].
pub fn newest_good(book: &Path) -> Result<Option<Backup>> {
    Ok(list(book)?.into_iter().find(|backup| backup.verify().is_ok()))
}

/// How far the history of a book has come. Two copies that stand at the same place hold the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Standing {
    last: i64,
    undone: i64,
    last_undone: i64,
}

impl Standing {
    fn of(connection: &Connection) -> Result<Standing> {
        let sql = "SELECT (SELECT coalesce(max(seq), 0) FROM operation),
            (SELECT count(*) FROM operation WHERE state = 'undone'),
            (SELECT coalesce(max(undone_seq), 0) FROM operation WHERE undone_seq IS NOT NULL)";
        Ok(connection.query_row(sql, [], |row| {
            Ok(Standing { last: row.get(0)?, undone: row.get(1)?, last_undone: row.get(2)? })
        })?)
    }
}

impl Book {
    /// The copies of this book, the latest first.
    ///
    /// # Errors
    /// As [`list`].
    pub fn backups(&self) -> Result<Vec<Backup>> {
        list(self.path())
    }

    /// Makes a copy beside the book, looks it through, and lets go of old ones.
    ///
    /// # Errors
    /// What kept it from being made; no half of one is left then.
    pub fn back_up(&self, reason: Reason) -> Result<Backup> {
        back_up(&self.connection, self.file(), reason, self.clock.now())
    }

    /// As [`Book::back_up`], unless the latest copy holds all that the book does. A book in memory has none.
    ///
    /// # Errors
    /// As [`Book::back_up`].
    pub fn back_up_changes(&self, reason: Reason) -> Result<Option<Backup>> {
        if self.path().as_os_str().is_empty() || !self.has_unsaved_changes()? {
            return Ok(None);
        }
        self.back_up(reason).map(Some)
    }

    /// As [`Book::back_up_changes`], where an hour has passed since the latest copy, or since the first change
    /// of a book that has none.
    ///
    /// # Errors
    /// As [`Book::back_up`].
    pub fn back_up_hourly(&self) -> Result<Option<Backup>> {
        if self.is_backup_due()? { self.back_up_changes(Reason::Hourly) } else { Ok(None) }
    }

    /// Whether an hour has passed since the latest copy, or since the first change of a book that has none.
    ///
    /// # Errors
    /// What the store could not read.
    pub fn is_backup_due(&self) -> Result<bool> {
        if self.path().as_os_str().is_empty() || self.barrier().is_some() {
            return Ok(false);
        }
        let last = match self.backups()?.first() {
            Some(latest) => Some(latest.at),
            None => {
                let first = "SELECT at FROM operation ORDER BY seq LIMIT 1";
                self.connection.query_row(first, [], |row| row.get(0)).optional()?
            }
        };
        Ok(last.is_some_and(|last| is_due(self.clock.now(), last)))
    }

    /// Copies the book into a file that is not there yet.
    ///
    /// # Errors
    /// [`Error::AlreadyThere`](super::Error::AlreadyThere); what kept it from being written.
    pub fn back_up_to(&self, path: &Path) -> Result<()> {
        let to = self.file().with_path(path);
        // Where it is encrypted, what its passphrase needs lies beside it before it does.
        if !path.exists() {
            write_beside(path, to.key())?;
        }
        copy::into_new_file(&self.connection, &to)
    }

    /// Whether something was done or undone since the latest copy.
    fn has_unsaved_changes(&self) -> Result<bool> {
        let now = Standing::of(&self.connection)?;
        if now.last == 0 {
            return Ok(false);
        }
        let Some(latest) = self.backups()?.into_iter().next() else { return Ok(true) };
        // A copy that cannot be read holds nothing.
        let then = open::still(&self.file().with_path(latest.path)).and_then(|copy| Standing::of(&copy));
        Ok(then.ok() != Some(now))
    }
}

/// Makes a copy of the book at `book`, which `connection` has open.
pub(super) fn back_up(connection: &Connection, file: &BookFile, reason: Reason, now: i64) -> Result<Backup> {
    // The names of copies tell seconds.
    let at = now - now.rem_euclid(1_000);
    let book = file.path();
    let folder = place::make(book)?;
    let part = Part::begin(&folder)?;
    let checksum = part.fill(connection, file.key())?;
    let earlier = place::list(book)?;
    let number = earlier.first().map_or(1, |latest| latest.number.saturating_add(1));
    let path = folder.join(place::name(number, at, reason, checksum));
    let bytes = part.finish(&path)?;
    let made = Backup { path, number, at, reason, bytes, checksum };
    thin(std::iter::once(made.clone()).chain(earlier).collect());
    Ok(made)
}

/// Lets go of the copies that are not kept. One that cannot be removed is tried again the next time.
fn thin(latest_first: Vec<Backup>) {
    let days: Vec<NaiveDate> = latest_first.iter().map(Backup::day).collect();
    for (backup, kept) in latest_first.iter().zip(kept(&days)) {
        if !kept {
            let _ = fs::remove_file(&backup.path);
        }
    }
}
