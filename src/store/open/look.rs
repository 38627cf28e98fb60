//! A book that may not be written is looked at all the same: in a folder without permission, on a disk without
//! room, and a copy that lies still.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::{connect, door, refuse_foreign};
use crate::store::backup::pour;
use crate::store::cipher::{BookFile, into_memory};
use crate::store::error::{Error, Result};
use crate::store::functions::{self, Shared};
use crate::store::migrate;

/// Opens a book to be looked at. One of an older version is brought to this one in memory.
pub(in crate::store) fn open(file: &BookFile, shared: &Shared) -> Result<Connection> {
    let mut connection = to_read(file)?;
    refuse_foreign(&connection)?;
    if migrate::version(&connection)? < migrate::VERSION {
        let mut copy = match file.key() {
            Some(_) => into_memory(file)?,
            None => {
                let mut copy = Connection::open_in_memory()?;
                pour(&connection, &mut copy, super::PATIENCE)?;
                copy
            }
        };
        functions::register(&copy, shared)?;
        migrate::migrate(&mut copy, shared)?;
        connection = copy;
    } else {
        functions::register(&connection, shared)?;
    }
    connection.set_prepared_statement_cache_capacity(256);
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    Ok(connection)
}

/// Opens a file that lies still: that has no log, and that nobody writes.
pub(in crate::store) fn still(file: &BookFile) -> Result<Connection> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    connect(address(file.path()), flags, file.key())
}

/// Opens any file to be read: with its log, where it has one.
pub(in crate::store) fn to_read(file: &BookFile) -> Result<Connection> {
    match door::has_log(file.path()) {
        // What lies in the log belongs to the book; its index must be there too, where none can be made.
        true => with_log(file).map_err(|_| Error::LeftOpen(file.path().to_owned())),
        false => still(file),
    }
}

fn with_log(file: &BookFile) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = connect(file.path(), flags, file.key())?;
    migrate::version(&connection)?;
    Ok(connection)
}

/// A file's path as an address that says that it lies still.
fn address(path: &Path) -> String {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut address = String::from("file://");
    if !whole.has_root() || cfg!(windows) {
        address.push('/');
    }
    for byte in whole.as_os_str().as_encoded_bytes() {
        match byte {
            b'\\' if cfg!(windows) => address.push('/'),
            byte if byte.is_ascii_alphanumeric() || b"/-_.:~".contains(byte) => {
                address.push(char::from(*byte))
            }
            byte => address.push_str(&format!("%{byte:02X}")),
        }
    }
    address.push_str("?immutable=1");
    address
}
