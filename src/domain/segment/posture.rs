//! Attack and defence: what a client may spend in our category, by our share of it.

use super::rules::Rules;
use super::share::Cut;
use super::{Facts, Finding, Known};
use crate::domain::money::WHOLE;
use crate::domain::word::words;

words! {
    /// What to do about a client.
    pub enum Posture {
        /// High potential, low share: win it.
        Acquire = "acquire",
        /// High potential, high share: hold it.
        Retain = "retain",
        /// Middling potential, low share: cheap raids on who serves it now.
        Raid = "raid",
        /// Middling potential, high share: keep it going.
        Maintain = "maintain",
        /// Low potential: serve it only if that costs nothing.
        Abandon = "abandon",
    }
}

words! {
    /// Where something stands in three steps.
    pub enum Level {
        /// At the top.
        High = "high",
        /// Between.
        Middle = "middle",
        /// At the bottom.
        Low = "low",
    }
}

impl Posture {
    /// From the potential and whether our share is high; of a client with low potential the share is not
    /// asked.
    pub fn of(potential: Level, share_is_high: Option<bool>) -> Option<Posture> {
        match (potential, share_is_high) {
            (Level::High, Some(false)) => Some(Posture::Acquire),
            (Level::High, Some(true)) => Some(Posture::Retain),
            (Level::Middle, Some(false)) => Some(Posture::Raid),
            (Level::Middle, Some(true)) => Some(Posture::Maintain),
            (Level::Low, _) => Some(Posture::Abandon),
            (Level::High | Level::Middle, None) => None,
        }
    }
}

/// The least potential that is high, and the least that is not low: ranks cut in terms of what they rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lines {
    high: i128,
    middle: i128,
}

impl Lines {
    /// The lines among these potentials; none where there are none.
    pub fn among(mut potentials: Vec<i128>, rules: &Rules) -> Option<Lines> {
        potentials.sort_unstable_by(|one, other| other.cmp(one));
        // Whoever has as much as the last within the cut shares its rank or a better one.
        let last =
            |cut: Cut| potentials.get(cut.count(potentials.len()).min(potentials.len()).checked_sub(1)?);
        Some(Lines { high: *last(rules.potential_high)?, middle: *last(rules.potential_middle)? })
    }

    /// The level of a potential.
    pub fn level(self, potential: i128) -> Level {
        match potential {
            potential if potential >= self.high => Level::High,
            potential if potential >= self.middle => Level::Middle,
            _ => Level::Low,
        }
    }
}

/// The level of each of these potentials among all of them; none for one that is not known.
pub fn levels(potentials: &[Known<i128>], rules: &Rules) -> Vec<Option<Level>> {
    let lines = Lines::among(potentials.iter().flatten().copied().collect(), rules);
    potentials.iter().map(|known| Some(lines?.level((*known).ok()?))).collect()
}

/// The least potential that is high, and the least that is middling: where a picture draws its lines. None
/// where no account has such a potential.
pub fn lines(accounts: &[Facts], rules: &Rules) -> (Option<i128>, Option<i128>) {
    let potentials: Vec<Known<i128>> = accounts.iter().map(|facts| facts.potential).collect();
    let levels = levels(&potentials, rules);
    let least = |wanted: Level| {
        let of_level = potentials.iter().zip(&levels).filter(|(_, level)| **level == Some(wanted));
        of_level.filter_map(|(potential, _)| potential.ok()).min()
    };
    (least(Level::High), least(Level::Middle))
}

/// The posture towards an account whose potential is at a level, and what is missing to tell it.
pub fn posture(facts: &Facts, level: Option<Level>, rules: &Rules) -> Finding<Posture> {
    let share = facts.share(rules).map(|share| i128::from(share.basis_points));
    let is_high = share.ok().map(|share| rules.share_cut.is_reached(share, WHOLE.into()));
    Finding::new(level.and_then(|level| Posture::of(level, is_high)), &[facts.potential, share])
}

/// The posture towards each account.
pub fn postures(accounts: &[Facts], rules: &Rules) -> Vec<Finding<Posture>> {
    let potentials: Vec<Known<i128>> = accounts.iter().map(|facts| facts.potential).collect();
    let levels = levels(&potentials, rules);
    let found = accounts.iter().zip(levels).map(|(facts, level)| posture(facts, level, rules));
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Id;
    use crate::domain::segment::{Input, rank};
    use proptest::prelude::{prop, prop_assert_eq, proptest};
    use rstest::rstest;

    fn account(potential: Known<i128>, told_share: Option<i64>) -> Facts {
        Facts { potential, told_share, ..Facts::unknown(Id(1)) }
    }

    /// Nine accounts with the potentials 9, 8 … 1: three in each third.
    fn book(share: i64) -> Vec<Facts> {
        (1..=9).rev().map(|potential| account(Ok(potential), Some(share))).collect()
    }

    fn classes(accounts: &[Facts], rules: &Rules) -> Vec<Option<Posture>> {
        postures(accounts, rules).into_iter().map(|finding| finding.class).collect()
    }

    #[rstest]
    #[case(4_999, [Posture::Acquire, Posture::Raid])]
    #[case(5_000, [Posture::Retain, Posture::Maintain])] // at the cut the share is high
    fn thirds_of_potential_by_share(#[case] share: i64, #[case] pair: [Posture; 2]) {
        let [high, middle, low] = [pair[0], pair[1], Posture::Abandon].map(Some);
        let expected = [high, high, high, middle, middle, middle, low, low, low];
        assert_eq!(classes(&book(share), &Rules::default()), expected);
    }

    #[test]
    fn equal_potentials_share_the_better_third() {
        let mut accounts = book(0);
        // The fourth has as much as the third: both are at rank 3, within ⌈9 × 1/3⌉.
        accounts[3].potential = Ok(7);
        assert_eq!(
            classes(&accounts, &Rules::default())[2..5],
            [Some(Posture::Acquire), Some(Posture::Acquire), Some(Posture::Raid)]
        );
    }

    #[test]
    fn the_cut_goes_up_where_accounts_do_not_divide_by_three() {
        // Four accounts: high up to ⌈4/3⌉ = 2, middling up to ⌈8/3⌉ = 3.
        let accounts: Vec<Facts> = (1..=4).rev().map(|potential| account(Ok(potential), Some(0))).collect();
        let [acquire, raid, abandon] = [Posture::Acquire, Posture::Raid, Posture::Abandon].map(Some);
        assert_eq!(classes(&accounts, &Rules::default()), [acquire, acquire, raid, abandon]);
        assert_eq!(lines(&accounts, &Rules::default()), (Some(3), Some(2)));
    }

    #[test]
    fn what_is_not_known_is_said_and_counts_among_no_thirds() {
        let mut accounts = book(0);
        accounts.push(account(Err(Input::Potential), Some(9_000)));
        accounts.push(account(Err(Input::Rate), None));
        accounts[0].told_share = None;
        accounts[8].told_share = None;
        let found = postures(&accounts, &Rules::default());
        assert_eq!(found[0], Finding { class: None, missing: vec![Input::Share] });
        assert_eq!(found[3].class, Some(Posture::Raid));
        // Whatever the share, low potential is low potential.
        assert_eq!(found[8], Finding { class: Some(Posture::Abandon), missing: vec![Input::Share] });
        assert_eq!(found[9], Finding { class: None, missing: vec![Input::Potential] });
        assert_eq!(found[10], Finding { class: None, missing: vec![Input::Share, Input::Rate] });
    }

    proptest! {
        #[test]
        fn lines_cut_where_ranks_do(
            potentials in prop::collection::vec(0i128..20, 1..40),
            high in 0..=10_000i64,
            middle in 0..=10_000i64,
        ) {
            let (high, middle) = (Cut::basis(high), Cut::basis(middle));
            let rules = Rules { potential_high: high, potential_middle: middle, ..Rules::default() };
            let known: Vec<Known<i128>> = potentials.iter().copied().map(Ok).collect();
            let ranks = rank::ranks(&potentials.iter().copied().map(Some).collect::<Vec<_>>());
            for (level, rank) in levels(&known, &rules).into_iter().zip(ranks.into_iter().flatten()) {
                let by_rank = match rank {
                    rank if rank.is_within(high) => Level::High,
                    rank if rank.is_within(middle) => Level::Middle,
                    _ => Level::Low,
                };
                prop_assert_eq!(level, Some(by_rank));
            }
        }
    }

    #[test]
    fn a_moved_cut_moves_the_classes() {
        let rules = Rules { potential_high: Cut::per_cent(10), ..Rules::default() };
        assert_eq!(classes(&book(0), &rules)[..2], [Some(Posture::Acquire), Some(Posture::Raid)]);
    }
}
