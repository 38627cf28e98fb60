//! The plan of an account, as programs read it.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::id::Id;
use crate::domain::money::Currency;
use crate::domain::plan::{Section, Step};
use crate::report::model::{Amount, ApartOut, ContactOut, EntryOut, StrategyOut};

/// The plan of an account on a day. Amounts of the revenue plan are in the base currency.
#[derive(Debug, Clone, Serialize)]
pub struct PlanOut {
    /// The account's identity.
    pub id: Id,
    /// Its short code.
    pub code: String,
    /// Its name.
    pub account: String,
    /// The day of the plan.
    pub on: NaiveDate,
    /// The five steps, and how complete each is.
    pub steps: Vec<StepOut>,
    /// Every section: whether it is filled, and when it was touched.
    pub sections: Vec<SectionOut>,
    /// Path, vision, decision, support, setback, growth.
    pub plan: Option<EntryOut>,
    /// The business issue.
    pub issue: Vec<EntryOut>,
    /// Objectives.
    pub objectives: Vec<EntryOut>,
    /// The account's people.
    pub people: Vec<ContactOut>,
    /// The client's profile.
    pub profile: Vec<EntryOut>,
    /// The client in its market.
    pub swot_client: GridOut,
    /// We at the client.
    pub swot_us: GridOut,
    /// Competitors.
    pub competitors: Vec<EntryOut>,
    /// We ourselves, in the same terms.
    pub us: Option<EntryOut>,
    /// The life-cycle phases, the latest last.
    pub phases: Vec<EntryOut>,
    /// Buying criteria of the account and its deals.
    pub criteria: Vec<EntryOut>,
    /// Factors of the account.
    pub factors: Vec<EntryOut>,
    /// What follows from them.
    pub strategy: StrategyOut,
    /// Actions.
    pub actions: Vec<EntryOut>,
    /// The client's milestones, deal by deal.
    pub milestones: Vec<EntryOut>,
    /// The revenue plan beside what was sold.
    pub revenue: Vec<QuarterOut>,
    /// The sections that say nothing yet, by their keys.
    pub unfilled: Vec<String>,
}

/// How complete a step is.
#[derive(Debug, Clone, Serialize)]
pub struct StepOut {
    /// set_target, target_people, review_factors, align_strategies, take_action.
    pub step: Step,
    /// Sections that are filled.
    pub filled: usize,
    /// All its sections.
    pub of: usize,
    /// The day any of them was last touched.
    pub touched: Option<NaiveDate>,
}

/// How a section stands.
#[derive(Debug, Clone, Serialize)]
pub struct SectionOut {
    /// Its key.
    pub section: Section,
    /// Whether it says what it is there for.
    pub filled: bool,
    /// The day it was last touched.
    pub touched: Option<NaiveDate>,
}

/// A SWOT grid.
#[derive(Debug, Clone, Default, Serialize)]
pub struct GridOut {
    /// Strengths.
    pub strength: Vec<String>,
    /// Weaknesses.
    pub weakness: Vec<String>,
    /// Opportunities.
    pub opportunity: Vec<String>,
    /// Threats.
    pub threat: Vec<String>,
}

impl GridOut {
    /// Whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
        [&self.strength, &self.weakness, &self.opportunity, &self.threat].iter().all(|cell| cell.is_empty())
    }
}

/// A quarter of the revenue plan, in the base currency.
#[derive(Debug, Clone, Default, Serialize)]
pub struct QuarterOut {
    /// The quarter.
    pub quarter: String,
    /// Sales planned.
    pub sales: Option<Amount>,
    /// Won deals and small orders in it.
    pub actual: Amount,
    /// Revenue planned.
    pub revenue: Option<Amount>,
    /// Margin planned.
    pub margin: Option<Amount>,
    /// Profit planned.
    pub profit: Option<Amount>,
    /// What the amounts are in.
    pub currency: Currency,
    /// What was sold in currencies without an exchange rate, and is in no sum.
    pub actual_without_rate: Vec<ApartOut>,
}
