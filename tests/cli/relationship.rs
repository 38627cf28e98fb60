//! The relationship with accounts and their care through the commands: the fields that programs read.

use crate::shelf::{Shelf, column, fields};

#[test]
fn what_is_told_of_a_relationship_is_answered_with_what_follows_from_it() {
    let shelf = Shelf::stocked();
    let json = |words: &[&str]| shelf.json(words);
    assert!(json(&["signs", "acme corp"]).is_null(), "nothing is told yet");
    let signs = ["--price", "negotiated", "--reached", "top-management", "--contracts", "长期合同，免招标"];
    let told = json(&[&["signs", "set", "acme corp"][..], &signs].concat());
    assert_eq!((&told["proposed"], &told["contracts"]), (&"partner".into(), &"long_term".into()));
    let check_up = json(&["check-up", "add", "acme corp", "--doing", "4", "--needs", "3", "--value", "4"]);
    assert_eq!((&check_up["mean"], &check_up["people"]), (&3.67.into(), &serde_json::Value::Null));
    shelf.does(&["level", "add", "acme corp", "首选供应商", "--why", "they ask us first"]);
    assert_eq!(json(&["account", "show", "acme corp"])["level"], "preferred_supplier");
    let complaint = json(&["complaint", "add", "acme corp", "Late again", "--contact", "jane"]);
    assert_eq!((&complaint["open"], &complaint["contact"]), (&true.into(), &"Jane Doe".into()));
    assert_eq!(column(&json(&["today"])["complaints"], "text"), ["Late again"]);
    shelf.does(&["complaint", "edit", "late", "--answered", "today", "--answer", "new carrier"]);
    assert_eq!(json(&["today"])["complaints"], serde_json::json!([]));
}

#[test]
fn what_cannot_be_is_refused_at_its_field() {
    let shelf = Shelf::stocked();
    for (words, code, said) in [
        (&["check-up", "add", "acme corp", "--doing", "6"][..], 2, "doing"),
        (&["check-up", "add", "acme corp"], 2, "doing"),
        (&["level", "add", "acme corp", "friend"], 2, "vendor"),
        (
            &["complaint", "add", "acme corp", "x", "--raised", "today", "--answered", "yesterday"],
            2,
            "nswered",
        ),
        (&["config", "set", "health_gone_quiet", "101"], 2, "health_gone_quiet"),
    ] {
        let answer = shelf.run(words);
        assert_eq!(answer.code, code, "{words:?}: {}", answer.err);
        assert!(answer.err.contains(said), "{words:?}: {}", answer.err);
    }
}

#[test]
fn health_and_care_have_the_fields_that_are_promised() {
    let shelf = Shelf::stocked();
    shelf.does(&["complaint", "add", "acme corp", "Late again"]);
    let health = shelf.json(&["health", "acme corp"]);
    let wanted = ["account", "check_up", "check_up_on", "code", "health", "id", "reasons", "tier"];
    let mut known = fields(&health);
    known.sort_unstable();
    assert_eq!(known, wanted);
    let first = &health["reasons"][0];
    assert_eq!(
        (&first["code"], &first["weight"], &first["remedy"]),
        (&"complaint_open".into(), &20.into(), &"answer".into())
    );
    let before = health["health"].as_u64().unwrap();
    shelf.does(&["config", "set", "health_complaint_open", "0"]);
    assert_eq!(shelf.json(&["health", "acme corp"])["health"].as_u64().unwrap(), before + 20);
    assert!(shelf.json(&["health"]).as_array().unwrap().len() > 1, "all accounts");
    let care = shelf.json(&["care"]);
    assert_eq!(column(&care["complaints"], "text"), ["Late again"]);
    assert_eq!(column(&care["rhythm"], "tier"), ["key", "ordinary", "prospective"]);
    assert!(shelf.does(&["care"]).contains("Rhythm of contact"));
    assert!(shelf.does(&["health", "--format", "csv"]).starts_with("account,id,code,tier,health,reasons"));
}
