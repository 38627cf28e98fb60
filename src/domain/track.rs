//! The track record: submitted forecasts held against what was sold.

use chrono::{Months, NaiveDate};

use super::forecast::Ratio;

/// How near a forecast should be from the middle of its period on, in basis points: ±10 %.
pub const AIM: i128 = 1_000;

/// How near a submission was, by the method 1 − |actual − submitted| / actual, floored at 0; none where
/// nothing was sold.
pub fn accuracy(submitted: i128, actual: i128) -> Option<Ratio> {
    Ratio::new((actual - (actual - submitted).abs()).max(0), actual)
}

/// Which way a submission was wrong, by the method (submitted − actual) / actual: above zero it promised
/// too much. None where nothing was sold.
pub fn bias(submitted: i128, actual: i128) -> Option<Ratio> {
    Ratio::new(submitted - actual, actual)
}

/// Whether a submission was within ±10 % of what was sold; none where nothing was.
pub fn on_aim(submitted: i128, actual: i128) -> Option<bool> {
    bias(submitted, actual).map(|bias| bias.num.abs() * 10_000 <= AIM * bias.den)
}

/// Where in its period a submission was made: the first quarter of its days is 0, the last 3. Before the
/// period it is the first, after it the last.
pub fn quarter(day: NaiveDate, (first, last): (NaiveDate, NaiveDate)) -> u8 {
    let length = (last - first).num_days() + 1;
    let passed = (day - first).num_days().clamp(0, length - 1);
    // 0 to 3, as less than the whole length has passed.
    (passed * 4 / length) as u8
}

/// The first and the last day of so many months that end with a day, both included.
pub fn last_months(to: NaiveDate, months: u32) -> (NaiveDate, NaiveDate) {
    let before = to.checked_sub_months(Months::new(months)).and_then(|day| day.succ_opt());
    (before.unwrap_or(to), to)
}

/// What several submissions come to: the mean of their accuracy and bias.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Trend {
    /// How many of them could be held against what was sold.
    pub number: u32,
    /// Of them, those within the aim.
    pub on_aim: u32,
    accuracy: f64,
    bias: f64,
}

impl Trend {
    /// Counts a submission; nothing where nothing was sold.
    pub fn add(&mut self, submitted: i128, actual: i128) {
        if let (Some(accuracy), Some(bias)) = (accuracy(submitted, actual), bias(submitted, actual)) {
            self.number += 1;
            self.on_aim += u32::from(on_aim(submitted, actual) == Some(true));
            self.accuracy += accuracy.value();
            self.bias += bias.value();
        }
    }

    /// The mean accuracy; none of none.
    pub fn accuracy(&self) -> Option<f64> {
        (self.number > 0).then(|| self.accuracy / f64::from(self.number))
    }

    /// The mean bias; none of none.
    pub fn bias(&self) -> Option<f64> {
        (self.number > 0).then(|| self.bias / f64::from(self.number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[rstest]
    #[case(1_000, 1_000, 1.0, 0.0)]
    #[case(900, 1_000, 0.9, -0.1)]
    #[case(1_250, 1_000, 0.75, 0.25)]
    #[case(2_000, 1_000, 0.0, 1.0)]
    #[case(5_000, 1_000, 0.0, 4.0)] // 1 − 4 is floored at 0
    #[case(0, 1_000, 0.0, -1.0)]
    fn a_submission_is_held_against_what_was_sold(
        #[case] submitted: i128,
        #[case] actual: i128,
        #[case] near: f64,
        #[case] wrong: f64,
    ) {
        assert_eq!(accuracy(submitted, actual).map(Ratio::value), Some(near));
        assert_eq!(bias(submitted, actual).map(Ratio::value), Some(wrong));
    }

    #[test]
    fn where_nothing_was_sold_neither_is_defined() {
        assert_eq!((accuracy(500, 0), bias(500, 0), on_aim(500, 0)), (None, None, None));
    }

    #[test]
    fn ten_per_cent_off_is_still_on_aim() {
        let aimed: Vec<_> = [899, 900, 1_100, 1_101].iter().map(|s| on_aim(*s, 1_000)).collect();
        assert_eq!(aimed, [Some(false), Some(true), Some(true), Some(false)]);
    }

    #[rstest]
    #[case("2026-09-28", 0)]
    #[case("2026-10-23", 0)] // day 22 of 92
    #[case("2026-10-24", 1)]
    #[case("2026-11-16", 2)] // half of 92 days have passed
    #[case("2026-12-31", 3)]
    #[case("2027-01-02", 3)]
    fn a_submission_lies_in_a_quarter_of_its_period(#[case] on: &str, #[case] expected: u8) {
        assert_eq!(quarter(day(on), (day("2026-10-01"), day("2026-12-31"))), expected);
    }

    #[test]
    fn a_trend_is_the_mean_of_those_that_can_be_told() {
        let mut trend = Trend::default();
        trend.add(900, 1_000);
        trend.add(1_300, 1_000);
        trend.add(700, 0);
        assert_eq!((trend.number, trend.on_aim), (2, 1));
        // (0.9 + 0.7) ÷ 2, (−0.1 + 0.3) ÷ 2
        assert!((trend.accuracy().unwrap() - 0.8).abs() < 1e-9);
        assert!((trend.bias().unwrap() - 0.1).abs() < 1e-9);
        assert_eq!(Trend::default().accuracy(), None);
    }
}
