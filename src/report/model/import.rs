//! What an import did, as programs read it.

use serde::Serialize;

use crate::domain::id::Id;

/// One import: one operation, whatever the number of files.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct ImportOut {
    /// The operation that undo takes back; null where nothing was written.
    pub operation: Option<Id>,
    /// File by file.
    pub files: Vec<ImportedFileOut>,
    /// Nothing was to be written: it was only tried.
    pub dry_run: bool,
}

/// What became of one file. Rows = created + updated + unchanged + rejected.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct ImportedFileOut {
    /// Its name as given.
    pub file: String,
    /// Which program it was recognised to come from; null where nothing of it was taken.
    pub source: Option<String>,
    /// accounts, contacts, deals or activities; null where nothing of it was taken.
    pub kind: Option<String>,
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
    /// Which column became which field.
    pub mapping: serde_json::Map<String, serde_json::Value>,
    /// Columns without a field of ours: kept as custom fields.
    pub unmapped: Vec<String>,
    /// Why nothing of the file was taken; null where something was.
    pub error: Option<String>,
    /// Deals left out because they are somebody else's.
    pub left_out: u64,
    /// Which stage of ours each stage of theirs became.
    pub stages: serde_json::Map<String, serde_json::Value>,
    /// What was decided or assumed about how the file is written.
    pub notes: Vec<String>,
}

/// A row that was refused.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct RejectedOut {
    /// The row in which a spreadsheet program shows it.
    pub row: u64,
    /// The column at fault, where it is one.
    pub column: Option<String>,
    /// What stands there.
    pub value: String,
    /// What is wrong with it.
    pub reason: String,
    /// The same as a key.
    pub code: String,
}

/// A value that both sides changed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct KeptOut {
    /// The row in which a spreadsheet program shows it.
    pub row: u64,
    /// The record's name.
    pub record: String,
    /// The field.
    pub field: String,
    /// What stays.
    pub ours: Option<String>,
    /// What the file says.
    pub theirs: Option<String>,
}
