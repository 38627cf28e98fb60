//! The plan of an account, step by step: how complete each is, and what its sections say.

use super::Tab;
use super::board::Board;
use super::entries;
use super::missing::{place_of, side as leads};
use super::side::Side;
use crate::domain::entry::{Entry, EntryKind};
use crate::domain::id::Id;
use crate::domain::plan::{self, Content, Section, SectionState, StepState};
use crate::report::{entry_words, plan_words, rows};
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::look::Look;
use crate::tui::screens::Place;
use crate::tui::widgets::sheet::{Line, Stands};

/// A line, and what else is to be read of it.
type Noted = (Line, Vec<String>);

/// Reads it.
///
/// # Errors
/// What the store could not read.
pub fn read(book: &Book, look: &Look, account: Id) -> Result<Side> {
    let content = book.plan_content(account)?;
    let states = plan::sections(&content);
    let mut side = Side { board: Board::Steps(plan::steps(&states)), ..Side::default() };
    for step in plan::steps(&states) {
        let mut lines = Vec::new();
        for state in states.iter().filter(|state| state.section.step() == step.step) {
            lines.extend(section(&mut side, book, look, account, &content, state)?);
        }
        side.sheet.noted(heading(look, &step), lines);
    }
    Ok(side)
}

/// A step, and how complete it is.
fn heading(look: &Look, step: &StepState) -> String {
    format!("{}  {}", plan_words::step(look.lang, step.step), completeness(look, step))
}

/// How many sections of a step are filled, and when one was last touched.
pub fn completeness(look: &Look, step: &StepState) -> String {
    let filled = tr!(look.lang, "record.filled", filled = step.filled, of = step.of);
    match step.touched {
        Some(day) => format!("{filled} · {}", look.date(day)),
        None => filled.into_owned(),
    }
}

/// A section: a line for itself, and one for each entry that stands nowhere else.
fn section(
    side: &mut Side,
    book: &Book,
    look: &Look,
    account: Id,
    content: &Content,
    state: &SectionState,
) -> Result<Vec<Noted>> {
    let title = plan_words::section(look.lang, state.section);
    let own: Vec<Entry> = of_section(content, state.section).into_iter().cloned().collect();
    let elsewhere = tab_of(state.section).map(|tab| leads(Place::Account, account, tab));
    let stands_for = match (elsewhere, state.filled) {
        (Some(leads), true) => leads,
        _ => place_of(state.section, account),
    };
    let about = match (state.touched, state.filled) {
        (Some(day), _) => look.date(day),
        (None, true) => String::new(),
        (None, false) => tr!(look.lang, "record.not_yet").into_owned(),
    };
    let sign = if state.filled { "●" } else { "○" };
    let line =
        Line { what: format!("{sign} {title}"), about, style: look.theme.dim, stands_for: Some(stands_for) };
    let mut lines = vec![(line, of_the_plan(look, content, state.section))];
    if tab_of(state.section).is_none() && !own.is_empty() {
        for out in rows::entry::entries(book, own.clone())? {
            let (line, below) = entries::line(look, &out);
            lines.push((Line { what: format!("  {}", line.what), ..line }, below));
        }
        side.groups.push(own);
    }
    Ok(lines)
}

/// The side on which the entries of a section stand, where that is not this one.
fn tab_of(section: Section) -> Option<Tab> {
    match section {
        Section::People | Section::DecisionMaker | Section::Stance => Some(Tab::People),
        Section::SwotClient | Section::SwotUs => Some(Tab::Swot),
        Section::Competitors | Section::OurSituation => Some(Tab::Competitors),
        Section::Knowledge | Section::Profile => Some(Tab::Intelligence),
        Section::Factors | Section::MicroStrategies => Some(Tab::Factors),
        Section::Actions | Section::Revenue => Some(Tab::Actions),
        Section::Milestones => Some(Tab::Deals),
        _ => None,
    }
}

/// The entries of the account that a section is made of.
fn of_section(content: &Content, section: Section) -> Vec<&Entry> {
    let issue = |part: &str| {
        content.of(EntryKind::Issue).filter(|entry| entry.text("part") == Some(part)).collect::<Vec<_>>()
    };
    match section {
        Section::IssueOutside => issue("outside"),
        Section::IssueResponse => issue("response"),
        Section::IssueInside => issue("inside"),
        Section::Objectives => content.of(EntryKind::Objective).collect(),
        Section::Criteria => content.of(EntryKind::Criterion).collect(),
        Section::Phase => content.of(EntryKind::Phase).collect(),
        _ => Vec::new(),
    }
}

/// What the plan itself says in a section.
fn of_the_plan(look: &Look, content: &Content, section: Section) -> Vec<String> {
    let Some(plan) = content.plan() else { return Vec::new() };
    let Stands::Asks(question) = place_of(section, plan.holder.id()) else { return Vec::new() };
    let crate::tui::dialogs::question::Question::Plan(telling) = *question else { return Vec::new() };
    if telling.kind != EntryKind::Plan {
        return Vec::new();
    }
    let told = telling.fields.iter().filter_map(|key| {
        let field = EntryKind::Plan.spec().field(key)?;
        let words = entry_words::value(look.lang, field, plan.get(key)?);
        Some(match telling.fields.len() {
            1 => words.into_owned(),
            _ => format!("{}: {words}", entry_words::label(look.lang, EntryKind::Plan, key)),
        })
    });
    told.collect()
}
