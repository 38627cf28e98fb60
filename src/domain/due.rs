//! Why something is due, and when a day that comes again each year comes next.

use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use icu_calendar::Date;
use icu_calendar::cal::ChineseTraditional;
use icu_calendar::types::Month;

use super::entry::EntryKind;
use super::word::{Calendar, RecordKind, Side, UnknownWord, words};

words! {
    /// Why something is due, in the order in which one day's lines come.
    pub enum DueKind {
        /// A deal's next step.
        NextStep = "next_step",
        /// A task.
        Task = "task",
        /// An action of a plan.
        Action = "action",
        /// Something we promised.
        OurCommitment = "our_commitment",
        /// Something they promised.
        TheirCommitment = "their_commitment",
        /// A milestone that the client agreed to.
        Milestone = "milestone",
        /// An instalment that is to be paid to us.
        Receivable = "receivable",
        /// A complaint that nobody has answered yet.
        Complaint = "complaint",
        /// A deal whose expected close date has passed.
        ClosePast = "close_date_past",
        /// A special day, within its notice.
        SpecialDay = "special_day",
        /// A person not heard of for longer than the rhythm of their account's tier.
        QuietContact = "quiet_contact",
    }
}

impl DueKind {
    /// Why a promise is due, by who made it.
    pub fn promised(by: Side) -> DueKind {
        match by {
            Side::Us => DueKind::OurCommitment,
            Side::Them => DueKind::TheirCommitment,
        }
    }

    /// Why an entry of a plan is due by its day; none for kinds that nobody waits for.
    pub fn of_entry(kind: EntryKind) -> Option<DueKind> {
        match kind {
            EntryKind::Action => Some(DueKind::Action),
            EntryKind::Milestone => Some(DueKind::Milestone),
            EntryKind::Receivable => Some(DueKind::Receivable),
            EntryKind::Complaint => Some(DueKind::Complaint),
            _ => None,
        }
    }

    /// The kind of record that it stands on; none where it is an entry of a plan.
    pub fn record(self) -> Option<RecordKind> {
        match self {
            DueKind::NextStep | DueKind::ClosePast => Some(RecordKind::Deal),
            DueKind::Task => Some(RecordKind::Activity),
            DueKind::OurCommitment | DueKind::TheirCommitment => Some(RecordKind::Commitment),
            DueKind::SpecialDay => Some(RecordKind::SpecialDay),
            DueKind::QuietContact => Some(RecordKind::Contact),
            DueKind::Action | DueKind::Milestone | DueKind::Receivable | DueKind::Complaint => None,
        }
    }

    /// The kind of entry that it stands on, and the field whose day settles it; none where it is a record.
    pub fn entry(self) -> Option<(EntryKind, &'static str)> {
        match self {
            DueKind::Action => Some((EntryKind::Action, "done")),
            DueKind::Milestone => Some((EntryKind::Milestone, "reached")),
            DueKind::Receivable => Some((EntryKind::Receivable, "paid")),
            DueKind::Complaint => Some((EntryKind::Complaint, "answered")),
            _ => None,
        }
    }
}

/// What is put off until a day: something due, or looking at a deal in reviews.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PutOff {
    /// Something due.
    Due(DueKind),
    /// A deal that need not be looked at in a review.
    Review,
}

impl PutOff {
    /// The key that the book knows it by.
    pub fn as_str(self) -> &'static str {
        match self {
            PutOff::Due(kind) => kind.as_str(),
            PutOff::Review => REVIEW,
        }
    }
}

impl From<DueKind> for PutOff {
    fn from(kind: DueKind) -> PutOff {
        PutOff::Due(kind)
    }
}

impl FromStr for PutOff {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<PutOff, UnknownWord> {
        if text == REVIEW { Ok(PutOff::Review) } else { text.parse().map(PutOff::Due) }
    }
}

/// The key of a deal that is left out of reviews.
const REVIEW: &str = "review";

/// Days that a month may be short of the longest of its kind: New Year's Eve falls on the 29th of the
/// twelfth lunar month where that has no 30th.
const SHORTER_BY: u32 = 1;

/// The next such day of the year, today included; none where no year has it. 29 February is kept on the
/// 28th in other years, the 30th of a lunar month on the 29th where it is the last. A leap month does not
/// move the months after it, and what fell into one is kept in the month of the same number.
pub fn next_anniversary(calendar: Calendar, month: u32, day: u32, today: NaiveDate) -> Option<NaiveDate> {
    let on = |year: i32, day: u32| match calendar {
        Calendar::Solar => NaiveDate::from_ymd_opt(year, month, day),
        Calendar::Lunar => lunar_day(year, month, day),
    };
    // A lunar year begins up to seven weeks after the civil one, so January may still be the year before.
    let years = today.year() - 1..=today.year() + 1;
    let days = years.filter_map(|year| on(year, day).or_else(|| on(year, day.checked_sub(SHORTER_BY)?)));
    days.into_iter().find(|on| *on >= today)
}

/// The civil date of a day in the Chinese lunar year that begins in a civil year; none where the month has
/// no such day.
fn lunar_day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    if !(1..=12).contains(&month) {
        return None;
    }
    let date = Date::try_new(year.into(), Month::new(month), day, ChineseTraditional::new()).ok()?;
    let days = i32::try_from(date.to_rata_die().to_i64_date()).ok()?;
    NaiveDate::from_num_days_from_ce_opt(days)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[rstest]
    #[case("2026-11-21", 11, 21, "2026-11-21")]
    #[case("2026-11-21", 11, 20, "2027-11-20")]
    #[case("2026-11-21", 2, 29, "2027-02-28")]
    #[case("2027-11-21", 2, 29, "2028-02-29")]
    fn a_day_comes_again_next_year(
        #[case] today: &str,
        #[case] month: u32,
        #[case] of_month: u32,
        #[case] next: &str,
    ) {
        assert_eq!(next_anniversary(Calendar::Solar, month, of_month, day(today)), Some(day(next)));
    }

    /// Spring Festival, the Dragon Boat, Mid-Autumn and Double Ninth festivals, New Year's Eve.
    #[rstest]
    #[case("2026-01-05", 1, 1, "2026-02-17")]
    #[case("2026-02-17", 1, 1, "2026-02-17")]
    #[case("2026-02-18", 1, 1, "2027-02-06")]
    #[case("2026-06-01", 5, 5, "2026-06-19")]
    #[case("2026-11-21", 8, 15, "2027-09-15")]
    #[case("2026-09-01", 8, 15, "2026-09-25")]
    #[case("2026-09-01", 9, 9, "2026-10-18")]
    #[case("2026-12-31", 12, 30, "2027-02-05")]
    #[case("2025-12-31", 12, 30, "2026-02-16")]
    fn lunar_days_fall_on_their_civil_ones(
        #[case] today: &str,
        #[case] month: u32,
        #[case] of_month: u32,
        #[case] next: &str,
    ) {
        assert_eq!(next_anniversary(Calendar::Lunar, month, of_month, day(today)), Some(day(next)));
    }

    /// 2025 has a second, leap, sixth month, from 25 July to 22 August.
    #[test]
    fn a_leap_month_is_no_month_of_its_own() {
        let next = |month, today| next_anniversary(Calendar::Lunar, month, 1, day(today));
        assert_eq!(next(6, "2025-06-01"), Some(day("2025-06-25")));
        assert_eq!(next(6, "2025-07-20"), Some(day("2026-07-14")));
        assert_eq!(next(7, "2025-07-20"), Some(day("2025-08-23")));
    }

    #[test]
    fn no_year_has_a_thirteenth_month_or_a_thirty_first_lunar_day() {
        assert_eq!(next_anniversary(Calendar::Lunar, 13, 1, day("2026-01-01")), None);
        assert_eq!(next_anniversary(Calendar::Lunar, 1, 32, day("2026-01-01")), None);
        assert_eq!(next_anniversary(Calendar::Solar, 4, 32, day("2026-01-01")), None);
    }
}
