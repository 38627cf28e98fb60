//! Opening a book: the checks of the door, and the connection's settings.
//!
//! | module | what it is for |
//! |---|---|
//! | `door` | the file and its folder: made for their person alone, what the system says of them |
//! | `look` | a book that may not be written is looked at all the same |
//! | `sound` | whether the pages of a file hang together |

mod door;
mod look;
mod sound;

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags, ffi};

use super::backup::back_up;
use super::cipher::{BookFile, Key};
use super::clock::Clock;
use super::error::{Error, Result};
use super::functions::{self, Shared};
use super::{migrate, pages};
use crate::domain::backup::Reason;
pub(super) use door::{from_io, index_of, journal_of, log_of, make_folder, reason, sync_folder};
pub(super) use look::{open as look, still, to_read};
pub(super) use sound::{is_in_use, quick_check};

/// How long a write waits for another process to finish its own, unless told otherwise.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);
/// Older versions can corrupt a write-ahead log that two processes use.
const OLDEST_SQLITE: i32 = 3_051_003;

/// What keeps a book from being written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Barrier {
    /// The file or its folder may not be written.
    ReadOnly,
    /// There is no room left where it lies.
    DiskFull,
    /// It is damaged, and left as it is.
    Damaged,
}

impl Barrier {
    /// What a write is told.
    pub(super) fn error(self) -> Error {
        match self {
            Barrier::ReadOnly => Error::ReadOnly,
            Barrier::DiskFull => Error::DiskFull,
            Barrier::Damaged => Error::Damaged(String::new()),
        }
    }
}

/// How a book is opened.
#[derive(Clone, Copy)]
pub(super) struct Manner {
    /// How long another process is waited for.
    pub patience: Duration,
    /// What copies are dated with.
    pub clock: Clock,
    /// Whether this process has it open already: what was looked at then is not looked at again.
    pub is_open: bool,
}

/// A book that is open, and what keeps it from being written.
pub(super) struct Opened {
    pub connection: Connection,
    pub barrier: Option<Barrier>,
}

/// Opens a book, making it where there is none, and brings it to this program's version, a copy first. One
/// that may not be written can be looked at; one that is damaged is not opened, and not written to.
pub(super) fn open(file: &BookFile, manner: Manner, shared: &Shared) -> Result<Opened> {
    let path = file.path();
    if rusqlite::version_number() < OLDEST_SQLITE {
        return Err(Error::OldSqlite(rusqlite::version().to_owned()));
    }
    door::make_private(path)?;
    let error = match to_write(file, manner, shared) {
        Ok(connection) => return Ok(Opened { connection, barrier: None }),
        Err(error) => error,
    };
    match barrier(&error) {
        Some(barrier) => {
            let connection = look(file, shared).map_err(|fault| door::reason(file, fault))?;
            Ok(Opened { connection, barrier: Some(barrier) })
        }
        None => Err(door::reason(file, error)),
    }
}

/// A book in memory, for what-if and tests.
pub(super) fn open_in_memory(shared: &Shared) -> Result<Connection> {
    let mut connection = Connection::open_in_memory()?;
    prepare(&connection, PATIENCE, shared)?;
    migrate::migrate(&mut connection, shared)?;
    Ok(connection)
}

/// The one place where a connection to a file is made, and its key turned in it.
pub(super) fn connect(at: impl AsRef<Path>, flags: OpenFlags, key: Option<&Key>) -> Result<Connection> {
    let connection = Connection::open_with_flags(at, flags)?;
    key.map_or(Ok(()), |key| key.turn(&connection))?;
    Ok(connection)
}

fn to_write(file: &BookFile, manner: Manner, shared: &Shared) -> Result<Connection> {
    if !manner.is_open {
        sound::after_a_crash(file)?;
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = connect(file.path(), flags, file.key())?;
    if connection.is_readonly("main")? {
        return Err(Error::ReadOnly);
    }
    // What is refused is left as it is, its log too.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    connection.busy_timeout(manner.patience)?;
    refuse_foreign(&connection)?;
    prepare(&connection, manner.patience, shared)?;
    if (1..migrate::VERSION).contains(&migrate::version(&connection)?) {
        back_up(&connection, file, Reason::Migration, manner.clock.now())?;
    }
    migrate::migrate(&mut connection, shared)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    Ok(connection)
}

/// What keeps a book from being written, where that is the reason why it did not open.
fn barrier(error: &Error) -> Option<Barrier> {
    match error {
        Error::ReadOnly => Some(Barrier::ReadOnly),
        Error::DiskFull => Some(Barrier::DiskFull),
        Error::Sqlite(cause) => match cause.sqlite_error() {
            // The log and its index could not be made beside the file.
            Some(fault) if fault.code == ErrorCode::CannotOpen => Some(Barrier::ReadOnly),
            Some(fault) if fault.extended_code == ffi::SQLITE_IOERR_SHMSIZE => Some(Barrier::DiskFull),
            _ => None,
        },
        _ => None,
    }
}

fn prepare(connection: &Connection, patience: Duration, shared: &Shared) -> Result<()> {
    connection.busy_timeout(patience)?;
    connection.set_prepared_statement_cache_capacity(256);
    // Plans that do not hang on what is bound: else many a kept statement is prepared again at each use.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "fullfsync", true)?;
    connection.pragma_update(None, "checkpoint_fullfsync", true)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "recursive_triggers", true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    pages::hold_usual(connection);
    Ok(functions::register(connection, shared)?)
}

/// Refuses another program's database, and a newer program's book, before anything is written to it.
pub(super) fn refuse_foreign(connection: &Connection) -> Result<()> {
    let not_a_book = || Error::NotABook(connection.path().unwrap_or_default().into());
    let application: i64 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    match application {
        migrate::APPLICATION_ID => migrate::known_version(connection).map(drop),
        0 => {
            // Most programs leave no mark; only a file with nothing in it is ours to fill.
            let tables: i64 =
                connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
            if tables == 0 && migrate::version(connection)? == 0 { Ok(()) } else { Err(not_a_book()) }
        }
        _ => Err(not_a_book()),
    }
}
