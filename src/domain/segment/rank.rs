//! Ranks among accounts: the best is 1, and equal values share the better rank.

use super::share::Cut;
use crate::domain::forecast::Ratio;

/// Where a value stands among others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rank {
    /// 1 for the best; equal values share the better one.
    pub place: usize,
    /// Among how many.
    pub of: usize,
}

/// The rank of each value that is there, in the order given; more is better.
pub fn ranks<T: Ord>(values: &[Option<T>]) -> Vec<Option<Rank>> {
    let mut sorted: Vec<&T> = values.iter().flatten().collect();
    sorted.sort_unstable_by(|one, other| other.cmp(one));
    let place = |value: &T| 1 + sorted.partition_point(|other| *other > value);
    values
        .iter()
        .map(|value| value.as_ref().map(|value| Rank { place: place(value), of: sorted.len() }))
        .collect()
}

impl Rank {
    /// Whether it is within the top share: rank ≤ ⌈n × cut⌉, at least one.
    pub fn is_within(self, cut: Cut) -> bool {
        self.place <= cut.count(self.of)
    }

    /// The quintile, 5 for the best: 5 − ⌊(rank − 1) × 5 ÷ n⌋.
    pub fn quintile(self) -> u8 {
        let below = (self.place - 1) * 5 / self.of;
        5_u8.saturating_sub(u8::try_from(below).unwrap_or(4)).max(1)
    }

    /// The share of the others that it is at least as good as, itself among them: (n − rank + 1) ÷ n.
    pub fn percentile(self) -> Ratio {
        Ratio { num: (self.of + 1 - self.place) as i128, den: self.of as i128 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn places(values: &[Option<i64>]) -> Vec<usize> {
        ranks(values).into_iter().map(|rank| rank.map_or(0, |rank| rank.place)).collect()
    }

    #[test]
    fn equal_values_share_the_better_rank_and_what_is_missing_has_none() {
        assert_eq!(places(&[Some(5), Some(9), None, Some(5), Some(1)]), [2, 1, 0, 2, 4]);
        assert_eq!(ranks(&[Some(5), None]), [Some(Rank { place: 1, of: 1 }), None]);
        assert_eq!(places(&[]), [0; 0]);
    }

    #[rstest]
    // Ten accounts: two in each quintile.
    #[case(1, 10, 5)]
    #[case(2, 10, 5)]
    #[case(3, 10, 4)]
    #[case(4, 10, 4)]
    #[case(5, 10, 3)]
    #[case(6, 10, 3)]
    #[case(8, 10, 2)]
    #[case(9, 10, 1)]
    #[case(10, 10, 1)]
    // Three accounts: 5 − ⌊0⌋, 5 − ⌊5/3⌋, 5 − ⌊10/3⌋.
    #[case(1, 3, 5)]
    #[case(2, 3, 4)]
    #[case(3, 3, 2)]
    // Seven: the third is at 5 − ⌊10/7⌋.
    #[case(2, 7, 5)]
    #[case(3, 7, 4)]
    #[case(7, 7, 1)]
    fn quintiles_go_from_five_down(#[case] place: usize, #[case] of: usize, #[case] quintile: u8) {
        assert_eq!(Rank { place, of }.quintile(), quintile);
    }

    #[rstest]
    #[case(1, 10, 1, true)] // a tenth of one account is still one
    #[case(2, 10, 1, false)]
    #[case(2, 10, 20, true)]
    #[case(3, 10, 20, false)]
    #[case(3, 11, 20, true)] // ⌈2.2⌉
    #[case(5, 10, 50, true)]
    #[case(6, 10, 50, false)]
    #[case(6, 11, 50, true)]
    #[case(1, 100, 1, true)]
    #[case(2, 100, 1, false)]
    #[case(2, 101, 1, true)] // ⌈1.01⌉
    fn a_cut_takes_in_the_account_that_it_goes_through(
        #[case] place: usize,
        #[case] of: usize,
        #[case] per_cent: i64,
        #[case] within: bool,
    ) {
        assert_eq!(Rank { place, of }.is_within(Cut::per_cent(per_cent)), within);
    }

    #[test]
    fn the_best_of_ten_is_at_the_whole_and_the_last_at_a_tenth() {
        assert_eq!(Rank { place: 1, of: 10 }.percentile(), Ratio { num: 10, den: 10 });
        assert_eq!(Rank { place: 10, of: 10 }.percentile(), Ratio { num: 1, den: 10 });
    }
}
