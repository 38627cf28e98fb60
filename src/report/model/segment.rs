//! The class of an account, as programs read it.

use chrono::NaiveDate;
use serde::Serialize;

use super::{Amount, Points};
use crate::domain::id::Id;
use crate::domain::money::Currency;
use crate::domain::segment::posture::Level;
use crate::domain::segment::tier::Relation;
use crate::domain::segment::{Class, Input, Method};

/// Where an account stands by one method.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SegmentOut {
    /// The account's identity.
    pub id: Id,
    /// Its short code: A-12.
    pub code: String,
    /// Its name.
    pub account: String,
    /// By which method.
    pub method: Method,
    /// Its class: decided by hand, or else by the rule; of a score, the score itself. Null where too little is
    /// known, and for a tier that nobody decided.
    pub class: Option<Class>,
    /// What the rule says; null where too little is known.
    pub rule: Option<Class>,
    /// Whether a person decided the class.
    pub by_hand: bool,
    /// Why they did.
    pub why: Option<String>,
    /// When they did.
    pub decided_on: Option<NaiveDate>,
    /// The inputs that the method asks for and the book does not know.
    pub missing: Vec<Input>,
    /// What the book knows, whichever method asks for it.
    pub inputs: SegmentInputsOut,
    /// The base currency.
    pub currency: Currency,
}

/// What is known of an account when it is put into classes; null is not known. Amounts are in the base
/// currency.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct SegmentInputsOut {
    /// What it spends a year in our category.
    pub potential: Option<Amount>,
    /// high, middle or low, among all accounts.
    pub potential_level: Option<Level>,
    /// Our share of that.
    pub share: Option<Points>,
    /// Whether the share follows from orders, as nobody told it.
    pub share_from_orders: bool,
    /// What was sold in the months that count as present.
    pub sales: Option<Amount>,
    /// Won deals and small orders of those months.
    pub orders: u64,
    /// Its margin: its own, or the usual one.
    pub margin: Option<Points>,
    /// Sales × margin.
    pub profit: Option<Amount>,
    /// The day of its latest order.
    pub last_order: Option<NaiveDate>,
    /// Won deals and small orders of all time.
    pub orders_ever: u64,
    /// What they come to.
    pub sales_ever: Option<Amount>,
    /// How attractive it is, 0 to 10.
    pub attractiveness: Option<i64>,
    /// How strong we are there as the client sees us, 0 to 10.
    pub strength: Option<i64>,
    /// Whether the strength follows from what the client prefers, as nobody judged it.
    pub strength_from_preferences: bool,
    /// How good its credit is, 0 to 10.
    pub credit: Option<i64>,
    /// What is to be expected of it, 0 to 10.
    pub prospects: Option<i64>,
    /// How our relation goes.
    pub relation: Option<Relation>,
    /// Minutes logged with it in the months that count as present.
    pub minutes: i64,
    /// The base currency.
    pub currency: Currency,
}

impl Default for SegmentOut {
    /// Of no account: what the columns are called.
    fn default() -> Self {
        SegmentOut {
            id: Id::default(),
            code: String::new(),
            account: String::new(),
            method: Method::Tier,
            class: None,
            rule: None,
            by_hand: false,
            why: None,
            decided_on: None,
            missing: Vec::new(),
            inputs: SegmentInputsOut::default(),
            currency: Currency::default(),
        }
    }
}
