//! Moving what stands on a day to another one, whatever it is.

use chrono::NaiveDate;

use super::Done;
use super::activity::{self, ActivityChange};
use super::commitment::{self, CommitmentChange};
use super::deal::{self, DealInput};
use super::entry::{self, EntryInput};
use super::problem::Problem;
use crate::domain::calendar::CalendarKind;
use crate::domain::entry::{EntryKind, Value};
use crate::domain::id::Id;
use crate::store::{Book, Outcome};

/// Moves something to a day: a meeting takes place then, anything else is due then. A meeting's day is that
/// of its own clock.
///
/// # Errors
/// [`Problem::Future`] where something that has happened would lie in the future,
/// [`Problem::FixedDay`] for a special day.
pub fn move_to(book: &mut Book, kind: CalendarKind, id: Id, day: NaiveDate) -> Done<()> {
    let due = Some(Some(day));
    match kind {
        CalendarKind::Meeting => {
            let change = ActivityChange { on: Some(day), ..ActivityChange::default() };
            activity::edit(book, id, &change).map(nothing)
        }
        CalendarKind::Task => {
            let change = ActivityChange { due_on: due, ..ActivityChange::default() };
            activity::edit(book, id, &change).map(nothing)
        }
        CalendarKind::NextStep => {
            deal::edit(book, id, &DealInput { next_on: due, ..DealInput::default() }).map(nothing)
        }
        CalendarKind::OurCommitment | CalendarKind::TheirCommitment => {
            let change = CommitmentChange { due_on: due, ..CommitmentChange::default() };
            commitment::edit(book, id, &change).map(nothing)
        }
        CalendarKind::Action => entry_to(book, EntryKind::Action, id, day),
        CalendarKind::Milestone => entry_to(book, EntryKind::Milestone, id, day),
        CalendarKind::Receivable => entry_to(book, EntryKind::Receivable, id, day),
        CalendarKind::SpecialDay => Err(Problem::FixedDay),
    }
}

fn entry_to(book: &mut Book, kind: EntryKind, id: Id, day: NaiveDate) -> Done<()> {
    let input = EntryInput::default().with("due", Value::Day(day));
    entry::edit(book, kind, id, &input).map(nothing)
}

fn nothing<T>(outcome: Outcome<T>) -> Outcome<()> {
    let Outcome { operation, label, changes, .. } = outcome;
    Outcome { value: (), operation, label, changes }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::entry::Holder;
    use crate::domain::money::{Currency, Money};
    use crate::domain::word::{ActivityKind, CommitmentKind};
    use crate::ops::activity::ActivityInput;
    use crate::ops::commitment::CommitmentInput;
    use crate::ops::{history, testbook};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// Each kind of line, all of them on the same day.
    fn full() -> Book {
        let (mut book, account) = testbook::with_account();
        let on = Some(day("2026-11-25"));
        let activity = |kind| ActivityInput { account: Some(account), ..ActivityInput::new(kind, "x") };
        activity::log(&mut book, &ActivityInput { on, ..activity(ActivityKind::Meeting) }).unwrap();
        activity::log(&mut book, &ActivityInput { due_on: on, ..activity(ActivityKind::Task) }).unwrap();
        let promise = CommitmentInput {
            account: Some(account),
            due_on: on,
            kind: CommitmentKind::Other,
            ..CommitmentInput::ours("call".to_owned())
        };
        commitment::add(&mut book, &promise).unwrap();
        let deal = DealInput {
            name: Some("deal".to_owned()),
            account: Some(account),
            next_step: Some(Some("meet".to_owned())),
            next_on: Some(on),
            ..DealInput::default()
        };
        let deal = deal::add(&mut book, &deal).unwrap().value;
        let told = |text: &str| EntryInput::default().with("text", Value::Text(text.to_owned()));
        let due = |input: EntryInput| input.with("due", Value::Day(day("2026-11-25")));
        let mut add = |kind, holder, input| drop(entry::add(&mut book, kind, holder, &due(input)).unwrap());
        add(EntryKind::Action, Holder::Account(account), told("act"));
        add(EntryKind::Milestone, Holder::Deal(deal), told("come and see"));
        let amount = Value::Money(Money::new(100, Currency::EUR));
        add(EntryKind::Receivable, Holder::Deal(deal), told("first part").with("amount", amount));
        book
    }

    #[test]
    fn whatever_stands_on_a_day_is_moved_as_one_operation_and_back() {
        let mut book = full();
        let on = |book: &Book, text| {
            let items = book.calendar(day(text), day(text)).unwrap();
            items.iter().map(|item| item.kind).collect::<Vec<_>>()
        };
        let all = on(&book, "2026-11-25");
        assert_eq!(all.len(), 7, "{all:?}");
        for item in book.calendar(day("2026-11-25"), day("2026-11-25")).unwrap() {
            move_to(&mut book, item.kind, item.id, day("2026-12-02")).unwrap();
            assert_eq!(on(&book, "2026-12-02"), [item.kind]);
            history::undo(&mut book, None).unwrap();
            assert_eq!(on(&book, "2026-11-25"), all);
        }
    }

    #[test]
    fn a_special_day_stays_where_it_is() {
        let (mut book, account) = testbook::with_account();
        let moved = move_to(&mut book, CalendarKind::SpecialDay, account, day("2026-12-02"));
        assert!(matches!(moved, Err(Problem::FixedDay)));
    }
}
