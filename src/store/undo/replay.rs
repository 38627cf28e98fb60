//! One operation's journal, played back or forth.

use rusqlite::types::Value as Sql;
use rusqlite::{Connection, params, params_from_iter};
use serde_json::{Map, Value};

use super::later::Later;
use super::{Conflict, from_json, object};
use crate::store::error::{Error, Result};
use crate::store::journal;
use crate::store::outcome::Changes;

/// How many journal entries are held in memory at a time.
const BATCH: usize = 1_000;

/// Undo goes back, redo forth.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Back,
    Forth,
}

/// One entry of the journal.
pub(super) struct Step {
    seq: i64,
    pub(super) table: String,
    pub(super) row: i64,
    action: String,
    pub(super) changes: Option<String>,
}

/// One operation's journal, played back or forth.
pub(super) struct Replay<'a> {
    pub(super) connection: &'a Connection,
    pub(super) way: Way,
    /// Whether no later operation holds; then nothing of a later one needs a patch.
    pub(super) alone: bool,
    /// The later ones, to say which is in the way.
    pub(super) later: Option<&'a Later<'a>>,
}

impl Replay<'_> {
    pub(super) fn run(&self, operation: i64) -> std::result::Result<Changes, Conflict> {
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
                self.step(&step).map_err(|error| self.explain(error, &step))?;
                *changes.tables.entry(step.table).or_default() += 1;
            }
        }
    }

    fn batch(&self, operation: i64, from: i64) -> std::result::Result<Vec<Step>, Conflict> {
        let (sign, order) = match self.way {
            Way::Back => ("<", "DESC"),
            Way::Forth => (">", "ASC"),
        };
        let mut statement = self.connection.prepare_cached(&format!(
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
            let expected = journal::checksum(&step.table, step.row, &step.action, step.changes.as_deref());
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
                self.put_in(&step.table, &object(step.changes.as_deref()))?;
                self.patch_later_events(step)
            }
            ("D", Way::Back) => self.put_in(&step.table, &object(step.changes.as_deref())),
            ("D", Way::Forth) => self.delete(step),
            _ => self.change(step),
        }
    }

    /// What a rule of the tables refused: a later operation's row has taken the place.
    fn explain(&self, error: Error, step: &Step) -> Conflict {
        match (error, self.later) {
            (Error::Constraint(what), Some(later)) => {
                later.place_taken(step, what).unwrap_or_else(Conflict::from)
            }
            (other, _) => Conflict::Store(other),
        }
    }

    /// Takes a row away that the operation had made, writing its values down for redo.
    fn take_away(&self, step: &Step) -> Result<()> {
        let values = journal::whole_row(self.connection, &step.table, step.row)?;
        let sum = journal::checksum(&step.table, step.row, &step.action, Some(&values));
        let mut keep = self
            .connection
            .prepare_cached("UPDATE journal SET changes = ?1, checksum = ?2 WHERE seq = ?3")?;
        keep.execute(params![values, sum, step.seq])?;
        self.patch_later_events(&Step { changes: Some(values), ..step.clone_key() })?;
        self.delete(step)
    }

    fn delete(&self, step: &Step) -> Result<()> {
        let sql = format!("DELETE FROM {} WHERE id = ?1", step.table);
        self.connection.prepare_cached(&sql)?.execute([step.row])?;
        Ok(())
    }

    fn put_in(&self, table: &str, row: &Map<String, Value>) -> Result<()> {
        let names: Vec<&str> = row.keys().map(String::as_str).collect();
        let places: Vec<String> = (1..=row.len()).map(|n| format!("?{n}")).collect();
        let sql = format!("INSERT INTO {table} ({}) VALUES ({})", names.join(", "), places.join(", "));
        let mut statement = self.connection.prepare_cached(&sql)?;
        statement.execute(params_from_iter(row.values().map(from_json)))?;
        Ok(())
    }

    fn change(&self, step: &Step) -> Result<()> {
        let changes = object(step.changes.as_deref());
        let (from, to) = match self.way {
            Way::Back => (1, 0),
            Way::Forth => (0, 1),
        };
        let mut pairs = vec![];
        let mut values = vec![Sql::Integer(step.row)];
        for (name, pair) in &changes {
            let side = |side: usize| from_json(pair.get(side).unwrap_or(&Value::Null));
            values.push(side(to));
            let place = values.len();
            // The row may have been changed since: then that is when it was last changed.
            if !self.alone && name == "updated_at" {
                values.push(side(from));
                pairs.push(format!("{name} = CASE {name} WHEN ?{} THEN ?{place} ELSE {name} END", place + 1));
            } else {
                pairs.push(format!("{name} = ?{place}"));
            }
        }
        let sql = format!("UPDATE {} SET {} WHERE id = ?1", step.table, pairs.join(", "));
        let mut statement = self.connection.prepare_cached(&sql)?;
        statement.execute(params_from_iter(values))?;
        Ok(())
    }

    /// An older operation's event goes (or comes back) from under later ones: what it had changed is
    /// changed back in the later events of the same deal or order, none of which touched the same values.
    fn patch_later_events(&self, step: &Step) -> Result<()> {
        let table = step.table.as_str();
        let of = match table {
            "deal_event" => "deal_id",
            "order_event" => "order_id",
            _ => return Ok(()),
        };
        if self.alone {
            return Ok(());
        }
        let event = object(step.changes.as_deref());
        let record = from_json(event.get(of).unwrap_or(&Value::Null));
        for (column, new) in &event {
            let Some(old) = event.get(&format!("old_{column}")) else { continue };
            if old == new {
                continue;
            }
            let value = from_json(if self.way == Way::Back { old } else { new });
            let sql =
                format!("UPDATE {table} SET old_{column} = ?1, {column} = ?1 WHERE {of} = ?2 AND id > ?3");
            self.connection.prepare_cached(&sql)?.execute(params![value, record, step.row])?;
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
