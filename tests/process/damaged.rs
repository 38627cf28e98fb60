//! Books damaged at random: never a crash, no figure that is wrong unless it is found, and a copy brings the book
//! back each time.

use std::fs;
use std::path::Path;

use keybook::ops::{backup, check, demo, setup};
use keybook::store::backup::{list, newest_good};
use keybook::store::{Book, Clock};

use crate::chance::Chance;
use crate::damage::{damage, figures};
use crate::worker::today;

/// How often in each run of the tests.
const ROUNDS: u64 = 60;

/// What became of a damaged book.
#[derive(Debug, PartialEq, Eq)]
enum Fate {
    /// It did not open, or did not tell its figures.
    Refused,
    /// Its figures are right: what was hit is empty, or follows from the rest.
    Right,
    /// Its figures are wrong, and a check finds that.
    Found,
    /// Its figures are wrong, and nothing says so.
    Silent,
}

fn fate(path: &Path, right: &str) -> Fate {
    let told = Book::open(path, Clock::fixed(today())).and_then(|book| figures(&book));
    match told {
        Err(_) => Fate::Refused,
        Ok(told) if told == right => Fate::Right,
        Ok(_) => match check::examine(path) {
            Ok(found) if found.findings.is_empty() => Fate::Silent,
            _ => Fate::Found,
        },
    }
}

fn try_all(rounds: u64) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.keybook");
    let clock = Clock::fixed(today());
    let book = demo::make(&path, clock, Some(40)).unwrap();
    let copy = backup::make(&book).unwrap();
    let right = figures(&book).unwrap();
    drop(book);
    let whole = fs::read(&path).unwrap();
    let mut chance = Chance::new(2026);
    let mut silent = vec![];
    for round in 0..rounds {
        let mut bytes = whole.clone();
        let at = chance.below(bytes.len());
        let how = damage(&mut bytes, at, &mut chance);
        fs::write(&path, &bytes).unwrap();
        let fate = fate(&path, &right);
        // Neither a look nor what can be saved ends in a crash, whatever was hit.
        if let Ok(found) = check::examine(&path)
            && found.is_damaged()
        {
            let _ = check::repair(&path, &found, clock);
        }
        silent.extend((fate == Fate::Silent).then_some(how.clone()));
        if fate != Fate::Right {
            let good = newest_good(&path).unwrap().unwrap();
            let ready = backup::ready(&good.path, &path, clock).unwrap();
            backup::restore(&path, ready, clock)
                .unwrap_or_else(|problem| panic!("{round}: {how}: {problem:?}"));
            let back = setup::open(&path, clock).unwrap();
            assert_eq!(figures(&back).unwrap(), right, "{round}: {how}");
        }
        clear_away(&path, &copy.path);
    }
    println!("{rounds} rounds, wrong and not found: {} {silent:?}", silent.len());
    assert!(silent.is_empty(), "wrong and not found: {silent:?}");
}

/// Leaves only the first copy, for the next round.
fn clear_away(path: &Path, copy: &Path) {
    for backup in list(path).unwrap() {
        if backup.path != copy {
            fs::remove_file(backup.path).unwrap();
        }
    }
    for file in fs::read_dir(path.parent().unwrap()).unwrap() {
        let file = file.unwrap().path();
        if file.is_file() {
            fs::remove_file(file).unwrap();
        }
    }
}

#[test]
fn a_damaged_book_never_crashes_and_a_copy_brings_it_back() {
    try_all(ROUNDS);
}

#[test]
#[ignore = "a thousand rounds; run with --ignored"]
fn a_thousand_damaged_books_never_crash_and_a_copy_brings_them_back() {
    try_all(1_000);
}
