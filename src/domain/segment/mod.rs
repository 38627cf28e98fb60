//! Which accounts deserve the week: the methods by which accounts are put into classes, each a rule in a
//! file of its own, over what the book knows of every account.
//!
//! Nothing that is missing is taken for zero: a rule that lacks an input says which, and names no class.

pub mod class;
pub mod facts;
pub mod guide;
pub mod kaism;
pub mod posture;
pub mod pyramid;
pub mod rank;
pub mod rfm;
pub mod rules;
pub mod score;
pub mod segments;
pub mod share;
pub mod tier;

pub use class::{Class, ClassError};
pub use facts::{Facts, Orders, Share, Strength};
pub use kaism::Kaism;
pub use posture::Posture;
pub use pyramid::Layer;
pub use rfm::Quintiles;
pub use rules::Rules;
pub use segments::{Decision, Placed, Segments};

use super::word::words;

words! {
    /// A method that puts accounts into classes.
    pub enum Method {
        /// How much of the week an account deserves.
        Tier = "tier",
        /// By what each contributes: platinum, gold, iron, lead.
        Pyramid = "pyramid",
        /// A weighted score of sales, profit, credit and prospects.
        Score = "score",
        /// Recency, frequency, money.
        Rfm = "rfm",
        /// Client attractiveness × our relative strength.
        Kaism = "kaism",
        /// Attack and defence: purchase potential × our share of it.
        Posture = "posture",
    }
}

impl Method {
    /// Whether its classes are judged, so that a person may decide another than the rule's; the score and
    /// RFM only measure.
    pub fn is_judged(self) -> bool {
        !matches!(self, Method::Score | Method::Rfm)
    }
}

words! {
    /// Something that a method needs to know of an account, and that the book may not know.
    pub enum Input {
        /// What it spends a year in our category.
        Potential = "potential",
        /// Our share of that.
        Share = "share",
        /// A won deal or small order, in the time that counts.
        Orders = "orders",
        /// The amount of what it ordered.
        Amount = "amount",
        /// The exchange rate of a currency in which it is told.
        Rate = "rate",
        /// The margin of what it buys.
        Margin = "margin",
        /// How attractive the client is.
        Attractiveness = "attractiveness",
        /// How strong we are there, as the client sees us.
        Strength = "strength",
        /// How good its credit is.
        Credit = "credit",
        /// What is to be expected of it.
        Prospects = "prospects",
        /// How our relation goes.
        Relation = "relation",
    }
}

/// What is known of an account, or the input that is missing to know it.
pub type Known<T> = Result<T, Input>;

/// What a rule says of one account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding<C> {
    /// Its class; none where too much is missing to tell.
    pub class: Option<C>,
    /// The inputs that the method asks for and the book does not know.
    pub missing: Vec<Input>,
}

impl<C> Finding<C> {
    /// The class, and what is missing of these inputs.
    fn new<T>(class: Option<C>, inputs: &[Known<T>]) -> Finding<C> {
        let mut missing: Vec<Input> =
            inputs.iter().filter_map(|known| known.as_ref().err().copied()).collect();
        missing.sort_unstable();
        missing.dedup();
        Finding { class, missing }
    }
}

/// With fewer accounts than this, ranks mean little.
pub const FEW: usize = 10;
