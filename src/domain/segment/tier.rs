//! The tier that is proposed for an account: from how attractive it is, what it may buy, and how our relation
//! with it goes. The person decides.

use super::posture::{self, Level};
use super::pyramid::Basis;
use super::rules::Rules;
use super::{Facts, Finding, Input, Known};
use crate::domain::word::{Tier, words};

words! {
    /// How our relation with a client goes.
    pub enum Relation {
        /// There is little yet; it can grow.
        CanGrow = "can_grow",
        /// It is growing.
        Growing = "growing",
        /// It is good.
        Good = "good",
        /// It is very firm.
        VeryFirm = "very_firm",
        /// It is quite limited.
        Limited = "limited",
        /// We are on the defensive.
        Defensive = "defensive",
        /// It is going backward.
        Backward = "backward",
    }
}

/// What a relation comes to, for the tier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ground {
    /// There is hardly any business yet.
    Open,
    /// There is business, and it holds.
    Held,
    /// There is business, and it is in danger.
    Lost,
}

impl Relation {
    fn ground(self) -> Ground {
        match self {
            Relation::CanGrow | Relation::Limited => Ground::Open,
            Relation::Growing | Relation::Good | Relation::VeryFirm => Ground::Held,
            Relation::Defensive | Relation::Backward => Ground::Lost,
        }
    }
}

/// What an account is worth: both high, or one of them and the other middling, is high; both low, or one of
/// them and the other middling, is low; the rest lies between.
pub fn worth(attractiveness: Level, potential: Level) -> Level {
    match (attractiveness, potential) {
        (Level::High, Level::High | Level::Middle) | (Level::Middle, Level::High) => Level::High,
        (Level::Low, Level::Low | Level::Middle) | (Level::Middle, Level::Low) => Level::Low,
        (Level::High, Level::Low) | (Level::Low, Level::High) | (Level::Middle, Level::Middle) => {
            Level::Middle
        }
    }
}

/// The tier of what an account is worth, by how the relation goes: where there is business, what is worth
/// much is key, in danger or not; where there is hardly any yet, it is a prospect.
pub fn tier(worth: Level, relation: Relation) -> Tier {
    match (worth, relation.ground()) {
        (Level::High, Ground::Held | Ground::Lost) => Tier::Key,
        (Level::Middle, Ground::Held | Ground::Lost) | (Level::Low, Ground::Held) => Tier::Ordinary,
        (Level::High | Level::Middle, Ground::Open) => Tier::Prospective,
        (Level::Low, Ground::Open | Ground::Lost) => Tier::Unattractive,
    }
}

/// The level of a number of points for attractiveness.
pub fn attractiveness(points: i64, rules: &Rules) -> Level {
    match points {
        points if points >= rules.attractiveness_high => Level::High,
        points if points >= rules.attractiveness_middle => Level::Middle,
        _ => Level::Low,
    }
}

/// What potentials are compared by for the tier: their margin where every account with a potential has one,
/// else their volume.
pub fn basis(accounts: &[Facts], rules: &Rules) -> Basis {
    Basis::of(accounts.iter().filter(|facts| facts.potential.is_ok()), rules)
}

/// The tier that is proposed for each account.
pub fn proposals(accounts: &[Facts], rules: &Rules) -> Vec<Finding<Tier>> {
    let basis = basis(accounts, rules);
    let potential = |facts: &Facts| -> Known<i128> {
        let potential = facts.potential?;
        Ok(match (basis, facts.margin(rules)) {
            (Basis::Profit, Ok(margin)) => potential * i128::from(margin),
            _ => potential,
        })
    };
    let potentials: Vec<Known<i128>> = accounts.iter().map(potential).collect();
    let levels = posture::levels(&potentials, rules);
    let proposal = |(facts, potential): (&Facts, Option<Level>)| {
        let attractive = facts.attractiveness.map(|points| attractiveness(points, rules));
        let class = match (attractive, potential, facts.relation) {
            (Ok(attractive), Some(potential), Ok(relation)) => {
                Some(tier(worth(attractive, potential), relation))
            }
            _ => None,
        };
        let inputs: [Result<(), Input>; 3] =
            [attractive.map(|_| ()), facts.potential.map(|_| ()), facts.relation.map(|_| ())];
        Finding::new(class, &inputs)
    };
    accounts.iter().zip(levels).map(proposal).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Id;
    use rstest::rstest;

    fn account(potential: i128, attractiveness: i64, relation: Relation) -> Facts {
        Facts {
            potential: Ok(potential),
            attractiveness: Ok(attractiveness),
            relation: Ok(relation),
            ..Facts::unknown(Id(1))
        }
    }

    /// With the two others its potential is the highest, the middle, or the lowest of three.
    fn proposed(potential: i128, attractiveness: i64, relation: Relation) -> Option<Tier> {
        let others = match potential {
            3 => [2, 1],
            2 => [3, 1],
            _ => [3, 2],
        };
        let mut accounts = vec![account(potential, attractiveness, relation)];
        accounts.extend(others.map(|potential| account(potential, 0, Relation::Good)));
        proposals(&accounts, &Rules::default()).remove(0).class
    }

    #[rstest]
    #[case(3, 7, Relation::Good, Tier::Key)]
    #[case(2, 7, Relation::Growing, Tier::Key)]
    #[case(3, 4, Relation::VeryFirm, Tier::Key)]
    #[case(3, 9, Relation::Defensive, Tier::Key)]
    #[case(3, 9, Relation::Limited, Tier::Prospective)]
    #[case(2, 6, Relation::Good, Tier::Ordinary)] // attractive at 7, not at 6
    #[case(2, 4, Relation::Backward, Tier::Ordinary)]
    #[case(3, 3, Relation::Good, Tier::Ordinary)] // not even middling at 3
    #[case(1, 7, Relation::CanGrow, Tier::Prospective)]
    #[case(1, 4, Relation::Good, Tier::Ordinary)]
    #[case(1, 4, Relation::CanGrow, Tier::Unattractive)]
    #[case(2, 3, Relation::Backward, Tier::Unattractive)]
    fn a_tier_follows_from_worth_and_relation(
        #[case] potential: i128,
        #[case] attractiveness: i64,
        #[case] relation: Relation,
        #[case] tier: Tier,
    ) {
        assert_eq!(proposed(potential, attractiveness, relation), Some(tier));
    }

    #[test]
    fn potentials_are_compared_by_margin_where_all_have_one() {
        let mut accounts: Vec<Facts> =
            (1..=3).map(|potential| account(potential, 9, Relation::Good)).collect();
        accounts[0].told_margin = Some(9_000);
        let least = |accounts: &[Facts]| {
            proposals(accounts, &Rules::default()).iter().map(|found| found.class).collect::<Vec<_>>()
        };
        let [key, ordinary] = [Tier::Key, Tier::Ordinary].map(Some);
        assert_eq!(least(&accounts), [ordinary, key, key]);
        accounts[1].told_margin = Some(1_000);
        accounts[2].told_margin = Some(1_000);
        assert_eq!(least(&accounts), [key, ordinary, key]);
    }

    #[test]
    fn nothing_is_proposed_without_all_three_and_what_is_missing_is_said() {
        let found = proposals(&[Facts::unknown(Id(1))], &Rules::default()).remove(0);
        let missing = vec![Input::Potential, Input::Attractiveness, Input::Relation];
        assert_eq!(found, Finding { class: None, missing });
    }
}
