//! What encrypting a book, or taking that back, has done, as programs read it.

use serde::Serialize;

use super::{BackupOut, CountOut, FindingOut};

/// What was done to a book, and what it holds now.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct EncryptionOut {
    /// The file.
    pub book: String,
    /// Whether it is encrypted now.
    pub encrypted: bool,
    /// What lies beside it and is needed with the passphrase; null where it is not encrypted.
    pub key_file: Option<String>,
    /// `ok`, `flawed`, `damaged`: as `check` tells.
    pub integrity: String,
    /// How many records it holds, by kind.
    pub records: Vec<CountOut>,
    /// What is wrong with it.
    pub findings: Vec<FindingOut>,
    /// The copy of the book that was made first, as it lies now.
    pub backup: Option<BackupOut>,
    /// What became of the copies.
    pub copies: CopiesOut,
    /// Files beside the book that anybody can still read and that seem to be of it.
    pub readable: Vec<String>,
}

/// What became of the copies of a book.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct CopiesOut {
    /// Made anew, as the book is now.
    pub remade: u64,
    /// Damaged ones that anybody could have read, deleted.
    pub deleted: u64,
    /// Left as they were.
    pub kept: u64,
}
