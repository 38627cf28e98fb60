//! What can go wrong with the book. No sentences here: `report::problem` has the words.

use std::path::PathBuf;

use rusqlite::ErrorCode;

/// The result of asking the store.
pub type Result<T> = std::result::Result<T, Error>;

/// What can go wrong with the book.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Another program holds the book and did not let go in time.
    #[error("the book is locked")]
    Locked,
    /// The file is no book: another program's database, or no database at all.
    #[error("not a book: {0}")]
    NotABook(PathBuf),
    /// The file is damaged.
    #[error("the book is damaged: {0}")]
    Damaged(String),
    /// The book was written by a newer program.
    #[error("the book has version {found}, this program knows {known}")]
    Newer {
        /// The book's version.
        found: i64,
        /// The newest version this program knows.
        known: i64,
    },
    /// The book is encrypted, and no passphrase was given.
    #[error("the book is encrypted: {0}")]
    Encrypted(PathBuf),
    /// The book is encrypted, and this program was built without the cipher.
    #[error("built without encryption: {0}")]
    NoCipher(PathBuf),
    /// The passphrase does not open the book.
    #[error("wrong passphrase: {0}")]
    WrongPassphrase(PathBuf),
    /// The key file, without which the passphrase opens nothing, is not there.
    #[error("no key file for {path}")]
    NoKeyFile {
        /// The book.
        path: PathBuf,
        /// Where one was looked for.
        looked: Vec<PathBuf>,
    },
    /// The key file is damaged, or of another make, and no good copy of it was found.
    #[error("bad key file: {0}")]
    BadKeyFile(PathBuf),
    /// The passphrase is right for the key file, but the book does not open with that.
    #[error("the key file is of another book: {0}")]
    OtherKeyFile(PathBuf),
    /// The book or its folder may not be read.
    #[error("no permission: {0}")]
    Forbidden(PathBuf),
    /// The book may be looked at, not written.
    #[error("the book is read-only")]
    ReadOnly,
    /// Its last changes lie in a log that cannot be read where it is.
    #[error("the book was left open: {0}")]
    LeftOpen(PathBuf),
    /// There is no room left for the change.
    #[error("the disk is full")]
    DiskFull,
    /// The file or its folder cannot be reached.
    #[error("{path}: {cause}")]
    Unreachable {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        cause: String,
    },
    /// The commit reported a fault; the change may be there or not. Read again.
    #[error("outcome unknown: {0}")]
    OutcomeUnknown(String),
    /// The linked SQLite has a known fault in its write-ahead log.
    #[error("SQLite {0} is too old")]
    OldSqlite(String),
    /// Reading was broken off, as something could not wait for it.
    #[error("gave way")]
    GaveWay,
    /// There is a file already where one was to be written.
    #[error("{0} is there already")]
    AlreadyThere(PathBuf),
    /// No record has this id.
    #[error("no such record")]
    NoRecord,
    /// A rule of the tables does not allow the change.
    #[error("{0}")]
    Constraint(String),
    /// Anything else that SQLite said.
    #[error("{0}")]
    Sqlite(rusqlite::Error),
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        match (&error, error.sqlite_error_code()) {
            (rusqlite::Error::QueryReturnedNoRows, _) => Error::NoRecord,
            (_, Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked)) => Error::Locked,
            (_, Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase)) => {
                Error::Damaged(error.to_string())
            }
            (_, Some(ErrorCode::OperationInterrupted)) => Error::GaveWay,
            (_, Some(ErrorCode::ReadOnly)) => Error::ReadOnly,
            (_, Some(ErrorCode::DiskFull)) => Error::DiskFull,
            (_, Some(ErrorCode::ConstraintViolation)) => Error::Constraint(error.to_string()),
            _ => Error::Sqlite(error),
        }
    }
}
