//! The relationship with the planned account of the sample, and what it is owed.

use super::Sample;
use super::plan::{add, day, planned};
use crate::domain::entry::{EntryKind, Holder, Value};
use crate::domain::id::Id;
use crate::domain::relationship::SCORES;
use crate::domain::word::{CommitmentStatus, RecordKind};
use crate::ops::commitment::{self, CommitmentInput};
use crate::ops::entry::{self, EntryInput};
use crate::store::Book;

/// The sample, in which Acme Foods has a plan, four check-ups, a level that the signs go beyond, ties, and a
/// complaint without an answer.
pub fn cared() -> Sample {
    let mut sample = planned();
    let book = &mut sample.book;
    let account = book.named("Acme Foods", &[RecordKind::Account]).unwrap()[0].id;
    let of = Holder::Account(account);
    for (held, scores) in [
        ("2025-11-20", [5, 4, 4, 5, 4]),
        ("2026-03-20", [5, 5, 4, 5, 5]),
        ("2026-07-20", [4, 4, 3, 4, 5]),
        ("2026-11-02", [3, 3, 2, 4, 4]),
    ] {
        let mut told = vec![("held", day(held))];
        told.extend(SCORES.into_iter().zip(scores.map(Value::Number)));
        if held == "2026-11-02" {
            told.push(("better", "Spare parts within two days".into()));
        }
        add(book, EntryKind::CheckUp, of, &told);
    }
    let level = [("level", "preferred_supplier".into()), ("decided", day("2026-02-10"))];
    add(
        book,
        EntryKind::Level,
        of,
        &[&level[..], &[("why", "Asked first since the second line".into())]].concat(),
    );
    let signs = [("information", "confidential"), ("price", "negotiated"), ("reached", "top_management")];
    set(book, EntryKind::Signs, of, signs.map(|(key, word)| (key, word.into())));
    set(book, EntryKind::Growth, of, [("talk", Value::Flag(true)), ("closeness", Value::Flag(false))]);
    add(
        book,
        EntryKind::Tie,
        of,
        &[("text", "Our tools on their machines".into()), ("kind", "structural".into())],
    );
    let late = [("text", "Spare parts were late again".into()), ("raised", day("2026-11-17"))];
    add(book, EntryKind::Complaint, of, &late);
    let early = [
        ("text", "The invoice named the wrong plant".into()),
        ("raised", day("2026-10-05")),
        ("answered", day("2026-10-06")),
        ("answer", "Written anew the same day".into()),
    ];
    add(book, EntryKind::Complaint, of, &early);
    promise(book, account, "A price list for the spare parts", "2026-11-19");
    let kept = promise(book, account, "Drawings of the second line", "2026-11-30");
    commitment::settle(book, kept, CommitmentStatus::Kept, None).unwrap();
    sample
}

fn set<const N: usize>(book: &mut Book, kind: EntryKind, of: Holder, told: [(&str, Value); N]) {
    let values = told.into_iter().map(|(key, value)| (key.to_owned(), Some(value))).collect();
    entry::set(book, kind, of, &EntryInput { values }).unwrap();
}

fn promise(book: &mut Book, account: Id, text: &str, due: &str) -> Id {
    let due_on = Some(due.parse().unwrap());
    let input = CommitmentInput { account: Some(account), due_on, ..CommitmentInput::ours(text) };
    commitment::add(book, &input).unwrap().value
}
