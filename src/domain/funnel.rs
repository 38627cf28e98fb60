//! The funnel: open deals by stage, their amounts, and what those are worth by their win rates.

use std::collections::BTreeMap;

use super::id::Id;
use super::money::{Currency, Rate, WHOLE, convert_wide, divide_half_even};
use super::stage::{Stage, in_order};

/// Deals that share stage, win rate and currency, as the store groups them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Their stage.
    pub stage: Id,
    /// Their win rate in basis points: the stage's, or their own.
    pub win_rate: i64,
    /// Their currency.
    pub currency: Currency,
    /// Their sum in minor units of that currency.
    pub amount: i128,
    /// How many they are.
    pub deals: u64,
    /// Their sum in minor units of the base currency, by the method each deal turned on its own
    /// ([`Rates::turn`]); none where the currency has no rate.
    pub worth: Option<i128>,
}

/// Exchange rates to the base currency in force on a day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rates(BTreeMap<Currency, Rate>);

/// One stage of a funnel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// The stage.
    pub stage: Id,
    /// How many deals stand there whose amount could be turned into the base currency.
    pub deals: u64,
    /// Their sum in minor units of the base currency.
    pub amount: i128,
    /// Σ amount × win rate in minor units, rounded once, half to even.
    pub weighted: i128,
}

/// What the lines add up to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Total {
    /// Deals.
    pub deals: u64,
    /// Minor units of the base currency.
    pub amount: i128,
    /// From the unrounded sum, rounded once: it may differ from the sum of the rounded lines.
    pub weighted: i128,
}

/// Deals of a currency that has no exchange rate on the day: listed apart, in no line and no total.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WithoutRate {
    /// Their currency.
    pub currency: Currency,
    /// How many they are.
    pub deals: u64,
    /// Their sum in minor units of that currency.
    pub amount: i128,
}

/// The funnel on a day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Funnel {
    /// One for each stage, from the first to the last, then any stage that the book no longer has.
    pub lines: Vec<Line>,
    /// All lines together.
    pub total: Total,
    /// By currency.
    pub without_rate: Vec<WithoutRate>,
}

/// The funnel of the groups in the base currency, by the method: each amount turned, then weighted, then
/// summed, and each sum rounded once.
pub fn funnel(stages: &[Stage], groups: &[Group]) -> Funnel {
    let known: Vec<Id> = in_order(stages).into_iter().map(|stage| stage.id).collect();
    let mut sums: BTreeMap<Id, Sum> = known.iter().map(|stage| (*stage, Sum::default())).collect();
    let mut apart: BTreeMap<Currency, WithoutRate> = BTreeMap::new();
    let mut total = Sum::default();
    for group in groups {
        match group.worth {
            Some(amount) => {
                sums.entry(group.stage).or_default().add(group, amount);
                total.add(group, amount);
            }
            None => {
                let currency = group.currency;
                let entry = apart.entry(currency).or_insert(WithoutRate { currency, deals: 0, amount: 0 });
                entry.deals += group.deals;
                entry.amount = entry.amount.saturating_add(group.amount);
            }
        }
    }
    let line = |stage: Id| sums.get(&stage).map(|sum| sum.line(stage));
    let gone = sums.keys().filter(|stage| !known.contains(stage));
    let lines = known.iter().chain(gone).filter_map(|stage| line(*stage)).collect();
    Funnel { lines, total: total.total(), without_rate: apart.into_values().collect() }
}

impl Rates {
    /// Every currency that has a rate, and the rate.
    pub fn iter(&self) -> impl Iterator<Item = (Currency, Rate)> + '_ {
        self.0.iter().map(|(currency, rate)| (*currency, *rate))
    }

    /// The rate of a currency; None where none is in force.
    pub fn get(&self, currency: Currency) -> Option<Rate> {
        self.0.get(&currency).copied()
    }

    /// An amount in minor units of the base currency, rounded half to even; the base currency needs no
    /// rate. None where one is missing.
    pub fn turn(&self, minor: i64, from: Currency, base: Currency) -> Option<i128> {
        if from == base {
            return Some(i128::from(minor));
        }
        convert_wide(minor, from, self.get(from)?, base)
    }
}

impl FromIterator<(Currency, Rate)> for Rates {
    fn from_iter<I: IntoIterator<Item = (Currency, Rate)>>(rates: I) -> Self {
        Rates(rates.into_iter().collect())
    }
}

/// A sum not yet rounded.
#[derive(Default)]
struct Sum {
    deals: u64,
    amount: i128,
    /// Σ amount × win rate, in minor units × basis points.
    weighted: i128,
}

impl Sum {
    fn add(&mut self, group: &Group, amount: i128) {
        let weighted = amount.saturating_mul(i128::from(group.win_rate));
        self.deals += group.deals;
        self.amount = self.amount.saturating_add(amount);
        self.weighted = self.weighted.saturating_add(weighted);
    }

    fn total(&self) -> Total {
        let weighted = divide_half_even(self.weighted, i128::from(WHOLE));
        Total { deals: self.deals, amount: self.amount, weighted }
    }

    fn line(&self, stage: Id) -> Line {
        let Total { deals, amount, weighted } = self.total();
        Line { stage, deals, amount, weighted }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::domain::money::LARGEST_AMOUNT;
    use crate::domain::stage::{Template, tests::book_stages};
    use proptest::prelude::*;

    /// 10,000 EUR in cents.
    const UNIT: i64 = 1_000_000;

    /// A group of one deal, worth something in euros alone.
    fn deal(stage: i64, win_rate: i64, minor: i64, currency: Currency) -> Group {
        let worth = Rates::default().turn(minor, currency, Currency::EUR);
        Group { stage: Id(stage), win_rate, currency, amount: i128::from(minor), deals: 1, worth }
    }

    /// The method's worked example: 18 deals, by stage.
    pub(crate) fn worked_example() -> Vec<Group> {
        let amounts: [(i64, i64, &[i64]); 6] = [
            (1, 500, &[100, 80, 60, 40, 20]),
            (2, 1000, &[90, 70, 50, 30]),
            (3, 2000, &[76, 60, 40]),
            (4, 3000, &[264, 200]),
            (5, 5000, &[96, 50]),
            (6, 8000, &[58, 40]),
        ];
        let deals = |&(stage, rate, units): &(i64, i64, &'static [i64])| {
            units.iter().map(move |units| deal(stage, rate, units * UNIT, Currency::EUR))
        };
        amounts.iter().flat_map(deals).collect()
    }

    #[test]
    fn the_worked_example_holds_to_the_cent() {
        let stages = book_stages(Template::Method);
        let funnel = funnel(&stages, &worked_example());
        let unit = i128::from(UNIT);
        let lines: Vec<_> =
            funnel.lines.iter().map(|l| (l.deals, l.amount / unit, l.weighted * 10 / unit)).collect();
        let expected =
            [(5, 300, 150), (4, 240, 240), (3, 176, 352), (2, 464, 1392), (2, 146, 730), (2, 98, 784)];
        assert_eq!(lines, expected);
        assert_eq!(funnel.total, Total { deals: 18, amount: 1424 * unit, weighted: 364_800_000 });
        assert!(funnel.without_rate.is_empty());
    }

    #[test]
    fn each_foreign_deal_is_turned_on_its_own() {
        // 1.25 USD at 0.9 is 1.125 EUR: 1.12 each, half to even; together 2.24, not 2.25.
        let rates = Rates::from_iter([(Currency::USD, "0.9".parse().unwrap())]);
        let one = rates.turn(125, Currency::USD, Currency::EUR);
        let one = Group { worth: one, ..deal(1, 10_000, 125, Currency::USD) };
        let funnel = funnel(&book_stages(Template::Method), &[one.clone(), one]);
        assert_eq!(funnel.total, Total { deals: 2, amount: 224, weighted: 224 });
    }

    #[test]
    fn an_amount_without_a_rate_is_listed_apart_and_never_counted() {
        let groups = [
            deal(1, 500, 1000, Currency::EUR),
            deal(1, 500, 700, Currency::CNY),
            deal(2, 1000, 300, Currency::CNY),
        ];
        let funnel = funnel(&book_stages(Template::Method), &groups);
        assert_eq!(funnel.total, Total { deals: 1, amount: 1000, weighted: 50 });
        let apart = WithoutRate { currency: Currency::CNY, deals: 2, amount: 1000 };
        assert_eq!(funnel.without_rate, [apart]);
    }

    #[test]
    fn currencies_without_cents_are_turned_by_their_own_digits() {
        let yen: Currency = "JPY".parse().unwrap();
        let rates = Rates::from_iter([(yen, "0.00625".parse().unwrap())]);
        assert_eq!(rates.turn(10_000, yen, Currency::EUR), Some(6250)); // 10,000 JPY are 62.50 EUR
    }

    #[test]
    fn a_sum_is_rounded_once_half_to_even() {
        // 10 cents at 5 % are half a cent: one gives 0, three give 1.5 and so 2.
        let stages = book_stages(Template::Method);
        let at = |stage| deal(stage, 500, 10, Currency::EUR);
        let one = funnel(&stages, &[at(1)]);
        assert_eq!(one.total.weighted, 0);
        let three = funnel(&stages, &[at(1), at(2), at(3)]);
        assert_eq!(three.lines.iter().map(|line| line.weighted).sum::<i128>(), 0);
        assert_eq!(three.total.weighted, 2);
    }

    #[test]
    fn every_stage_has_a_line_and_deals_of_a_removed_stage_still_count() {
        let stages = book_stages(Template::Simple);
        let funnel = funnel(&stages, &[deal(99, 500, 100, Currency::EUR)]);
        let ids: Vec<_> = funnel.lines.iter().map(|line| line.stage.0).collect();
        assert_eq!(ids, [1, 2, 3, 4, 5, 99]);
        assert_eq!(funnel.total.deals, 1);
    }

    proptest! {
        #[test]
        fn no_order_or_grouping_of_deals_changes_a_figure(
            deals in prop::collection::vec((1i64..=6, 0i64..=10_000, 0..=LARGEST_AMOUNT), 0..40),
            cut in 0usize..40,
        ) {
            let stages = book_stages(Template::Method);
            let mut groups: Vec<_> = deals.iter().map(|&(s, rate, minor)| deal(s, rate, minor, Currency::EUR)).collect();
            let first = funnel(&stages, &groups);
            let turns = cut.min(groups.len());
            groups.rotate_left(turns);
            prop_assert_eq!(&funnel(&stages, &groups), &first);
            let sum: i128 = deals.iter().map(|&(_, _, minor)| i128::from(minor)).sum();
            prop_assert_eq!(first.total.amount, sum);
            // Rounded once, it is at most half a cent from the exact sum.
            let exact: i128 = deals.iter().map(|&(_, rate, minor)| i128::from(minor) * i128::from(rate)).sum();
            prop_assert!((first.total.weighted * 10_000 - exact).abs() <= 5_000);
        }

        #[test]
        fn any_amount_can_be_turned_at_any_rate(minor in 0..=LARGEST_AMOUNT, rate in 1..=i64::MAX) {
            let rates = Rates::from_iter([("JPY".parse().unwrap(), Rate(rate))]);
            prop_assert!(rates.turn(minor, "JPY".parse().unwrap(), "KWD".parse().unwrap()).is_some());
        }
    }
}
