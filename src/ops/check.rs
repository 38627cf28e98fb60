//! Looking whether the book is sound, and what can be done where it is not.

use std::path::{Path, PathBuf};

use super::Problem;
use crate::store::backup::Backup;
use crate::store::check::{self, Examination, Finding, Saved};
use crate::store::{Book, BookFile, Clock};

/// What was done about what was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Repair {
    /// There was nothing that could be put right by itself.
    Nothing,
    /// These were put right, after a copy of the book.
    PutRight {
        /// The copy.
        copy: Backup,
        /// What is right now.
        findings: Vec<Finding>,
    },
    /// What could be read was saved into a new file; the damaged one is as it was.
    Saved {
        /// The new file.
        file: PathBuf,
        /// What it holds.
        saved: Saved,
    },
}

/// Looks a book through; nothing is written.
///
/// # Errors
/// [`Problem::Store`] where it is no book, of a newer version, locked or not to be read.
pub fn examine(file: impl Into<BookFile>) -> Result<Examination, Problem> {
    Ok(check::examine(&file.into())?)
}

/// Puts right what follows from the rest of the book; of a book whose file is damaged, saves what can be read
/// into a new one beside it.
///
/// # Errors
/// [`Problem::Store`] with what kept it from being done.
pub fn repair(book: impl Into<BookFile>, found: &Examination, clock: Clock) -> Result<Repair, Problem> {
    let damaged = book.into();
    if found.is_damaged() {
        let file = beside(damaged.path());
        let saved = check::salvage(&damaged, &file, clock)?;
        return Ok(Repair::Saved { file, saved });
    }
    let mut book = Book::open(damaged, clock)?;
    Ok(match check::repair(&mut book, found)? {
        Some((copy, findings)) => Repair::PutRight { copy, findings },
        None => Repair::Nothing,
    })
}

/// A name beside a book that is free.
fn beside(path: &Path) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let named = |number: u32| path.with_file_name(format!("{stem}-saved-{number}.keybook"));
    let mut number = 1;
    while named(number).exists() {
        number += 1;
    }
    named(number)
}
