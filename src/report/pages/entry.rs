//! Entries of plans as people read them.

use crate::domain::entry::{EntryKind, Field, Form, Holder, Spec, Target, Value};
use crate::domain::relationship;
use crate::i18n::Lang;
use crate::report::model::EntryOut;
use crate::report::page::Page;
use crate::report::table::{Cell, Column, Table, Tone, Worth};
use crate::report::{entry_words, words};
use crate::tr;

/// The table of entries of a kind: what each says first, then what is chosen and counted, then longer
/// texts. `with_holder` tells on which record each stands.
pub fn list(lang: Lang, spec: &Spec, entries: &[EntryOut], with_holder: bool) -> Table {
    let fields = in_order(spec);
    let mut columns: Vec<Column> = fields.iter().map(|field| column(lang, spec, field)).collect();
    if with_holder {
        columns.insert(0, Column::words(tr!(lang, "column.where"), Worth::Important));
    }
    columns.push(Column::whole(tr!(lang, "column.id"), Worth::Useful));
    let mut table = Table::new(columns, entry_words::none_yet(lang, spec.kind));
    for entry in entries {
        let mut cells: Vec<Cell> = fields.iter().map(|field| cell(lang, entry, field)).collect();
        if with_holder {
            let holder = match entry.entry.holder {
                Holder::Account(_) => entry.account.1.clone(),
                Holder::Deal(_) => entry.deal.clone().unwrap_or_default(),
            };
            cells.insert(0, Cell::text(holder));
        }
        cells.push(Cell::id(entry.entry.id).toned(Tone::Quiet));
        table.push(cells);
    }
    table
}

/// The page of what a record has only one of.
pub fn sheet(lang: Lang, spec: &Spec, entry: Option<&EntryOut>) -> Page {
    let Some(entry) = entry else { return Page::of_line(lang, entry_words::none_yet(lang, spec.kind)) };
    let mut page = Page::new(lang, format!("{} · {}", entry_words::kinds(lang, spec.kind), entry.account.1));
    let fact =
        |field: &Field| (entry_words::label(lang, spec.kind, field.key).into(), cell(lang, entry, field));
    let mut facts: Vec<(String, Cell)> = spec.fields.iter().map(fact).collect();
    if spec.kind == EntryKind::Signs {
        let proposed = relationship::proposal(&entry.entry).level;
        let level = proposed.map(|level| entry_words::choice(lang, "level", level.as_str()));
        facts.push((tr!(lang, "relationship.proposed").into(), Cell::maybe(level)));
    }
    page.facts(facts);
    page
}

/// What a field of an entry says.
pub fn cell(lang: Lang, entry: &EntryOut, field: &Field) -> Cell {
    match (field.form, entry.entry.get(field.key)) {
        (_, None) => Cell::ABSENT,
        (Form::Reference(Target::Stage), _) => {
            Cell::maybe(entry.name(field.key).map(|key| words::stage_key(lang, key)))
        }
        (Form::Reference(_), _) => Cell::maybe(entry.name(field.key)),
        (_, Some(Value::Money(money))) => Cell::money(*money),
        (_, Some(Value::Day(day))) => Cell::day(Some(*day)),
        (_, Some(value)) => Cell::text(entry_words::value(lang, field, value)),
    }
}

/// What an entry says, in a line: its main field, or else what it has.
pub fn line(lang: Lang, entry: &EntryOut) -> String {
    let spec = entry.entry.kind.spec();
    let told = |field: &Field| match (field.form, entry.entry.get(field.key)) {
        (_, None) => None,
        (Form::Reference(Target::Stage), _) => {
            entry.name(field.key).map(|key| words::stage_key(lang, key).into_owned())
        }
        (Form::Reference(_), _) => entry.name(field.key).map(str::to_owned),
        (_, Some(value)) => Some(entry_words::value(lang, field, value).into_owned()),
    };
    let said = spec.main_field().and_then(told).or_else(|| spec.fields.iter().find_map(told));
    said.unwrap_or_default().lines().next().unwrap_or_default().to_owned()
}

/// Fields with the main one first, and longer texts last.
fn in_order(spec: &Spec) -> Vec<&'static Field> {
    let is_main = |field: &&Field| spec.main == Some(field.key);
    let mut fields: Vec<&'static Field> = spec.fields.iter().filter(is_main).collect();
    let others = || spec.fields.iter().filter(|field| !is_main(field));
    fields.extend(others().filter(|field| field.form != Form::Text));
    fields.extend(others().filter(|field| field.form == Form::Text));
    fields
}

fn column(lang: Lang, spec: &Spec, field: &Field) -> Column {
    let title = entry_words::label(lang, spec.kind, field.key);
    match field.form {
        _ if spec.main == Some(field.key) => Column::words(title, Worth::Essential),
        Form::Money { .. } | Form::Number { .. } | Form::Decimal | Form::Rate => {
            Column::figures(title, Worth::Important)
        }
        Form::Word(_) | Form::Stars(_) | Form::Day | Form::Quarter => Column::whole(title, Worth::Important),
        Form::Flag => Column::whole(title, Worth::Useful),
        Form::Line | Form::Reference(_) => Column::words(title, Worth::Useful),
        Form::Text => Column::words(title, Worth::Extra),
    }
}
