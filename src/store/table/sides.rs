//! Two records of one kind beside each other, part by part, and the row that they become.

use rusqlite::types::Value;

use crate::domain::id::Id;
use crate::domain::merge::{Part, parts};
use crate::domain::money::Currency;
use crate::domain::word::RecordKind;
use crate::store::Writer;
use crate::store::book::Book;
use crate::store::error::{Error, Result};
use crate::store::row::Row;

/// What two records hold of one part.
#[derive(Debug, Clone)]
pub(in crate::store) struct Sides {
    /// Which part.
    pub part: &'static Part,
    /// The values of its columns on each side.
    pub values: [Vec<Value>; 2],
    currencies: Option<[Value; 2]>,
}

/// From where a part of the row comes that two become.
#[derive(Clone, Copy)]
enum From {
    One,
    Other,
    /// From the other, where it has nothing from the one.
    Both,
}

impl Sides {
    /// Whether both sides tell it, and differently.
    pub fn differ(&self) -> bool {
        let [one, other] = &self.values;
        let told = |value: &Value| *value != Value::Null;
        let contradict = one.iter().zip(other).any(|(one, other)| told(one) && told(other) && one != other);
        let other_money = self.currencies.as_ref().is_some_and(|[one, other]| one != other);
        contradict || other_money && self.is_told(0) && self.is_told(1)
    }

    /// The currency of a side's amounts, where the part is one of amounts.
    pub fn currency(&self, side: usize) -> Option<Currency> {
        match self.currencies.as_ref()?.get(side)? {
            Value::Text(code) => code.parse().ok(),
            _ => None,
        }
    }

    fn is_told(&self, side: usize) -> bool {
        self.values[side].iter().any(|value| *value != Value::Null)
    }

    fn from(&self, is_taken: bool) -> From {
        match self.differ() {
            true if is_taken => From::One,
            true => From::Other,
            // An amount brings its currency with it.
            false if self.part.is_money && !self.is_told(1) => From::One,
            false => From::Both,
        }
    }
}

impl Book {
    /// What two records hold of each part of their kind.
    ///
    /// # Errors
    /// [`Error::NoRecord`] where one of them is not there.
    pub(in crate::store) fn sides(&self, kind: RecordKind, one: Id, other: Id) -> Result<Vec<Sides>> {
        sides(&self.connection, kind, one, other)
    }
}

impl Writer<'_> {
    /// The row that one record and another, which stays, become: of what both tell differently the parts that
    /// are taken come from the one, all others from the other; what only one of them has is kept.
    ///
    /// # Errors
    /// [`Error::NoRecord`] where one of them is not there.
    pub fn joined<R: Row>(&self, kind: RecordKind, one: Id, other: Id, taken: &[&'static Part]) -> Result<R> {
        let sides = sides(self.connection, kind, one, other)?;
        let chosen = |column: &str| {
            let is_of = |side: &&Sides| {
                let goes_along = side.part.is_money && column == "currency";
                side.part.columns.contains(&column) || goes_along
            };
            let Some(side) = sides.iter().find(is_of) else { return format!("other.{column}") };
            match side.from(taken.contains(&side.part)) {
                From::One => format!("one.{column}"),
                From::Other => format!("other.{column}"),
                From::Both => format!("coalesce(other.{column}, one.{column})"),
            }
        };
        let columns: Vec<String> = R::COLUMNS.iter().map(|column| chosen(column)).collect();
        let sql = format!(
            "SELECT {} FROM {table} one, {table} other WHERE one.id = ?1 AND other.id = ?2",
            columns.join(", "),
            table = R::TABLE
        );
        Ok(self.connection.prepare(&sql)?.query_row([one, other], |row| R::read(row, 0))?)
    }
}

fn sides(connection: &rusqlite::Connection, kind: RecordKind, one: Id, other: Id) -> Result<Vec<Sides>> {
    let read = |part: &'static Part| -> Result<Sides> {
        let columns = part.columns.iter().copied().chain(part.is_money.then_some("currency"));
        let columns: Vec<&str> = columns.collect();
        let sql = format!("SELECT {} FROM {kind} WHERE id = ?1", columns.join(", "));
        let mut statement = connection.prepare_cached(&sql)?;
        let mut values_of = |id: Id| -> Result<(Vec<Value>, Value)> {
            let mut rows = statement.query([id])?;
            let row = rows.next()?.ok_or(Error::NoRecord)?;
            let value = |index| row.get::<_, Value>(index);
            let values = (0..part.columns.len()).map(value).collect::<rusqlite::Result<_>>()?;
            let currency = if part.is_money { value(part.columns.len())? } else { Value::Null };
            Ok((values, currency))
        };
        let ((one, ones), (other, others)) = (values_of(one)?, values_of(other)?);
        let currencies = part.is_money.then_some([ones, others]);
        Ok(Sides { part, values: [one, other], currencies })
    };
    parts(kind).iter().map(read).collect()
}
