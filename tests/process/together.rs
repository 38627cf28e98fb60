//! Two processes at one book.

use std::collections::BTreeSet;

use keybook::domain::money::{Currency, Money};
use keybook::ops::account::AccountInput;
use keybook::ops::deal::DealInput;
use keybook::ops::{account, deal, setup};
use keybook::store::Clock;

use crate::book_file::{assert_sound, open};
use crate::operations;
use crate::worker::{Said, Task, Worker, today};

const STEPS: usize = 120;

/// In the long trial.
const MANY: usize = 10_000;

#[test]
fn two_processes_that_write_at_once_lose_nothing() {
    write_at_once(STEPS);
}

#[test]
#[ignore = "some minutes: ten thousand edits each; run with --ignored"]
fn two_processes_of_ten_thousand_edits_each_lose_nothing() {
    write_at_once(MANY);
}

fn write_at_once(steps: usize) {
    let folder = tempfile::tempdir().unwrap();
    // Both find no book, and make it.
    let path = folder.path().join("a.keybook");
    let workers = [(); 2].map(|()| Worker::start(&path, Task::Fill, steps));
    let heard = workers.map(|worker| std::thread::spawn(|| worker.finish()));
    let said: Vec<Said> = heard.map(|heard| heard.join().unwrap()).concat();
    assert_eq!(said.len(), 2 * steps);

    let book = setup::open(&path, Clock::fixed(today())).unwrap();
    let ids: BTreeSet<_> = said.iter().map(|said| said.operation).collect();
    assert_eq!(operations(&book), ids);
    assert_eq!(book.stages().unwrap().len(), 6, "the book was filled once");
    let codes: Vec<i64> = said.iter().filter_map(|said| said.code).collect();
    let different: BTreeSet<i64> = codes.iter().copied().collect();
    assert_eq!(different.len(), codes.len(), "no short code is given twice");
    let deals = book.funnel(None, None).unwrap().funnel.total.deals;
    assert_eq!(deals, codes.len() as u64);
    assert_sound(&open(&path));
}

#[test]
fn a_figure_is_read_from_one_moment_while_another_process_writes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.keybook");
    let yesterday = today().pred_opt().unwrap();
    let mut book = setup::open(&path, Clock::fixed(yesterday)).unwrap();
    let input = AccountInput { name: Some("Acme".to_owned()), ..AccountInput::default() };
    let account = account::add(&mut book, &input).unwrap().value;
    for n in 1..=20 {
        let input = DealInput {
            name: Some(format!("deal {n}")),
            account: Some(account),
            amount: Some(Some(Money::new(100 << n, Currency::EUR))),
            ..DealInput::default()
        };
        deal::add(&mut book, &input).unwrap();
    }
    drop(book);

    let book = setup::open(&path, Clock::fixed(today())).unwrap();
    let then = book.funnel(None, Some(yesterday)).unwrap().funnel;
    let worker = Worker::start(&path, Task::Move, 400);
    let writing = std::thread::spawn(move || worker.finish().len());
    let mut looks = 0;
    while !writing.is_finished() || looks == 0 {
        assert_eq!(book.funnel(None, Some(yesterday)).unwrap().funnel, then);
        assert_eq!(book.funnel(None, None).unwrap().funnel.total.amount, then.total.amount);
        looks += 1;
    }
    assert_eq!(writing.join().unwrap(), 400);
    assert_ne!(book.funnel(None, None).unwrap().funnel.total.weighted, 0);
}

#[test]
fn what_is_done_after_another_process_has_come_and_gone_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.keybook");
    let mut book = setup::open(&path, Clock::fixed(today())).unwrap();
    let named = |name: &str| AccountInput { name: Some(name.to_owned()), ..AccountInput::default() };
    account::add(&mut book, &named("before")).unwrap();
    // A look at a past day opens the same file once more, and lets go of it.
    drop(book.as_of(today().pred_opt().unwrap()).unwrap());
    // A command comes and goes: the last to leave a book clears its log away, so it must see that one is left.
    assert_eq!(Worker::start(&path, Task::Fill, 3).finish().len(), 3);
    account::add(&mut book, &named("after")).unwrap();

    let again = setup::open(&path, Clock::fixed(today())).unwrap();
    assert_eq!(operations(&again), operations(&book));
    assert_eq!(operations(&again).len(), 5);
}
