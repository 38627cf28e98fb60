//! The whole book as one JSON document that a person can read and a program can take back: every table
//! that is journalled, row by row in the order of ids, so that the same book gives the same bytes.
//!
//! The journal and the counters of short codes are not in it: the one tells of this file's past alone,
//! the others follow from the codes.

mod load;
mod read;
mod tables;
mod write;

use std::io::{self, BufWriter, Write};

use rusqlite::{Connection, TransactionBehavior};

pub use self::load::{Fault, LoadError, Misfit};
use self::tables::Table;
pub(super) use self::tables::{Form, form, tables};
use super::book::Book;
use super::{Error, journal, migrate};

/// What the document says it is.
pub const FORMAT: &str = "keybook";

/// Why the document could not be written.
#[derive(Debug, thiserror::Error)]
pub enum DumpError {
    /// The book's own fault.
    #[error(transparent)]
    Store(#[from] Error),
    /// What it was written to did not take it.
    #[error(transparent)]
    Write(#[from] io::Error),
}

impl From<rusqlite::Error> for DumpError {
    fn from(error: rusqlite::Error) -> Self {
        DumpError::Store(error.into())
    }
}

impl Book {
    /// Writes the whole book as one JSON document, as it is at one moment, a row at a time.
    ///
    /// # Errors
    /// [`DumpError`]; what was written so far is no whole document then.
    pub fn dump(&self, out: &mut dyn Write) -> Result<(), DumpError> {
        // One transaction, so that what another process writes meanwhile is not seen in halves.
        let moment = rusqlite::Transaction::new_unchecked(&self.connection, TransactionBehavior::Deferred)?;
        let mut out = BufWriter::new(out);
        write!(out, "{{\n\"format\": \"{FORMAT}\",\n\"version\": {}", migrate::VERSION)?;
        for table in tables() {
            write!(out, ",\n\"{}\": [", table.plural)?;
            rows(&moment, &table, &mut out)?;
            write!(out, "]")?;
        }
        writeln!(out, "\n}}")?;
        Ok(out.flush()?)
    }
}

/// A column of a row: its name, its form, and where its currency is read.
struct Column {
    name: String,
    form: Form,
    currency: Option<usize>,
}

fn rows(connection: &Connection, table: &Table, out: &mut dyn Write) -> Result<(), DumpError> {
    let mut selected = journal::columns(connection, table.name)?;
    let mut columns = vec![];
    for name in selected.clone() {
        let form = form(table, &name);
        let currency = match form {
            Form::Money(expression) => {
                selected.push(expression.to_owned());
                Some(selected.len() - 1)
            }
            _ => None,
        };
        columns.push(Column { name, form, currency });
    }
    let sql = format!("SELECT {} FROM {} ORDER BY id", selected.join(", "), table.name);
    let mut statement = connection.prepare(&sql)?;
    let mut rows = statement.query([])?;
    let mut separator = "\n";
    while let Some(row) = rows.next()? {
        write!(out, "{separator}{{")?;
        for (place, column) in columns.iter().enumerate() {
            let comma = if place == 0 { "" } else { ", " };
            let currency = column.currency.map(|place| row.get(place)).transpose()?.flatten();
            write!(
                out,
                "{comma}\"{}\": {}",
                column.name,
                write::value(row.get_ref(place)?, column.form, currency)?
            )?;
        }
        write!(out, "}}")?;
        separator = ",\n";
    }
    if separator != "\n" {
        writeln!(out)?;
    }
    Ok(())
}
