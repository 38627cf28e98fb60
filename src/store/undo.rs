//! Undo and redo: operations are taken back and done again by their journal.

use rusqlite::{Connection, OptionalExtension, Transaction, params};
use serde_json::{Map, Value};

use super::book::{Book, Changes, Closing, Outcome, commit, immediate};
use super::error::{Error, Result};
use super::functions::{Mode, checksum};
use super::history::{Operation, State, find};
use super::{journal, migrate};
use crate::domain::id::Id;

/// How many journal entries are held in memory at a time.
const BATCH: usize = 1_000;

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

#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Back,
    Forth,
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
        let transaction = immediate(&mut self.connection)?;
        let mut operation = choose(&transaction)?;
        if operation.schema != migrate::VERSION {
            return Err(Conflict::BeforeMigration(Box::new(operation)));
        }
        let newest = newer(&transaction, operation.seq)?.is_none();
        if way == Way::Back && !newest {
            refuse_conflicts(&transaction, self.session, &operation)?;
        }
        transaction.pragma_update(None, "defer_foreign_keys", true)?;
        let _closing = Closing(&self.shared);
        self.shared.enter(Mode::Replaying);
        let changes = Replay { transaction: &transaction, way, alone: newest }.run(operation.seq)?;
        match way {
            Way::Back => {
                if !newest {
                    refuse_orphans(&transaction, operation.seq)?;
                }
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
        match commit(transaction) {
            Ok(()) => {}
            Err(Error::Constraint(_)) => return Err(Conflict::Later(Box::new(operation))),
            Err(other) => return Err(Conflict::Store(other)),
        }
        let (id, label) = (operation.id, operation.label.clone());
        Ok(Outcome { value: operation, operation: Some(id), label, changes })
    }
}

/// The sequence number of an operation that holds and is newer.
fn newer(connection: &Connection, seq: i64) -> Result<Option<i64>> {
    let sql = "SELECT seq FROM operation WHERE state = 'done' AND seq > ?1 LIMIT 1";
    Ok(connection.query_row(sql, [seq], |row| row.get(0)).optional()?)
}

/// Refuses to undo an operation where a later one changed the same columns of the same row, or made or
/// removed it.
fn refuse_conflicts(
    connection: &Connection,
    session: i64,
    operation: &Operation,
) -> std::result::Result<(), Conflict> {
    let mut statement = connection.prepare(
        "SELECT mine.action, mine.changes, theirs.action, theirs.changes, theirs.operation
         FROM journal mine JOIN journal theirs
           ON theirs.row_id = mine.row_id AND theirs.tbl = mine.tbl AND theirs.operation > mine.operation
         JOIN operation o ON o.seq = theirs.operation AND o.state = 'done'
         WHERE mine.operation = ?1 ORDER BY theirs.operation",
    )?;
    let mut rows = statement.query([operation.seq])?;
    while let Some(row) = rows.next()? {
        let (mine, theirs): (String, String) = (row.get(0)?, row.get(2)?);
        let clash = mine != "U" || theirs != "U" || {
            let (mine, theirs) = (object(row.get::<_, Option<String>>(1)?), object(row.get(3)?));
            mine.keys().any(|column| column != "updated_at" && theirs.contains_key(column))
        };
        if clash {
            let later: i64 = row.get(4)?;
            return match find(connection, session, "seq = ?1", &[&later])? {
                Some(later) => Err(Conflict::Later(Box::new(later))),
                None => Err(Conflict::Damaged),
            };
        }
    }
    Ok(())
}

/// Refuses where a record that goes away still has tags, values, links or sources of a later operation;
/// these hang on records of any kind, so no foreign key holds them.
fn refuse_orphans(connection: &Connection, seq: i64) -> std::result::Result<(), Conflict> {
    for table in ["tagging", "custom_value", "link", "source"] {
        let sql = format!(
            "SELECT 1 FROM journal JOIN {table} ON record_id = row_id
             WHERE operation = ?1 AND action = 'I' LIMIT 1"
        );
        if connection.query_row(&sql, [seq], |_| Ok(())).optional()?.is_some() {
            return Err(Conflict::Store(Error::Constraint(table.to_owned())));
        }
    }
    Ok(())
}

fn object(text: Option<String>) -> Map<String, Value> {
    match text.map(|text| serde_json::from_str(&text)) {
        Some(Ok(Value::Object(map))) => map,
        _ => Map::new(),
    }
}

struct Step {
    seq: i64,
    table: String,
    row: i64,
    action: String,
    changes: Option<String>,
}

/// One operation's journal, played back or forth.
struct Replay<'a> {
    transaction: &'a Transaction<'a>,
    way: Way,
    /// Whether no later operation holds; then later events need no patch.
    alone: bool,
}

impl Replay<'_> {
    fn run(&self, operation: i64) -> std::result::Result<Changes, Conflict> {
        let mut changes = Changes::default();
        let mut from = match self.way {
            Way::Back => i64::MAX,
            Way::Forth => 0,
        };
        loop {
            let batch = self.batch(operation, from)?;
            let Some(last) = batch.last() else { return Ok(changes) };
            from = last.seq;
            for step in batch {
                self.step(&step)?;
                *changes.tables.entry(step.table).or_default() += 1;
            }
        }
    }

    fn batch(&self, operation: i64, from: i64) -> std::result::Result<Vec<Step>, Conflict> {
        let (sign, order) = match self.way {
            Way::Back => ("<", "DESC"),
            Way::Forth => (">", "ASC"),
        };
        let mut statement = self.transaction.prepare_cached(&format!(
            "SELECT seq, tbl, row_id, action, changes, checksum FROM journal
             WHERE operation = ?1 AND seq {sign} ?2 ORDER BY seq {order} LIMIT {BATCH}"
        ))?;
        let mut rows = statement.query([operation, from])?;
        let mut steps = vec![];
        while let Some(row) = rows.next()? {
            let step = Step {
                seq: row.get(0)?,
                table: row.get(1)?,
                row: row.get(2)?,
                action: row.get(3)?,
                changes: row.get(4)?,
            };
            let expected = checksum(&step.table, step.row, &step.action, step.changes.as_deref());
            if expected != row.get::<_, i64>(5)? {
                return Err(Conflict::Damaged);
            }
            steps.push(step);
        }
        Ok(steps)
    }

    fn step(&self, step: &Step) -> Result<()> {
        match (step.action.as_str(), self.way) {
            ("I", Way::Back) => self.take_away(step),
            ("I", Way::Forth) => {
                self.put_in(&step.table, &object(step.changes.clone()))?;
                self.patch_later_events(step)
            }
            ("D", Way::Back) => self.put_in(&step.table, &object(step.changes.clone())),
            ("D", Way::Forth) => self.delete(step),
            _ => self.change(step),
        }
    }

    /// Takes a row away that the operation had made, writing its values down for redo.
    fn take_away(&self, step: &Step) -> Result<()> {
        let columns = journal::columns(self.transaction, &step.table)?;
        let row = journal::row_expression(&columns, "");
        let sql = format!("SELECT {row} FROM {} WHERE id = ?1", step.table);
        let values: String =
            self.transaction.prepare_cached(&sql)?.query_row([step.row], |row| row.get(0))?;
        let sum = checksum(&step.table, step.row, &step.action, Some(&values));
        let mut keep = self
            .transaction
            .prepare_cached("UPDATE journal SET changes = ?1, checksum = ?2 WHERE seq = ?3")?;
        keep.execute(params![values, sum, step.seq])?;
        self.patch_later_events(&Step { changes: Some(values), ..step.clone_key() })?;
        self.delete(step)
    }

    fn delete(&self, step: &Step) -> Result<()> {
        let sql = format!("DELETE FROM {} WHERE id = ?1", step.table);
        self.transaction.prepare_cached(&sql)?.execute([step.row])?;
        Ok(())
    }

    fn put_in(&self, table: &str, row: &Map<String, Value>) -> Result<()> {
        let names: Vec<&str> = row.keys().map(String::as_str).collect();
        let places: Vec<String> = (1..=row.len()).map(|n| format!("?{n}")).collect();
        let sql = format!("INSERT INTO {table} ({}) VALUES ({})", names.join(", "), places.join(", "));
        let mut statement = self.transaction.prepare_cached(&sql)?;
        statement.execute(rusqlite::params_from_iter(row.values().map(from_json)))?;
        Ok(())
    }

    fn change(&self, step: &Step) -> Result<()> {
        let changes = object(step.changes.clone());
        let side = usize::from(self.way == Way::Forth);
        let names: Vec<String> = changes.keys().zip(2..).map(|(name, n)| format!("{name} = ?{n}")).collect();
        let sql = format!("UPDATE {} SET {} WHERE id = ?1", step.table, names.join(", "));
        let id = rusqlite::types::Value::Integer(step.row);
        let values = changes.values().map(|pair| from_json(pair.get(side).unwrap_or(&Value::Null)));
        let mut statement = self.transaction.prepare_cached(&sql)?;
        statement.execute(rusqlite::params_from_iter(std::iter::once(id).chain(values)))?;
        Ok(())
    }

    /// An older operation's event goes (or comes back) from under later ones: what it had changed is
    /// changed back in the later events of the same deal, none of which touched the same values.
    fn patch_later_events(&self, step: &Step) -> Result<()> {
        if self.alone || step.table != "deal_event" {
            return Ok(());
        }
        let event = object(step.changes.clone());
        let deal = from_json(event.get("deal_id").unwrap_or(&Value::Null));
        for (column, new) in &event {
            let Some(old) = event.get(&format!("old_{column}")) else { continue };
            if old == new {
                continue;
            }
            let value = from_json(if self.way == Way::Back { old } else { new });
            let sql = format!(
                "UPDATE deal_event SET old_{column} = ?1, {column} = ?1 WHERE deal_id = ?2 AND id > ?3"
            );
            self.transaction.prepare_cached(&sql)?.execute(params![value, deal, step.row])?;
        }
        Ok(())
    }
}

impl Step {
    /// The same entry without its values.
    fn clone_key(&self) -> Step {
        Step {
            seq: self.seq,
            table: self.table.clone(),
            row: self.row,
            action: self.action.clone(),
            changes: None,
        }
    }
}

/// A value of the journal as it lies in a column.
fn from_json(value: &Value) -> rusqlite::types::Value {
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
