//! The four quadrants: how a person prefers to think, by the whole-brain method.
//!
//! Two axes, left/right and cerebral (upper)/limbic (lower), make four rooms. Everybody has a score from
//! 0 to 100 in each; what was never observed is unknown, never a default.

pub mod clue;
pub mod evidence;
pub mod meeting;
pub mod observed;
pub mod walk;

use super::word::words;

words! {
    /// One of the four rooms.
    pub enum Quadrant {
        /// Analytical: left, cerebral. The method's mnemonic is the hawk.
        A = "a",
        /// Orderly: left, limbic; the donkey.
        B = "b",
        /// Feeling: right, limbic; the sheep.
        C = "c",
        /// Imaginative: right, cerebral; the fox.
        D = "d",
    }
}

impl Quadrant {
    /// Whether it lies on the left, by the method the side of logic and order.
    pub fn is_left(self) -> bool {
        matches!(self, Quadrant::A | Quadrant::B)
    }

    /// Whether it lies above, in the cerebral half.
    pub fn is_cerebral(self) -> bool {
        matches!(self, Quadrant::A | Quadrant::D)
    }
}

/// The highest score there is.
pub const HIGHEST: u8 = 100;

/// How much a person prefers a room, by its score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Preference {
    /// 0 to 33: avoided.
    Tertiary,
    /// 34 to 66: used when needed.
    Secondary,
    /// 67 to 100: where the person is at home.
    Primary,
}

/// A person's scores, 0 to 100 each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Scores([u8; 4]);

impl Scores {
    /// Four scores in the order A, B, C, D; none where one is above [`HIGHEST`].
    pub fn new(a: u8, b: u8, c: u8, d: u8) -> Option<Scores> {
        let scores = [a, b, c, d];
        scores.iter().all(|score| *score <= HIGHEST).then_some(Scores(scores))
    }

    /// The score in a room.
    pub fn of(self, quadrant: Quadrant) -> u8 {
        self.0[quadrant as usize]
    }

    /// How much a room is preferred.
    pub fn preference(self, quadrant: Quadrant) -> Preference {
        match self.of(quadrant) {
            67.. => Preference::Primary,
            34.. => Preference::Secondary,
            _ => Preference::Tertiary,
        }
    }

    /// The rooms with the highest score, in the order A, B, C, D; ties stay ties.
    pub fn highest(self) -> Vec<Quadrant> {
        let most = self.0.into_iter().max().unwrap_or_default();
        self.rooms(|quadrant| self.of(quadrant) == most)
    }

    /// The dominant rooms: the primaries, or the highest where there is none.
    pub fn dominant(self) -> Vec<Quadrant> {
        let primaries = self.rooms(|quadrant| self.preference(quadrant) == Preference::Primary);
        if primaries.is_empty() { self.highest() } else { primaries }
    }

    /// Where a person is at home on the plane: how far to the right, and how far up, −1 to 1 each. Each room
    /// draws as hard as it is strong; the weak ones say little of it.
    pub fn balance(self) -> (f64, f64) {
        let pull = |quadrant: &Quadrant| f64::from(self.of(*quadrant)).powi(2);
        let all: f64 = Quadrant::ALL.iter().map(pull).sum();
        if all == 0.0 {
            return (0.0, 0.0);
        }
        let toward = |holds: fn(Quadrant) -> bool| {
            let signed =
                |quadrant: &Quadrant| if holds(*quadrant) { pull(quadrant) } else { -pull(quadrant) };
            Quadrant::ALL.iter().map(signed).sum::<f64>() / all
        };
        (toward(|quadrant| !quadrant.is_left()), toward(Quadrant::is_cerebral))
    }

    fn rooms(self, holds: impl Fn(Quadrant) -> bool) -> Vec<Quadrant> {
        Quadrant::ALL.iter().copied().filter(|quadrant| holds(*quadrant)).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::Quadrant::{A, B, C, D};
    use super::*;

    #[rstest]
    #[case::a_single_room([80, 30, 20, 40], &[A])]
    #[case::two_rooms([70, 30, 20, 67], &[A, D])]
    #[case::none_is_primary([60, 40, 40, 40], &[A])]
    #[case::a_tie_stays_a_tie([50, 50, 20, 10], &[A, B])]
    #[case::balanced([50, 50, 50, 50], &[A, B, C, D])]
    #[case::all_primary([67, 100, 70, 99], &[A, B, C, D])]
    fn the_dominant_rooms(#[case] scores: [u8; 4], #[case] dominant: &[Quadrant]) {
        let [a, b, c, d] = scores;
        assert_eq!(Scores::new(a, b, c, d).unwrap().dominant(), dominant);
    }

    #[rstest]
    #[case(100, Preference::Primary)]
    #[case(67, Preference::Primary)]
    #[case(66, Preference::Secondary)]
    #[case(34, Preference::Secondary)]
    #[case(33, Preference::Tertiary)]
    #[case(0, Preference::Tertiary)]
    fn a_preference_by_its_score(#[case] score: u8, #[case] preference: Preference) {
        assert_eq!(Scores::new(0, score, 0, 0).unwrap().preference(B), preference);
    }

    #[test]
    fn the_plane_has_its_rooms_where_the_method_draws_them() {
        let places = Quadrant::ALL.iter().map(|room| (room.is_left(), room.is_cerebral()));
        let expected = [(true, true), (true, false), (false, false), (false, true)];
        assert!(places.eq(expected));
    }

    #[test]
    fn no_score_is_above_a_hundred() {
        assert_eq!(Scores::new(0, 0, 101, 0), None);
    }

    proptest! {
        #[test]
        fn somebody_who_is_known_has_a_dominant_room(a in 0..=100u8, b in 0..=100u8, c in 0..=100u8, d in 0..=100u8) {
            let scores = Scores::new(a, b, c, d).unwrap();
            let dominant = scores.dominant();
            prop_assert!(!dominant.is_empty());
            for room in scores.highest() {
                prop_assert!(dominant.contains(&room));
            }
        }
    }
}
