//! Copies of the book: made by themselves and when asked for, and brought back.

use std::path::{Path, PathBuf};

use super::Problem;
use crate::domain::backup::{Reason, is_due};
use crate::store::backup::{self, Backup, Before, Ready};
use crate::store::{Book, BookFile, Clock, Error};

/// Makes a copy of the book now.
///
/// # Errors
/// [`Problem::Store`] with what kept it from being made.
pub fn make(book: &Book) -> Result<Backup, Problem> {
    Ok(book.back_up(Reason::Asked)?)
}

/// Makes a copy of the book as a file that is not there yet.
///
/// # Errors
/// As [`make`].
pub fn make_at(book: &Book, file: &Path) -> Result<(), Problem> {
    Ok(book.back_up_to(file)?)
}

/// Makes a copy before something big, unless the latest one holds all that the book does.
///
/// # Errors
/// As [`make`]; what was to be done is better not done then.
pub fn before(book: &Book, reason: Reason) -> Result<Option<Backup>, Problem> {
    Ok(book.back_up_changes(reason)?)
}

/// Makes a copy of a book if one is due: changes, and an hour since the last copy. For a worker,
/// and for the end of a command.
///
/// # Errors
/// As [`make`].
pub fn hourly(file: impl Into<BookFile>, clock: Clock) -> Result<Option<Backup>, Problem> {
    let file = file.into();
    // Most often the name of the latest copy says enough.
    if backup::list(file.path())?.first().is_some_and(|latest| !is_due(clock.now(), latest.at)) {
        return Ok(None);
    }
    Ok(Book::open_again(file, clock)?.back_up_hourly()?)
}

/// The file that words name: one that is there, or one of the backups of the book at `path`, by its number, by
/// its file's name, or `latest` for the newest one that is good.
///
/// # Errors
/// [`Problem::NoBackup`] where they name none.
pub fn named(path: &Path, words: &str) -> Result<PathBuf, Problem> {
    let none = || Problem::NoBackup(words.to_owned());
    let file = Path::new(words);
    if file.is_file() {
        return Ok(file.to_owned());
    }
    if words == "latest" {
        return Ok(backup::newest_good(path)?.ok_or_else(none)?.path);
    }
    let number: Option<u32> = words.parse().ok();
    let is_meant =
        |one: &Backup| Some(one.number) == number || one.path.file_name() == Some(file.as_os_str());
    let found = backup::list(path)?.into_iter().find(is_meant);
    found.map(|one| one.path).ok_or_else(none)
}

/// Makes a copy ready to be brought back as a book.
///
/// # Errors
/// [`Problem::Unusable`] where the file is no sound book that this program knows.
pub fn ready(file: impl Into<BookFile>, book: impl Into<BookFile>, clock: Clock) -> Result<Ready, Problem> {
    let file = file.into();
    Ready::take(&file, &book.into(), clock).map_err(|error| match error {
        Error::Damaged(_)
        | Error::NotABook(_)
        | Error::Newer { .. }
        | Error::LeftOpen(_)
        | Error::Encrypted(_)
        | Error::NoCipher(_) => Problem::Unusable { file: file.path().to_owned(), why: error },
        other => other.into(),
    })
}

/// Brings a copy back, what the book held going into a backup first.
///
/// # Errors
/// [`Problem::Store`]; the book is as it was then.
pub fn restore(book: impl Into<BookFile>, ready: Ready, clock: Clock) -> Result<Before, Problem> {
    Ok(backup::restore(&book.into(), ready, clock)?)
}
