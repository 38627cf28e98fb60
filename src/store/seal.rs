//! A sum over the rows of each table, kept beside them with every change: a row that changed behind the program's
//! back, by a fault of the disk say, no longer agrees with it.
//!
//! The sum of a table is that of the CRC-32 of its rows, so that it follows each change without looking at the
//! other rows, and the order of rows is nothing to it.

use std::fmt::Write;

use rusqlite::functions::{Context, FunctionFlags};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, Result};

use super::journal::{columns, journalled_tables};

/// The rows of a table: how many, and their sum.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Seal {
    rows: i64,
    sum: i64,
}

/// Registers `keybook_seal(value, …)`, the CRC-32 of a row.
pub(super) fn register(connection: &Connection) -> Result<()> {
    let pure =
        FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_INNOCUOUS | FunctionFlags::SQLITE_DETERMINISTIC;
    connection.create_scalar_function("keybook_seal", -1, pure, |context| Ok(of_values(context)))
}

fn of_values(context: &Context<'_>) -> i64 {
    of_row((0..context.len()).map(|at| context.get_raw(at)))
}

/// The CRC-32 of a row. Each value says its kind and its length, so that none runs into the next.
fn of_row<'a>(values: impl Iterator<Item = ValueRef<'a>>) -> i64 {
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

/// Makes the triggers anew that keep the sums, and reckons these; run after each migration.
pub(super) fn generate(connection: &Connection) -> Result<()> {
    connection.execute("DELETE FROM seal", [])?;
    for (table, id) in journalled_tables(connection)?.iter().zip(1_i64..) {
        let seal = reckon(connection, table)?;
        let sql = "INSERT INTO seal (id, tbl, rows, sum) VALUES (?1, ?2, ?3, ?4)";
        connection.execute(sql, (id, table, seal.rows, seal.sum))?;
        connection.execute_batch(&triggers(table, id, &columns(connection, table)?))?;
    }
    Ok(())
}

fn triggers(table: &str, id: i64, columns: &[String]) -> String {
    let row = |of: &str| {
        let values: Vec<String> = columns.iter().map(|column| format!("{of}.{column}")).collect();
        format!("keybook_seal({})", values.join(", "))
    };
    let (old, new) = (row("OLD"), row("NEW"));
    let mut sql = String::new();
    for (event, rows, sum) in [
        ("INSERT", "rows + 1", format!("sum + {new}")),
        ("UPDATE", "rows", format!("sum - {old} + {new}")),
        ("DELETE", "rows - 1", format!("sum - {old}")),
    ] {
        let name = format!("seal_{table}_{}", event.to_lowercase());
        // Writing to a String cannot fail.
        let _ = write!(
            sql,
            "DROP TRIGGER IF EXISTS {name};
             CREATE TRIGGER {name} AFTER {event} ON {table} BEGIN
               UPDATE seal SET rows = {rows}, sum = {sum} WHERE id = {id};
             END;"
        );
    }
    sql
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
