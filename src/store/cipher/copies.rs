//! What becomes of the copies of a book when its key changes: by default they are made anew with the same key, so
//! that nothing is left that anybody can read, or that the old passphrase opens.

use std::fs;
use std::path::{Path, PathBuf};

use super::conversion::wipe;
use super::{BookFile, Key, is_encrypted, pouring};
use crate::store::backup::{self, Backup, Part};
use crate::store::error::{Error, Result};

/// What became of the copies of a book.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Copies {
    /// Made anew, with the key of the book.
    pub remade: u64,
    /// Damaged ones that anybody could have read, gone.
    pub let_go: u64,
    /// Left as they were: because that was asked for, or because neither key opens them.
    pub kept: u64,
}

/// All copies are left as they are.
pub(super) fn kept(book: &Path) -> Result<Copies> {
    Ok(Copies { kept: backup::list(book)?.len() as u64, ..Copies::default() })
}

/// Makes the copies of a book anew, with another key, or none.
pub(super) fn convert(book: &BookFile, to: Option<&Key>) -> Result<Copies> {
    let mut told = Copies::default();
    for copy in backup::list(book.path())?.into_iter().rev() {
        let is_sound = copy.verify().is_ok();
        let was_readable = !is_encrypted(&copy.path);
        let key = if was_readable { None } else { book.key() };
        match is_sound.then(|| remake(book.path(), &copy, key, to)) {
            Some(Ok(())) => {
                wipe(&copy.path);
                told.remade += 1;
            }
            // Only room and permission are reasons to stop; what is damaged stays so.
            Some(Err(error @ (Error::DiskFull | Error::Forbidden(_) | Error::ReadOnly))) => {
                return Err(error);
            }
            _ if to.is_some() && was_readable => {
                wipe(&copy.path);
                told.let_go += 1;
            }
            _ => told.kept += 1,
        }
    }
    if to.is_some() {
        clear_away(book.path());
    }
    Ok(told)
}

/// Makes one copy anew, in its place among the others.
fn remake(book: &Path, copy: &Backup, key: Option<&Key>, to: Option<&Key>) -> Result<()> {
    let part = Part::begin(&backup::folder(book))?;
    let into = BookFile::new(part.path(), to.cloned());
    pouring::transfer_file(&BookFile::new(&copy.path, key.cloned()), &into)?;
    let checksum = part.sync()?;
    part.finish(&copy.named_anew(checksum))?;
    Ok(())
}

/// Lets go of what was being written when somebody was broken off: nobody else has the book open.
fn clear_away(book: &Path) {
    for folder in [backup::folder(book), book.parent().unwrap_or(Path::new("")).to_owned()] {
        let Ok(files) = fs::read_dir(folder) else { continue };
        for file in files.flatten() {
            let name = file.file_name().to_string_lossy().into_owned();
            if backup::is_part(&name) {
                wipe(&file.path());
            } else if name.starts_with(backup::READY) {
                let _ = fs::remove_dir_all(file.path());
            }
        }
    }
}

/// Files beside a book that are called after it, are books, and can be read by anybody: laid aside when it was
/// damaged, or saved from it.
pub(super) fn readable_beside(book: &Path) -> Vec<PathBuf> {
    let (Some(name), Some(stem)) = (book.file_name(), book.file_stem()) else { return vec![] };
    let aside = format!("{}.damaged-", name.to_string_lossy());
    let saved = format!("{}-saved-", stem.to_string_lossy());
    let folder = book.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let Ok(files) = fs::read_dir(folder) else { return vec![] };
    let mut found = vec![];
    for file in files.flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        let is_of_it = name.starts_with(&aside) || name.starts_with(&saved) && name.ends_with(".keybook");
        if is_of_it && file.path().is_file() && !is_encrypted(&file.path()) {
            found.push(file.path());
        }
    }
    found.sort();
    found
}
