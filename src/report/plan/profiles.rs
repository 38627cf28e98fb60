//! The second part of a plan: profiles of the client, its people, the competitors, and our own situation.

use super::summary::facts;
use super::{GridOut, PlanOut, section};
use crate::domain::entry::choice::{ProfileArea, Prompt};
use crate::domain::entry::{EntryKind, Spec};
use crate::domain::plan::Section as PlanSection;
use crate::i18n::Lang;
use crate::report::document::{GridCell, Piece, Section};
use crate::report::entry_words::TERMS;
use crate::report::model::{ContactOut, EntryOut};
use crate::report::table::{Cell, Column, Table, Worth};
use crate::report::words::Word;
use crate::report::{entry_words, pages, plan_words, words};
use crate::tr;

/// The sections of the profiles.
pub(super) fn sections(lang: Lang, plan: &PlanOut) -> Vec<Section> {
    let mut all = vec![section(entry_words::kinds(lang, EntryKind::Issue), issue(lang, plan))];
    all.extend(ProfileArea::ALL.iter().map(|area| profile(lang, plan, *area)));
    all.push(section(tr!(lang, "plan.people"), people(lang, plan)));
    all.push(section(plan_words::section(lang, PlanSection::SwotClient), swot(lang, &plan.swot_client)));
    all.push(section(entry_words::kinds(lang, EntryKind::Competitor), competitors(lang, plan)));
    all.push(section(tr!(lang, "plan.our_situation"), our_situation(lang, plan)));
    all.push(section(plan_words::section(lang, PlanSection::SwotUs), swot(lang, &plan.swot_us)));
    all.into_iter().flatten().collect()
}

/// The business issue, in its three parts.
fn issue(lang: Lang, plan: &PlanOut) -> Vec<Piece> {
    let spec = EntryKind::Issue.spec();
    table(lang, spec, &["part", "topic", "text"], &plan.issue)
}

/// A table of some fields of entries, if there are any.
pub(super) fn table(lang: Lang, spec: &Spec, keys: &[&str], entries: &[EntryOut]) -> Vec<Piece> {
    let fields: Vec<_> = keys.iter().filter_map(|key| spec.field(key)).collect();
    // A column in which nobody said anything is no column.
    let told = |key: &str| entries.iter().any(|entry| entry.entry.get(key).is_some());
    let fields: Vec<_> = fields.into_iter().filter(|field| told(field.key)).collect();
    let title = |key: &str| entry_words::label(lang, spec.kind, key);
    let columns = fields.iter().map(|field| Column::words(title(field.key), Worth::Essential)).collect();
    let mut table = Table::new(columns, "");
    for entry in entries {
        table.push(fields.iter().map(|field| pages::entry::cell(lang, entry, field)).collect());
    }
    if table.rows.is_empty() { vec![] } else { vec![Piece::Table(table)] }
}

/// The answers of an area of the profile.
fn profile(lang: Lang, plan: &PlanOut, area: ProfileArea) -> Option<Section> {
    let of_area = |entry: &&EntryOut| entry.entry.word::<Prompt>("prompt").map(Prompt::area) == Some(area);
    let mut answers: Vec<&EntryOut> = plan.profile.iter().filter(of_area).collect();
    answers.sort_by_key(|entry| entry.entry.word::<Prompt>("prompt"));
    let line = |entry: &EntryOut| {
        let prompt = entry.entry.text("prompt").unwrap_or_default();
        let mut text = entry.entry.text("text").unwrap_or_default().to_owned();
        if let Some(per_cent) = entry.entry.number("per_cent") {
            text = tr!(lang, "plan.next_year", text = text, per_cent = per_cent).into_owned();
        }
        match entry.entry.flag("helps") {
            Some(true) => text = tr!(lang, "plan.helps", text = text).into_owned(),
            Some(false) => text = tr!(lang, "plan.helps_not", text = text).into_owned(),
            None => {}
        }
        (entry_words::choice(lang, "prompt", prompt).into_owned(), Cell::text(text))
    };
    let facts: Vec<(String, Cell)> = answers.into_iter().map(line).collect();
    let title = match area {
        ProfileArea::Industry => tr!(lang, "plan.area.industry"),
        ProfileArea::Strategy => tr!(lang, "plan.area.strategy"),
        ProfileArea::Structure => tr!(lang, "plan.area.structure"),
        ProfileArea::Performance => tr!(lang, "plan.area.performance"),
        ProfileArea::Demand => tr!(lang, "plan.area.demand"),
    };
    section(title, if facts.is_empty() { vec![] } else { vec![Piece::Facts(facts)] })
}

/// The people, with their parts and where they stand; a column in which nobody says anything is none.
fn people(lang: Lang, plan: &PlanOut) -> Vec<Piece> {
    type Says = fn(Lang, &ContactOut) -> Cell;
    let all: [(Word, Says); 6] = [
        (tr!(lang, "column.name"), |_, person| Cell::text(&person.name)),
        (tr!(lang, "column.position"), |_, person| Cell::maybe(person.title.as_ref())),
        (tr!(lang, "column.parts"), |lang, person| {
            Cell::list(&pages::worded_all(lang, &person.parts, words::part))
        }),
        (tr!(lang, "column.stance"), |lang, person| {
            Cell::maybe(person.stance.as_ref().map(|key| pages::worded(lang, key, words::stance)))
        }),
        (tr!(lang, "column.reports_to"), |_, person| Cell::maybe(person.reports_to.as_ref())),
        (tr!(lang, "column.owner"), |_, person| Cell::maybe(person.owner.as_ref())),
    ];
    let is_told = |says: &Says| plan.people.iter().any(|person| says(lang, person) != Cell::ABSENT);
    let told: Vec<_> = all.into_iter().filter(|(_, says)| is_told(says)).collect();
    let columns = told.iter().map(|(title, _)| Column::words(title.clone(), Worth::Essential)).collect();
    let mut table = Table::new(columns, "");
    for person in &plan.people {
        table.push(told.iter().map(|(_, says)| says(lang, person)).collect());
    }
    if table.rows.is_empty() { vec![] } else { vec![Piece::Table(table)] }
}

/// A SWOT grid, if anything stands in it.
fn swot(lang: Lang, grid: &GridOut) -> Vec<Piece> {
    if grid.is_empty() {
        return vec![];
    }
    let cell = |key: &str, items: &[String]| GridCell {
        title: entry_words::choice(lang, "cell", key).into_owned(),
        under: String::new(),
        items: items.to_vec(),
    };
    vec![Piece::Grid(Box::new([
        cell("strength", &grid.strength),
        cell("weakness", &grid.weakness),
        cell("opportunity", &grid.opportunity),
        cell("threat", &grid.threat),
    ]))]
}

/// Competitors side by side, we first: a column for each.
fn competitors(lang: Lang, plan: &PlanOut) -> Vec<Piece> {
    if plan.competitors.is_empty() {
        return vec![];
    }
    let all: Vec<&EntryOut> = plan.us.iter().chain(&plan.competitors).collect();
    let name = |entry: &EntryOut| entry.entry.text("name").unwrap_or_default().to_owned();
    let mut columns = vec![Column::whole("", Worth::Essential)];
    columns.extend(all.iter().map(|entry| Column::words(name(entry), Worth::Essential)));
    let mut table = Table::new(columns, "");
    let spec = EntryKind::Competitor.spec();
    for field in TERMS.iter().filter_map(|key| spec.field(key)) {
        if all.iter().any(|entry| entry.entry.get(field.key).is_some()) {
            let mut row = vec![Cell::text(entry_words::label(lang, spec.kind, field.key))];
            row.extend(all.iter().map(|entry| pages::entry::cell(lang, entry, field)));
            table.push(row);
        }
    }
    match table.rows.is_empty() {
        true => vec![Piece::List(all.into_iter().map(name).collect())],
        false => vec![Piece::Table(table)],
    }
}

/// Our own situation, where it does not stand beside competitors already, and the phases so far.
fn our_situation(lang: Lang, plan: &PlanOut) -> Vec<Piece> {
    let mut pieces = vec![];
    if let (Some(us), true) = (&plan.us, plan.competitors.is_empty()) {
        let told = facts(lang, us, &TERMS);
        if !told.is_empty() {
            pieces.push(Piece::Facts(told));
        }
    }
    pieces.extend(table(lang, EntryKind::Phase.spec(), &["decided", "phase", "why"], &plan.phases));
    pieces
}
