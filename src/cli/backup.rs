//! `keybook backup` and `keybook backups`.

use std::path::PathBuf;

use clap::Args;

use super::desk::Desk;
use super::failure::Failure;
use crate::ops::backup;
use crate::report::page::Page;
use crate::report::{pages, rows};
use crate::store;
use crate::tr;

/// Makes a copy of the book, and makes sure that it is good
///
/// Copies are made by themselves: when the interface is left after changes, once an hour while it is
/// open, and before an upgrade, an import and a restore. They lie in a folder beside the book: the last
/// ten, then one a day for 14 days, then one a week for 12 weeks. With FILE the copy is made there, and
/// stays.
#[derive(Debug, Args)]
pub(super) struct Backup {
    /// A file that is not there yet, such as one on another disk
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

impl Backup {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let lang = desk.lang;
        let book = desk.book()?;
        let made = match self.file {
            Some(file) => {
                backup::make_at(&book, &file)?;
                rows::backup::elsewhere(&file, desk.clock.now())
            }
            None => rows::backup::backup(&backup::make(&book)?, Some(true)),
        };
        desk.give(&made, || Page::of_line(lang, tr!(lang, "backup.made", file = made.file)))
    }
}

/// Lists the copies of the book, the latest first
#[derive(Debug, Args)]
pub(super) struct Backups {
    /// Reads each one whole, to see whether it still is what was written
    #[arg(long)]
    verify: bool,
}

impl Backups {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let lang = desk.lang;
        let found = store::backup::list(&desk.book_path()?)?;
        let good = |backup: &store::backup::Backup| self.verify.then(|| backup.verify().is_ok());
        let all: Vec<_> = found.iter().map(|backup| rows::backup::backup(backup, good(backup))).collect();
        desk.give_list(&all, || Page::of_table(lang, "", pages::backup::list(lang, &all)))
    }
}
