//! A whole book out of its document: the same book, to the byte.

use keybook::domain::text::clean_line;
use keybook::ops::account::AccountInput;
use keybook::ops::contact::ContactInput;
use keybook::ops::{Hanging, account, contact, demo, document, history};
use keybook::store::dump::{LoadError, Misfit};
use keybook::store::{Book, Outcome};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::common::{add_account, book};
use crate::lists::sample;

pub fn dump(book: &Book) -> String {
    let mut bytes = vec![];
    book.dump(&mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn take(book: &mut Book, document: &str) -> Result<Outcome<u64>, LoadError> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.json");
    std::fs::write(&path, document).unwrap();
    document::take(book, &path, false)
}

/// An empty book into which a document was taken.
pub fn taken_back(document: &str) -> Book {
    let mut book = book();
    take(&mut book, document).unwrap();
    book
}

#[test]
fn a_book_of_every_kind_of_record_comes_back_to_the_byte() {
    let whole = dump(&sample());
    assert_eq!(dump(&taken_back(&whole)), whole);
}

#[test]
fn the_demonstration_book_comes_back_to_the_byte() {
    let mut first = book();
    demo::fill(&mut first, Some(40)).unwrap();
    let whole = dump(&first);
    let second = taken_back(&whole);
    assert_eq!(dump(&second), whole);
    let found = |book: &Book| book.accounts_named("nothing is called so").unwrap().len();
    assert_eq!(found(&second), 0);
}

#[test]
fn short_codes_go_on_after_the_last_one() {
    let mut first = book();
    let last = add_account(&mut first, "Nordwind AG");
    let mut second = taken_back(&dump(&first));
    let next = add_account(&mut second, "Helios Ltd");
    let code = |id| second.row::<keybook::store::table::account::Account>(id).unwrap().code;
    assert_eq!(code(next), code(last) + 1);
}

#[test]
fn one_undo_takes_the_whole_book_back_out_and_redo_in_again() {
    let whole = dump(&sample());
    let mut second = book();
    let before = dump(&second);
    take(&mut second, &whole).unwrap();
    history::undo(&mut second, None).unwrap();
    assert_eq!(dump(&second), before);
    history::redo(&mut second).unwrap();
    assert_eq!(dump(&second), whole);
}

#[test]
fn a_book_that_holds_records_takes_none() {
    let mut second = book();
    add_account(&mut second, "Nordwind AG");
    let before = dump(&second);
    assert!(matches!(take(&mut second, &dump(&sample())), Err(LoadError::NotEmpty)));
    assert_eq!(dump(&second), before);
}

/// Where a document that was spoilt is refused; nothing of it is in the book then.
fn refused(from: &str, to: &str) -> LoadError {
    let whole = dump(&sample());
    assert!(whole.contains(from), "{from}");
    let mut second = book();
    let before = dump(&second);
    let refused = take(&mut second, &whole.replacen(from, to, 1)).unwrap_err();
    assert_eq!(dump(&second), before);
    refused
}

#[test]
fn what_does_not_fit_is_named_with_its_table_row_column_and_value() {
    let fault = |from, to| match refused(from, to) {
        LoadError::Fault(fault) => *fault,
        other => panic!("{other:?}"),
    };
    let wrong = fault("\"amount\": \"5000.00\"", "\"amount\": \"5000.001\"");
    assert_eq!((wrong.table.as_str(), wrong.column.as_deref()), ("deals", Some("amount")));
    assert_eq!((wrong.value.as_str(), wrong.why), ("\"5000.001\"", Misfit::NotOfItsKind));
    assert!(wrong.row.is_some());
    assert_eq!(fault("\"accounts\": [", "\"secrets\": [").why, Misfit::NoTable);
    assert_eq!(fault("\"close_on\": ", "\"shut_on\": ").why, Misfit::NoColumn);
    assert_eq!(fault("\"status\": \"open\"", "\"status\": \"ajar\"").why, Misfit::NotAllowed);
    let id = sample_id("accounts");
    assert_eq!(
        fault(&format!("\"account_id\": \"{id}\""), "\"account_id\": \"0000000000018\"").why,
        Misfit::NotAllowed
    );
}

/// The id of the first account that a deal of the sample names.
fn sample_id(table: &str) -> String {
    let document: serde_json::Value = serde_json::from_str(&dump(&sample())).unwrap();
    document[table][0]["id"].as_str().unwrap().to_owned()
}

#[test]
fn what_is_no_whole_document_of_ours_is_refused() {
    assert!(matches!(refused("\"format\": \"keybook\"", "\"format\": \"other\""), LoadError::NotOurs));
    assert!(matches!(refused("\"version\": ", "\"version\": 9"), LoadError::Newer { .. }));
    assert!(matches!(refused("\n}\n", "\n"), LoadError::Read(_)));
    assert!(matches!(refused("\n}\n", "\n}\n{}"), LoadError::Read(_)));
}

/// Text with the marks of JSON, SQL and spreadsheets, several scripts, line ends.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "\\PC{0,8}",
        "[\"'\\\\{}\\[\\]:,;%=+@-]{1,4}",
        Just("');--".to_owned()),
        Just("\\u0000".to_owned()),
        Just("\u{1b}[2J".to_owned()),
        Just("\u{2028}\u{1f600}e\u{301}".to_owned()),
        Just("null".to_owned()),
        Just("\n".to_owned()),
    ];
    vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_that_goes_in_by_the_door_comes_back(texts in vec(hostile(), 8)) {
        let mut first = book();
        let named = |text: &str| format!("N{}", clean_line(text));
        let text = |at: usize| Some(Some(texts[at].clone()));
        let input = AccountInput { name: Some(named(&texts[0])), notes: text(1), ..AccountInput::default() };
        let account = account::add(&mut first, &input).unwrap().value;
        let hanging = Hanging {
            tags: vec![named(&texts[2])],
            fields: vec![(named(&texts[3]), Some(named(&texts[4])))],
            ..Hanging::default()
        };
        let input = ContactInput {
            name: Some(named(&texts[5])),
            account: Some(Some(account)),
            title: text(6),
            notes: text(7),
            hanging,
            ..ContactInput::default()
        };
        contact::add(&mut first, &input).unwrap();
        let whole = dump(&first);
        prop_assert_eq!(dump(&taken_back(&whole)), whole);
    }
}
