//! The power is cut at some point, and the disk holds what was synced and any part of the rest: everything that
//! was said to be done is there, and nothing by halves.
#![allow(clippy::unwrap_used, missing_docs)]

mod common;

use std::path::Path;

use common::{FILE, add_deal, book_file, clock, edit, make, take_in};
use keybook::domain::word::RecordKind;
use keybook::ops::{check, history, setup};
use keybook::store::Book;
use keybook_faults::chance::Chance;
use keybook_faults::cut::Disk;
use keybook_faults::{Event, install, mark, recorded};
use tempfile::TempDir;

/// Cuts in every run of the tests.
const CUTS: usize = 1_000;

/// How the disk is told to keep things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Care {
    /// As the book does it.
    Full,
    /// The log is synced only before it is brought into the book: `synchronous = NORMAL`.
    Normal,
    /// Nothing is synced: `synchronous = OFF`.
    Off,
}

/// What was done to the disk, and what the book held after each piece of work.
struct Trial {
    disk: Disk,
    log: Vec<Event>,
    states: Vec<String>,
}

/// Edits, an import, undo and redo, with the log brought into the book now and then.
fn trial(folder: &Path) -> Trial {
    install();
    let path = make(folder);
    let disk = Disk::of(folder).unwrap();
    let file = || book_file::open(&path);
    let mut states = vec![book_file::dump(&file())];
    let ((), log) = recorded(|| {
        let mut book = setup::open(&path, clock()).unwrap();
        for step in 1..=40 {
            work(&mut book, step, folder);
            states.push(book_file::dump(&file()));
            mark();
            if step % 13 == 0 {
                // Closing brings the log into the book.
                drop(book);
                book = setup::open(&path, clock()).unwrap();
            }
        }
    });
    Trial { disk, log, states }
}

fn work(book: &mut Book, step: i64, folder: &Path) {
    match step % 8 {
        3 => {
            history::undo(book, None).unwrap();
        }
        4 => {
            history::redo(book).unwrap();
        }
        6 if step == 22 => take_in(book, folder).unwrap(),
        5 | 7 => {
            let acme = book.named("acme", &[RecordKind::Account]).unwrap().remove(0).id;
            add_deal(book, acme, &format!("Deal of step {step}"), step).unwrap();
        }
        _ => edit(book, step).unwrap(),
    }
}

/// The log as it would be with less care.
fn with_care(log: &[Event], care: Care) -> Vec<Event> {
    let is_log = |path: &str| path.ends_with("-wal");
    let is_kept = |(at, event): &(usize, &Event)| match (event, care) {
        (Event::Sync { .. }, Care::Off) => false,
        (Event::Sync { path }, Care::Normal) if is_log(path) => {
            matches!(log.get(at + 1), Some(Event::Write { path, .. }) if !is_log(path))
        }
        _ => true,
    };
    log.iter().enumerate().filter(is_kept).map(|(_, event)| event.clone()).collect()
}

/// What is wrong after a cut, if anything is.
fn wrong(folder: &Path, states: &[String], done: usize) -> Option<String> {
    let path = folder.join(FILE);
    // The book must open as a person opens it.
    let book = match setup::open(&path, clock()) {
        Ok(book) => book,
        Err(problem) => return Some(format!("does not open: {problem:?}")),
    };
    drop(book);
    match check::examine(&path) {
        Ok(found) if found.findings.is_empty() => {}
        found => return Some(format!("is not sound: {found:?}")),
    }
    let is = book_file::dump(&book_file::open(&path));
    // What was under way may be there, though it was not said to be done yet.
    let can_be = &states[done..states.len().min(done + 2)];
    if can_be.contains(&is) {
        return None;
    }
    let which = states.iter().position(|state| *state == is);
    Some(which.map_or("neither old nor new".to_owned(), |at| format!("after {done} it holds {at}")))
}

/// Cuts the power so many times, and gives what was wrong after each cut that did harm.
fn cut_often(trial: &Trial, care: Care, cuts: usize) -> Vec<String> {
    let log = with_care(&trial.log, care);
    let mut chance = Chance::new(2026);
    let mut places: Vec<usize> = (0..cuts).map(|_| chance.below(log.len() + 1)).collect();
    places.sort_unstable();
    let (mut disk, mut at, mut done) = (trial.disk.clone(), 0, 0);
    let mut harm = vec![];
    for place in places {
        for event in &log[at..place] {
            disk.take(event);
            if let Event::Done(number) = event {
                done = *number;
            }
        }
        at = place;
        let folder = TempDir::new().unwrap();
        disk.cut(FILE, folder.path(), &mut chance).unwrap();
        harm.extend(wrong(folder.path(), &trial.states, done).map(|what| format!("cut at {place}: {what}")));
    }
    harm
}

#[test]
fn nothing_that_was_said_to_be_done_is_lost_when_the_power_is_cut() {
    let folder = TempDir::new().unwrap();
    let trial = trial(folder.path());
    let harm = cut_often(&trial, Care::Full, CUTS);
    assert!(harm.is_empty(), "{} of {CUTS}: {harm:#?}", harm.len());
}

/// Else the trial above would prove nothing.
#[test]
fn with_less_care_the_same_cuts_do_harm() {
    let folder = TempDir::new().unwrap();
    let trial = trial(folder.path());
    for care in [Care::Normal, Care::Off] {
        let harm = cut_often(&trial, care, CUTS / 10);
        println!("{care:?}: {} of {} did harm", harm.len(), CUTS / 10);
        assert!(!harm.is_empty(), "{care:?} did no harm");
    }
}

#[test]
#[ignore = "some minutes: ten thousand cuts"]
fn ten_thousand_cuts() {
    let folder = TempDir::new().unwrap();
    let trial = trial(folder.path());
    let harm = cut_often(&trial, Care::Full, 10 * CUTS);
    assert!(harm.is_empty(), "{}: {harm:#?}", harm.len());
}
