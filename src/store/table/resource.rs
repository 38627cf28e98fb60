//! What is planned to be spent in a period.

use crate::domain::money::{Currency, Money};
use crate::domain::period::Period;
use crate::domain::resources::Purpose;
use crate::store::Writer;
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::row::{self, table};

table! {
    /// What is planned for a posture or a tier in a period.
    pub struct ResourcePlan in "resource_plan" {
        /// The period: 2026Q4.
        pub period: String,
        /// What for.
        pub purpose: Purpose,
        /// How many minutes.
        pub minutes: Option<i64>,
        /// How many people of ours.
        pub people: Option<i64>,
        /// How much money, minor units of `currency`.
        pub money: Option<i64>,
        /// The currency of the money.
        pub currency: Option<Currency>,
    }
}

impl ResourcePlan {
    /// The money.
    pub fn amount(&self) -> Option<Money> {
        Some(Money::new(self.money?, self.currency?))
    }
}

impl Book {
    /// What is planned for a period.
    pub fn resource_plans(&self, period: Period) -> Result<Vec<ResourcePlan>> {
        row::all(&self.connection, "period = ?1", &[&period.to_string()])
    }
}

impl Writer<'_> {
    /// What is planned for a purpose in a period, where anything is.
    pub fn resource_plan(&self, period: Period, purpose: Purpose) -> Result<Option<ResourcePlan>> {
        row::first(self.connection, "period = ?1 AND purpose = ?2", &[&period.to_string(), &purpose])
    }

    /// Plans this in place of what was planned; a plan that says nothing is taken out.
    pub fn set_resource_plan(&self, before: Option<&ResourcePlan>, plan: &ResourcePlan) -> Result<()> {
        let says_nothing = plan.minutes.is_none() && plan.people.is_none() && plan.money.is_none();
        match (before, says_nothing) {
            (Some(before), _) if before == plan => Ok(()),
            (Some(before), true) => self.delete_row::<ResourcePlan>(before.id),
            (Some(_), false) => self.update_row(plan),
            (None, true) => Ok(()),
            (None, false) => self.insert_row(plan),
        }
    }
}
