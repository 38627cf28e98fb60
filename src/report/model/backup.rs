//! Copies of the book, and whether it is sound, as programs read it.

use serde::Serialize;

use super::OperationOut;

/// A copy of the book.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct BackupOut {
    /// Its place among the copies of the book; none for a copy kept elsewhere.
    pub number: Option<u32>,
    /// Its file.
    pub file: String,
    /// When it was made, RFC 3339 in UTC.
    pub at: String,
    /// What for.
    pub reason: String,
    /// The size of its file.
    pub bytes: u64,
    /// Whether it still is what was written; null where that was not looked at.
    pub good: Option<bool>,
}

/// What bringing a copy back changes, or has changed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct RestoreOut {
    /// The copy.
    pub file: String,
    /// Whether the book was left as it is.
    pub dry_run: bool,
    /// The last thing that the copy knows of.
    pub last: Option<OperationOut>,
    /// How it differs from the book, by kind of record; empty where the book cannot be read.
    pub differences: Vec<DifferenceOut>,
    /// How much was done since that the copy does not know of.
    pub operations_since: u64,
    /// The newest of it.
    pub since: Vec<OperationOut>,
    /// The copy of the book that was made first.
    pub backup: Option<BackupOut>,
    /// Where a damaged book was laid aside.
    pub aside: Option<String>,
}

/// How the records of a kind differ between the book and a copy.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct DifferenceOut {
    /// The kind of record; `other` for all that are none.
    pub kind: String,
    /// How many the book holds.
    pub now: u64,
    /// How many the copy holds.
    pub then: u64,
    /// Records of the book that the copy has not.
    pub gone: u64,
    /// Records of the copy that the book has not.
    pub back: u64,
    /// Records of both that are not the same.
    pub changed: u64,
}

/// Whether a book is sound.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct CheckOut {
    /// The file.
    pub book: String,
    /// `ok`, `flawed` where something in it does not agree, `damaged` where the file itself is.
    pub integrity: String,
    /// The book's version.
    pub version: i64,
    /// How many records it holds, by kind.
    pub records: Vec<CountOut>,
    /// What is wrong.
    pub findings: Vec<FindingOut>,
    /// What was put right, by code.
    pub repaired: Vec<String>,
    /// What was saved of a damaged book.
    pub saved: Option<SavedOut>,
    /// The copy of the book that was made before it was put right.
    pub backup: Option<BackupOut>,
    /// The latest copy that is good, where the file is damaged.
    pub newest_good: Option<BackupOut>,
}

/// A number of records or rows.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct CountOut {
    /// Their kind.
    pub kind: String,
    /// How many.
    pub count: u64,
}

/// Something that is wrong with a book.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct FindingOut {
    /// What, by its key.
    pub code: String,
    /// In which table; empty where that is not known.
    pub table: String,
    /// In how many places.
    pub count: u64,
    /// What it is, in the reader's language.
    pub text: String,
    /// What the database says of it.
    pub said: String,
}

/// What was saved of a damaged book.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct SavedOut {
    /// The new file.
    pub file: String,
    /// How many rows it holds, by table.
    pub rows: Vec<CountOut>,
    /// Rows that are known to be lost.
    pub lost: u64,
    /// Tables of which not all could be read.
    pub broken: Vec<String>,
}
