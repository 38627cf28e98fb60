//! The relationship with an account: its level, the signs that propose one, what lets it grow, and the
//! check-ups that say how it does.

mod check_up;
mod growth;
mod sign;

use super::word::words;

pub use check_up::{CheckUp, SCORES, Trend, mean, mean_of};
pub use growth::{Growth, ITEMS};
pub use sign::{
    Competitors, Contracts, Information, Known, Price, Proposal, Reached, SIGNS, proposal, signs,
};

words! {
    /// How close a client and we are, from the loosest to the closest.
    pub enum Level {
        /// One supplier among others.
        Vendor = "vendor",
        /// Asked first.
        PreferredSupplier = "preferred_supplier",
        /// Works with the client.
        Partner = "partner",
        /// Bound together for the benefit of both.
        StrategicAlliance = "strategic_alliance",
    }
}

words! {
    /// What ties a client to us.
    pub enum TieKind {
        /// Gifts and rebates.
        Money = "money",
        /// Personal service.
        Social = "social",
        /// Shared systems, training.
        Structural = "structural",
    }
}
