//! A sum over the rows of each table, kept beside them with every change: a row that changed behind the program's
//! back, by a fault of the disk say, no longer agrees with it.
//!
//! The sum of a table is that of the CRC-32 of its rows, so that it follows each change without looking at the
//! other rows, and the order of rows is nothing to it.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, Result};

use super::book::Book;
use super::functions::Shared;
use super::journal::{columns, journalled_tables};

/// So many touched rows are kept in mind; more are reckoned in between, where that can be.
const MANY: usize = 10_000;

/// The rows of a table: how many, and their sum.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Seal {
    rows: i64,
    sum: i64,
}

/// A row that an operation touched.
#[derive(Debug)]
pub(super) struct Touched {
    /// Its CRC-32 before the operation; none where it was not there then.
    before: Option<i64>,
    /// Whether the operation took it out at some moment.
    was_deleted: bool,
}

/// The rows that an operation touched, by table. What became of them is read at the end, so that nothing which is taken
/// back meanwhile, be it a statement or a whole part of the operation, is ever counted.
#[derive(Debug, Default)]
pub(super) struct Unsealed {
    tables: BTreeMap<String, BTreeMap<i64, Touched>>,
    rows: usize,
}

impl Unsealed {
    /// Notes that a row changes, or goes; `before` reckons what it was, and is asked only the first time.
    pub fn touch(&mut self, table: &str, row: i64, goes: bool, before: impl FnOnce() -> Option<i64>) {
        let rows = match self.tables.get_mut(table) {
            Some(rows) => rows,
            None => self.tables.entry(table.to_owned()).or_default(),
        };
        match rows.entry(row) {
            Entry::Occupied(mut known) => known.get_mut().was_deleted |= goes,
            Entry::Vacant(place) => {
                place.insert(Touched { before: before(), was_deleted: goes });
                self.rows += 1;
            }
        }
    }

    /// The rows of a table that were made.
    pub fn made(&self, table: &str) -> Vec<i64> {
        let touched = self.tables.get(table).into_iter().flatten();
        touched.filter(|(_, touched)| touched.before.is_none()).map(|(row, _)| *row).collect()
    }

    /// Whether more was touched than should be kept in mind.
    pub fn is_large(&self) -> bool {
        self.rows > MANY
    }
}

/// The CRC-32 of a row. Each value says its kind and its length, so that none runs into the next.
pub(super) fn of_row<'a>(values: impl Iterator<Item = ValueRef<'a>>) -> i64 {
    let mut hasher = crc32fast::Hasher::new();
    for value in values {
        match value {
            ValueRef::Null => hasher.update(b"n"),
            ValueRef::Integer(number) => {
                hasher.update(b"i");
                hasher.update(&number.to_le_bytes());
            }
            ValueRef::Real(number) => {
                hasher.update(b"r");
                hasher.update(&number.to_le_bytes());
            }
            ValueRef::Text(bytes) | ValueRef::Blob(bytes) => {
                hasher.update(b"t");
                hasher.update(&bytes.len().to_le_bytes());
                hasher.update(bytes);
            }
        }
    }
    i64::from(hasher.finalize())
}

/// Reckons the sums over all rows; run after each migration.
pub(super) fn generate(connection: &Connection) -> Result<()> {
    connection.execute("DELETE FROM seal", [])?;
    for (table, id) in journalled_tables(connection)?.iter().zip(1_i64..) {
        let seal = reckon(connection, table)?;
        let sql = "INSERT INTO seal (id, tbl, rows, sum) VALUES (?1, ?2, ?3, ?4)";
        connection.execute(sql, (id, table, seal.rows, seal.sum))?;
    }
    Ok(())
}

/// Brings the sums in line with the rows that were touched since the operation began. Gives the rows that never came to
/// be: what made them was taken back.
pub(super) fn refresh(connection: &Connection, shared: &Shared) -> Result<BTreeSet<(String, i64)>> {
    let mut never = BTreeSet::new();
    let unsealed = std::mem::take(&mut shared.lock().unsealed);
    for (table, rows) in unsealed.tables {
        let mut read = connection.prepare_cached(&format!("SELECT * FROM {table} WHERE id = ?1"))?;
        let count = read.column_count();
        let mut grown = Seal::default();
        for (row, Touched { before, was_deleted }) in rows {
            let now = read
                .query_row([row], |row| Ok(of_row((0..count).map(|at| row.get_ref_unwrap(at)))))
                .optional()?;
            grown.rows += i64::from(now.is_some()) - i64::from(before.is_some());
            grown.sum += now.unwrap_or(0) - before.unwrap_or(0);
            if now.is_none() && before.is_none() && !was_deleted {
                never.insert((table.clone(), row));
            }
        }
        if grown != Seal::default() {
            connection
                .prepare_cached("UPDATE seal SET rows = rows + ?2, sum = sum + ?3 WHERE tbl = ?1")?
                .execute((&table, grown.rows, grown.sum))?;
        }
    }
    Ok(never)
}

impl Book {
    /// How many rows a table has, without looking at them; none while that is not reckoned: within an operation
    /// of several calls, or where a past day is shown.
    pub(super) fn rows_of(&self, table: &str) -> super::Result<Option<u64>> {
        if self.founding || self.looks_back || self.together.is_some() {
            return Ok(None);
        }
        let mut read = self.connection.prepare_cached("SELECT rows FROM seal WHERE tbl = ?1")?;
        let rows: Option<i64> = read.query_row([table], |row| row.get(0)).optional()?;
        Ok(rows.map(i64::unsigned_abs))
    }
}

/// The tables whose rows do not agree with what is kept of them.
pub(super) fn broken(connection: &Connection) -> Result<Vec<String>> {
    let mut broken = vec![];
    let mut kept = connection.prepare("SELECT rows, sum FROM seal WHERE tbl = ?1")?;
    for table in journalled_tables(connection)? {
        let kept =
            kept.query_row([&table], |row| Ok(Seal { rows: row.get(0)?, sum: row.get(1)? })).optional()?;
        if kept != Some(reckon(connection, &table)?) {
            broken.push(table);
        }
    }
    Ok(broken)
}

/// Looks at every row of a table.
fn reckon(connection: &Connection, table: &str) -> Result<Seal> {
    let mut statement =
        connection.prepare(&format!("SELECT {} FROM {table}", columns(connection, table)?.join(", ")))?;
    let count = statement.column_count();
    let mut rows = statement.query([])?;
    let mut seal = Seal::default();
    while let Some(row) = rows.next()? {
        seal.rows += 1;
        // Fewer than 2^31 rows of 32 bits each stay below 2^63.
        seal.sum += of_row((0..count).map(|at| row.get_ref_unwrap(at)));
    }
    Ok(seal)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::deed::Deed;
    use crate::store::{Clock, Error, Label, Writer};

    fn label() -> Label {
        Label::new(Deed::ChangeSetting, "")
    }

    fn insert(writer: &Writer<'_>, key: &str) -> crate::store::Result<()> {
        let sql = "INSERT INTO setting (id, key, value) VALUES (?1, ?2, '1')";
        writer.connection.prepare_cached(sql)?.execute((writer.mint()?, key))?;
        Ok(())
    }

    fn change(writer: &Writer<'_>, key: &str, value: &str) -> crate::store::Result<()> {
        writer.connection.execute("UPDATE setting SET value = ?2 WHERE key = ?1", (key, value))?;
        Ok(())
    }

    #[test]
    fn what_is_taken_back_within_an_operation_does_not_count() {
        let mut book = Book::in_memory(Clock::fixed("2026-11-21".parse().unwrap())).unwrap();
        book.operate(|writer| insert(writer, "kept").map(|()| ((), label()))).unwrap();
        book.operate(|writer| {
            change(writer, "kept", "2")?;
            let given_up = writer.attempt(|| {
                insert(writer, "given up")?;
                change(writer, "kept", "3")?;
                writer.connection.execute("DELETE FROM setting WHERE key = 'kept'", [])?;
                Err::<(), Error>(Error::Locked)
            });
            assert!(matches!(given_up, Err(Error::Locked)));
            // The second row of a statement is refused: nothing of the first stays.
            let twice = "INSERT INTO setting (id, key, value) VALUES (1, 'new', '1'), (2, 'kept', '1')";
            assert!(writer.connection.execute(twice, []).is_err());
            insert(writer, "brief")?;
            writer.connection.execute("DELETE FROM setting WHERE key = 'brief'", [])?;
            Ok::<_, Error>(((), label()))
        })
        .unwrap();
        assert_eq!(broken(&book.connection).unwrap(), [""; 0]);
        book.undo(None).unwrap();
        assert_eq!(broken(&book.connection).unwrap(), [""; 0]);
        book.connection.execute("UPDATE seal SET sum = sum + 1 WHERE tbl = 'setting'", []).unwrap();
        assert_eq!(broken(&book.connection).unwrap(), ["setting"]);
    }

    #[test]
    fn more_rows_than_are_kept_in_mind_are_reckoned_in_between() {
        let mut book = Book::in_memory(Clock::fixed("2026-11-21".parse().unwrap())).unwrap();
        book.operate(|writer| {
            for number in 0..=MANY {
                writer.attempt(|| insert(writer, &format!("number {number}")))?;
            }
            let (reckoned, sum): (i64, i64) = writer.connection.query_row(
                "SELECT rows, sum FROM seal WHERE tbl = 'setting'",
                [],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )?;
            assert!(reckoned > 10_000 && sum != 0, "{reckoned}");
            change(writer, "number 0", "2")?;
            Ok::<_, Error>(((), label()))
        })
        .unwrap();
        assert_eq!(broken(&book.connection).unwrap(), [""; 0]);
    }
}
