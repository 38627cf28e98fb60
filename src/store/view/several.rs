//! Several records at once: those named, those that meet one condition or another, and which these are.

use std::collections::HashSet;

use rusqlite::params_from_iter;
use rusqlite::types::Value;

use super::list::{Clause, Line};
use super::related::json;
use crate::domain::filter::Kind;
use crate::domain::id::Id;
use crate::domain::word::RecordKind;
use crate::store::Writer;
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::row::Row;

/// The table of a kind of record.
pub(in crate::store) fn table_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Orders => "small_order",
        Kind::Accounts => RecordKind::Account.as_str(),
        Kind::Contacts => RecordKind::Contact.as_str(),
        Kind::Deals => RecordKind::Deal.as_str(),
        Kind::Activities => RecordKind::Activity.as_str(),
    }
}

impl Clause {
    /// These records of a kind.
    pub fn records(kind: Kind, ids: &[Id]) -> Clause {
        let sql = format!("{}.id IN (SELECT value FROM json_each(?))", table_of(kind));
        Clause::default().and(&sql, [Value::Text(json(ids))])
    }

    /// What meets either condition.
    pub fn or(self, other: Clause) -> Clause {
        if self.sql.is_empty() || other.sql.is_empty() {
            return Clause::default();
        }
        let sql = format!("(({}) OR ({}))", self.sql, other.sql);
        let values = self.values.into_iter().chain(other.values).collect();
        Clause { sql, values, ..Clause::default() }
    }

    /// What meets this condition and not the other, which must be able to be false.
    pub fn without(self, other: Clause) -> Clause {
        let not = format!("NOT coalesce({}, 0)", other.condition());
        self.and(&not, other.values)
    }
}

impl Book {
    /// The records that meet a condition, if they are no more than `most`.
    pub fn ids_of<L: Line>(&self, clause: &Clause, most: usize) -> Result<Option<Vec<Id>>> {
        // SQLite takes no number beyond its own.
        let limit = i64::try_from(most).unwrap_or(i64::MAX).saturating_add(1);
        let sql = format!("SELECT id FROM {} WHERE {} LIMIT {limit}", L::Row::TABLE, clause.condition());
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map(params_from_iter(&clause.values), |row| row.get(0))?;
        let ids = rows.collect::<rusqlite::Result<Vec<Id>>>()?;
        Ok(Some(ids).filter(|ids| ids.len() <= most))
    }

    /// Which of these records meet a condition.
    pub fn which_of<L: Line>(&self, ids: &[Id], clause: &Clause) -> Result<HashSet<Id>> {
        let table = L::Row::TABLE;
        let sql = format!(
            "SELECT {table}.id FROM {source}
             WHERE {table}.id IN (SELECT value FROM json_each(?)) AND ({condition})",
            source = self.by_id(table),
            condition = clause.condition()
        );
        let values = std::iter::once(Value::Text(json(ids))).chain(clause.values.iter().cloned());
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map(params_from_iter(values), |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<HashSet<_>>>()?)
    }
}

impl Writer<'_> {
    /// The records of a kind that meet a condition, oldest first.
    pub fn ids_where(&self, kind: Kind, clause: &Clause) -> Result<Vec<Id>> {
        let table = table_of(kind);
        let sql = format!("SELECT {table}.id FROM {table} WHERE {} ORDER BY {table}.id", clause.condition());
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map(params_from_iter(&clause.values), |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<Vec<_>>>()?)
    }
}
