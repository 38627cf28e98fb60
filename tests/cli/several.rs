//! Several records named where one could be, also on standard input: one operation, one answer.

use serde_json::{Value, json};

use crate::shelf::{Answer, Shelf};

/// Runs the program with names on standard input.
fn fed(shelf: &Shelf, words: &[&str], names: &str) -> Answer {
    Answer::of(shelf.program().args(words).write_stdin(names))
}

fn codes(answer: &Value) -> Vec<&str> {
    answer.as_array().unwrap().iter().map(|record| record["code"].as_str().unwrap()).collect()
}

#[test]
fn one_record_is_an_object_and_several_are_a_list() {
    let shelf = Shelf::stocked();
    assert_eq!(shelf.json(&["deal", "show", "D-2"])["code"], "D-2");
    assert_eq!(codes(&shelf.json(&["deal", "show", "D-2", "old machines"])), ["D-2", "D-3"]);
    let out = shelf.does(&["account", "show", "A-1", "A-2"]);
    assert!(out.contains("Acme Corp") && out.contains("华东机床有限公司"), "{out}");
}

#[test]
fn plans_and_reports_of_several_are_one_list_and_one_file() {
    let shelf = Shelf::stocked();
    let plans = shelf.json(&["plan", "A-1", "A-2"]);
    assert_eq!(codes(&plans), ["A-1", "A-2"]);
    for words in [&["plan"][..], &["report", "account"]] {
        let page = shelf.does(&[words, &["A-1", "A-2", "--format", "html"]].concat());
        assert_eq!(page.matches("<!doctype html>").count(), 1);
        assert_eq!(page.matches("<article>").count(), 2);
        let text = shelf.does(&[words, &["A-1", "A-2", "--format", "md"]].concat());
        assert!(
            text.contains("\n\n# ") && text.contains("Acme Corp") && text.contains("华东机床有限公司"),
            "{text}"
        );
    }
}

#[test]
fn names_on_standard_input_always_answer_with_a_list() {
    let shelf = Shelf::stocked();
    for (names, expected) in
        [("", &[][..]), ("D-1\n", &["D-1"]), ("D-3\r\n\n  acme renewal \n", &["D-3", "D-1"])]
    {
        let answer = fed(&shelf, &["deal", "show", "-", "--format", "json"], names);
        assert_eq!(answer.code, 0, "{}", answer.err);
        assert_eq!(codes(&serde_json::from_str(&answer.out).unwrap()), expected);
    }
}

#[test]
fn several_are_changed_in_one_operation_that_one_undo_takes_back() {
    let shelf = Shelf::stocked();
    let before = shelf.json(&["export", "deals"]);
    let operations = shelf.json(&["history"])["operations"].as_array().unwrap().len();
    let moved = shelf.json(&["deal", "advance", "D-1", "D-3", "--to", "design"]);
    assert_eq!(
        moved.as_array().unwrap().iter().map(|deal| &deal["stage"]).collect::<Vec<_>>(),
        ["design", "design"]
    );
    let history = shelf.json(&["history"]);
    assert_eq!(history["operations"].as_array().unwrap().len(), operations + 1);
    let label = history["operations"][0]["label"].as_str().unwrap();
    assert!(label.contains("Acme renewal, Old machines"), "{label}");
    shelf.does(&["undo"]);
    assert_eq!(shelf.json(&["export", "deals"]), before);
    let out = shelf.does(&["deal", "edit", "D-1", "D-2", "D-3", "--close", "2027-03-01", "--untag=none"]);
    assert_eq!(out.lines().count(), 3, "{out}");
    shelf.does(&["deal", "advance", "D-1", "D-2"]);
    let label = shelf.json(&["history"])["operations"][0]["label"].as_str().unwrap().to_owned();
    assert_eq!(label, "Advance deal Acme renewal, 数控机床二期", "they went to different stages");
}

#[test]
fn a_record_that_is_named_twice_is_taken_once() {
    let shelf = Shelf::stocked();
    let moved = shelf.json(&["deal", "advance", "D-1", "acme renewal", "D-3"]);
    assert_eq!(codes(&moved), ["D-1", "D-3"]);
    assert_eq!(moved[0]["stage"], "incubation");
}

#[test]
fn a_name_that_fails_refuses_all_and_says_its_line() {
    let shelf = Shelf::stocked();
    let before = shelf.does(&["export", "all"]);
    let nobody = fed(&shelf, &["deal", "win", "-"], "D-1\nD-2\nnobody\n");
    assert_eq!((nobody.code, nobody.out.as_str()), (3, ""));
    assert!(nobody.err.contains("line 3") && nobody.err.contains("nobody"), "{}", nobody.err);
    shelf.does(&["deal", "win", "D-2"]);
    let after = shelf.does(&["export", "deals"]);
    let closed = fed(&shelf, &["deal", "lose", "-", "--reason", "price"], "D-1\n\nD-2\n");
    assert_eq!(closed.code, 1);
    assert!(closed.err.contains("line 3"), "{}", closed.err);
    assert_eq!(shelf.does(&["export", "deals"]), after);
    shelf.does(&["undo"]);
    assert_eq!(shelf.does(&["export", "all"]), before);
}

#[test]
fn what_is_told_behind_the_name_is_told_for_each_of_the_lines() {
    let shelf = Shelf::stocked();
    let words =
        ["log", "-", "season's greetings: --all of you", "--kind", "email", "--out", "--format", "json"];
    let answer = fed(&shelf, &words, "jane\n李伟\n");
    assert_eq!(answer.code, 0, "{}", answer.err);
    let logged: Value = serde_json::from_str(&answer.out).unwrap();
    assert_eq!(logged[0]["contacts"], json!(["Jane Doe"]));
    assert_eq!(logged[1]["contacts"], json!(["李伟"]));
    assert_eq!(logged[1]["direction"], "out");
    assert_eq!(shelf.json(&["activity", "list"]).as_array().unwrap().len(), 2);
    shelf.does(&["undo"]);
    assert_eq!(shelf.json(&["activity", "list"]), json!([]));
}

#[test]
fn every_command_that_changes_or_shows_a_record_takes_names_from_standard_input() {
    let shelf = Shelf::stocked();
    for words in [
        &["account", "show"][..],
        &["account", "edit"],
        &["account", "delete"],
        &["account", "assign"],
        &["contact", "show"],
        &["contact", "edit"],
        &["contact", "delete"],
        &["contact", "observe"],
        &["contact", "cover"],
        &["deal", "back"],
        &["deal", "reopen"],
        &["deal", "person"],
        &["product", "delete"],
        &["order", "delete"],
        &["activity", "done"],
        &["commitment", "keep"],
        &["special-day", "delete"],
        &["factor", "add"],
        &["factor", "delete"],
        &["check-up", "add"],
        &["quote", "add"],
        &["brief"],
        &["health"],
        &["plan"],
        &["wake"],
        &["tag", "delete"],
    ] {
        let help = shelf.does(&[words, &["--help"]].concat());
        let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(help.contains("reads names from standard input"), "{words:?}\n{help}");
    }
}
