//! Which copies of the book are kept, and when the next one is due.

use std::collections::HashSet;

use chrono::{Datelike, NaiveDate};

use super::word::words;

words! {
    /// What a copy of the book was made for.
    pub enum Reason {
        /// Somebody asked for it.
        Asked = "asked",
        /// The interface was left after changes.
        Leaving = "leaving",
        /// An hour had passed since the last one.
        Hourly = "hourly",
        /// A newer program was about to change how the book is kept.
        Migration = "migration",
        /// Files were about to be taken in.
        Import = "import",
        /// Another copy of the book was about to be joined.
        Join = "join",
        /// An earlier state of the book was about to be brought back.
        Restore = "restore",
        /// The book was about to be put right.
        Repair = "repair",
        /// The book was about to be encrypted, decrypted, or given another passphrase.
        Encryption = "encryption",
    }
}

/// How many of the latest copies are kept, whatever their day.
pub const LATEST: usize = 10;
/// Of the older ones, the last of a day is kept for so many days.
pub const DAYS: usize = 14;
/// Of those before, the last of a week is kept for so many weeks.
pub const WEEKS: usize = 12;

/// Milliseconds between copies that are made while working.
const HOUR: i64 = 3_600_000;

/// Which copies are kept, told the days on which they were made, the latest copy first.
///
/// Only days and weeks that have a copy count: who opens the book once a month keeps a year of months. The
/// order of the copies decides, not the calendar, so a clock that jumps costs no copy.
pub fn kept(latest_first: &[NaiveDate]) -> Vec<bool> {
    let (mut days, mut weeks) = (HashSet::new(), HashSet::new());
    let older = latest_first.iter().enumerate().map(|(place, day)| {
        if place < LATEST {
            return true;
        }
        if days.contains(day) || days.len() < DAYS {
            return days.insert(*day);
        }
        let week = (day.iso_week().year(), day.iso_week().week());
        weeks.len() < WEEKS && weeks.insert(week)
    });
    older.collect()
}

/// Whether a copy of what has changed is due at an instant, after the last one at another (milliseconds). A
/// clock that was set back makes it due.
pub fn is_due(now: i64, last: i64) -> bool {
    !(0..HOUR).contains(&(now - last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Days;

    fn day(number: u64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + Days::new(number)
    }

    /// The days that are left when a copy is made so often on each of so many days, and thinned each time.
    fn left(days: u64, a_day: usize) -> Vec<NaiveDate> {
        let mut copies: Vec<NaiveDate> = vec![];
        for number in 0..days {
            for _ in 0..a_day {
                copies.insert(0, day(number));
                let kept = kept(&copies);
                copies = copies.into_iter().zip(kept).filter_map(|(day, kept)| kept.then_some(day)).collect();
            }
        }
        copies
    }

    #[test]
    fn the_last_ten_then_one_a_day_then_one_a_week_are_kept() {
        let copies = left(200, 24);
        let (latest, older) = copies.split_at(LATEST);
        assert!(latest.iter().all(|latest| *latest == day(199)));
        let (daily, weekly) = older.split_at(DAYS);
        let expected: Vec<NaiveDate> = (0..DAYS as u64).map(|ago| day(199 - ago)).collect();
        assert_eq!(daily, expected);
        assert_eq!(weekly.len(), WEEKS);
        assert!(weekly.windows(2).all(|pair| (pair[0] - pair[1]).num_days() == 7), "{weekly:?}");
    }

    #[test]
    fn who_opens_the_book_rarely_keeps_what_there_is() {
        let days: Vec<NaiveDate> =
            (0..LATEST + DAYS + WEEKS).map(|ago| day(3_000 - 30 * ago as u64)).collect();
        assert!(kept(&days).iter().all(|kept| *kept));
    }

    #[test]
    fn a_clock_that_jumps_costs_no_copy() {
        // Years ahead for one copy, then back.
        let mut days = vec![day(10); LATEST - 1];
        days.insert(4, day(20_000));
        assert!(kept(&days).iter().all(|kept| *kept));
    }

    #[test]
    fn a_copy_is_due_after_an_hour_and_when_the_clock_was_set_back() {
        let last = 1_800_000_000_000;
        assert!(!is_due(last, last));
        assert!(!is_due(last + HOUR - 1, last));
        assert!(is_due(last + HOUR, last));
        assert!(is_due(last - 86_400_000, last));
    }
}
