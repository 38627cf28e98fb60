//! Two copies of a book, joined, as programs read it.

use serde::Serialize;
use serde_json::Value;

/// What joining a copy has done, or would do.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct JoinOut {
    /// The operation, to be undone; null where nothing was written.
    pub operation: Option<String>,
    /// The file of the other copy.
    pub other: String,
    /// Whether nothing was to be written.
    pub dry_run: bool,
    /// Records that came from it.
    pub created: u64,
    /// Records of which something was taken from it.
    pub updated: u64,
    /// Records that it had taken out.
    pub deleted: u64,
    /// What both had changed, each in its own way.
    pub conflicts: Vec<ConflictOut>,
    /// Records that it had changed, and that are here as they were.
    pub unchanged: u64,
}

/// Something that both copies have changed, each in its own way.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct ConflictOut {
    /// The record's name.
    pub record: String,
    /// What kind of record.
    pub kind: String,
    /// Its id.
    pub id: String,
    /// Its short code, where it has one.
    pub code: Option<String>,
    /// The field; `record` where one has taken it out.
    pub field: String,
    /// What it holds in the book; `kept` or `deleted` of a whole record.
    pub ours: Value,
    /// What it holds in the other copy.
    pub theirs: Value,
    /// The currency, where these are amounts.
    pub currency: Option<String>,
    /// When it was changed in the book.
    pub ours_at: String,
    /// When it was changed in the other copy.
    pub theirs_at: String,
    /// Whose value was taken: `ours`, `theirs`; null where nobody has decided.
    pub taken: Option<String>,
}
