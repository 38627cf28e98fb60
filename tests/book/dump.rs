//! The whole book as one document.

use keybook::domain::deed::Deed;
use keybook::domain::id::Id;
use keybook::domain::word::RecordKind;
use keybook::ops::history;
use keybook::store::table::deal::Deal;
use keybook::store::table::source::Source;
use keybook::store::{Book, Error, Label};
use serde_json::Value;

use crate::lists::sample;

fn dump(book: &Book) -> String {
    let mut bytes = vec![];
    book.dump(&mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn document(book: &Book) -> Value {
    serde_json::from_str(&dump(book)).unwrap()
}

/// The row of a table in which a column has a value.
fn row<'a>(document: &'a Value, plural: &str, column: &str, value: &str) -> &'a Value {
    let rows = document[plural].as_array().unwrap();
    rows.iter().find(|row| row[column] == value).unwrap()
}

#[test]
fn it_says_what_it_is_and_holds_every_record_readably() {
    let document = document(&sample());
    assert_eq!(document["format"], "keybook");
    assert_eq!(document["version"], keybook::store::VERSION);
    let deal = row(&document, "deals", "name", "Small");
    assert_eq!(deal["amount"], "5000.00");
    assert_eq!(deal["currency"], "USD");
    assert_eq!(deal["win_rate"], 0.35);
    assert_eq!(deal["close_on"], "2026-11-01");
    assert_eq!(deal["next_on"], Value::Null);
    let account = row(&document, "accounts", "id", deal["account_id"].as_str().unwrap());
    assert_eq!((&account["name"], &account["potential"]), (&"Acme Corp".into(), &"500000.00".into()));
    assert!(account["created_at"].as_str().unwrap().starts_with("2026-11-21T"));
    assert_eq!(row(&document, "colleagues", "name", "Max")["is_me"], true);
    assert_eq!(row(&document, "exchange_rates", "currency", "CNY")["rate"], "0.13");
    assert_eq!(row(&document, "stages", "key", "interest")["win_rate"], 0.05);
    assert_eq!(document["deal_products"][0]["quantity"], 1);
    assert_eq!(document["deal_products"][0]["price"], "0.00");
    let events = document["deal_events"].as_array().unwrap();
    let won = events.iter().find(|event| event["status"] == "won").unwrap();
    assert_eq!((&won["old_status"], &won["amount"]), (&"open".into(), &"20000.00".into()));
    assert!(document.get("journals").is_none() && document.get("counters").is_none());
}

#[test]
fn an_empty_book_has_every_table_and_no_row_of_a_person() {
    let book = crate::common::book();
    let document = document(&book);
    assert_eq!(document["accounts"], Value::Array(vec![]));
    assert_eq!(document["stages"].as_array().unwrap().len(), 6);
}

#[test]
fn values_last_seen_in_another_program_are_an_object() {
    let mut book = sample();
    let deal = book.deal_with_code(1).unwrap().unwrap().id;
    let seen = r#"{"Amount":"1,000.00","Stage":null}"#;
    book.operate(|writer| {
        let source = Source {
            id: writer.mint()?,
            system: "hubspot".into(),
            record_kind: RecordKind::Deal,
            their_id: "77".into(),
            record_id: deal,
            seen: seen.into(),
        };
        writer.insert_source(&source)?;
        Ok::<_, Error>(((), Label::new(Deed::ImportFiles, "deals.csv")))
    })
    .unwrap();
    let document = document(&book);
    let source = row(&document, "sources", "their_id", "77");
    assert_eq!(source["seen"], serde_json::from_str::<Value>(seen).unwrap());
    assert_eq!(source["record_id"], deal.to_string());
}

#[test]
fn the_same_book_gives_the_same_bytes_and_an_undone_change_the_old_ones() {
    let mut book = sample();
    let before = dump(&book);
    assert_eq!(dump(&book), before);
    let id: Id = book.deal_with_code(1).unwrap().unwrap().id;
    keybook::ops::deal::advance(&mut book, id, None).unwrap();
    let after = dump(&book);
    assert_ne!(after, before);
    history::undo(&mut book, None).unwrap();
    assert_eq!(dump(&book), before);
    history::redo(&mut book).unwrap();
    assert_eq!(dump(&book), after);
    assert_eq!(book.row::<Deal>(id).unwrap().code, 1);
}
