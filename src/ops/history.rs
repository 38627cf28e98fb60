//! Undo, redo and the history.

use super::Done;
use super::problem::Problem;
use crate::domain::id::Id;
use crate::store::{Book, Operation};

/// Takes back the newest operation that holds, or the one with an id.
///
/// # Errors
/// [`Problem::Undo`] says why: nothing to undo, a later operation in the way, before a migration.
pub fn undo(book: &mut Book, operation: Option<Id>) -> Done<Operation> {
    Ok(book.undo(operation)?)
}

/// Does again what was undone last.
///
/// # Errors
/// As [`undo`].
pub fn redo(book: &mut Book) -> Done<Operation> {
    Ok(book.redo()?)
}

/// The newest operations, newest first; those that changed a record where one is given.
///
/// # Errors
/// [`Problem::Store`].
pub fn list(book: &Book, record: Option<Id>, limit: i64) -> Result<Vec<Operation>, Problem> {
    Ok(book.history(record, limit)?)
}

/// How far the history has come: the place of the newest operation, 0 before the first.
///
/// # Errors
/// [`Problem::Store`].
pub fn last(book: &Book) -> Result<i64, Problem> {
    Ok(book.history(None, 1)?.first().map_or(0, |newest| newest.seq))
}

/// The operation that [`undo`] would take back, where another opening of the book has made it since its history
/// stood at `since`.
///
/// # Errors
/// [`Problem::Store`].
pub fn newest_of_others(book: &Book, since: i64) -> Result<Option<Operation>, Problem> {
    let newest = book.newest_done()?;
    Ok(newest.filter(|operation| operation.by_another && operation.seq > since))
}
