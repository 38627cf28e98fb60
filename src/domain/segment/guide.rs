//! The guide for time: which share of the accounts each tier is about, which share of the selling time it is
//! to get, and how it is.

use super::Facts;
use super::rules::Rules;
use crate::domain::forecast::Ratio;
use crate::domain::word::Tier;

/// A tier beside the guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effort {
    /// The tier; none are the accounts that have none yet.
    pub tier: Option<Tier>,
    /// How many accounts are of it.
    pub accounts: usize,
    /// Minutes logged with them in the months that count as present.
    pub minutes: i64,
    /// Their share of all accounts; none where there are none.
    pub of_accounts: Option<Ratio>,
    /// Their share of all minutes logged with accounts; none where none were.
    pub of_minutes: Option<Ratio>,
    /// The guide's share of accounts, basis points; none where it has none to say.
    pub guide_accounts: Option<i64>,
    /// The guide's share of time, basis points.
    pub guide_minutes: Option<i64>,
}

/// Every tier beside the guide, and last the accounts without one.
pub fn efforts(accounts: &[Facts], rules: &Rules) -> Vec<Effort> {
    let minutes: i64 = accounts.iter().map(|facts| facts.minutes).sum();
    let effort = |tier: Option<Tier>| {
        let of_tier = || accounts.iter().filter(|facts| facts.tier == tier);
        let (count, spent) = (of_tier().count(), of_tier().map(|facts| facts.minutes).sum());
        let guide = |shares: [i64; 3]| match tier {
            Some(Tier::Key) => Some(shares[0]),
            Some(Tier::Ordinary) => Some(shares[1]),
            Some(Tier::Prospective) => Some(shares[2]),
            Some(Tier::Unattractive) | None => None,
        };
        Effort {
            tier,
            accounts: count,
            minutes: spent,
            of_accounts: Ratio::new(count as i128, accounts.len() as i128),
            of_minutes: Ratio::new(spent.into(), minutes.into()),
            guide_accounts: guide(rules.tier_accounts.basis_points()),
            guide_minutes: guide(rules.tier_time.basis_points()),
        }
    };
    Tier::ALL.iter().copied().map(Some).chain([None]).map(effort).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Id;

    #[test]
    fn each_tier_has_its_share_of_accounts_and_of_time() {
        let account = |tier, minutes| Facts { tier, minutes, ..Facts::unknown(Id(1)) };
        let accounts = [
            account(Some(Tier::Key), 90),
            account(Some(Tier::Ordinary), 0),
            account(Some(Tier::Ordinary), 30),
            account(None, 0),
        ];
        let efforts = efforts(&accounts, &Rules::default());
        let told = |at: usize| (efforts[at].accounts, efforts[at].minutes, efforts[at].guide_minutes);
        assert_eq!(
            [0, 1, 2, 3, 4].map(told),
            [(1, 90, Some(6_000)), (2, 30, Some(3_000)), (0, 0, Some(1_000)), (0, 0, None), (1, 0, None)]
        );
        assert_eq!(efforts[0].of_accounts, Ratio::new(1, 4));
        assert_eq!(efforts[0].of_minutes, Ratio::new(90, 120));
        assert_eq!(efforts[0].guide_accounts, Some(1_000));
    }

    #[test]
    fn without_time_logged_no_share_of_it_is_known() {
        let efforts = efforts(&[Facts::unknown(Id(1))], &Rules::default());
        assert!(efforts.iter().all(|effort| effort.of_minutes.is_none()));
    }
}
