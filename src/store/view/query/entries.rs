//! The views of what plans are made of: one for each kind of entry, from its description.

use super::View;
use crate::domain::entry::{EntryKind, Field, Form, HangsOn, Spec, Target};

/// One view for each kind of entry.
pub(super) fn views() -> Vec<View> {
    EntryKind::ALL.iter().map(|kind| of(kind.spec())).collect()
}

fn of(spec: &'static Spec) -> View {
    let table = spec.table;
    let mut columns = vec![pair("id", format!("keybook_id({table}.id)"))];
    let account = match spec.hangs_on {
        HangsOn::Account => format!("{table}.account_id"),
        HangsOn::Deal => of_deal(table),
        HangsOn::Either => format!("coalesce({table}.account_id, {})", of_deal(table)),
    };
    columns.push(pair("account", format!("(SELECT name FROM account WHERE account.id = {account})")));
    columns.push(pair("account_id", format!("keybook_id({account})")));
    if spec.hangs_on != HangsOn::Account {
        columns.push(pair("deal", format!("(SELECT name FROM deal WHERE deal.id = {table}.deal_id)")));
        columns.push(pair("deal_id", format!("keybook_id({table}.deal_id)")));
    }
    spec.fields.iter().for_each(|field| columns.extend(columns_of(table, field)));
    if spec.has_money() {
        columns.push(pair("currency", format!("{table}.currency")));
    }
    columns.push(pair("updated_on", format!("{table}.updated_on")));
    View { name: spec.plural, entries: Some(spec.kind), columns, from: format!("main.{table}") }
}

/// The account of the deal that an entry hangs on.
fn of_deal(table: &str) -> String {
    format!("(SELECT account_id FROM deal WHERE deal.id = {table}.deal_id)")
}

/// The columns of a field: one, or for what refers to something its name and its identity.
fn columns_of(table: &str, field: &Field) -> Vec<(String, String)> {
    let kept = format!("{table}.{}", field.column());
    match field.form {
        Form::Day => vec![pair(&field.column(), kept)],
        Form::Decimal => vec![pair(field.key, format!("{kept} / 1000.0"))],
        Form::Rate => vec![pair(field.key, format!("{kept} / 10000.0"))],
        Form::Money { .. } => vec![pair(field.key, format!("keybook_money({kept}, {table}.currency)"))],
        Form::Reference(Target::Stage) => {
            vec![pair(field.key, format!("(SELECT key FROM stage WHERE stage.id = {kept})"))]
        }
        Form::Reference(target) => vec![
            pair(field.key, name_of(target, &kept)),
            pair(&field.column(), format!("keybook_id({kept})")),
        ],
        _ => vec![pair(field.key, kept)],
    }
}

/// What something is called: a record by its name, an entry by what it says.
fn name_of(target: Target, id: &str) -> String {
    let table = target.table();
    let name = match target {
        Target::Entry(kind) => kind.spec().main_field().map(Field::column),
        _ => Some("name".to_owned()),
    };
    match name {
        Some(name) => format!("(SELECT meant.{name} FROM {table} meant WHERE meant.id = {id})"),
        None => "NULL".to_owned(),
    }
}

fn pair(name: &str, expression: String) -> (String, String) {
    (name.to_owned(), expression)
}
