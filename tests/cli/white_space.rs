//! The white space through the command: each crossing in its state, and the totals on both edges.

use serde_json::{Value, json};

use crate::shelf::{Shelf, column};

/// Two accounts and two products: one crossing bought, one in an open deal, one lost, one blank.
fn crossed() -> Shelf {
    let shelf = Shelf::new();
    for words in [
        &["account", "add", "Acme"][..],
        &["account", "add", "晨光纸业"],
        &["product", "add", "Pump"],
        &["product", "add", "Valve"],
        &["order", "add", "--account", "acme", "--amount", "500", "--product", "Pump", "--on", "2026-03-01"],
        &["deal", "add", "Valves", "--account", "acme", "--product", "Valve:2:900"],
        &["deal", "add", "旧泵更换", "--account", "晨光", "--product", "Pump:1:700"],
        &["deal", "lose", "旧泵更换", "--reason", "price"],
    ] {
        shelf.does(words);
    }
    shelf
}

fn states(rows: &Value) -> Vec<(String, String, String)> {
    let word = |row: &Value, key: &str| row[key].as_str().unwrap().to_owned();
    let cells = rows["cells"].as_array().unwrap().iter();
    cells.map(|row| (word(row, "account"), word(row, "product"), word(row, "state"))).collect()
}

fn crossing(account: &str, product: &str, state: &str) -> (String, String, String) {
    (account.to_owned(), product.to_owned(), state.to_owned())
}

#[test]
fn every_crossing_says_its_state_and_both_edges_add_up() {
    let shelf = crossed();
    let all = shelf.json(&["whitespace"]);
    let expected = [
        crossing("Acme", "Pump", "bought"),
        crossing("Acme", "Valve", "open"),
        crossing("晨光纸业", "Pump", "lost"),
        crossing("晨光纸业", "Valve", "blank"),
    ];
    assert_eq!(states(&all), expected);
    let cells = &all["cells"];
    assert_eq!((&cells[0]["amount"], &cells[0]["last"]), (&json!("500.00"), &json!("2026-03-01")));
    assert_eq!((&cells[1]["open_amount"], &cells[1]["amount"]), (&json!("1800.00"), &json!("1800.00")));
    assert_eq!(column(&all["products"], "product"), ["Pump", "Valve"]);
    assert_eq!(column(&all["accounts"], "account"), ["Acme", "晨光纸业"]);
    let total = &all["total"];
    assert_eq!(
        [&total["bought"], &total["open"], &total["blank"]],
        [&json!("500.00"), &json!("1800.00"), &json!(1)]
    );
}

#[test]
fn a_state_or_a_filter_leaves_only_what_is_asked_for() {
    let shelf = crossed();
    assert_eq!(
        states(&shelf.json(&["whitespace", "--state", "blank"])),
        [crossing("晨光纸业", "Valve", "blank")]
    );
    let acme = shelf.json(&["whitespace", "--filter", "name:acme"]);
    assert_eq!(column(&acme["accounts"], "account"), ["Acme"]);
    let refused = shelf.run(&["whitespace", "--state", "sold"]);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("sold"), "{}", refused.err);
}

#[test]
fn it_answers_in_every_form_and_in_an_empty_book() {
    let shelf = crossed();
    for format in ["table", "csv", "md", "html"] {
        for lang in ["en", "zh"] {
            let out = shelf.does(&["whitespace", "--format", format, "--lang", lang]);
            assert!(out.contains("晨光纸业") && out.contains("Valve"), "{format} {lang}: {out}");
        }
    }
    let empty = Shelf::new();
    assert_eq!(empty.json(&["whitespace"])["cells"], json!([]));
    assert!(!empty.does(&["whitespace"]).trim().is_empty());
}
