//! The columns under which lists of records are shown to people, by the keys that saved views and settings
//! know them by.

mod account;
mod activity;
mod contact;
mod deal;

use chrono::{DateTime, NaiveDate};

use super::field_words;
use crate::domain::stage::Stage;
use crate::domain::word::FieldKind;
use crate::i18n::Lang;
use crate::report::model::FieldOut;
use crate::report::table::{Cell, Column, Table, Worth};
use crate::store::table::attachment::CustomField;

/// What the key of a column begins with that shows a field of one's own.
const OWN: &str = "field.";

/// For whom a list is written, and with what.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'a> {
    /// Their language.
    pub lang: Lang,
    /// The day it is.
    pub today: NaiveDate,
    /// The stages of the book.
    pub stages: &'a [Stage],
    /// The fields of one's own that the records may have.
    pub own: &'a [CustomField],
}

/// A column of a list.
pub struct ListColumn<T: 'static> {
    /// By which it is known; never changes.
    pub key: &'static str,
    heading: fn(Lang) -> Column,
    cell: fn(&T, &Reader<'_>) -> Cell,
}

/// A kind of record that is listed under columns of one's choice.
pub trait Listed: Sized + 'static {
    /// All columns that it always has.
    const COLUMNS: &'static [ListColumn<Self>];

    /// What it has in fields of one's own.
    fn fields(&self) -> &[FieldOut];
}

/// The table of records under the columns of these keys, from left to right. A key that means nothing, as that of
/// a field which was deleted, is left out; none where nothing is left. `when_empty` is said without records.
pub fn table<T: Listed>(
    reader: &Reader<'_>,
    keys: &[String],
    records: &[T],
    when_empty: &str,
) -> Option<Table> {
    let chosen: Vec<Chosen<'_, T>> = keys.iter().filter_map(|key| chosen(reader, key)).collect();
    let headings: Vec<Column> = chosen.iter().map(|one| one.heading(reader.lang)).collect();
    if headings.is_empty() {
        return None;
    }
    let mut table = Table::new(headings, when_empty);
    for record in records {
        table.push(chosen.iter().map(|one| one.cell(record, reader)).collect());
    }
    Some(table)
}

/// A column that was chosen.
enum Chosen<'a, T: 'static> {
    Fixed(&'static ListColumn<T>),
    Own(&'a CustomField),
}

fn chosen<'a, T: Listed>(reader: &Reader<'a>, key: &str) -> Option<Chosen<'a, T>> {
    match key.strip_prefix(OWN) {
        Some(own) => reader.own.iter().find(|field| field.key == own).map(Chosen::Own),
        None => T::COLUMNS.iter().find(|column| column.key == key).map(Chosen::Fixed),
    }
}

impl<T: Listed> Chosen<'_, T> {
    fn heading(&self, lang: Lang) -> Column {
        match self {
            Chosen::Fixed(column) => (column.heading)(lang),
            Chosen::Own(field) if matches!(field.sort(), FieldKind::Number | FieldKind::Money) => {
                Column::figures(&field.label, Worth::Important)
            }
            Chosen::Own(field) => Column::words(&field.label, Worth::Important),
        }
    }

    fn cell(&self, record: &T, reader: &Reader<'_>) -> Cell {
        match self {
            Chosen::Fixed(column) => (column.cell)(record, reader),
            Chosen::Own(own) => {
                let known = record.fields().iter().find(|field| field.key == own.key);
                Cell::maybe(known.map(|field| field_words(reader.lang, field)))
            }
        }
    }
}

/// A column of words that names the record.
fn name(title: impl Into<String>) -> Column {
    Column::words(title, Worth::Essential)
}

/// A column of words.
fn words(title: impl Into<String>) -> Column {
    Column::words(title, Worth::Important)
}

/// A column of short words.
fn whole(title: impl Into<String>) -> Column {
    Column::whole(title, Worth::Important)
}

/// A column of figures.
fn figures(title: impl Into<String>) -> Column {
    Column::figures(title, Worth::Important)
}

const fn of<T>(
    key: &'static str,
    heading: fn(Lang) -> Column,
    cell: fn(&T, &Reader<'_>) -> Cell,
) -> ListColumn<T> {
    ListColumn { key, heading, cell }
}

/// The day of an instant in milliseconds.
fn day_of(milliseconds: i64) -> Cell {
    Cell::day(DateTime::from_timestamp_millis(milliseconds).map(|instant| instant.date_naive()))
}
