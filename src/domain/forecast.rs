//! The three indicators of a period: forecast attainment, progress, and off-funnel sales.

use chrono::NaiveDate;

use super::money::{WHOLE, divide_half_even};
use super::period::Period;

/// A period's figures at an instant, in minor units of the base currency. Off-funnel sales are the
/// small orders.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Figures {
    /// S: amounts of deals won in the period so far.
    pub won: i128,
    /// O: small orders dated in the period so far.
    pub small_orders: i128,
    /// W: Σ amount × win rate over open deals expected to close in the period.
    pub weighted: i128,
    /// Q: what is to be sold in the period, where it is set.
    pub quota: Option<i128>,
}

/// An exact ratio; the divisor is positive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ratio {
    /// Dividend.
    pub num: i128,
    /// Divisor.
    pub den: i128,
}

impl Figures {
    /// S + O + W: what the period is expected to bring.
    pub fn expected(&self) -> i128 {
        self.won + self.small_orders + self.weighted
    }

    /// Forecast attainment, by the method (S + O + W) / Q: is there enough in the funnel? None without
    /// a quota above zero.
    pub fn attainment(&self) -> Option<Ratio> {
        Ratio::new(self.expected(), self.quota?)
    }

    /// S + O: what was sold.
    pub fn sold(&self) -> i128 {
        self.won + self.small_orders
    }

    /// What is sold of the quota, (S + O) / Q; none without a quota above zero.
    pub fn achieved(&self) -> Option<Ratio> {
        Ratio::new(self.sold(), self.quota?)
    }

    /// What is still to be sold, Q − S − O; none without a quota, and nothing once it is reached.
    pub fn left(&self) -> Option<i128> {
        Some((self.quota? - self.sold()).max(0))
    }

    /// How many times open deals cover what is still to be sold; `open` is what they are worth, unweighted.
    /// None without a quota, or once it is reached.
    pub fn coverage(&self, open: i128) -> Option<Ratio> {
        Ratio::new(open, self.left()?)
    }
}

/// Progress, by the method ((W₁ − W₀) + (S₁ − S₀) + (O₁ − O₀)) / Q: is it moving? Both figures are of the
/// same period, `before` seven days earlier, both turned at today's exchange rates and held against
/// today's quota. It can be negative; None without a quota above zero.
pub fn progress(now: &Figures, before: &Figures, quota: Option<i128>) -> Option<Ratio> {
    Ratio::new(now.expected() - before.expected(), quota?)
}

/// Whether an open deal counts in W, by its expected close date: a date in the period does, passed or
/// not; without a date it counts in no period; without a period every deal counts.
pub fn counts_in(close_on: Option<NaiveDate>, period: Option<Period>, first_month: u8) -> bool {
    period.is_none_or(|period| close_on.is_some_and(|day| period.contains(day, first_month)))
}

/// The quota of a period: the one set for it, or else the sum of those set for finer periods that tile
/// it entirely (months make quarters, quarters halves, halves years); None where a part is missing.
pub fn quota_for(
    period: Period,
    first_month: u8,
    lookup: &mut impl FnMut(Period) -> Option<i128>,
) -> Option<i128> {
    if let Some(quota) = lookup(period) {
        return Some(quota);
    }
    let parts = period.parts(first_month);
    if parts.is_empty() {
        return None;
    }
    parts.into_iter().map(|part| quota_for(part, first_month, lookup)).sum()
}

impl Ratio {
    /// The ratio of two amounts; None unless the divisor is above zero.
    pub fn new(num: i128, den: i128) -> Option<Ratio> {
        (den > 0).then_some(Ratio { num, den })
    }

    /// As a number, for programs: 0.5 is one half.
    pub fn value(self) -> f64 {
        self.num as f64 / self.den as f64
    }

    /// In basis points, rounded half to even, for people: 5000 is one half.
    pub fn basis_points(self) -> i128 {
        divide_half_even(self.num.saturating_mul(i128::from(WHOLE)), self.den)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::funnel::{funnel, tests::worked_example};
    use crate::domain::stage::{Template, tests::book_stages};
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    fn figures(won: i128, small_orders: i128, weighted: i128) -> Figures {
        Figures { won, small_orders, weighted, quota: Some(1000) }
    }

    #[test]
    fn the_worked_example_against_a_quota() {
        let stages = book_stages(Template::Method);
        let weighted = funnel(&stages, &worked_example()).total.weighted;
        let now =
            Figures { won: 100_000_000, small_orders: 35_200_000, weighted, quota: Some(1_000_000_000) };
        assert_eq!(now.attainment().map(Ratio::value), Some(0.5));
    }

    #[test]
    fn progress_counts_what_moved_in_all_three() {
        let moved = progress(&figures(120, 15, 300), &figures(100, 10, 310), Some(1000));
        assert_eq!(moved.map(Ratio::basis_points), Some(150));
    }

    #[test]
    fn progress_is_negative_when_the_funnel_shrinks() {
        let moved = progress(&figures(0, 0, 50), &figures(0, 0, 200), Some(1000));
        assert_eq!(moved.map(Ratio::value), Some(-0.15));
    }

    #[test]
    fn a_deal_that_is_won_moves_only_what_was_not_yet_expected() {
        // 200 at 80 % leave W with 160 and come into S with 200.
        let moved = progress(&figures(200, 0, 0), &figures(0, 0, 160), Some(1000));
        assert_eq!(moved.map(Ratio::basis_points), Some(400));
    }

    #[test]
    fn without_a_quota_both_ratios_are_undefined_and_the_amount_is_known() {
        let now = Figures { quota: None, ..figures(1, 2, 3) };
        assert_eq!((now.attainment(), progress(&now, &now, None), now.expected()), (None, None, 6));
        assert_eq!(Figures { quota: Some(0), ..now }.attainment(), None);
    }

    #[test]
    fn what_is_left_of_the_quota_is_held_against_the_open_deals() {
        let now = figures(600, 150, 0);
        assert_eq!((now.left(), now.achieved().map(Ratio::value)), (Some(250), Some(0.75)));
        assert_eq!(now.coverage(750).map(Ratio::value), Some(3.0));
        let reached = figures(1000, 150, 0);
        assert_eq!((reached.left(), reached.coverage(750)), (Some(0), None));
        assert_eq!(Figures { quota: None, ..now }.left(), None);
    }

    #[test]
    fn a_deal_without_a_date_counts_in_no_period_but_in_the_whole_funnel() {
        let quarter = Some(Period::Quarter(2026, 4));
        let day = |text: &str| Some(text.parse().unwrap());
        assert!(!counts_in(None, quarter, 1) && counts_in(None, None, 1));
        assert!(counts_in(day("2026-10-01"), quarter, 1), "a date that has passed still counts");
        assert!(!counts_in(day("2027-01-01"), quarter, 1));
        assert!(counts_in(day("2027-01-01"), quarter, 4), "from April, the last quarter ends in March");
    }

    fn quotas(set: &[(&str, i128)]) -> BTreeMap<Period, i128> {
        set.iter().map(|(period, amount)| (period.parse().unwrap(), *amount)).collect()
    }

    fn quota(period: &str, first_month: u8, set: &[(&str, i128)]) -> Option<i128> {
        let set = quotas(set);
        quota_for(period.parse().unwrap(), first_month, &mut |period| set.get(&period).copied())
    }

    #[test]
    fn a_quota_that_is_set_comes_before_its_parts() {
        assert_eq!(
            quota("2026Q4", 1, &[("2026Q4", 90), ("2026-10", 1), ("2026-11", 1), ("2026-12", 1)]),
            Some(90)
        );
    }

    #[test]
    fn finer_quotas_add_up_where_they_tile_the_period() {
        let mixed = [("2026H1", 100), ("2026Q3", 40), ("2026-10", 10), ("2026-11", 20), ("2026-12", 30)];
        assert_eq!(quota("2026", 1, &mixed), Some(200));
        assert_eq!(quota("2026", 1, &mixed[..4]), None);
        assert_eq!(quota("2026-10", 1, &[("2026Q4", 90)]), None);
    }

    #[test]
    fn in_a_fiscal_year_from_april_the_last_quarter_is_made_of_next_years_months() {
        let months = [("2027-01", 1), ("2027-02", 2), ("2027-03", 3)];
        assert_eq!(quota("2026Q4", 4, &months), Some(6));
        assert_eq!(quota("2026Q4", 1, &months), None);
    }

    proptest! {
        #[test]
        fn twelve_months_make_a_year_whenever_it_starts(
            amounts in prop::array::uniform12(0i128..=1_000_000), first_month in 1u8..=12,
        ) {
            let year = Period::Year(2026);
            let mut months = vec![Period::month_of(year.range(first_month).0)];
            while months.len() < 12 {
                months.extend(months.last().map(|month| month.next()));
            }
            let set: BTreeMap<_, _> = months.into_iter().zip(amounts).collect();
            let quota = quota_for(year, first_month, &mut |period| set.get(&period).copied());
            prop_assert_eq!(quota, Some(amounts.iter().sum()));
        }
    }
}
