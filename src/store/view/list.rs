//! Lists of any kind of record, a window at a time.
//!
//! A window is asked by the key of the row before it, never by a number of rows to skip, so that the
//! last page of a million comes as fast as the first.

use rusqlite::types::Value;
use rusqlite::{Row as SqlRow, params_from_iter};

use crate::domain::id::Id;
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::row::{Row, select_list};

/// A condition in SQL with its values; made by `store` alone, from a checked filter.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Clause {
    pub(in crate::store) sql: String,
    pub(in crate::store) values: Vec<Value>,
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
    pub fn with(self, other: Clause) -> Self {
        match other.sql.is_empty() {
            true => self,
            false => self.and(&format!("({})", other.sql), other.values),
        }
    }

    fn condition(&self) -> &str {
        if self.sql.is_empty() { "1" } else { &self.sql }
    }
}

/// What a list is sorted by: a column, up or down, and the id where that is equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Order {
    column: &'static str,
    down: bool,
    nullable: bool,
}

impl Order {
    /// By a column that always has a value.
    pub(in crate::store) const fn by(column: &'static str, down: bool) -> Order {
        Order { column, down, nullable: false }
    }

    /// By a column that may be empty: empty ones come first going up, last going down.
    pub(in crate::store) const fn nullable(column: &'static str, down: bool) -> Order {
        Order { column, down, nullable: true }
    }
}

/// The place of a row in a list: its sorting value and its id.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    value: Value,
    id: Id,
}

/// Where a window begins.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Seek {
    /// At the first row.
    #[default]
    First,
    /// After a row.
    After(Place),
    /// So that it ends before a row.
    Before(Place),
    /// So that it ends with the last row.
    Last,
}

/// A row of a window, and its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed<T> {
    /// The line.
    pub line: T,
    /// Its place in the list.
    pub place: Place,
}

/// A kind of line: the table it is a row of, and what is read beside the row.
pub trait Line: Sized {
    /// The row at its heart.
    type Row: Row;
    /// Further columns, in SQL, after those of the row.
    const BESIDE: &'static str;
    /// The order in which a list comes unless another is asked.
    const ORDER: Order;

    /// Puts the line together; the further columns begin at `from`.
    fn of(row: Self::Row, sql: &SqlRow<'_>, from: usize) -> rusqlite::Result<Self>;
}

impl Book {
    /// A window of a list: at most `limit` lines that meet a condition, in their order.
    pub fn window<L: Line>(
        &self,
        clause: &Clause,
        order: Order,
        seek: &Seek,
        limit: usize,
    ) -> Result<Vec<Placed<L>>> {
        let backwards = matches!(seek, Seek::Before(_) | Seek::Last);
        let place = match seek {
            Seek::After(place) | Seek::Before(place) => Some(place),
            Seek::First | Seek::Last => None,
        };
        let down = order.down != backwards;
        let _moment = self.moment()?;
        let mut lines = vec![];
        // Rows without a sorting value and rows with one are each a range of the index.
        for empty in if down { [false, true] } else { [true, false] } {
            let skipped = match place {
                Some(place) => (place.value == Value::Null) != empty && empty != down,
                None => false,
            };
            if skipped || (empty && !order.nullable) {
                continue;
            }
            let from = place.filter(|place| (place.value == Value::Null) == empty);
            let room = limit.saturating_sub(lines.len());
            lines.extend(self.range::<L>(clause, order.column, empty, down, from, room)?);
        }
        if backwards {
            lines.reverse();
        }
        Ok(lines)
    }

    /// How many lines meet a condition.
    pub fn count<L: Line>(&self, clause: &Clause) -> Result<u64> {
        let sql = format!("SELECT count(*) FROM {} WHERE {}", L::Row::TABLE, clause.condition());
        let mut statement = self.connection.prepare_cached(&sql)?;
        let count: i64 = statement.query_row(params_from_iter(&clause.values), |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }

    /// The line of one record.
    ///
    /// # Errors
    /// [`crate::store::Error::NoRecord`] where there is none.
    pub fn line<L: Line>(&self, id: Id) -> Result<L> {
        let clause = Clause::default().and("id = ?", [Value::Integer(id.0)]);
        let found = self.window::<L>(&clause, Order::by("id", false), &Seek::First, 1)?;
        found.into_iter().next().map(|placed| placed.line).ok_or(crate::store::Error::NoRecord)
    }

    fn range<L: Line>(
        &self,
        clause: &Clause,
        column: &str,
        empty: bool,
        down: bool,
        from: Option<&Place>,
        limit: usize,
    ) -> Result<Vec<Placed<L>>> {
        let table = L::Row::TABLE;
        let (sign, way) = if down { ("<", "DESC") } else { (">", "ASC") };
        let mut clause = clause.clone();
        let sort = match empty {
            true => {
                let start = from.map(|place| Value::Integer(place.id.0));
                clause = clause.and(&format!("{table}.{column} IS NULL"), []);
                if let Some(id) = start {
                    clause = clause.and(&format!("{table}.id {sign} ?"), [id]);
                }
                format!("{table}.id {way}")
            }
            false => {
                clause = clause.and(&format!("{table}.{column} IS NOT NULL"), []);
                if let Some(place) = from {
                    let values = [place.value.clone(), Value::Integer(place.id.0)];
                    clause = clause.and(&format!("({table}.{column}, {table}.id) {sign} (?, ?)"), values);
                }
                format!("{table}.{column} {way}, {table}.id {way}")
            }
        };
        let columns = select_list::<L::Row>(&format!("{table}."));
        let sql = format!(
            "SELECT {table}.{column}, {columns}, {beside} FROM {table} WHERE {condition} ORDER BY {sort} LIMIT {limit}",
            beside = L::BESIDE,
            condition = clause.condition(),
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map(params_from_iter(&clause.values), |row| {
            let record = L::Row::read(row, 1)?;
            let place = Place { value: row.get(0)?, id: record.id() };
            let line = L::of(record, row, 1 + L::Row::COLUMNS.len())?;
            Ok(Placed { line, place })
        })?;
        Ok(rows.collect::<rusqlite::Result<Vec<_>>>()?)
    }
}
