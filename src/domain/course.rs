//! The course of a deal: at which stages it stood, from when to when, and how it ended.

use chrono::NaiveDate;

use super::word::Status;

/// A deal's standing from a day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Since when.
    pub day: NaiveDate,
    /// The place of its stage, the first being 0; none for a stage that the book no longer has.
    pub place: Option<usize>,
    /// Open, won or lost.
    pub status: Status,
}

/// The course of a deal that is still there, from its creation to the day it is looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Course {
    /// In their order; the first is its creation.
    pub steps: Vec<Step>,
    /// The day of the sale, or of the loss; none while it is open.
    pub closed_on: Option<NaiveDate>,
}

/// How a deal fared at a stage that it entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It reached a later stage, or was won.
    Advanced,
    /// It was lost there, or went back.
    Fell,
    /// It stands there still.
    Undecided,
}

impl Course {
    /// The day it was created.
    pub fn opened(&self) -> Option<NaiveDate> {
        self.steps.first().map(|step| step.day)
    }

    /// Open, won or lost in the end.
    pub fn outcome(&self) -> Option<Status> {
        self.steps.last().map(|step| step.status)
    }

    /// The day on which it entered a stage, or skipped it on the way to a later one: who starts at the
    /// third stage has entered the first two. Winning enters no stage.
    pub fn entered(&self, place: usize) -> Option<NaiveDate> {
        let there = |step: &&Step| step.place.is_some_and(|reached| reached >= place);
        self.steps.iter().find(there).map(|step| step.day)
    }

    /// How it fared at a stage; none where it never entered it.
    pub fn fate(&self, place: usize) -> Option<Fate> {
        self.entered(place)?;
        let last = self.steps.last()?;
        Some(if last.status == Status::Won || self.entered(place + 1).is_some() {
            Fate::Advanced
        } else if last.status == Status::Open && last.place == Some(place) {
            Fate::Undecided
        } else {
            Fate::Fell
        })
    }

    /// The days that it stood open at a stage, all visits together; none where it never did, or has not
    /// left it yet. A visit that was entered out of order took no time.
    pub fn stay(&self, place: usize) -> Option<i64> {
        let stands = |step: &Step| step.status == Status::Open && step.place == Some(place);
        if self.steps.last().is_some_and(stands) {
            return None;
        }
        let visits = self.steps.windows(2).filter(|pair| stands(&pair[0]));
        visits.map(|pair| (pair[1].day - pair[0].day).num_days().max(0)).reduce(|all, days| all + days)
    }

    /// The days from its creation to the sale or the loss; none while it is open. A sale that was entered
    /// late may lie before the creation: then it took none.
    pub fn cycle(&self) -> Option<i64> {
        Some((self.closed_on? - self.opened()?).num_days().max(0))
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A course from days of 2026, places and outcomes: `course(&[("01-05", 0, Open)], None)`.
    pub(crate) fn course(steps: &[(&str, usize, Status)], closed_on: Option<&str>) -> Course {
        let day = |text: &str| format!("2026-{text}").parse().unwrap();
        let step =
            |&(on, place, status): &(&str, usize, Status)| Step { day: day(on), place: Some(place), status };
        Course { steps: steps.iter().map(step).collect(), closed_on: closed_on.map(day) }
    }

    fn day(text: &str) -> Option<NaiveDate> {
        Some(format!("2026-{text}").parse().unwrap())
    }

    use Status::{Lost, Open, Won};

    #[test]
    fn a_stage_that_was_skipped_counts_as_entered() {
        let skipped = course(&[("01-05", 1, Open), ("02-01", 3, Open)], None);
        let entered: Vec<_> = (0..5).map(|place| skipped.entered(place)).collect();
        assert_eq!(entered, [day("01-05"), day("01-05"), day("02-01"), day("02-01"), None]);
        let fates: Vec<_> = (0..5).map(|place| skipped.fate(place)).collect();
        let advanced = Some(Fate::Advanced);
        assert_eq!(fates, [advanced, advanced, advanced, Some(Fate::Undecided), None]);
        assert_eq!(skipped.stay(2), None, "nobody stood there");
        assert_eq!(skipped.stay(1), Some(27), "5 January to 1 February");
        assert_eq!(skipped.stay(3), None, "not left yet");
    }

    #[test]
    fn winning_from_an_early_stage_enters_no_later_one() {
        let won = course(&[("01-05", 1, Open), ("01-20", 1, Won)], Some("01-18"));
        assert_eq!(won.fate(1), Some(Fate::Advanced));
        assert_eq!(won.fate(2), None);
        assert_eq!(won.stay(1), Some(15));
        assert_eq!(won.cycle(), Some(13));
    }

    #[test]
    fn who_goes_back_or_is_lost_has_left_without_advancing() {
        let back = course(&[("01-01", 2, Open), ("01-11", 1, Open)], None);
        assert_eq!((back.fate(2), back.fate(1)), (Some(Fate::Fell), Some(Fate::Advanced)));
        let lost = course(&[("01-01", 2, Open), ("01-11", 2, Lost)], Some("01-11"));
        assert_eq!((lost.fate(2), lost.fate(1)), (Some(Fate::Fell), Some(Fate::Advanced)));
    }

    #[test]
    fn visits_to_a_stage_add_up_and_days_after_the_end_do_not_count() {
        // At the second stage from 1 to 11 January, again from 21 January to 1 February: 10 + 11 days.
        // Lost on 1 February, opened again on 1 March, lost for good on 4 March: 3 more.
        let twice = course(
            &[
                ("01-01", 1, Open),
                ("01-11", 2, Open),
                ("01-21", 1, Open),
                ("02-01", 1, Lost),
                ("03-01", 1, Open),
                ("03-04", 1, Lost),
            ],
            Some("03-04"),
        );
        assert_eq!(twice.stay(1), Some(24));
        assert_eq!(twice.stay(2), Some(10));
        assert_eq!(twice.cycle(), Some(62));
    }

    #[test]
    fn a_sale_dated_before_the_deal_was_entered_took_no_time() {
        assert_eq!(course(&[("02-01", 0, Open), ("02-01", 0, Won)], Some("01-15")).cycle(), Some(0));
    }
}
