//! What is opened, and what is refused and left as it was.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use keybook::domain::backup::Reason;
use keybook::ops::account::AccountInput;
use keybook::ops::{Problem, account, setup};
use keybook::store::{Book, Clock, Error};
use rusqlite::Connection;
use tempfile::TempDir;

use crate::worker::today;

fn folder() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.keybook");
    (folder, path)
}

fn made(path: &Path) {
    drop(setup::open(path, Clock::fixed(today())).unwrap());
}

fn opened(path: &Path) -> Result<Book, Error> {
    Book::open_within(path, Clock::fixed(today()), Duration::from_millis(50))
}

/// Opening is refused, and nothing in the folder has changed.
fn refused(path: &Path) -> Error {
    let picture = |folder: &Path| -> Vec<(PathBuf, Vec<u8>)> {
        let mut files: Vec<PathBuf> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        files.into_iter().map(|file| (file.clone(), fs::read(file).unwrap_or_default())).collect()
    };
    let before = picture(path.parent().unwrap());
    let error = opened(path).err().unwrap();
    assert_eq!(picture(path.parent().unwrap()), before, "{error:?}");
    error
}

#[test]
#[cfg(unix)]
fn a_new_book_and_its_folder_are_for_its_person_alone() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let (folder, _) = folder();
    let shared = mode(folder.path());
    let path = folder.path().join("new/deeper/a.keybook");
    let book = opened(&path).unwrap();
    for file in ["a.keybook", "a.keybook-wal", "a.keybook-shm"] {
        assert_eq!(mode(&path.with_file_name(file)), 0o600, "{file}");
    }
    assert_eq!(mode(path.parent().unwrap()), 0o700);
    assert_eq!(mode(&folder.path().join("new")), 0o700);
    assert_eq!(mode(folder.path()), shared, "a folder that was there is left as it was");
    drop(book);
}

#[test]
fn what_is_no_database_is_no_book() {
    let (folder, path) = folder();
    let within = folder.path().join("a folder");
    fs::create_dir(&within).unwrap();
    assert!(matches!(refused(&within), Error::NotABook(_)), "a folder");
    for text in ["Dear diary,\nnothing today.", "SQLite", "SQLite format 2\0 and more"] {
        fs::write(&path, text).unwrap();
        assert!(matches!(refused(&path), Error::NotABook(_)), "{text}");
    }
    fs::write(&path, [b"SQLite format 3\0".as_slice(), &[7; 4096]].concat()).unwrap();
    assert!(matches!(refused(&path), Error::Damaged(_)));
}

#[test]
#[cfg(unix)]
fn a_pipe_is_not_waited_for() {
    assert!(matches!(opened(Path::new("/dev/null")), Err(Error::NotABook(_))));
}

#[test]
fn another_programs_database_is_left_alone() {
    for marks in ["PRAGMA application_id = 7", "PRAGMA user_version = 3", ""] {
        let (_folder, path) = folder();
        let other = Connection::open(&path).unwrap();
        other
            .execute_batch(&format!("CREATE TABLE note (text TEXT); INSERT INTO note VALUES ('x'); {marks}"))
            .unwrap();
        drop(other);
        assert!(matches!(refused(&path), Error::NotABook(_)), "{marks}");
    }
}

#[test]
fn an_empty_file_becomes_a_book() {
    let (_folder, path) = folder();
    fs::write(&path, "").unwrap();
    assert!(setup::open(&path, Clock::fixed(today())).is_ok());
    assert_eq!(opened(&path).unwrap().stages().unwrap().len(), 6);
}

#[test]
fn a_newer_programs_book_is_left_alone() {
    let (_folder, path) = folder();
    made(&path);
    let newer = keybook::store::VERSION + 1;
    let file = Connection::open(&path).unwrap();
    file.execute_batch(&format!("PRAGMA journal_mode = DELETE; PRAGMA user_version = {newer}")).unwrap();
    drop(file);
    match refused(&path) {
        Error::Newer { found, known } => assert_eq!((found, known), (newer, newer - 1)),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_book_that_another_program_holds_can_be_read_and_says_why_it_cannot_be_written() {
    let (_folder, path) = folder();
    made(&path);
    let holder = Connection::open(&path).unwrap();
    holder.execute_batch("BEGIN EXCLUSIVE").unwrap();
    let before = fs::read(&path).unwrap();
    let mut book = opened(&path).unwrap();
    assert_eq!(book.stages().unwrap().len(), 6);
    let input = AccountInput { name: Some("Acme".to_owned()), ..AccountInput::default() };
    assert!(matches!(account::add(&mut book, &input), Err(Problem::Store(Error::Locked))));
    assert_eq!(fs::read(&path).unwrap(), before);
    holder.execute_batch("ROLLBACK").unwrap();
    assert!(account::add(&mut book, &input).is_ok());
}

#[test]
fn a_book_that_is_locked_whole_is_not_opened() {
    let (_folder, path) = folder();
    made(&path);
    let holder = Connection::open(&path).unwrap();
    holder.execute_batch("PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE; ").unwrap();
    assert!(matches!(refused(&path), Error::Locked));
    holder.execute_batch("ROLLBACK").unwrap();
    assert!(opened(&path).is_ok());
}

/// Leaves a book as a crash does: with a log that nobody has closed.
fn left_open(path: &Path) {
    made(path);
    let book = opened(path).unwrap();
    let (file, log) = (path.with_extension("file"), path.with_extension("log"));
    let mut book = book;
    account::add(&mut book, &AccountInput { name: Some("Acme".to_owned()), ..AccountInput::default() })
        .unwrap();
    fs::copy(path, &file).unwrap();
    fs::copy(format!("{}-wal", path.display()), &log).unwrap();
    drop(book);
    fs::rename(file, path).unwrap();
    fs::rename(log, format!("{}-wal", path.display())).unwrap();
}

#[test]
fn a_book_whose_last_end_was_a_crash_is_looked_through_and_goes_on() {
    let (_folder, path) = folder();
    left_open(&path);
    let book = opened(&path).unwrap();
    assert_eq!(book.history(None, 9).unwrap().len(), 1, "what was acknowledged is there");
}

#[test]
fn a_book_that_a_crash_left_damaged_is_not_written_to() {
    let (_folder, path) = folder();
    left_open(&path);
    let file = Connection::open(&path).unwrap();
    let sql = "SELECT rootpage FROM sqlite_schema WHERE name = 'activity_due'";
    let page: i64 = file.query_row(sql, [], |row| row.get(0)).unwrap();
    drop(file);
    left_open(&path);
    // A page of the file that its log does not have anew, and that opening alone would not read.
    let mut bytes = fs::read(&path).unwrap();
    let page = usize::try_from(page - 1).unwrap() * 4096;
    assert!(bytes.len() > page, "the page lies in the file");
    bytes[page] = 99;
    fs::write(&path, bytes).unwrap();
    assert!(matches!(refused(&path), Error::Damaged(_)));
}

#[test]
fn a_copy_is_made_before_a_book_is_upgraded() {
    let (_folder, path) = folder();
    fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/upgrade/001.keybook"), &path).unwrap();
    let book = opened(&path).unwrap();
    let backups = book.backups().unwrap();
    assert_eq!(backups.len(), 1);
    assert_eq!(backups[0].reason, Reason::Migration);
    let version = |path: &Path| -> i64 {
        Connection::open(path).unwrap().query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap()
    };
    assert_eq!((version(&backups[0].path), version(&path)), (1, keybook::store::VERSION));
}

#[test]
fn a_book_is_not_upgraded_where_no_copy_can_be_made() {
    let (folder, path) = folder();
    fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/upgrade/001.keybook"), &path).unwrap();
    // Where the folder of copies would be there is a file.
    fs::write(folder.path().join("a.keybook.backups"), "").unwrap();
    assert!(opened(&path).is_err());
    let version: i64 =
        Connection::open(&path).unwrap().query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap();
    assert_eq!(version, 1);
}

/// A place where nothing may be written: by its permissions, unless this user is above them.
#[cfg(unix)]
fn read_only(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    let folder = path.parent().unwrap();
    fs::set_permissions(path, fs::Permissions::from_mode(0o444)).unwrap();
    fs::set_permissions(folder, fs::Permissions::from_mode(0o555)).unwrap();
    fs::write(folder.join("probe"), "").is_err()
}

#[cfg(unix)]
fn writable(path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path.parent().unwrap(), fs::Permissions::from_mode(0o755)).unwrap();
    fs::set_permissions(path, fs::Permissions::from_mode(0o644)).unwrap();
}

#[test]
#[cfg(unix)]
fn a_book_in_a_read_only_place_is_looked_at_and_says_why_it_is_not_written() {
    let (_folder, path) = folder();
    for version in ["this", "001"] {
        let _ = fs::remove_file(&path);
        match version {
            "this" => made(&path),
            old => {
                let old = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/upgrade/{old}.keybook"));
                let _ = fs::copy(old, &path).unwrap();
            }
        }
        if !read_only(&path) {
            // Root may write everywhere: `scripts/places.sh` tries this on places that are really read-only.
            return writable(&path);
        }
        let before = fs::read(&path).unwrap();
        let mut book = opened(&path).unwrap();
        assert_eq!(book.barrier(), Some(keybook::store::Barrier::ReadOnly));
        assert!(book.stages().unwrap().len() > 3);
        let yesterday = book.as_of(today().pred_opt().unwrap()).unwrap();
        assert!(yesterday.stages().unwrap().len() > 3);
        let input = AccountInput { name: Some("Acme".to_owned()), ..AccountInput::default() };
        assert!(matches!(account::add(&mut book, &input), Err(Problem::Store(Error::ReadOnly))));
        assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
        assert_eq!(fs::read(&path).unwrap(), before);
        writable(&path);
    }
}
