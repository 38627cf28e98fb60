//! The history: what was done to the book, newest first.

use chrono::NaiveDate;
use rusqlite::Connection;

use super::book::Book;
use super::error::Result;
use super::outcome::Label;
use crate::domain::id::Id;
use crate::domain::word::words;

words! {
    /// Where an operation stands.
    pub enum State {
        /// It holds.
        Done = "done",
        /// It was taken back and can be done again.
        Undone = "undone",
        /// It was taken back, and something else was done since.
        Dropped = "dropped",
    }
}

/// An operation of the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operation {
    /// Its place in the history.
    pub seq: i64,
    /// Its id.
    pub id: Id,
    /// When, milliseconds UTC.
    pub at: i64,
    /// On which local day.
    pub day: NaiveDate,
    /// Its name.
    pub label: Label,
    /// Rows it changed.
    pub changes: i64,
    /// Where it stands.
    pub state: State,
    /// Whether another opening of the book made it.
    pub by_another: bool,
    pub(super) schema: i64,
}

impl Book {
    /// The newest operations, newest first; those that changed a record where one is given.
    pub fn history(&self, record: Option<Id>, limit: i64) -> Result<Vec<Operation>> {
        let session = self.session();
        let (condition, key) = match record {
            None => ("?1 IS NULL ORDER BY seq DESC LIMIT ?2", None),
            Some(id) => (
                "seq IN (SELECT operation FROM journal WHERE row_id = ?1) ORDER BY seq DESC LIMIT ?2",
                Some(id),
            ),
        };
        select(&self.connection, session, condition, &[&key, &limit])
    }

    /// The newest operation that holds.
    pub fn newest_done(&self) -> Result<Option<Operation>> {
        find(&self.connection, self.session(), "state = 'done' ORDER BY seq DESC LIMIT 1", &[])
    }
}

/// Every operation that meets a condition.
pub(super) fn select(
    connection: &Connection,
    session: i64,
    condition: &str,
    parameters: &[&dyn rusqlite::ToSql],
) -> Result<Vec<Operation>> {
    let sql = format!(
        "SELECT seq, id, at, day, deed, subject, detail, changes, state, session, schema
         FROM operation WHERE {condition}"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(parameters, |row| {
        Ok(Operation {
            seq: row.get(0)?,
            id: row.get(1)?,
            at: row.get(2)?,
            day: row.get(3)?,
            label: Label { deed: row.get(4)?, subject: row.get(5)?, detail: row.get(6)? },
            changes: row.get(7)?,
            state: row.get(8)?,
            by_another: row.get::<_, i64>(9)? != session,
            schema: row.get(10)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<Vec<_>>>()?)
}

/// The first operation that meets a condition.
pub(super) fn find(
    connection: &Connection,
    session: i64,
    condition: &str,
    parameters: &[&dyn rusqlite::ToSql],
) -> Result<Option<Operation>> {
    Ok(select(connection, session, condition, parameters)?.into_iter().next())
}
