//! `keybook export`.

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::desk::Desk;
use super::failure::Failure;
use super::filter;
use crate::domain::filter::Kind;
use crate::report::Format;
use crate::report::model::{AccountOut, ActivityOut, ContactOut, DealOut};
use crate::report::problem::Explained;
use crate::report::rows::{self, Record};
use crate::store::Book;
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
    /// The whole book in one JSON document: every table, row by row.
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
    let records = rows::all::<R>(book, filter::of_any_outcome(desk, book, kind)?);
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
    desk.give_stream(|out| Ok(book.dump(out)?))
}
