//! Bringing a copy back, in one step: into the book where it is sound, in its place where it is damaged.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::params;

use super::ready::Ready;
use super::{Backup, copy, place};
use crate::domain::backup::Reason;
use crate::store::book::Book;
use crate::store::cipher::BookFile;
use crate::store::clock::Clock;
use crate::store::error::{Error, Result};
use crate::store::open;

/// What became of the book as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Before {
    /// It is one of the backups now.
    Kept(Backup),
    /// It was damaged, and lies beside the book as it was.
    Aside(PathBuf),
}

/// Brings a copy back as a book. What the book held goes into a backup first; a damaged book is
/// laid aside, not written to. Short codes that were given since are not given again, and what was being typed
/// stays.
///
/// # Errors
/// What kept it from being done: [`Error::Locked`] where another process has a damaged book open; the book is
/// as it was then.
pub fn restore(file: &BookFile, mut ready: Ready, clock: Clock) -> Result<Before> {
    let mut book = match Book::open(file, clock) {
        Ok(book) => book,
        Err(Error::Damaged(_) | Error::NotABook(_)) => return put_in_place(file, &ready),
        Err(error) => return Err(error),
    };
    if let Some(barrier) = book.barrier() {
        return Err(barrier.error());
    }
    let before = match book.back_up(Reason::Restore) {
        Ok(before) => before,
        Err(Error::Damaged(_)) => {
            drop(book);
            return put_in_place(file, &ready);
        }
        Err(error) => return Err(error),
    };
    carry_over(&book, &mut ready.book)?;
    book.connection.flush_prepared_statement_cache();
    copy::pour(&ready.book.connection, &mut book.connection, open::PATIENCE)?;
    Ok(Before::Kept(before))
}

/// Takes over what a copy cannot know: how far short codes have been given, and what is being typed.
fn carry_over(from: &Book, into: &mut Book) -> Result<()> {
    let mut codes = from.connection.prepare("SELECT kind, last FROM counter")?;
    let codes: Vec<(String, i64)> =
        codes.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
    let mut drafts = from.connection.prepare("SELECT id, form, record_id, at, content FROM draft")?;
    let mut drafts = drafts.query([])?;
    let all = into.connection.transaction()?;
    for (kind, last) in codes {
        all.execute(
            "INSERT INTO counter (kind, last) VALUES (?1, ?2)
             ON CONFLICT (kind) DO UPDATE SET last = max(last, excluded.last)",
            params![kind, last],
        )?;
    }
    all.execute("DELETE FROM draft", [])?;
    while let Some(row) = drafts.next()? {
        all.execute(
            "INSERT INTO draft (id, form, record_id, at, content) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![
                row.get::<_, i64>(0)?,
                row.get::<_, String>(1)?,
                row.get::<_, Option<i64>>(2)?,
                row.get::<_, i64>(3)?,
                row.get::<_, String>(4)?
            ],
        )?;
    }
    Ok(all.commit()?)
}

/// Puts a copy in the place of a damaged book, which is laid aside with its log. At each moment there is a book.
fn put_in_place(file: &BookFile, ready: &Ready) -> Result<Before> {
    let path = file.path();
    if open::is_in_use(file)? {
        return Err(Error::Locked);
    }
    let fault = |error: std::io::Error| open::from_io(path, &error);
    let part = copy::Part::begin(path.parent().unwrap_or(Path::new("")))?;
    part.fill(&ready.book.connection, ready.book.file().key())?;
    let aside = place::aside(path);
    if fs::hard_link(path, &aside).is_err() {
        fs::copy(path, &aside).map_err(fault)?;
    }
    let log = open::log_of(path);
    match fs::metadata(&log) {
        Ok(found) if found.len() > 0 => fs::rename(&log, open::log_of(&aside)).map_err(fault)?,
        _ => drop(fs::remove_file(&log)),
    }
    part.finish(path)?;
    // The index of the log that went aside; a new one is made with a new log.
    let _ = fs::remove_file(open::index_of(path));
    Ok(Before::Aside(aside))
}
