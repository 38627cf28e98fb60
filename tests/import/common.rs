//! A book in memory on a fixed day, files in a folder of their own, and short words for importing.

use std::ops::ControlFlow;
use std::path::PathBuf;

use chrono::NaiveDate;
use keybook::domain::id::Id;
use keybook::domain::text::name_key;
use keybook::ops::import::{FileReport, Import, Stopped, Tally, run};
use keybook::ops::setup;
use keybook::store::table::account::Account;
use keybook::store::table::contact::Contact;
use keybook::store::table::deal::Deal;
use keybook::store::{Book, Clock, Outcome};
use serde_json::Value;
use tempfile::TempDir;

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A fresh book in memory; today is 2026-11-21.
pub fn book() -> Book {
    let mut book = Book::in_memory(Clock::fixed(day("2026-11-21"))).unwrap();
    setup::prepare(&mut book).unwrap();
    book
}

/// Files of a test.
pub struct Files(TempDir);

impl Files {
    pub fn new() -> Files {
        Files(TempDir::new().unwrap())
    }

    /// Writes a file, over the one of that name.
    pub fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.0.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }
}

pub fn files(paths: &[&PathBuf]) -> Import {
    Import { files: paths.iter().map(|path| (*path).clone()).collect(), ..Import::default() }
}

pub fn try_import(book: &mut Book, import: &Import) -> Result<Outcome<Vec<FileReport>>, Stopped> {
    run(book, import, &mut |_| ControlFlow::Continue(()))
}

/// Imports files in one go; each must be recognised.
pub fn import(book: &mut Book, paths: &[&PathBuf]) -> Vec<FileReport> {
    let reports = try_import(book, &files(paths)).unwrap().value;
    for report in &reports {
        assert!(report.plan.is_ok(), "{:?}", report.plan);
    }
    reports
}

/// Imports one text as a file of that name.
pub fn import_text(book: &mut Book, files: &Files, name: &str, text: &str) -> FileReport {
    import(book, &[&files.write(name, text)]).remove(0)
}

/// Created, updated, unchanged and rejected rows.
pub fn counts(report: &FileReport) -> [u64; 4] {
    let Tally { created, updated, unchanged, rejected, .. } = report.tally;
    [created, updated, unchanged, rejected]
}

/// The only account of a name.
pub fn account(book: &Book, name: &str) -> Account {
    let mut found = book.accounts_named(&name_key(name)).unwrap();
    assert_eq!(found.len(), 1, "accounts called {name}");
    found.remove(0)
}

/// The only contact of a name.
pub fn contact(book: &Book, name: &str) -> Contact {
    let mut found = book.contacts_named(&name_key(name)).unwrap();
    assert_eq!(found.len(), 1, "contacts called {name}");
    found.remove(0)
}

/// The only deal of a name.
pub fn deal(book: &Book, name: &str) -> Deal {
    let mut found = book.deals_named(&name_key(name)).unwrap();
    assert_eq!(found.len(), 1, "deals called {name}");
    found.remove(0)
}

/// The key of the stage with an id.
pub fn stage_key(book: &Book, id: Id) -> String {
    book.stages().unwrap().into_iter().find(|stage| stage.id == id).unwrap().key
}

/// The whole book as one document.
pub fn dump(book: &Book) -> String {
    let mut bytes = vec![];
    book.dump(&mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// The rows of a table of the book.
pub fn rows(book: &Book, plural: &str) -> Vec<Value> {
    table(&mut serde_json::from_str(&dump(book)).unwrap(), plural)
}

/// The rows of a table of the book as a document.
pub fn table(document: &mut Value, plural: &str) -> Vec<Value> {
    match document[plural].take() {
        Value::Array(rows) => rows,
        other => panic!("{plural}: {other}"),
    }
}
