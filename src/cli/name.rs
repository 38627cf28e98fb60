//! The record that a person names: by its id, its short code, or words of its name.

use super::failure::Failure;
use crate::domain::id::Id;
use crate::domain::word::RecordKind;
use crate::ops::problem::the_one;
use crate::store::Book;
use crate::store::view::find::Named;

/// The one record of these kinds that `words` mean.
pub(super) fn one(book: &Book, words: &str, kinds: &[RecordKind]) -> Result<Named, Failure> {
    Ok(the_one(book.named(words, kinds)?, words, kinds)?)
}

/// The one record without a name of its own, of a kind, that `words` mean.
pub(super) fn worded(book: &Book, words: &str, kind: RecordKind) -> Result<Named, Failure> {
    let found = book.worded(words, kind)?;
    Ok(the_one(found, words, &[kind])?)
}

/// The account that `words` mean.
pub(super) fn account(book: &Book, words: &str) -> Result<Id, Failure> {
    Ok(one(book, words, &[RecordKind::Account])?.id)
}

/// The contact that `words` mean.
pub(super) fn contact(book: &Book, words: &str) -> Result<Id, Failure> {
    Ok(one(book, words, &[RecordKind::Contact])?.id)
}

/// The deal that `words` mean.
pub(super) fn deal(book: &Book, words: &str) -> Result<Id, Failure> {
    Ok(one(book, words, &[RecordKind::Deal])?.id)
}

/// The product that `words` mean.
pub(super) fn product(book: &Book, words: &str) -> Result<Id, Failure> {
    Ok(one(book, words, &[RecordKind::Product])?.id)
}
