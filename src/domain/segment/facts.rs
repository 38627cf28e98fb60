//! What the book knows of an account when accounts are put into classes, and what follows from it at once.

use chrono::NaiveDate;

use super::rules::Rules;
use super::tier::Relation;
use super::{Input, Known};
use crate::domain::id::Id;
use crate::domain::money::{WHOLE, divide_half_even};
use crate::domain::word::Tier;

/// What is known of an account; amounts in minor units of the base currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// Which account.
    pub account: Id,
    /// Its tier, which a person decided.
    pub tier: Option<Tier>,
    /// What it spends a year in our category.
    pub potential: Known<i128>,
    /// Our share of that as it was told, basis points.
    pub told_share: Option<i64>,
    /// Won deals and small orders of the months that count as present.
    pub recent: Orders,
    /// Those of all time.
    pub ever: Orders,
    /// The margin told for it, basis points of sales.
    pub told_margin: Option<i64>,
    /// How attractive it is, 0 to 10.
    pub attractiveness: Known<i64>,
    /// How strong we are there, as the client sees us.
    pub strength: Known<Strength>,
    /// How good its credit is, 0 to 10.
    pub credit: Known<i64>,
    /// What is to be expected of it, 0 to 10.
    pub prospects: Known<i64>,
    /// How our relation goes.
    pub relation: Known<Relation>,
    /// Minutes logged with it in the months that count as present.
    pub minutes: i64,
}

/// Won deals and small orders of some time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Orders {
    /// How many.
    pub count: u64,
    /// How many of them have an amount that could be turned into the base currency.
    pub valued: u64,
    /// How many are in a currency without an exchange rate.
    pub without_rate: u64,
    /// What those with a value come to.
    pub amount: i128,
    /// The day of the latest.
    pub last_on: Option<NaiveDate>,
}

/// Our share of what a client spends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// Basis points; above the whole where what was sold exceeds what it was thought to spend.
    pub basis_points: i64,
    /// Whether it was reckoned from orders, as nobody told it.
    pub from_orders: bool,
}

/// How strong we are with a client, as the client sees us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Strength {
    /// 0 to 10; 5 is as strong as the best competitor.
    pub points: i64,
    /// Whether it was reckoned from what the client prefers, as nobody judged it.
    pub from_preferences: bool,
}

impl Strength {
    /// From how much the client prefers us, and the best competitor, 0 to 10 each: half of what we are ahead,
    /// from the middle, rounded down, so that only who is not behind is at the middle.
    pub fn from_preferences(ours: i64, best_of_others: i64) -> Strength {
        Strength { points: (10 + ours - best_of_others).div_euclid(2), from_preferences: true }
    }
}

impl Orders {
    /// What was sold; nothing known where there are no orders, none has an amount, or a rate is missing.
    pub fn sales(&self) -> Known<i128> {
        match self {
            Orders { count: 0, .. } => Err(Input::Orders),
            Orders { without_rate: 1.., .. } => Err(Input::Rate),
            Orders { valued: 0, .. } => Err(Input::Amount),
            Orders { amount, .. } => Ok(*amount),
        }
    }
}

impl Facts {
    /// An account of which nothing is known.
    pub fn unknown(account: Id) -> Facts {
        Facts {
            account,
            tier: None,
            potential: Err(Input::Potential),
            told_share: None,
            recent: Orders::default(),
            ever: Orders::default(),
            told_margin: None,
            attractiveness: Err(Input::Attractiveness),
            strength: Err(Input::Strength),
            credit: Err(Input::Credit),
            prospects: Err(Input::Prospects),
            relation: Err(Input::Relation),
            minutes: 0,
        }
    }

    /// Our share of what the client spends: as told, or else what it ordered of late, for a year, of its
    /// potential.
    pub fn share(&self, rules: &Rules) -> Known<Share> {
        if let Some(basis_points) = self.told_share {
            return Ok(Share { basis_points, from_orders: false });
        }
        let (Ok(potential @ 1..), Ok(sales)) = (self.potential, self.recent.sales()) else {
            return Err(Input::Share);
        };
        let basis_points =
            divide_half_even(sales * 12 * i128::from(WHOLE), potential * i128::from(rules.months.max(1)));
        let basis_points = i64::try_from(basis_points).map_err(|_| Input::Share)?;
        Ok(Share { basis_points, from_orders: true })
    }

    /// Its margin, basis points: its own, or the book's usual one.
    pub fn margin(&self, rules: &Rules) -> Known<i64> {
        self.told_margin.or(rules.usual_margin).ok_or(Input::Margin)
    }

    /// Present sales.
    pub fn sales(&self) -> Known<i128> {
        self.recent.sales()
    }

    /// Present profit: sales × margin, rounded once.
    pub fn profit(&self, rules: &Rules) -> Known<i128> {
        let (sales, margin) = (self.sales()?, self.margin(rules)?);
        Ok(divide_half_even(sales * i128::from(margin), i128::from(WHOLE)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn sold(amount: i128) -> Orders {
        Orders { count: 1, valued: 1, amount, ..Orders::default() }
    }

    #[rstest]
    #[case(Orders::default(), Err(Input::Orders))]
    #[case(Orders { count: 2, ..Orders::default() }, Err(Input::Amount))]
    #[case(Orders { count: 2, valued: 1, without_rate: 1, amount: 5, last_on: None }, Err(Input::Rate))]
    #[case(Orders { count: 2, valued: 1, amount: 5, ..Orders::default() }, Ok(5))]
    #[case(Orders { count: 1, valued: 1, ..Orders::default() }, Ok(0))]
    fn what_is_not_known_of_sales_is_not_zero(#[case] orders: Orders, #[case] sales: Known<i128>) {
        assert_eq!(orders.sales(), sales);
    }

    #[test]
    fn a_told_share_wins_over_that_from_orders() {
        let rules = Rules::default();
        let mut facts = Facts { potential: Ok(800), recent: sold(200), ..Facts::unknown(Id(1)) };
        assert_eq!(facts.share(&rules), Ok(Share { basis_points: 2_500, from_orders: true }));
        let half_a_year = Rules { months: 6, ..Rules::default() };
        assert_eq!(facts.share(&half_a_year), Ok(Share { basis_points: 5_000, from_orders: true }));
        facts.told_share = Some(6_000);
        assert_eq!(facts.share(&rules), Ok(Share { basis_points: 6_000, from_orders: false }));
    }

    #[test]
    fn without_potential_or_orders_no_share_is_known() {
        let rules = Rules::default();
        let unsold = Facts { potential: Ok(800), ..Facts::unknown(Id(1)) };
        let unmeasured = Facts { recent: sold(200), ..Facts::unknown(Id(1)) };
        let nothing_spent = Facts { potential: Ok(0), ..unmeasured.clone() };
        for facts in [unsold, unmeasured, nothing_spent] {
            assert_eq!(facts.share(&rules), Err(Input::Share));
        }
    }

    #[rstest]
    #[case(8, 6, 6)]
    #[case(6, 6, 5)]
    #[case(7, 6, 5)] // half a point ahead
    #[case(6, 7, 4)] // half a point behind
    #[case(10, 0, 10)]
    #[case(0, 10, 0)]
    fn strength_is_what_the_client_prefers_us_by(
        #[case] ours: i64,
        #[case] others: i64,
        #[case] points: i64,
    ) {
        assert_eq!(Strength::from_preferences(ours, others), Strength { points, from_preferences: true });
    }

    #[test]
    fn profit_is_at_its_own_margin_or_the_usual_one() {
        let mut facts = Facts { recent: sold(1_005), ..Facts::unknown(Id(1)) };
        assert_eq!(facts.profit(&Rules::default()), Err(Input::Margin));
        let usual = Rules { usual_margin: Some(1_000), ..Rules::default() };
        assert_eq!(facts.profit(&usual), Ok(100)); // 100.5 goes to the even unit
        facts.told_margin = Some(2_000);
        assert_eq!(facts.profit(&usual), Ok(201));
        facts.recent = Orders::default();
        assert_eq!(facts.profit(&usual), Err(Input::Orders));
    }
}
