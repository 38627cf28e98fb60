//! What a plan or a deal does not say yet, and where that is told.

use super::entries::asks;
use super::spot::CELLS;
use super::{Tab, path};
use crate::domain::attention::Reason;
use crate::domain::entry::choice::NeedKind;
use crate::domain::entry::judge::is_without_need;
use crate::domain::entry::{Entry as PlanEntry, EntryKind, Holder, Value};
use crate::domain::id::Id;
use crate::domain::plan::{self, Section, SectionState};
use crate::domain::word::{Part, RecordKind, Status};
use crate::report::plan_words;
use crate::store::view::people::Group;
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::dialogs::question::{Question, Telling};
use crate::tui::look::Look;
use crate::tui::screens::{Chosen, Place, Visit};
use crate::tui::widgets::sheet::{Line, Stands};

/// The sections of an account's plan that are not filled, each leading to where it is.
pub fn of_account(look: &Look, account: Id, states: &[SectionState]) -> Vec<Line> {
    let open = states.iter().filter(|state| !state.filled);
    let line = |state: &SectionState| Line {
        what: plan_words::section(look.lang, state.section).into_owned(),
        about: plan_words::step(look.lang, state.section.step()).into_owned(),
        style: look.theme.dim,
        stands_for: Some(place_of(state.section, account)),
    };
    open.map(line).collect()
}

/// All that an account's plan or a deal lacks.
///
/// # Errors
/// What the store could not read.
pub fn all(book: &Book, look: &Look, of: &Chosen) -> Result<Vec<Line>> {
    match of.kind {
        RecordKind::Deal => of_deal(book, look, of),
        _ => Ok(of_account(look, of.id, &plan::sections(&book.plan_content(of.id)?))),
    }
}

/// The step to a side of a record.
pub fn side(place: Place, at: Id, tab: Tab) -> Stands {
    Stands::Leads(place, Visit { at: Some(at), tab: Some(tab), ..Visit::default() })
}

/// Where a section is filled in: a form, or the side of the account on which it stands.
pub fn place_of(section: Section, account: Id) -> Stands {
    let new = |kind: EntryKind| Telling::new(kind, Holder::Account(account));
    let issue = |part: &str| asks(new(EntryKind::Issue).proposing("part", part.into()));
    let cell = |tab: Tab, cell: usize| {
        Stands::Leads(
            Place::Account,
            Visit { at: Some(account), tab: Some(tab), pane: cell, ..Visit::default() },
        )
    };
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
        Section::SwotClient => cell(Tab::Swot, 0),
        Section::SwotUs => cell(Tab::Swot, CELLS),
        Section::Competitors => asks(new(EntryKind::Competitor)),
        Section::OurSituation => asks(new(EntryKind::Competitor).proposing("us", Value::Flag(true))),
        Section::Phase => asks(new(EntryKind::Phase)),
        Section::Knowledge => asks(new(EntryKind::Intelligence)),
        Section::Criteria => asks(new(EntryKind::Criterion)),
        Section::Factors => tab(Tab::Factors),
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

/// What a deal lacks by the method, each leading to where it is told.
///
/// # Errors
/// What the store could not read.
pub fn of_deal(book: &Book, look: &Look, of: &Chosen) -> Result<Vec<Line>> {
    let lang = look.lang;
    let holder = Holder::Deal(of.id);
    let needs = book.entries(EntryKind::Need, holder)?;
    let explicit = |need: &&PlanEntry| need.word("kind") == Some(NeedKind::Explicit);
    let mut lines = Vec::new();
    let mut lack = |what: String, about: String, stands_for: Stands| {
        lines.push(Line { what, about, style: look.theme.dim, stands_for: Some(stands_for) });
    };
    let stage =
        look.stages.iter().find(|stage| Some(&stage.key) == stage_of(book, of).ok().flatten().as_ref());
    if let Some(stage) = stage.filter(|stage| stage.has_exit_sign() && of.status == Some(Status::Open)) {
        let signs = book.entries(EntryKind::ExitSign, holder)?;
        let is_seen =
            |sign: &PlanEntry| sign.refers_to("stage") == Some(stage.id) && sign.get("seen").is_some();
        if !signs.iter().any(is_seen) {
            let sign = crate::report::words::exit_sign(lang, stage).into_owned();
            lack(
                tr!(lang, "record.sign_open", sign = sign).into_owned(),
                "x".to_owned(),
                asks(path::telling(stage, holder)),
            );
        }
    }
    if !needs.iter().any(|need| explicit(&need)) {
        let need = Telling::new(EntryKind::Need, holder).proposing("kind", "explicit".into());
        lack(tr!(lang, "record.no_explicit_need").into_owned(), String::new(), asks(need));
    }
    let fabs = book.entries(EntryKind::Fab, holder)?;
    let answered = |fab: &PlanEntry| needs.iter().find(|need| Some(need.id) == fab.refers_to("answers"));
    let idle = fabs.iter().filter(|fab| is_without_need(fab, answered(fab))).count();
    let to = |tab: Tab| side(Place::Deal, of.id, tab);
    match (fabs.is_empty(), idle) {
        (true, _) => lack(
            tr!(lang, "record.no_benefit").into_owned(),
            String::new(),
            asks(Telling::new(EntryKind::Fab, holder)),
        ),
        (false, 0) => {}
        (false, 1) => lack(tr!(lang, "record.one_without_need").into_owned(), String::new(), to(Tab::Value)),
        (false, idle) => {
            lack(
                tr!(lang, "record.some_without_need", number = idle).into_owned(),
                String::new(),
                to(Tab::Value),
            );
        }
    }
    if book.entries(EntryKind::Elements, holder)?.is_empty() {
        let judge = asks(Telling::new(EntryKind::Elements, holder));
        lack(tr!(lang, "record.no_elements").into_owned(), String::new(), judge);
    }
    let people = book.people(Group::Deal(of.id))?;
    if !people.iter().any(|person| person.parts.contains(&Part::DecisionMaker)) {
        let edit = Stands::Asks(Box::new(Question::Edit(RecordKind::Deal, of.id)));
        lack(tr!(lang, "record.no_decision_maker").into_owned(), String::new(), edit);
    }
    Ok(lines)
}

/// The key of the stage in which a deal is.
fn stage_of(book: &Book, of: &Chosen) -> Result<Option<String>> {
    let line = book.line::<crate::store::view::lines::DealLine>(of.id)?;
    Ok(Some(line.stage.0))
}

/// Where what a deal needs attention for is mended.
pub fn mends(reason: Reason, deal: Id) -> Option<Stands> {
    let ask = |question: Question| Some(Stands::Asks(Box::new(question)));
    match reason {
        Reason::NextStepOverdue | Reason::NoNextStep => ask(Question::NextStep(deal)),
        Reason::CloseDatePast | Reason::CloseDateMissing | Reason::CloseDateMoved => {
            ask(Question::CloseDate(deal))
        }
        Reason::AmountMissing => ask(Question::Amount(deal)),
        Reason::NoDecisionMaker => ask(Question::Edit(RecordKind::Deal, deal)),
        Reason::ReceivableOverdue => Some(side(Place::Deal, deal, Tab::Receivables)),
        Reason::ExitSignMissing => Some(side(Place::Deal, deal, Tab::Path)),
        Reason::OverCreditLimit | Reason::NoActivity | Reason::StageTooLong => None,
    }
}
