//! Undo and redo: operations are taken back and done again by their journal.

mod later;
mod replay;

use rusqlite::{Connection, OptionalExtension};
use serde_json::{Map, Value};

use super::book::Book;
use super::error::{Error, Result};
use super::functions::Mode;
use super::history::{Operation, State, find};
use super::migrate;
use super::operate::{Closing, commit_fault, immediate};
use super::outcome::Outcome;
use super::pages;
use super::writer::settle;
use crate::domain::id::Id;
use later::Later;
use replay::{Replay, Way};

/// An operation of more rows than these is replayed with more of the book in memory.
const MANY: i64 = 1_000;

/// Why an operation could not be undone or redone.
#[derive(Debug)]
pub enum Conflict {
    /// There is nothing to undo, or to redo.
    Nothing,
    /// No operation has this id, or it is undone already.
    NoSuchOperation,
    /// A later operation changed the same values; it is to be undone first.
    Later(Box<Operation>),
    /// It was made before the book's last migration.
    BeforeMigration(Box<Operation>),
    /// The journal's entry does not agree with its checksum.
    Damaged,
    /// The store's own fault.
    Store(Error),
}

impl<E: Into<Error>> From<E> for Conflict {
    fn from(error: E) -> Self {
        Conflict::Store(error.into())
    }
}

impl Book {
    /// Takes back the newest operation that holds, or the one with an id.
    ///
    /// # Errors
    /// [`Conflict`]; nothing is changed then.
    pub fn undo(&mut self, operation: Option<Id>) -> std::result::Result<Outcome<Operation>, Conflict> {
        let session = self.session();
        self.replay(Way::Back, |connection| match operation {
            None => find(connection, session, "state = 'done' ORDER BY seq DESC LIMIT 1", &[])?
                .ok_or(Conflict::Nothing),
            Some(id) => find(connection, session, "id = ?1 AND state = 'done'", &[&id])?
                .ok_or(Conflict::NoSuchOperation),
        })
    }

    /// Does again what was undone last.
    ///
    /// # Errors
    /// [`Conflict`]; nothing is changed then.
    pub fn redo(&mut self) -> std::result::Result<Outcome<Operation>, Conflict> {
        let session = self.session();
        let newest = "state = 'undone' ORDER BY undone_seq DESC LIMIT 1";
        self.replay(Way::Forth, |connection| find(connection, session, newest, &[])?.ok_or(Conflict::Nothing))
    }

    fn replay(
        &mut self,
        way: Way,
        choose: impl FnOnce(&Connection) -> std::result::Result<Operation, Conflict>,
    ) -> std::result::Result<Outcome<Operation>, Conflict> {
        let replayed = self.replay_chosen(way, choose);
        pages::hold_usual(&self.connection);
        replayed
    }

    fn replay_chosen(
        &mut self,
        way: Way,
        choose: impl FnOnce(&Connection) -> std::result::Result<Operation, Conflict>,
    ) -> std::result::Result<Outcome<Operation>, Conflict> {
        self.ready_to_write()?;
        let transaction = immediate(&mut self.connection)?;
        let mut operation = choose(&transaction)?;
        if operation.schema < migrate::SAME_TABLES_SINCE {
            return Err(Conflict::BeforeMigration(Box::new(operation)));
        }
        if operation.changes > MANY {
            pages::hold_many(&transaction);
        }
        let newest = newer(&transaction, operation.seq)?.is_none();
        let later =
            (way == Way::Back && !newest).then(|| Later::new(&transaction, self.session, operation.seq));
        if let Some(later) = &later {
            later.refuse_same_values()?;
        }
        transaction.pragma_update(None, "defer_foreign_keys", true)?;
        let _closing = Closing(&self.shared);
        self.shared.enter(Mode::Replaying);
        let replay = Replay { connection: &transaction, way, alone: newest, later: later.as_ref() };
        let changes = replay.run(operation.seq)?;
        if let Some(later) = &later {
            later.refuse_orphans()?;
            later.refuse_loops()?;
        }
        match way {
            Way::Back => {
                transaction.execute(
                    "UPDATE operation SET state = 'undone',
                     undone_seq = (SELECT coalesce(max(undone_seq), 0) + 1 FROM operation) WHERE seq = ?1",
                    [operation.seq],
                )?;
                operation.state = State::Undone;
            }
            Way::Forth => {
                transaction.execute(
                    "UPDATE operation SET state = 'done', undone_seq = NULL WHERE seq = ?1",
                    [operation.seq],
                )?;
                operation.state = State::Done;
            }
        }
        settle(&transaction, &self.shared)?;
        // Where the commit is refused, the transaction is still open, and shows what refers to what is gone.
        if let Err(error) = transaction.execute_batch("COMMIT") {
            return Err(match (commit_fault(error), &later) {
                (Error::Constraint(what), Some(later)) => later.dangling(what)?,
                (other, _) => Conflict::Store(other),
            });
        }
        drop(transaction);
        let (id, label) = (operation.id, operation.label.clone());
        Ok(Outcome { value: operation, operation: Some(id), label, changes })
    }
}

/// The sequence number of an operation that holds and is newer.
fn newer(connection: &Connection, seq: i64) -> Result<Option<i64>> {
    let sql = "SELECT seq FROM operation WHERE state = 'done' AND seq > ?1 LIMIT 1";
    Ok(connection.query_row(sql, [seq], |row| row.get(0)).optional()?)
}

/// A journal entry's values: a JSON object.
pub(super) fn object(text: Option<&str>) -> Map<String, Value> {
    match text.map(serde_json::from_str) {
        Some(Ok(Value::Object(map))) => map,
        _ => Map::new(),
    }
}

/// A value of the journal as it lies in a column.
pub(super) fn from_json(value: &Value) -> rusqlite::types::Value {
    use rusqlite::types::Value as Sql;
    match value {
        Value::Null => Sql::Null,
        Value::Bool(flag) => Sql::Integer(i64::from(*flag)),
        Value::Number(number) => {
            number.as_i64().map_or_else(|| Sql::Real(number.as_f64().unwrap_or_default()), Sql::Integer)
        }
        Value::String(text) => Sql::Text(text.clone()),
        Value::Object(map) => {
            Sql::Blob(map.get("hex").and_then(Value::as_str).map(unhex).unwrap_or_default())
        }
        Value::Array(_) => Sql::Null,
    }
}

fn unhex(digits: &str) -> Vec<u8> {
    (0..digits.len())
        .step_by(2)
        .filter_map(|at| digits.get(at..at + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok()))
        .collect()
}
