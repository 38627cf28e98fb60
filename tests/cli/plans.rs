//! Plans through the commands: every kind of entry by the same words, refused at its field, found again.

use crate::shelf::{Shelf, column, fields};

/// A book whose account has some of a plan.
fn planned() -> Shelf {
    let shelf = Shelf::stocked();
    for words in [
        &["factor", "add", "acme corp", "Service nearby", "--sign", "positive", "--control", "high"][..],
        &[
            "factor",
            "add",
            "acme corp",
            "Price is high",
            "--sign",
            "不利",
            "--control",
            "低",
            "--stars",
            "**",
        ],
        &[
            "objective",
            "add",
            "acme corp",
            "Second line",
            "--amount",
            "400k",
            "--due",
            "2027-06-30",
            "--timely",
        ],
        &["need", "add", "renewal", "Line 3 stands still", "--kind", "implicit", "--said-by", "jane"],
        &["need", "add", "renewal", "A pump that can be swapped", "--kind", "explicit"],
        &["intelligence", "add", "acme corp", "预算已经确定", "--level", "3", "--contact", "jane"],
    ] {
        shelf.does(words);
    }
    shelf
}

#[test]
fn an_entry_is_added_listed_edited_moved_and_deleted() {
    let shelf = planned();
    shelf.does(&["factor", "edit", "service", "--stars", "4", "--micro-strategy", "Invite them"]);
    shelf.does(&["factor", "move", "price", "--first"]);
    let factors = shelf.json(&["factor", "list", "acme corp"]);
    assert_eq!(column(&factors, "text"), ["Price is high", "Service nearby"]);
    assert_eq!((&factors[0]["stars"], &factors[1]["stars"]), (&2.into(), &4.into()));
    assert_eq!(factors[0]["sign"], "negative");
    let id = factors[0]["id"].as_str().unwrap().to_owned();
    shelf.does(&["factor", "edit", &id, "--stars", ""]);
    assert!(shelf.json(&["factor", "list", "acme corp"])[0]["stars"].is_null());
    shelf.does(&["factor", "delete", &id]);
    assert_eq!(column(&shelf.json(&["factor", "list"]), "text"), ["Service nearby"]);
    let undone = shelf.does(&["undo"]);
    assert!(undone.contains("Delete factor Price is high"), "{undone}");
}

#[test]
fn what_an_entry_refers_to_is_named_and_known_by_its_id() {
    let shelf = planned();
    shelf.does(&["need", "edit", "stands still", "--became", "swapped"]);
    let needs = shelf.json(&["need", "list", "renewal"]);
    assert_eq!(needs[0]["became"], "A pump that can be swapped");
    assert_eq!(needs[0]["became_id"], needs[1]["id"]);
    assert_eq!((&needs[0]["said_by"], &needs[0]["deal"]), (&"Jane Doe".into(), &"Acme renewal".into()));
    let objective = &shelf.json(&["objective", "list", "A-1"])[0];
    assert_eq!((&objective["amount"], &objective["currency"]), (&"400000.00".into(), &"EUR".into()));
    assert_eq!(objective["checks_open"].as_array().unwrap().len(), 4);
    let header = shelf.does(&["objective", "list", "A-1", "--format", "csv"]);
    assert_eq!(header.lines().next().unwrap().split(',').collect::<Vec<_>>(), fields(objective));
}

#[test]
fn what_is_refused_says_where_and_what_to_try() {
    let shelf = planned();
    for (words, code, says) in [
        (&["factor", "edit", "price", "--stars", "5"][..], 2, "Stars"),
        (&["factor", "add", "acme corp", "x", "--sign", "good", "--control", "low"], 2, "positive"),
        (&["factor", "add", "acme corp", "x", "--control", "low"], 2, "Sign"),
        (&["factor", "edit", "nothing such", "--stars", "1"], 3, "nothing such"),
        (&["need", "edit", "n", "--spin", "problem"], 3, "stands still"),
        (&["plan", "set", "acme corp", "--decision", "give-up"], 2, "Reason"),
        (&["intelligence", "add", "acme corp", "x", "--level", "7"], 2, "Level"),
        (&["need", "add", "A-1", "x", "--kind", "implicit"], 3, "A-1"),
        (&["phase", "move", "x", "--first"], 2, "move"),
    ] {
        let answer = shelf.run(words);
        assert_eq!(answer.code, code, "{words:?}: {}", answer.err);
        assert!(answer.err.contains(says), "{words:?}: {}", answer.err);
    }
}

#[test]
fn notes_are_found_by_their_words_with_the_account_they_stand_on() {
    let shelf = planned();
    let found = shelf.json(&["search", "预算"]);
    assert_eq!((&found[0]["kind"], &found[0]["where"]), (&"intelligence".into(), &"Acme Corp".into()));
    let found = shelf.json(&["search", "swapped"]);
    assert_eq!((&found[0]["kind"], &found[0]["where"]), (&"need".into(), &"Acme Corp".into()));
}

#[test]
fn the_whole_book_is_written_with_its_plans() {
    let shelf = planned();
    let book: serde_json::Value = serde_json::from_str(&shelf.does(&["export", "all"])).unwrap();
    assert_eq!(book["factors"].as_array().unwrap().len(), 2);
    assert_eq!(book["objectives"][0]["amount"], "400000.00");
    assert_eq!(book["objectives"][0]["timely"], true);
}
