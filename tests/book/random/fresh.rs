//! The book that every story begins with.

use std::sync::OnceLock;

use chrono::NaiveDate;
use keybook::ops::setup;
use keybook::store::Clock;

use crate::common::day;

/// A book on the first day, made once and copied for every story.
pub fn fresh_book() -> &'static [u8] {
    static FRESH: OnceLock<Vec<u8>> = OnceLock::new();
    FRESH.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.keybook");
        drop(setup::open(&path, Clock::fixed(first_day())).unwrap());
        std::fs::read(&path).unwrap()
    })
}

/// The first day of every story.
pub fn first_day() -> NaiveDate {
    day("2026-09-20")
}
