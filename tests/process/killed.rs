//! A process that is killed in the middle of its work.

use std::collections::BTreeSet;
use std::hash::{BuildHasher, RandomState};
use std::thread::sleep;
use std::time::Duration;

use keybook::domain::id::Id;
use keybook::ops::{Problem, history, setup};
use keybook::store::{Clock, Conflict};

use crate::book_file::{assert_sound, dump, open};
use crate::operations;
use crate::worker::{Task, Worker, today};

const ROUNDS: u32 = 20;

#[test]
fn nothing_that_was_said_to_be_done_is_lost_when_a_process_is_killed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.keybook");
    let mut said: BTreeSet<Id> = BTreeSet::new();
    let random = RandomState::new();
    for round in 1..=ROUNDS {
        let mut worker = Worker::start(&path, Task::Fill, usize::MAX);
        // The first rounds may also hit it while it makes the book.
        let moment = Duration::from_micros(random.hash_one(round) % 60_000);
        if round > 3 {
            said.extend(worker.next().map(|said| said.operation));
        }
        sleep(moment);
        said.extend(worker.kill().into_iter().map(|said| said.operation));

        let book = setup::open(&path, Clock::fixed(today())).unwrap();
        let there = operations(&book);
        let lost: Vec<&Id> = said.difference(&there).collect();
        assert!(lost.is_empty(), "round {round}: lost {lost:?}");
        // In each round one more may have been done without a chance to say so.
        let unsaid = there.difference(&said).count();
        assert!(unsaid <= round as usize, "round {round}: {unsaid} that nobody heard of");
        assert_sound(&open(&path));
    }
    assert!(said.len() > 20, "too little was done to tell: {}", said.len());
    the_journal_leads_back_and_forth(&path);
}

fn the_journal_leads_back_and_forth(path: &std::path::Path) {
    let mut book = setup::open(path, Clock::fixed(today())).unwrap();
    let file = open(path);
    let end = dump(&file);
    let mut steps = 0;
    loop {
        match history::undo(&mut book, None) {
            Ok(_) => steps += 1,
            Err(Problem::Undo(Conflict::Nothing)) => break,
            Err(other) => panic!("after {steps}: {other:?}"),
        }
    }
    assert!(!dump(&file).contains("deal "), "everything is undone");
    for _ in 0..steps {
        history::redo(&mut book).unwrap();
    }
    assert_eq!(dump(&file), end);
}
