//! `keybook encrypt`, `keybook decrypt` and `keybook passphrase`.

use clap::Args;

use super::desk::Desk;
use super::failure::Failure;
use super::passphrase::{self, COMMAND, NEW_COMMAND};
use crate::ops::{check, encryption};
use crate::report::{pages, rows};
use crate::store::cipher::Converted;

/// Encrypts the book and its copies with a passphrase
///
/// The passphrase is typed twice, or told by the command that KEYBOOK_PASSPHRASE_COMMAND names. Nobody can open
/// the book without it, and nobody can find it out: do not forget it. A copy of the book is made first; it and the
/// older ones are encrypted too. Beside the book lies its key file, without which the passphrase opens nothing; it
/// holds no secret.
#[derive(Debug, Args)]
pub(super) struct Encrypt {
    /// Leaves the copies of the book as they are: anybody can read those
    #[arg(long)]
    keep_copies: bool,
}

impl Encrypt {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let path = desk.book_path()?;
        // What is in the way is said before anybody thinks of a passphrase.
        encryption::to_encrypt(&path, desk.clock)?;
        let passphrase = passphrase::choose(desk.lang, &path, COMMAND)?;
        tell(desk, &encryption::encrypt(&path, &passphrase, self.keep_copies, desk.clock)?)
    }
}

/// Takes the encryption of the book and its copies away
///
/// Whoever gets the file can read it then. A copy of the book is made first.
#[derive(Debug, Args)]
pub(super) struct Decrypt {
    /// Leaves the copies of the book as they are: encrypted
    #[arg(long)]
    keep_copies: bool,
}

impl Decrypt {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let file = desk.book_file()?;
        tell(desk, &encryption::decrypt(&file, self.keep_copies, desk.clock)?)
    }
}

/// Changes the passphrase of an encrypted book
///
/// The book and its copies are encrypted anew, so that the old passphrase opens none of them any more. The new one
/// is typed twice, or told by the command that KEYBOOK_NEW_PASSPHRASE_COMMAND names.
#[derive(Debug, Args)]
pub(super) struct ChangePassphrase {
    /// Leaves the copies of the book as they are: the old passphrase opens those
    #[arg(long)]
    keep_copies: bool,
}

impl ChangePassphrase {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let file = desk.book_file()?;
        encryption::to_decrypt(&file)?;
        let passphrase = passphrase::choose(desk.lang, file.path(), NEW_COMMAND)?;
        let done = encryption::change_passphrase(&file, &passphrase, self.keep_copies, desk.clock)?;
        tell(desk, &done)
    }
}

/// Tells what was done, and what the book holds now.
fn tell(desk: &Desk, done: &Converted) -> Result<(), Failure> {
    let found = check::examine(&done.file)?;
    let out = rows::encryption::encryption(desk.lang, done, &found);
    desk.give(&out, || pages::encryption::encryption(desk.lang, &out))
}
