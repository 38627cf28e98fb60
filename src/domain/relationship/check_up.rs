//! Check-ups: what a client answers when asked how we are doing, and how that moves.

use chrono::NaiveDate;

use crate::domain::entry::Entry;

/// What is asked, by the fields that keep the scores, 1 to 5 each.
pub const SCORES: [&str; 5] = ["doing", "needs", "value", "working", "people"];

/// A check-up with its mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CheckUp {
    /// The day it was held.
    pub held_on: NaiveDate,
    /// The mean of its scores, in hundredths: 100 to 500.
    pub mean: i64,
}

/// The mean of the scores that were given, in hundredths, rounded half up; none where none was.
pub fn mean(check_up: &Entry) -> Option<i64> {
    mean_of(&SCORES.into_iter().filter_map(|key| check_up.number(key)).collect::<Vec<_>>())
}

/// The mean of scores, in hundredths, rounded half up; none of none.
pub fn mean_of(scores: &[i64]) -> Option<i64> {
    let number = i64::try_from(scores.len()).ok().filter(|number| *number > 0)?;
    Some((200 * scores.iter().sum::<i64>() + number) / (2 * number))
}

impl CheckUp {
    /// A check-up as it counts; none without a day or a score.
    pub fn of(entry: &Entry) -> Option<CheckUp> {
        Some(CheckUp { held_on: entry.day("held")?, mean: mean(entry)? })
    }
}

/// How check-ups move: the latest, and the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trend {
    /// The latest.
    pub latest: CheckUp,
    /// The one before; none where there is only one.
    pub before: Option<CheckUp>,
}

impl Trend {
    /// From check-ups in the order of their days; none where there is none.
    pub fn of(check_ups: &[CheckUp]) -> Option<Trend> {
        let (latest, earlier) = check_ups.split_last()?;
        Some(Trend { latest: *latest, before: earlier.last().copied() })
    }

    /// By how much the mean moved, in hundredths; none where nothing is there to compare.
    pub fn change(&self) -> Option<i64> {
        self.before.map(|before| self.latest.mean - before.mean)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::entry::{EntryKind, Value};
    use rstest::rstest;

    fn check_up(day: &str, scores: &[Option<i64>]) -> Entry {
        let mut told = Entry::blank(EntryKind::CheckUp);
        told.set("held", Some(Value::Day(day.parse().unwrap())));
        for (key, score) in SCORES.into_iter().zip(scores) {
            told.set(key, score.map(Value::Number));
        }
        told
    }

    #[rstest]
    #[case(&[Some(4), Some(3), Some(5), Some(4), Some(3)], Some(380))]
    #[case(&[Some(5), None, Some(4), None, Some(4)], Some(433))]
    #[case(&[Some(4), Some(4), Some(5)], Some(433))]
    #[case(&[Some(5), Some(5), Some(4)], Some(467))]
    #[case(&[None, None, None, None, None], None)]
    fn the_mean_is_over_the_scores_that_were_given(
        #[case] scores: &[Option<i64>],
        #[case] wanted: Option<i64>,
    ) {
        assert_eq!(mean(&check_up("2026-11-01", scores)), wanted);
    }

    #[test]
    fn a_trend_compares_the_last_two() {
        let all = ["2026-01-10", "2026-05-10", "2026-09-10"];
        let all = all.iter().zip([5, 4, 3]).map(|(day, score)| check_up(day, &[Some(score)]));
        let all: Vec<CheckUp> = all.filter_map(|one| CheckUp::of(&one)).collect();
        assert_eq!(Trend::of(&all).and_then(|trend| trend.change()), Some(-100));
        assert_eq!(Trend::of(&all[..1]).map(|trend| trend.change()), Some(None));
        assert_eq!(Trend::of(&[]), None);
    }
}
