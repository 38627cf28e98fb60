//! Files of which nothing can be taken, and why. The words for people are in the report room.

use std::io;
use std::path::PathBuf;

use super::field::Kind;

/// Why a file cannot be read at all.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// It cannot be opened, or reading it fails.
    #[error("{path}: {error}")]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// There is nothing in it.
    #[error("{0}: empty")]
    Empty(PathBuf),
    /// It is not text.
    #[error("{path}: {form:?}")]
    NotText {
        /// The file.
        path: PathBuf,
        /// What it looks like.
        form: Form,
    },
    /// It is no workbook that can be read: damaged, or another archive.
    #[error("{path}: {why}")]
    Workbook {
        /// The file.
        path: PathBuf,
        /// What the reader says.
        why: String,
    },
    /// It is JSON that is damaged, nested too deeply, or holds no records.
    #[error("{path}: {why}")]
    Json {
        /// The file.
        path: PathBuf,
        /// What the reader says, with line and column.
        why: String,
    },
    /// It holds more than can be read: packed into a small file, or in rows and columns that no program knows.
    #[error("{0}: too large")]
    TooLarge(PathBuf),
    /// It is known what it holds, and that is nothing for this book.
    #[error("{path}: {what:?}")]
    Unwanted {
        /// The file.
        path: PathBuf,
        /// What it holds.
        what: Unwanted,
        /// The mark of its shape, by which it can be told what else it is.
        shape: String,
    },
    /// It holds another kind of record than it was told to hold, and can hold no other.
    #[error("{path}: holds {holds}, not {told}")]
    OtherKind {
        /// The file.
        path: PathBuf,
        /// What it was told to hold.
        told: Kind,
        /// What it holds.
        holds: Kind,
    },
    /// Nothing in it says what it holds.
    #[error("{path}: not recognised")]
    NotRecognised {
        /// The file.
        path: PathBuf,
        /// Its columns.
        columns: Vec<String>,
        /// The mark of its shape.
        shape: String,
    },
    /// It has no column that names its records.
    #[error("{path}: no name among the columns of {kind}")]
    NoNameColumn {
        /// The file.
        path: PathBuf,
        /// What it was taken to hold.
        kind: Kind,
        /// Its columns.
        columns: Vec<String>,
        /// The mark of its shape.
        shape: String,
    },
}

/// What a file that is not text looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// An Excel workbook or another zip file.
    Workbook,
    /// An old Excel workbook (`.xls`).
    OldWorkbook,
    /// A PDF document.
    Pdf,
    /// vCard.
    Cards,
    /// iCalendar.
    Calendar,
    /// The document of a whole book, as this program writes it.
    Document,
    /// Other JSON.
    Json,
    /// A web page.
    Html,
    /// A book of this program, or another SQLite file.
    Book,
    /// Other bytes that are not text.
    Other,
}

/// What a file holds that has no place in this book (yet).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unwanted {
    /// Support tickets.
    Tickets,
    /// Support cases.
    Cases,
    /// Leads: people not yet joined to an account. `--as contacts` takes them.
    Leads,
    /// The history of deals' stages.
    DealHistory,
    /// Products or price books.
    Products,
    /// Lines of deals, quotes or orders.
    LineItems,
    /// Users of the other program.
    Users,
    /// Campaigns.
    Campaigns,
}
