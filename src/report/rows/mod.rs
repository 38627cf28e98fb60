//! Records as programs read them, put together from the lines of the store a window at a time.

mod account;
mod activity;
pub mod backup;
pub mod brief;
pub mod calendar;
pub mod capture;
pub mod card;
pub mod care;
mod contact;
mod deal;
pub mod dossier;
pub mod double;
pub mod encryption;
pub mod entry;
pub mod figures;
pub mod first;
pub mod history;
pub mod import;
pub mod joining;
pub mod metrics;
mod order;
pub mod outlook;
pub mod people;
pub mod portfolio;
mod promise;
pub mod quarter;
pub mod record_history;
pub mod register;
pub mod resources;
pub mod review;
pub mod segment;
pub mod today;
pub mod track;
pub mod week;
pub mod white_space;

use std::collections::HashMap;
use std::vec::IntoIter;

use crate::domain::funnel::Rates;
use crate::domain::id::Id;
use crate::domain::money::Currency;
use crate::domain::word::FieldKind;
use crate::domain::yes_no;
use crate::report::model::{FieldOut, Fields};
use crate::store::view::list::{Clause, Line, Order, Seek};
use crate::store::view::related::{ByRecord, FieldValue};
use crate::store::{Book, Error, Result};

/// How many lines are read at a time.
const WINDOW: usize = 500;

/// A kind of record that can be listed: how its lines become what programs read.
pub trait Record: Sized {
    /// The line it is made from.
    type Line: Line;

    /// Puts a window of records together.
    fn read(book: &Book, lines: Vec<Self::Line>) -> Result<Vec<Self>>;
}

/// The record with this id.
///
/// # Errors
/// [`Error::NoRecord`] where there is none.
pub fn one<R: Record>(book: &Book, id: Id) -> Result<R> {
    let line = book.line::<R::Line>(id)?;
    R::read(book, vec![line])?.into_iter().next().ok_or(Error::NoRecord)
}

/// All records that meet a condition, in their usual order, read a window at a time.
pub fn all<R: Record>(book: &Book, clause: Clause) -> All<'_, R> {
    sorted(book, clause, R::Line::ORDER)
}

/// All records that meet a condition in an order, read a window at a time.
pub fn sorted<R: Record>(book: &Book, clause: Clause, order: Order) -> All<'_, R> {
    All { book, clause, order, seek: Some(Seek::First), window: Vec::new().into_iter() }
}

/// The records of a list, one after the other.
pub struct All<'a, R> {
    book: &'a Book,
    clause: Clause,
    order: Order,
    /// Where the next window begins; none where the last one was read.
    seek: Option<Seek>,
    window: IntoIter<R>,
}

impl<R: Record> All<'_, R> {
    /// Reads the window that begins at `seek`, and finds where the next one does.
    fn read(&mut self, seek: &Seek) -> Result<()> {
        let placed = self.book.window::<R::Line>(&self.clause, self.order, seek, WINDOW)?;
        self.seek = match placed.last() {
            Some(last) if placed.len() == WINDOW => Some(Seek::After(last.place.clone())),
            _ => None,
        };
        let lines = placed.into_iter().map(|placed| placed.line).collect();
        self.window = R::read(self.book, lines)?.into_iter();
        Ok(())
    }
}

impl<R: Record> Iterator for All<'_, R> {
    type Item = Result<R>;

    fn next(&mut self) -> Option<Result<R>> {
        if let Some(record) = self.window.next() {
            return Some(Ok(record));
        }
        let seek = self.seek.take()?;
        match self.read(&seek) {
            Ok(()) => self.window.next().map(Ok),
            Err(error) => Some(Err(error)),
        }
    }
}

/// What hangs on one record of a window.
fn take<T>(lists: &mut ByRecord<T>, record: Id) -> Vec<T> {
    lists.remove(&record).unwrap_or_default()
}

/// Custom fields as an object.
fn fields(lists: &mut HashMap<Id, Vec<FieldValue>>, record: Id) -> Fields {
    let field = |field: FieldValue| FieldOut {
        value: match yes_no::read(&field.value).filter(|_| field.sort == FieldKind::YesNo) {
            Some(yes) => yes.into(),
            None => field.value.into(),
        },
        key: field.key,
        label: field.label,
    };
    let mut all: Vec<FieldOut> = take(lists, record).into_iter().map(field).collect();
    all.sort_by(|one, other| one.key.cmp(&other.key));
    Fields(all)
}

/// The base currency and today's exchange rates to it.
struct Base {
    currency: Currency,
    rates: Rates,
}

impl Base {
    fn of(book: &Book) -> Result<Self> {
        let currency = book.settings()?.base_currency;
        Ok(Base { currency, rates: book.rates_on(currency, book.today())? })
    }

    /// An amount in the base currency; none without an exchange rate.
    fn turn(&self, minor: i64, currency: Currency) -> Option<i128> {
        self.rates.turn(minor, currency, self.currency)
    }
}
