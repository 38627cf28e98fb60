//! `keybook demo`.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use tempfile::TempDir;

use super::again::Again;
use super::desk::{Desk, Opening};
use super::failure::Failure;
use super::{Ended, is_at_terminal};
use crate::ops::demo;
use crate::report::model::DemoOut;
use crate::report::page::Page;
use crate::report::problem::Explained;
use crate::store::view::lines::{AccountLine, ActivityLine, ContactLine, DealLine};
use crate::store::view::list::Clause;
use crate::tr;

/// Opens a demonstration book, made fresh and gone afterwards
///
/// Everything in it is invented. With --book FILE --print it is written there instead, to be kept.
#[derive(Debug, Args)]
pub(super) struct Demo {
    /// A book of so many deals instead of the one with a story; the same for the same number and day
    #[arg(long, value_name = "N")]
    size: Option<u64>,
    /// Writes the book into the file that --book names, and opens nothing
    #[arg(long)]
    print: bool,
}

impl Demo {
    pub fn run(self, desk: &Desk) -> Result<Ended, Failure> {
        match self.print {
            true => self.write(desk).map(|()| Ended::Done(0)),
            false => opening(desk, self.size, None).map(|opening| Ended::Interface(Box::new(opening))),
        }
    }

    /// A book to be kept.
    fn write(self, desk: &Desk) -> Result<(), Failure> {
        let lang = desk.lang;
        let Some(path) = &desk.global.book else {
            let what = Explained::new(tr!(lang, "cli.demo_no_file"));
            return Err(Failure::Usage(what.hint(tr!(lang, "cli.demo_no_file_hint"))));
        };
        if fs::symlink_metadata(path).is_ok() {
            let what = Explained::new(tr!(lang, "cli.demo_taken", path = path.display()));
            return Err(Failure::Undone(what.hint(tr!(lang, "cli.demo_taken_hint"))));
        }
        let book = demo::make(path, desk.clock, self.size).inspect_err(|_| remove(path))?;
        let all = Clause::default();
        let written = DemoOut {
            book: path.display().to_string(),
            accounts: book.count::<AccountLine>(&all)?,
            contacts: book.count::<ContactLine>(&all)?,
            deals: book.count::<DealLine>(&all)?,
            activities: book.count::<ActivityLine>(&all)?,
        };
        desk.give(&written, || {
            let DemoOut { book, accounts, contacts, deals, activities } = &written;
            Page::of_line(
                lang,
                tr!(
                    lang,
                    "cli.demo_written",
                    book = book,
                    accounts = accounts,
                    contacts = contacts,
                    deals = deals,
                    activities = activities
                ),
            )
        })
    }
}

/// A demonstration in a folder that goes when the interface is left: of so many deals, or the one with the story;
/// with the tour first where it is told to which book that leads back.
pub(super) fn opening(desk: &Desk, size: Option<u64>, tour: Option<PathBuf>) -> Result<Opening, Failure> {
    let lang = desk.lang;
    if !is_at_terminal() {
        let what = Explained::new(tr!(lang, "cli.demo_no_terminal"));
        return Err(Failure::Usage(what.hint(tr!(lang, "cli.demo_no_terminal_hint"))));
    }
    let folder = TempDir::with_prefix("keybook-").map_err(|error| {
        Failure::Undone(Explained::new(tr!(lang, "cli.demo_no_folder")).why(error.to_string()))
    })?;
    // The header shows the file's name.
    let name = format!("{}.keybook", tr!(lang, "cli.demo_book"));
    let book = demo::make(&folder.path().join(name), desk.clock, size)?;
    let (config, again) = (desk.config.clone(), Again::new(&desk.global, lang));
    Ok(Opening { book, damaged: None, lang, config, folder: Some(folder), with_review: false, tour, again })
}

/// A book that could not be finished is of no use; that it cannot be removed changes nothing.
fn remove(path: &Path) {
    for end in ["", "-wal", "-shm"] {
        let mut name = path.as_os_str().to_owned();
        name.push(end);
        let _ = fs::remove_file(name);
    }
}
