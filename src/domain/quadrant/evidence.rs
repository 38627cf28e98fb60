//! What is known of how a person thinks, and how sure it is: scores told directly, and clues observed,
//! each with its day.

use chrono::NaiveDate;

use super::clue::Clue;
use super::{Quadrant, Scores, observed};

/// Scores told directly, on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    /// The day they are dated.
    pub on: NaiveDate,
    /// The scores.
    pub scores: Scores,
}

/// A clue observed, on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// The day it was heard or seen.
    pub on: NaiveDate,
    /// What it was.
    pub clue: Clue,
}

/// Where the scores in force come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// They were told directly, on this day.
    Direct(NaiveDate),
    /// They follow from the clues.
    Observed,
}

/// How a person thinks, as far as it is known on a day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Profile {
    /// The scores in force: the newest direct ones, else those of all clues; none is unknown.
    pub scores: Option<Scores>,
    /// Where they come from.
    pub origin: Option<Origin>,
    /// What the clues alone would say.
    pub by_clues: Option<Scores>,
    /// How many different clues there are.
    pub clues: usize,
    /// How many of them were observed after the direct score: what it does not know yet.
    pub clues_since: usize,
    /// The day of the newest evidence of either kind.
    pub newest: Option<NaiveDate>,
}

impl Profile {
    /// What the evidence up to the end of a day says. Direct scores come in the order in which they were
    /// told: of several on one day the last one holds.
    pub fn of(told: &[Told], seen: &[Seen], day: NaiveDate) -> Profile {
        let direct = told.iter().filter(|told| told.on <= day).max_by_key(|told| told.on);
        let seen: Vec<&Seen> = seen.iter().filter(|seen| seen.on <= day).collect();
        let distinct = |from: Option<NaiveDate>| {
            let after = seen.iter().filter(|seen| from.is_none_or(|from| seen.on > from));
            let mut clues: Vec<Clue> = after.map(|seen| seen.clue).collect();
            clues.sort();
            clues.dedup();
            clues
        };
        let clues = distinct(None);
        let by_clues = observed::scores(&clues);
        let origin = match direct {
            Some(told) => Some(Origin::Direct(told.on)),
            None => by_clues.map(|_| Origin::Observed),
        };
        Profile {
            scores: direct.map(|told| told.scores).or(by_clues),
            origin,
            by_clues,
            clues: clues.len(),
            clues_since: direct.map_or(0, |told| distinct(Some(told.on)).len()),
            newest: seen.iter().map(|seen| seen.on).chain(direct.map(|told| told.on)).max(),
        }
    }

    /// The dominant rooms; none where nothing is known.
    pub fn dominant(&self) -> Vec<Quadrant> {
        self.scores.map(Scores::dominant).unwrap_or_default()
    }

    /// How old the newest evidence is.
    pub fn age(&self, today: NaiveDate) -> Option<Age> {
        self.newest.map(|newest| Age::of((today - newest).num_days()))
    }
}

/// How old evidence is. Where it begins to age is ours to say: the method only says that it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Age {
    /// Up to 90 days.
    Fresh,
    /// Up to a year.
    Ageing,
    /// More than a year.
    Old,
}

impl Age {
    /// By days.
    pub fn of(days: i64) -> Age {
        match days {
            ..=90 => Age::Fresh,
            91..=365 => Age::Ageing,
            _ => Age::Old,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn told(on: &str, a: u8) -> Told {
        Told { on: day(on), scores: Scores::new(a, 40, 40, 40).unwrap() }
    }

    fn seen(on: &str, clue: Clue) -> Seen {
        Seen { on: day(on), clue }
    }

    #[test]
    fn nothing_known_is_unknown() {
        assert_eq!(Profile::of(&[], &[], day("2026-11-21")), Profile::default());
    }

    #[test]
    fn the_newest_direct_score_is_in_force_and_later_clues_stand_beside_it() {
        let told = [told("2026-03-01", 90), told("2026-01-01", 10)];
        let seen = [
            seen("2026-02-01", Clue::Family),
            seen("2026-04-01", Clue::Picky),
            seen("2026-05-01", Clue::Picky),
        ];
        let profile = Profile::of(&told, &seen, day("2026-11-21"));
        assert_eq!(profile.scores, Scores::new(90, 40, 40, 40));
        assert_eq!(profile.origin, Some(Origin::Direct(day("2026-03-01"))));
        assert_eq!((profile.clues, profile.clues_since), (2, 1));
        assert_eq!(profile.newest, Some(day("2026-05-01")));
        assert_eq!(profile.by_clues, observed::scores(&[Clue::Family, Clue::Picky]));
    }

    #[test]
    fn of_two_direct_scores_of_a_day_the_one_told_last_holds() {
        let profile = Profile::of(&[told("2026-03-01", 90), told("2026-03-01", 10)], &[], day("2026-03-01"));
        assert_eq!(profile.scores, Scores::new(10, 40, 40, 40));
    }

    #[test]
    fn a_past_day_knows_what_was_known_then() {
        let told = [told("2026-03-01", 90)];
        let seen = [seen("2026-02-01", Clue::Family), seen("2026-02-20", Clue::Teamwork)];
        let then = |on: &str| Profile::of(&told, &seen, day(on));
        assert_eq!(then("2026-01-31").scores, None);
        assert_eq!(then("2026-02-10").scores, observed::scores(&[Clue::Family]));
        assert_eq!(then("2026-02-28").origin, Some(Origin::Observed));
        assert_eq!(then("2026-03-01").scores, Scores::new(90, 40, 40, 40));
    }

    #[rstest]
    #[case(0, Age::Fresh)]
    #[case(90, Age::Fresh)]
    #[case(91, Age::Ageing)]
    #[case(365, Age::Ageing)]
    #[case(366, Age::Old)]
    fn evidence_ages(#[case] days: i64, #[case] age: Age) {
        assert_eq!(Age::of(days), age);
    }

    proptest! {
        #[test]
        fn the_order_of_observation_does_not_matter(clues in prop::collection::vec((0usize..48, 0u64..60), 1..12)) {
            let start = day("2026-01-01");
            let mut seen: Vec<Seen> = clues
                .iter()
                .map(|(clue, days)| Seen { on: start + chrono::Days::new(*days), clue: Clue::ALL[*clue] })
                .collect();
            let one = Profile::of(&[], &seen, day("2026-12-31"));
            seen.reverse();
            prop_assert_eq!(&one, &Profile::of(&[], &seen, day("2026-12-31")));
            prop_assert!(one.scores.is_some() && one.clues <= seen.len());
        }
    }
}
