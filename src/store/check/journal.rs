//! The journal agrees with its checksums, and the records with what the journal wrote down last: a value that
//! changed without an operation was changed by nobody.

use std::collections::{BTreeMap, HashMap};

use rusqlite::{Connection, OptionalExtension};
use serde_json::{Map, Value};

use super::Finding;
use crate::domain::flaw::Flaw;
use crate::store::error::Result;
use crate::store::functions::to_json;
use crate::store::{journal, migrate};

/// The last value of each column that the journal has, by row.
type Known = HashMap<i64, Map<String, Value>>;

pub(super) fn look(connection: &Connection, findings: &mut Vec<Finding>) -> Result<()> {
    let mut wrong = 0;
    let mut known: BTreeMap<String, Known> = BTreeMap::new();
    let mut statement = connection.prepare(
        "SELECT tbl, row_id, action, journal.changes, checksum, o.state = 'done' AND o.schema >= ?1
         FROM journal LEFT JOIN operation o ON o.seq = operation ORDER BY journal.seq",
    )?;
    let mut rows = statement.query([migrate::SAME_TABLES_SINCE])?;
    while let Some(row) = rows.next()? {
        let (table, id, action): (String, i64, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let changes: Option<String> = row.get(3)?;
        if journal::checksum(&table, id, &action, changes.as_deref()) != row.get::<_, i64>(4)? {
            wrong += 1;
            continue;
        }
        let holds = row.get::<_, Option<bool>>(5)?.unwrap_or_default();
        let changes = changes.and_then(|text| serde_json::from_str::<Map<String, Value>>(&text).ok());
        if holds && action == "I" {
            // Back from another copy of the book: what it held before it went is past.
            known.entry(table).or_default().remove(&id);
        } else if let (true, "U", Some(changes)) = (holds, action.as_str(), changes) {
            let last = known.entry(table).or_default().entry(id).or_default();
            // When a row was last touched is no value of its own: undoing an older operation leaves it.
            let new = changes.into_iter().filter(|(column, _)| column != "updated_at");
            last.extend(new.filter_map(|(column, pair)| Some((column, pair.get(1)?.clone()))));
        }
    }
    if wrong > 0 {
        let table = "journal".to_owned();
        findings.push(Finding { flaw: Flaw::Journal, table, count: wrong, said: String::new() });
    }
    for (table, known) in known {
        let count = differing(connection, &table, &known)?;
        if count > 0 {
            findings.push(Finding { flaw: Flaw::Value, table, count, said: String::new() });
        }
    }
    Ok(())
}

/// How many rows of a table hold something else than the journal wrote down last.
fn differing(connection: &Connection, table: &str, known: &Known) -> Result<u64> {
    let columns = journal::columns(connection, table)?;
    let mut count = 0;
    let sql = format!("SELECT {} FROM {table} WHERE id = ?1", columns.join(", "));
    let mut statement = connection.prepare(&sql)?;
    for (id, last) in known {
        let differs = statement.query_row([id], |row| {
            for (place, column) in columns.iter().enumerate() {
                if last.get(column).is_some_and(|value| to_json(row.get_ref_unwrap(place)) != *value) {
                    return Ok(true);
                }
            }
            Ok(false)
        });
        count += u64::from(differs.optional()?.unwrap_or_default());
    }
    Ok(count)
}
