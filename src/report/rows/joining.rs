//! Two copies of a book, joined, as programs read it; and what both have changed, in words.

use serde_json::{Value, json};

use super::record_history;
use crate::domain::entry::{EntryKind, Field, Form};
use crate::domain::id::Id;
use crate::domain::joining::Chosen;
use crate::domain::money::decimal;
use crate::i18n::Lang;
use crate::report::entry_words;
use crate::report::model::{ConflictOut, JoinOut};
use crate::report::table::Cell;
use crate::report::words;
use crate::store::joining::{Conflict, Joined, Shown};
use crate::store::rfc3339;
use crate::store::view::record_history::Held;
use crate::tr;

/// What joining has done, or would do.
pub fn joining(other: &std::path::Path, operation: Option<Id>, dry_run: bool, joined: &Joined) -> JoinOut {
    JoinOut {
        operation: operation.map(|id| id.to_string()),
        other: other.display().to_string(),
        dry_run,
        created: joined.created,
        updated: joined.updated,
        deleted: joined.deleted,
        conflicts: joined.conflicts.iter().map(|(one, chosen)| conflict(one, *chosen)).collect(),
        unchanged: joined.unchanged,
    }
}

fn conflict(conflict: &Conflict, chosen: Option<Chosen>) -> ConflictOut {
    let field = match conflict.field.split_once('.') {
        Some((table, column)) if table == conflict.record.kind => plain(column).to_owned(),
        Some((table, column)) => format!("{table}.{}", plain(column)),
        None if conflict.field == conflict.record.kind => "record".to_owned(),
        None => conflict.field.clone(),
    };
    let currency = [&conflict.ours, &conflict.theirs].into_iter().find_map(|shown| match shown {
        Shown::Money(_, currency) => Some(currency.to_string()),
        _ => None,
    });
    ConflictOut {
        record: conflict.record.name.clone(),
        kind: conflict.record.kind.clone(),
        id: conflict.record.id.to_string(),
        code: conflict.record.code.clone(),
        field,
        ours: value(&conflict.ours),
        theirs: value(&conflict.theirs),
        currency,
        ours_at: rfc3339(conflict.ours_at),
        theirs_at: rfc3339(conflict.theirs_at),
        taken: chosen.map(|chosen| chosen.as_str().to_owned()),
    }
}

/// A column as programs call it elsewhere.
fn plain(column: &str) -> &str {
    match column {
        "close_on" => "close_date",
        column => column.strip_suffix("_id").unwrap_or(column),
    }
}

fn value(shown: &Shown) -> Value {
    match shown {
        Shown::Nothing => Value::Null,
        Shown::Text(text) => json!(text),
        Shown::Number(number) => json!(number),
        Shown::Money(minor, currency) => json!(decimal(i128::from(*minor), currency.digits())),
        Shown::Points(points) => json!(*points as f64 / 1e4),
        Shown::Thousandths(number) => json!(*number as f64 / 1e3),
        Shown::Flag(flag) => json!(flag),
        Shown::Stage(key, _) => json!(key),
        Shown::Kept => json!("kept"),
        Shown::Deleted => json!("deleted"),
    }
}

/// What a field holds in one of the copies, as people read it; told with the field.
pub fn cell(lang: Lang, field: &str, shown: &Shown) -> Cell {
    let held = match shown {
        Shown::Nothing => Held::Nothing,
        Shown::Text(text) => {
            let (table, column) = field.split_once('.').unwrap_or_default();
            if let Some(Form::Word(_)) = entry_field(table, column).map(|field| field.form) {
                return Cell::text(entry_words::choice(lang, column, text));
            }
            Held::Text(text.clone())
        }
        Shown::Number(number) => Held::Number(*number),
        Shown::Money(minor, currency) => Held::Money(*minor, *currency),
        Shown::Stage(key, own) => Held::Stage(key.clone(), own.clone()),
        Shown::Points(points) => return Cell::rate(*points),
        Shown::Thousandths(number) => return Cell::text((*number as f64 / 1000.0).to_string()),
        Shown::Flag(true) => return Cell::text(tr!(lang, "joining.yes")),
        Shown::Flag(false) => return Cell::text(tr!(lang, "joining.no")),
        Shown::Kept => return Cell::text(tr!(lang, "joining.kept")),
        Shown::Deleted => return Cell::text(tr!(lang, "joining.deleted")),
    };
    record_history::cell(lang, field, &held)
}

/// What a field of a conflict is called.
pub fn field(lang: Lang, conflict: &Conflict) -> String {
    match conflict.field.split_once('.') {
        None if conflict.field == conflict.record.kind => tr!(lang, "joining.whole_record").into_owned(),
        None => words::joined_kind(lang, &conflict.field),
        Some((table, column)) => {
            let known = record_history::field(lang, &conflict.field);
            let known = known
                .or_else(|| Some(entry_words::label(lang, entry(table)?, entry_field(table, column)?.key)));
            match known.or_else(|| words::joined_field(lang, table, column)) {
                Some(known) => known.into_owned(),
                None => plain(column).replace('_', " "),
            }
        }
    }
}

/// The kind of entries that a table holds.
fn entry(table: &str) -> Option<EntryKind> {
    EntryKind::ALL.iter().copied().find(|kind| kind.spec().table == table)
}

/// The field of an entry that lies in a column.
fn entry_field(table: &str, column: &str) -> Option<&'static Field> {
    entry(table)?.spec().fields.iter().find(|field| field.column() == column)
}

/// The record of a conflict, with its short code where it has one.
pub fn record(lang: Lang, conflict: &Conflict) -> String {
    let name = match conflict.record.name.is_empty() {
        true => words::joined_kind(lang, &conflict.record.kind),
        false => conflict.record.name.clone(),
    };
    match &conflict.record.code {
        Some(code) => format!("{code} {name}"),
        None => name,
    }
}
