//! The first part of a plan: where the account stands and where it is to go; and what is not said yet.

use super::{PlanOut, picture, section};
use crate::domain::entry::choice::Decision;
use crate::domain::entry::{EntryKind, Value};
use crate::i18n::Lang;
use crate::report::document::{Piece, Section};
use crate::report::table::{Cell, Column, Table, Worth};
use crate::report::{entry_words, pages, plan_words};
use crate::tr;

/// The sections of the summary.
pub(super) fn sections(lang: Lang, plan: &PlanOut) -> Vec<Section> {
    let vision = text(plan, "vision").map(|vision| vec![Piece::Text(vision)]).unwrap_or_default();
    let all = [
        section(tr!(lang, "plan.state"), state(lang, plan)),
        section(entry_words::label(lang, EntryKind::Plan, "vision"), vision),
        section(tr!(lang, "plan.steps"), steps(lang, plan)),
    ];
    all.into_iter().flatten().collect()
}

/// What the plan says in one of its own fields.
pub(super) fn text(plan: &PlanOut, key: &str) -> Option<String> {
    plan.plan.as_ref()?.entry.text(key).map(str::to_owned)
}

/// Where the account stands, in a few lines.
fn state(lang: Lang, plan: &PlanOut) -> Vec<Piece> {
    let label = |key: &str| entry_words::label(lang, EntryKind::Plan, key).into_owned();
    let phase = plan.phases.last().and_then(|phase| phase.entry.text("phase"));
    let phase = phase.map(|word| entry_words::choice(lang, "phase", word));
    let own = plan.plan.as_ref();
    let path =
        own.and_then(|plan| plan.entry.text("path")).map(|word| entry_words::choice(lang, "path", word));
    let decision = own.and_then(|plan| {
        let decided: Decision = plan.entry.word("decision")?;
        let word = entry_words::choice(lang, "decision", decided.as_str());
        let reason = plan.entry.text("reason").unwrap_or_default();
        let day = plan.entry.day("decided")?;
        Some(tr!(lang, "plan.decision", word = word, day = day, reason = reason).into_owned())
    });
    let strategies: Vec<String> = plan
        .strategy
        .strategies
        .iter()
        .filter_map(|key| key.parse().ok())
        .map(|strategy| plan_words::strategy(lang, strategy).into_owned())
        .collect();
    let facts = vec![
        (entry_words::kinds(lang, EntryKind::Phase).into_owned(), Cell::maybe(phase)),
        (label("path"), Cell::maybe(path)),
        (tr!(lang, "column.strategy").into_owned(), Cell::list(&strategies)),
        (label("decision"), Cell::maybe(decision)),
    ];
    let known: Vec<(String, Cell)> = facts.into_iter().filter(|(_, cell)| *cell != Cell::ABSENT).collect();
    if known.is_empty() { vec![] } else { vec![Piece::Facts(known)] }
}

/// The five steps, and how complete each is.
fn steps(lang: Lang, plan: &PlanOut) -> Vec<Piece> {
    let columns = vec![
        Column::words(tr!(lang, "plan.column.step"), Worth::Essential),
        Column::figures(tr!(lang, "plan.column.filled"), Worth::Essential),
        Column::whole(tr!(lang, "plan.column.touched"), Worth::Useful),
    ];
    let mut table = Table::new(columns, "");
    for step in &plan.steps {
        table.push(vec![
            Cell::text(plan_words::step(lang, step.step)),
            Cell::text(format!("{}/{}", step.filled, step.of)),
            Cell::day(step.touched),
        ]);
    }
    vec![Piece::Picture(picture::steps(lang, &plan.steps)), Piece::Table(table)]
}

/// What is not filled in, by its step.
pub(super) fn unfilled(lang: Lang, plan: &PlanOut) -> Option<Section> {
    let open = plan.sections.iter().filter(|state| !state.filled);
    let line = |state: &super::SectionOut| {
        let (step, name) = (state.section.step(), plan_words::section(lang, state.section));
        format!("{} · {name}", plan_words::step(lang, step))
    };
    let lines: Vec<String> = open.map(line).collect();
    section(tr!(lang, "plan.unfilled"), if lines.is_empty() { vec![] } else { vec![Piece::List(lines)] })
}

/// What an entry says in some of its fields, each under its name.
pub(super) fn facts(
    lang: Lang,
    entry: &crate::report::model::EntryOut,
    keys: &[&str],
) -> Vec<(String, Cell)> {
    let spec = entry.entry.kind.spec();
    let fields = keys.iter().filter_map(|key| spec.field(key));
    let told = fields.filter(|field| !matches!(entry.entry.get(field.key), None | Some(Value::Flag(false))));
    told.map(|field| {
        let label = entry_words::label(lang, entry.entry.kind, field.key).into_owned();
        (label, pages::entry::cell(lang, entry, field))
    })
    .collect()
}
