//! What single entries give away: a benefit that answers nothing, the lowest of five scores, checks that
//! are not passed yet.

use super::choice::NeedKind;
use super::{Entry, EntryKind};

/// The five checks of an objective, by the fields that keep them.
pub const CHECKS: [&str; 5] = ["specific", "measurable", "attainable", "relevant", "timely"];

/// The five elements of a purchase, by the fields that keep their scores.
pub const ELEMENTS: [&str; 5] = ["value", "need", "price", "trust", "experience"];

/// The checks that an objective does not pass yet.
pub fn checks_open(objective: &Entry) -> Vec<&'static str> {
    CHECKS.into_iter().filter(|check| objective.flag(check) != Some(true)).collect()
}

/// The elements with the lowest score: where to work next. Elements without a score are not lowest, they
/// are not known.
pub fn lowest(elements: &Entry) -> Vec<&'static str> {
    let scores = ELEMENTS.into_iter().filter_map(|key| Some((key, elements.number(key)?)));
    let least = scores.clone().map(|(_, score)| score).min();
    scores.filter(|(_, score)| Some(*score) == least).map(|(key, _)| key).collect()
}

/// Whether a benefit answers no explicit need; `answered` is the need that it is said to answer.
pub fn is_without_need(fab: &Entry, answered: Option<&Entry>) -> bool {
    let is_explicit = |need: &Entry| need.word("kind") == Some(NeedKind::Explicit);
    fab.kind == EntryKind::Fab && fab.text("benefit").is_some() && !answered.is_some_and(is_explicit)
}

/// How well an account is known, from the highest level of its notes; one without a note of level 3 or 4
/// we do not know yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Knowledge {
    /// The highest level of its notes; none without a note.
    pub level: Option<i64>,
}

impl Knowledge {
    /// From the notes of an account.
    pub fn of(notes: &[Entry]) -> Knowledge {
        Knowledge { level: notes.iter().filter_map(|note| note.number("level")).max() }
    }

    /// Whether we know the account.
    pub fn is_known(self) -> bool {
        self.level.is_some_and(|level| level >= 3)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::entry::{Holder, Value};
    use crate::domain::id::Id;
    use rstest::rstest;

    fn entry(kind: EntryKind, values: &[(&str, Value)]) -> Entry {
        let mut entry = Entry {
            id: Id(1),
            kind,
            holder: Holder::Deal(Id(2)),
            position: 1,
            values: vec![None; kind.spec().fields.len()],
            created_at: 0,
            updated_on: "2026-11-21".parse().unwrap(),
        };
        for (key, value) in values {
            entry.set(key, Some(value.clone()));
        }
        entry
    }

    fn scores(scores: [Option<i64>; 5]) -> Entry {
        let mut judged = entry(EntryKind::Elements, &[]);
        for (key, score) in ELEMENTS.into_iter().zip(scores) {
            judged.set(key, score.map(Value::Number));
        }
        judged
    }

    #[rstest]
    #[case([Some(5), Some(3), Some(7), Some(3), Some(9)], &["need", "trust"])]
    #[case([Some(5), None, None, Some(0), Some(9)], &["trust"])]
    #[case([None; 5], &[])]
    fn the_lowest_element_is_where_to_work_next(#[case] told: [Option<i64>; 5], #[case] lowest_of: &[&str]) {
        assert_eq!(lowest(&scores(told)), lowest_of);
    }

    #[test]
    fn a_benefit_answers_an_explicit_need_or_is_flagged() {
        let fab =
            entry(EntryKind::Fab, &[("feature", "two pumps".into()), ("benefit", "no standstill".into())]);
        let need = |kind: &str| entry(EntryKind::Need, &[("kind", kind.into())]);
        assert!(is_without_need(&fab, None));
        assert!(is_without_need(&fab, Some(&need("implicit"))));
        assert!(!is_without_need(&fab, Some(&need("explicit"))));
        let feature_alone = entry(EntryKind::Fab, &[("feature", "two pumps".into())]);
        assert!(!is_without_need(&feature_alone, None));
    }

    #[test]
    fn an_objective_says_which_checks_it_does_not_pass() {
        let checked = |keys: &[&str]| {
            let values: Vec<(&str, Value)> = keys.iter().map(|key| (*key, Value::Flag(true))).collect();
            checks_open(&entry(EntryKind::Objective, &values))
        };
        assert_eq!(checked(&[]), CHECKS);
        assert_eq!(checked(&["specific", "timely", "relevant"]), ["measurable", "attainable"]);
        assert_eq!(checked(&CHECKS), Vec::<&str>::new());
    }

    #[rstest]
    #[case(&[], false)]
    #[case(&[1, 2], false)]
    #[case(&[1, 3], true)]
    #[case(&[4], true)]
    fn an_account_is_known_by_what_is_private(#[case] levels: &[i64], #[case] known: bool) {
        let notes =
            levels.iter().map(|level| entry(EntryKind::Intelligence, &[("level", Value::Number(*level))]));
        assert_eq!(Knowledge::of(&notes.collect::<Vec<_>>()).is_known(), known);
    }
}
