//! `keybook restore`.

use clap::Args;

use super::desk::Desk;
use super::failure::Failure;
use crate::ops::backup;
use crate::report::{pages, rows};
use crate::store::{Book, Error};

/// Brings a copy of the book back
///
/// A copy of the book as it is now is made first, so that this can be taken back in the same way; a damaged
/// book is laid aside. What is open elsewhere shows the restored book at once.
#[derive(Debug, Args)]
pub(super) struct Restore {
    /// The copy: a file, a number of keybook backups, or latest
    #[arg(value_name = "FILE")]
    file: String,
    /// Tells what would change and writes nothing
    #[arg(long)]
    dry_run: bool,
}

impl Restore {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let path = desk.book_path()?;
        let whole = desk.book_file()?;
        let file = desk.unlocked(&backup::named(&path, &self.file)?)?;
        let ready = backup::ready(&file, &whole, desk.clock)?;
        let book = match path.exists().then(|| Book::open(&whole, desk.clock)).transpose() {
            Ok(book) => book,
            // What is damaged is set aside; there is nothing to be compared with.
            Err(Error::Damaged(_) | Error::NotABook(_)) => None,
            Err(error) => return Err(Failure::Closed(error)),
        };
        let told = match rows::backup::restoration(desk.lang, &ready, book.as_ref()) {
            // It opens, and is damaged further on.
            Err(Error::Damaged(_)) => rows::backup::restoration(desk.lang, &ready, None)?,
            told => told?,
        };
        drop(book);
        let told = match self.dry_run {
            true => told,
            false => rows::backup::restored(told, backup::restore(&whole, ready, desk.clock)?),
        };
        desk.give(&told, || pages::backup::restoration(desk.lang, &told))
    }
}
