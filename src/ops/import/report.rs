//! What an import did, file by file and row by row.

use std::path::PathBuf;

use super::likely::Likely;
use crate::domain::word::RecordKind;
use crate::exchange::{Plan, ReadError, Rejected};
use crate::store::Error;

/// What became of one file.
#[derive(Debug)]
pub struct FileReport {
    /// The file.
    pub path: PathBuf,
    /// What was understood of it, or why nothing of it was taken.
    pub plan: Result<Plan, ReadError>,
    /// What became of its rows.
    pub tally: Tally,
    /// Where both sides had changed a value, and ours stayed.
    pub kept_ours: Vec<Kept>,
    /// Rows that were refused.
    ///
    /// Of very many only the first are here; [`Tally::rejected`] counts all.
    pub rejected: Vec<Rejected>,
    /// Rows that are perhaps a record of ours.
    pub likely: Vec<Likely>,
    /// Whether what was put right of a file before was taken as told for this one.
    pub was_known: bool,
    /// Stages of theirs, and the stage of ours that each became.
    pub stages: Vec<StageTaken>,
}

/// What became of the rows of a file; those of other owners apart, each row is one of the first four.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Rows that made a record.
    pub created: u64,
    /// Rows that changed a record.
    pub updated: u64,
    /// Rows that said nothing new.
    pub unchanged: u64,
    /// Rows that were refused.
    pub rejected: u64,
    /// Deals left out because they are somebody else's.
    pub left_out: u64,
}

impl Tally {
    /// All rows but those left out.
    pub fn rows(self) -> u64 {
        self.created + self.updated + self.unchanged + self.rejected
    }
}

/// A value that both sides changed; ours stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The row in the file.
    pub row: u64,
    /// What kind of record.
    pub kind: RecordKind,
    /// Its name.
    pub record: String,
    /// Which field.
    pub field: String,
    /// What stays.
    pub ours: Option<String>,
    /// What the file says.
    pub theirs: Option<String>,
}

/// Which stage of ours a stage of theirs became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StageTaken {
    /// Theirs, as written.
    pub theirs: String,
    /// The key of ours, or `won` or `lost`.
    pub ours: String,
    /// Whether nothing told what theirs means, so that it became the first stage.
    pub guessed: bool,
}

/// Why an import stopped; nothing was written.
#[derive(Debug)]
pub enum Stopped {
    /// It was cancelled.
    Cancelled,
    /// The book's own fault.
    Store(Error),
    /// A `--stage THEIRS=OURS` names no stage of ours.
    NoStage {
        /// As written.
        word: String,
        /// The keys that there are.
        known: Vec<String>,
    },
    /// `--only-owner` means nobody whose deals are in the files.
    NoOwner {
        /// As written.
        word: String,
        /// The owners that there are, at least the first of them.
        known: Vec<String>,
    },
    /// Reading a file failed half-way.
    Read(ReadError),
}

impl From<Error> for Stopped {
    fn from(error: Error) -> Self {
        Stopped::Store(error)
    }
}
