//! The sides from which an account or a deal is looked at.

use std::borrow::Cow;

use crate::domain::entry::EntryKind;
use crate::tr;
use crate::tui::action::Action;
use crate::tui::look::Look;

/// One side of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Tab {
    /// Where it stands.
    #[default]
    Overview,
    /// The account plan, step by step.
    Plan,
    /// What the client needs.
    Needs,
    /// What we offer, and what it is worth to the client.
    Value,
    /// The signs and milestones on the way to a sale.
    Path,
    /// Who is who.
    People,
    /// What is sold.
    Deals,
    /// What helps and hinders.
    Factors,
    /// Both grids of strengths, weaknesses, opportunities and threats.
    Swot,
    /// Who else is there.
    Competitors,
    /// What is to be done.
    Actions,
    /// What is to be paid.
    Receivables,
    /// What is known.
    Intelligence,
    /// How close we are, and how we do.
    Relationship,
    /// What we owe the client: promises, answers, contact.
    Care,
    /// Whether what is proposed speaks to everybody.
    Check,
    /// How loyal and how valuable it is.
    Metrics,
    /// What happened.
    History,
}

impl Tab {
    /// The sides of an account.
    pub const OF_ACCOUNT: &[Tab] = &[
        Tab::Overview,
        Tab::Plan,
        Tab::People,
        Tab::Deals,
        Tab::Factors,
        Tab::Swot,
        Tab::Competitors,
        Tab::Actions,
        Tab::Intelligence,
        Tab::Relationship,
        Tab::Care,
        Tab::Metrics,
        Tab::Check,
        Tab::History,
    ];

    /// The sides of a deal.
    pub const OF_DEAL: &[Tab] = &[
        Tab::Overview,
        Tab::Needs,
        Tab::Value,
        Tab::Path,
        Tab::Competitors,
        Tab::Receivables,
        Tab::Factors,
        Tab::People,
        Tab::Check,
        Tab::History,
    ];

    /// The action that shows it.
    pub fn action(self) -> Action {
        match self {
            Tab::Overview => Action::TabOverview,
            Tab::Plan => Action::TabPlan,
            Tab::Needs => Action::TabNeeds,
            Tab::Value => Action::TabValue,
            Tab::Path => Action::TabPath,
            Tab::People => Action::TabPeople,
            Tab::Deals => Action::TabDeals,
            Tab::Factors => Action::TabFactors,
            Tab::Swot => Action::TabSwot,
            Tab::Competitors => Action::TabCompetitors,
            Tab::Actions => Action::TabActions,
            Tab::Receivables => Action::TabReceivables,
            Tab::Intelligence => Action::TabIntelligence,
            Tab::Relationship => Action::TabRelationship,
            Tab::Care => Action::TabCare,
            Tab::Check => Action::TabCheck,
            Tab::Metrics => Action::TabMetrics,
            Tab::History => Action::TabHistory,
        }
    }

    /// What it is called.
    pub fn title(self, look: &Look) -> Cow<'static, str> {
        match self {
            // In Chinese these would be called as other actions are.
            Tab::People => tr!(look.lang, "tab.people.title"),
            Tab::Deals => tr!(look.lang, "tab.deals.title"),
            Tab::History => tr!(look.lang, "tab.history.title"),
            other => other.action().entry().label(look.lang),
        }
    }

    /// What it is called where there is little room.
    pub fn short_title(self, look: &Look) -> Cow<'static, str> {
        match self {
            Tab::Competitors => tr!(look.lang, "tab.competitors.short"),
            Tab::Receivables => tr!(look.lang, "tab.receivables.short"),
            Tab::Intelligence => tr!(look.lang, "tab.intelligence.short"),
            Tab::Relationship => tr!(look.lang, "tab.relationship.short"),
            Tab::Care => tr!(look.lang, "tab.care.short"),
            Tab::Check => tr!(look.lang, "tab.check.short"),
            other => other.title(look),
        }
    }

    /// The side on which the entries of a kind stand.
    pub fn of(kind: EntryKind, of_deal: bool) -> Tab {
        match kind {
            EntryKind::Criterion if of_deal => Tab::Needs,
            EntryKind::Issue
            | EntryKind::Plan
            | EntryKind::Objective
            | EntryKind::Criterion
            | EntryKind::Phase => Tab::Plan,
            EntryKind::Factor => Tab::Factors,
            EntryKind::Swot => Tab::Swot,
            EntryKind::Competitor | EntryKind::Rival => Tab::Competitors,
            EntryKind::Action | EntryKind::RevenuePlan => Tab::Actions,
            EntryKind::Standing => Tab::Overview,
            EntryKind::Intelligence | EntryKind::Profile => Tab::Intelligence,
            EntryKind::Need => Tab::Needs,
            EntryKind::Fab | EntryKind::Elements => Tab::Value,
            EntryKind::Milestone | EntryKind::ExitSign => Tab::Path,
            EntryKind::Receivable => Tab::Receivables,
            EntryKind::Level | EntryKind::Signs | EntryKind::Growth | EntryKind::CheckUp | EntryKind::Tie => {
                Tab::Relationship
            }
            EntryKind::Complaint => Tab::Care,
            EntryKind::Departure => Tab::Metrics,
        }
    }

    /// What can be added there, to an account or to a deal.
    pub fn kinds(self, of_deal: bool) -> &'static [EntryKind] {
        use EntryKind::{
            Action, CheckUp, Competitor, Complaint, Criterion, Departure, Elements, ExitSign, Fab, Factor,
            Growth, Intelligence, Issue, Level, Milestone, Need, Objective, Phase, Profile, Receivable,
            RevenuePlan, Rival, Signs, Standing, Swot, Tie,
        };
        match (self, of_deal) {
            (Tab::Plan, _) => &[Issue, Objective, Criterion, Profile, Phase, RevenuePlan],
            (Tab::Needs, _) => &[Need, Criterion],
            (Tab::Value, _) => &[Fab, Elements],
            (Tab::Path, _) => &[Milestone, ExitSign],
            (Tab::Factors, _) => &[Factor],
            (Tab::Swot, _) => &[Swot],
            (Tab::Competitors, false) => &[Competitor],
            (Tab::Competitors, true) => &[Rival],
            (Tab::Actions, _) => &[Action, RevenuePlan],
            (Tab::Receivables, _) => &[Receivable],
            (Tab::Intelligence, _) => &[Intelligence, Profile],
            (Tab::Relationship, _) => &[CheckUp, Level, Signs, Phase, Tie, Growth],
            (Tab::Care, _) => &[Complaint],
            (Tab::Metrics, _) => &[Departure],
            (Tab::Overview, false) => &[
                Factor,
                Action,
                Intelligence,
                Objective,
                Issue,
                Criterion,
                Swot,
                Competitor,
                Profile,
                Phase,
                RevenuePlan,
                Standing,
            ],
            (Tab::Overview, true) => &[Need, Fab, Elements, Criterion, Milestone, Receivable, Rival, Factor],
            (Tab::People | Tab::Deals | Tab::Check | Tab::History, _) => &[],
        }
    }
}
