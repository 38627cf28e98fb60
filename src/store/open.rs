//! Opening a book: its folder and file mode, the checks of the door, the connection's settings.

use std::fs;
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use super::error::{Error, Result};
use super::functions::{self, Shared};
use super::migrate;

/// How long a write waits for another process to finish its own, unless told otherwise.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);
/// Older versions can corrupt a write-ahead log that two processes use.
const OLDEST_SQLITE: i32 = 3_051_003;
/// What a SQLite file starts with.
const HEADER: &[u8] = b"SQLite format 3\0";

/// Opens a book, making it where there is none, and brings it to this program's version.
pub(super) fn open(path: &Path, patience: Duration, shared: &Shared) -> Result<Connection> {
    if rusqlite::version_number() < OLDEST_SQLITE {
        return Err(Error::OldSqlite(rusqlite::version().to_owned()));
    }
    make_private(path)?;
    check_header(path)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(|error| unreachable(path, &error))?;
    prepare(connection, patience, shared)
}

/// A book in memory, for what-if and tests.
pub(super) fn open_in_memory(shared: &Shared) -> Result<Connection> {
    prepare(Connection::open_in_memory()?, PATIENCE, shared)
}

fn prepare(mut connection: Connection, patience: Duration, shared: &Shared) -> Result<Connection> {
    connection.busy_timeout(patience)?;
    connection.set_prepared_statement_cache_capacity(256);
    refuse_foreign(&connection)?;
    // Plans that do not hang on what is bound: else many a kept statement is prepared again at each use.
    connection.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "fullfsync", true)?;
    connection.pragma_update(None, "checkpoint_fullfsync", true)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "recursive_triggers", true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update(None, "cache_size", -8_192)?;
    functions::register(&connection, shared)?;
    migrate::migrate(&mut connection, shared)?;
    Ok(connection)
}

/// Refuses another program's database, and a newer program's book, before anything is written to it.
fn refuse_foreign(connection: &Connection) -> Result<()> {
    let not_a_book = || Error::NotABook(connection.path().unwrap_or_default().into());
    let application: i64 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let version = migrate::version(connection)?;
    match application {
        migrate::APPLICATION_ID if version > migrate::VERSION => {
            Err(Error::Newer { found: version, known: migrate::VERSION })
        }
        migrate::APPLICATION_ID => Ok(()),
        0 => {
            // Most programs leave no mark; only a file with nothing in it is ours to fill.
            let tables: i64 =
                connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
            if tables == 0 && version == 0 { Ok(()) } else { Err(not_a_book()) }
        }
        _ => Err(not_a_book()),
    }
}

fn unreachable(path: &Path, cause: &dyn std::fmt::Display) -> Error {
    Error::Unreachable { path: path.to_owned(), cause: cause.to_string() }
}

fn from_io(path: &Path, error: &std::io::Error) -> Error {
    match error.kind() {
        std::io::ErrorKind::PermissionDenied => Error::Forbidden(path.to_owned()),
        std::io::ErrorKind::StorageFull => Error::DiskFull,
        _ => unreachable(path, error),
    }
}

/// Makes the folder (0700) and the file (0600) where they are missing. A folder that was there before
/// is left as it is: it may be shared with other things.
fn make_private(path: &Path) -> Result<()> {
    // A folder is no book; neither is a pipe or a device, whose reading might never end.
    if fs::metadata(path).is_ok_and(|found| !found.is_file()) {
        return Err(Error::NotABook(path.to_owned()));
    }
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.exists()) {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(folder).map_err(|error| from_io(folder, &error))?;
    }
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(from_io(path, &error)),
    }
}

/// Refuses a file that is no database before SQLite touches it.
fn check_header(path: &Path) -> Result<()> {
    use std::io::Read;
    let mut file = fs::File::open(path).map_err(|error| from_io(path, &error))?;
    let mut start = Vec::new();
    file.by_ref().take(HEADER.len() as u64).read_to_end(&mut start).map_err(|error| from_io(path, &error))?;
    if start.is_empty() || start == HEADER { Ok(()) } else { Err(Error::NotABook(path.to_owned())) }
}
