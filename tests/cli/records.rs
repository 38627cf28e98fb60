//! Keeping accounts, contacts and deals, and taking it back.

use serde_json::json;

use crate::shelf::{Shelf, column};

#[test]
fn a_record_is_named_by_its_code_its_id_or_words_of_its_name() {
    let shelf = Shelf::stocked();
    let id = shelf.json(&["deal", "show", "D-1"])["id"].as_str().unwrap().to_owned();
    for words in ["d-1", &id, &id.to_lowercase(), "acme renewal", "RENEWAL", "renew"] {
        assert_eq!(shelf.json(&["deal", "show", words])["code"], "D-1", "{words}");
    }
}

#[test]
fn several_of_that_name_are_listed_and_none_is_chosen() {
    let shelf = Shelf::stocked();
    shelf.does(&["deal", "add", "Acme extension", "--account", "A-1"]);
    let answer = shelf.run(&["deal", "show", "acme"]);
    assert_eq!(answer.code, 3);
    assert!(answer.err.contains("D-1") && answer.err.contains("D-4"), "{}", answer.err);
    assert!(answer.out.is_empty());
    assert_eq!(shelf.run(&["deal", "show", "zeppelin"]).code, 3);
    assert_eq!(shelf.run(&["deal", "show", "D-99"]).code, 3);
}

#[test]
fn an_edit_changes_what_is_told_and_an_empty_value_empties() {
    let shelf = Shelf::stocked();
    let deal = shelf.json(&["deal", "edit", "D-1", "--amount", "1.5m", "--next", "", "--next-on", ""]);
    assert_eq!(deal["amount"], "1500000.00");
    assert_eq!((&deal["next_step"], &deal["next_on"]), (&json!(null), &json!(null)));
    assert_eq!(deal["close_date"], "2026-12-15");
    let account =
        shelf.json(&["account", "edit", "A-1", "--tier", "普通", "--untag", "north", "--field", "Size=L"]);
    assert_eq!((&account["tier"], &account["tags"]), (&json!("ordinary"), &json!([])));
    assert_eq!(account["fields"], json!({ "Size": "L" }));
    assert_eq!(shelf.json(&["account", "edit", "A-1", "--field", "Size="])["fields"], json!({}));
}

#[test]
fn a_deal_moves_along_its_stages_and_is_won_lost_and_reopened() {
    let shelf = Shelf::stocked();
    assert_eq!(shelf.json(&["deal", "advance", "D-1"])["stage"], "incubation");
    assert_eq!(shelf.json(&["deal", "advance", "D-1", "--to", "承诺"])["stage"], "commitment");
    assert_eq!(shelf.json(&["deal", "back", "D-1"])["stage"], "comparison");
    assert_eq!(shelf.run(&["deal", "advance", "D-1", "--to", "interest"]).code, 1);
    assert_eq!(shelf.run(&["deal", "advance", "D-1", "--to", "nowhere"]).code, 2);
    assert_eq!(shelf.run(&["deal", "win", "D-1", "--on", "2026-11-22"]).code, 1);
    let won = shelf.json(&["deal", "win", "D-1", "--on", "2026-11-20", "--amount", "110k"]);
    assert_eq!((&won["status"], &won["amount"]), (&json!("won"), &json!("110000.00")));
    assert_eq!(won["closed_on"], "2026-11-20");
    assert_eq!(shelf.run(&["deal", "lose", "D-1", "--reason", "price"]).code, 1);
    let lost =
        shelf.json(&["deal", "lose", "D-3", "--reason", "价格", "--competitor", "Zed", "--learned", "ask"]);
    assert_eq!((&lost["status"], &lost["competitor"]), (&json!("lost"), &json!("Zed")));
    assert_eq!(shelf.json(&["deal", "reopen", "D-3"])["status"], "open");
    assert_eq!(shelf.json(&["forecast"])["won"], "110000.00");
}

#[test]
fn deals_are_listed_by_their_status() {
    let shelf = Shelf::stocked();
    shelf.does(&["deal", "win", "D-1"]);
    shelf.does(&["deal", "lose", "D-3", "--reason", "price"]);
    let codes = |words: &[&str]| {
        let list = shelf.json(&[&["deal", "list"], words].concat());
        let mut codes: Vec<String> = column(&list, "code").into_iter().map(String::from).collect();
        codes.sort();
        codes
    };
    assert_eq!(codes(&[]), ["D-2"]);
    assert_eq!(codes(&["--status", "won"]), ["D-1"]);
    assert_eq!(codes(&["--status", "lost"]), ["D-3"]);
    assert_eq!(codes(&["--status", "all"]), ["D-1", "D-2", "D-3"]);
    assert_eq!(codes(&["--filter", "status:won,lost"]), ["D-1", "D-3"]);
}

#[test]
fn people_and_products_of_a_deal_keep_their_parts_and_prices() {
    let shelf = Shelf::stocked();
    let deal = shelf.json(&["deal", "show", "D-1"]);
    assert_eq!(deal["contacts"][0]["name"], "Jane Doe");
    assert_eq!(deal["contacts"][0]["parts"], json!(["decision_maker"]));
    let product = &deal["products"][0];
    assert_eq!((&product["name"], &product["price"]), (&json!("Pump"), &json!("900.50")));
    assert_eq!(product["quantity"], json!(2.0));
    assert_eq!(column(&shelf.json(&["product", "list"]), "name"), ["Pump"]);
}

#[test]
fn out_after_log_means_that_we_reached_out() {
    let shelf = Shelf::stocked();
    let words = ["log", "jane", "--kind", "call", "--out", "--minutes", "10", "asked for the budget"];
    let activity = shelf.json(&words);
    assert_eq!((&activity["kind"], &activity["direction"]), (&json!("call"), &json!("out")));
    assert_eq!((&activity["minutes"], &activity["contacts"]), (&json!(10), &json!(["Jane Doe"])));
    assert_eq!(activity["account"], "Acme Corp");
    assert_eq!(shelf.json(&["contact", "show", "jane"])["last_contact"], "2026-11-21");
    let reply = shelf.json(&["log", "D-1", "--kind", "email", "--in", "--with", "李伟", "the offer is here"]);
    assert_eq!((&reply["direction"], &reply["deal"]), (&json!("in"), &json!("Acme renewal")));
    assert_eq!(shelf.run(&["log", "jane", "--kind", "call", "--in", "--out", "both"]).code, 2);
}

#[test]
fn undo_takes_back_and_redo_does_again() {
    let shelf = Shelf::stocked();
    let before = shelf.does(&["export", "all"]);
    shelf.does(&["deal", "advance", "D-1"]);
    shelf.does(&["account", "delete", "A-1"]);
    let after = shelf.does(&["export", "all"]);
    let undone = shelf.json(&["undo", "2"]);
    assert_eq!(undone["operations"][0]["label"], "Delete account Acme Corp");
    assert_eq!(shelf.does(&["export", "all"]), before);
    shelf.does(&["redo", "2"]);
    assert_eq!(shelf.does(&["export", "all"]), after);
    assert_eq!(shelf.run(&["redo"]).code, 1);
}

#[test]
fn an_operation_that_later_ones_stand_on_is_not_undone_alone() {
    let shelf = Shelf::stocked();
    shelf.does(&["deal", "edit", "D-1", "--amount", "1k"]);
    let first = shelf.json(&["history", "--limit", "1"])["operations"][0]["id"].as_str().unwrap().to_owned();
    shelf.does(&["deal", "edit", "D-1", "--amount", "2k"]);
    let answer = shelf.run(&["undo", "--operation", &first]);
    assert_eq!(answer.code, 1);
    assert!(answer.err.contains("Edit deal Acme renewal"), "{}", answer.err);
    assert_eq!(shelf.run(&["undo", "--operation", "nonsense"]).code, 2);
}

#[test]
fn two_accounts_become_one_and_are_parted_again() {
    let shelf = Shelf::stocked();
    let before = shelf.does(&["export", "all"]);
    let merged = shelf.json(&["account", "merge", "华东", "acme"]);
    assert_eq!((&merged["code"], &merged["open_deals"]), (&json!("A-1"), &json!(3)));
    shelf.does(&["undo"]);
    assert_eq!(shelf.does(&["export", "all"]), before);
}

#[test]
fn the_book_keeps_the_settings_that_change_figures_and_undoes_them() {
    let shelf = Shelf::stocked();
    shelf.does(&["config", "set", "base_currency", "CNY"]);
    assert_eq!(shelf.json(&["funnel"])["currency"], "CNY");
    shelf.does(&["undo"]);
    assert_eq!(shelf.json(&["funnel"])["currency"], "EUR");
    shelf.does(&["config", "set", "language", "zh"]);
    assert!(shelf.does(&["deal", "list"]).starts_with("编号"));
    assert_eq!(shelf.run(&["config", "set", "base_currency", "EURO"]).code, 2);
    assert_eq!(shelf.run(&["config", "set", "colour", "red"]).code, 2);
}
