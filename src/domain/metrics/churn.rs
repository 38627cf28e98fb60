//! Churn: accounts that stopped buying, of all and of each tier.

use super::{Customer, Span, Standing};
use crate::domain::forecast::Ratio;
use crate::domain::word::{Tier, words};

words! {
    /// Why an account went.
    pub enum WhyLeft {
        /// Others were cheaper.
        Price = "price",
        /// Our service.
        Service = "service",
        /// What we delivered.
        Quality = "quality",
        /// A competitor had what they wanted, or whom they trust.
        Competitor = "competitor",
        /// They need it no longer.
        NoNeed = "no_need",
        /// They closed, or became part of another.
        Closed = "closed",
        /// Those who stood for us left.
        People = "people",
        /// We did not go on with them.
        WeLeft = "we_left",
        /// Something else.
        Other = "other",
    }
}

/// The most years that an account is expected to go on buying.
const MOST_YEARS: i128 = 10;

/// Accounts that bought in the year before last, and those of them that bought nothing since.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Churn {
    /// Accounts that bought in the twelve months before.
    pub had: u64,
    /// Of them, those without a purchase in the twelve months since.
    pub lost: u64,
}

/// Churn of all accounts and of each tier.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Churns {
    all: Churn,
    tiers: Vec<(Option<Tier>, Churn)>,
}

impl Churn {
    /// lost ÷ had; none where nobody had bought.
    pub fn share(self) -> Option<Ratio> {
        Ratio::new(self.lost.into(), self.had.into())
    }

    /// 1 − churn.
    pub fn retention(self) -> Option<Ratio> {
        Ratio::new((self.had - self.lost.min(self.had)).into(), self.had.into())
    }

    /// 1 ÷ churn, at most ten; none where nobody had bought.
    pub fn expected_years(self) -> Option<Ratio> {
        let (had, lost) = (i128::from(self.had), i128::from(self.lost));
        match (had, lost) {
            (0, _) => None,
            _ if had >= MOST_YEARS * lost => Some(Ratio { num: MOST_YEARS, den: 1 }),
            _ => Some(Ratio { num: had, den: lost }),
        }
    }
}

impl Churns {
    /// Of customers, by the last day of a span.
    pub fn of(customers: &[Customer], span: Span) -> Churns {
        let mut churns = Churns::default();
        let year = span.year();
        for customer in customers {
            if !customer.bought_in(year.before()).is_empty() {
                churns.add(customer.tier, customer.standing(span) == Standing::Lost);
            }
        }
        churns
    }

    /// Counts an account that bought in the twelve months before.
    pub fn add(&mut self, tier: Option<Tier>, is_lost: bool) {
        let place = match self.tiers.iter().position(|(known, _)| *known == tier) {
            Some(place) => place,
            None => {
                self.tiers.push((tier, Churn::default()));
                self.tiers.len() - 1
            }
        };
        let of_tier = self.tiers.get_mut(place).map(|(_, churn)| churn);
        for churn in of_tier.into_iter().chain([&mut self.all]) {
            churn.had += 1;
            churn.lost += u64::from(is_lost);
        }
    }

    /// Of all accounts.
    pub fn all(&self) -> Churn {
        self.all
    }

    /// Of the accounts of a tier, or of those that have none.
    pub fn of_tier(&self, tier: Option<Tier>) -> Churn {
        self.tiers.iter().find(|(known, _)| *known == tier).map(|(_, churn)| *churn).unwrap_or_default()
    }
}
