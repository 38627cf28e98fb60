//! A book and its copies encrypted, decrypted, or given another passphrase.
//!
//! A new file is written beside the book, looked through, and takes its place in one step; before that, the key
//! file knows the keys of both. Whenever it is broken off there is either the old book or the new one, and a
//! passphrase that opens it.

use std::fs::{self, File, OpenOptions};
use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use super::copies::{self, Copies};
use super::{BookFile, CAN_ENCRYPT, Key, Recipe, key_file, pouring};
use crate::domain::backup::Reason;
use crate::store::backup::{self, Backup, Part};
use crate::store::book::Book;
use crate::store::clock::Clock;
use crate::store::error::{Error, Result};
use crate::store::{functions, open};

/// Bytes overwritten at a time.
const CHUNK: usize = 1 << 20;

/// What was done to a book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Converted {
    /// The book as it is now.
    pub file: BookFile,
    /// The copy that was made first, as it lies now; none where it was let go of.
    pub copy: Option<Backup>,
    /// What became of the copies.
    pub copies: Copies,
    /// Its key file, where it is encrypted now.
    pub key_file: Option<PathBuf>,
    /// Files beside the book that anybody can read and that seem to be of it, where it is encrypted now.
    pub readable: Vec<PathBuf>,
}

/// Gives a book another key, or none, and its copies with it unless they are to be kept as they are. A copy of the
/// book is made first. Nobody else may have it open.
///
/// # Errors
/// [`Error::NoCipher`], [`Error::Locked`], and what kept it from being done; the book is as it was then.
pub fn convert(file: &BookFile, to: Option<&Key>, keeps_copies: bool, clock: Clock) -> Result<Converted> {
    if !CAN_ENCRYPT {
        return Err(Error::NoCipher(file.path().to_owned()));
    }
    let first = {
        let book = Book::open(file, clock)?;
        book.refuse_barrier()?;
        book.back_up(Reason::Encryption)?
    };
    let path = file.path();
    let real = path.canonicalize().map_err(|error| open::from_io(path, &error))?;
    let alone = alone(file)?;
    if let Some(to) = to {
        // The newest first; those that were known before may still be needed, by the book or by a copy.
        let known = key_file::search(path).recipes;
        let all: Vec<&Recipe> = std::iter::once(to.recipe()).chain(&known).collect();
        key_file::write(path, &all)?;
    }
    let told = match keeps_copies {
        true => copies::kept(path)?,
        // Before the book: one that is encrypted has no copies that anybody can read.
        false => copies::convert(file, to)?,
    };
    let part = Part::begin(real.parent().unwrap_or(Path::new("")))?;
    let fresh = BookFile::new(part.path(), to.cloned());
    pouring::out_of(&alone, &fresh)?;
    part.sync()?;
    take_place(part, &real, alone)?;
    match to {
        // Copies that were left may need the keys that were known before.
        Some(_) if told.kept > 0 => {}
        Some(key) => key_file::write(path, &[key.recipe()])?,
        None if told.kept > 0 => {}
        None => key_file::remove(path),
    }
    let now = backup::list(path)?;
    let copy = now.into_iter().find(|copy| (copy.number, copy.at) == (first.number, first.at));
    let readable = if to.is_some() { copies::readable_beside(path) } else { vec![] };
    Ok(Converted {
        file: BookFile::new(path, to.cloned()),
        copy,
        copies: told,
        key_file: to.map(|_| key_file::beside(path)),
        readable,
    })
}

/// The book for this process alone, all of it in one file without a log.
fn alone(file: &BookFile) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let alone = open::connect(file.path(), flags, file.key())?;
    alone.busy_timeout(Duration::ZERO)?;
    alone.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    // What lies in the log goes into the file; that is refused while somebody else has it open.
    for mode in ["DELETE", "MEMORY"] {
        let set: String =
            alone.pragma_update_and_check(None, "journal_mode", mode, |row| row.get::<_, String>(0))?;
        if !set.eq_ignore_ascii_case(mode) {
            return Err(Error::Locked);
        }
    }
    // Held until it is closed.
    alone.execute_batch("BEGIN EXCLUSIVE; COMMIT")?;
    // Leaving the log was journalled; whoever has a book alone only empties the beginning of its journal.
    wipe(&open::journal_of(file.path()));
    functions::register(&alone, &functions::Shared::default())?;
    Ok(alone)
}

/// Puts the new file in the place of the old, of which nothing readable is left.
fn take_place(part: Part, path: &Path, alone: Connection) -> Result<()> {
    let fault = |error: std::io::Error| open::from_io(path, &error);
    if cfg!(windows) {
        // There, what is open is not replaced.
        drop(alone);
        part.finish(path)?;
        return Ok(());
    }
    let old = OpenOptions::new().write(true).open(path).map_err(fault)?;
    part.finish(path)?;
    // Somebody who has just opened the old file waits for it still, and must not take it for the book.
    overwrite(old).map_err(fault)?;
    drop(alone);
    for gone in [open::log_of(path), open::index_of(path)] {
        let _ = fs::remove_file(gone);
    }
    Ok(())
}

/// Removes a file of which nothing is to be left.
pub(super) fn wipe(path: &Path) {
    if let Ok(file) = OpenOptions::new().write(true).open(path) {
        // As far as that goes; it is removed all the same.
        let _ = overwrite(file);
        let _ = fs::remove_file(path);
        open::sync_folder(path);
    }
}

/// Overwrites what a file holds, as far as the disk under it does so in place.
fn overwrite(mut file: File) -> std::io::Result<()> {
    let nothing = vec![0; CHUNK];
    let mut left = file.metadata()?.len();
    file.seek(SeekFrom::Start(0))?;
    while left > 0 {
        let now = left.min(CHUNK as u64);
        file.write_all(&nothing[..usize::try_from(now).unwrap_or(CHUNK)])?;
        left -= now;
    }
    file.sync_all()
}
