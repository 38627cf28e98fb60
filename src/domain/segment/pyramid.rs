//! The client pyramid: accounts by what they contribute, cut after the top shares of accounts; and where
//! most of all contribution ends.

use super::rank::{self, Rank};
use super::rules::Rules;
use super::{Facts, Finding, Known};
use crate::domain::id::Id;
use crate::domain::word::words;

words! {
    /// A layer of the pyramid.
    pub enum Layer {
        /// The very top.
        Platinum = "platinum",
        /// The rest of the few that matter most.
        Gold = "gold",
        /// The upper half.
        Iron = "iron",
        /// All below.
        Lead = "lead",
    }
}

words! {
    /// What accounts are ranked by.
    pub enum Basis {
        /// Sales × margin.
        Profit = "profit",
        /// Sales, as not every account that is compared has a margin.
        Sales = "sales",
    }
}

/// The accounts in their layers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pyramid {
    /// What they are ranked by.
    pub basis: Basis,
    /// The layer of each account, in the order given; only who bought of late is in one.
    pub layers: Vec<Finding<Layer>>,
    /// What they contribute one after the other, the most first: the Pareto curve.
    pub curve: Vec<Step>,
    /// How many accounts bring the share of all contribution that is looked for; none where nothing is
    /// contributed.
    pub ends_after: Option<usize>,
}

/// A step of the Pareto curve; amounts in minor units of the base currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Whose.
    pub account: Id,
    /// What it contributes.
    pub contribution: i128,
    /// What it and all before it contribute.
    pub sum: i128,
}

impl Layer {
    /// The layer of a rank.
    fn of(rank: Rank, rules: &Rules) -> Layer {
        match rank {
            rank if rank.is_within(rules.pyramid_platinum) => Layer::Platinum,
            rank if rank.is_within(rules.pyramid_gold) => Layer::Gold,
            rank if rank.is_within(rules.pyramid_iron) => Layer::Iron,
            _ => Layer::Lead,
        }
    }
}

impl Basis {
    /// By profit where every account that is compared has a margin, else by the amount itself.
    pub(super) fn of<'a>(mut compared: impl Iterator<Item = &'a Facts>, rules: &Rules) -> Basis {
        match compared.all(|facts| facts.margin(rules).is_ok()) {
            true => Basis::Profit,
            false => Basis::Sales,
        }
    }
}

/// The pyramid of these accounts.
pub fn pyramid(accounts: &[Facts], rules: &Rules) -> Pyramid {
    let basis = Basis::of(accounts.iter().filter(|facts| facts.sales().is_ok()), rules);
    let contribution = |facts: &Facts| match basis {
        Basis::Profit => facts.profit(rules),
        Basis::Sales => facts.sales(),
    };
    let known: Vec<Known<i128>> = accounts.iter().map(contribution).collect();
    let values: Vec<Option<i128>> = known.iter().map(|known| known.ok()).collect();
    let layers = rank::ranks(&values)
        .into_iter()
        .zip(&known)
        .map(|(rank, known)| Finding::new(rank.map(|rank| Layer::of(rank, rules)), &[*known]))
        .collect();
    let curve = curve(accounts.iter().map(|facts| facts.account).zip(values));
    let ends_after = ends_after(&curve, rules);
    Pyramid { basis, layers, curve, ends_after }
}

fn curve(contributions: impl Iterator<Item = (Id, Option<i128>)>) -> Vec<Step> {
    let mut known: Vec<(Id, i128)> = contributions.filter_map(|(id, known)| Some((id, known?))).collect();
    // Stable: equal contributions stay in the order given.
    known.sort_by_key(|(_, contribution)| std::cmp::Reverse(*contribution));
    let step = |sum: &mut i128, (account, contribution)| {
        *sum += contribution;
        Some(Step { account, contribution, sum: *sum })
    };
    known.into_iter().scan(0, step).collect()
}

fn ends_after(curve: &[Step], rules: &Rules) -> Option<usize> {
    let total = curve.last().map(|step| step.sum).filter(|total| *total > 0)?;
    let reached = curve.iter().position(|step| rules.pareto_share.is_reached(step.sum, total));
    reached.map(|at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::Layer::{Gold, Iron, Lead, Platinum};
    use super::*;
    use crate::domain::segment::share::Cut;
    use crate::domain::segment::{Input, Orders};

    fn sold(id: i64, amount: i128) -> Facts {
        let recent = Orders { count: 1, valued: 1, amount, ..Orders::default() };
        Facts { recent, ..Facts::unknown(Id(id)) }
    }

    fn book(amounts: &[i128]) -> Vec<Facts> {
        (1..).zip(amounts).map(|(id, amount)| sold(id, *amount)).collect()
    }

    fn layers(accounts: &[Facts]) -> Vec<Option<Layer>> {
        pyramid(accounts, &Rules::default()).layers.into_iter().map(|finding| finding.class).collect()
    }

    #[test]
    fn ten_accounts_make_one_platinum_two_gold_up_to_five_iron() {
        let expected = [Platinum, Gold, Iron, Iron, Iron, Lead, Lead, Lead, Lead, Lead].map(Some);
        assert_eq!(layers(&book(&[100, 90, 80, 70, 60, 50, 40, 30, 20, 10])), expected);
    }

    #[test]
    fn equal_contributions_share_the_better_layer() {
        // The third ties the second at rank 2, the seventh and sixth tie the fifth at rank 5.
        let expected = [Platinum, Gold, Gold, Iron, Iron, Iron, Iron, Lead, Lead, Lead].map(Some);
        assert_eq!(layers(&book(&[100, 90, 90, 70, 60, 60, 60, 30, 20, 10])), expected);
    }

    #[test]
    fn two_hundred_and_one_accounts_have_three_at_the_top() {
        let amounts: Vec<i128> = (1..=201).rev().collect();
        let layers = layers(&book(&amounts));
        let count = |wanted| layers.iter().filter(|layer| **layer == Some(wanted)).count();
        // ⌈2.01⌉ = 3, ⌈40.2⌉ = 41, ⌈100.5⌉ = 101.
        assert_eq!([Platinum, Gold, Iron, Lead].map(count), [3, 38, 60, 100]);
    }

    #[test]
    fn who_did_not_buy_is_in_no_layer() {
        let mut accounts = book(&[10, 5]);
        accounts.push(Facts::unknown(Id(3)));
        let found = pyramid(&accounts, &Rules::default());
        assert_eq!(found.layers[2], Finding { class: None, missing: vec![Input::Orders] });
        assert_eq!(found.curve.len(), 2);
    }

    #[test]
    fn profit_counts_where_every_buyer_has_a_margin() {
        let mut accounts = book(&[100, 60]);
        accounts.push(Facts::unknown(Id(3))); // it bought nothing, so its margin is not asked for
        accounts[0].told_margin = Some(1_000);
        let by_sales = pyramid(&accounts, &Rules::default());
        assert_eq!((by_sales.basis, by_sales.curve[0].account), (Basis::Sales, Id(1)));
        accounts[1].told_margin = Some(5_000);
        let by_profit = pyramid(&accounts, &Rules::default());
        assert_eq!((by_profit.basis, by_profit.curve[0].account), (Basis::Profit, Id(2)));
        assert_eq!(by_profit.curve.iter().map(|step| step.sum).collect::<Vec<_>>(), [30, 40]);
    }

    #[test]
    fn the_usual_margin_stands_in_for_those_that_have_none() {
        let rules = Rules { usual_margin: Some(2_500), ..Rules::default() };
        let found = pyramid(&book(&[100, 60]), &rules);
        assert_eq!((found.basis, found.curve[1].sum), (Basis::Profit, 40));
    }

    #[test]
    fn eighty_per_cent_ends_with_the_account_that_reaches_it() {
        let ends = |amounts: &[i128], rules: &Rules| pyramid(&book(amounts), rules).ends_after;
        let rules = Rules::default();
        assert_eq!(ends(&[10, 50, 30, 10], &rules), Some(2)); // exactly 80 of 100
        assert_eq!(ends(&[11, 49, 30, 10], &rules), Some(3)); // 79, then 90
        assert_eq!(ends(&[0, 0], &rules), None);
        assert_eq!(ends(&[], &rules), None);
        let half = Rules { pareto_share: Cut::per_cent(50), ..rules };
        assert_eq!(ends(&[10, 50, 30, 10], &half), Some(1));
    }
}
