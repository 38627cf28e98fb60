//! The words of strategies and of how complete a plan is.

use super::words::Word;
use crate::domain::plan::{Section, Step};
use crate::domain::strategy::{Cell, Strategy};
use crate::i18n::Lang;
use crate::tr;

/// A cell of the picture of factors.
pub fn cell(lang: Lang, cell: Cell) -> Word {
    match cell {
        Cell::Use => tr!(lang, "strategy.cell.use"),
        Cell::Build => tr!(lang, "strategy.cell.build"),
        Cell::Reduce => tr!(lang, "strategy.cell.reduce"),
        Cell::Remove => tr!(lang, "strategy.cell.remove"),
    }
}

/// What the factors of a cell ask of us.
pub fn cell_advice(lang: Lang, cell: Cell) -> Word {
    match cell {
        Cell::Use => tr!(lang, "strategy.cell.use.advice"),
        Cell::Build => tr!(lang, "strategy.cell.build.advice"),
        Cell::Reduce => tr!(lang, "strategy.cell.reduce.advice"),
        Cell::Remove => tr!(lang, "strategy.cell.remove.advice"),
    }
}

/// A macro-strategy.
pub fn strategy(lang: Lang, strategy: Strategy) -> Word {
    match strategy {
        Strategy::FastForward => tr!(lang, "strategy.fast_forward"),
        Strategy::Rethink => tr!(lang, "strategy.rethink"),
        Strategy::TakeTheRisk => tr!(lang, "strategy.take_the_risk"),
        Strategy::Persevere => tr!(lang, "strategy.persevere"),
        Strategy::GoCarefully => tr!(lang, "strategy.go_carefully"),
        Strategy::SellOnSkill => tr!(lang, "strategy.sell_on_skill"),
    }
}

/// A macro-strategy in short.
pub fn strategy_advice(lang: Lang, strategy: Strategy) -> Word {
    match strategy {
        Strategy::FastForward => tr!(lang, "strategy.fast_forward.advice"),
        Strategy::Rethink => tr!(lang, "strategy.rethink.advice"),
        Strategy::TakeTheRisk => tr!(lang, "strategy.take_the_risk.advice"),
        Strategy::Persevere => tr!(lang, "strategy.persevere.advice"),
        Strategy::GoCarefully => tr!(lang, "strategy.go_carefully.advice"),
        Strategy::SellOnSkill => tr!(lang, "strategy.sell_on_skill.advice"),
    }
}

/// A step of the method.
pub fn step(lang: Lang, step: Step) -> Word {
    match step {
        Step::SetTarget => tr!(lang, "plan.step.set_target"),
        Step::TargetPeople => tr!(lang, "plan.step.target_people"),
        Step::ReviewFactors => tr!(lang, "plan.step.review_factors"),
        Step::AlignStrategies => tr!(lang, "plan.step.align_strategies"),
        Step::TakeAction => tr!(lang, "plan.step.take_action"),
    }
}

/// A section of a plan.
pub fn section(lang: Lang, section: Section) -> Word {
    match section {
        Section::IssueOutside => tr!(lang, "plan.section.issue_outside"),
        Section::IssueResponse => tr!(lang, "plan.section.issue_response"),
        Section::IssueInside => tr!(lang, "plan.section.issue_inside"),
        Section::Path => tr!(lang, "plan.section.path"),
        Section::Vision => tr!(lang, "plan.section.vision"),
        Section::Objectives => tr!(lang, "plan.section.objectives"),
        Section::People => tr!(lang, "plan.section.people"),
        Section::DecisionMaker => tr!(lang, "plan.section.decision_maker"),
        Section::Stance => tr!(lang, "plan.section.stance"),
        Section::Profile => tr!(lang, "plan.section.profile"),
        Section::SwotClient => tr!(lang, "plan.section.swot_client"),
        Section::Competitors => tr!(lang, "plan.section.competitors"),
        Section::OurSituation => tr!(lang, "plan.section.our_situation"),
        Section::SwotUs => tr!(lang, "plan.section.swot_us"),
        Section::Phase => tr!(lang, "plan.section.phase"),
        Section::Knowledge => tr!(lang, "plan.section.knowledge"),
        Section::Criteria => tr!(lang, "plan.section.criteria"),
        Section::Factors => tr!(lang, "plan.section.factors"),
        Section::Indifferent => tr!(lang, "plan.section.indifferent"),
        Section::Decision => tr!(lang, "plan.section.decision"),
        Section::MicroStrategies => tr!(lang, "plan.section.micro_strategies"),
        Section::Support => tr!(lang, "plan.section.support"),
        Section::Actions => tr!(lang, "plan.section.actions"),
        Section::Milestones => tr!(lang, "plan.section.milestones"),
        Section::Revenue => tr!(lang, "plan.section.revenue"),
        Section::Setback => tr!(lang, "plan.section.setback"),
        Section::Growth => tr!(lang, "plan.section.growth"),
    }
}
