//! Lists sorted by the names of records that their rows belong to: deals by account, or by owner.
//!
//! The names come in order from an index of their own table, and with each its rows, so that a window ends
//! where it is full. Where few rows meet the list's condition that would be a long walk: those are better
//! found first, and sorted.

use rusqlite::params_from_iter;
use rusqlite::types::Value;

use super::list::{Clause, Place};
use crate::domain::id::Id;
use crate::store::book::Book;
use crate::store::error::Result;

/// Rows that meet a condition from which on walking along names is quicker than sorting them.
const MANY: i64 = 1_000;

/// Records by whose names the rows of another table are sorted.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Through {
    /// Their table, which has a matching name and an index of it.
    table: &'static str,
    /// The column of a row that refers to one.
    pub link: &'static str,
    /// The name as an expression on a row.
    pub name: &'static str,
    /// Whether they are so few, each with so many rows, that the rows of each are a window of their own.
    few: bool,
}

impl Through {
    /// Many records with some rows each.
    pub const fn many(table: &'static str, link: &'static str, name: &'static str) -> Through {
        Through { table, link, name, few: false }
    }

    /// Few records with many rows each, which an index of the link has in the order of their ids.
    pub const fn few(table: &'static str, link: &'static str, name: &'static str) -> Through {
        Through { table, link, name, few: true }
    }

    /// The rows with their records, in the order in which SQL is to walk them.
    fn source(&self, table: &str) -> String {
        format!("{} above CROSS JOIN {table} ON {} = above.id", self.table, self.link)
    }
}

impl Book {
    /// Whether so many rows meet a condition that sorting them all would take long.
    pub(super) fn is_wide(&self, table: &str, clause: &Clause) -> Result<bool> {
        let sql =
            format!("SELECT count(*) FROM (SELECT 1 FROM {table} WHERE {} LIMIT {MANY})", clause.condition());
        let mut statement = self.connection.prepare_cached(&sql)?;
        let count: i64 = statement.query_row(params_from_iter(&clause.values), |row| row.get(0))?;
        Ok(count == MANY)
    }

    /// The first places along the names, or those after one; of rows that belong to no record there is none.
    pub(super) fn places_by_names(
        &self,
        table: &str,
        clause: &Clause,
        names: &Through,
        down: bool,
        from: Option<&Place>,
        limit: usize,
    ) -> Result<Vec<Place>> {
        if names.few {
            return self.places_name_by_name(table, clause, names, down, from, limit);
        }
        let (sign, way) = if down { ("<", "DESC") } else { (">", "ASC") };
        let mut clause = clause.clone();
        if let Some(place) = from {
            let values = [place.value.clone(), place.value.clone(), Value::Integer(place.id.0)];
            let after = format!("above.name_key {sign}= ? AND (above.name_key, {table}.id) {sign} (?, ?)");
            clause = clause.and(&after, values);
        }
        let sql = format!(
            "SELECT above.name_key, {table}.id FROM {source} WHERE {condition}
             ORDER BY above.name_key {way}, {table}.id {way} LIMIT {limit}",
            source = names.source(table),
            condition = clause.condition(),
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map(params_from_iter(&clause.values), |row| {
            Ok(Place { value: row.get(0)?, further: vec![], id: row.get(1)? })
        })?;
        Ok(rows.collect::<rusqlite::Result<Vec<_>>>()?)
    }

    /// The same, each name's rows asked for by themselves.
    fn places_name_by_name(
        &self,
        table: &str,
        clause: &Clause,
        names: &Through,
        down: bool,
        from: Option<&Place>,
        limit: usize,
    ) -> Result<Vec<Place>> {
        let (sign, way) = if down { ("<", "DESC") } else { (">", "ASC") };
        let mut places: Vec<Place> = vec![];
        for (name, ids) in self.names_in_order(names, down, from)? {
            let room = limit.saturating_sub(places.len());
            if room == 0 {
                break;
            }
            let value = Value::Text(name);
            let begun = from.filter(|place| place.value == value);
            let mut found: Vec<Id> = vec![];
            for id in ids {
                let mut own = clause.clone().and(&format!("{} = ?", names.link), [Value::Integer(id.0)]);
                if let Some(place) = begun {
                    own = own.and(&format!("{table}.id {sign} ?"), [Value::Integer(place.id.0)]);
                }
                let sql = format!(
                    "SELECT {table}.id FROM {table} WHERE {} ORDER BY {table}.id {way} LIMIT {room}",
                    own.condition()
                );
                let mut statement = self.connection.prepare_cached(&sql)?;
                let rows = statement.query_map(params_from_iter(&own.values), |row| row.get(0))?;
                found.extend(rows.collect::<rusqlite::Result<Vec<Id>>>()?);
            }
            found.sort_unstable();
            if down {
                found.reverse();
            }
            found.truncate(room);
            places.extend(found.into_iter().map(|id| Place { value: value.clone(), further: vec![], id }));
        }
        Ok(places)
    }

    /// The names from a place on, in order, each with the records that have it.
    fn names_in_order(
        &self,
        names: &Through,
        down: bool,
        from: Option<&Place>,
    ) -> Result<Vec<(String, Vec<Id>)>> {
        let (sign, way) = if down { ("<", "DESC") } else { (">", "ASC") };
        let after = from.map(|_| format!("WHERE name_key {sign}= ?")).unwrap_or_default();
        let sql = format!("SELECT name_key, id FROM {} {after} ORDER BY name_key {way}", names.table);
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(from.map(|place| &place.value)))?;
        let mut all: Vec<(String, Vec<Id>)> = vec![];
        while let Some(row) = rows.next()? {
            let (name, id): (String, Id) = (row.get(0)?, row.get(1)?);
            match all.last_mut().filter(|(last, _)| *last == name) {
                Some((_, ids)) => ids.push(id),
                None => all.push((name, vec![id])),
            }
        }
        Ok(all)
    }

    /// How many rows that belong to a record come before a place.
    pub(super) fn count_by_names(
        &self,
        table: &str,
        clause: &Clause,
        names: &Through,
        down: bool,
        place: &Place,
    ) -> Result<u64> {
        let sign = if down { ">" } else { "<" };
        let values = [place.value.clone(), place.value.clone(), Value::Integer(place.id.0)];
        let before = format!("above.name_key {sign}= ? AND (above.name_key, {table}.id) {sign} (?, ?)");
        let clause = clause.clone().and(&before, values);
        let sql = format!("SELECT count(*) FROM {} WHERE {}", names.source(table), clause.condition());
        let mut statement = self.connection.prepare_cached(&sql)?;
        let count: i64 = statement.query_row(params_from_iter(&clause.values), |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }
}
