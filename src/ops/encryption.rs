//! Encrypting a book, taking that back, and changing its passphrase.

use std::path::Path;

use super::{Problem, setup};
use crate::store::cipher::{self, CAN_ENCRYPT, Converted, Key, Passphrase, Recipe, is_encrypted};
use crate::store::{BookFile, Clock, Error};

/// How a file is opened that may be encrypted, beside a book that is open: with the same key.
pub fn beside(path: &Path, book: &BookFile) -> BookFile {
    let real = |path: &Path| path.canonicalize().ok();
    // The file of a book that is open is not looked into.
    let is_the_book = real(path).is_some_and(|path| Some(path) == real(book.path()));
    if is_the_book || is_encrypted(path) { book.with_path(path) } else { path.into() }
}

/// Encrypts a book and its copies; these stay as they are where they are to be kept. A copy is made first.
///
/// # Errors
/// [`Problem::EmptyPassphrase`], [`Problem::AlreadyEncrypted`]; [`Problem::Store`] where it cannot be done: the book
/// is as it was then.
pub fn encrypt(
    path: &Path,
    passphrase: &Passphrase,
    keeps_copies: bool,
    clock: Clock,
) -> Result<Converted, Problem> {
    let book = to_encrypt(path, clock)?;
    Ok(cipher::convert(&book, Some(&key(passphrase)?), keeps_copies, clock)?)
}

/// The book to be encrypted, made where there is none.
///
/// # Errors
/// [`Problem::AlreadyEncrypted`]; [`Problem::Store`] where it does not open, or this program cannot encrypt.
pub fn to_encrypt(path: &Path, clock: Clock) -> Result<BookFile, Problem> {
    if !CAN_ENCRYPT {
        return Err(Error::NoCipher(path.to_owned()).into());
    }
    if is_encrypted(path) {
        return Err(Problem::AlreadyEncrypted(path.to_owned()));
    }
    drop(setup::open(path, clock)?);
    Ok(path.into())
}

/// Takes the encryption of a book and its copies away, so that anybody can read them who gets them.
///
/// # Errors
/// [`Problem::NotEncrypted`]; as [`encrypt`].
pub fn decrypt(book: &BookFile, keeps_copies: bool, clock: Clock) -> Result<Converted, Problem> {
    to_decrypt(book)?;
    Ok(cipher::convert(book, None, keeps_copies, clock)?)
}

/// Encrypts a book and its copies anew: the passphrase that it had opens none of them any more.
///
/// # Errors
/// [`Problem::EmptyPassphrase`], [`Problem::NotEncrypted`]; as [`encrypt`].
pub fn change_passphrase(
    book: &BookFile,
    passphrase: &Passphrase,
    keeps_copies: bool,
    clock: Clock,
) -> Result<Converted, Problem> {
    to_decrypt(book)?;
    Ok(cipher::convert(book, Some(&key(passphrase)?), keeps_copies, clock)?)
}

/// Whether a book is encrypted, so that this can be taken away or changed.
///
/// # Errors
/// [`Problem::NotEncrypted`].
pub fn to_decrypt(book: &BookFile) -> Result<(), Problem> {
    let plain = || Problem::NotEncrypted(book.path().to_owned());
    book.key().map(drop).ok_or_else(plain)
}

/// A new key for a new passphrase.
fn key(passphrase: &Passphrase) -> Result<Key, Problem> {
    if passphrase.is_empty() {
        return Err(Problem::EmptyPassphrase);
    }
    Recipe::fresh()?.key(passphrase)?.ok_or(Problem::EmptyPassphrase)
}
