//! What later operations have to say when an older one is undone alone.

use std::collections::HashSet;

use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, params, params_from_iter};
use serde_json::{Map, Value};

use super::replay::Step;
use super::{Conflict, from_json, object};
use crate::store::error::{Error, Result};
use crate::store::history::find;

type Verdict = std::result::Result<(), Conflict>;
/// A table, and values that only one row of it can have.
type Spot = (String, Vec<(String, Value)>);

/// Columns with an amount; beside each lies the currency that it is told in, one value with it.
const AMOUNTS: &[&str] = &["amount", "price", "revenue", "potential"];
/// Tables whose rows hang on records of any kind, so that no foreign key holds them.
const HANGING: &[&str] = &["tagging", "custom_value", "link", "source", "snooze"];
/// Tables of the records that they hang on.
const RECORDS: &[&str] =
    &["account", "contact", "deal", "activity", "product", "small_order", "commitment", "special_day"];
/// Columns by which a record stands below another of its kind.
const ABOVE: &[(&str, &str)] = &[("account", "parent_id"), ("contact", "reports_to")];

/// The operations that hold and are newer than one that is undone.
pub(super) struct Later<'a> {
    connection: &'a Connection,
    session: i64,
    seq: i64,
}

impl<'a> Later<'a> {
    /// Those newer than `seq`.
    pub(super) fn new(connection: &'a Connection, session: i64, seq: i64) -> Self {
        Later { connection, session, seq }
    }

    /// Refuses where a later one changed the same values of the same row, or made or removed it.
    pub(super) fn refuse_same_values(&self) -> Verdict {
        let mut statement = self.connection.prepare(
            "SELECT mine.action, mine.changes, theirs.action, theirs.changes, theirs.operation
             FROM journal mine JOIN journal theirs
               ON theirs.row_id = mine.row_id AND theirs.tbl = mine.tbl AND theirs.operation > mine.operation
             JOIN operation o ON o.seq = theirs.operation AND o.state = 'done'
             WHERE mine.operation = ?1 ORDER BY theirs.operation",
        )?;
        let mut rows = statement.query([self.seq])?;
        while let Some(row) = rows.next()? {
            let (mine, theirs): (String, String) = (row.get(0)?, row.get(2)?);
            let values = |place| -> rusqlite::Result<Map<String, Value>> {
                Ok(object(row.get::<_, Option<String>>(place)?.as_deref()))
            };
            if mine != "U" || theirs != "U" || share_a_value(&values(1)?, &values(3)?) {
                return Err(self.named(row.get(4)?)?);
            }
        }
        self.refuse_same_sum()?;
        self.refuse_ties()
    }

    /// Refuses where both changed what a deal's product lines sum to, be it in different lines.
    fn refuse_same_sum(&self) -> Verdict {
        let sql = "SELECT theirs.operation
             FROM journal mine JOIN deal_event e ON mine.tbl = 'deal_event' AND e.id = mine.row_id
             JOIN deal_event f ON f.deal_id = e.deal_id AND f.id > e.id
             JOIN journal theirs ON theirs.tbl = 'deal_event' AND theirs.row_id = f.id
               AND theirs.operation > mine.operation
             JOIN operation o ON o.seq = theirs.operation AND o.state = 'done'
             WHERE mine.operation = ?1 AND e.products IS NOT e.old_products AND f.products IS NOT f.old_products
             ORDER BY theirs.operation LIMIT 1";
        match self.connection.query_row(sql, [self.seq], |row| row.get(0)).optional()? {
            Some(later) => Err(self.named(later)?),
            None => Ok(()),
        }
    }

    /// Refuses where a later one let go of something that was tied to a row that would go, or that held a
    /// place which would be taken: that one could not be undone any more.
    fn refuse_ties(&self) -> Verdict {
        let mut statement = self.connection.prepare(
            "SELECT row_id, tbl, action, changes FROM journal
             WHERE operation = ?1 AND (action <> 'I' OR tbl NOT LIKE '%_event')",
        )?;
        let mut rows = statement.query([self.seq])?;
        let (mut going, mut places) = (HashSet::new(), vec![]);
        while let Some(row) = rows.next()? {
            let (table, action, changes): (String, String, Option<String>) =
                (row.get(1)?, row.get(2)?, row.get(3)?);
            match action.as_str() {
                "I" => drop(going.insert(row.get::<_, i64>(0)?)),
                _ => places.extend(self.places(&table, &object(changes.as_deref()))?),
            }
        }
        let mut statement = self.connection.prepare(
            "SELECT operation, tbl, journal.changes FROM journal JOIN operation o ON o.seq = operation AND o.state = 'done'
             WHERE operation > ?1 AND action <> 'I' ORDER BY operation",
        )?;
        let mut rows = statement.query([self.seq])?;
        while let Some(row) = rows.next()? {
            let table: String = row.get(1)?;
            let changes = object(row.get::<_, Option<String>>(2)?.as_deref());
            let mut values = changes.values().flat_map(|value| match value {
                Value::Array(pair) => pair.as_slice(),
                plain => std::slice::from_ref(plain),
            });
            let tied = values.any(|value| value.as_i64().is_some_and(|id| going.contains(&id)));
            if tied || self.places(&table, &changes)?.iter().any(|place| places.contains(place)) {
                return Err(self.named(row.get(0)?)?);
            }
        }
        Ok(())
    }

    /// The places that a row held which only one can have, by its values before a change or deletion.
    fn places(&self, table: &str, row: &Map<String, Value>) -> Result<Vec<Spot>> {
        let before = |column: &String| {
            let value = row.get(column)?;
            Some((column.clone(), value.get(0).unwrap_or(value).clone()))
        };
        let mut places: Vec<Spot> = vec![];
        for columns in self.unique_columns(table)? {
            let held: Vec<(String, Value)> = columns.iter().filter_map(before).collect();
            if held.len() == columns.len() {
                places.push((table.to_owned(), held));
            }
        }
        Ok(places)
    }

    /// Refuses where a record that goes still has something hanging on it, or where something comes back
    /// that hung on a record that is gone.
    pub(super) fn refuse_orphans(&self) -> Verdict {
        let gone: Vec<String> =
            RECORDS.iter().map(|table| format!("record_id NOT IN (SELECT id FROM {table})")).collect();
        for table in HANGING {
            let left = format!(
                "SELECT {table}.id FROM journal JOIN {table} ON record_id = row_id
                 WHERE operation = ?1 AND action = 'I' LIMIT 1"
            );
            if let Some(row) = self.first(&left)? {
                return Err(self.who_touched(table, row, || Error::Constraint((*table).to_owned()))?);
            }
            let back = format!(
                "SELECT record_id FROM journal JOIN {table} ON {table}.id = row_id
                 WHERE operation = ?1 AND tbl = '{table}' AND action = 'D' AND {} LIMIT 1",
                gone.join(" AND ")
            );
            if let Some(record) = self.first(&back)? {
                let sql = "SELECT max(operation) FROM journal JOIN operation o ON o.seq = operation
                           WHERE row_id = ?1 AND action = 'D' AND o.state = 'done'";
                let deleted = self.connection.query_row(sql, [record], |row| row.get::<_, Option<i64>>(0))?;
                return Err(match deleted {
                    Some(later) => self.named(later)?,
                    None => Conflict::Store(Error::Constraint((*table).to_owned())),
                });
            }
        }
        Ok(())
    }

    /// Refuses where a record would stand above itself, since a later one turned the order around.
    pub(super) fn refuse_loops(&self) -> Verdict {
        for (table, above) in ABOVE {
            let sql = format!(
                "WITH RECURSIVE line(start, id) AS (
                   SELECT row_id, {above} FROM journal JOIN {table} ON {table}.id = row_id
                     WHERE operation = ?1 AND tbl = '{table}' AND action <> 'I'
                   UNION SELECT line.start, {above} FROM line JOIN {table} ON {table}.id = line.id)
                 SELECT max(j.operation) FROM line JOIN journal j ON j.row_id = line.id AND j.tbl = '{table}'
                 JOIN operation o ON o.seq = j.operation AND o.state = 'done' AND o.seq > ?1
                 WHERE line.start IN (SELECT start FROM line WHERE id = start)"
            );
            let later = self.connection.query_row(&sql, [self.seq], |row| row.get::<_, Option<i64>>(0))?;
            if let Some(later) = later {
                return Err(self.named(later)?);
            }
        }
        Ok(())
    }

    /// Names the later operation whose row has taken the place of one that was to come back: its name,
    /// its period, its tag on the same record.
    pub(super) fn place_taken(&self, step: &Step, what: String) -> Result<Conflict> {
        let fresh = object(step.changes.as_deref());
        for columns in self.unique_columns(&step.table)? {
            let mut values = vec![Sql::Integer(step.row)];
            let mut conditions = vec![];
            for column in &columns {
                // A whole row comes back, or the old value of a pair.
                match fresh.get(column).map(|value| value.get(0).unwrap_or(value)) {
                    Some(value) => {
                        values.push(from_json(value));
                        conditions.push(format!("{column} = ?{}", values.len()));
                    }
                    None => conditions
                        .push(format!("{column} = (SELECT {column} FROM {} WHERE id = ?1)", step.table)),
                }
            }
            let sql =
                format!("SELECT id FROM {} WHERE id <> ?1 AND {}", step.table, conditions.join(" AND "));
            let other =
                self.connection.query_row(&sql, params_from_iter(values), |row| row.get(0)).optional()?;
            if let Some(other) = other {
                return self.who_touched(&step.table, other, || Error::Constraint(what));
            }
        }
        Ok(Conflict::Store(Error::Constraint(what)))
    }

    fn unique_columns(&self, table: &str) -> Result<Vec<Vec<String>>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT (SELECT group_concat(name, ' ') FROM pragma_index_info(i.name))
             FROM pragma_index_list(?1) i WHERE i.\"unique\"",
        )?;
        let rows = statement.query_map([table], |row| row.get::<_, String>(0))?;
        let columns = rows.map(|row| Ok(row?.split(' ').map(str::to_owned).collect()));
        columns.collect()
    }

    /// Names the later operation that refers to what would go, or has deleted what would be referred to.
    pub(super) fn dangling(&self, what: String) -> Result<Conflict> {
        let sql = "SELECT c.\"table\", c.rowid, c.parent, k.\"from\" FROM pragma_foreign_key_check c
                   JOIN pragma_foreign_key_list(c.\"table\") k ON k.id = c.fkid LIMIT 1";
        let found = self.connection.query_row(sql, [], |row| {
            Ok((
                row.get::<_, String>(0)?,
                row.get::<_, i64>(1)?,
                row.get::<_, String>(2)?,
                row.get::<_, String>(3)?,
            ))
        });
        let Some((child, row, parent, column)) = found.optional()? else {
            return Ok(Conflict::Store(Error::Constraint(what)));
        };
        if let Some(later) = self.last_touch(&child, row)? {
            return self.named(later);
        }
        let sql = format!("SELECT {column} FROM {child} WHERE id = ?1");
        let record = self.connection.query_row(&sql, [row], |row| row.get(0))?;
        self.who_touched(&parent, record, || Error::Constraint(what))
    }

    fn first(&self, sql: &str) -> Result<Option<i64>> {
        Ok(self.connection.query_row(sql, [self.seq], |row| row.get(0)).optional()?)
    }

    fn who_touched(&self, table: &str, row: i64, otherwise: impl FnOnce() -> Error) -> Result<Conflict> {
        match self.last_touch(table, row)? {
            Some(later) => self.named(later),
            None => Ok(Conflict::Store(otherwise())),
        }
    }

    /// The last of them that changed a row.
    fn last_touch(&self, table: &str, row: i64) -> Result<Option<i64>> {
        let sql =
            "SELECT max(operation) FROM journal JOIN operation o ON o.seq = operation AND o.state = 'done'
                   WHERE tbl = ?1 AND row_id = ?2 AND operation > ?3";
        Ok(self.connection.query_row(sql, params![table, row, self.seq], |row| row.get(0))?)
    }

    fn named(&self, seq: i64) -> Result<Conflict> {
        let later = find(self.connection, self.session, "seq = ?1", &[&seq])?;
        Ok(later.map_or(Conflict::Damaged, |later| Conflict::Later(Box::new(later))))
    }
}

/// Whether two changes of a row touch the same value. When a row was last changed is none of its values.
fn share_a_value(mine: &Map<String, Value>, theirs: &Map<String, Value>) -> bool {
    let same = mine.keys().any(|column| column != "updated_at" && theirs.contains_key(column));
    let amount = |changes: &Map<String, Value>| AMOUNTS.iter().any(|column| changes.contains_key(*column));
    let currency = |changes: &Map<String, Value>| changes.contains_key("currency");
    same || (amount(mine) && currency(theirs)) || (currency(mine) && amount(theirs))
}
