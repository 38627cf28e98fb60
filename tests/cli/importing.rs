//! `keybook import` and `keybook export` as scripts see them.

use serde_json::json;

use crate::shelf::{Shelf, column};

const DEALS: &str = "Deal Name,Company,Amount,Deal Stage,Close Date,Region\n\
    Pumps,Acme,\"1,200.50\",Proposal,2026-12-24,north\n\
    Valves,Zed,300,Closed Won,2026-11-02,south\n\
    Pipes,Acme,-5,Proposal,2026-12-24,north\n";

#[test]
fn every_row_is_accounted_for_and_one_undo_takes_all_back() {
    let shelf = Shelf::new();
    let file = shelf.file("deals.csv", DEALS);
    let import = shelf.json(&["import", &file]);
    assert!(import["operation"].is_string());
    let report = &import["files"][0];
    assert_eq!(
        (&report["kind"], &report["rows"], &report["created"]),
        (&json!("deals"), &json!(3), &json!(2))
    );
    assert_eq!(report["rejected"][0]["column"], "Amount");
    assert_eq!(report["rejected"][0]["value"], "-5");
    assert_eq!(report["mapping"]["Company"], "account");
    assert_eq!(report["unmapped"], json!(["Region"]));
    assert_eq!(column(&shelf.json(&["deal", "list"]), "name"), ["Pumps"]);
    assert_eq!(shelf.json(&["deal", "show", "pumps"])["fields"], json!({ "Region": "north" }));
    let again = shelf.json(&["import", &file]);
    assert_eq!((&again["operation"], &again["files"][0]["unchanged"]), (&json!(null), &json!(2)));
    shelf.does(&["undo"]);
    assert_eq!(shelf.json(&["account", "list"]), json!([]));
}

#[test]
fn a_dry_run_tells_and_writes_nothing() {
    let shelf = Shelf::new();
    let file = shelf.file("deals.csv", DEALS);
    let import = shelf.json(&["import", "--dry-run", &file]);
    assert_eq!((&import["operation"], &import["files"][0]["created"]), (&json!(null), &json!(2)));
    assert_eq!(shelf.json(&["deal", "list", "--status", "all"]), json!([]));
}

#[test]
fn columns_and_stages_can_be_put_right() {
    let shelf = Shelf::new();
    let file = shelf.file("x.csv", "Was,Wer,Wieviel,Stufe\nPumpen,Acme,\"1.200,50\",heiß\n");
    let maps =
        ["--map", "Was=name", "--map", "Wer=account", "--map", "Wieviel=amount", "--map", "Stufe=stage"];
    let words = [&["import", "--as", "deals", "--stage", "heiß=commitment", &file][..], &maps].concat();
    assert_eq!(shelf.json(&words)["files"][0]["created"], json!(1));
    let deal = shelf.json(&["deal", "show", "Pumpen"]);
    assert_eq!((&deal["amount"], &deal["stage"]), (&json!("1200.50"), &json!("commitment")));
    assert_eq!(shelf.run(&["import", &file, "--map", "Was=nmae"]).code, 2);
    assert_eq!(shelf.run(&["import", &file, "--as", "dreams"]).code, 2);
    assert_eq!(shelf.run(&["import", &file, "--stage", "heiß=limbo"]).code, 2);
}

#[test]
fn a_file_of_which_nothing_can_be_taken_is_refused_with_code_4() {
    let shelf = Shelf::new();
    let tickets = shelf.file("t.csv", "Ticket ID,Ticket Name,Ticket Status,Priority\n1,Broken,New,High\n");
    let answer = shelf.run(&["import", &tickets]);
    assert_eq!(answer.code, 4, "{}", answer.err);
    assert_eq!(shelf.run(&["import", "no-such-file.csv"]).code, 4);
    let deals = shelf.file("deals.csv", DEALS);
    let both = shelf.json(&["import", &tickets, &deals]);
    assert!(both["files"][0]["error"].is_string());
    assert_eq!(both["files"][1]["created"], json!(2));
}

#[test]
fn an_export_is_read_back_by_an_import_and_changes_nothing() {
    let shelf = Shelf::stocked();
    let file = shelf.path("accounts.csv");
    shelf.does(&["export", "accounts", "--out", file.to_str().unwrap()]);
    let report = shelf.json(&["import", "--dry-run", file.to_str().unwrap()]);
    assert_eq!(report["files"][0]["created"], json!(0), "{report:#}");
    assert_eq!(report["files"][0]["rejected"], json!([]));
}

#[test]
fn everything_is_exported_in_one_document() {
    let shelf = Shelf::stocked();
    let all = shelf.json(&["export", "all"]);
    for (kind, records) in
        [("accounts", 2), ("contacts", 2), ("deals", 3), ("activities", 0), ("small_orders", 0)]
    {
        assert_eq!(all[kind].as_array().map(Vec::len), Some(records), "{kind}");
    }
    assert_eq!(shelf.json(&["export", "deals", "--filter", "!amount"])[0]["name"], "Old machines");
}

#[test]
fn what_was_put_right_is_listed_and_forgotten() {
    let shelf = Shelf::new();
    let may = shelf.file("may.csv", "Was,Wer\nPumpen,Acme\n");
    let june = shelf.file("june.csv", "Was,Wer\nVentile,Acme\n");
    assert_eq!(shelf.json(&["import", "--remembered"]), json!([]));
    shelf.does(&["import", "--as", "deals", "--map", "Was=name", "--map", "Wer=account", &may]);
    let report = &shelf.json(&["import", &june])["files"][0];
    assert_eq!((&report["created"], &report["remembered"]), (&json!(1), &json!(true)));
    let known = shelf.json(&["import", "--remembered"]);
    assert_eq!((&known[0]["file"], &known[0]["kind"]), (&json!("may.csv"), &json!("deals")));
    assert_eq!(known[0]["mapping"], json!({ "Was": "name", "Wer": "account" }));
    let shape = known[0]["shape"].as_str().unwrap();
    assert_eq!(shelf.json(&["import", "--forget", shape])["forgotten"], json!(1));
    assert_eq!(shelf.run(&["import", "--forget", shape]).code, 3);
    assert_eq!(shelf.run(&["import", "--forget", shape, &may]).code, 2);
    assert_eq!(shelf.run(&["import"]).code, 2);
    shelf.does(&["undo"]);
    assert_eq!(shelf.json(&["import", "--remembered"]), known);
}

#[test]
fn standard_input_is_a_file_called_by_a_dash() {
    let shelf = Shelf::new();
    let mut program = shelf.program();
    program.args(["import", "-", "--format", "json"]).write_stdin(DEALS);
    let answer = crate::shelf::Answer::of(&mut program);
    assert_eq!(answer.code, 0, "{}", answer.err);
    let import: serde_json::Value = serde_json::from_str(&answer.out).unwrap();
    assert_eq!((&import["files"][0]["file"], &import["files"][0]["created"]), (&json!("-"), &json!(2)));
    let document = shelf.does(&["export", "all"]);
    let fresh = Shelf::new();
    let mut program = fresh.program();
    program.args(["import", "-"]).write_stdin(document.clone());
    assert_eq!(crate::shelf::Answer::of(&mut program).code, 0);
    assert_eq!(fresh.does(&["export", "all"]), document);
    let mut program = shelf.program();
    program.args(["import", "-"]).write_stdin("");
    let answer = crate::shelf::Answer::of(&mut program);
    assert_eq!(answer.code, 4);
}

#[test]
fn what_is_likely_is_reported_and_joined_only_where_that_is_asked_for() {
    let shelf = Shelf::stocked();
    let people =
        shelf.file("people.csv", "First Name,Last Name,Company,Email\nJane,Doe,Acme,j@home.example\n");
    let report = &shelf.json(&["import", "--dry-run", &people])["files"][0];
    let likely = &report["likely"][0];
    assert_eq!((&likely["row"], &likely["joined"]), (&json!(2), &json!(null)));
    assert_eq!((&likely["candidates"][0]["code"], &report["created"]), (&json!("P-1"), &json!(1)));
    let report = &shelf.json(&["import", "--join-likely", &people])["files"][0];
    assert_eq!(report["likely"][0]["joined"], report["likely"][0]["candidates"][0]["id"]);
    assert_eq!(shelf.json(&["contact", "show", "P-1"])["emails"][1], "j@home.example");
}

#[test]
fn refused_rows_are_written_to_a_file_that_was_not_there() {
    let shelf = Shelf::new();
    let file = shelf.file("deals.csv", DEALS);
    let refused = shelf.path("refused.csv");
    shelf.does(&["import", "--dry-run", &file, "--refused", refused.to_str().unwrap()]);
    let text = std::fs::read_to_string(&refused).unwrap();
    assert!(text.starts_with("file,row,column,value,reason,code\n"), "{text}");
    assert!(text.contains(",4,Amount,-5,"), "{text}");
    assert_eq!(shelf.run(&["import", "--dry-run", &file, "--refused", refused.to_str().unwrap()]).code, 4);
}

#[test]
fn our_own_tables_go_into_an_empty_book_as_they_left_the_other() {
    let shelf = Shelf::new();
    for words in [
        &["account", "add", "=cmd|calc!A1", "--notes", "+1 line\n\"quoted\"", "--tier", "key"][..],
        &["account", "add", "'=quoted before", "--industry", "@SUM(1)"],
        &["contact", "add", "=HYPERLINK(\"x\")", "--account", "A-1", "--email", "=x@y.example"],
        &["deal", "add", "=1+1", "--account", "A-1", "--amount", "1234.5", "--next", "=A1"],
        &["log", "A-1", "--kind", "call", "=danger"],
    ] {
        shelf.does(words);
    }
    let files = ["accounts", "contacts", "deals", "activities"].map(|kind| {
        let table = shelf.does(&["export", kind, "--format", "csv"]);
        assert!(!table.contains(",=") && !table.contains(",\"="), "{table}");
        shelf.file(&format!("{kind}.csv"), &table)
    });
    let other = Shelf::new();
    let words: Vec<&str> = ["import"].into_iter().chain(files.iter().map(String::as_str)).collect();
    other.json(&words);
    let own = |shelf: &Shelf, kind: &str, names: &[&str]| {
        let list = shelf.json(&["export", kind]);
        let held = |one: &serde_json::Value| names.iter().map(|name| one[*name].clone()).collect::<Vec<_>>();
        let mut all: Vec<_> = list.as_array().unwrap().iter().map(held).collect();
        all.sort_by_key(|row| json!(row).to_string());
        all
    };
    for (kind, names) in [
        ("accounts", &["name", "tier", "industry", "notes", "fields"][..]),
        ("contacts", &["name", "account", "emails", "fields"]),
        ("deals", &["name", "account", "amount", "next_step", "fields"]),
        ("activities", &["kind", "subject", "text", "account"]),
    ] {
        assert_eq!(own(&other, kind, names), own(&shelf, kind, names), "{kind}");
    }
}
