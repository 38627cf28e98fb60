//! The calendar through the command: what a week or a month brings, on which clock.

use serde_json::{Value, json};

use crate::shelf::Shelf;

/// A meeting on another clock, a next step, a task and a promise in one week; a birthday in another.
fn dated() -> Shelf {
    let shelf = Shelf::new();
    let meeting =
        ["log", "acme", "Annual talks", "--kind", "meeting", "--on", "2026-11-18", "--at", "14:30", "--zone"];
    shelf.does(&["account", "add", "Acme"]);
    shelf.does(&[&meeting[..], &["Asia/Shanghai"]].concat());
    for words in [
        &["deal", "add", "Pumps", "--account", "acme", "--next", "发报价", "--next-on", "2026-11-20"][..],
        &["log", "acme", "Check the tender", "--kind", "task", "--due", "2026-11-22"],
        &["commitment", "add", "acme", "Drawings", "--due", "2026-11-17"],
        &["log", "acme", "Book the room", "--kind", "task", "--due", "2026-11-30"],
    ] {
        shelf.does(words);
    }
    shelf
}

fn items(answer: &Value) -> Vec<(&str, &str)> {
    let rows = answer["items"].as_array().unwrap().iter();
    rows.map(|item| (item["on"].as_str().unwrap(), item["text"].as_str().unwrap())).collect()
}

#[test]
fn a_week_brings_what_has_a_day_in_it() {
    let shelf = dated();
    let week = shelf.json(&["calendar"]);
    assert_eq!((&week["from"], &week["to"]), (&json!("2026-11-16"), &json!("2026-11-22")));
    let expected = [
        ("2026-11-17", "Drawings"),
        ("2026-11-18", "Annual talks"),
        ("2026-11-20", "发报价"),
        ("2026-11-22", "Check the tender"),
    ];
    assert_eq!(items(&week), expected);
    let meeting = &week["items"][1];
    assert_eq!((&meeting["their_at"], &meeting["their_zone"]), (&json!("14:30"), &json!("Asia/Shanghai")));
    let next = shelf.json(&["calendar", "--week", "2026-12-01"]);
    assert_eq!(items(&next), [("2026-11-30", "Book the room")]);
}

#[test]
fn a_month_is_named_or_told_by_one_of_its_days() {
    let shelf = dated();
    let month = shelf.json(&["calendar", "--month", "2026-11"]);
    assert_eq!((&month["from"], &month["to"]), (&json!("2026-11-01"), &json!("2026-11-30")));
    assert_eq!(items(&month).len(), 5);
    assert_eq!(shelf.json(&["calendar", "--month", "2026-11-09"]), month);
    assert_eq!(items(&shelf.json(&["calendar", "--month", "2027-02"])), []);
}

#[test]
fn what_is_no_day_is_refused_and_two_spans_are_not_one() {
    let shelf = dated();
    for words in [
        &["calendar", "--week", "someday"][..],
        &["calendar", "--month", "2026-13"],
        &["calendar", "--week", "2026-11-20", "--month", "2026-11"],
    ] {
        let answer = shelf.run(words);
        assert_eq!(answer.code, 2, "{words:?}: {}", answer.err);
        assert!(!answer.err.is_empty());
    }
}

#[test]
fn it_answers_in_every_form_and_says_when_there_is_nothing() {
    let shelf = dated();
    for format in ["table", "csv", "md", "html"] {
        for lang in ["en", "zh"] {
            let out = shelf.does(&["calendar", "--format", format, "--lang", lang]);
            assert!(out.contains("发报价"), "{format} {lang}: {out}");
        }
    }
    assert!(!Shelf::new().does(&["calendar"]).trim().is_empty());
}

#[test]
fn a_week_is_written_for_another_calendar_too() {
    let shelf = dated();
    let week = shelf.does(&["calendar", "--format", "ics"]);
    assert!(week.starts_with("BEGIN:VCALENDAR\r\n") && week.ends_with("END:VCALENDAR\r\n"), "{week}");
    assert_eq!(week.matches("BEGIN:VEVENT").count(), 4, "{week}");
    assert!(week.contains("SUMMARY:Annual talks"), "{week}");
    assert!(week.contains("DTSTART;VALUE=DATE:20261120"), "{week}");
    let path = shelf.path("week.ics");
    shelf.does(&["calendar", "--format", "ics", "--out", path.to_str().unwrap()]);
    assert_eq!(std::fs::read_to_string(path).unwrap(), week);
    let empty = shelf.does(&["calendar", "--month", "2027-02", "--format", "ics"]);
    assert_eq!(empty.matches("BEGIN:VEVENT").count(), 0);
}
