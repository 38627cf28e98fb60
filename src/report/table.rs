//! A table for people: titled columns and rows of typed cells, before anyone decides how wide they are.

use chrono::NaiveDate;

use super::model::Amount;
use crate::domain::id::Id;
use crate::domain::money::{Currency, Money};

/// Columns and rows, in the reader's language.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// From left to right.
    pub columns: Vec<Column>,
    /// From top to bottom; each has one cell for every column.
    pub rows: Vec<Row>,
    /// What is said in place of a table without rows.
    pub when_empty: String,
}

impl Table {
    /// A table without rows yet; `when_empty` is what is said if it stays so.
    pub fn new(columns: Vec<Column>, when_empty: impl Into<String>) -> Self {
        Table { columns, rows: Vec::new(), when_empty: when_empty.into() }
    }

    /// The same without the columns in which nothing is known.
    pub fn known(&self) -> Table {
        let is_known = |place: &usize| {
            self.rows.iter().any(|row| row.cells.get(*place).is_some_and(|cell| cell.value != Value::Absent))
        };
        let places: Vec<usize> = (0..self.columns.len()).filter(is_known).collect();
        let row = |row: &Row| Row {
            cells: places.iter().filter_map(|place| row.cells.get(*place).cloned()).collect(),
            total: row.total,
        };
        Table {
            columns: places.iter().map(|place| self.columns[*place].clone()).collect(),
            rows: self.rows.iter().map(row).collect(),
            when_empty: self.when_empty.clone(),
        }
    }

    /// Adds a row at the bottom.
    pub fn push(&mut self, cells: Vec<Cell>) {
        self.rows.push(Row { cells, total: false });
    }

    /// Adds the row of totals.
    pub fn push_total(&mut self, cells: Vec<Cell>) {
        self.rows.push(Row { cells, total: true });
    }
}

/// One line of a table.
#[derive(Debug, Clone)]
pub struct Row {
    /// One for every column.
    pub cells: Vec<Cell>,
    /// It sums up the rows above.
    pub total: bool,
}

/// A column: its title, and how it behaves where there is little room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What stands above it.
    pub title: String,
    /// Figures stand to the right and are never cut.
    pub figures: bool,
    /// Where room is short, the column of least worth goes first.
    pub worth: Worth,
    /// A text column is not made narrower than this many cells before others go.
    pub least: usize,
}

/// How long a column is kept where room is short, from the first to go to the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Worth {
    /// Nice to see on a wide terminal.
    Extra,
    /// Seen wherever it fits.
    Useful,
    /// Goes only where there is hardly any room.
    Important,
    /// What the row is about.
    Essential,
}

impl Column {
    /// A column of words.
    pub fn words(title: impl Into<String>, worth: Worth) -> Self {
        Column { title: title.into(), figures: false, worth, least: 10 }
    }

    /// A column of short words (codes, dates, badges) that are not worth showing cut.
    pub fn whole(title: impl Into<String>, worth: Worth) -> Self {
        Column { title: title.into(), figures: false, worth, least: usize::MAX }
    }

    /// A column of figures: to the right, never cut.
    pub fn figures(title: impl Into<String>, worth: Worth) -> Self {
        Column { title: title.into(), figures: true, worth, least: usize::MAX }
    }
}

/// What stands in one place of a table, and in which tone.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// The value.
    pub value: Value,
    /// How it is coloured where there is colour.
    pub tone: Tone,
}

/// A value as the rules know it; writers spell it out.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing is known.
    Absent,
    /// Words.
    Text(String),
    /// Several words in a row, set apart as the language does.
    List(Vec<String>),
    /// Minor units of a currency.
    Money(i128, Currency),
    /// Basis points, shown in per cent.
    Rate(i64),
    /// A ratio, shown in per cent with one decimal.
    Ratio(f64),
    /// A number of things.
    Count(i64),
    /// A calendar day.
    Day(NaiveDate),
}

/// What a colour would say, in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// Nothing in particular.
    #[default]
    Plain,
    /// What the eye should find first.
    Strong,
    /// Less important than its neighbours.
    Quiet,
    /// As one would wish.
    Good,
    /// To be looked at.
    Warning,
    /// Wrong, late, lost.
    Bad,
}

impl Cell {
    /// Nothing is known.
    pub const ABSENT: Cell = Cell { value: Value::Absent, tone: Tone::Plain };

    /// Words.
    pub fn text(text: impl Into<String>) -> Self {
        Value::Text(text.into()).into()
    }

    /// Words, or nothing.
    pub fn maybe(text: Option<impl Into<String>>) -> Self {
        text.map_or(Cell::ABSENT, Cell::text)
    }

    /// Several words in a row, or nothing.
    pub fn list<T: AsRef<str>>(words: &[T]) -> Self {
        let words: Vec<String> = words.iter().map(|word| word.as_ref().to_owned()).collect();
        if words.is_empty() { Cell::ABSENT } else { Value::List(words).into() }
    }

    /// An amount of a record.
    pub fn money(money: Money) -> Self {
        Value::Money(i128::from(money.minor), money.currency).into()
    }

    /// A sum in minor units.
    pub fn sum(minor: i128, currency: Currency) -> Self {
        Value::Money(minor, currency).into()
    }

    /// An amount, where it is known.
    pub fn amount(amount: Option<Amount>) -> Self {
        amount.map_or(Value::Absent, |amount| Value::Money(amount.minor, amount.currency)).into()
    }

    /// A rate in basis points.
    pub fn rate(basis_points: i64) -> Self {
        Value::Rate(basis_points).into()
    }

    /// A ratio, where it is defined.
    pub fn ratio(ratio: Option<f64>) -> Self {
        ratio.map_or(Value::Absent, Value::Ratio).into()
    }

    /// A number of things.
    pub fn count(count: i64) -> Self {
        Value::Count(count).into()
    }

    /// A day, where it is known.
    pub fn day(day: Option<NaiveDate>) -> Self {
        day.map_or(Value::Absent, Value::Day).into()
    }

    /// An id, as programs write it.
    pub fn id(id: Id) -> Self {
        Cell::text(id.to_string())
    }

    /// The same cell in another tone.
    pub fn toned(self, tone: Tone) -> Self {
        Cell { tone, ..self }
    }
}

impl From<Value> for Cell {
    fn from(value: Value) -> Self {
        Cell { value, tone: Tone::Plain }
    }
}
