//! RFM: when an account last ordered, how often, and for how much; each in quintiles, 5 the best.

use std::fmt;

use serde::{Serialize, Serializer};

use super::rank::{self, Rank};
use super::{Facts, Finding, Known};

/// Where an account stands in recency, frequency and money: 1 to 5 each, 5 the best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quintiles {
    /// By the day of its latest order.
    pub recency: u8,
    /// By the number of its orders.
    pub frequency: u8,
    /// By what they come to.
    pub money: u8,
}

impl fmt::Display for Quintiles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}-{}-{}", self.recency, self.frequency, self.money))
    }
}

impl Serialize for Quintiles {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The quintiles of each account among all that ever ordered.
pub fn quintiles(accounts: &[Facts]) -> Vec<Finding<Quintiles>> {
    let known = |facts: &Facts| -> Known<i128> { facts.ever.sales() };
    let ordered = |facts: &Facts| known(facts).is_ok();
    let recency: Vec<_> =
        accounts.iter().map(|facts| facts.ever.last_on.filter(|_| ordered(facts))).collect();
    let frequency: Vec<_> =
        accounts.iter().map(|facts| Some(facts.ever.count).filter(|_| ordered(facts))).collect();
    let money: Vec<_> = accounts.iter().map(|facts| known(facts).ok()).collect();
    let (recency, frequency, money) = (rank::ranks(&recency), rank::ranks(&frequency), rank::ranks(&money));
    let quintiles = |at: usize| {
        let quintile = |ranks: &[Option<Rank>]| ranks[at].map(Rank::quintile);
        let class = match (quintile(&recency), quintile(&frequency), quintile(&money)) {
            (Some(recency), Some(frequency), Some(money)) => Some(Quintiles { recency, frequency, money }),
            _ => None,
        };
        let missing = if class.is_some() { Ok(()) } else { known(&accounts[at]).map(|_| ()) };
        Finding::new(class, &[missing])
    };
    (0..accounts.len()).map(quintiles).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Id;
    use crate::domain::segment::{Input, Orders};
    use chrono::NaiveDate;

    fn account(day: u32, count: u64, amount: i128) -> Facts {
        let last_on = NaiveDate::from_ymd_opt(2026, 1, day);
        let ever = Orders { count, valued: count, amount, last_on, ..Orders::default() };
        Facts { ever, ..Facts::unknown(Id(1)) }
    }

    fn classes(accounts: &[Facts]) -> Vec<String> {
        let of =
            |finding: Finding<Quintiles>| finding.class.map_or("-".to_owned(), |class| class.to_string());
        quintiles(accounts).into_iter().map(of).collect()
    }

    #[test]
    fn five_accounts_take_a_quintile_each() {
        let accounts =
            [account(5, 1, 30), account(4, 2, 50), account(3, 3, 10), account(2, 4, 20), account(1, 5, 40)];
        assert_eq!(classes(&accounts), ["5-1-3", "4-2-5", "3-3-1", "2-4-2", "1-5-4"]);
    }

    #[test]
    fn equal_values_share_the_better_quintile() {
        // Frequencies 3, 1, 1, 1, 1: the four are at rank 2, so 5 − ⌊5/5⌋ = 4.
        let accounts =
            [account(5, 3, 5), account(5, 1, 4), account(3, 1, 4), account(2, 1, 4), account(1, 1, 1)];
        assert_eq!(classes(&accounts), ["5-5-5", "5-4-4", "3-4-4", "2-4-4", "1-4-1"]);
    }

    #[test]
    fn who_never_ordered_is_in_no_quintile_and_counts_in_none() {
        let mut accounts = vec![account(5, 1, 30), Facts::unknown(Id(2))];
        accounts[0].ever.last_on = NaiveDate::from_ymd_opt(2020, 1, 1);
        assert_eq!(classes(&accounts), ["5-5-5", "-"]);
        assert_eq!(quintiles(&accounts)[1].missing, [Input::Orders]);
    }

    #[test]
    fn an_order_without_a_rate_or_an_amount_leaves_the_account_out() {
        let mut accounts = [account(5, 2, 30), account(4, 1, 10), account(3, 1, 0)];
        accounts[1].ever.without_rate = 1;
        accounts[2].ever.valued = 0;
        let found = quintiles(&accounts);
        assert_eq!(found[1], Finding { class: None, missing: vec![Input::Rate] });
        assert_eq!(found[2], Finding { class: None, missing: vec![Input::Amount] });
    }
}
