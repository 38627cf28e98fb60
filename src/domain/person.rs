//! Words for key people beside those of [`word`](super::word): how they see us, what their organisation
//! needs, at which level they stand, who is on our side, and what is remembered of them.

use super::word::words;

words! {
    /// How a person sees us: a ladder, the lowest rung first.
    pub enum Rung {
        /// A professional visitor.
        Visitor = "visitor",
        /// Somebody who sells a price.
        PriceSeller = "price_seller",
        /// Somebody who sells a product.
        ProductSeller = "product_seller",
        /// A seller who meets needs.
        NeedsSeller = "needs_seller",
        /// A trusted business adviser.
        TrustedAdviser = "trusted_adviser",
    }
}

impl Rung {
    /// The rung's number, 1 to 5.
    pub fn number(self) -> u8 {
        self as u8 + 1
    }
}

words! {
    /// What a person wants for their organisation.
    pub enum OrganisationalNeed {
        /// Revenue or profit growth, cost control.
        Financial = "financial",
        /// Productivity and workflow, on time and to specification.
        Performance = "performance",
        /// Reputation, credit, morale.
        Image = "image",
    }
}

words! {
    /// The level at which somebody stands, on either side: the zipper goes level by level.
    pub enum Level {
        /// The top: the people behind the client.
        Top = "top",
        /// Those who lead others.
        Middle = "middle",
        /// Those who do the work.
        Working = "working",
    }
}

impl Level {
    /// The level that a place in the reporting lines suggests: whoever reports to nobody and has somebody
    /// below is the top, whoever else has somebody below is the middle.
    pub fn of_place(reports_to_somebody: bool, has_reports: bool) -> Level {
        match (reports_to_somebody, has_reports) {
            (false, true) => Level::Top,
            (true, true) => Level::Middle,
            (_, false) => Level::Working,
        }
    }
}

words! {
    /// A part on our side, for one account.
    pub enum OurRole {
        /// Leads the account.
        AccountManager = "account_manager",
        /// Speaks for us at the top.
        ExecutiveSponsor = "executive_sponsor",
        /// Leads the sellers.
        SalesManager = "sales_manager",
        /// Delivers.
        Delivery = "delivery",
        /// Researches and develops.
        Research = "research",
        /// Marketing.
        Marketing = "marketing",
        /// Makes what we sell.
        Manufacturing = "manufacturing",
        /// Finance.
        Finance = "finance",
        /// Serves after the sale.
        Service = "service",
    }
}

impl OurRole {
    /// The level at which it stands.
    pub fn level(self) -> Level {
        match self {
            OurRole::ExecutiveSponsor => Level::Top,
            OurRole::SalesManager => Level::Middle,
            _ => Level::Working,
        }
    }
}

words! {
    /// What is remembered of a person, to be recalled before a meeting.
    pub enum RecollectionKind {
        /// What they said.
        Quote = "quote",
        /// What they are proud of.
        Pride = "pride",
        /// What they like.
        Interest = "interest",
        /// Their family.
        Family = "family",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ladder_has_five_rungs_from_visitor_to_adviser() {
        assert_eq!(Rung::ALL.iter().map(|rung| rung.number()).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
        assert!(Rung::Visitor < Rung::TrustedAdviser);
    }

    #[test]
    fn a_level_follows_from_the_reporting_lines() {
        assert_eq!(Level::of_place(false, true), Level::Top);
        assert_eq!(Level::of_place(true, true), Level::Middle);
        assert_eq!(Level::of_place(true, false), Level::Working);
        // Somebody alone in the book says nothing about the top.
        assert_eq!(Level::of_place(false, false), Level::Working);
    }
}
