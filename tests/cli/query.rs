//! `query`: questions in SQL, their answers in every form, and what is refused.

use serde_json::json;

use crate::shelf::{Answer, Shelf};

#[test]
fn a_question_is_answered_in_every_form_for_programs_and_people() {
    let shelf = Shelf::stocked();
    let sql = "SELECT code, amount, currency, stage FROM deals WHERE amount IS NOT NULL ORDER BY code";
    let rows = json!([
        { "code": "D-1", "amount": "120000.00", "currency": "EUR", "stage": "interest" },
        { "code": "D-2", "amount": "364.80", "currency": "EUR", "stage": "comparison" },
    ]);
    let given = shelf.json(&["query", sql]);
    assert_eq!(given[1]["amount"], rows[1]["amount"]);
    assert_eq!(given[1]["stage"], rows[1]["stage"]);
    let lines = shelf.does(&["query", sql, "--format", "csv"]);
    assert!(lines.starts_with("code,amount,currency,stage\nD-1,120000.00,"), "{lines}");
    assert!(shelf.does(&["query", sql, "--format", "md"]).contains("| D-2"));
    assert!(shelf.does(&["query", sql]).contains("364.80"));
    assert_eq!(shelf.json(&["query", "SELECT 1 FROM deals WHERE 0"]), json!([]));
}

#[test]
fn a_question_comes_on_standard_input_too() {
    let shelf = Shelf::stocked();
    let sql = "SELECT a.name, count(*) AS deals FROM deals d JOIN accounts a ON a.id = d.account_id
        GROUP BY a.name ORDER BY 2 DESC";
    let answer = Answer::of(shelf.program().args(["query", "-", "--format", "json"]).write_stdin(sql));
    assert_eq!(answer.code, 0, "{}", answer.err);
    let rows: serde_json::Value = serde_json::from_str(&answer.out).unwrap();
    assert_eq!(rows[0], json!({ "name": "Acme Corp", "deals": 2 }));
}

#[test]
fn people_are_told_where_rows_are_left_off() {
    let shelf = Shelf::stocked();
    let answer = shelf.run(&["query", "SELECT name FROM deals", "--limit", "2"]);
    assert_eq!((answer.code, answer.out.lines().count()), (0, 3), "{}", answer.out);
    assert!(answer.err.contains("--limit 0"), "{}", answer.err);
    let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n";
    assert_eq!(shelf.does(&["query", endless]).lines().count(), 1_001);
}

#[test]
fn what_is_no_question_to_the_views_is_wrong_usage_and_says_what_to_try() {
    let shelf = Shelf::stocked();
    for (sql, word) in [
        ("SELEC", "syntax error"),
        ("SELECT nothing FROM deals", "nothing"),
        ("SELECT * FROM deal", "--views"),
        ("DELETE FROM account", "SELECT"),
        ("PRAGMA journal_mode = DELETE", "SELECT"),
        ("SELECT 1; SELECT 2", "one"),
        (" ", "--views"),
    ] {
        let answer = shelf.run(&["query", sql]);
        assert_eq!((answer.code, answer.out.as_str()), (2, ""), "{sql}: {}", answer.err);
        assert!(answer.err.contains(word), "{sql}: {}", answer.err);
    }
    assert_eq!(shelf.json(&["query", "SELECT count(*) AS n FROM accounts"]), json!([{ "n": 2 }]));
}

#[test]
fn nothing_in_the_book_reaches_a_terminal_raw() {
    let shelf = Shelf::stocked();
    let out = shelf.does(&["query", "SELECT char(27) || '[2J' || char(8238) || 'x' AS x, '=1+1' AS y"]);
    assert!(!out.contains('\u{1b}') && !out.contains('\u{202e}'), "{out:?}");
    let cells = shelf.does(&["query", "SELECT '=1+1' AS y", "--format", "csv"]);
    assert_eq!(cells, "y\n'=1+1\n");
}

#[test]
fn the_page_of_the_views_is_the_programs_own() {
    let page = std::fs::read_to_string("docs/query.md").unwrap();
    let own = Shelf::new().does(&["--lang", "en", "query", "--views", "--format", "md"]);
    assert_eq!(page, own, "put the output of `keybook query --views --format md` into docs/query.md");
}
