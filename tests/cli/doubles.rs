//! Likely doubles through the command: found with their reasons, told apart, merged part by part.

use serde_json::{Value, json};

use crate::shelf::{Shelf, column};

/// One company written twice, one person written twice there, and a namesake abroad.
fn doubled() -> Shelf {
    let shelf = Shelf::new();
    for words in [
        &["account", "add", "Acme Foods GmbH", "--country", "Germany", "--phone", "040 1234567"][..],
        &["account", "add", "ACME Foods", "--country", "Deutschland", "--phone", "+49 (0)40 123 4567"],
        &["account", "add", "Acme Foods", "--country", "Canada"],
        &["contact", "add", "Jane Miller", "--account", "A-1", "--email", "jane@acme.example"],
        &["contact", "add", "Miller, Jane", "--account", "A-2", "--email", "jane@acme.example"],
        &["deal", "add", "Line two", "--account", "A-1", "--amount", "500"],
        &["deal", "add", "LINE TWO", "--account", "A-1", "--amount", "900"],
    ] {
        shelf.does(words);
    }
    shelf
}

fn codes(all: &Value) -> Vec<(String, String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let pairs = all.as_array().unwrap().iter();
    pairs.map(|pair| (text(&pair["a"]["code"]), text(&pair["b"]["code"]), text(&pair["certainty"]))).collect()
}

fn pair(one: &str, other: &str, certainty: &str) -> (String, String, String) {
    (one.to_owned(), other.to_owned(), certainty.to_owned())
}

#[test]
fn doubles_are_listed_with_what_they_share_the_surest_first() {
    let shelf = doubled();
    let accounts = shelf.json(&["duplicates", "accounts"]);
    assert_eq!(codes(&accounts)[0], pair("A-1", "A-2", "sure"));
    assert_eq!(column(&accounts[0]["reasons"], "code"), ["phone", "name"]);
    assert!(
        codes(&accounts)[1..].iter().all(|(_, other, certainty)| other == "A-3" && certainty == "likely")
    );
    let people = shelf.json(&["duplicates", "contacts"]);
    assert_eq!(codes(&people), [pair("P-1", "P-2", "sure")]);
    let deals = shelf.json(&["duplicates", "deals"]);
    assert_eq!(codes(&deals), [pair("D-1", "D-2", "likely")]);
    assert_eq!(shelf.json(&["duplicates"]).as_array().unwrap().len(), 5);
}

#[test]
fn what_was_told_apart_is_not_listed_until_that_is_taken_back() {
    let shelf = doubled();
    shelf.does(&["duplicates", "apart", "D-2", "D-1"]);
    assert_eq!(shelf.json(&["duplicates", "deals"]), json!([]));
    shelf.does(&["duplicates", "together", "D-1", "D-2"]);
    assert_eq!(codes(&shelf.json(&["duplicates", "deals"])).len(), 1);
    shelf.does(&["duplicates", "apart", "D-1", "D-2"]);
    shelf.does(&["undo"]);
    assert_eq!(codes(&shelf.json(&["duplicates", "deals"])).len(), 1);
}

#[test]
fn a_merge_takes_what_is_chosen_and_one_undo_parts_them() {
    let shelf = doubled();
    let sides = shelf.json(&["duplicates", "compare", "D-1", "D-2"]);
    let differing = sides.as_array().unwrap().iter().filter(|part| part["differ"] == true);
    assert_eq!(differing.map(|part| part["part"].as_str().unwrap()).collect::<Vec<_>>(), ["name", "amount"]);
    let deal = shelf.json(&["deal", "merge", "D-1", "D-2", "--take", "amount"]);
    assert_eq!((&deal["name"], &deal["amount"]), (&json!("LINE TWO"), &json!("500.00")));
    assert_eq!(shelf.json(&["duplicates", "deals"]), json!([]));
    shelf.does(&["undo"]);
    assert_eq!(shelf.json(&["deal", "show", "D-1"])["name"], "Line two");
}
