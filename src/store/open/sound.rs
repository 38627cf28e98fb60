//! Whether the pages of a file hang together.

use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::{connect, door};
use crate::store::cipher::BookFile;
use crate::store::error::{Error, Result};

/// Refuses a file whose pages do not hang together.
pub(in crate::store) fn quick_check(connection: &Connection) -> Result<()> {
    let said: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if said == "ok" { Ok(()) } else { Err(Error::Damaged(said)) }
}

/// Looks through a book whose last writer did not close it: its log is still there, and nobody is at it.
/// Nothing is written, neither to the file nor to its log.
pub(super) fn after_a_crash(file: &BookFile) -> Result<()> {
    if !door::has_log(file.path()) {
        return Ok(());
    }
    match quick_check(&alone(file)?) {
        // Somebody is at it, who has looked through it.
        Err(Error::Locked) => Ok(()),
        looked_through => looked_through,
    }
}

/// Whether another connection has a book open.
pub(in crate::store) fn is_in_use(file: &BookFile) -> Result<bool> {
    let looked = alone(file)?.pragma_query_value(None, "schema_version", |row| row.get::<_, i64>(0));
    Ok(matches!(looked.map_err(Error::from), Err(Error::Locked)))
}

/// A connection that reads only where it has the book alone, and leaves its log as it is.
fn alone(file: &BookFile) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let alone = connect(file.path(), flags, file.key())?;
    alone.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    alone.busy_timeout(Duration::ZERO)?;
    // Everybody who has a book open holds a lock, so that nobody else gets it in this mode.
    alone.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    Ok(alone)
}
