//! The journal's triggers: every change of a user table is recorded as data, so that it can be undone.
//!
//! An insert is recorded without values, since undoing a creation needs none; undo itself writes down
//! what it takes away, so that redo can bring it back. An update records the changed columns, old and
//! new; a delete records the row.

use std::fmt::Write;

use rusqlite::{Connection, Result};

/// Tables that are not undone: the journal's own, what is derived, the counters of short codes, and text
/// that is still being typed.
const NOT_JOURNALLED: &[&str] = &["operation", "journal", "counter", "draft", "last_contact", "seal"];

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

/// The SQL expression that makes the JSON of a whole row; `prefix` is `OLD.`, or nothing.
pub(super) fn row_expression(columns: &[String], prefix: &str) -> String {
    let pairs: Vec<String> = columns.iter().map(|column| format!("'{column}', {prefix}{column}")).collect();
    format!("keybook_row({})", pairs.join(", "))
}

/// Makes the journal's triggers anew for every user table; run after each migration.
pub(super) fn generate_triggers(connection: &Connection) -> Result<()> {
    let mut sql = String::new();
    for table in journalled_tables(connection)? {
        let columns = columns(connection, &table)?;
        let triples: Vec<String> =
            columns.iter().map(|column| format!("'{column}', OLD.{column}, NEW.{column}")).collect();
        let entry = "INSERT INTO journal(operation, tbl, row_id, action, changes, checksum)";
        // Writing to a String cannot fail.
        let _ = write!(
            sql,
            "DROP TRIGGER IF EXISTS journal_{table}_insert;
             CREATE TRIGGER journal_{table}_insert AFTER INSERT ON {table} WHEN keybook_operation() <> 0 BEGIN
               {entry} VALUES (keybook_operation(), '{table}', NEW.id, 'I', NULL,
                 keybook_checksum('{table}', NEW.id, 'I', NULL));
             END;
             DROP TRIGGER IF EXISTS journal_{table}_update;
             CREATE TRIGGER journal_{table}_update AFTER UPDATE ON {table} WHEN keybook_operation() <> 0 BEGIN
               {entry} SELECT keybook_operation(), '{table}', NEW.id, 'U', c,
                 keybook_checksum('{table}', NEW.id, 'U', c)
               FROM (SELECT keybook_changes({triples}) AS c LIMIT 1) WHERE c <> '{{}}';
             END;
             DROP TRIGGER IF EXISTS journal_{table}_delete;
             CREATE TRIGGER journal_{table}_delete AFTER DELETE ON {table} WHEN keybook_operation() <> 0 BEGIN
               {entry} SELECT keybook_operation(), '{table}', OLD.id, 'D', c,
                 keybook_checksum('{table}', OLD.id, 'D', c) FROM (SELECT {row} AS c);
             END;",
            triples = triples.join(", "),
            row = row_expression(&columns, "OLD."),
        );
    }
    connection.execute_batch(&sql)
}
