//! A book that is made with a past: everything in it is dated with the day it happened, all in one
//! transaction, and none of it stands in the history, for nobody at this keyboard did it.

use chrono::{NaiveDate, NaiveTime};

use super::book::Book;
use super::clock::Clock;
use super::error::{Error, Result};
use super::functions::Mode;
use super::operate::{Closing, Work, begin, commit_fault};
use super::outcome::Outcome;
use super::pages;
use super::writer::{Writer, settle, settle_some};

/// Seconds after midnight at which a day's work begins, and ends (UTC).
const WORK: std::ops::Range<u32> = 8 * 3600..18 * 3600;
/// Seconds between two things done on one day.
const PACE: u32 = 300;

/// The past of a book while it is written: the book as it stood on one day after the other.
pub struct Past<'a> {
    book: &'a mut Book,
    day: NaiveDate,
    second: u32,
}

impl Past<'_> {
    /// The book on a day. What is done to it is dated with that day, a few minutes after what was done
    /// before on the same one.
    pub fn on(&mut self, day: NaiveDate) -> &mut Book {
        let later = (self.second + PACE).min(WORK.end);
        self.second = if self.day == day { later } else { WORK.start };
        self.day = day;
        let time = NaiveTime::from_num_seconds_from_midnight_opt(self.second, 0).unwrap_or_default();
        self.book.clock = Clock::standing(day, time);
        self.book
    }
}

impl Book {
    /// Fills a fresh book with a past: all in one transaction, not in the history, with ids that follow
    /// from `seed`. Within `work` every operation may be used as at other times; what one of them refuses
    /// leaves no trace.
    ///
    /// # Errors
    /// What `work` refused, or [`Error`]; the book is as it was before then.
    pub fn found_with_past<T, E: From<Error>>(
        &mut self,
        seed: u64,
        work: impl FnOnce(&mut Past<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let clock = self.clock;
        self.begin_past(seed)?;
        let day = clock.today();
        let worked = work(&mut Past { book: self, day, second: WORK.start });
        self.clock = clock;
        let ended = self.end_past(worked.is_ok());
        let value = worked?;
        ended?;
        Ok(value)
    }

    fn begin_past(&mut self, seed: u64) -> Result<()> {
        self.ready_to_write()?;
        pages::hold_many(&self.connection);
        begin(&self.connection)?;
        self.shared.enter(Mode::Replaying);
        self.minter.seed(Some(seed));
        self.founding = true;
        Ok(())
    }

    fn end_past(&mut self, keep: bool) -> Result<()> {
        let _closing = Closing(&self.shared);
        self.founding = false;
        self.minter.seed(None);
        let ended = if keep { self.commit_past() } else { Ok(()) };
        if !self.connection.is_autocommit() {
            self.connection.execute_batch("ROLLBACK")?;
        }
        pages::hold_usual(&self.connection);
        ended
    }

    fn commit_past(&self) -> Result<()> {
        settle(&self.connection, &self.shared)?;
        self.connection.execute_batch("COMMIT").map_err(commit_fault)
    }

    /// Does what [`Book::operate`] does at other times, as a part of the past.
    pub(super) fn attempt_in_past<T, E: From<Error>>(
        &mut self,
        keep: bool,
        work: Work<'_, T, E>,
    ) -> std::result::Result<Outcome<T>, E> {
        let part = self.connection.savepoint().map_err(Error::from)?;
        let writer = Writer::new(&part, self.clock, &self.minter, &self.shared);
        let (value, label) = self.shared.in_part(|| work(&writer))?;
        if keep {
            part.commit().map_err(Error::from)?;
            settle_some(&self.connection, &self.shared)?;
        }
        Ok(Outcome { value, operation: None, label, changes: super::Changes::default() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::deed::Deed;
    use crate::store::Label;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn set(book: &mut Book, value: &str) -> Result<Outcome<()>> {
        book.operate(|writer| {
            writer.set_setting("quiet_days", value)?;
            Ok(((), Label::new(Deed::ChangeSetting, "quiet_days")))
        })
    }

    #[test]
    fn what_lies_in_the_past_cannot_be_undone_and_what_comes_after_can() {
        let mut book = Book::in_memory(Clock::fixed(day("2026-11-21"))).unwrap();
        book.found_with_past(1, |past| set(past.on(day("2025-01-01")), "20").map(drop)).unwrap();
        assert_eq!(book.settings().unwrap().quiet_days, 20);
        assert!(book.history(None, 10).unwrap().is_empty());
        assert_eq!(book.today(), day("2026-11-21"));
        assert!(set(&mut book, "30").unwrap().operation.is_some());
        book.undo(None).unwrap();
        assert_eq!(book.settings().unwrap().quiet_days, 20);
    }

    #[test]
    fn a_past_that_is_refused_leaves_nothing() {
        let mut book = Book::in_memory(Clock::fixed(day("2026-11-21"))).unwrap();
        let refused = book.found_with_past(1, |past| {
            set(past.on(day("2025-01-01")), "20")?;
            Err::<(), _>(Error::NoRecord)
        });
        assert!(matches!(refused, Err(Error::NoRecord)));
        assert_eq!(book.settings().unwrap().quiet_days, 14);
        set(&mut book, "30").unwrap();
    }

    #[test]
    fn a_day_goes_on_and_the_next_begins_anew() {
        let mut book = Book::in_memory(Clock::fixed(day("2026-11-21"))).unwrap();
        let times: Result<Vec<i64>> = book.found_with_past(1, |past| {
            let days = ["2025-01-01", "2025-01-01", "2025-01-02"];
            Ok(days.iter().map(|text| past.on(day(text)).clock().now()).collect())
        });
        let times = times.unwrap();
        assert_eq!((times[1] - times[0]) / 1000, i64::from(PACE));
        assert_eq!((times[2] - times[0]) / 1000, 24 * 3600);
    }
}
