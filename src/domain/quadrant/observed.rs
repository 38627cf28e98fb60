//! Scores by observation: from the clues that were ticked.

use super::clue::Clue;
use super::{Quadrant, Scores};

/// How many ticks make an observation count half: by the method, k = T ÷ (T + 4).
const HALF: i64 = 4;

/// Scores from the clues observed so far; none where there are none, as an unobserved person is unknown.
///
/// By the method: with T clues in all, d = ticked ÷ listed per room and r = d ÷ the largest d, the score
/// is 50 + (100 r − 50) × T ÷ (T + 4), rounded half up. A clue observed again is one clue.
pub fn scores(observed: &[Clue]) -> Option<Scores> {
    let mut clues = observed.to_vec();
    clues.sort();
    clues.dedup();
    let total = i64::try_from(clues.len()).ok()?;
    let shares = Quadrant::ALL.iter().map(|room| {
        let of_room = |clue: &&Clue| clue.quadrant() == *room;
        let count = |clues: &[Clue]| clues.iter().filter(of_room).count() as i64;
        (count(&clues), count(Clue::ALL))
    });
    let shares: Vec<(i64, i64)> = shares.collect();
    // The largest d, compared as fractions.
    let (most, among) = shares
        .iter()
        .copied()
        .reduce(|best, share| if share.0 * best.1 > best.0 * share.1 { share } else { best })?;
    if most == 0 {
        return None;
    }
    let score = |(ticked, listed): (i64, i64)| {
        // 50 + T (100 r − 50) ÷ (T + 4), over one denominator; half up.
        let unit = listed * most;
        let above = total * (100 * ticked * among - 50 * unit);
        let below = (total + HALF) * unit;
        u8::try_from((100 * below + 2 * above + below).div_euclid(2 * below)).ok()
    };
    let [a, b, c, d] = [shares[0], shares[1], shares[2], shares[3]].map(score);
    Scores::new(a?, b?, c?, d?)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::subsequence;
    use rstest::rstest;

    use super::Clue::*;
    use super::*;

    /// Each case is worked by hand beside it.
    #[rstest]
    // T = 1, k = 1/5: the room 50 + 50/5, the others 50 − 50/5.
    #[case::one(&[KeyPoints], [60, 40, 40, 40])]
    // T = 2, k = 1/3: 50 + 50/3 = 66.7 makes a primary; 50 − 50/3 = 33.3.
    #[case::two_alike(&[KeyPoints, Calculating], [67, 33, 33, 33])]
    // T = 2: d = 1/8 and 1/11, so r = 1 and 8/11; D: 50 + (72.7 − 50)/3 = 57.6.
    #[case::two_rooms(&[KeyPoints, Dreamer], [67, 33, 33, 58])]
    // T = 4, k = 1/2: d = 1/8, 1/14, 1/15, 1/11; r = 1, 8/14, 8/15, 8/11:
    // 75; 25 + 28.57 = 53.6; 25 + 26.67 = 51.7; 25 + 36.36 = 61.4.
    #[case::one_of_each(&[KeyPoints, Rigid, Family, Rash], [75, 54, 52, 61])]
    // T = 4: B 3/14, C 1/15; r of C = 14/45: 25 + 15.56 = 40.6.
    #[case::mostly_orderly(&[SafetyFirst, InSequence, Picky, Teamwork], [25, 75, 41, 25])]
    // T = 12, k = 3/4: A 8/8, B 4/14: 87.5 goes up to 88; 12.5 + 75 × 2/7 = 33.9; 12.5 goes up to 13.
    #[case::all_of_a_room(
        &[TakeApart, CriticalAnalysis, KeyPoints, BottomLine, Calculating, IceCold, Uncaring, NumberMachine,
          ByCustom, MakeHabit, LawAndOrder, SafetyFirst],
        [88, 34, 13, 13]
    )]
    fn scores_by_observation(#[case] observed: &[Clue], #[case] expected: [u8; 4]) {
        let [a, b, c, d] = expected;
        assert_eq!(scores(observed), Scores::new(a, b, c, d));
    }

    #[test]
    fn who_was_never_observed_is_unknown() {
        assert_eq!(scores(&[]), None);
    }

    #[test]
    fn a_clue_observed_again_is_one_clue() {
        assert_eq!(scores(&[Family, Family]), scores(&[Family]));
    }

    #[test]
    fn all_clues_together_make_a_balanced_picture() {
        // T = 48, k = 48/52: 50 + 50 × 12/13 = 96.2 in every room.
        assert_eq!(scores(Clue::ALL), Scores::new(96, 96, 96, 96));
    }

    proptest! {
        /// The same as in floating point, wherever that is not on the edge of rounding.
        #[test]
        fn the_method_in_floating_point_agrees(observed in subsequence(Clue::ALL.to_vec(), 1..=Clue::ALL.len())) {
            let scores = scores(&observed).unwrap();
            let share = |room: Quadrant| {
                let of_room = |clue: &&Clue| clue.quadrant() == room;
                let listed = Clue::ALL.iter().filter(of_room).count() as f64;
                observed.iter().filter(of_room).count() as f64 / listed
            };
            let most = Quadrant::ALL.iter().map(|room| share(*room)).fold(0.0, f64::max);
            let total = observed.len() as f64;
            for room in Quadrant::ALL {
                let exact = 50.0 + (100.0 * share(*room) / most - 50.0) * total / (total + 4.0);
                prop_assert!((f64::from(scores.of(*room)) - exact).abs() <= 0.5 + 1e-9);
            }
        }
    }
}
