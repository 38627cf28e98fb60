//! How many pages of the book are held in memory: more while much of it is written in one go, so that the same page is
//! not written out and read again for each of the rows that lie on it.

use rusqlite::Connection;

use super::book::Book;

/// What is held at most, in KiB.
const USUAL: i64 = 4_096;
/// The same while much is written.
const MANY: i64 = 65_536;

/// Holds as many as usual.
pub(super) fn hold_usual(connection: &Connection) {
    hold(connection, USUAL);
}

/// Holds more of them, until [`hold_usual`].
pub(super) fn hold_many(connection: &Connection) {
    hold(connection, MANY);
}

fn hold(connection: &Connection, most: i64) {
    // Where it cannot be said, the book is read and written all the same: no reason to hide what was done.
    let _ = connection.pragma_update(None, "cache_size", -most);
}

impl Book {
    /// Does what writes much in one go, with more of the book in memory.
    pub fn writing_much<T>(&mut self, work: impl FnOnce(&mut Book) -> T) -> T {
        hold_many(&self.connection);
        let done = work(self);
        hold_usual(&self.connection);
        done
    }
}
