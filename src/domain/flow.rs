//! How deals flow through the stages: conversion, median days, velocity, and a person's own win rates.
//!
//! All of it is counted from the courses of deals, within a span of days: a stage that was entered in it,
//! a deal that was closed in it.

use chrono::NaiveDate;

use super::attention::twice_median;
use super::course::{Course, Fate};
use super::forecast::Ratio;
use super::money::{WHOLE, divide_half_even};
use super::word::Status;

/// How many closed deals the default win rate weighs as much as.
pub const SHRINKAGE: i64 = 10;

/// How deals fared at one stage.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Passage {
    /// Deals that entered it in the span, also those that skipped it.
    pub entered: u64,
    /// Of them, those that reached a later stage or were won.
    pub advanced: u64,
    /// Of them, those that were lost there, or went back.
    pub fell: u64,
    /// Of them, those that stand there still: not decided, counted beside.
    pub undecided: u64,
    /// Days that deals which left it stood there.
    stays: Vec<i64>,
}

/// What was closed by deals that had entered one stage.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Closings {
    /// Won or lost in the span.
    pub closed: u64,
    /// Won in the span.
    pub won: u64,
}

/// How deals flowed in a span of days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flow {
    from: NaiveDate,
    to: NaiveDate,
    /// One for each stage, in order.
    pub passages: Vec<Passage>,
    /// One for each stage, in order.
    pub closings: Vec<Closings>,
    /// All deals closed in the span.
    pub all: Closings,
    /// The days from creation to sale of all deals won in the span.
    pub cycles: i64,
}

impl Flow {
    /// Nothing counted yet, for so many stages and the days from `from` to `to`, both in it.
    pub fn new(stages: usize, from: NaiveDate, to: NaiveDate) -> Flow {
        let passages = vec![Passage::default(); stages];
        let closings = vec![Closings::default(); stages];
        Flow { from, to, passages, closings, all: Closings::default(), cycles: 0 }
    }

    /// Counts a deal.
    pub fn add(&mut self, course: &Course) {
        let (from, to) = (self.from, self.to);
        let within = |day: NaiveDate| from <= day && day <= to;
        for (place, passage) in self.passages.iter_mut().enumerate() {
            let entered = course.entered(place).filter(|day| within(*day));
            if let Some(fate) = entered.and_then(|_| course.fate(place)) {
                passage.add(fate, course.stay(place));
            }
        }
        let won = match course.outcome() {
            Some(Status::Won) => true,
            Some(Status::Lost) => false,
            Some(Status::Open) | None => return,
        };
        if !course.closed_on.is_some_and(within) {
            return;
        }
        for (place, closings) in self.closings.iter_mut().enumerate() {
            if course.entered(place).is_some() {
                closings.add(won);
            }
        }
        self.all.add(won);
        if won {
            self.cycles += course.cycle().unwrap_or(0);
        }
    }

    /// The average days from creation to sale; none without a sale.
    pub fn average_cycle(&self) -> Option<Ratio> {
        (self.all.won > 0).then(|| Ratio { num: i128::from(self.cycles), den: i128::from(self.all.won) })
    }

    /// What a day brings: open deals × average amount × win share ÷ average cycle in days, rounded once.
    /// The open deals' number times their average amount is what they add up to. None without sales, or
    /// where they took no time.
    pub fn velocity(&self, open_amount: i128) -> Option<i128> {
        let (won, closed) = (i128::from(self.all.won), i128::from(self.all.closed));
        let divisor = closed * i128::from(self.cycles);
        (divisor > 0).then(|| divide_half_even(open_amount.saturating_mul(won * won), divisor))
    }
}

impl Passage {
    fn add(&mut self, fate: Fate, stay: Option<i64>) {
        self.entered += 1;
        match fate {
            Fate::Advanced => self.advanced += 1,
            Fate::Fell => self.fell += 1,
            Fate::Undecided => self.undecided += 1,
        }
        self.stays.extend(stay);
    }

    /// Of those that left it, the share that advanced; none where nobody has left it.
    pub fn conversion(&self) -> Option<Ratio> {
        Ratio::new(i128::from(self.advanced), i128::from(self.advanced + self.fell))
    }

    /// Twice the median of the days that deals stood there, exact also for an even number of them; none
    /// without any.
    pub fn twice_median_days(&self) -> Option<i64> {
        twice_median(&mut self.stays.clone())
    }

    /// How many stays the median is of: deals that stood there and have left it.
    pub fn stays(&self) -> u64 {
        self.stays.len() as u64
    }
}

impl Closings {
    fn add(&mut self, won: bool) {
        self.closed += 1;
        self.won += u64::from(won);
    }

    /// Won of closed; none where nothing was closed.
    pub fn share(&self) -> Option<Ratio> {
        Ratio::new(i128::from(self.won), i128::from(self.closed))
    }

    /// The person's own win rate in basis points, half to even, drawn towards the default where there are
    /// few cases: by the method (wins + 10 × default) / (n + 10).
    pub fn calibrated(&self, default: i64) -> i64 {
        let won = i128::from(self.won) * i128::from(WHOLE) + i128::from(SHRINKAGE * default);
        let cases = i128::from(self.closed) + i128::from(SHRINKAGE);
        // Between 0 and the whole, as both of its parts are.
        i64::try_from(divide_half_even(won, cases)).unwrap_or(default)
    }
}

#[cfg(test)]
mod tests {
    use super::super::course::tests::course;
    use super::*;
    use Status::{Lost, Open, Won};
    use proptest::prelude::*;
    use rstest::rstest;

    fn day(text: &str) -> NaiveDate {
        format!("2026-{text}").parse().unwrap()
    }

    /// Five deals in a book of three stages.
    fn year() -> Flow {
        let mut flow = Flow::new(3, day("01-01"), day("12-31"));
        // Won from the third stage: 10 + 20 + 30 days, 60 in all.
        flow.add(&course(
            &[("01-01", 0, Open), ("01-11", 1, Open), ("01-31", 2, Open), ("03-02", 2, Won)],
            Some("03-02"),
        ));
        // Skips the second, lost at the third: 20 days at the first, 10 at the third.
        flow.add(&course(&[("02-01", 0, Open), ("02-21", 2, Open), ("03-03", 2, Lost)], Some("03-03")));
        // Lost at the first after 4 days.
        flow.add(&course(&[("04-01", 0, Open), ("04-05", 0, Lost)], Some("04-05")));
        // Won from the first, entered that very day: 0 days.
        flow.add(&course(&[("05-01", 0, Open), ("05-01", 0, Won)], Some("05-01")));
        // Stands at the second since June.
        flow.add(&course(&[("06-01", 0, Open), ("06-07", 1, Open)], None));
        flow
    }

    #[test]
    fn conversion_is_of_those_that_have_left_and_the_undecided_stand_beside() {
        let flow = year();
        let counts: Vec<_> =
            flow.passages.iter().map(|p| (p.entered, p.advanced, p.fell, p.undecided)).collect();
        // First: one lost there; second: one through, one skipped it, one still there; third: won, lost.
        assert_eq!(counts, [(5, 4, 1, 0), (3, 2, 0, 1), (2, 1, 1, 0)]);
        let shares: Vec<_> = flow.passages.iter().map(|p| p.conversion().map(Ratio::basis_points)).collect();
        assert_eq!(shares, [Some(8_000), Some(10_000), Some(5_000)]);
        // First: 10, 20, 4, 0, 6 → 6 days; second: 20; third: 30, 10 → 20.
        let medians: Vec<_> = flow.passages.iter().map(Passage::twice_median_days).collect();
        assert_eq!(medians, [Some(12), Some(40), Some(40)]);
        assert_eq!(flow.passages.iter().map(Passage::stays).collect::<Vec<_>>(), [5, 1, 2]);
    }

    #[test]
    fn velocity_is_what_a_day_brings() {
        let flow = year();
        // 2 of 4 won; 60 days and 0: 30 on average. 900 open × 0.5 ÷ 30 = 15 a day.
        assert_eq!(flow.all, Closings { closed: 4, won: 2 });
        assert_eq!(flow.average_cycle().map(Ratio::value), Some(30.0));
        assert_eq!(flow.velocity(900), Some(15));
        assert_eq!(Flow::new(3, day("01-01"), day("12-31")).velocity(900), None);
    }

    #[test]
    fn calibration_counts_closed_deals_that_entered_the_stage() {
        let flow = year();
        let cases: Vec<_> = flow.closings.iter().map(|c| (c.won, c.closed)).collect();
        assert_eq!(cases, [(2, 4), (1, 2), (1, 2)]);
        // (2 + 10 × 5 %) ÷ 14 = 17.857 %; (1 + 10 × 30 %) ÷ 12 = 33.33 %
        assert_eq!(flow.closings[0].calibrated(500), 1_786);
        assert_eq!(flow.closings[2].calibrated(3_000), 3_333);
    }

    #[rstest]
    #[case(0, 0, 2_000, 2_000)]
    #[case(10, 10, 0, 5_000)]
    #[case(90, 90, 5_000, 9_500)]
    #[case(0, 30, 8_000, 2_000)]
    fn few_cases_leave_the_default_standing(
        #[case] won: u64,
        #[case] closed: u64,
        #[case] default: i64,
        #[case] expected: i64,
    ) {
        assert_eq!(Closings { closed, won }.calibrated(default), expected);
    }

    #[test]
    fn only_what_happened_in_the_span_counts() {
        let mut flow = Flow::new(3, day("02-01"), day("02-28"));
        // Entered the first in January, the second in February; closed in March.
        flow.add(&course(&[("01-01", 0, Open), ("02-11", 1, Open), ("03-02", 1, Won)], Some("03-02")));
        let entered: Vec<_> = flow.passages.iter().map(|passage| passage.entered).collect();
        assert_eq!(entered, [0, 1, 0]);
        assert_eq!(flow.all, Closings::default());
    }

    proptest! {
        #[test]
        fn a_calibrated_rate_lies_between_the_default_and_the_share(
            closed in 0u64..5_000, lost in 0u64..5_000, default in 0i64..=10_000,
        ) {
            let closings = Closings { closed, won: closed.saturating_sub(lost) };
            let own = closings.share().map_or(default, |share| share.basis_points() as i64);
            let calibrated = closings.calibrated(default);
            prop_assert!(own.min(default) <= calibrated && calibrated <= own.max(default));
        }
    }
}
