//! Clocks that jump, back and ahead, between two openings of the book and back again: nothing is lost, the last thing
//! done is the first undone, and copies go on being made and kept.

use std::collections::BTreeSet;
use std::path::Path;

use chrono::NaiveDate;
use keybook::domain::backup::Reason;
use keybook::domain::id::Id;
use keybook::domain::money::{Currency, Money};
use keybook::ops::account::AccountInput;
use keybook::ops::deal::DealInput;
use keybook::ops::{account, backup, check, deal, history, setup};
use keybook::store::backup::list;
use keybook::store::table::deal::Deal;
use keybook::store::{Book, Clock};
use rstest::rstest;

/// The days on which the book is opened, one after the other.
const STEADY: [&str; 6] = ["2026-11-21"; 6];

fn opened(path: &Path, day: &str) -> Book {
    setup::open(path, Clock::fixed(day.parse::<NaiveDate>().unwrap())).unwrap()
}

fn dump(book: &Book) -> String {
    let mut bytes = vec![];
    book.dump(&mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// What a day's work leaves: an account, a deal that was moved on, and an older one with another amount.
fn work(book: &mut Book, number: i64, first: Option<Id>) -> Id {
    let input = AccountInput { name: Some(format!("Account {number}")), ..AccountInput::default() };
    let account = account::add(book, &input).unwrap().value;
    let amount = |amount: i64| Some(Some(Money::new(amount * 100, Currency::EUR)));
    let input = DealInput {
        name: Some(format!("Deal {number}")),
        account: Some(account),
        amount: amount(1000 + number),
        ..DealInput::default()
    };
    let deal = deal::add(book, &input).unwrap().value;
    deal::advance(book, deal, None).unwrap();
    if let Some(first) = first {
        deal::edit(book, first, &DealInput { amount: amount(5000 + number), ..DealInput::default() })
            .unwrap();
    }
    deal
}

#[rstest]
#[case::a_day_back(["2026-11-21", "2026-11-20", "2026-11-21", "2026-11-20", "2026-11-21", "2026-11-22"])]
#[case::twenty_years_back(["2026-11-21", "2006-11-21", "2006-11-22", "2026-11-21", "2006-11-21", "2026-11-22"])]
#[case::fifty_years_on(["2026-11-21", "2076-11-21", "2026-11-21", "2026-11-22", "2076-11-22", "2026-11-23"])]
#[case::to_the_beginning_of_clocks(["2026-11-21", "1970-01-01", "1969-12-31", "1904-01-01", "2026-11-21", "2026-11-22"])]
#[case::beyond_the_ids(["2026-11-21", "2109-12-31", "2150-01-01", "9999-12-31", "2026-11-21", "2026-11-22"])]
fn a_clock_that_jumps_costs_nothing(#[case] days: [&str; 6]) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.keybook");
    let (mut looks, mut first, mut copies) = (vec![], None, 0);
    for (number, day) in (0..).zip(days) {
        let mut book = opened(&path, day);
        looks.push(dump(&book));
        let made = work(&mut book, number, first);
        first.get_or_insert(made);
        assert!(backup::before(&book, Reason::Leaving).unwrap().is_some(), "a copy on {day}");
        copies += 1;
        let all = list(&path).unwrap();
        assert_eq!(all.len(), copies, "each copy is kept");
        assert!(all.windows(2).all(|pair| pair[0].number > pair[1].number), "{all:?}");
        assert!(all.iter().all(|copy| copy.verify().is_ok()));
    }
    let mut book = opened(&path, days[5]);
    assert!(check::examine(&path).unwrap().findings.is_empty());

    // The book is what it would be had the clock stood still.
    let steady = folder.path().join("steady.keybook");
    let mut first_steady = None;
    for (number, day) in (0..).zip(STEADY) {
        let made = work(&mut opened(&steady, day), number, first_steady);
        first_steady.get_or_insert(made);
    }
    let total = |book: &Book| book.funnel(None, None).unwrap().funnel.total;
    assert_eq!(total(&book), total(&opened(&steady, STEADY[0])));
    assert_eq!(book.row::<Deal>(first.unwrap()).unwrap().amount, Some(500_500));
    let ids: BTreeSet<Id> = book.history(None, 100).unwrap().iter().map(|operation| operation.id).collect();
    assert_eq!(ids.len(), 6 * 3 + 5, "every operation has an id of its own");

    // The last thing done is the first undone, whatever the clock said.
    for (number, look) in looks.iter().enumerate().rev() {
        let operations = if number == 0 { 3 } else { 4 };
        (0..operations).for_each(|_| drop(history::undo(&mut book, None).unwrap()));
        assert_eq!(dump(&book), *look, "undone to the morning of {}", days[number]);
    }
    for _ in 0..(6 * 3 + 5) {
        history::redo(&mut book).unwrap();
    }
    assert_eq!(book.row::<Deal>(first.unwrap()).unwrap().amount, Some(500_500));
    assert!(check::examine(&path).unwrap().findings.is_empty());
}

#[test]
fn hourly_copies_go_on_after_a_jump_and_are_not_made_at_every_turn() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.keybook");
    for (number, day) in (0..).zip(["2026-11-21", "2076-11-21", "2026-11-21", "2006-11-21", "2026-11-22"]) {
        let clock = Clock::fixed(day.parse().unwrap());
        let mut book = setup::open(&path, clock).unwrap();
        work(&mut book, number, None);
        drop(book);
        backup::hourly(&path, clock).unwrap();
        let copies = list(&path).unwrap().len();
        assert!(copies >= number as usize, "none is made any more on {day}");
        work(&mut setup::open(&path, clock).unwrap(), 100 + number, None);
        backup::hourly(&path, clock).unwrap();
        assert_eq!(list(&path).unwrap().len(), copies, "a second one within the hour, on {day}");
    }
}

/// A hundred copies, with the clock gone wrong for some of them: those of the days before it did are still there.
#[test]
fn copies_of_a_wrong_clock_do_not_push_out_all_others() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.keybook");
    let days = ["2026-11-18", "2026-11-19", "2026-11-20", "2076-11-20", "2006-01-01", "2026-11-21"];
    for day in days {
        let mut book = opened(&path, day);
        for number in 0..15 {
            work(&mut book, number, None);
            backup::make(&book).unwrap();
        }
    }
    let left: BTreeSet<String> = list(&path).unwrap().iter().map(|copy| copy.day().to_string()).collect();
    for day in days {
        assert!(left.contains(day), "none of {day}: {left:?}");
    }
}
