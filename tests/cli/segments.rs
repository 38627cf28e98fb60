//! Segments through the commands: what is judged, what is decided, and what programs read of it.

use serde_json::json;

use crate::shelf::{Shelf, column};

/// Three accounts: one judged and buying, one of which little is known, one of which nothing is.
fn judged() -> Shelf {
    let shelf = Shelf::new();
    for words in [
        &["account", "add", "Acme", "--potential", "1000", "--tier", "ordinary"][..],
        &["account", "add", "Borealis", "--potential", "500", "--share", "60%"],
        &["account", "add", "晨光纸业"],
        &["order", "add", "--account", "acme", "--amount", "500", "--on", "2026-03-01"],
        &["standing", "set", "acme", "--attractiveness", "8", "--margin", "25%", "--relation", "良好"],
    ] {
        shelf.does(words);
    }
    shelf
}

#[test]
fn one_row_an_account_with_its_class_and_the_inputs() {
    let shelf = judged();
    let rows = shelf.json(&["segments", "--by", "posture"]);
    // Half of a thousand is at the cut; of three the third has no potential.
    assert_eq!(column(&rows, "account"), ["Acme", "Borealis", "晨光纸业"]);
    assert_eq!(column(&rows, "code"), ["A-1", "A-2", "A-3"]);
    assert_eq!([&rows[0]["class"], &rows[1]["class"]], [&json!("retain"), &json!("maintain")]);
    assert_eq!((&rows[2]["class"], &rows[2]["missing"]), (&json!(null), &json!(["potential", "share"])));
    let inputs = &rows[0]["inputs"];
    assert_eq!((&inputs["potential"], &inputs["share"]), (&json!("1000.00"), &json!(0.5)));
    assert_eq!((&inputs["share_from_orders"], &inputs["potential_level"]), (&json!(true), &json!("high")));
    assert_eq!((&inputs["margin"], &inputs["profit"]), (&json!(0.25), &json!("125.00")));
    assert_eq!((&inputs["relation"], &inputs["currency"]), (&json!("good"), &json!("EUR")));
    assert_eq!(
        (&rows[0]["by_hand"], &rows[0]["why"], &rows[0]["currency"]),
        (&json!(false), &json!(null), &json!("EUR"))
    );
}

#[test]
fn every_method_answers_in_every_form() {
    let shelf = judged();
    for method in ["tier", "pyramid", "score", "rfm", "kaism", "posture"] {
        for format in ["table", "json", "csv", "md", "html"] {
            for lang in ["en", "zh"] {
                let out = shelf.does(&["segments", "--by", method, "--format", format, "--lang", lang]);
                assert!(out.contains("晨光纸业"), "{method} {format} {lang}: {out}");
            }
        }
        let rows = shelf.json(&["segments", "--by", method]);
        assert_eq!(rows[0]["method"], method);
    }
    let score = shelf.json(&["segments", "--by", "score"]);
    assert_eq!((&score[0]["class"], &score[0]["missing"]), (&json!(1.0), &json!(["credit", "prospects"])));
    assert_eq!(shelf.json(&["segments", "--by", "rfm"])[0]["class"], "5-5-5");
    let empty = Shelf::new().json(&["segments"]);
    assert_eq!(empty, json!([]));
}

#[test]
fn a_class_is_decided_with_a_reason_and_withdrawn() {
    let shelf = judged();
    let decided = shelf.json(&["segments", "decide", "acme", "abandon", "--why", "They will close the site"]);
    assert_eq!((&decided["class"], &decided["rule"]), (&json!("abandon"), &json!("retain")));
    assert_eq!((&decided["by_hand"], &decided["why"]), (&json!(true), &json!("They will close the site")));
    assert_eq!(decided["decided_on"], "2026-11-21");
    assert_eq!(shelf.json(&["account", "show", "acme"])["posture"], "abandon");
    let withdrawn = shelf.json(&["segments", "withdraw", "acme", "posture"]);
    assert_eq!((&withdrawn["class"], &withdrawn["by_hand"]), (&json!("retain"), &json!(false)));
    // A class says by itself which method it is of, in either language.
    let tier = shelf.json(&["segments", "decide", "acme", "重点", "--why", "老客户"]);
    assert_eq!((&tier["method"], &tier["class"]), (&json!("tier"), &json!("key")));
    assert_eq!(shelf.json(&["account", "show", "acme"])["tier"], "key");
    shelf.does(&["undo"]);
    assert_eq!(shelf.json(&["account", "show", "acme"])["tier"], "ordinary");
}

#[test]
fn what_only_measures_or_is_no_class_is_refused() {
    let shelf = judged();
    for words in [
        &["segments", "decide", "acme", "5-5-5"][..],
        &["segments", "withdraw", "acme", "rfm"],
        &["segments", "--by", "abc"],
        &["standing", "set", "acme", "--attractiveness", "11"],
        &["standing", "set", "acme", "--margin", "much"],
        &["standing", "set", "borealis"],
    ] {
        let answer = shelf.run(words);
        assert_eq!(answer.code, 2, "{words:?}: {}", answer.err);
        assert!(!answer.err.is_empty());
    }
    assert_eq!(shelf.run(&["segments", "decide", "nobody", "key"]).code, 3);
}

#[test]
fn a_filter_shows_some_but_ranks_stay_among_all() {
    let shelf = judged();
    let rows = shelf.json(&["segments", "--by", "posture", "--filter", "name:borealis"]);
    assert_eq!((rows.as_array().map(Vec::len), &rows[0]["class"]), (Some(1), &json!("maintain")));
}

#[test]
fn segments_look_back_with_the_orders_of_that_day() {
    let shelf = judged();
    let before = shelf.json(&["segments", "--by", "posture", "--as-of", "2026-02-28"]);
    let acme = before.as_array().unwrap().iter().find(|row| row["account"] == "Acme").unwrap();
    assert_eq!((&acme["class"], &acme["inputs"]["sales"]), (&json!(null), &json!(null)));
}

#[test]
fn a_setting_moves_the_cut_at_once() {
    let shelf = judged();
    shelf.does(&["config", "set", "share_cut", "55%"]);
    assert_eq!(shelf.json(&["account", "show", "acme"])["posture"], "acquire");
    let refused = shelf.run(&["config", "set", "score_weights", "30/30/30/30"]);
    assert_eq!(refused.code, 2, "{}", refused.err);
    shelf.does(&["undo"]);
    assert_eq!(shelf.json(&["account", "show", "acme"])["posture"], "retain");
}

#[test]
fn a_standing_is_shown_told_further_and_found_in_the_document() {
    let shelf = judged();
    shelf.does(&["standing", "set", "acme", "--credit", "7", "--relation", ""]);
    let standing = shelf.json(&["standing", "acme"]);
    assert_eq!((&standing["attractiveness"], &standing["credit"]), (&json!(8), &json!(7)));
    assert_eq!((&standing["margin"], &standing["relation"]), (&json!(0.25), &json!(null)));
    assert_eq!(standing["judged_on"], "2026-11-21");
    assert_eq!(shelf.json(&["standing", "borealis"]), json!(null));
    assert!(shelf.does(&["standing", "borealis"]).contains("Standing"), "says that there is none");
    shelf.does(&["segments", "decide", "acme", "abandon", "--why", "closing"]);
    let all: serde_json::Value =
        serde_json::from_str(&shelf.does(&["export", "all", "--format", "json"])).unwrap();
    assert_eq!(all["account_standings"][0]["margin"], 0.25);
    assert_eq!(all["segment_decisions"][0]["class"], "abandon");
}

#[test]
fn a_single_account_is_not_counted_among_several() {
    let shelf = Shelf::new();
    shelf.does(&["account", "add", "Acme"]);
    shelf.does(&["order", "add", "--account", "acme", "--amount", "900"]);
    let pyramid = shelf.does(&["segments", "--by", "pyramid"]);
    assert!(pyramid.contains("One account buys, and brings all of it."), "{pyramid}");
    for name in ["Bora", "Cara"] {
        shelf.does(&["account", "add", name]);
        shelf.does(&["order", "add", "--account", name, "--amount", "10"]);
    }
    let pyramid = shelf.does(&["segments", "--by", "pyramid"]);
    assert!(pyramid.contains("1 of 3 buying accounts brings 80 % of them."), "{pyramid}");
}
