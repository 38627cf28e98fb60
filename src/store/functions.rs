//! The scalar functions that the book's triggers call, and the state they share with the connection.
//!
//! All are registered as innocuous: with `trusted_schema` off, triggers may call no other kind.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rusqlite::functions::FunctionFlags;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Error, Result};
use serde::{Serialize, Serializer};
use serde_json::Value;

use super::made::{Made, Mark};
use super::seal::Unsealed;
use super::{journal, reading};

/// What the connection is doing with the book at this moment.
#[derive(Debug, Default)]
pub(super) struct Writing {
    /// Which operation the journal writes for.
    pub mode: Mode,
    /// Rows changed so far, by table.
    pub touched: BTreeMap<String, u64>,
    /// Records whose place in the search index is to be written anew, by table.
    pub stale: BTreeMap<String, Vec<i64>>,
    /// Rows whose place in the sum over their table is to be reckoned anew.
    pub unsealed: Unsealed,
    /// Rows made that the journal does not have yet.
    pub made: Made,
    /// How many parts of the transaction are under way that may yet be given up alone.
    pub parts: u32,
}

impl Writing {
    /// The sequence number of the operation that the journal writes for; zero where it does not grow.
    pub fn operation(&self) -> Result<i64> {
        match self.mode {
            Mode::Closed => Err(Error::UserFunctionError("a write outside an operation".into())),
            Mode::Replaying => Ok(0),
            Mode::Operation(seq) => Ok(seq),
        }
    }

    /// Counts a row of a table as changed.
    pub fn count(&mut self, table: &str) {
        match self.touched.get_mut(table) {
            Some(count) => *count += 1,
            None => drop(self.touched.insert(table.to_owned(), 1)),
        }
    }

    /// Notes that a record is to be indexed anew.
    pub fn stale(&mut self, table: &str, id: i64) {
        match self.stale.get_mut(table) {
            Some(ids) if ids.last() == Some(&id) => {}
            Some(ids) => ids.push(id),
            None => drop(self.stale.insert(table.to_owned(), vec![id])),
        }
    }
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

    /// Does a part of the transaction that is given up alone where it is refused.
    pub fn in_part<T, E>(
        &self,
        work: impl FnOnce() -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let before = self.mark();
        self.lock().parts += 1;
        let done = work();
        self.lock().parts -= 1;
        if done.is_err() {
            self.back_to(before);
        }
        done
    }

    /// Which rows are made so far.
    pub fn mark(&self) -> Mark {
        self.lock().made.mark()
    }

    /// Forgets the rows that were made since: they are taken back.
    pub fn back_to(&self, mark: Mark) {
        self.lock().made.back_to(mark);
    }

    /// Enters a mode with nothing touched.
    pub fn enter(&self, mode: Mode) {
        *self.lock() = Writing { mode, ..Writing::default() };
    }

    /// Enters an operation of this sequence number.
    pub fn enter_operation(&self, connection: &Connection, seq: i64) -> Result<()> {
        let mut last = connection.prepare_cached("SELECT coalesce(max(seq), 0) FROM journal")?;
        let made = Made::after(last.query_row([], |row| row.get(0))?);
        *self.lock() = Writing { mode: Mode::Operation(seq), made, ..Writing::default() };
        Ok(())
    }
}

/// Registers every function of the book on a connection.
pub(super) fn register(connection: &Connection, shared: &Shared) -> Result<()> {
    let innocuous = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_INNOCUOUS;
    let state = shared.clone();
    connection
        .create_scalar_function("keybook_operation", 0, innocuous, move |_| state.lock().operation())?;
    journal::register(connection, shared)?;
    let state = shared.clone();
    connection
        .create_scalar_function("keybook_place", 0, innocuous, move |_| Ok(state.lock().made.place()))?;
    let state = shared.clone();
    connection.create_scalar_function("keybook_stale", 2, innocuous, move |context| {
        let (table, id) = (context.get_raw(0).as_str().unwrap_or_default(), context.get_raw(1).as_i64());
        state.lock().stale(table, id.unwrap_or_default());
        Ok(0)
    })?;
    reading::register(connection)?;
    super::view::attention::register(connection)?;
    super::view::doubles::register(connection)?;
    super::view::evidence::register(connection)
}

/// A JSON object of columns and their values, written as it is read: a row is taken down whole for each that goes.
pub(super) fn json_object<'a>(columns: impl Iterator<Item = (&'a str, ValueRef<'a>)>) -> String {
    let mut text = vec![];
    // Texts, numbers and nothing always serialise, into memory that grows.
    let _ = serde_json::Serializer::new(&mut text)
        .collect_map(columns.map(|(name, value)| (name, AsJson(value))));
    String::from_utf8(text).unwrap_or_default()
}

struct AsJson<'a>(ValueRef<'a>);

impl Serialize for AsJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        match self.0.as_str() {
            Ok(text) => serializer.serialize_str(text),
            Err(_) => to_json(self.0).serialize(serializer),
        }
    }
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
