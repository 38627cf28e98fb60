//! Time, people and money: what is planned for attack, defence and maintenance, and for each tier, and what was
//! spent; and the balanced measures by which each posture is judged.

use super::metrics::{Lack, Value};
use super::segment::Posture;
use super::word::{Tier, words};

words! {
    /// What resources are planned for.
    pub enum Purpose {
        /// To win: the accounts to acquire, and those to raid.
        Attack = "attack",
        /// To hold: the accounts to retain.
        Defence = "defence",
        /// To keep going: the accounts to maintain.
        Maintenance = "maintenance",
        /// Key accounts.
        Key = "key",
        /// Ordinary accounts.
        Ordinary = "ordinary",
        /// Prospective accounts.
        Prospective = "prospective",
        /// Unattractive accounts.
        Unattractive = "unattractive",
    }
}

words! {
    /// From which side a balanced measure looks.
    pub enum Perspective {
        /// Money.
        Finance = "finance",
        /// The clients.
        Clients = "clients",
        /// How we work.
        Process = "process",
        /// Our people.
        People = "people",
    }
}

words! {
    /// A balanced measure of a posture.
    pub enum Measure {
        /// Sales against the time before.
        SalesGrowth = "sales_growth",
        /// Accounts that bought for the first time.
        NewAccounts = "new_accounts",
        /// Few and light process measures: two-way contacts a month.
        Contacts = "contacts",
        /// Growth of the team.
        TeamGrowth = "team_growth",
        /// Profit against the time before.
        ProfitGrowth = "profit_growth",
        /// What selling cost, of sales.
        SellingCost = "selling_cost",
        /// Waste that was cut.
        Waste = "waste",
        /// Accounts that bought again.
        Retention = "retention",
        /// The mean of their latest check-ups.
        Satisfaction = "satisfaction",
        /// Finer segments.
        Segments = "segments",
        /// Heavier process measures: minutes for each account a month.
        MinutesEach = "minutes_each",
        /// How content our own people are.
        StaffSatisfaction = "staff_satisfaction",
        /// How many of our people leave.
        Turnover = "turnover",
        /// What serving them cost, of sales.
        CostToServe = "cost_to_serve",
        /// Purchases against the time before.
        OrdersKept = "orders_kept",
    }
}

impl Purpose {
    /// The postures, then the tiers.
    pub const POSTURES: [Purpose; 3] = [Purpose::Attack, Purpose::Defence, Purpose::Maintenance];

    /// Whether it is a posture rather than a tier.
    pub fn is_posture(self) -> bool {
        Purpose::POSTURES.contains(&self)
    }

    /// What accounts of a posture get their resources for; none for those to abandon, which are served only
    /// where it costs nothing.
    pub fn of_posture(posture: Posture) -> Option<Purpose> {
        match posture {
            Posture::Acquire | Posture::Raid => Some(Purpose::Attack),
            Posture::Retain => Some(Purpose::Defence),
            Posture::Maintain => Some(Purpose::Maintenance),
            Posture::Abandon => None,
        }
    }

    /// That of a tier.
    pub fn of_tier(tier: Tier) -> Purpose {
        match tier {
            Tier::Key => Purpose::Key,
            Tier::Ordinary => Purpose::Ordinary,
            Tier::Prospective => Purpose::Prospective,
            Tier::Unattractive => Purpose::Unattractive,
        }
    }

    /// By which measures it is judged; tiers have none of their own.
    pub fn measures(self) -> &'static [(Perspective, Measure)] {
        use Perspective::{Clients, Finance, People, Process};
        match self {
            Purpose::Attack => &[
                (Finance, Measure::SalesGrowth),
                (Clients, Measure::NewAccounts),
                (Process, Measure::Contacts),
                (People, Measure::TeamGrowth),
            ],
            Purpose::Defence => &[
                (Finance, Measure::ProfitGrowth),
                (Finance, Measure::SellingCost),
                (Finance, Measure::Waste),
                (Clients, Measure::Retention),
                (Clients, Measure::Satisfaction),
                (Clients, Measure::Segments),
                (Process, Measure::MinutesEach),
                (People, Measure::StaffSatisfaction),
                (People, Measure::Turnover),
            ],
            Purpose::Maintenance => &[(Finance, Measure::CostToServe), (Clients, Measure::OrdersKept)],
            _ => &[],
        }
    }
}

/// What a balanced measure comes to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Found {
    /// This.
    Is(Value),
    /// The book lacks something for it.
    Lacks(Lack),
    /// The book keeps nothing from which it could be told.
    Unknown,
}

/// Time, people and money.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Resources {
    /// Minutes.
    pub minutes: i64,
    /// People of ours.
    pub people: i64,
    /// Minor units of the base currency.
    pub money: i128,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_posture_but_abandon_and_each_tier_gets_resources() {
        let of: Vec<_> = Posture::ALL.iter().map(|posture| Purpose::of_posture(*posture)).collect();
        let (attack, defence, maintenance) =
            (Some(Purpose::Attack), Some(Purpose::Defence), Some(Purpose::Maintenance));
        assert_eq!(of, [attack, defence, attack, maintenance, None]);
        for tier in Tier::ALL {
            assert_eq!(Purpose::of_tier(*tier).as_str(), tier.as_str());
        }
    }

    #[test]
    fn only_postures_have_measures() {
        for purpose in Purpose::ALL {
            assert_eq!(!purpose.measures().is_empty(), purpose.is_posture(), "{purpose}");
        }
    }
}
