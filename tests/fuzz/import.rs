//! A file taken into a book, whatever is in it.

use std::ops::ControlFlow;
use std::path::Path;

use chrono::NaiveDate;
use keybook::exchange::{Kind, Options};
use keybook::i18n::Lang;
use keybook::ops::import::{FileReport, Import, run};
use keybook::ops::{history, setup};
use keybook::report::problem::{explain_reason, explain_unreadable};
use keybook::store::{Book, Clock};
use serde_json::Value;
use tempfile::TempDir;

/// The day it is.
pub const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();

/// An empty book.
pub fn book() -> Book {
    let mut book = Book::in_memory(Clock::fixed(TODAY)).unwrap();
    setup::prepare(&mut book).unwrap();
    book
}

/// An empty book for one input after the other: making one takes longer than most inputs do.
#[derive(Default)]
pub struct Emptied(Option<(Book, u32)>);

/// So many inputs are tried on one book, since it remembers what was undone.
const ON_ONE_BOOK: u32 = 200;

impl Emptied {
    /// Tries something on an empty book that leaves nothing in it. Where it fails, the next book is a new one.
    pub fn with(&mut self, attempt: impl FnOnce(&mut Book)) {
        let (mut book, inputs) =
            self.0.take().filter(|(_, inputs)| *inputs < ON_ONE_BOOK).unwrap_or_else(|| (book(), 0));
        let empty = dump(&book);
        attempt(&mut book);
        assert_eq!(dump(&book), empty);
        self.0 = Some((book, inputs + 1));
    }
}

/// The whole book as one document.
pub fn dump(book: &Book) -> String {
    let mut bytes = vec![];
    book.dump(&mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// Whether a text does nothing to a terminal but to be read: no control characters but line ends, nothing that turns
/// or hides what stands beside it.
pub fn is_harmless(text: &str) -> bool {
    !text.chars().any(|sign| {
        sign.is_control() && sign != '\n'
            || matches!(sign, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
    })
}

/// Takes each input as a file of this name, into an empty book.
pub fn importing(name: &str) -> impl FnMut(&[u8]) + use<> {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join(name);
    let mut emptied = Emptied::default();
    move |bytes| {
        let _stays = &folder;
        emptied.with(|book| take(book, &path, bytes));
    }
}

/// Takes a file in, and holds what is true of every import: it adds up, what is in the book is harmless, the same
/// file again makes nothing new, and one undo takes all of it back.
pub fn take(book: &mut Book, path: &Path, bytes: &[u8]) {
    std::fs::write(path, bytes).unwrap();
    let kinds = [None, Some(Kind::Accounts), Some(Kind::Contacts), Some(Kind::Deals), Some(Kind::Activities)];
    let kind = kinds[bytes.len() % 2 * (crc32fast::hash(bytes) as usize % kinds.len())];
    let import = Import {
        files: vec![path.to_owned()],
        options: Options { kind, ..Options::default() },
        ..Import::default()
    };
    let outcome = run(book, &import, &mut |_| ControlFlow::Continue(())).unwrap();
    outcome.value.iter().for_each(holds);
    let taken = serde_json::from_str(&dump(book)).unwrap();
    texts(&taken, &mut |text| assert!(is_harmless(text), "{text:?}"));
    let again = run(book, &import, &mut |_| ControlFlow::Continue(())).unwrap();
    assert!(again.value.iter().all(|file| file.tally.created == 0), "{:?}", again.value);
    while history::undo(book, None).is_ok() {}
}

/// Every text in a document.
pub fn texts(value: &Value, see: &mut dyn FnMut(&str)) {
    match value {
        Value::String(text) => see(text),
        Value::Array(items) => items.iter().for_each(|item| texts(item, see)),
        Value::Object(fields) => fields.iter().for_each(|(name, value)| {
            see(name);
            texts(value, see);
        }),
        _ => {}
    }
}

/// What is true of every report: its rows are all accounted for, and can be told to a person.
fn holds(file: &FileReport) {
    match &file.plan {
        Ok(plan) => {
            let tally = &file.tally;
            assert_eq!(
                plan.rows,
                tally.created + tally.updated + tally.unchanged + tally.rejected,
                "{tally:?}"
            );
            for refused in &file.rejected {
                let told = explain_reason(Lang::En, &refused.reason);
                assert!(is_harmless(&refused.value) && is_harmless(&told), "{refused:?}");
            }
            assert!(plan.columns.iter().all(|column| is_harmless(&column.header)), "{:?}", plan.columns);
        }
        Err(error) => {
            let told = explain_unreadable(Lang::Zh, error);
            let words = [Some(told.what), told.why, told.hint];
            assert!(words.iter().flatten().all(|words| is_harmless(words)), "{error:?}");
        }
    }
}
