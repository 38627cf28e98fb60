//! The third part of a plan: objectives, what helps and hinders, the strategy, and what is done next.

use super::profiles::table;
use super::summary::text;
use super::{PlanOut, picture, revenue, section};
use crate::domain::entry::judge::checks_open;
use crate::domain::entry::{Entry, EntryKind};
use crate::domain::strategy::{Cell as FactorCell, Cells, Factor};
use crate::i18n::Lang;
use crate::report::document::{GridCell, Piece, Section};
use crate::report::table::{Cell, Column, Table, Worth};
use crate::report::{entry_words, pages, plan_words};
use crate::tr;

/// The sections of the client strategy.
pub(super) fn sections(lang: Lang, plan: &PlanOut) -> Vec<Section> {
    let kinds = |kind| entry_words::kinds(lang, kind);
    let mut objectives = table(
        lang,
        EntryKind::Objective.spec(),
        &["text", "number", "unit", "amount", "due", "done"],
        &plan.objectives,
    );
    objectives.extend(unchecked(lang, plan));
    let criteria = table(
        lang,
        EntryKind::Criterion.spec(),
        &["text", "strength", "said_by", "believed", "why"],
        &plan.criteria,
    );
    let actions = table(
        lang,
        EntryKind::Action.spec(),
        &["text", "who", "due", "done", "objective", "factor", "contact", "deal"],
        &plan.actions,
    );
    let label = |key| entry_words::label(lang, EntryKind::Plan, key);
    let words = |key| text(plan, key).map(|words| vec![Piece::Text(words)]).unwrap_or_default();
    let all = [
        section(kinds(EntryKind::Objective), objectives),
        section(kinds(EntryKind::Criterion), criteria),
        section(kinds(EntryKind::Factor), factors(lang, plan)),
        section(tr!(lang, "plan.macro_strategy"), macro_strategy(lang, plan)),
        section(tr!(lang, "plan.support"), support(lang, plan)),
        section(kinds(EntryKind::Action), actions),
        section(kinds(EntryKind::Milestone), milestones(lang, plan)),
        section(kinds(EntryKind::RevenuePlan), revenue::pieces(lang, &plan.revenue)),
        section(label("setback"), words("setback")),
        section(label("growth"), words("growth")),
    ];
    all.into_iter().flatten().collect()
}

/// Which of the five checks objectives do not pass yet; those that pass all need no word.
fn unchecked(lang: Lang, plan: &PlanOut) -> Vec<Piece> {
    let told = plan.objectives.iter().filter_map(|one| {
        let open = checks_open(&one.entry);
        let name = |check: &&str| entry_words::label(lang, EntryKind::Objective, check);
        let checks = lang.list(open.iter().map(name));
        let words = tr!(lang, "record.checks_open", checks = checks);
        let objective = one.entry.text("text").unwrap_or_default();
        (!open.is_empty()).then(|| Piece::Text(format!("{objective}. {words}")))
    });
    told.collect()
}

/// The factors in their four cells with their stars, and what to do about each.
fn factors(lang: Lang, plan: &PlanOut) -> Vec<Piece> {
    let factors: Vec<Entry> = plan.factors.iter().map(|factor| factor.entry.clone()).collect();
    if factors.is_empty() {
        return vec![];
    }
    let cells = Cells::of(factors.iter().filter_map(Factor::of));
    let grid = FactorCell::ALL.iter().map(|cell| {
        let inside = factors.iter().filter_map(|entry| Some((entry, Factor::of(entry)?)));
        let inside = inside.filter(|(_, factor)| factor.cell == *cell).map(|(entry, factor)| {
            let stars = "★".repeat(usize::try_from(factor.stars).unwrap_or_default());
            format!("{stars} {}", entry.text("text").unwrap_or_default()).trim_start().to_owned()
        });
        GridCell {
            title: plan_words::cell(lang, *cell).into_owned(),
            under: plan_words::cell_advice(lang, *cell).into_owned(),
            items: inside.collect(),
        }
    });
    let mut pieces = vec![Piece::Picture(picture::factors(lang, &cells))];
    if let Ok(grid) = <[GridCell; 4]>::try_from(grid.collect::<Vec<_>>()) {
        pieces.push(Piece::Grid(Box::new(grid)));
    }
    let planned: Vec<_> =
        plan.factors.iter().filter(|one| one.entry.get("micro_strategy").is_some()).cloned().collect();
    pieces.extend(table(lang, EntryKind::Factor.spec(), &["text", "micro_strategy"], &planned));
    pieces
}

/// Every strategy that the factors leave open, with its advice.
fn macro_strategy(lang: Lang, plan: &PlanOut) -> Vec<Piece> {
    let factors = plan.factors.iter().filter_map(|factor| Factor::of(&factor.entry));
    let cells = Cells::of(factors);
    match cells.strategies().is_empty() {
        true => vec![],
        false => vec![Piece::Table(pages::strategy::strategies_table(lang, &cells))],
    }
}

fn support(lang: Lang, plan: &PlanOut) -> Vec<Piece> {
    let keys = ["support_why", "support_asked", "support_against", "support_backing"];
    let told = plan.plan.as_ref().map(|own| super::summary::facts(lang, own, &keys)).unwrap_or_default();
    if told.is_empty() { vec![] } else { vec![Piece::Facts(told)] }
}

/// The client's milestones, with the deal that each moves on.
fn milestones(lang: Lang, plan: &PlanOut) -> Vec<Piece> {
    if plan.milestones.is_empty() {
        return vec![];
    }
    let label = |key| entry_words::label(lang, EntryKind::Milestone, key);
    let columns = vec![
        Column::words(tr!(lang, "column.deal"), Worth::Essential),
        Column::words(label("kind"), Worth::Essential),
        Column::whole(label("due"), Worth::Essential),
        Column::whole(label("reached"), Worth::Essential),
    ];
    let mut table = Table::new(columns, "");
    for milestone in &plan.milestones {
        let entry = &milestone.entry;
        let kind = entry.text("kind").map(|word| entry_words::choice(lang, "kind", word).into_owned());
        let own = entry.text("text").map(str::to_owned);
        let said: Vec<String> = kind.into_iter().chain(own).collect();
        table.push(vec![
            Cell::maybe(milestone.deal.as_ref()),
            Cell::text(said.join(" · ")),
            Cell::day(entry.day("due")),
            Cell::day(entry.day("reached")),
        ]);
    }
    vec![Piece::Table(table)]
}
