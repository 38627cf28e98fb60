//! The journal's triggers: every change of a user table is recorded as data, so that it can be undone.
//!
//! They are not in the file: two thirds of its schema would be theirs, to be read at every opening. A connection
//! makes them for itself, as temporary ones, before it first writes. What writes to the book without them, say
//! another program, is found by the sums over its tables.
//!
//! An insert is recorded without values, since undoing a creation needs none, and without a trigger (see
//! [`super::made`]); undo itself writes down what it takes away, so that redo can bring it back. An update records the
//! changed columns, old and new; a delete records the row.

use std::fmt::Write;

use rusqlite::functions::{Context, FunctionFlags};
use rusqlite::{Connection, Result, Statement};
use serde_json::{Map, Value};

use super::functions::{Shared, json_object, to_json};
use super::seal;

/// Tables that are not undone: the journal's own, what is derived, the counters of short codes, and text
/// that is still being typed.
const NOT_JOURNALLED: &[&str] =
    &["operation", "journal", "counter", "draft", "last_contact", "deal_told_late", "seal"];

/// The tables whose changes are journalled, in the order they were made.
pub(super) fn journalled_tables(connection: &Connection) -> Result<Vec<String>> {
    let mut statement = connection.prepare(
        "SELECT name FROM pragma_table_list
         WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
         ORDER BY (SELECT rowid FROM sqlite_schema s WHERE s.type = 'table' AND s.name = pragma_table_list.name)",
    )?;
    let names = statement.query_map([], |row| row.get::<_, String>(0))?;
    let mut tables = names.collect::<Result<Vec<_>>>()?;
    tables.retain(|name| !NOT_JOURNALLED.contains(&name.as_str()));
    Ok(tables)
}

/// The columns of a table, in order.
pub(super) fn columns(connection: &Connection, table: &str) -> Result<Vec<String>> {
    let mut statement = connection.prepare_cached("SELECT name FROM pragma_table_info(?1) ORDER BY cid")?;
    let names = statement.query_map([table], |row| row.get(0))?;
    names.collect()
}

/// A whole row as the journal writes it down: a JSON object.
pub(super) fn whole_row(connection: &Connection, table: &str, id: i64) -> Result<String> {
    let mut read = connection.prepare_cached(&format!("SELECT * FROM {table} WHERE id = ?1"))?;
    read.query_row([id], |row| {
        let statement: &Statement<'_> = row.as_ref();
        Ok(json_object(statement.column_names().enumerate().map(|(at, name)| (name, row.get_ref_unwrap(at)))))
    })
}

/// Makes the journal's triggers for every user table, for this connection alone; outside any transaction, since one
/// that is rolled back would take them along.
pub(super) fn make_triggers(connection: &Connection) -> Result<()> {
    let mut sql = String::new();
    for table in journalled_tables(connection)? {
        let columns = columns(connection, &table)?;
        let each =
            |values: &dyn Fn(&String) -> String| columns.iter().map(values).collect::<Vec<_>>().join(", ");
        // Writing to a String cannot fail.
        let _ = write!(
            sql,
            "CREATE TEMP TRIGGER journal_{table}_update AFTER UPDATE ON main.{table} BEGIN
               {ENTRY} SELECT keybook_place(), keybook_operation(), '{table}', NEW.id, 'U', c,
                 keybook_checksum('{table}', NEW.id, 'U', c)
               FROM (SELECT keybook_updated('{table}', '{names}', {both}) AS c LIMIT 1) WHERE c IS NOT NULL;
             END;
             CREATE TEMP TRIGGER journal_{table}_delete AFTER DELETE ON main.{table} BEGIN
               {ENTRY} SELECT keybook_place(), keybook_operation(), '{table}', OLD.id, 'D', c,
                 keybook_checksum('{table}', OLD.id, 'D', c)
               FROM (SELECT keybook_deleted('{table}', '{names}', {old}) AS c LIMIT 1) WHERE c IS NOT NULL;
             END;",
            names = columns.join(","),
            both = each(&|column| format!("OLD.{column}, NEW.{column}")),
            old = each(&|column| format!("OLD.{column}")),
        );
    }
    let all_or_none = connection.unchecked_transaction()?;
    all_or_none.execute_batch(&sql)?;
    all_or_none.commit()
}

const ENTRY: &str = "INSERT INTO journal(seq, operation, tbl, row_id, action, changes, checksum)";

/// Takes away the triggers that earlier versions left in the file.
pub(super) fn drop_triggers(connection: &Connection) -> Result<()> {
    let mut statement = connection.prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND (name GLOB 'journal_*' OR name GLOB 'seal_*')",
    )?;
    let names = statement.query_map([], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>>>()?;
    drop(statement);
    let sql: String = names.iter().map(|name| format!("DROP TRIGGER {name};")).collect();
    connection.execute_batch(&sql)
}

/// Registers the functions that the triggers call.
pub(super) fn register(connection: &Connection, shared: &Shared) -> Result<()> {
    let innocuous = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_INNOCUOUS;
    let state = shared.clone();
    connection.create_scalar_function("keybook_checksum", 4, innocuous, move |context| {
        state.lock().count(context.get_raw(0).as_str().unwrap_or_default());
        Ok(checksum_of(context))
    })?;
    let state = shared.clone();
    connection
        .create_scalar_function("keybook_updated", -1, innocuous, move |context| updated(&state, context))?;
    let state = shared.clone();
    connection
        .create_scalar_function("keybook_deleted", -1, innocuous, move |context| deleted(&state, context))
}

/// `keybook_updated(table, names, old, new, …)`: a JSON object of the columns that differ, each `[old, new]`; null
/// where none does, or nothing is journalled. The first column is the id.
fn updated(state: &Shared, context: &Context<'_>) -> Result<Option<String>> {
    let (table, names) = (context.get_raw(0).as_str()?, context.get_raw(1).as_str()?);
    let pairs = || (2..context.len()).step_by(2).map(|at| (context.get_raw(at), context.get_raw(at + 1)));
    let mut object = Map::new();
    for (name, (old, new)) in names.split(',').zip(pairs()) {
        if old != new {
            object.insert(name.to_owned(), Value::Array(vec![to_json(old), to_json(new)]));
        }
    }
    let mut writing = state.lock();
    let is_journalled = writing.operation()? != 0;
    if object.is_empty() {
        return Ok(None);
    }
    let before = || Some(seal::of_row(pairs().map(|(old, _)| old)));
    writing.unsealed.touch(table, context.get_raw(2).as_i64()?, false, before);
    Ok(is_journalled.then(|| Value::Object(object).to_string()))
}

/// `keybook_deleted(table, names, old, …)`: a JSON object of the whole row; null where nothing is journalled. The
/// first column is the id.
fn deleted(state: &Shared, context: &Context<'_>) -> Result<Option<String>> {
    let (table, names) = (context.get_raw(0).as_str()?, context.get_raw(1).as_str()?);
    let values = || (2..context.len()).map(|at| context.get_raw(at));
    let mut writing = state.lock();
    let is_journalled = writing.operation()? != 0;
    writing.unsealed.touch(table, context.get_raw(2).as_i64()?, true, || Some(seal::of_row(values())));
    Ok(is_journalled.then(|| json_object(names.split(',').zip(values()))))
}

/// The checksum of a journal entry: CRC-32 over table, row, action and changes.
pub(super) fn checksum(table: &str, row: i64, action: &str, changes: Option<&str>) -> i64 {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(table.as_bytes());
    hasher.update(&row.to_le_bytes());
    hasher.update(action.as_bytes());
    hasher.update(changes.unwrap_or_default().as_bytes());
    i64::from(hasher.finalize())
}

fn checksum_of(context: &Context<'_>) -> i64 {
    let text = |index| context.get_raw(index).as_str().ok();
    let row = context.get_raw(1).as_i64().unwrap_or_default();
    checksum(text(0).unwrap_or_default(), row, text(2).unwrap_or_default(), text(3))
}
