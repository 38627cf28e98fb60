//! `keybook plan`.

use super::desk::Desk;
use super::failure::Failure;
use super::name;
use crate::store::Book;

/// Answers with the plan of an account.
pub(super) fn show(_desk: &Desk, book: &Book, words: &str) -> Result<(), Failure> {
    let _account = name::account(book, words)?;
    Ok(())
}
