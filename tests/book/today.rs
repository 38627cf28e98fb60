//! What is due.

use chrono::TimeDelta;
use keybook::domain::entry::{EntryKind, Holder, Value};
use keybook::domain::id::Id;
use keybook::domain::word::{ActivityKind, Calendar, Side, Tier};
use keybook::ops::account::AccountInput;
use keybook::ops::activity::{self, ActivityInput};
use keybook::ops::commitment::{self, CommitmentInput};
use keybook::ops::contact::{self, ContactInput};
use keybook::ops::deal::{self, DealInput, Lost, Won};
use keybook::ops::entry::{self, EntryInput};
use keybook::ops::special_day::{self, SpecialDayInput};
use keybook::ops::{Problem, account, history, settings, setup, snooze};
use keybook::store::view::list::{Placed, Seek};
use keybook::store::view::today::{Agenda, Due, DueCounts, DueKey, DueKind};
use keybook::store::{Book, Clock};
use tempfile::TempDir;

use crate::common::{add_account, add_deal, book, day, euros};

#[test]
fn a_person_has_gone_quiet_when_the_rhythm_of_the_tier_has_run_out() {
    let mut book = book();
    let id = add_account(&mut book, "Acme");
    let person =
        ContactInput { name: Some("Jane".into()), account: Some(Some(id)), ..ContactInput::default() };
    let jane = contact::add(&mut book, &person).unwrap().value;
    let mut talked = |kind, on| {
        let input =
            ActivityInput { contacts: vec![jane], on: Some(day(on)), ..ActivityInput::new(kind, "talk") };
        activity::log(&mut book, &input).unwrap();
    };
    talked(ActivityKind::Call, "2026-11-06");
    // A note is no contact.
    talked(ActivityKind::Note, "2026-11-20");
    let quiet = |book: &keybook::store::Book| -> Vec<_> {
        let due = book.due(7).unwrap().into_iter().filter(|due| due.kind == DueKind::QuietContact);
        due.map(|due| due.on).collect()
    };
    assert!(quiet(&book).is_empty(), "no tier, no rhythm");
    let key = AccountInput { tier: Some(Some(Tier::Key)), ..AccountInput::default() };
    account::edit(&mut book, id, &key).unwrap();
    assert_eq!(quiet(&book), [day("2026-11-20")], "15 days ago, and the rhythm is 14");
    settings::set(&mut book, "rhythm_key", "15").unwrap();
    assert!(quiet(&book).is_empty());
}

#[test]
fn the_rhythm_goes_with_the_account_where_a_person_is_and_with_its_tier() {
    let mut book = book();
    let (acme, brill) = (add_account(&mut book, "Acme"), add_account(&mut book, "Brill"));
    let at = |account: Option<Id>| ContactInput { account: Some(account), ..ContactInput::default() };
    let person = ContactInput { name: Some("Jane".into()), ..at(Some(acme)) };
    let jane = contact::add(&mut book, &person).unwrap().value;
    let call = |on| ActivityInput {
        contacts: vec![jane],
        on: Some(day(on)),
        ..ActivityInput::new(ActivityKind::Call, "talk")
    };
    let talked = activity::log(&mut book, &call("2026-10-01")).unwrap().value;
    let tier = |book: &mut Book, account: Id, tier: Option<Tier>| {
        account::edit(book, account, &AccountInput { tier: Some(tier), ..AccountInput::default() }).unwrap();
    };
    let quiet = |book: &Book| {
        let due = book.due(7).unwrap().into_iter().find(|due| due.kind == DueKind::QuietContact);
        due.map(|due| due.on)
    };
    tier(&mut book, acme, Some(Tier::Key));
    assert_eq!(quiet(&book), Some(day("2026-10-15")), "14 days for a key account");
    tier(&mut book, acme, Some(Tier::Ordinary));
    assert_eq!(quiet(&book), Some(day("2026-10-31")), "30 for an ordinary one");
    contact::edit(&mut book, jane, &at(Some(brill))).unwrap();
    assert_eq!(quiet(&book), None, "no tier, no rhythm");
    tier(&mut book, brill, Some(Tier::Key));
    assert_eq!(quiet(&book), Some(day("2026-10-15")));
    contact::edit(&mut book, jane, &at(None)).unwrap();
    assert_eq!(quiet(&book), None, "at no account");
    history::undo(&mut book, None).unwrap();
    contact::delete(&mut book, jane).unwrap();
    assert_eq!(quiet(&book), None);
    history::undo(&mut book, None).unwrap();
    assert_eq!(quiet(&book), Some(day("2026-10-15")), "back with all that hung on the person");
    activity::delete(&mut book, talked).unwrap();
    assert_eq!(quiet(&book), None, "never met");
}

#[test]
fn a_contact_of_a_later_day_has_not_been_yet() {
    let folder = TempDir::new().unwrap();
    let open = |today| Book::open(&folder.path().join("a.keybook"), Clock::fixed(day(today))).unwrap();
    let mut book = open("2026-11-21");
    setup::prepare(&mut book).unwrap();
    let acme = add_account(&mut book, "Acme");
    let key = AccountInput { tier: Some(Some(Tier::Key)), ..AccountInput::default() };
    account::edit(&mut book, acme, &key).unwrap();
    let person =
        ContactInput { name: Some("Jane".into()), account: Some(Some(acme)), ..ContactInput::default() };
    let jane = contact::add(&mut book, &person).unwrap().value;
    for on in ["2026-10-01", "2026-11-20"] {
        let call = ActivityInput { on: Some(day(on)), ..ActivityInput::new(ActivityKind::Call, "talk") };
        activity::log(&mut book, &ActivityInput { contacts: vec![jane], ..call }).unwrap();
    }
    drop(book);
    let quiet = |today| -> Vec<_> {
        let due = open(today).due(7).unwrap();
        due.into_iter().filter(|due| due.kind == DueKind::QuietContact).map(|due| due.on).collect()
    };
    assert_eq!(quiet("2026-11-21"), []);
    // As on a laptop whose clock was put back.
    assert_eq!(quiet("2026-11-19"), [day("2026-10-15")]);
}

/// A book in which something of every kind is due: every day of a fortnight, in different numbers.
fn full_book() -> Book {
    let mut book = book();
    let account = add_account(&mut book, "Acme");
    let tier = AccountInput { tier: Some(Some(Tier::Key)), ..AccountInput::default() };
    account::edit(&mut book, account, &tier).unwrap();
    let lost = Lost { reason: "price".into(), ..Lost::default() };
    let ahead = |n: i64| book_day() + TimeDelta::days(n % 14 - 7);
    for n in 0..30 {
        let input = DealInput {
            name: Some(format!("Deal {n}")),
            account: Some(account),
            next_step: Some((n % 3 != 0).then(|| format!("step {n}"))),
            next_on: Some((n % 3 != 0).then(|| ahead(n))),
            close_on: Some((n % 2 == 0).then(|| ahead(n * 5))),
            ..DealInput::default()
        };
        let deal = deal::add(&mut book, &input).unwrap().value;
        let text = format!("entry {n}");
        let waits = EntryInput::default().with("text", text.as_str()).with("due", ahead(n * 9));
        entry::add(&mut book, EntryKind::Action, Holder::Account(account), &waits).unwrap();
        let complaint = EntryInput::default().with("text", text.as_str()).with("raised", ahead(n * 11));
        entry::add(&mut book, EntryKind::Complaint, Holder::Account(account), &complaint).unwrap();
        entry::add(&mut book, EntryKind::Milestone, Holder::Deal(deal), &waits).unwrap();
        let payment = waits.with("amount", Value::Money(euros(n)));
        entry::add(&mut book, EntryKind::Receivable, Holder::Deal(deal), &payment).unwrap();
        // What is asked of a deal that is lost, or agreed on the way to one that is decided, is not waited for.
        match n % 10 {
            8 => drop(deal::win(&mut book, deal, &Won::default()).unwrap()),
            9 => drop(deal::lose(&mut book, deal, &lost).unwrap()),
            _ => {}
        }
        let promised_by = if n % 4 == 0 { Side::Them } else { Side::Us };
        let promise = CommitmentInput {
            account: Some(account),
            promised_by,
            due_on: Some(ahead(n * 3)),
            ..CommitmentInput::ours(format!("promise {n}"))
        };
        commitment::add(&mut book, &promise).unwrap();
        let task = ActivityInput {
            account: Some(account),
            due_on: Some(ahead(n * 7)),
            ..ActivityInput::new(ActivityKind::Task, format!("task {n}"))
        };
        activity::log(&mut book, &task).unwrap();
    }
    for n in 0..8 {
        let person = ContactInput {
            name: Some(format!("Person {n}")),
            account: Some(Some(account)),
            ..ContactInput::default()
        };
        let contact = contact::add(&mut book, &person).unwrap().value;
        let call = ActivityInput {
            contacts: vec![contact],
            on: Some(book_day() - TimeDelta::days(15 + n % 3)),
            ..ActivityInput::new(ActivityKind::Call, "talk")
        };
        activity::log(&mut book, &call).unwrap();
        let day = SpecialDayInput {
            account: None,
            contact: Some(contact),
            kind: "birthday".into(),
            label: None,
            calendar: if n % 2 == 0 { Calendar::Lunar } else { Calendar::Solar },
            year: None,
            month: if n % 2 == 0 { 10 } else { 11 },
            day: if n % 2 == 0 { 13 + n } else { 20 + n },
            notice_days: Some(12),
        };
        special_day::add(&mut book, &day).unwrap();
    }
    book
}

fn book_day() -> chrono::NaiveDate {
    day("2026-11-21")
}

/// Every window of some lines, one after the other, in either direction.
fn through_windows(book: &Book, agenda: &Agenda, backwards: bool) -> Vec<Due> {
    let mut all: Vec<Placed<Due, DueKey>> = vec![];
    loop {
        let seek = match (backwards, all.first(), all.last()) {
            (false, _, None) => Seek::First,
            (false, _, Some(last)) => Seek::After(last.place),
            (true, None, _) => Seek::Last,
            (true, Some(first), _) => Seek::Before(first.place),
        };
        let window = book.due_window(agenda, &seek, 7).unwrap();
        if window.is_empty() {
            return all.into_iter().map(|placed| placed.line).collect();
        }
        match backwards {
            true => drop(all.splice(0..0, window)),
            false => all.extend(window),
        }
    }
}

#[test]
fn each_line_names_the_deal_the_person_and_the_account_that_it_is_about() {
    let mut book = full_book();
    let due = book.due(7).unwrap();
    for one in &due {
        assert_eq!(one.account.as_deref(), Some("Acme"), "{one:?}");
        match one.kind {
            DueKind::NextStep => assert_eq!(one.deal, Some(one.text.replace("step", "Deal"))),
            DueKind::ClosePast => assert_eq!(one.deal.as_ref(), Some(&one.text)),
            DueKind::QuietContact => assert_eq!(one.contact.as_ref(), Some(&one.text)),
            DueKind::Milestone | DueKind::Receivable => {
                let decided = one.text.ends_with('9') || one.text.ends_with('8');
                assert!(!decided || one.kind == DueKind::Receivable && one.text.ends_with('8'), "{one:?}");
                assert_eq!(one.deal, Some(one.text.replace("entry", "Deal")));
            }
            DueKind::SpecialDay => assert!(one.contact.is_some() && one.belongs.account.is_some()),
            _ => assert_eq!((&one.deal, &one.contact), (&None, &None)),
        }
    }
    let quiet = due.iter().find(|due| due.kind == DueKind::QuietContact).unwrap();
    let task = ActivityInput {
        contacts: vec![quiet.id],
        due_on: Some(book_day()),
        ..ActivityInput::new(ActivityKind::Task, "send it")
    };
    activity::log(&mut book, &task).unwrap();
    let task = book.due(0).unwrap().into_iter().find(|due| due.text == "send it").unwrap();
    assert_eq!(task.contact.as_ref(), Some(&quiet.text));
}

#[test]
fn the_day_is_the_same_whole_and_by_windows_in_either_direction() {
    let mut book = full_book();
    for with_snoozed in [false, true] {
        let agenda = book.agenda(7).unwrap().with_snoozed(with_snoozed);
        let all = through_windows(&book, &agenda, false);
        assert!(DueKind::ALL.iter().all(|kind| all.iter().any(|due| due.kind == *kind)));
        let key = |due: &Due| DueKey { on: due.on, kind: due.kind, id: due.id };
        assert!(all.is_sorted_by_key(key));
        assert_eq!(through_windows(&book, &agenda, true), all);
        for (n, due) in all.iter().enumerate() {
            assert_eq!(book.due_before(&agenda, key(due)).unwrap(), n as u64, "{due:?}");
        }
        let counts = book.due_counts(&agenda).unwrap();
        let many = |wanted: &dyn Fn(&Due) -> bool| all.iter().filter(|due| wanted(due)).count() as u64;
        assert_eq!(counts.overdue, many(&|due| due.on < book_day()));
        assert_eq!(counts.today, many(&|due| due.on == book_day()));
        assert_eq!(counts.later, many(&|due| due.on > book_day()));
        assert_eq!(book.due_counts_up_to(&agenda, 1_000).unwrap(), counts);
        let glance = book.due_counts_up_to(&agenda, 1).unwrap();
        assert!(glance.and_more && glance.overdue < counts.overdue && glance.overdue > 0, "{glance:?}");
        if with_snoozed {
            assert_eq!(counts.snoozed, many(&|due| due.snoozed.is_some()));
            assert!(counts.snoozed > 0);
        } else {
            assert_eq!(all, book.due(7).unwrap());
            // Every third line is put off; those that remain are the day without them.
            for due in all.iter().step_by(3).filter(|due| due.kind != DueKind::SpecialDay) {
                snooze::add(&mut book, due.id, due.kind, day("2026-11-24")).unwrap();
            }
            let rest = book.due(7).unwrap();
            assert!(rest.iter().all(|due| due.snoozed.is_none()) && rest.len() < all.len());
            let agenda = book.agenda(7).unwrap();
            assert_eq!(through_windows(&book, &agenda, true), rest);
        }
    }
}

/// A deal of a fresh book whose next step was due yesterday.
fn late_deal(book: &mut Book) -> Id {
    let account = add_account(book, "Acme");
    let input = DealInput {
        name: Some("Renewal".into()),
        account: Some(account),
        next_step: Some(Some("call Jane".into())),
        next_on: Some(Some(day("2026-11-20"))),
        ..DealInput::default()
    };
    deal::add(book, &input).unwrap().value
}

#[test]
fn what_is_put_off_is_hidden_until_its_day() {
    let folder = tempfile::tempdir().unwrap();
    let on = |today: &str| setup::open(&folder.path().join("a.keybook"), Clock::fixed(day(today))).unwrap();
    let mut book = on("2026-11-21");
    let id = late_deal(&mut book);
    snooze::add(&mut book, id, DueKind::NextStep, day("2026-11-24")).unwrap();
    assert!(book.due(7).unwrap().is_empty());
    assert_eq!(book.due_counts(&book.agenda(7).unwrap()).unwrap().snoozed, 1);
    let shown = book.agenda(7).unwrap().with_snoozed(true);
    let shown = book.due_window(&shown, &Seek::First, 9).unwrap();
    assert_eq!(shown[0].line.snoozed, Some(day("2026-11-24")));
    assert!(matches!(snooze::add(&mut book, id, DueKind::NextStep, book_day()), Err(Problem::NotToCome(_))));
    drop(book);
    assert!(on("2026-11-23").due(7).unwrap().is_empty());
    assert_eq!(on("2026-11-24").due(7).unwrap()[0].text, "call Jane");
}

#[test]
fn what_is_put_off_comes_back_by_undo_by_waking_and_by_another_day() {
    let mut book = book();
    let id = late_deal(&mut book);
    let due = |book: &Book| book.due(7).unwrap().len();
    let put_off = |book: &mut Book| {
        snooze::add(book, id, DueKind::NextStep, day("2026-11-24")).unwrap();
        assert_eq!(due(book), 0);
    };
    put_off(&mut book);
    history::undo(&mut book, None).unwrap();
    assert_eq!(due(&book), 1);
    put_off(&mut book);
    snooze::clear(&mut book, id, DueKind::NextStep).unwrap();
    assert_eq!(due(&book), 1);
    put_off(&mut book);
    // Nothing of the step was changed, so it waits.
    let amount = DealInput { notes: Some(Some("big".into())), ..DealInput::default() };
    deal::edit(&mut book, id, &amount).unwrap();
    assert_eq!(due(&book), 0);
    let moved = DealInput { next_on: Some(Some(day("2026-11-22"))), ..DealInput::default() };
    deal::edit(&mut book, id, &moved).unwrap();
    assert_eq!(due(&book), 1, "a step on another day is another step");
    put_off(&mut book);
    deal::delete(&mut book, id).unwrap();
    history::undo(&mut book, None).unwrap();
    assert_eq!(due(&book), 0, "it comes back as it was");
}

#[test]
fn somebody_heard_of_and_quiet_again_is_shown_again() {
    let mut book = full_book();
    let quiet = |book: &Book, id: Id| {
        let due = book.due(7).unwrap();
        due.iter().any(|due| due.kind == DueKind::QuietContact && due.id == id)
    };
    let due = book.due(7).unwrap();
    let id = due.iter().find(|due| due.kind == DueKind::QuietContact).unwrap().id;
    snooze::add(&mut book, id, DueKind::QuietContact, day("2027-06-01")).unwrap();
    assert!(!quiet(&book, id));
    let call = |on| ActivityInput {
        contacts: vec![id],
        on: Some(day(on)),
        ..ActivityInput::new(ActivityKind::Call, "talk")
    };
    activity::log(&mut book, &call("2026-11-06")).unwrap();
    assert!(quiet(&book, id), "fifteen days ago, and nobody put that off");
}

#[test]
fn what_a_plan_waits_for_is_put_off_until_its_own_day_is_moved_and_goes_with_its_entry() {
    let mut book = book();
    let account = add_account(&mut book, "Acme");
    let deal = add_deal(&mut book, account, euros(100), "use", None);
    let survey = EntryInput::default().with("kind", "survey").with("due", book_day());
    let survey = entry::add(&mut book, EntryKind::Milestone, Holder::Deal(deal), &survey).unwrap().value;
    let put_off = |book: &mut Book| {
        let done = snooze::add(book, survey, DueKind::Milestone, day("2026-11-24")).unwrap();
        assert!(book.due(7).unwrap().is_empty());
        done.label.subject
    };
    assert_eq!(put_off(&mut book), "survey", "without words of its own it is called by its kind");
    let note = EntryInput::default().with("text", "with the works council");
    entry::edit(&mut book, EntryKind::Milestone, survey, &note).unwrap();
    assert!(book.due(7).unwrap().is_empty(), "it is due on the same day");
    let moved = EntryInput::default().with("due", day("2026-11-22"));
    entry::edit(&mut book, EntryKind::Milestone, survey, &moved).unwrap();
    assert_eq!(book.due(7).unwrap()[0].text, "with the works council");
    put_off(&mut book);
    entry::delete(&mut book, EntryKind::Milestone, survey).unwrap();
    let counts = book.due_counts(&book.agenda(7).unwrap().with_snoozed(true)).unwrap();
    assert_eq!(counts, DueCounts::default());
}
