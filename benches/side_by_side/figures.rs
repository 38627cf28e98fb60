//! Figures, search and edits, asked of a book that is open.

use std::path::Path;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use keybook::domain::period::Period;
use keybook::domain::range::{Range, SEED};
use keybook::i18n::Lang;
use keybook::ops::settings;
use keybook::report::rows;
use keybook::store::view::list::Clause;
use keybook::store::{Book, Clock};
use rusqlite::Connection;

use super::Bench;
use super::books::{TODAY, run};
use super::prospects::prospects;
use super::results::{Results, median};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("it is written as a date")
}

fn clock() -> Clock {
    Clock::fixed(day(TODAY))
}

/// The median of some rounds, the first left out.
fn timed<T>(rounds: usize, mut work: impl FnMut() -> T) -> Duration {
    std::hint::black_box(work());
    let times = (0..rounds).map(|_| {
        let begun = Instant::now();
        std::hint::black_box(work());
        begun.elapsed()
    });
    median(times.collect())
}

pub fn measure(bench: &Bench, results: &mut Results) {
    simulation(bench, results);
    for &deals in &bench.sizes {
        let book = Book::open(&bench.book(deals), clock()).expect("the book can be opened");
        figures(bench, results, deals, &book);
        drop(book);
        edit(bench, results, deals);
        process(bench, results, deals);
    }
}

fn simulation(bench: &Bench, results: &mut Results) {
    let open = prospects();
    let time = timed(bench.rounds(0), || Range::of(0, &open, Some(3_000_000_000), SEED));
    results.bound("simulation, 10,000 runs of 1,000 deals", time, Duration::from_millis(50));
}

fn figures(bench: &Bench, results: &mut Results, deals: u64, book: &Book) {
    let is_huge = deals > 100_000;
    let most = Duration::from_millis(if is_huge { 100 } else { 16 });
    let most_back = Duration::from_millis(if is_huge { 150 } else { 20 });
    let quarter: Period = "2026Q4".parse().expect("it is written as a period");
    let today = day(TODAY);
    let rounds = bench.rounds(deals);
    let mut row = |what: &str, time: Duration, most: Duration| {
        results.bound(&format!("{what}, {deals} deals"), time, most)
    };
    row("funnel", timed(rounds, || book.funnel(None, None)), most);
    row("forecast of the quarter", timed(rounds, || book.forecast(quarter, None)), most);
    row("bridge of a week", timed(rounds, || book.bridge(None, day("2026-11-14"), today)), most);
    row("conversion of the year", timed(rounds, || book.flow(day("2026-01-01"), today)), most);
    let hundred = || rows::review::attention(Lang::En, book, &Clause::default(), 100);
    row("attention, the first hundred", timed(rounds, hundred), most);
    row("segments", timed(rounds, || book.segments()), most);
    for (name, then) in [("a week ago", "2026-11-14"), ("a quarter ago", "2026-08-21")] {
        let then = day(then);
        row(&format!("funnel as of {name}"), timed(rounds, || book.funnel(None, Some(then))), most_back);
        let forecast = || book.forecast(quarter, Some(then));
        row(&format!("forecast of the quarter as of {name}"), timed(rounds, forecast), most_back);
        let shown = || book.as_of(then).and_then(|book| book.funnel(None, None));
        row(&format!("a book that shows {name}, opened, and its funnel"), timed(rounds, shown), most_back);
    }
    for words in ["a", "acme", "华", "科技"] {
        let what = format!("search for {words}, first fifty");
        row(&what, timed(rounds, || book.search(words, 50)), Duration::from_millis(5));
    }
}

/// A durable edit, beside a commit of one row and nothing else in a file beside it.
fn edit(bench: &Bench, results: &mut Results, deals: u64) {
    let mut book = Book::open(&bench.book(deals), clock()).expect("the book can be opened");
    let path = bench.folder.join("bare.db");
    let bare = bare_file(&path);
    let (mut ours, mut beside) = (Vec::new(), Vec::new());
    for round in 0..bench.rounds(deals) * 10 {
        let begun = Instant::now();
        settings::set(&mut book, "quiet_days", &(10 + round % 2).to_string()).expect("it takes a number");
        ours.push(begun.elapsed());
        let begun = Instant::now();
        bare.execute("UPDATE setting SET value = ?1 WHERE id = 1", [round.to_string()])
            .expect("the row is there");
        beside.push(begun.elapsed());
    }
    let what = format!("a durable edit, {deals} deals");
    results.ratio(&what, median(ours), ("a bare commit", median(beside)), 1.5);
}

fn bare_file(path: &Path) -> Connection {
    let connection = Connection::open(path).expect("the folder can be written");
    connection
        .execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
             CREATE TABLE IF NOT EXISTS setting (id INTEGER PRIMARY KEY, value TEXT);
             INSERT OR IGNORE INTO setting VALUES (1, '');",
        )
        .expect("it is a database");
    connection
}

/// The funnel as a whole process, beside the shell of SQLite that adds up the same rows.
fn process(bench: &Bench, results: &mut Results, deals: u64) {
    let what = format!("`keybook funnel --format json` as a process, {deals} deals");
    let book = bench.book(deals);
    let sql =
        "SELECT stage_id, currency, count(*), sum(amount) FROM deal WHERE status = 'open' GROUP BY 1, 2";
    let shell = || std::process::Command::new("sqlite3").arg(&book).arg(sql).output();
    if shell().is_err() {
        results.missing(&what, "sqlite3 is not installed");
        return;
    }
    let (mut ours, mut beside) = (Vec::new(), Vec::new());
    for _ in 0..bench.rounds(deals) * 2 {
        let begun = Instant::now();
        run(bench.keybook(&book).args(["funnel", "--format", "json"]));
        ours.push(begun.elapsed());
        let begun = Instant::now();
        drop(shell());
        beside.push(begun.elapsed());
    }
    results.ratio(&what, median(ours), ("sqlite3", median(beside)), 1.5);
}
