//! Two people talking to each other: how their rooms go together.

use super::{Quadrant, Scores};
use crate::domain::word::words;

words! {
    /// How two rooms go together, the easiest first.
    pub enum Relation {
        /// Flows easily; but may compete, or form cliques.
        Same = "same",
        /// Both left or both right: support each other; at times wrongly believe they understand each other.
        Compatible = "compatible",
        /// Both cerebral or both limbic: reinforce each other; difference of style is the challenge.
        Contrast = "contrast",
        /// The diagonals: complete each other, but may collide and misread each other.
        Cross = "cross",
    }
}

impl Relation {
    /// How two rooms go together, by the method.
    pub fn between(one: Quadrant, other: Quadrant) -> Relation {
        match (one.is_left() == other.is_left(), one.is_cerebral() == other.is_cerebral()) {
            (true, true) => Relation::Same,
            (true, false) => Relation::Compatible,
            (false, true) => Relation::Contrast,
            (false, false) => Relation::Cross,
        }
    }

    /// How hard it is to talk: 1 to 4.
    pub fn difficulty(self) -> u8 {
        match self {
            Relation::Same => 1,
            Relation::Compatible => 2,
            Relation::Contrast => 3,
            Relation::Cross => 4,
        }
    }
}

/// A room of the one and a room of the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Pair {
    /// The room of the one.
    pub one: Quadrant,
    /// The room of the other.
    pub other: Quadrant,
}

impl Pair {
    /// How the two go together.
    pub fn relation(self) -> Relation {
        Relation::between(self.one, self.other)
    }
}

/// How two people are to each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// Their relation: between the highest room of each; where one has several highest, the easiest.
    pub relation: Relation,
    /// All pairs of their dominant rooms, the easiest first: the first is where to meet, the last is what
    /// to mind.
    pub pairs: Vec<Pair>,
}

/// How two people whose rooms are known are to each other.
pub fn meeting(one: Scores, other: Scores) -> Meeting {
    let highest = pairs(&one.highest(), &other.highest());
    // Everybody has a highest room, so there is a pair.
    let relation = highest.first().map_or(Relation::Same, |pair| pair.relation());
    Meeting { relation, pairs: pairs(&one.dominant(), &other.dominant()) }
}

impl Meeting {
    /// Where the two meet most easily.
    pub fn to_meet(&self) -> Option<Pair> {
        self.pairs.first().copied()
    }

    /// What is to be minded: the hardest pair, where it is harder than the easiest.
    pub fn to_mind(&self) -> Option<Pair> {
        let easiest = self.to_meet()?.relation();
        self.pairs.last().copied().filter(|pair| pair.relation() > easiest)
    }
}

fn pairs(one: &[Quadrant], other: &[Quadrant]) -> Vec<Pair> {
    let each = |one: &Quadrant| {
        let one = *one;
        other.iter().map(move |other| Pair { one, other: *other })
    };
    let mut pairs: Vec<Pair> = one.iter().flat_map(each).collect();
    pairs.sort_by_key(|pair| pair.relation());
    pairs
}

#[cfg(test)]
mod tests {
    use super::Quadrant::{A, B, C, D};
    use super::Relation::{Compatible, Contrast, Cross, Same};
    use super::*;

    #[test]
    fn all_sixteen_pairs() {
        let table = [
            (A, [Same, Compatible, Cross, Contrast]),
            (B, [Compatible, Same, Contrast, Cross]),
            (C, [Cross, Contrast, Same, Compatible]),
            (D, [Contrast, Cross, Compatible, Same]),
        ];
        for (one, relations) in table {
            for (other, relation) in [A, B, C, D].into_iter().zip(relations) {
                assert_eq!(Relation::between(one, other), relation, "{one}–{other}");
            }
        }
        assert_eq!(
            Relation::ALL.iter().map(|relation| relation.difficulty()).collect::<Vec<_>>(),
            [1, 2, 3, 4]
        );
    }

    fn scores(a: u8, b: u8, c: u8, d: u8) -> Scores {
        Scores::new(a, b, c, d).unwrap()
    }

    #[test]
    fn two_people_meet_by_their_highest_rooms() {
        let meeting = meeting(scores(80, 40, 20, 30), scores(20, 30, 90, 40));
        assert_eq!(meeting.relation, Cross);
        assert_eq!(meeting.pairs, [Pair { one: A, other: C }]);
        assert_eq!(meeting.to_mind(), None);
    }

    #[test]
    fn several_dominants_show_where_to_meet_and_what_to_mind() {
        // A and D against B and C, each with the first as the highest.
        let meeting = meeting(scores(90, 10, 10, 70), scores(10, 90, 70, 10));
        assert_eq!(meeting.relation, Compatible);
        let pairs = [(A, B), (D, C), (A, C), (D, B)].map(|(one, other)| Pair { one, other });
        assert_eq!(meeting.pairs, pairs);
        assert_eq!(meeting.to_meet(), Some(Pair { one: A, other: B }));
        assert_eq!(meeting.to_mind(), Some(Pair { one: D, other: B }));
    }

    #[test]
    fn a_tie_for_the_highest_takes_the_easiest() {
        assert_eq!(meeting(scores(70, 70, 0, 0), scores(0, 80, 0, 0)).relation, Same);
        assert_eq!(meeting(scores(50, 50, 50, 50), scores(0, 0, 0, 90)).relation, Same);
    }

    #[test]
    fn a_meeting_is_the_same_from_either_side() {
        let (one, other) = (scores(90, 70, 10, 20), scores(10, 68, 95, 20));
        assert_eq!(meeting(one, other).relation, meeting(other, one).relation);
    }
}
