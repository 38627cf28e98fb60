//! Rows: what every table's rows can do, written once, and the macro that declares a table.

use rusqlite::{Connection, Row as SqlRow, ToSql};

use super::book::Book;
use super::error::{Error, Result};
use super::writer::Writer;
use crate::domain::id::Id;

/// A row of one table: the plain values, with the columns in the order of the fields.
pub trait Row: Sized + Clone + PartialEq {
    /// The table's name.
    const TABLE: &'static str;
    /// The columns; the first is always `id`.
    const COLUMNS: &'static [&'static str];
    /// The columns for a SELECT.
    const LIST: &'static str;
    /// The statement that puts a row in.
    const INSERT: &'static str;

    /// The row's id.
    fn id(&self) -> Id;

    /// Reads a row whose columns come in the order of [`Row::COLUMNS`], from a position on.
    fn read(row: &SqlRow<'_>, from: usize) -> rusqlite::Result<Self>;

    /// The values, in the order of [`Row::COLUMNS`].
    fn values(&self) -> Vec<&dyn ToSql>;
}

/// The columns of a table for a SELECT, each with a prefix such as `deal.`.
pub(super) fn select_list<R: Row>(prefix: &str) -> String {
    let columns: Vec<String> = R::COLUMNS.iter().map(|column| format!("{prefix}{column}")).collect();
    columns.join(", ")
}

/// The row with this id, or none.
pub(super) fn find<R: Row>(connection: &Connection, id: Id) -> Result<Option<R>> {
    first(connection, "id = ?1", &[&id])
}

/// The first row that meets a condition, or none.
pub(super) fn first<R: Row>(
    connection: &Connection,
    condition: &str,
    parameters: &[&dyn ToSql],
) -> Result<Option<R>> {
    let sql = format!("SELECT {} FROM {} WHERE {condition} LIMIT 1", R::LIST, R::TABLE);
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query(parameters)?;
    Ok(rows.next()?.map(|row| R::read(row, 0)).transpose()?)
}

/// Every row that meets a condition (which may end in ORDER BY and LIMIT).
pub(super) fn all<R: Row>(
    connection: &Connection,
    condition: &str,
    parameters: &[&dyn ToSql],
) -> Result<Vec<R>> {
    let sql = format!("SELECT {} FROM {} WHERE {condition}", R::LIST, R::TABLE);
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(parameters, |row| R::read(row, 0))?;
    Ok(rows.collect::<rusqlite::Result<Vec<_>>>()?)
}

impl Book {
    /// The row with this id.
    ///
    /// # Errors
    /// [`Error::NoRecord`] where there is none.
    pub fn row<R: Row>(&self, id: Id) -> Result<R> {
        find(&self.connection, id)?.ok_or(Error::NoRecord)
    }
}

impl Writer<'_> {
    /// The row with this id.
    ///
    /// # Errors
    /// [`Error::NoRecord`] where there is none.
    pub fn row<R: Row>(&self, id: Id) -> Result<R> {
        find(self.connection, id)?.ok_or(Error::NoRecord)
    }

    /// Puts a new row in.
    pub(super) fn insert_row<R: Row>(&self, row: &R) -> Result<()> {
        self.connection.prepare_cached(R::INSERT)?.execute(row.values().as_slice())?;
        Ok(())
    }

    /// Writes a row over the one with its id.
    pub(super) fn update_row<R: Row>(&self, row: &R) -> Result<()> {
        let pairs: Vec<String> = R::COLUMNS
            .iter()
            .enumerate()
            .skip(1)
            .map(|(n, column)| format!("{column} = ?{}", n + 1))
            .collect();
        let sql = format!("UPDATE {} SET {} WHERE id = ?1", R::TABLE, pairs.join(", "));
        match self.connection.prepare_cached(&sql)?.execute(row.values().as_slice())? {
            0 => Err(Error::NoRecord),
            _ => Ok(()),
        }
    }

    /// Makes `fresh` the rows in place of `old`, leaving alone those that are the same but for their id.
    pub(super) fn replace<R: Row>(
        &self,
        old: &[R],
        fresh: Vec<R>,
        same: impl Fn(&R, &R) -> bool,
    ) -> Result<()> {
        for gone in old.iter().filter(|row| !fresh.iter().any(|new| same(row, new))) {
            self.delete_row::<R>(gone.id())?;
        }
        for new in fresh.iter().filter(|row| !old.iter().any(|was| same(was, row))) {
            self.insert_row(new)?;
        }
        Ok(())
    }

    /// Takes the row with this id out.
    pub(super) fn delete_row<R: Row>(&self, id: Id) -> Result<()> {
        let sql = format!("DELETE FROM {} WHERE id = ?1", R::TABLE);
        self.connection.prepare_cached(&sql)?.execute([id])?;
        Ok(())
    }

    /// Takes every row out that meets a condition.
    pub(super) fn delete_where<R: Row>(&self, condition: &str, parameters: &[&dyn ToSql]) -> Result<()> {
        let sql = format!("DELETE FROM {} WHERE {condition}", R::TABLE);
        self.connection.prepare_cached(&sql)?.execute(parameters)?;
        Ok(())
    }
}

/// Declares the row of a table: `table! { /// doc  pub struct Tag in "tag" { /// doc  pub name: String } }`.
/// The field `id` is there without being named.
macro_rules! table {
    ($(#[$doc:meta])* pub struct $name:ident in $table:literal {
        $( $(#[$fdoc:meta])* pub $field:ident : $type:ty ),* $(,)?
    }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq)]
        pub struct $name {
            /// Identity.
            pub id: $crate::domain::id::Id,
            $( $(#[$fdoc])* pub $field: $type ),*
        }

        impl $crate::store::row::Row for $name {
            const TABLE: &'static str = $table;
            const COLUMNS: &'static [&'static str] = &["id", $(stringify!($field)),*];
            const LIST: &'static str = concat!("id", $(", ", stringify!($field)),*);
            const INSERT: &'static str = concat!(
                "INSERT INTO ", $table, " (id", $(", ", stringify!($field),)*
                ") VALUES (?", $($crate::store::row::place!($field),)* ")"
            );

            fn id(&self) -> $crate::domain::id::Id {
                self.id
            }

            fn read(row: &rusqlite::Row<'_>, from: usize) -> rusqlite::Result<Self> {
                let mut place = from..;
                let mut next = || place.next().unwrap_or(from);
                Ok(Self { id: row.get(next())?, $( $field: row.get(next())? ),* })
            }

            fn values(&self) -> Vec<&dyn rusqlite::ToSql> {
                vec![&self.id, $( &self.$field ),*]
            }
        }
    };
}
pub(super) use table;

/// A further place in a statement, for a field.
macro_rules! place {
    ($field:ident) => {
        ", ?"
    };
}
pub(super) use place;
