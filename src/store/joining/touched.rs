//! What one copy has changed that the other does not know, row by row and column by column, from its journal.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use rusqlite::Connection;
use rusqlite::types::Value;

use super::lineage::{Course, Op};
use super::shape::Shape;
use crate::store::error::Result;
use crate::store::undo::{from_json, object};

/// A row: its table's place among the tables, and its id.
pub(super) type Spot = (usize, i64);

/// What a copy has done to a row.
#[derive(Debug, Clone, Default)]
pub(super) struct Touch {
    /// It made the row.
    pub made: bool,
    /// It took the row out.
    pub gone: bool,
    /// What the columns that it changed had held before.
    pub before: BTreeMap<usize, Value>,
    /// When it changed each of them, milliseconds UTC.
    pub at: BTreeMap<usize, i64>,
    /// When it last did anything to the row.
    pub last: i64,
}

/// What a copy has changed.
#[derive(Debug, Default)]
pub(super) struct Touched {
    pub rows: BTreeMap<Spot, Touch>,
    /// Rows made, and rows taken out, that the other copy knew of when it joined this one.
    pub known_made: BTreeSet<Spot>,
    pub known_gone: BTreeSet<Spot>,
    /// Events that it has written, by table, in their order.
    pub events: BTreeMap<String, Vec<i64>>,
    /// Events that went when what they tell of was taken back.
    pub events_gone: BTreeMap<String, HashSet<i64>>,
}

/// One entry of the journal.
struct Entry {
    table: String,
    row: i64,
    action: String,
    changes: Option<String>,
}

/// Reads what a copy has changed that the other does not know.
pub(super) fn touched(own: &Connection, course: &Course, shapes: &[Shape]) -> Result<Touched> {
    let tables: HashMap<&str, usize> =
        shapes.iter().enumerate().map(|(place, shape)| (shape.name, place)).collect();
    let mut reading = Reading { shapes, tables, found: Touched::default() };
    for op in &course.taken_back {
        entries(own, op, |entry| {
            reading.take_back(op, &entry);
            Ok(())
        })?;
    }
    let known = course.known.iter().map(|op| (op, ["I", "D"]));
    for (op, [made, gone]) in known.chain(course.known_back.iter().map(|op| (op, ["D", "I"]))) {
        entries(own, op, |entry| {
            let Some(spot) = reading.spot(&entry) else { return Ok(()) };
            if entry.action == made {
                reading.found.known_made.insert(spot);
            } else if entry.action == gone {
                reading.found.known_gone.insert(spot);
            }
            Ok(())
        })?;
    }
    let mut all: Vec<(&Op, bool)> = course.own.iter().map(|op| (op, false)).collect();
    all.extend(course.echoes.iter().map(|op| (op, true)));
    all.sort_by_key(|(op, _)| op.seq);
    for (op, is_echo) in all {
        entries(own, op, |entry| {
            match is_echo {
                true => reading.forget(&entry),
                false => reading.take(op, &entry),
            }
            Ok(())
        })?;
    }
    Ok(reading.found)
}

fn entries(connection: &Connection, op: &Op, mut each: impl FnMut(Entry) -> Result<()>) -> Result<()> {
    let mut statement = connection.prepare_cached(
        "SELECT tbl, row_id, action, changes FROM journal WHERE operation = ?1 ORDER BY seq",
    )?;
    let mut rows = statement.query([op.seq])?;
    while let Some(row) = rows.next()? {
        each(Entry { table: row.get(0)?, row: row.get(1)?, action: row.get(2)?, changes: row.get(3)? })?;
    }
    Ok(())
}

struct Reading<'a> {
    shapes: &'a [Shape],
    tables: HashMap<&'a str, usize>,
    found: Touched,
}

impl Reading<'_> {
    fn spot(&self, entry: &Entry) -> Option<Spot> {
        Some((*self.tables.get(entry.table.as_str())?, entry.row))
    }

    /// The columns of an entry with their values before (0) or after (1).
    fn columns(&self, table: usize, entry: &Entry, side: usize) -> Vec<(usize, Value)> {
        let changes = object(entry.changes.as_deref());
        let column = |(name, pair): (&String, &serde_json::Value)| {
            Some((self.shapes[table].place(name)?, from_json(pair.get(side)?)))
        };
        changes.iter().filter_map(column).collect()
    }

    /// An operation of the copy's own.
    fn take(&mut self, op: &Op, entry: &Entry) {
        let Some(spot) = self.spot(entry) else {
            if entry.action == "I" {
                self.found.events.entry(entry.table.clone()).or_default().push(entry.row);
            }
            return;
        };
        let columns = if entry.action == "U" { self.columns(spot.0, entry, 0) } else { vec![] };
        let touch = self.found.rows.entry(spot).or_default();
        touch.last = op.at;
        match entry.action.as_str() {
            "I" => (touch.made, touch.gone) = (true, false),
            "D" => touch.gone = true,
            _ => {
                for (column, before) in columns {
                    touch.before.entry(column).or_insert(before);
                    touch.at.insert(column, op.at);
                }
            }
        }
    }

    /// An operation that was taken back: what it had done is changed the other way round.
    fn take_back(&mut self, op: &Op, entry: &Entry) {
        let Some(spot) = self.spot(entry) else {
            if entry.action == "I" {
                self.found.events_gone.entry(entry.table.clone()).or_default().insert(entry.row);
            }
            return;
        };
        let columns = if entry.action == "U" { self.columns(spot.0, entry, 1) } else { vec![] };
        let touch = self.found.rows.entry(spot).or_default();
        touch.last = op.at;
        match entry.action.as_str() {
            "I" => (touch.made, touch.gone) = (false, true),
            "D" => (touch.made, touch.gone) = (true, false),
            _ => {
                for (column, before) in columns {
                    touch.before.entry(column).or_insert(before);
                    touch.at.insert(column, op.at);
                }
            }
        }
    }

    /// What came from the other copy: from there on the copy's own changes count anew.
    fn forget(&mut self, entry: &Entry) {
        let Some(spot) = self.spot(entry) else { return };
        match entry.action.as_str() {
            "U" => {
                let columns = self.columns(spot.0, entry, 1);
                if let Some(touch) = self.found.rows.get_mut(&spot) {
                    for (column, _) in columns {
                        touch.before.remove(&column);
                        touch.at.remove(&column);
                    }
                }
            }
            _ => drop(self.found.rows.remove(&spot)),
        }
    }
}
