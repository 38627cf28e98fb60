//! A disk that fails at each point of some work in turn: what the book holds afterwards is the old state or the
//! new, never a part; what was said to be done is there, and what was refused is not, unless it was said that
//! nobody knows.
#![allow(clippy::unwrap_used, missing_docs)]

mod common;

use std::path::{Path, PathBuf};

use common::{FILE, book_file, clock, edit, make, take_in};
use keybook::ops::{Problem, backup, history, setup};
use keybook::store::backup::{list, newest_good};
use keybook::store::{Book, Error};
use keybook_faults::{Failure, count, failing_at, install, spread};
use tempfile::TempDir;

/// Some work, on the book of a folder.
type Work = fn(&Path) -> Result<(), Problem>;

/// How many points of each work are tried in every run; the long trial tries all.
const TRIALS: u64 = 60;

/// A book in a folder of its own, made from the same file each time.
fn fresh(from: &Path) -> TempDir {
    let folder = TempDir::new().unwrap();
    std::fs::copy(from, folder.path().join(FILE)).unwrap();
    folder
}

fn open(folder: &Path) -> Result<Book, Problem> {
    setup::open(&folder.join(FILE), clock())
}

fn editing(folder: &Path) -> Result<(), Problem> {
    edit(&mut open(folder)?, 7)
}

fn undoing(folder: &Path) -> Result<(), Problem> {
    history::undo(&mut open(folder)?, None)?;
    Ok(())
}

fn importing(folder: &Path) -> Result<(), Problem> {
    take_in(&mut open(folder)?, folder)
}

fn upgrading(folder: &Path) -> Result<(), Problem> {
    // A book that can only be looked at was not upgraded.
    match open(folder)?.barrier() {
        Some(_) => Err(Error::DiskFull.into()),
        None => Ok(()),
    }
}

fn backing_up(folder: &Path) -> Result<(), Problem> {
    backup::make(&open(folder)?)?;
    Ok(())
}

/// What lies in the file, whatever lies in its log.
fn look(folder: &Path) -> String {
    book_file::dump(&rusqlite::Connection::open(folder.join(FILE)).unwrap())
}

/// Lets one work fail at its points, in every way.
fn try_all(source: &Path, work: Work, trials: u64) {
    install();
    let folder = fresh(source);
    let before = look(folder.path());
    let state = |folder: &TempDir| book_file::without_new_ids(&look(folder.path()), &before);
    let old = state(&folder);
    let (done, points) = count(|| work(folder.path()));
    done.unwrap();
    let new = state(&folder);
    assert!(points > 3, "nothing was written");
    let (mut refused, mut unknown) = (0, 0);
    for how in Failure::ALL {
        for point in spread(0..points, trials) {
            let folder = fresh(source);
            let told = failing_at(point, how, || work(folder.path()));
            let is = state(&folder);
            let place = format!("{how:?} at {point} of {points}: {told:?}");
            match told {
                Ok(()) => {
                    assert!(
                        is == new,
                        "{place}: said to be done, and is not:\n{}",
                        book_file::difference(&is, &new)
                    )
                }
                Err(Problem::Store(Error::OutcomeUnknown(_))) => {
                    unknown += 1;
                    assert!(is == old || is == new, "{place}: neither old nor new");
                }
                Err(_) => {
                    refused += 1;
                    assert!(is == old, "{place}: refused, and is not as before");
                }
            }
            goes_on(folder.path(), &place);
            book_file::assert_sound(&book_file::open(&folder.path().join(FILE)));
        }
    }
    println!("{points} points, refused {refused}, unknown {unknown}");
    assert!(refused > 0, "no failure was noticed");
}

/// The book goes on, once the disk does; a copy that counts as good is good.
fn goes_on(folder: &Path, place: &str) {
    let mut book = open(folder).unwrap_or_else(|problem| panic!("{place}: {problem:?}"));
    edit(&mut book, 99).unwrap_or_else(|problem| panic!("{place}: {problem:?}"));
    let path = folder.join(FILE);
    let copies = list(&path).unwrap().len();
    if copies > 0 {
        let good = newest_good(&path).unwrap().unwrap_or_else(|| panic!("{place}: no copy is good"));
        backup::ready(&good.path, &path, clock()).unwrap_or_else(|problem| panic!("{place}: {problem:?}"));
    }
}

/// The book on which most work is done.
fn source() -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let path = make(folder.path());
    (folder, path)
}

/// A book as an earlier version left it.
fn old_version() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../upgrade/005.keybook")
}

#[test]
fn an_edit_goes_in_whole_or_not_at_all() {
    try_all(&source().1, editing, TRIALS);
}

#[test]
fn an_undo_is_whole_or_not_at_all() {
    let (_folder, path) = source();
    try_all(&path, undoing, TRIALS);
}

#[test]
fn an_import_goes_in_whole_or_not_at_all() {
    let (_folder, path) = source();
    try_all(&path, importing, TRIALS);
}

#[test]
fn a_copy_that_failed_harms_nothing() {
    let (_folder, path) = source();
    try_all(&path, backing_up, TRIALS);
}

#[test]
fn an_old_book_is_upgraded_whole_or_not_at_all() {
    try_all(&old_version(), upgrading, TRIALS);
}

#[test]
#[ignore = "some minutes"]
fn every_point_of_daily_work() {
    let (_folder, path) = source();
    for work in [editing as Work, undoing, importing, backing_up] {
        try_all(&path, work, u64::MAX);
    }
}

#[test]
#[ignore = "some minutes"]
fn every_point_of_an_upgrade() {
    try_all(&old_version(), upgrading, u64::MAX);
}
