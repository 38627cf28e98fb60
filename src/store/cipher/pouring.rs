//! The content of one file into another that has another key, or none: table by table, as the pages of the two do
//! not have the same room.

use rusqlite::{Connection, OpenFlags};

use super::BookFile;
use super::key::prepare;
use crate::store::error::{Error, Result};
use crate::store::{functions, migrate, open, seal};

/// What marks a file as a book, and as one of which version.
const MARKS: &[&str] = &["application_id", "user_version"];

/// Transfers all that an open book holds into an empty file, and looks whether it is all there.
pub(super) fn out_of(book: &Connection, into: &BookFile) -> Result<()> {
    prepare(book)?;
    beside(book, into, |both| transfer(both, "main", "beside"))?;
    sound(into)
}

/// Transfers all that a file holds into an empty one, and looks whether it is all there.
pub(in crate::store) fn transfer_file(from: &BookFile, into: &BookFile) -> Result<()> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let fresh = open::connect(into.path(), flags, into.key())?;
    prepare(&fresh)?;
    // It is made sure of at the end, as a whole; half a copy is worth nothing.
    fresh.pragma_update(None, "synchronous", "OFF")?;
    beside(&fresh, from, |both| transfer(both, "beside", "main"))?;
    drop(fresh);
    sound(into)
}

/// The content of an encrypted file, in memory.
pub(in crate::store) fn into_memory(file: &BookFile) -> Result<Connection> {
    let memory = Connection::open_in_memory()?;
    prepare(&memory)?;
    beside(&memory, file, |both| transfer(both, "beside", "main"))?;
    Ok(memory)
}

/// Works with another file beside the one that a connection has open.
fn beside(
    connection: &Connection,
    file: &BookFile,
    work: impl FnOnce(&Connection) -> Result<()>,
) -> Result<()> {
    attach(connection, file, "beside")?;
    let done = work(connection);
    connection.flush_prepared_statement_cache();
    let detached = connection.execute_batch("DETACH beside");
    done?;
    Ok(detached?)
}

/// Attaches a file to a connection under a name, with its key.
pub(in crate::store) fn attach(connection: &Connection, file: &BookFile, name: &str) -> Result<()> {
    let unreachable = |cause: std::io::Error| open::from_io(file.path(), &cause);
    let path = std::path::absolute(file.path()).map_err(unreachable)?;
    let path = path.to_string_lossy();
    match file.key() {
        Some(key) => {
            prepare(connection)?;
            connection.execute(&format!("ATTACH ?1 AS {name} KEY ?2"), (path, key.spelled().as_str()))?
        }
        // Beside an encrypted file, one without a key would be taken to have the same.
        None if super::CAN_ENCRYPT => connection.execute(&format!("ATTACH ?1 AS {name} KEY ''"), [path])?,
        None => connection.execute(&format!("ATTACH ?1 AS {name}"), [path])?,
    };
    Ok(())
}

fn transfer(both: &Connection, from: &str, into: &str) -> Result<()> {
    both.query_row("SELECT sqlcipher_export(?1, ?2)", [into, from], |_| Ok(()))?;
    for mark in MARKS {
        let value: i64 = both.query_row(&format!("PRAGMA {from}.{mark}"), [], |row| row.get(0))?;
        both.execute_batch(&format!("PRAGMA {into}.{mark} = {value}"))?;
    }
    let sql = format!(
        "SELECT name FROM {from}.sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    );
    let mut names = both.prepare(&sql)?;
    let names: Vec<String> = names.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    let count = |of: &str, name: &str| -> Result<i64> {
        Ok(both.query_row(&format!("SELECT count(*) FROM {of}.\"{name}\""), [], |row| row.get(0))?)
    };
    for name in names {
        if count(from, &name)? != count(into, &name)? {
            return Err(Error::Damaged(name));
        }
    }
    Ok(())
}

/// Looks a new file through: its pages, and whether its records agree with what is kept of them.
fn sound(file: &BookFile) -> Result<()> {
    let connection = open::still(file)?;
    functions::register(&connection, &functions::Shared::default())?;
    open::refuse_foreign(&connection)?;
    open::quick_check(&connection)?;
    let is_ours = migrate::version(&connection)? == migrate::VERSION;
    match is_ours && !seal::broken(&connection)?.is_empty() {
        true => Err(Error::Damaged(file.path().display().to_string())),
        false => Ok(()),
    }
}
