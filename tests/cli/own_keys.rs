//! `keys --check`: what is wrong with a person's own keys, before the interface is opened.

use serde_json::json;

use crate::shelf::Shelf;

#[test]
fn keys_of_ones_own_are_looked_through_line_by_line() {
    let shelf = Shelf::new();
    assert!(shelf.does(&["keys", "--check"]).contains("no keys of your own"));
    let own = "# mine\n[keys]\n\"app.help\" = [\"f1\", \"u\"]\n\"deal.fly\" = [\"f\"]\n\"app.redo\" = [\n  \"U\",\n  \"hyper-x\",\n]\n";
    shelf.file("config.toml", own);
    let answer = shelf.run(&["keys", "--check"]);
    assert_eq!(answer.code, 2, "{}", answer.err);
    let said: Vec<&str> = answer.out.lines().filter(|line| !line.is_empty()).collect();
    assert_eq!(
        said,
        [
            "Line 3: u is asked for by both app.undo and app.help.",
            "Line 4: there is no action deal.fly.",
            "Line 7: there is no key hyper-x, which app.redo is to have.",
        ]
    );
    assert!(answer.err.contains("the usual ones are in force"), "{}", answer.err);
    let chinese = shelf.run(&["--lang", "zh", "keys", "--check"]);
    assert!(chinese.out.contains("第 4 行：没有名为 deal.fly 的操作。"), "{}", chinese.out);
}

#[test]
fn programs_read_what_is_wrong_with_own_keys() {
    let shelf = Shelf::new();
    shelf.file("config.toml", "[keys]\n\"app.help\" = [\"u\"]\n");
    let answer = shelf.run(&["keys", "--check", "--format", "json"]);
    assert_eq!(answer.code, 2);
    let told: serde_json::Value = serde_json::from_str(&answer.out).unwrap();
    let problem = "u is asked for by both app.undo and app.help";
    assert_eq!(
        told,
        json!([{"line": 2, "kind": "clash", "action": "app.help", "keys": "u", "problem": problem}])
    );
    shelf.file("config.toml", "[keys]\n\"app.help\" = [\"f1\"]\n");
    assert_eq!(shelf.json(&["keys", "--check"]), json!([]));
}

#[test]
fn settings_that_cannot_be_read_are_told_with_their_line() {
    let shelf = Shelf::new();
    shelf.file("config.toml", "language = \"en\"\n[keys]\n\"app.help\" = 7\n");
    let answer = shelf.run(&["keys", "--check"]);
    assert_eq!(answer.code, 2);
    assert!(answer.out.contains("Line 3: "), "{}", answer.out);
}
