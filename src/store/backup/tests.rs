use std::fs::OpenOptions;
use std::io::{Read, Seek, SeekFrom, Write};

use tempfile::TempDir;

use super::*;
use crate::ops::account::AccountInput;
use crate::ops::{account, history, setup};
use crate::store::Error;
use crate::store::{Clock, Writer};

/// A book in a folder of its own, with accounts of these names.
fn book(names: &[&str]) -> (TempDir, Book) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a book.keybook");
    let mut book = setup::open(&path, Clock::machine()).unwrap();
    add(&mut book, names);
    (folder, book)
}

fn add(book: &mut Book, names: &[&str]) {
    for name in names {
        let input = AccountInput { name: Some((*name).to_owned()), ..AccountInput::default() };
        account::add(book, &input).unwrap();
    }
}

fn names(book: &Book) -> Vec<String> {
    let mut statement = book.connection.prepare("SELECT name FROM account ORDER BY code").unwrap();
    let names = statement.query_map([], |row| row.get(0)).unwrap();
    names.collect::<rusqlite::Result<_>>().unwrap()
}

/// Overturns a byte of a file.
fn damage(path: &Path, at: u64) {
    let mut file = OpenOptions::new().read(true).write(true).open(path).unwrap();
    let mut byte = [0];
    file.seek(SeekFrom::Start(at)).unwrap();
    file.read_exact(&mut byte).unwrap();
    file.seek(SeekFrom::Start(at)).unwrap();
    file.write_all(&[!byte[0]]).unwrap();
}

#[test]
fn a_copy_holds_what_the_book_held_and_lies_still_in_one_private_file() {
    let (folder, mut book) = book(&["Acme", "华锐科技"]);
    let backup = book.back_up(Reason::Asked).unwrap();
    add(&mut book, &["later"]);
    assert_eq!((backup.number, backup.reason), (1, Reason::Asked));
    assert_eq!(book.backups().unwrap(), std::slice::from_ref(&backup));
    backup.verify().unwrap();
    let beside: Vec<_> = fs::read_dir(backup.path.parent().unwrap()).unwrap().collect();
    assert_eq!(beside.len(), 1, "{beside:?}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&backup.path), mode(backup.path.parent().unwrap())), (0o600, 0o700));
    }
    let elsewhere = folder.path().join("copied.keybook");
    fs::copy(&backup.path, &elsewhere).unwrap();
    assert_eq!(names(&setup::open(&elsewhere, Clock::machine()).unwrap()), ["Acme", "华锐科技"]);
}

#[test]
fn a_copy_is_made_only_of_what_no_copy_has() {
    let (_folder, mut book) = book(&[]);
    assert_eq!(book.back_up_changes(Reason::Leaving).unwrap(), None, "nothing was done yet");
    add(&mut book, &["Acme"]);
    assert!(book.back_up_changes(Reason::Leaving).unwrap().is_some());
    assert_eq!(book.back_up_changes(Reason::Leaving).unwrap(), None);
    history::undo(&mut book, None).unwrap();
    assert!(book.back_up_changes(Reason::Leaving).unwrap().is_some(), "what was undone changed the book");
    history::redo(&mut book).unwrap();
    assert!(book.back_up_changes(Reason::Leaving).unwrap().is_some());
    assert_eq!(book.backups().unwrap().len(), 3);
}

#[test]
fn while_working_a_copy_is_made_once_an_hour() {
    let (folder, mut book) = book(&["Acme"]);
    assert_eq!(book.back_up_hourly().unwrap(), None, "the first change is fresh");
    book.connection.execute("UPDATE operation SET at = at - 3600000", []).unwrap();
    assert!(book.back_up_hourly().unwrap().is_some());
    add(&mut book, &["more"]);
    assert_eq!(book.back_up_hourly().unwrap(), None);
    let tomorrow = Clock::fixed(Clock::machine().today() + chrono::Days::new(1));
    let book = Book::open(&folder.path().join("a book.keybook"), tomorrow).unwrap();
    assert!(book.back_up_hourly().unwrap().is_some());
}

#[test]
fn old_copies_are_let_go_and_half_ones_of_long_ago_cleared_away() {
    let (_folder, book) = book(&["Acme"]);
    let made: Vec<Backup> = (0..15).map(|_| book.back_up(Reason::Asked).unwrap()).collect();
    let kept = book.backups().unwrap();
    let numbers: Vec<u32> = kept.iter().map(|backup| backup.number).collect();
    assert_eq!(
        numbers,
        (5..=15).rev().collect::<Vec<_>>(),
        "the last ten, and the last of the day before them"
    );
    assert!(!made[0].path.exists());
    let folder = kept[0].path.parent().unwrap();
    let (left, fresh) = (folder.join("00000001.part"), folder.join("00000002.part"));
    fs::write(&left, "half").unwrap();
    fs::write(&fresh, "half").unwrap();
    let long_ago = std::time::SystemTime::now() - std::time::Duration::from_secs(100_000);
    OpenOptions::new().write(true).open(&left).unwrap().set_modified(long_ago).unwrap();
    book.back_up(Reason::Asked).unwrap();
    assert!(!left.exists());
    assert!(fresh.exists(), "another process may be writing it");
}

#[test]
fn a_damaged_copy_is_known_and_passed_over() {
    let (_folder, mut book) = book(&["Acme"]);
    let good = book.back_up(Reason::Asked).unwrap();
    add(&mut book, &["more"]);
    let bad = book.back_up(Reason::Asked).unwrap();
    damage(&bad.path, bad.bytes / 2);
    assert!(matches!(bad.verify(), Err(Error::Damaged(_))));
    assert_eq!(newest_good(book.path()).unwrap(), Some(good));
    assert!(matches!(
        Ready::take(&(&bad.path).into(), book.file(), Clock::machine()),
        Err(Error::Damaged(_))
    ));
}

#[test]
fn a_copy_of_a_damaged_book_is_not_made() {
    let (folder, book) = book(&["Acme"]);
    book.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    let root = "SELECT rootpage FROM sqlite_schema WHERE name = 'activity_due'";
    let page: i64 = book.connection.query_row(root, [], |row| row.get(0)).unwrap();
    let path = book.path().to_owned();
    drop(book);
    // A page that opening does not read.
    damage(&path, (page as u64 - 1) * 4096);
    let book = Book::open(&path, Clock::machine()).unwrap();
    assert!(matches!(book.back_up(Reason::Asked), Err(Error::Damaged(_))));
    assert!(book.backups().unwrap().is_empty());
    drop((book, folder));
}

#[test]
fn what_would_change_is_told_and_brought_back_with_a_copy_first() {
    let (_folder, mut book) = book(&["Acme", "Bolt"]);
    let backup = book.back_up(Reason::Asked).unwrap();
    add(&mut book, &["Cargo"]);
    let acme = book.named("acme", &[crate::domain::word::RecordKind::Account]).unwrap()[0].id;
    account::edit(&mut book, acme, &AccountInput { name: Some("Acme Foods".into()), ..Default::default() })
        .unwrap();
    let bolt = book.named("bolt", &[crate::domain::word::RecordKind::Account]).unwrap()[0].id;
    account::delete(&mut book, bolt).unwrap();

    let ready = Ready::take(&(&backup.path).into(), book.file(), Clock::machine()).unwrap();
    let accounts = ready.differences(&book).unwrap().remove(0);
    assert_eq!(
        accounts,
        Difference { table: "account".into(), now: 2, then: 2, gone: 1, back: 1, changed: 1 }
    );
    let (count, newest) = ready.done_since(&book, 2).unwrap();
    assert_eq!((count, newest.len()), (3, 2));
    assert_eq!(newest[0].label.subject, "Bolt");

    let version = book.version_of_data().unwrap();
    let before = restore(&book.path().into(), ready, Clock::machine()).unwrap();
    assert_ne!(book.version_of_data().unwrap(), version, "who has the book open notices");
    assert_eq!(names(&book), ["Acme", "Bolt"]);
    let Before::Kept(kept) = before else { panic!("{before:?}") };
    assert_eq!(kept.reason, Reason::Restore);
    // And back again, by the copy that was made first.
    let ready = Ready::take(&(&kept.path).into(), book.file(), Clock::machine()).unwrap();
    restore(&book.path().into(), ready, Clock::machine()).unwrap();
    assert_eq!(names(&book), ["Acme Foods", "Cargo"]);
    history::undo(&mut book, None).unwrap();
    assert_eq!(names(&book), ["Acme Foods", "Bolt", "Cargo"], "the history came back with it");
}

#[test]
fn short_codes_that_were_given_since_are_not_given_again() {
    let (_folder, mut book) = book(&["Acme"]);
    let backup = book.back_up(Reason::Asked).unwrap();
    add(&mut book, &["Bolt", "Cargo"]);
    let ready = Ready::take(&(&backup.path).into(), book.file(), Clock::machine()).unwrap();
    restore(&book.path().into(), ready, Clock::machine()).unwrap();
    let code = book.operate(|writer: &Writer<'_>| {
        let code = writer.next_code("account")?;
        Ok::<_, Error>((code, crate::store::Label::new(crate::domain::deed::Deed::AddAccount, "")))
    });
    assert_eq!(code.unwrap().value, 4);
}

#[test]
fn a_damaged_book_is_laid_aside_and_not_written_to() {
    let (_folder, book) = book(&["Acme"]);
    let path = book.path().to_owned();
    let backup = book.back_up(Reason::Asked).unwrap();
    drop(book);
    damage(&path, 0);
    damage(&path, 5000);
    let damaged = fs::read(&path).unwrap();
    let ready = Ready::take(&(&backup.path).into(), &(&path).into(), Clock::machine()).unwrap();
    let before = restore(&(&path).into(), ready, Clock::machine()).unwrap();
    let Before::Aside(aside) = before else { panic!("{before:?}") };
    assert_eq!(fs::read(aside).unwrap(), damaged);
    assert_eq!(names(&setup::open(&path, Clock::machine()).unwrap()), ["Acme"]);
}
