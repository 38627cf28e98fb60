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
