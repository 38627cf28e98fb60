//! A copy made ready to be brought back: apart from its file, whole, and of this program's version. What it
//! holds can be set beside what the book holds now.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use tempfile::TempDir;

use super::{copy, place};
use crate::store::book::Book;
use crate::store::cipher::{BookFile, attach};
use crate::store::clock::Clock;
use crate::store::error::{Error, Result};
use crate::store::history::{Operation, select};
use crate::store::{journal, open};

/// Tables whose rows people know as records, in the order in which they are told of.
pub(in crate::store) const RECORDS: &[&str] =
    &["account", "contact", "deal", "activity", "product", "small_order", "commitment", "special_day"];

/// What the names of the folders begin with in which copies are made ready.
pub(in crate::store) const PREFIX: &str = ".ready-";

/// What all other rows are told as.
const OTHER: &str = "other";

/// A copy made ready to be brought back.
pub struct Ready {
    pub(super) book: Book,
    file: PathBuf,
    /// Where it lies for the time being.
    _folder: TempDir,
}

/// How the rows of a table differ between the book and a copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The table; `other` for all that are not records.
    pub table: String,
    /// Rows in the book.
    pub now: u64,
    /// Rows in the copy.
    pub then: u64,
    /// Rows of the book that the copy has not.
    pub gone: u64,
    /// Rows of the copy that the book has not.
    pub back: u64,
    /// Rows of both that are not the same.
    pub changed: u64,
}

impl Ready {
    /// Takes a copy of a book out of a file: one of its backups, or any other book. It lies beside
    /// the book's backups until it is dropped.
    ///
    /// # Errors
    /// [`Error::Damaged`] where the file is not what was written, or its pages do not hang together;
    /// [`Error::NotABook`], [`Error::Newer`].
    pub fn take(from: &BookFile, book: &BookFile, clock: Clock) -> Result<Ready> {
        let file = from.path();
        let found = fs::metadata(file).map_err(|error| open::from_io(file, &error))?;
        if !found.is_file() {
            return Err(Error::NotABook(file.to_owned()));
        }
        if let Some(backup) = place::told(file, found.len()) {
            backup.verify()?;
        }
        let folder = place::make(book.path())?;
        let folder = tempfile::Builder::new().prefix(PREFIX).tempdir_in(&folder);
        let folder = folder.map_err(|error| open::from_io(file, &error))?;
        // It is encrypted as the book is.
        let taken = book.with_path(folder.path().join("a.keybook"));
        copy::file_into_new_file(from, &taken).map_err(|error| open::reason(from, error))?;
        Ok(Ready { book: Book::open(&taken, clock)?, file: file.to_owned(), _folder: folder })
    }

    /// The file that it was taken from.
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// The copy, as a book to be read.
    pub fn book(&self) -> &Book {
        &self.book
    }

    /// How what it holds differs from what `book` holds, by kind of record.
    ///
    /// # Errors
    /// What the store could not read.
    pub fn differences(&self, book: &Book) -> Result<Vec<Difference>> {
        self.beside(book, |both| {
            let mut found = vec![];
            for table in RECORDS {
                found.push(difference(both, table)?);
            }
            let mut other =
                Difference { table: OTHER.to_owned(), now: 0, then: 0, gone: 0, back: 0, changed: 0 };
            for table in journal::journalled_tables(both)? {
                if RECORDS.contains(&table.as_str()) || table.ends_with("_event") {
                    continue;
                }
                let one = difference(both, &table)?;
                other.now += one.now;
                other.then += one.then;
                other.gone += one.gone;
                other.back += one.back;
                other.changed += one.changed;
            }
            found.push(other);
            Ok(found)
        })
    }

    /// What was done to `book` that the copy does not know of: how much, and the newest of it.
    ///
    /// # Errors
    /// What the store could not read.
    pub fn done_since(&self, book: &Book, limit: i64) -> Result<(u64, Vec<Operation>)> {
        self.beside(book, |both| {
            let unknown = "state = 'done' AND id NOT IN (SELECT id FROM copy.operation WHERE state = 'done')";
            let count = count(both, &format!("SELECT count(*) FROM main.operation WHERE {unknown}"))?;
            let newest = format!("{unknown} ORDER BY seq DESC LIMIT ?1");
            Ok((count, select(both, book.session(), &newest, &[&limit])?))
        })
    }

    /// The number and label of the last operation that it knows of; none where nothing was done yet.
    ///
    /// # Errors
    /// What the store could not read.
    pub fn last(&self) -> Result<Option<Operation>> {
        let last = "state = 'done' ORDER BY seq DESC LIMIT 1";
        Ok(select(&self.book.connection, self.book.session(), last, &[])?.into_iter().next())
    }

    /// Reads the book with the copy beside it.
    fn beside<T>(&self, book: &Book, read: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        let both = &book.connection;
        attach(both, self.book.file(), "copy")?;
        let done = read(both);
        both.flush_prepared_statement_cache();
        both.execute_batch("DETACH copy")?;
        done
    }
}

fn difference(both: &Connection, table: &str) -> Result<Difference> {
    let rows = |of: &str| count(both, &format!("SELECT count(*) FROM {of}.{table}"));
    let only = |one: &str, other: &str| {
        let sql =
            format!("SELECT count(*) FROM {one}.{table} WHERE id NOT IN (SELECT id FROM {other}.{table})");
        count(both, &sql)
    };
    let differ =
        format!("SELECT count(*) FROM (SELECT * FROM main.{table} EXCEPT SELECT * FROM copy.{table})");
    let gone = only("main", "copy")?;
    Ok(Difference {
        table: table.to_owned(),
        now: rows("main")?,
        then: rows("copy")?,
        gone,
        back: only("copy", "main")?,
        changed: count(both, &differ)?.saturating_sub(gone),
    })
}

fn count(connection: &Connection, sql: &str) -> Result<u64> {
    let count: i64 = connection.query_row(sql, [], |row| row.get(0))?;
    Ok(count.unsigned_abs())
}
