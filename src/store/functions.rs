//! The scalar functions that the book's triggers call, and the state they share with the connection.
//!
//! All are registered as innocuous: with `trusted_schema` off, triggers may call no other kind.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rusqlite::functions::{Context, FunctionFlags};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Error, Result};
use serde_json::{Map, Value};

use super::reading;

/// What the connection is doing with the book at this moment.
#[derive(Debug, Default)]
pub(super) struct Writing {
    /// Which operation the journal writes for.
    pub mode: Mode,
    /// Rows changed so far, by table.
    pub touched: BTreeMap<String, u64>,
    /// Records whose place in the search index is to be written anew, by table.
    pub stale: BTreeMap<String, Vec<i64>>,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// No operation is under way: a write is refused, whoever makes it.
    #[default]
    Closed,
    /// Undo or redo is under way: rows change, the journal does not grow.
    Replaying,
    /// An operation with this sequence number is under way.
    Operation(i64),
}

/// The state shared by a connection and its functions.
#[derive(Debug, Default, Clone)]
pub(super) struct Shared(Arc<Mutex<Writing>>);

impl Shared {
    /// The state; a panic elsewhere cannot leave it half changed, so a poisoned lock is entered.
    pub fn lock(&self) -> MutexGuard<'_, Writing> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Enters a mode with nothing touched.
    pub fn enter(&self, mode: Mode) {
        *self.lock() = Writing { mode, ..Writing::default() };
    }
}

/// Registers every function of the book on a connection.
pub(super) fn register(connection: &Connection, shared: &Shared) -> Result<()> {
    let innocuous = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_INNOCUOUS;
    let pure = innocuous | FunctionFlags::SQLITE_DETERMINISTIC;
    let state = shared.clone();
    connection.create_scalar_function("keybook_operation", 0, innocuous, move |_| {
        match state.lock().mode {
            Mode::Closed => Err(Error::UserFunctionError("a write outside an operation".into())),
            Mode::Replaying => Ok(0),
            Mode::Operation(seq) => Ok(seq),
        }
    })?;
    let state = shared.clone();
    connection.create_scalar_function("keybook_checksum", 4, innocuous, move |context| {
        let table = context.get_raw(0).as_str().unwrap_or_default();
        let mut writing = state.lock();
        match writing.touched.get_mut(table) {
            Some(count) => *count += 1,
            None => drop(writing.touched.insert(table.to_owned(), 1)),
        }
        Ok(checksum_of(context))
    })?;
    connection.create_scalar_function("keybook_changes", -1, pure, changes)?;
    connection.create_scalar_function("keybook_row", -1, pure, row)?;
    let state = shared.clone();
    connection.create_scalar_function("keybook_stale", 2, innocuous, move |context| {
        let (table, id) = (context.get_raw(0).as_str().unwrap_or_default(), context.get_raw(1).as_i64());
        let mut writing = state.lock();
        let id = id.unwrap_or_default();
        match writing.stale.get_mut(table) {
            Some(ids) if ids.last() == Some(&id) => {}
            Some(ids) => ids.push(id),
            None => drop(writing.stale.insert(table.to_owned(), vec![id])),
        }
        Ok(0)
    })?;
    reading::register(connection)?;
    super::seal::register(connection)?;
    super::view::attention::register(connection)?;
    super::view::doubles::register(connection)?;
    super::view::evidence::register(connection)
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

/// `keybook_changes(name, old, new, …)`: a JSON object of the columns that differ, each `[old, new]`.
fn changes(context: &Context<'_>) -> Result<String> {
    let mut object = Map::new();
    for index in (0..context.len()).step_by(3) {
        let (old, new) = (context.get_raw(index + 1), context.get_raw(index + 2));
        if old != new {
            let name = context.get_raw(index).as_str().unwrap_or_default();
            object.insert(name.to_owned(), Value::Array(vec![to_json(old), to_json(new)]));
        }
    }
    Ok(Value::Object(object).to_string())
}

/// `keybook_row(name, value, …)`: a JSON object of a whole row.
fn row(context: &Context<'_>) -> Result<String> {
    let mut object = Map::new();
    for index in (0..context.len()).step_by(2) {
        let name = context.get_raw(index).as_str().unwrap_or_default();
        object.insert(name.to_owned(), to_json(context.get_raw(index + 1)));
    }
    Ok(Value::Object(object).to_string())
}

/// A column's value as JSON; bytes become `{"hex": "…"}`, so that nothing is lost.
pub(super) fn to_json(value: ValueRef<'_>) -> Value {
    match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => Value::from(number),
        ValueRef::Real(number) => Value::from(number),
        ValueRef::Text(bytes) => match std::str::from_utf8(bytes) {
            Ok(text) => Value::from(text),
            Err(_) => hex(bytes),
        },
        ValueRef::Blob(bytes) => hex(bytes),
    }
}

fn hex(bytes: &[u8]) -> Value {
    let digits: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    serde_json::json!({ "hex": digits })
}
