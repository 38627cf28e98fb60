//! Promises, tasks, special days and what is put off, from the command line.

use crate::shelf::Shelf;

#[test]
fn a_promise_is_noted_listed_kept_and_taken_back() {
    let shelf = Shelf::stocked();
    let made = shelf.json(&[
        "commitment",
        "add",
        "jane",
        "drawings of the line",
        "--kind",
        "supply",
        "--due",
        "tomorrow",
    ]);
    assert_eq!(made["promised_by"], "us");
    assert_eq!((&made["kind"], &made["status"]), (&"supply".into(), &"open".into()));
    shelf.does(&["commitment", "add", "acme", "their budget", "--theirs"]);
    let open = shelf.json(&["commitment", "list"]);
    assert_eq!(open.as_array().unwrap().len(), 2);
    let due = shelf.json(&["today", "--days", "7"]);
    assert_eq!(due["commitments"][0]["text"], "drawings of the line");
    let kept = shelf.json(&["commitment", "keep", "drawings"]);
    assert_eq!(kept["status"], "kept");
    assert_eq!(shelf.json(&["commitment", "list"]).as_array().unwrap().len(), 1);
    assert_eq!(shelf.json(&["commitment", "list", "--status", "kept"])[0]["id"], made["id"]);
    shelf.does(&["undo"]);
    let id = made["id"].as_str().unwrap();
    let edited = shelf.json(&["commitment", "edit", id, "--due", "", "--text", "all drawings"]);
    assert_eq!(edited["due_on"], serde_json::Value::Null);
    shelf.does(&["commitment", "delete", "all drawings"]);
    shelf.does(&["commitment", "break", "budget"]);
    assert_eq!(shelf.does(&["commitment", "list"]), "No commitments.\n");
    assert_eq!(shelf.run(&["commitment", "keep", "nothing like it"]).code, 3);
}

#[test]
fn what_is_put_off_is_not_among_what_is_due_until_it_is_woken() {
    let shelf = Shelf::stocked();
    let task = shelf.json(&["log", "acme", "send the catalogue", "--kind", "task", "--due", "today"]);
    let tasks = || shelf.json(&["today"])["tasks"].as_array().unwrap().len();
    assert_eq!(tasks(), 1);
    let put_off = shelf.json(&["snooze", "send the catalogue", "+1w"]);
    assert_eq!((&put_off["id"], &put_off["reason"]), (&task["id"], &"task".into()));
    assert_eq!(tasks(), 0);
    shelf.does(&["wake", task["id"].as_str().unwrap()]);
    assert_eq!(tasks(), 1);
    assert_eq!(shelf.run(&["snooze", "send the catalogue", "yesterday"]).code, 1);
    shelf.does(&["activity", "done", "catalogue"]);
    assert_eq!(tasks(), 0);
    let outcome = shelf.json(&["activity", "edit", "catalogue", "--outcome", "they like it"]);
    assert_eq!(outcome["outcome"], "they like it");
    let logged = shelf.json(&["activity", "list"]).as_array().unwrap().len();
    shelf.does(&["activity", "delete", "catalogue"]);
    assert_eq!(shelf.json(&["activity", "list"]).as_array().unwrap().len(), logged - 1);
}

#[test]
fn a_lunar_birthday_falls_on_its_civil_day_and_is_greeted_once_a_year() {
    let shelf = Shelf::stocked();
    let day = shelf.json(&["special-day", "add", "jane", "birthday", "十月十四", "--lunar"]);
    assert_eq!((&day["month"], &day["day"]), (&10.into(), &14.into()));
    let next = |today: &str| {
        let days = shelf.json(&["special-day", "list", "--today", today]);
        days[0]["next_on"].as_str().unwrap().to_owned()
    };
    assert_eq!(next("2026-11-21"), "2026-11-22");
    assert_eq!(next("2026-11-23"), "2027-11-11");
    let due =
        |today: &str| shelf.json(&["today", "--today", today])["special_days"].as_array().unwrap().len();
    assert_eq!(due("2026-11-21"), 1);
    shelf.does(&["special-day", "greet", "birthday", "--today", "2026-11-21"]);
    assert_eq!((due("2026-11-21"), due("2027-11-10")), (0, 1));
    let moved = shelf.json(&["special-day", "edit", "birthday", "--day", "8-15", "--label", "six decades"]);
    assert_eq!((&moved["month"], &moved["label"]), (&8.into(), &"six decades".into()));
    shelf.does(&["special-day", "delete", "six"]);
    assert_eq!(shelf.run(&["special-day", "add", "jane", "birthday", "someday"]).code, 2);
}
