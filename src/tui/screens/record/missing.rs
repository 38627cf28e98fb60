//! What a plan does not say yet, and where that is told.

use super::Tab;
use super::entries::asks;
use crate::domain::entry::{EntryKind, Holder, Value};
use crate::domain::id::Id;
use crate::domain::plan::{Section, SectionState};
use crate::report::plan_words;
use crate::tui::dialogs::question::Telling;
use crate::tui::look::Look;
use crate::tui::screens::{Place, Visit};
use crate::tui::widgets::sheet::{Line, Stands};

/// The sections of an account's plan that are not filled, each leading to where it is.
pub fn lines(look: &Look, account: Id, states: &[SectionState]) -> Vec<Line> {
    let open = states.iter().filter(|state| !state.filled);
    let line = |state: &SectionState| Line {
        what: plan_words::section(look.lang, state.section).into_owned(),
        about: plan_words::step(look.lang, state.section.step()).into_owned(),
        style: look.theme.dim,
        stands_for: Some(place_of(state.section, account)),
    };
    open.map(line).collect()
}

/// The step to a side of a record.
pub fn side(place: Place, at: Id, tab: Tab) -> Stands {
    Stands::Leads(place, Visit { at: Some(at), tab: Some(tab), ..Visit::default() })
}

/// Where a section is filled in: a form, or the side of the account on which it stands.
pub fn place_of(section: Section, account: Id) -> Stands {
    let new = |kind: EntryKind| Telling::new(kind, Holder::Account(account));
    let issue = |part: &str| asks(new(EntryKind::Issue).proposing("part", part.into()));
    let swot = |grid: &str| asks(new(EntryKind::Swot).proposing("grid", grid.into()));
    let of_plan = |fields: &'static [&'static str]| asks(new(EntryKind::Plan).only(fields));
    let tab = |tab: Tab| side(Place::Account, account, tab);
    match section {
        Section::IssueOutside => issue("outside"),
        Section::IssueResponse => issue("response"),
        Section::IssueInside => issue("inside"),
        Section::Path => of_plan(&["path"]),
        Section::Vision => of_plan(&["vision"]),
        Section::Objectives => asks(new(EntryKind::Objective)),
        Section::People | Section::DecisionMaker | Section::Stance => tab(Tab::People),
        Section::Profile => asks(new(EntryKind::Profile)),
        Section::SwotClient => swot("client"),
        Section::SwotUs => swot("us"),
        Section::Competitors => asks(new(EntryKind::Competitor)),
        Section::OurSituation => asks(new(EntryKind::Competitor).proposing("us", Value::Flag(true))),
        Section::Phase => asks(new(EntryKind::Phase)),
        Section::Knowledge => asks(new(EntryKind::Intelligence)),
        Section::Criteria => asks(new(EntryKind::Criterion)),
        Section::Factors => asks(new(EntryKind::Factor)),
        Section::Indifferent => of_plan(&["indifferent"]),
        Section::Decision => of_plan(&["decision", "decided", "reason"]),
        Section::MicroStrategies => tab(Tab::Factors),
        Section::Support => of_plan(&["support_why", "support_asked", "support_against", "support_backing"]),
        Section::Actions => asks(new(EntryKind::Action)),
        Section::Milestones => tab(Tab::Deals),
        Section::Revenue => asks(new(EntryKind::RevenuePlan)),
        Section::Setback => of_plan(&["setback"]),
        Section::Growth => of_plan(&["growth"]),
    }
}
