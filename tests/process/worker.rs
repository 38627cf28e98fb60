//! Another process that works on a book: this test program, started again with a task in its
//! environment. It says a line for each operation once that is done.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use chrono::NaiveDate;
use keybook::domain::id::Id;
use keybook::domain::money::{Currency, Money};
use keybook::ops::account::AccountInput;
use keybook::ops::deal::DealInput;
use keybook::ops::{Problem, account, deal, setup};
use keybook::store::table::deal::Deal;
use keybook::store::{Book, Clock, Error};

const BOOK: &str = "KEYBOOK_TEST_BOOK";
const STEPS: &str = "KEYBOOK_TEST_STEPS";
const TASK: &str = "KEYBOOK_TEST_TASK";

/// What the other process does, again and again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Task {
    /// Adds an account, adds deals to it, edits and moves them.
    Fill,
    /// Moves the deals that are there on and back.
    Move,
}

/// The day on which it works.
pub fn today() -> NaiveDate {
    "2026-11-21".parse().unwrap()
}

/// The other process, and what it says.
pub struct Worker {
    child: Child,
    lines: BufReader<ChildStdout>,
}

/// An operation that the other process said was done: its id, and the code of the deal it made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    pub operation: Id,
    pub code: Option<i64>,
}

impl Worker {
    /// Starts a process that takes so many steps.
    pub fn start(book: &Path, task: Task, steps: usize) -> Worker {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "worker::the_other_process", "--include-ignored", "--nocapture"])
            .env(BOOK, book)
            .env(TASK, format!("{task:?}"))
            .env(STEPS, steps.to_string())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap());
        Worker { child, lines }
    }

    /// Waits for its next word; None when it has ended.
    pub fn next(&mut self) -> Option<Said> {
        loop {
            let mut line = String::new();
            if self.lines.read_line(&mut line).unwrap() == 0 {
                return None;
            }
            // What is cut off by a kill was not said.
            let Some((_, said)) = line.strip_suffix('\n').and_then(|line| line.split_once("done ")) else {
                continue;
            };
            let (operation, code) = said.split_once(' ').unwrap();
            return Some(Said { operation: operation.parse().unwrap(), code: code.parse().ok() });
        }
    }

    /// Kills it as a power cut would, and gives the words that were on their way.
    pub fn kill(mut self) -> Vec<Said> {
        self.child.kill().unwrap();
        let rest = std::iter::from_fn(|| self.next()).collect();
        self.child.wait().unwrap();
        rest
    }

    /// Waits for its end, which must be a good one.
    pub fn finish(mut self) -> Vec<Said> {
        let all = std::iter::from_fn(|| self.next()).collect();
        assert!(self.child.wait().unwrap().success());
        all
    }
}

/// Not a test: what [`Worker::start`] runs.
#[test]
#[ignore = "started by the other tests as a process of its own"]
fn the_other_process() {
    let Ok(path) = std::env::var(BOOK) else { return };
    let steps: usize = std::env::var(STEPS).unwrap().parse().unwrap();
    let mut book = opened(Path::new(&path));
    match std::env::var(TASK).unwrap().as_str() {
        "Fill" => fill(&mut book, steps),
        _ => shift(&mut book, steps),
    }
}

/// Opens the book; where the disk is so busy that the others hold it for long, another time, as a person would.
fn opened(path: &Path) -> Book {
    for _ in 0..10 {
        match setup::open(path, Clock::fixed(today())) {
            Err(Problem::Store(Error::Locked)) => {}
            done => return done.unwrap(),
        }
    }
    panic!("the book stayed locked");
}

fn fill(book: &mut Book, steps: usize) {
    let input = AccountInput { name: Some("Acme 华锐".to_owned()), ..AccountInput::default() };
    let added = account::add(book, &input).unwrap();
    say(added.operation, None);
    let mut deals: Vec<Id> = vec![];
    for step in 1..steps {
        let amount = Some(Some(Money::new(step as i64 * 100, Currency::EUR)));
        let last = deals.last().copied();
        match (step % 4, last) {
            (2, Some(deal)) => say(deal::advance(book, deal, None).unwrap().operation, None),
            (3, Some(deal)) => {
                let input = DealInput { amount, ..DealInput::default() };
                say(deal::edit(book, deal, &input).unwrap().operation, None);
            }
            _ => {
                let name = Some(format!("deal {step}"));
                let input = DealInput { name, account: Some(added.value), amount, ..DealInput::default() };
                let outcome = deal::add(book, &input).unwrap();
                deals.push(outcome.value);
                say(outcome.operation, Some(book.row::<Deal>(outcome.value).unwrap().code));
            }
        }
    }
}

fn shift(book: &mut Book, steps: usize) {
    for step in 0..steps {
        let code = i64::try_from(step % 20).unwrap() + 1;
        let deal = book.deal_with_code(code).unwrap().unwrap();
        let to = if (step / 20) % 2 == 0 { "use" } else { "interest" };
        let input = DealInput { stage: Some(to.to_owned()), ..DealInput::default() };
        say(deal::edit(book, deal.id, &input).unwrap().operation, None);
    }
}

fn say(operation: Option<Id>, code: Option<i64>) {
    let code = code.map_or("-".to_owned(), |code| code.to_string());
    let mut out = std::io::stdout().lock();
    writeln!(out, "done {} {code}", operation.unwrap()).unwrap();
    out.flush().unwrap();
}
