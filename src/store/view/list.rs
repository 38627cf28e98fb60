//! Lists of any kind of record, a window at a time.
//!
//! A window is asked by the key of the row before it, never by a number of rows to skip, so that the
//! last page of a million comes as fast as the first.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::HashMap;

use rusqlite::types::Value;
use rusqlite::{Row as SqlRow, params_from_iter};

use super::by_own::{By, OwnField};
use super::by_several::Further;
use super::kept_order;
use super::order::Sort;
use super::related::json;
use super::through::Through;
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

    /// The table to read from, with the index to go by.
    pub(super) fn source(&self, table: &str, book: &Book) -> String {
        self.index.map_or_else(|| table.to_owned(), |index| book.by_index(table, index))
    }

    /// The condition in SQL; without one it always holds.
    pub(super) fn condition(&self) -> &str {
        if self.sql.is_empty() { "1" } else { &self.sql }
    }
}

/// What a list is sorted by: a column or expression, up or down, and the id where that is equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Order {
    by: By,
    down: bool,
    nullable: bool,
    empty_first: bool,
    through: Option<&'static Through>,
    reckoned: bool,
    /// What rows are sorted by that are equal in this.
    further: [Option<Further>; Order::MOST - 1],
}

impl Order {
    /// By as many columns one after the other a list can be sorted.
    pub const MOST: usize = 3;

    /// By an expression that always has a value.
    pub(in crate::store) const fn by(by: &'static str, down: bool) -> Order {
        let (by, further) = (By::Expression(by), [None; Order::MOST - 1]);
        Order { by, down, nullable: false, empty_first: !down, through: None, reckoned: false, further }
    }

    /// By an expression that may be null: empty ones come first going up, last going down.
    pub(in crate::store) const fn nullable(by: &'static str, down: bool) -> Order {
        Order { nullable: true, ..Order::by(by, down) }
    }

    /// By a field of one's own; records without a value come last.
    pub(super) fn by_own(own: OwnField, down: bool) -> Order {
        Order { by: By::Own(own), ..Order::nullable("", down).reckoned().empty_last() }
    }

    /// The same, and by another where rows are equal in this; beyond the most that there may be, as it was.
    /// No index has it then.
    pub(super) fn then(self, other: Order) -> Order {
        let mut further = self.further;
        let next = Further { by: other.by, down: other.down, empty_first: other.empty_first };
        match further.iter_mut().find(|place| place.is_none()) {
            Some(place) => *place = Some(next),
            None => return self,
        }
        Order { further, through: None, reckoned: true, ..self }
    }

    /// What rows are sorted by that are equal in the first column.
    pub(super) fn further(&self) -> impl Iterator<Item = Further> {
        self.further.into_iter().flatten()
    }

    /// Its columns, the first one first.
    pub(super) fn keys(&self) -> impl Iterator<Item = Further> {
        let first = Further { by: self.by, down: self.down, empty_first: self.empty_first };
        std::iter::once(first).chain(self.further())
    }

    /// The same, by the names of records that the rows belong to.
    pub(super) const fn with_names(self, through: Option<&'static Through>) -> Order {
        Order { through, ..self }
    }

    /// The same, which no index has.
    pub(super) const fn reckoned(self) -> Order {
        Order { reckoned: true, ..self }
    }

    /// The same, sorted anew for each window.
    #[cfg(test)]
    pub(super) const fn sorted_each_time(self) -> Order {
        Order { reckoned: false, ..self }
    }

    /// With empty ones last, also going up.
    pub(in crate::store) const fn empty_last(self) -> Order {
        Order { empty_first: false, ..self }
    }

    /// In SQL, to be resolved.
    pub(super) fn expression(self) -> Cow<'static, str> {
        self.by.sql()
    }

    /// Whether no index has it.
    pub(super) fn is_reckoned(self) -> bool {
        self.reckoned
    }

    /// Whether rows may be without a value.
    pub(super) fn is_nullable(self) -> bool {
        self.nullable
    }

    /// What is null where a row has no value: for a row that belongs to no record, its reference to one.
    pub(super) fn missing(self, by: &str) -> &str {
        self.through.map_or(by, |names| names.link)
    }

    /// The records by whose names it sorts.
    pub(super) fn by_names(self) -> Option<&'static Through> {
        self.through
    }

    pub(super) fn is_down(self) -> bool {
        self.down
    }

    /// Whether rows without a value come before those that have one.
    pub(super) fn has_empty_first(self) -> bool {
        self.empty_first
    }

    /// The same list from its end.
    pub(super) fn turned(self) -> Order {
        let further = self.further.map(|further| further.map(Further::turned));
        Order { down: !self.down, empty_first: !self.empty_first, further, ..self }
    }

    /// Which of two places comes first.
    pub(super) fn compare(self, one: &Place, other: &Place) -> Ordering {
        let mut along = self.keys().zip(one.values().zip(other.values()));
        let decided = along.find_map(|(key, (one, other))| match key.compare(one, other) {
            Ordering::Equal => None,
            way => Some(way),
        });
        let by_id = if self.down { other.id.cmp(&one.id) } else { one.id.cmp(&other.id) };
        decided.unwrap_or(by_id)
    }
}

/// The place of a row in a list: its sorting value, further ones where there are any, and its id.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    pub(super) value: Value,
    pub(super) further: Vec<Value>,
    pub(super) id: Id,
}

impl Place {
    /// All that its row is sorted by, the first column first.
    pub(super) fn values(&self) -> impl Iterator<Item = &Value> {
        std::iter::once(&self.value).chain(&self.further)
    }
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
        let table = L::Row::TABLE;
        let kept = self.in_kept_order(table, clause, order, |places| {
            kept_order::window(places, order, seek, limit).to_vec()
        })?;
        let places = match kept {
            Some(places) => places,
            None => self.places(table, clause, order, seek, limit)?,
        };
        let ids: Vec<Id> = places.iter().map(|place| place.id).collect();
        let mut lines = self.lines::<L>(&ids)?;
        let placed = |place: Place| Some(Placed { line: lines.remove(&place.id)?, place });
        Ok(places.into_iter().filter_map(placed).collect())
    }

    /// How many lines meet a condition.
    pub fn count<L: Line>(&self, clause: &Clause) -> Result<u64> {
        if clause.sql.is_empty()
            && let Some(all) = self.rows_of(L::Row::TABLE)?
        {
            return Ok(all);
        }
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
}
