use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::*;
use crate::ops::account::{self, AccountInput};
use crate::ops::{demo, history, setup};
use crate::store::{Book, Clock};

/// A demonstration book in a file, and what is told of it.
fn book() -> (TempDir, Book) {
    let folder = tempfile::tempdir().unwrap();
    let clock = Clock::fixed("2026-11-21".parse().unwrap());
    let book = demo::make(&folder.path().join("a.keybook"), clock, Some(60)).unwrap();
    (folder, book)
}

fn flaws(path: &Path) -> Vec<(Flaw, String)> {
    let found = examine(&path.into()).unwrap().findings;
    found.into_iter().map(|finding| (finding.flaw, finding.table)).collect()
}

/// Changes the file past the program.
fn past(path: &Path, sql: &str) {
    let file = Connection::open(path).unwrap();
    functions::register(&file, &functions::Shared::default()).unwrap();
    let shared = functions::Shared::default();
    functions::register(&file, &shared).unwrap();
    shared.enter(functions::Mode::Replaying);
    file.pragma_update(None, "foreign_keys", false).unwrap();
    file.execute_batch(sql).unwrap();
}

#[test]
fn a_sound_book_has_no_flaw_and_is_left_as_it_is() {
    let (_folder, book) = book();
    let path = book.path().to_owned();
    drop(book);
    let before = fs::read(&path).unwrap();
    let found = examine(&(&path).into()).unwrap();
    assert_eq!(found.findings, []);
    assert!(found.records.contains(&("deal".to_owned(), 60)), "{:?}", found.records);
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn what_does_not_agree_with_the_records_is_found_and_put_right() {
    let (_folder, mut book) = book();
    let path = book.path().to_owned();
    let wrong = "DELETE FROM search WHERE rowid = (SELECT min(id) FROM account);
                 UPDATE last_contact SET day = '2020-01-01' WHERE id = (SELECT min(id) FROM last_contact);";
    past(&path, wrong);
    let found = examine(&(&path).into()).unwrap();
    assert_eq!(flaws(&path).len(), 2, "{:?}", found.findings);
    let (copy, done) = repair(&mut book, &found).unwrap().unwrap();
    assert_eq!(done, found.findings);
    copy.verify().unwrap();
    assert_eq!(flaws(&path), []);
    assert!(repair(&mut book, &examine(&(&path).into()).unwrap()).unwrap().is_none());
}

#[test]
fn a_past_that_was_told_out_of_order_and_is_not_marked_is_found_and_marked() {
    let (_folder, book) = book();
    let path = book.path().to_owned();
    let sql = "SELECT min(id) FROM deal WHERE status = 'open'";
    let deal = book.connection.query_row(sql, [], |row| row.get(0)).unwrap();
    drop(book);
    let on = |day: &str| setup::open(&path, Clock::fixed(day.parse().unwrap())).unwrap();
    let lost = crate::ops::deal::Lost { reason: "price".to_owned(), ..Default::default() };
    crate::ops::deal::lose(&mut on("2026-11-23"), deal, &lost).unwrap();
    // The clock was put back.
    let mut book = on("2026-11-22");
    crate::ops::deal::reopen(&mut book, deal).unwrap();
    crate::ops::deal::lose(&mut book, deal, &lost).unwrap();
    assert_eq!(flaws(&path), []);
    past(&path, "DELETE FROM deal_told_late");
    assert_eq!(flaws(&path), [(Flaw::ToldLate, "deal_told_late".to_owned())]);
    let found = examine(&(&path).into()).unwrap();
    assert_eq!(found.findings[0].count, 1, "one deal, however often it changed");
    repair(&mut book, &found).unwrap().unwrap();
    assert_eq!(flaws(&path), []);
}

#[test]
fn a_value_that_no_operation_has_set_is_found() {
    let (_folder, mut book) = book();
    let path = book.path().to_owned();
    let deal = book.named("D-1", &[crate::domain::word::RecordKind::Deal]).unwrap()[0].id;
    let named =
        |name: &str| crate::ops::deal::DealInput { name: Some(name.to_owned()), ..Default::default() };
    crate::ops::deal::edit(&mut book, deal, &named("one")).unwrap();
    crate::ops::deal::edit(&mut book, deal, &named("two")).unwrap();
    assert_eq!(flaws(&path), []);
    history::undo(&mut book, None).unwrap();
    assert_eq!(flaws(&path), [], "what was undone is not what counts");
    past(&path, &format!("UPDATE deal SET name = 'ome' WHERE id = {}", deal.0));
    assert_eq!(flaws(&path), [(Flaw::Value, "deal".to_owned()), (Flaw::Rows, "deal".to_owned())]);
    past(&path, "UPDATE journal SET changes = replace(changes, 'one', 'ome')");
    let found = flaws(&path);
    assert!(found.contains(&(Flaw::Journal, "journal".to_owned())), "{found:?}");
}

#[test]
fn a_row_that_changed_behind_the_program_is_found() {
    let (_folder, mut book) = book();
    let path = book.path().to_owned();
    // No event, no index and no entry of the journal tells what it is.
    let notes = "Reads Every Word";
    let input = AccountInput {
        name: Some("Quiet".to_owned()),
        notes: Some(Some(notes.to_owned())),
        ..AccountInput::default()
    };
    account::add(&mut book, &input).unwrap();
    drop(book);
    let mut bytes = fs::read(&path).unwrap();
    let at = bytes.windows(notes.len()).position(|part| part == notes.as_bytes()).unwrap();
    bytes[at] ^= 1;
    fs::write(&path, &bytes).unwrap();
    assert_eq!(flaws(&path), [(Flaw::Rows, "account".to_owned())]);
}

#[test]
fn an_event_or_a_reference_that_is_wrong_is_found() {
    let (_folder, book) = book();
    past(book.path(), "UPDATE deal SET amount = amount + 1 WHERE id = (SELECT min(id) FROM deal);");
    assert_eq!(flaws(book.path()), [(Flaw::Event, "deal".to_owned()), (Flaw::Rows, "deal".to_owned())]);
    past(book.path(), "DELETE FROM account WHERE id = (SELECT min(account_id) FROM deal)");
    let found = flaws(book.path());
    assert!(found.contains(&(Flaw::Reference, "deal".to_owned())), "{found:?}");
}

#[test]
fn what_can_be_read_of_a_damaged_book_is_saved_into_a_new_one() {
    let (folder, book) = book();
    let path = book.path().to_owned();
    let whole = examine(&(&path).into()).unwrap().records;
    drop(book);
    // A leaf of the table of deals: some rows are lost, the rest is there.
    let file = Connection::open(&path).unwrap();
    let root = "SELECT rootpage FROM sqlite_schema WHERE name = 'activity'";
    let root: i64 = file.query_row(root, [], |row| row.get(0)).unwrap();
    drop(file);
    let mut bytes = fs::read(&path).unwrap();
    let at = (usize::try_from(root).unwrap() - 1) * 4096;
    // The first page that the root of the table leads to.
    assert_eq!(bytes[at], 5, "the table has more than a page");
    let cell = usize::from(u16::from_be_bytes([bytes[at + 12], bytes[at + 13]]));
    let child = u32::from_be_bytes(bytes[at + cell..at + cell + 4].try_into().unwrap()) as usize;
    bytes[(child - 1) * 4096..child * 4096].fill(0xaa);
    fs::write(&path, &bytes).unwrap();

    let found = examine(&(&path).into()).unwrap();
    assert!(found.is_damaged());
    let clock = Clock::fixed("2026-11-21".parse().unwrap());
    let to = folder.path().join("saved.keybook");
    let saved = salvage(&(&path).into(), &to, clock).unwrap();
    assert_eq!(saved.broken, ["activity"]);
    assert_eq!(fs::read(&path).unwrap(), bytes, "the damaged file is as it was");
    let now = examine(&(&to).into()).unwrap();
    assert_eq!(now.findings, []);
    for (then, now) in whole.iter().zip(&now.records) {
        match then.0.as_str() {
            "activity" => assert!(now.1 > then.1 / 2 && now.1 < then.1, "{now:?} of {then:?}"),
            _ => assert_eq!(now, then),
        }
    }
    assert!(saved.lost > 0);
    setup::open(&to, clock).unwrap();
    assert!(matches!(salvage(&(&path).into(), &to, clock), Err(Error::AlreadyThere(_))));
}
