//! Facts about relationships: the level that holds is the one decided last, a check-up counts from its day
//! on, and a complaint waits for its answer.

use keybook::domain::due::DueKind;
use keybook::domain::entry::{EntryKind, Holder, Value};
use keybook::domain::id::Id;
use keybook::ops::entry::{self, EntryInput};
use keybook::ops::{history, snooze};
use keybook::store::Book;

use crate::common::{add_account, book, day};

fn add(book: &mut Book, kind: EntryKind, account: Id, input: &EntryInput) -> Id {
    entry::add(book, kind, Holder::Account(account), input).unwrap().value
}

fn check_up(book: &mut Book, account: Id, on: &str, scores: &[(&str, i64)]) {
    let told = EntryInput::default().with("held", day(on));
    let told = scores.iter().fold(told, |told, (key, score)| told.with(key, Value::Number(*score)));
    add(book, EntryKind::CheckUp, account, &told);
}

#[test]
fn the_level_is_the_one_decided_last_whenever_it_was_entered() {
    let mut book = book();
    let (acme, other) = (add_account(&mut book, "Acme"), add_account(&mut book, "Other"));
    for (level, on) in
        [("partner", "2026-09-01"), ("vendor", "2025-01-01"), ("preferred_supplier", "2026-03-01")]
    {
        let told = EntryInput::default().with("level", level).with("decided", day(on));
        add(&mut book, EntryKind::Level, acme, &told);
    }
    let levels = book.levels_of(&[acme, other]).unwrap();
    assert_eq!(levels.get(&acme).map(Vec::as_slice), Some(["partner".to_owned()].as_slice()));
    assert_eq!(levels.get(&other), None, "nobody decided yet");
}

#[test]
fn the_latest_check_up_is_that_of_the_latest_day_that_has_come() {
    let mut book = book();
    let (acme, other) = (add_account(&mut book, "Acme"), add_account(&mut book, "Other"));
    check_up(&mut book, acme, "2026-10-01", &[("doing", 4), ("needs", 3)]);
    check_up(&mut book, acme, "2026-02-01", &[("doing", 5), ("needs", 5)]);
    check_up(&mut book, acme, "2026-12-01", &[("doing", 1)]);
    let latest = book.latest_check_ups().unwrap();
    assert_eq!(latest.get(&acme).map(|one| (one.held_on, one.mean)), Some((day("2026-10-01"), 350)));
    assert_eq!(latest.get(&other), None);
    let earlier = book.latest_check_ups_by(day("2026-09-30")).unwrap();
    assert_eq!(earlier.get(&acme).map(|one| one.mean), Some(500));
    let means: Vec<i64> = book.check_ups_of(acme).unwrap().iter().map(|one| one.mean).collect();
    assert_eq!(means, [500, 350], "in the order of their days, up to today");
}

#[test]
fn a_complaint_is_due_from_its_day_until_it_is_answered() {
    let mut book = book();
    let acme = add_account(&mut book, "Acme");
    let told = EntryInput::default().with("text", "late again").with("raised", day("2026-11-18"));
    let complaint = add(&mut book, EntryKind::Complaint, acme, &told);
    let due = |book: &Book| {
        let all = book.due(7).unwrap();
        all.iter().map(|one| (one.kind, one.on, one.text.clone())).collect::<Vec<_>>()
    };
    let open = (DueKind::Complaint, day("2026-11-18"), "late again".to_owned());
    assert_eq!(due(&book), std::slice::from_ref(&open));
    snooze::add(&mut book, complaint, DueKind::Complaint, day("2026-11-25")).unwrap();
    assert_eq!(due(&book), []);
    history::undo(&mut book, None).unwrap();
    entry::finish(&mut book, EntryKind::Complaint, complaint).unwrap();
    assert_eq!(due(&book), []);
    let answered = book.entry(EntryKind::Complaint, complaint).unwrap().day("answered");
    assert_eq!(answered, Some(day("2026-11-21")));
    history::undo(&mut book, None).unwrap();
    assert_eq!(due(&book), [open]);
}

#[test]
fn a_complaint_is_not_answered_before_it_was_raised() {
    let mut book = book();
    let acme = add_account(&mut book, "Acme");
    let told = EntryInput::default()
        .with("text", "late again")
        .with("raised", day("2026-11-18"))
        .with("answered", day("2026-11-17"));
    assert!(entry::add(&mut book, EntryKind::Complaint, Holder::Account(acme), &told).is_err());
}
