//! Books of every version that was ever released are opened, keep what they hold, and can be written to.
//!
//! A file here is a book as a program of that time left it: `001.keybook` has two accounts, two people,
//! two deals (one won), an activity, a quota, exchange rates and an operation taken back. `005.keybook` is the same with a call and a note of the day
//! before the upgrade, and with a meeting and a task that lie ahead. `014.keybook` has the same accounts, people and
//! deals with tags and a field of one's own, and a saved view; its pages are small, so that the file is.
#![allow(clippy::unwrap_used, missing_docs)]

use std::path::{Path, PathBuf};

use keybook::domain::word::{RecordKind, Status};
use keybook::ops::{account, check, deal, history};
use keybook::store::table::deal::Deal;
use keybook::store::view::lines::ContactLine;
use keybook::store::{Book, Clock};
use rstest::rstest;
use tempfile::TempDir;

fn copy_of(version: &str, folder: &TempDir) -> PathBuf {
    let name = format!("{version}.keybook");
    let there = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/upgrade").join(&name);
    let here = folder.path().join(&name);
    std::fs::copy(there, &here).unwrap();
    here
}

fn open(path: &Path) -> Book {
    Book::open(path, Clock::fixed("2026-11-22".parse().unwrap())).unwrap()
}

#[rstest]
fn an_old_book_keeps_what_it_holds(#[values("001", "005", "014")] version: &str) {
    let folder = TempDir::new().unwrap();
    let book = open(&copy_of(version, &folder));
    let named = |words: &str, kind| book.named(words, &[kind]).unwrap().remove(0);
    assert_eq!(named("acme", RecordKind::Account).name, "Acme Foods");
    assert_eq!(named("王伟", RecordKind::Contact).name, "王伟");
    let won: Deal = book.row(named("云平台", RecordKind::Deal).id).unwrap();
    assert_eq!((won.status, won.amount), (Status::Won, Some(40_000_000)));
}

#[rstest]
fn an_old_book_is_written_to_and_what_is_new_is_undone(#[values("001", "005", "014")] version: &str) {
    let folder = TempDir::new().unwrap();
    let path = copy_of(version, &folder);
    let mut book = open(&path);
    let acme = book.named("acme", &[RecordKind::Account]).unwrap().remove(0).id;
    let line = book.named("packaging", &[RecordKind::Deal]).unwrap().remove(0).id;
    deal::advance(&mut book, line, None).unwrap();
    account::delete(&mut book, acme).unwrap();
    history::undo(&mut book, None).unwrap();
    history::undo(&mut book, None).unwrap();
    let open_again: Deal = book.row(line).unwrap();
    assert_eq!(open_again.status, Status::Open);
    // It is upgraded once, and is then a book of this program's own version.
    drop(book);
    assert!(open(&path).named("acme", &[RecordKind::Account]).unwrap().len() == 1);
}

#[test]
fn what_was_done_before_the_upgrade_is_not_undone_but_said() {
    let folder = TempDir::new().unwrap();
    let mut book = open(&copy_of("001", &folder));
    assert!(history::undo(&mut book, None).is_err());
}

#[test]
fn an_old_book_finds_its_tags_and_fields_of_ones_own() {
    let folder = TempDir::new().unwrap();
    let path = copy_of("014", &folder);
    let book = open(&path);
    let names = |words: &str| {
        let hits = book.search(words, 9).unwrap();
        hits.into_iter().map(|hit| hit.name).collect::<Vec<String>>()
    };
    assert_eq!(names("frozen"), ["Acme Foods"]);
    assert_eq!(names("golf"), ["Jane Doe"]);
    assert_eq!(names("工业园"), ["云平台"]);
    assert_eq!(names("packaging harrogate"), ["Packaging line"]);
    drop(book);
    assert_eq!(check::examine(&path).unwrap().findings, vec![]);
}

#[test]
fn what_was_done_before_an_upgrade_that_changes_no_table_is_undone() {
    let folder = TempDir::new().unwrap();
    let mut book = open(&copy_of("014", &folder));
    let packaging = book.named("packaging", &[RecordKind::Deal]).unwrap().remove(0).id;
    assert_eq!(book.saved_views().unwrap().len(), 1);
    history::undo(&mut book, None).unwrap();
    assert_eq!(book.saved_views().unwrap().len(), 0);
    history::undo(&mut book, None).unwrap();
    let before: Deal = book.row(packaging).unwrap();
    assert_eq!(before.amount, Some(12_000_000));
    while history::undo(&mut book, None).is_ok() {}
    assert_eq!(book.search("frozen", 9).unwrap().len(), 0);
    history::redo(&mut book).unwrap();
}

#[rstest]
#[case("2026-11-22", Some("2026-11-21"), Some("2026-11-10"))]
#[case("2026-12-01", Some("2026-12-01"), Some("2026-11-10"))]
fn the_last_contacts_of_an_old_book_are_known(
    #[case] today: &str,
    #[case] jane: Option<&str>,
    #[case] wang: Option<&str>,
) {
    let folder = TempDir::new().unwrap();
    let book = Book::open(&copy_of("005", &folder), Clock::fixed(today.parse().unwrap())).unwrap();
    for (name, day) in [("jane", jane), ("王伟", wang)] {
        let id = book.named(name, &[RecordKind::Contact]).unwrap().remove(0).id;
        let last = book.line::<ContactLine>(id).unwrap().last_contact;
        assert_eq!(last, day.map(|day| day.parse().unwrap()), "{name}");
    }
}
