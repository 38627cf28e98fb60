//! `keybook export`.

use std::cell::RefCell;

use clap::{Args, ValueEnum};
use serde::ser::{Error, SerializeSeq};
use serde::{Serialize, Serializer};

use super::desk::Desk;
use super::failure::Failure;
use crate::domain::filter::Kind;
use crate::report::Format;
use crate::report::model::{AccountOut, ActivityOut, ContactOut, DealOut, OrderOut};
use crate::report::problem::Explained;
use crate::report::rows::{self, Record};
use crate::store::Book;
use crate::store::view::list::Clause;
use crate::tr;

/// Writes records for other programs: as CSV, or as JSON
#[derive(Debug, Args)]
pub(super) struct Export {
    /// Which records
    #[arg(value_enum)]
    what: What,
}

/// Which records are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum What {
    /// Organisations.
    Accounts,
    /// People.
    Contacts,
    /// Possible sales, closed ones too.
    Deals,
    /// What happened with clients.
    Activities,
    /// All of these, and small orders, in one JSON document.
    All,
}

impl Export {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let book = desk.book()?;
        match self.what {
            What::Accounts => records::<AccountOut>(desk, &book, Kind::Accounts),
            What::Contacts => records::<ContactOut>(desk, &book, Kind::Contacts),
            What::Deals => records::<DealOut>(desk, &book, Kind::Deals),
            What::Activities => records::<ActivityOut>(desk, &book, Kind::Activities),
            What::All => everything(desk, &book),
        }
    }
}

fn records<R: Record + Serialize + Default>(desk: &Desk, book: &Book, kind: Kind) -> Result<(), Failure> {
    let records = rows::all::<R>(book, desk.clause(book, kind)?);
    desk.write_records(records.map(|record| record.map_err(Failure::from)))
}

/// Every record of the book, in one document.
fn everything(desk: &Desk, book: &Book) -> Result<(), Failure> {
    if desk.global.format == Some(Format::Csv) {
        let what = Explained::new(tr!(desk.lang, "cli.all_in_csv"));
        return Err(Failure::Usage(what.hint(tr!(desk.lang, "cli.all_in_csv_hint"))));
    }
    if desk.global.filter.is_some() {
        return Err(Failure::Usage(Explained::new(tr!(desk.lang, "cli.all_filtered"))));
    }
    desk.write_json(&Everything {
        accounts: InTurn::of(book),
        contacts: InTurn::of(book),
        deals: InTurn::of(book),
        activities: InTurn::of(book),
        orders: InTurn::of(book),
    })
}

#[derive(Serialize)]
struct Everything<'a> {
    accounts: InTurn<'a, AccountOut>,
    contacts: InTurn<'a, ContactOut>,
    deals: InTurn<'a, DealOut>,
    activities: InTurn<'a, ActivityOut>,
    orders: InTurn<'a, OrderOut>,
}

/// A list whose records are read while they are written, so that a long one never stands in memory.
struct InTurn<'a, R>(RefCell<rows::All<'a, R>>);

impl<'a, R: Record> InTurn<'a, R> {
    fn of(book: &'a Book) -> Self {
        InTurn(RefCell::new(rows::all(book, Clause::default())))
    }
}

impl<R: Record + Serialize> Serialize for InTurn<'_, R> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        for record in &mut *self.0.borrow_mut() {
            list.serialize_element(&record.map_err(S::Error::custom)?)?;
        }
        list.end()
    }
}
