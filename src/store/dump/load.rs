//! The document of a whole book, taken into an empty one, row by row.

use std::collections::BTreeMap;
use std::fmt;
use std::io::{self, BufReader, Read};

use rusqlite::types::Value;
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::tables::{Form, OF_DEAL, Table, form, tables};
use super::{FORMAT, read};
use crate::domain::id::Id;
use crate::domain::money::Currency;
use crate::domain::text::bounded::{Bounded, Left};
use crate::store::{Error, Writer, journal, migrate};

/// Tables that the first start fills; all others of an empty book have no row.
const BEGUN: &[&str] =
    &["setting", "colleague", "stage", "lost_reason", "quota", "exchange_rate", "quota_event", "stage_event"];

/// Bytes of a row, and of all that stands between two.
const ROW: usize = 16 << 20;

/// Why a document was not taken; nothing of it was.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The book's own fault.
    #[error(transparent)]
    Store(#[from] Error),
    /// Reading it failed, or it is not JSON.
    #[error(transparent)]
    Read(#[from] io::Error),
    /// One of its rows is longer than any that this program writes.
    #[error("a row is too long")]
    TooLong,
    /// It is not a document of this program.
    #[error("not a document of a book")]
    NotOurs,
    /// A newer program wrote it.
    #[error("the document has version {found}, this program knows {known}")]
    Newer {
        /// Its version.
        found: i64,
        /// The newest version this program knows.
        known: i64,
    },
    /// The book already holds records.
    #[error("the book is not empty")]
    NotEmpty,
    /// A value, a row or a table that does not fit.
    #[error("{0:?}")]
    Fault(Box<Fault>),
}

/// What of a document does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The table, as the document calls it.
    pub table: String,
    /// The row of the table, the first is 1; none where the table itself does not fit.
    pub row: Option<u64>,
    /// The column, where one is to blame.
    pub column: Option<String>,
    /// What stands there.
    pub value: String,
    /// Why it does not fit.
    pub why: Misfit,
}

/// Why something of a document does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misfit {
    /// There is no such table.
    NoTable,
    /// The table has no such column.
    NoColumn,
    /// The value is not of the column's kind.
    NotOfItsKind,
    /// The tables' rules do not allow the row: a value twice, a record that is not there.
    NotAllowed,
}

impl From<rusqlite::Error> for LoadError {
    fn from(error: rusqlite::Error) -> Self {
        LoadError::Store(error.into())
    }
}

impl Writer<'_> {
    /// Takes a document that [`crate::store::Book::dump`] wrote into an empty book, in the place of what the
    /// first start filled in; the number of its rows.
    ///
    /// # Errors
    /// [`LoadError`]; what was taken until then is taken back with the operation.
    pub fn load(&self, document: impl Read) -> Result<u64, LoadError> {
        self.empty()?;
        let left = Left::of(ROW);
        let bounded = BufReader::new(Bounded::new(document, &left));
        let mut loader = Loader { writer: self, rows: 0, left, refused: None };
        let mut json = serde_json::Deserializer::from_reader(bounded);
        let read = Document(&mut loader).deserialize(&mut json).and_then(|()| json.end());
        if let Some(refused) = loader.refused {
            return Err(refused);
        }
        read.map_err(|error| match error.io_error_kind() {
            Some(io::ErrorKind::FileTooLarge) => LoadError::TooLong,
            _ => LoadError::Read(error.into()),
        })?;
        let rows = loader.rows;
        self.check_references()?;
        self.go_on_after_codes()?;
        Ok(rows)
    }

    /// Takes out what the first start filled in.
    fn empty(&self) -> Result<(), LoadError> {
        for table in tables().filter(|table| !BEGUN.contains(&table.name)) {
            let sql = format!("SELECT EXISTS (SELECT 1 FROM {})", table.name);
            if self.connection.query_row(&sql, [], |row| row.get(0))? {
                return Err(LoadError::NotEmpty);
            }
        }
        for name in BEGUN {
            self.connection.execute(&format!("DELETE FROM {name}"), [])?;
        }
        Ok(())
    }

    /// Refuses a row that names one which is not there: told here, since the commit cannot say which.
    fn check_references(&self) -> Result<(), LoadError> {
        let mut statement = self.connection.prepare("PRAGMA foreign_key_check")?;
        let mut rows = statement.query([])?;
        let Some(row) = rows.next()? else { return Ok(()) };
        let (table, id): (String, Option<i64>) = (row.get(0)?, row.get(1)?);
        Err(LoadError::Fault(Box::new(Fault {
            table,
            row: None,
            column: Some("id".to_owned()),
            value: id.map(|id| Id(id).to_string()).unwrap_or_default(),
            why: Misfit::NotAllowed,
        })))
    }

    /// The short codes go on after the last one given.
    fn go_on_after_codes(&self) -> Result<(), LoadError> {
        for table in tables() {
            if journal::columns(self.connection, table.name)?.iter().any(|column| column == "code") {
                let sql = format!(
                    "INSERT INTO counter (kind, last) SELECT ?1, max(code) FROM {} WHERE true HAVING max(code) > 0
                     ON CONFLICT (kind) DO UPDATE SET last = max(last, excluded.last)",
                    table.name
                );
                self.connection.execute(&sql, [table.name])?;
            }
        }
        Ok(())
    }
}

/// Takes the rows in, and remembers why it stopped: serde has no room for that.
struct Loader<'a, 'w> {
    writer: &'a Writer<'w>,
    rows: u64,
    left: Left,
    refused: Option<LoadError>,
}

/// A row as it stands in the document: each value as it is written.
type Row = BTreeMap<String, Box<RawValue>>;

impl Loader<'_, '_> {
    fn insert(&mut self, table: &Table, known: &[String], number: u64, row: &Row) -> Result<(), LoadError> {
        let fault = |column: Option<&str>, value: &str, why| {
            LoadError::Fault(Box::new(Fault {
                table: table.plural.to_owned(),
                row: Some(number),
                column: column.map(str::to_owned),
                value: value.chars().take(80).collect(),
                why,
            }))
        };
        let connection = self.writer.connection;
        if let Some((name, value)) = row.iter().find(|(name, _)| !known.contains(name)) {
            return Err(fault(Some(name), value.get(), Misfit::NoColumn));
        }
        let mut values: Vec<(&str, Value)> = vec![];
        for column in known {
            let Some(raw) = row.get(column) else { continue };
            let form = form(table, column);
            let currency = match form {
                Form::Money(of) => self.currency(form, of, row)?,
                _ => None,
            };
            let value = read::value(raw.get(), form, currency);
            let value = value.ok_or_else(|| fault(Some(column), raw.get(), Misfit::NotOfItsKind))?;
            values.push((column, value));
        }
        let names: Vec<&str> = values.iter().map(|(name, _)| *name).collect();
        let marks = vec!["?"; names.len()].join(", ");
        let sql = format!("INSERT INTO {} ({}) VALUES ({marks})", table.name, names.join(", "));
        let values = values.into_iter().map(|(_, value)| value);
        let inserted =
            connection.prepare_cached(&sql)?.execute(rusqlite::params_from_iter(values)).map_err(Error::from);
        match inserted {
            Err(Error::Constraint(what)) => Err(fault(None, &what, Misfit::NotAllowed)),
            inserted => {
                inserted?;
                self.rows += 1;
                self.left.begin();
                Ok(())
            }
        }
    }

    /// The currency of an amount: of the row itself, or of its deal.
    fn currency(&self, form: Form, of: &str, row: &Row) -> Result<Option<Currency>, LoadError> {
        let text = |column: &str| serde_json::from_str::<Option<String>>(row.get(column)?.get()).ok()?;
        if form != OF_DEAL {
            return Ok(text(of).and_then(|code| code.parse().ok()));
        }
        let Some(deal) = text("deal_id").and_then(|id| id.parse::<Id>().ok()) else { return Ok(None) };
        let mut statement =
            self.writer.connection.prepare_cached("SELECT currency FROM deal WHERE id = ?1")?;
        let found = statement.query_row([deal], |row| row.get(0));
        Ok(rusqlite::OptionalExtension::optional(found)?)
    }

    /// Remembers why it stops, and stops.
    fn refuse<E: serde::de::Error>(&mut self, why: LoadError) -> E {
        self.refused = Some(why);
        E::custom("refused")
    }
}

/// The document: what it says it is, then its tables.
struct Document<'a, 'b, 'w>(&'a mut Loader<'b, 'w>);

impl<'de> DeserializeSeed<'de> for Document<'_, '_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Document<'_, '_, '_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the document of a book")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let loader = self.0;
        let head = |found: Option<String>, name: &str| found.as_deref() == Some(name);
        if !head(map.next_key()?, "format") || map.next_value::<serde_json::Value>()? != FORMAT {
            return Err(loader.refuse(LoadError::NotOurs));
        }
        if !head(map.next_key()?, "version") {
            return Err(loader.refuse(LoadError::NotOurs));
        }
        let (found, known) = (map.next_value()?, migrate::VERSION);
        if found > known {
            return Err(loader.refuse(LoadError::Newer { found, known }));
        }
        while let Some(name) = map.next_key::<String>()? {
            let Some(table) = tables().find(|table| table.plural == name) else {
                let fault = Fault {
                    table: name.chars().take(80).collect(),
                    row: None,
                    column: None,
                    value: String::new(),
                    why: Misfit::NoTable,
                };
                return Err(loader.refuse(LoadError::Fault(Box::new(fault))));
            };
            map.next_value_seed(Rows { loader, table })?;
        }
        Ok(())
    }
}

/// The rows of one table.
struct Rows<'a, 'b, 'w> {
    loader: &'a mut Loader<'b, 'w>,
    table: Table,
}

impl<'de> DeserializeSeed<'de> for Rows<'_, '_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Rows<'_, '_, '_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "the rows of {}", self.table.plural)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut rows: A) -> Result<(), A::Error> {
        let Rows { loader, table } = self;
        let known = match journal::columns(loader.writer.connection, table.name) {
            Ok(known) => known,
            Err(error) => return Err(loader.refuse(error.into())),
        };
        let mut number = 0;
        while let Some(row) = rows.next_element::<Row>()? {
            number += 1;
            if let Err(why) = loader.insert(&table, &known, number, &row) {
                return Err(loader.refuse(why));
            }
        }
        Ok(())
    }
}
