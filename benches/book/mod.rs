//! The book that the benchmarks run on: made once for each number of deals, and kept in the target folder.

use std::path::PathBuf;

use keybook::ops::demo;
use keybook::store::{Book, Clock};

/// How many deals, unless `KEYBOOK_BENCH_DEALS` says otherwise.
const DEALS: u64 = 10_000;

/// The day that it is.
pub fn clock() -> Clock {
    Clock::fixed("2026-11-21".parse().expect("it is written as a date"))
}

/// How many deals the book has.
pub fn deals() -> u64 {
    std::env::var("KEYBOOK_BENCH_DEALS").ok().and_then(|text| text.parse().ok()).unwrap_or(DEALS)
}

/// The book.
pub fn book() -> Book {
    let version = keybook::store::VERSION;
    let name = format!("bench-{version}-{}.keybook", deals());
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    if !path.exists() {
        demo::make(&path, clock(), Some(deals())).expect("a fresh book can be filled");
    }
    Book::open(&path, clock()).expect("the book can be opened")
}
