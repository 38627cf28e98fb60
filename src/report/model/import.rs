//! What an import did, as programs read it.

use chrono::NaiveDate;
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
    /// Whether what was told before of files of its shape was taken as told for it.
    pub remembered: bool,
    /// Rows that are perhaps, but not surely, a record of the book.
    pub likely: Vec<LikelyOut>,
}

/// A row that is perhaps a record of the book.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct LikelyOut {
    /// The row in which a spreadsheet program shows it.
    pub row: u64,
    /// account or contact.
    pub kind: String,
    /// What the row calls it.
    pub record: String,
    /// The records that it may be, the likeliest first.
    pub candidates: Vec<CandidateOut>,
    /// The one that it was joined with; null where it made a new record.
    pub joined: Option<Id>,
}

/// A record of the book that a row perhaps is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct CandidateOut {
    /// The record.
    pub id: Id,
    /// Its short code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Why it may be that.
    pub reason: String,
}

/// What is remembered of the files of one shape.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct MappingOut {
    /// The mark of their headers.
    pub shape: String,
    /// The file that it was last told of.
    pub file: String,
    /// What such files hold, where it was told.
    pub kind: Option<String>,
    /// Columns and their fields; an empty one is left out.
    pub mapping: serde_json::Map<String, serde_json::Value>,
    /// Which stage of ours each stage of theirs becomes.
    pub stages: serde_json::Map<String, serde_json::Value>,
    /// day_first or month_first, where it was told.
    pub date_order: Option<String>,
    /// When it was last told.
    pub told_on: Option<NaiveDate>,
}

/// What was forgotten.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct ForgottenOut {
    /// The operation that undo takes back.
    pub operation: Option<Id>,
    /// Of how many shapes.
    pub forgotten: usize,
}

/// A row that was refused, with its file.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct RefusedRowOut {
    /// Its file.
    pub file: String,
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
