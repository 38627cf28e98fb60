//! Saving what can still be read of a damaged book into a new file.

use std::collections::BTreeSet;
use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params_from_iter};

use super::repair::recount;
use super::untouched;
use crate::store::book::Book;
use crate::store::cipher::{BookFile, write_beside};
use crate::store::clock::Clock;
use crate::store::error::{Error, Result};
use crate::store::{journal, migrate, search};

/// Tables that are not journalled and saved all the same: how far short codes have been given.
const BESIDE: &[&str] = &["counter"];

/// What was saved of a damaged book.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Saved {
    /// Rows saved, by table.
    pub rows: Vec<(String, u64)>,
    /// Rows that are known to have been there and could not be read, or could not stand without others.
    pub lost: u64,
    /// Tables of which not all could be read.
    pub broken: Vec<String>,
}

/// Saves what can be read of a book into a new one at `to`: its records, without the history.
/// The damaged file is not written to.
///
/// # Errors
/// [`Error::Damaged`] where nothing can be read; [`Error::Newer`], [`Error::AlreadyThere`], and what kept the
/// new file from being written.
pub fn salvage(file: &BookFile, to: &Path, clock: Clock) -> Result<Saved> {
    if to.exists() {
        return Err(Error::AlreadyThere(to.to_owned()));
    }
    let damaged = untouched(file)?;
    migrate::known_version(&damaged)?;
    // Its list of tables must be readable at least.
    damaged.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0))?;
    // It is encrypted as the damaged one is.
    write_beside(to, file.key())?;
    let mut book = Book::open(file.with_path(to), clock)?;
    book.connection.pragma_update(None, "foreign_keys", false)?;
    let saved = book.found(|writer| {
        let mut saved = Saved::default();
        for table in journal::journalled_tables(writer.connection)? {
            save(&damaged, writer.connection, &table, &mut saved)?;
        }
        for table in BESIDE {
            let _ = beside(&damaged, writer.connection, table);
        }
        saved.lost += let_go_of_orphans(writer.connection)?;
        recount(writer.connection)?;
        search::fill_anew(writer.connection)?;
        Ok::<_, Error>(saved)
    })?;
    book.connection.pragma_update(None, "foreign_keys", true)?;
    Ok(saved)
}

/// Saves the rows of a table: all in order as far as they can be read, from the front and from the back, and
/// what lies between by the numbers that its indexes know.
fn save(from: &Connection, into: &Connection, table: &str, saved: &mut Saved) -> Result<()> {
    let ours = journal::columns(into, table)?;
    let theirs = journal::columns(from, table).unwrap_or_default();
    let columns: Vec<String> = ours.into_iter().filter(|column| theirs.contains(column)).collect();
    if columns.is_empty() {
        return Ok(());
    }
    let mut taker = Taker {
        into,
        table,
        columns: columns.join(", "),
        count: columns.len(),
        taken: BTreeSet::new(),
        refused: 0,
    };
    let whole = taker.all(from, "ASC") || {
        taker.all(from, "DESC");
        taker.by_indexes(from)?;
        false
    };
    if !whole {
        saved.broken.push(table.to_owned());
    }
    saved.lost += taker.refused;
    if !taker.taken.is_empty() {
        saved.rows.push((table.to_owned(), taker.taken.len() as u64));
    }
    Ok(())
}

struct Taker<'a> {
    into: &'a Connection,
    table: &'a str,
    columns: String,
    count: usize,
    taken: BTreeSet<i64>,
    refused: u64,
}

impl Taker<'_> {
    /// Takes the rows in order until one cannot be read; tells whether there was none such.
    fn all(&mut self, from: &Connection, order: &str) -> bool {
        let sql = format!("SELECT id, {} FROM {} NOT INDEXED ORDER BY id {order}", self.columns, self.table);
        let mut read = || -> rusqlite::Result<()> {
            let mut statement = from.prepare(&sql)?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let id: i64 = row.get(0)?;
                if self.taken.contains(&id) {
                    break;
                }
                let values: Vec<Value> =
                    (1..=self.count).map(|place| row.get(place)).collect::<rusqlite::Result<_>>()?;
                self.put(id, values);
            }
            Ok(())
        };
        read().is_ok()
    }

    /// Takes each row that an index knows of and that can be read by its number.
    fn by_indexes(&mut self, from: &Connection) -> Result<()> {
        let mut known = BTreeSet::new();
        let indexes = "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = ?1 AND sql NOT LIKE '%WHERE%'";
        let mut names = from.prepare(indexes)?;
        let names: Vec<String> = names.query_map([self.table], |row| row.get(0))?.flatten().collect();
        for name in names {
            let sql = format!("SELECT id FROM {} INDEXED BY {name}", self.table);
            let Ok(mut statement) = from.prepare(&sql) else { continue };
            let Ok(ids) = statement.query_map([], |row| row.get::<_, i64>(0)) else { continue };
            // What comes after a fault of the index is lost to it.
            known.extend(ids.map_while(std::result::Result::ok));
        }
        let sql = format!("SELECT {} FROM {} NOT INDEXED WHERE id = ?1", self.columns, self.table);
        for id in known {
            if self.taken.contains(&id) {
                continue;
            }
            let read = from.prepare_cached(&sql).and_then(|mut statement| {
                statement.query_row([id], |row| (0..self.count).map(|place| row.get(place)).collect())
            });
            match read.optional() {
                Ok(Some(values)) => self.put(id, values),
                Ok(None) | Err(_) => self.refused += 1,
            }
        }
        Ok(())
    }

    /// Puts a row into the new book; one that its rules refuse is no row of a book.
    fn put(&mut self, id: i64, values: Vec<Value>) {
        let places: Vec<String> = (1..=self.count).map(|place| format!("?{place}")).collect();
        let sql = format!("INSERT INTO {} ({}) VALUES ({})", self.table, self.columns, places.join(", "));
        let put =
            self.into.prepare_cached(&sql).and_then(|mut insert| insert.execute(params_from_iter(values)));
        match put {
            Ok(_) => drop(self.taken.insert(id)),
            Err(_) => self.refused += 1,
        }
    }
}

/// Saves a small table that has no ids.
fn beside(from: &Connection, into: &Connection, table: &str) -> rusqlite::Result<()> {
    let mut statement = from.prepare(&format!("SELECT kind, last FROM {table}"))?;
    let mut rows = statement.query([])?;
    let sql = format!(
        "INSERT INTO {table} (kind, last) VALUES (?1, ?2) ON CONFLICT (kind) DO UPDATE SET last = max(last, excluded.last)"
    );
    while let Some(row) = rows.next()? {
        into.execute(&sql, (row.get::<_, String>(0)?, row.get::<_, i64>(1)?))?;
    }
    Ok(())
}

/// Takes out the references to rows that are lost: emptied where a row can stand without, else the row goes
/// too. Tells how many rows went.
fn let_go_of_orphans(connection: &Connection) -> Result<u64> {
    let mut gone = 0;
    loop {
        let sql = "SELECT c.\"table\", c.rowid, k.\"from\",
              (SELECT \"notnull\" FROM pragma_table_info(c.\"table\") WHERE name = k.\"from\")
            FROM pragma_foreign_key_check c JOIN pragma_foreign_key_list(c.\"table\") k ON k.id = c.fkid";
        let mut statement = connection.prepare(sql)?;
        let dangling: Vec<(String, i64, String, bool)> = statement
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?
            .collect::<rusqlite::Result<_>>()?;
        if dangling.is_empty() {
            return Ok(gone);
        }
        for (table, row, column, is_needed) in dangling {
            let emptied = !is_needed
                && connection
                    .execute(&format!("UPDATE {table} SET {column} = NULL WHERE id = ?1"), [row])
                    .is_ok();
            if !emptied {
                gone += connection.execute(&format!("DELETE FROM {table} WHERE id = ?1"), [row])? as u64;
            }
        }
    }
}
