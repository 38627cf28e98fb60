//! Where copies lie, and what the names of their files tell: `000012-20261122T091500Z-leaving-5f3a09c1.keybook`
//! is the twelfth copy, its instant, its reason, and the checksum of its bytes.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDateTime, Utc};

use super::Backup;
use crate::domain::backup::Reason;
use crate::store::error::{Error, Result};
use crate::store::open;

const ENDING: &str = ".keybook";
const INSTANT: &str = "%Y%m%dT%H%M%SZ";

/// The folder of a book's copies: beside it, by its name.
pub(in crate::store) fn folder(book: &Path) -> PathBuf {
    let mut name = book.file_name().unwrap_or_default().to_owned();
    name.push(".backups");
    book.with_file_name(name)
}

/// The same, made where it is missing, for its person alone.
pub(super) fn make(book: &Path) -> Result<PathBuf> {
    let folder = folder(book);
    open::make_folder(&folder)?;
    Ok(folder)
}

/// The name of a copy's file.
pub(super) fn name(number: u32, at: i64, reason: Reason, checksum: u32) -> String {
    let instant: DateTime<Utc> = DateTime::from_timestamp_millis(at).unwrap_or_default();
    format!("{number:06}-{}-{reason}-{checksum:08x}{ENDING}", instant.format(INSTANT))
}

/// The copies of a book, the latest first; files with other names are none.
pub(super) fn list(book: &Path) -> Result<Vec<Backup>> {
    let folder = folder(book);
    let unreadable = |error: io::Error| Error::Unreachable { path: folder.clone(), cause: error.to_string() };
    let files = match fs::read_dir(&folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(vec![]),
        files => files.map_err(unreadable)?,
    };
    let mut found = vec![];
    for file in files {
        let file = file.map_err(unreadable)?;
        let bytes = file.metadata().map_or(0, |metadata| metadata.len());
        found.extend(told(&file.path(), bytes));
    }
    found.sort_by_key(|backup| std::cmp::Reverse((backup.number, backup.at)));
    Ok(found)
}

/// Where a damaged book is laid aside: beside its place, under a name that is free.
pub(super) fn aside(book: &Path) -> PathBuf {
    let named = |number: u32| {
        let mut name = book.file_name().unwrap_or_default().to_owned();
        name.push(format!(".damaged-{number}"));
        book.with_file_name(name)
    };
    let mut number = 1;
    while named(number).exists() {
        number += 1;
    }
    named(number)
}

/// What the name of a copy's file tells; none where it is no such name.
pub(super) fn told(path: &Path, bytes: u64) -> Option<Backup> {
    let name = path.file_name()?.to_str()?.strip_suffix(ENDING)?;
    let mut parts = name.split('-');
    let (number, instant, reason, checksum) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let at = NaiveDateTime::parse_from_str(instant, INSTANT).ok()?.and_utc().timestamp_millis();
    Some(Backup {
        path: path.to_owned(),
        number: number.parse().ok()?,
        at,
        reason: reason.parse().ok()?,
        bytes,
        checksum: u32::from_str_radix(checksum, 16).ok()?,
    })
    .filter(|_| parts.next().is_none())
}
