//! Lists of any kind of record, a window at a time.
//!
//! A window is asked by the key of the row before it, never by a number of rows to skip, so that the
//! last page of a million comes as fast as the first.

use std::cmp::Ordering;
use std::collections::HashMap;

use rusqlite::types::Value;
use rusqlite::{Row as SqlRow, params_from_iter};

use super::order::Sort;
use super::related::json;
use crate::domain::id::Id;
use crate::store::book::Book;
use crate::store::error::{Error, Result};
use crate::store::row::{Row, select_list};

/// A condition in SQL with its values; made by `store` alone, from a checked filter.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Clause {
    pub(in crate::store) sql: String,
    pub(in crate::store) values: Vec<Value>,
    /// The index to go by, where the store knows better than its planner.
    pub(super) index: Option<&'static str>,
    /// Conditions of which each row meets one: ranges of an index that has them in order one by one, not
    /// as a whole. A window reads each by itself and puts them together.
    pub(super) ranges: Vec<Clause>,
}

impl Clause {
    /// One more condition that must hold too.
    pub(in crate::store) fn and(mut self, sql: &str, values: impl IntoIterator<Item = Value>) -> Self {
        if !self.sql.is_empty() {
            self.sql.push_str(" AND ");
        }
        self.sql.push_str(sql);
        self.values.extend(values);
        self
    }

    /// Both conditions.
    pub fn with(mut self, other: Clause) -> Self {
        self.index = self.index.or(other.index);
        if self.ranges.is_empty() {
            self.ranges = other.ranges;
        }
        match other.sql.is_empty() {
            true => self,
            false => self.and(&format!("({})", other.sql), other.values),
        }
    }

    /// The same rows, by an index; each of them meets one of these conditions, if there are any.
    pub(super) fn by_index(self, index: &'static str, ranges: Vec<Clause>) -> Self {
        Clause { index: Some(index), ranges, ..self }
    }

    /// The table to read from, with the index to go by; where a past day stands before it, SQLite finds its way.
    fn source(&self, table: &str, book: &Book) -> String {
        match self.index.filter(|_| !book.looks_back()) {
            Some(index) => format!("{table} INDEXED BY {index}"),
            None => table.to_owned(),
        }
    }

    /// The condition in SQL; without one it always holds.
    pub(super) fn condition(&self) -> &str {
        if self.sql.is_empty() { "1" } else { &self.sql }
    }
}

/// What a list is sorted by: a column or expression, up or down, and the id where that is equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Order {
    by: &'static str,
    down: bool,
    nullable: bool,
    empty_first: bool,
}

impl Order {
    /// By an expression that always has a value.
    pub(in crate::store) const fn by(by: &'static str, down: bool) -> Order {
        Order { by, down, nullable: false, empty_first: !down }
    }

    /// By an expression that may be null: empty ones come first going up, last going down.
    pub(in crate::store) const fn nullable(by: &'static str, down: bool) -> Order {
        Order { by, down, nullable: true, empty_first: !down }
    }

    /// With empty ones last, also going up.
    pub(in crate::store) const fn empty_last(self) -> Order {
        Order { empty_first: false, ..self }
    }

    pub(super) fn expression(self) -> &'static str {
        self.by
    }

    pub(super) fn is_down(self) -> bool {
        self.down
    }

    /// Whether rows without a value come before those that have one.
    pub(super) fn has_empty_first(self) -> bool {
        self.empty_first
    }

    /// The same list from its end.
    fn turned(self) -> Order {
        Order { down: !self.down, empty_first: !self.empty_first, ..self }
    }

    /// Which of two places comes first.
    fn compare(self, one: &Place, other: &Place) -> Ordering {
        let is_empty = |place: &Place| place.value == Value::Null;
        let by_value = match (&one.value, &other.value) {
            (Value::Integer(one), Value::Integer(other)) => one.cmp(other),
            (Value::Text(one), Value::Text(other)) => one.cmp(other),
            _ => Ordering::Equal,
        };
        let along = by_value.then(one.id.cmp(&other.id));
        let along = if self.down { along.reverse() } else { along };
        let filled_first = is_empty(one).cmp(&is_empty(other));
        let by_filling = if self.empty_first { filled_first.reverse() } else { filled_first };
        by_filling.then(along)
    }
}

/// The place of a row in a list: its sorting value and its id.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    pub(super) value: Value,
    pub(super) id: Id,
}

/// Where a window begins, in a list whose rows have places of a kind.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Seek<P = Place> {
    /// At the first row.
    #[default]
    First,
    /// After a row.
    After(P),
    /// So that it ends before a row.
    Before(P),
    /// So that it ends with the last row.
    Last,
}

/// A row of a window, and its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed<T, P = Place> {
    /// The line.
    pub line: T,
    /// Its place in the list.
    pub place: P,
}

/// A kind of line: the table it is a row of, and what is read beside the row.
pub trait Line: Sized {
    /// The row at its heart.
    type Row: Row;
    /// Further columns, in SQL, after those of the row.
    const BESIDE: &'static [&'static str];
    /// The order in which a list comes unless another is asked.
    const ORDER: Order;
    /// What else it can be sorted by.
    const SORTS: &'static [Sort];

    /// Puts the line together; the further columns begin at `from`.
    fn of(row: Self::Row, sql: &SqlRow<'_>, from: usize) -> rusqlite::Result<Self>;
}

impl Book {
    /// A window of a list: at most `limit` lines that meet a condition, in their order.
    ///
    /// The places are found first, and what is shown is read for them alone: where rows must be sorted,
    /// that spares reading it for every one of them.
    pub fn window<L: Line>(
        &self,
        clause: &Clause,
        order: Order,
        seek: &Seek,
        limit: usize,
    ) -> Result<Vec<Placed<L>>> {
        let _moment = self.moment()?;
        let places = self.places(L::Row::TABLE, clause, order, seek, limit)?;
        let ids: Vec<Id> = places.iter().map(|place| place.id).collect();
        let mut lines = self.lines::<L>(&ids)?;
        let placed = |place: Place| Some(Placed { line: lines.remove(&place.id)?, place });
        Ok(places.into_iter().filter_map(placed).collect())
    }

    /// How many lines meet a condition.
    pub fn count<L: Line>(&self, clause: &Clause) -> Result<u64> {
        let sql = format!(
            "SELECT count(*) FROM {} WHERE {}",
            clause.source(L::Row::TABLE, self),
            clause.condition()
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let count: i64 = statement.query_row(params_from_iter(&clause.values), |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }

    /// The line of one record.
    ///
    /// # Errors
    /// [`Error::NoRecord`] where there is none.
    pub fn line<L: Line>(&self, id: Id) -> Result<L> {
        self.lines::<L>(&[id])?.remove(&id).ok_or(Error::NoRecord)
    }

    /// The lines of these records; those that are not there are left out.
    pub(super) fn lines<L: Line>(&self, ids: &[Id]) -> Result<HashMap<Id, L>> {
        let table = L::Row::TABLE;
        let sql = format!(
            "SELECT {columns}, {beside} FROM {table} WHERE {table}.id IN (SELECT value FROM json_each(?1))",
            columns = select_list::<L::Row>(&format!("{table}.")),
            beside = self.resolved(&L::BESIDE.join(", "))?,
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map([json(ids)], |row| {
            let record = L::Row::read(row, 0)?;
            Ok((record.id(), L::of(record, row, L::Row::COLUMNS.len())?))
        })?;
        Ok(rows.collect::<rusqlite::Result<HashMap<_, _>>>()?)
    }

    /// The places of a window.
    fn places(
        &self,
        table: &str,
        clause: &Clause,
        order: Order,
        seek: &Seek,
        limit: usize,
    ) -> Result<Vec<Place>> {
        let (along, place) = match seek {
            Seek::First => (order, None),
            Seek::After(place) => (order, Some(place)),
            Seek::Before(place) => (order.turned(), Some(place)),
            Seek::Last => (order.turned(), None),
        };
        let mut places = match clause.ranges.as_slice() {
            [] => self.places_along(table, clause, along, place, limit)?,
            ranges => {
                let within = |range: &Clause| Clause { ranges: vec![], ..clause.clone() }.with(range.clone());
                let mut all = vec![];
                for range in ranges {
                    all.extend(self.places_along(table, &within(range), along, place, limit)?);
                }
                all.sort_by(|one, other| along.compare(one, other));
                all.truncate(limit);
                all
            }
        };
        if along != order {
            places.reverse();
        }
        Ok(places)
    }

    /// The first places of a list, or those after one.
    fn places_along(
        &self,
        table: &str,
        clause: &Clause,
        order: Order,
        place: Option<&Place>,
        limit: usize,
    ) -> Result<Vec<Place>> {
        let by = self.resolved(order.by)?;
        let empty_first = order.empty_first;
        let mut places = vec![];
        // Rows without a sorting value and rows with one are each a range of the index.
        for empty in [empty_first, !empty_first] {
            let is_passed =
                place.is_some_and(|place| (place.value == Value::Null) != empty && empty == empty_first);
            let room = limit.saturating_sub(places.len());
            if is_passed || room == 0 || (empty && !order.nullable) {
                continue;
            }
            let from = place.filter(|place| (place.value == Value::Null) == empty);
            let range = Range { table, by: &by, nullable: order.nullable, empty, down: order.down, from };
            places.extend(self.range(clause, &range, room)?);
        }
        Ok(places)
    }

    fn range(&self, clause: &Clause, range: &Range<'_>, limit: usize) -> Result<Vec<Place>> {
        let Range { table, by, nullable, empty, down, from } = range;
        let (sign, way) = if *down { ("<", "DESC") } else { (">", "ASC") };
        let mut clause = clause.clone();
        let sort = match empty {
            true => {
                clause = clause.and(&format!("{by} IS NULL"), []);
                if let Some(place) = from {
                    clause = clause.and(&format!("{table}.id {sign} ?"), [Value::Integer(place.id.0)]);
                }
                format!("{table}.id {way}")
            }
            false => {
                if *nullable {
                    clause = clause.and(&format!("{by} IS NOT NULL"), []);
                }
                if let Some(place) = from {
                    let values = [place.value.clone(), Value::Integer(place.id.0)];
                    clause = clause.and(&format!("({by}, {table}.id) {sign} (?, ?)"), values);
                }
                format!("{by} {way}, {table}.id {way}")
            }
        };
        let (source, condition) = (clause.source(table, self), clause.condition());
        let sql =
            format!("SELECT {by}, {table}.id FROM {source} WHERE {condition} ORDER BY {sort} LIMIT {limit}");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map(params_from_iter(&clause.values), |row| {
            Ok(Place { value: row.get(0)?, id: row.get(1)? })
        })?;
        Ok(rows.collect::<rusqlite::Result<Vec<_>>>()?)
    }
}

/// Rows of a list that all have a sorting value, or all have none, from a place on.
struct Range<'a> {
    table: &'a str,
    by: &'a str,
    nullable: bool,
    empty: bool,
    down: bool,
    from: Option<&'a Place>,
}
