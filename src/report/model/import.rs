//! What an import did, as programs read it.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::id::Id;

/// One import: one operation, whatever the number of files.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct ImportOut {
    /// The operation that undo takes back; null where nothing was written.
    pub operation: Option<Id>,
    /// File by file.
    pub files: Vec<ImportedFileOut>,
}

/// What became of one file. Rows = created + updated + unchanged + rejected.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct ImportedFileOut {
    /// Its name as given.
    pub file: String,
    /// What it was recognised as.
    pub source: String,
    /// accounts, contacts, deals or activities.
    pub kind: String,
    /// How many rows it has.
    pub rows: u64,
    /// Rows that made a record.
    pub created: u64,
    /// Rows that changed a record.
    pub updated: u64,
    /// Rows that were there already.
    pub unchanged: u64,
    /// Rows that were refused, and why.
    pub rejected: Vec<RejectedOut>,
    /// Where both sides had changed, and ours stayed.
    pub kept_ours: Vec<KeptOut>,
    /// Which column went where.
    pub mapping: BTreeMap<String, String>,
    /// Columns without a field of ours: kept as custom fields.
    pub unmapped: Vec<String>,
}

/// A row that was refused.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct RejectedOut {
    /// Its line in the file, the header being line 1.
    pub row: u64,
    /// The column at fault, where it is one.
    pub column: Option<String>,
    /// What stands there.
    pub value: Option<String>,
    /// What is wrong with it.
    pub reason: String,
}

/// A value that both sides changed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct KeptOut {
    /// Its line in the file.
    pub row: u64,
    /// The record's short code.
    pub record: String,
    /// The field.
    pub field: String,
    /// What stays.
    pub ours: Option<String>,
    /// What the file says.
    pub theirs: Option<String>,
}
