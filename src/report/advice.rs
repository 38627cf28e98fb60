//! What to do, in words: how to talk to somebody, what a gap in a buying group asks for, what to find out.
//! The wording is ours; what it rests on are the method's rules.

use super::quadrant;
use super::words::{self, Word};
use crate::domain::coverage::Gap;
use crate::domain::id::Id;
use crate::domain::quadrant::Quadrant;
use crate::domain::quadrant::meeting::{Meeting, Relation};
use crate::domain::unknown::Unknown;
use crate::i18n::Lang;
use crate::tr;

/// Three pieces of advice on talking to somebody: from each dominant room in turn; to somebody unknown, how
/// to find out and what is safe until then.
pub fn talking(lang: Lang, dominant: &[Quadrant]) -> Vec<Word> {
    if dominant.is_empty() {
        return vec![
            tr!(lang, "advice.unknown.1"),
            tr!(lang, "advice.unknown.2"),
            tr!(lang, "advice.unknown.3"),
        ];
    }
    (0..3)
        .filter_map(|place| {
            let room = dominant.get(place % dominant.len())?;
            quadrant::advice(lang, *room).into_iter().nth(place / dominant.len())
        })
        .collect()
}

/// What to mind between two people who are so to each other.
pub fn relation(lang: Lang, relation: Relation) -> Word {
    match relation {
        Relation::Same => tr!(lang, "advice.same"),
        Relation::Compatible => tr!(lang, "advice.compatible"),
        Relation::Contrast => tr!(lang, "advice.contrast"),
        Relation::Cross => tr!(lang, "advice.cross"),
    }
}

/// All advice on a meeting of two: how to talk, what to mind, and where several rooms meet, which of them
/// to begin in and which to watch.
pub fn meeting(lang: Lang, dominant: &[Quadrant], meeting: Option<&Meeting>) -> Vec<String> {
    let mut advice: Vec<String> = talking(lang, dominant).into_iter().map(Word::into_owned).collect();
    let Some(meeting) = meeting else { return advice };
    advice.push(relation(lang, meeting.relation).into_owned());
    if let (Some(meet), Some(mind)) = (meeting.to_meet(), meeting.to_mind()) {
        let name = |room| quadrant::name(lang, room);
        advice.push(
            tr!(
                lang,
                "advice.several_rooms",
                meet = name(meet.one),
                with = name(meet.other),
                mind = name(mind.one),
                against = name(mind.other)
            )
            .into_owned(),
        );
    }
    advice
}

/// What a gap in a buying group is, in words; `name` tells a person's name.
pub fn gap(lang: Lang, gap: Gap, name: impl Fn(Id) -> String) -> Word {
    match gap {
        Gap::Nobody => tr!(lang, "gap.nobody"),
        Gap::NoDecisionMaker => tr!(lang, "gap.no_decision_maker"),
        Gap::SingleThread(id) => tr!(lang, "gap.single_thread", person = name(id)),
        Gap::OpponentDecides(id) => tr!(lang, "gap.opponent_decides", person = name(id)),
        Gap::RoomUnspoken { decider, room } => {
            tr!(lang, "gap.room_unspoken", person = name(decider), room = quadrant::name(lang, room))
        }
        Gap::RoomUnknown(id) => tr!(lang, "gap.room_unknown", person = name(id)),
        Gap::PartOpen(part) => tr!(lang, "gap.part_open", part = words::part(lang, part)),
        Gap::Uncovered(id) => tr!(lang, "gap.uncovered", person = name(id)),
    }
}

/// What to do about a gap.
pub fn closing(lang: Lang, gap: Gap, name: impl Fn(Id) -> String) -> Word {
    match gap {
        Gap::Nobody => tr!(lang, "closing.nobody"),
        Gap::NoDecisionMaker => tr!(lang, "closing.no_decision_maker"),
        Gap::SingleThread(id) => tr!(lang, "closing.single_thread", person = name(id)),
        Gap::OpponentDecides(id) => tr!(lang, "closing.opponent_decides", person = name(id)),
        Gap::RoomUnspoken { decider, room } => {
            tr!(lang, "closing.room_unspoken", person = name(decider), room = quadrant::name(lang, room))
        }
        Gap::RoomUnknown(id) => tr!(lang, "closing.room_unknown", person = name(id)),
        Gap::PartOpen(part) => tr!(lang, "closing.part_open", part = words::part(lang, part)),
        Gap::Uncovered(id) => tr!(lang, "closing.uncovered", person = name(id)),
    }
}

/// What is not known yet, in words.
pub fn unknown(lang: Lang, what: Unknown) -> Word {
    match what {
        Unknown::Stance => tr!(lang, "unknown.stance"),
        Unknown::Quadrants => tr!(lang, "unknown.quadrants"),
        Unknown::DecisionRole => tr!(lang, "unknown.decision_role"),
        Unknown::Parts => tr!(lang, "unknown.parts"),
        Unknown::Needs => tr!(lang, "unknown.needs"),
        Unknown::OrganisationalNeeds => tr!(lang, "unknown.organisational_needs"),
        Unknown::SeesUs => tr!(lang, "unknown.sees_us"),
        Unknown::Step => tr!(lang, "unknown.step"),
        Unknown::ReportsTo => tr!(lang, "unknown.reports_to"),
        Unknown::Cover => tr!(lang, "unknown.cover"),
    }
}

/// How to find it out.
pub fn finding_out(lang: Lang, what: Unknown) -> Word {
    match what {
        Unknown::Stance => tr!(lang, "find_out.stance"),
        Unknown::Quadrants => tr!(lang, "find_out.quadrants"),
        Unknown::DecisionRole => tr!(lang, "find_out.decision_role"),
        Unknown::Parts => tr!(lang, "find_out.parts"),
        Unknown::Needs => tr!(lang, "find_out.needs"),
        Unknown::OrganisationalNeeds => tr!(lang, "find_out.organisational_needs"),
        Unknown::SeesUs => tr!(lang, "find_out.sees_us"),
        Unknown::Step => tr!(lang, "find_out.step"),
        Unknown::ReportsTo => tr!(lang, "find_out.reports_to"),
        Unknown::Cover => tr!(lang, "find_out.cover"),
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::Quadrant::{A, B, C, D};
    use super::*;
    use crate::domain::quadrant::Scores;
    use crate::domain::quadrant::meeting::meeting as meet;

    /// Scores with one room far above the others.
    fn living_in(room: Quadrant) -> Scores {
        let of = |one: Quadrant| if one == room { 90 } else { 20 };
        Scores::new(of(A), of(B), of(C), of(D)).unwrap()
    }

    #[rstest]
    fn all_sixteen_pairs_are_advised_by_their_relation(
        #[values(A, B, C, D)] one: Quadrant,
        #[values(A, B, C, D)] other: Quadrant,
        #[values(Lang::En, Lang::Zh)] lang: Lang,
    ) {
        let between = meet(living_in(one), living_in(other));
        let advice = meeting(lang, &[one], Some(&between));
        // Three for the room of the one, one for what they are to each other; nothing more.
        let expected: Vec<String> = quadrant::advice(lang, one).into_iter().map(Word::into_owned).collect();
        assert_eq!(advice[..3], expected[..]);
        assert_eq!(advice[3..], [relation(lang, Relation::between(one, other)).into_owned()]);
    }

    #[test]
    fn two_rooms_are_both_spoken_to_the_first_one_twice() {
        let [first, second, ..] = quadrant::advice(Lang::En, A);
        let [other, ..] = quadrant::advice(Lang::En, D);
        assert_eq!(talking(Lang::En, &[A, D]), [first, other, second]);
        assert_eq!(talking(Lang::En, &[A, B, C, D]).len(), 3);
    }

    #[test]
    fn a_mixed_profile_is_told_where_to_begin_and_what_to_watch() {
        let one = Scores::new(90, 10, 10, 70).unwrap();
        let other = Scores::new(10, 90, 70, 10).unwrap();
        let advice = meeting(Lang::En, &one.dominant(), Some(&meet(one, other)));
        assert_eq!(advice.len(), 5);
        assert!(advice[4].contains("Analytical") && advice[4].contains("Orderly"), "{}", advice[4]);
    }

    #[test]
    fn a_tie_is_advised_as_the_easiest_and_who_is_unknown_is_walked_around() {
        let balanced = Scores::new(50, 50, 50, 50).unwrap();
        let between = meet(balanced, living_in(D));
        let advice = meeting(Lang::En, &balanced.dominant(), Some(&between));
        assert_eq!(advice[3], relation(Lang::En, Relation::Same));
        let unknown = meeting(Lang::En, &[], None);
        assert_eq!(unknown.len(), 3);
        assert!(quadrant::advice(Lang::En, A).iter().all(|advice| !unknown.contains(&advice.to_string())));
    }
}
