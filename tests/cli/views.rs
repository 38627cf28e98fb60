//! Lists as saved views show them: rows, order and columns.

use serde_json::json;

use crate::shelf::Shelf;

/// Three deals with a field of one's own, and a view of two of them.
fn viewed() -> Shelf {
    let shelf = Shelf::stocked();
    shelf.does(&["field", "add", "deal", "budget", "--kind", "money", "--label", "Budget line"]);
    shelf.does(&["deal", "edit", "D-1", "--field", "budget=9000 EUR"]);
    shelf.does(&["deal", "edit", "D-3", "--field", "budget=20000 EUR"]);
    let save = ["view", "save", "deals", "Acme by budget", "--where", "account:acme"];
    let arranged = ["--column", "field.budget", "--column", "name", "--sort", "-field.budget"];
    shelf.does(&[&save[..], &arranged].concat());
    shelf
}

fn codes(shelf: &Shelf, words: &[&str]) -> Vec<String> {
    let list = shelf.json(words);
    list.as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_view_brings_its_rows_and_their_order_and_in_a_table_its_columns() {
    let shelf = viewed();
    assert_eq!(codes(&shelf, &["deal", "list", "--view", "Acme by budget"]), ["D-3", "D-1"]);
    assert_eq!(codes(&shelf, &["deal", "list", "--view", "ACME  by budget"]), ["D-3", "D-1"]);
    let table = shelf.does(&["deal", "list", "--view", "acme by budget"]);
    let lines: Vec<&str> = table.lines().collect();
    let first: Vec<&str> = lines[0].split("  ").filter(|cell| !cell.is_empty()).map(str::trim).collect();
    assert_eq!(first, ["Budget line", "Deal"], "{table}");
    assert!(lines[1].contains("20000 EUR") && lines[1].contains("Old machines"), "{table}");
    let json = shelf.json(&["deal", "list", "--view", "acme by budget"]);
    assert_eq!(json[0]["stage"], json!("interest"), "programs get every field");
}

#[test]
fn a_view_and_a_filter_have_both_to_be_met() {
    let shelf = viewed();
    let list =
        |filter: &str| codes(&shelf, &["deal", "list", "--view", "acme by budget", "--filter", filter]);
    assert_eq!(list("has:close"), ["D-1"]);
    assert_eq!(list("机床"), Vec::<String>::new());
    shelf.does(&["deal", "win", "D-1"]);
    assert_eq!(list("status:won"), ["D-1"]);
    assert_eq!(codes(&shelf, &["deal", "list", "--view", "acme by budget"]), ["D-3"]);
    let won = ["deal", "list", "--view", "acme by budget", "--status", "won"];
    assert_eq!(codes(&shelf, &won), ["D-1"]);
    let wrong = shelf.run(&["deal", "list", "--view", "acme by budget", "--filter", "amuont>5"]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("  amuont>5\n"), "only what was typed is shown: {}", wrong.err);
}

#[test]
fn every_list_with_views_is_shown_in_one() {
    let shelf = Shelf::stocked();
    shelf.does(&["log", "A-2", "--kind", "visit", "Looked at the hall"]);
    shelf.does(&["log", "A-1", "--kind", "call", "About the price"]);
    for (list, noun, filter, columns) in [
        ("accounts", "account", "tier:key", "Account"),
        ("people", "contact", "jane", "Person"),
        ("log", "activity", "kind:visit", "About"),
    ] {
        let column = if list == "log" { "subject" } else { "name" };
        shelf.does(&["view", "save", list, "Mine", "--where", filter, "--column", column]);
        let table = shelf.does(&[noun, "list", "--view", "mine"]);
        assert_eq!(table.lines().count(), 2, "{table}");
        assert_eq!(table.lines().next().unwrap().trim(), columns);
    }
}

#[test]
fn what_is_no_view_of_the_list_says_so_and_names_those_there_are() {
    let shelf = viewed();
    let answer = shelf.run(&["deal", "list", "--view", "Large"]);
    assert_eq!(answer.code, 3);
    assert!(answer.err.contains("Acme by budget"), "{}", answer.err);
    let other = shelf.run(&["contact", "list", "--view", "acme by budget"]);
    assert_eq!(other.code, 3);
    assert!(other.err.contains("a view of the list “deals”"), "{}", other.err);
    let none = shelf.run(&["contact", "list", "--view", "Large", "--lang", "zh"]);
    assert!(none.err.contains("还没有为它保存视图"), "{}", none.err);
}

#[test]
fn a_view_stays_of_use_when_a_field_of_it_is_gone() {
    let shelf = viewed();
    shelf.does(&["field", "delete", "deal", "budget"]);
    assert_eq!(codes(&shelf, &["deal", "list", "--view", "acme by budget"]).len(), 2);
    let table = shelf.does(&["deal", "list", "--view", "acme by budget"]);
    assert_eq!(table.lines().next().unwrap().trim(), "Deal");
}

#[test]
fn a_view_is_not_saved_with_an_order_that_its_list_cannot_have() {
    let shelf = Shelf::stocked();
    let save = |key: &str| shelf.run(&["view", "save", "deals", "Mine", "--sort", key]).code;
    assert_eq!((save("tags"), save("field.none"), save("-amount")), (2, 2, 0));
}
