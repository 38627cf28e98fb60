//! `keybook export`.

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::desk::Desk;
use super::failure::Failure;
use super::{filter, list};
use crate::domain::due::DueKind;
use crate::domain::filter::Kind;
use crate::exchange::calendar::{Event, begin, end, write_event};
use crate::exchange::card::{Version, write_account, write_contact};
use crate::exchange::{AccountIn, ContactIn};
use crate::report::Format;
use crate::report::events::{ActivityEvent, DATED, due};
use crate::report::model::{AccountOut, ActivityOut, ContactOut, DealOut};
use crate::report::pages;
use crate::report::problem::Explained;
use crate::report::rows::{self, Record};
use crate::report::table::Table;
use crate::store::Book;
use crate::tr;

/// Writes records for other programs: as CSV, JSON, vCard, iCalendar or Markdown
#[derive(Debug, Args)]
pub(super) struct Export {
    /// Which records
    #[arg(value_enum)]
    what: What,
    /// The version of vCard: 4.0, or 3.0 for older address books
    #[arg(long, value_enum, value_name = "VERSION", default_value = "4.0")]
    vcard_version: CardVersion,
}

/// A version of vCard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum CardVersion {
    /// For older address books.
    #[value(name = "3.0")]
    V3,
    /// The present one.
    #[value(name = "4.0")]
    V4,
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
        if desk.format == Format::Vcard {
            return cards(desk, &book, self.what, self.vcard_version);
        }
        if desk.format == Format::Ics {
            return events(desk, &book, self.what);
        }
        match self.what {
            What::Accounts => records::<AccountOut>(desk, &book, Kind::Accounts, |accounts| {
                pages::account::list(desk.lang, accounts)
            }),
            What::Contacts => records::<ContactOut>(desk, &book, Kind::Contacts, |contacts| {
                pages::contact::list(desk.lang, contacts)
            }),
            What::Deals => {
                let stages = book.stages_as_of(None)?;
                records::<DealOut>(desk, &book, Kind::Deals, |deals| {
                    pages::deal::list(desk.lang, &stages, desk.today(), deals)
                })
            }
            What::Activities => records::<ActivityOut>(desk, &book, Kind::Activities, |activities| {
                pages::activity::list(desk.lang, activities)
            }),
            What::All => everything(desk, &book),
        }
    }
}

fn records<R: Record + Serialize + Default>(
    desk: &Desk,
    book: &Book,
    kind: Kind,
    table: impl FnOnce(&[R]) -> Table,
) -> Result<(), Failure> {
    list::of_clause(desk, book, filter::of_any_outcome(desk, book, kind)?, table)
}

/// The people, or the organisations, each as a card.
fn cards(desk: &Desk, book: &Book, what: What, version: CardVersion) -> Result<(), Failure> {
    let version = match version {
        CardVersion::V3 => Version::V3,
        CardVersion::V4 => Version::V4,
    };
    match what {
        What::Contacts => {
            let clause = filter::of_any_outcome(desk, book, Kind::Contacts)?;
            each(desk, rows::all::<ContactIn>(book, clause), |contact, text| {
                write_contact(contact, version, text)
            })
        }
        What::Accounts => {
            let clause = filter::of_any_outcome(desk, book, Kind::Accounts)?;
            each(desk, rows::all::<AccountIn>(book, clause), |account, text| {
                write_account(account, version, text)
            })
        }
        What::Deals | What::Activities | What::All => {
            let what = Explained::new(tr!(desk.lang, "cli.not_cards"));
            Err(Failure::Usage(what.hint(tr!(desk.lang, "cli.not_cards_hint"))))
        }
    }
}

/// What has a day, each as an event: all that is due, or the next steps of deals, the special days of people,
/// what happened.
fn events(desk: &Desk, book: &Book, what: What) -> Result<(), Failure> {
    let kinds: &[DueKind] = match what {
        What::All => DATED,
        What::Deals => &[DueKind::NextStep],
        What::Contacts => &[DueKind::SpecialDay],
        What::Activities | What::Accounts => &[],
    };
    let is_log = what == What::Activities;
    if what == What::Accounts || desk.global.filter.is_some() && !is_log {
        let told = Explained::new(tr!(desk.lang, "cli.not_events"));
        return Err(Failure::Usage(told.hint(tr!(desk.lang, "cli.not_events_hint"))));
    }
    match is_log {
        false => give_events(desk, book, due(desk.lang, book, kinds)?.into_iter().map(Ok)),
        true => {
            let clause = filter::of_any_outcome(desk, book, Kind::Activities)?;
            give_events(desk, book, rows::all::<ActivityEvent>(book, clause).map(|line| Ok(line?.0)))
        }
    }
}

/// Writes events one by one as a calendar.
pub(super) fn give_events(
    desk: &Desk,
    book: &Book,
    events: impl Iterator<Item = Result<Event, Failure>>,
) -> Result<(), Failure> {
    let stamp = book.today();
    desk.give_stream(|out| {
        let mut text = String::new();
        begin(&mut text).map_err(std::io::Error::other)?;
        for event in events {
            write_event(&event?, stamp, &mut text).map_err(std::io::Error::other)?;
            out.write_all(text.as_bytes())?;
            text.clear();
        }
        end(&mut text).map_err(std::io::Error::other)?;
        Ok(out.write_all(text.as_bytes())?)
    })
}

/// Writes records one by one, as they are read.
fn each<R>(
    desk: &Desk,
    records: impl Iterator<Item = crate::store::Result<R>>,
    write: impl Fn(&R, &mut String) -> std::fmt::Result,
) -> Result<(), Failure> {
    desk.give_stream(|out| {
        let mut text = String::new();
        for record in records {
            text.clear();
            write(&record?, &mut text).map_err(std::io::Error::other)?;
            out.write_all(text.as_bytes())?;
        }
        Ok(())
    })
}

/// Every record of the book, in one document.
fn everything(desk: &Desk, book: &Book) -> Result<(), Failure> {
    if matches!(desk.global.format, Some(Format::Csv | Format::Md)) {
        let what = Explained::new(tr!(desk.lang, "cli.all_in_csv"));
        return Err(Failure::Usage(what.hint(tr!(desk.lang, "cli.all_in_csv_hint"))));
    }
    if desk.global.filter.is_some() {
        return Err(Failure::Usage(Explained::new(tr!(desk.lang, "cli.all_filtered"))));
    }
    desk.give_stream(|out| Ok(book.dump(out)?))
}
