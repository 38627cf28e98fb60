//! Operations of the journal, as programs read them.

use serde::Serialize;

use crate::domain::id::Id;

/// What was done, undone or done again.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct OperationsOut {
    /// The newest first.
    pub operations: Vec<OperationOut>,
}

/// One undoable operation.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct OperationOut {
    /// Its identity.
    pub id: Id,
    /// When it was done, RFC 3339 in UTC.
    pub at: String,
    /// What it was, in the reader's language.
    pub label: String,
    /// How many rows it changed.
    pub changes: u64,
    /// It was taken back.
    pub undone: bool,
    /// What it changed of the record whose history this is; empty in the history of the book.
    pub details: Vec<ChangeOut>,
}

/// What a field held before and after, in the reader's words.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct ChangeOut {
    /// The field's name.
    pub field: String,
    /// Before.
    pub old: Option<String>,
    /// After.
    pub new: Option<String>,
}
