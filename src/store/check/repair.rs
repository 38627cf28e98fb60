//! Putting right what follows from the rest of the book: indexes, the search, the days of last contacts, deals told late.

use rusqlite::Connection;

use super::kept::LAST_CONTACTS;
use super::{Examination, Finding};
use crate::domain::backup::Reason;
use crate::domain::flaw::Flaw;
use crate::store::backup::Backup;
use crate::store::book::Book;
use crate::store::error::{Error, Result};
use crate::store::{late, search};

/// Puts right what was found in a book and follows from the rest of it, a copy of the book first. Tells the
/// copy, and what was put right; other findings are left as they are.
///
/// # Errors
/// [`Error::Damaged`] where the file itself is: it is not written to; what kept the copy from being made.
pub fn repair(book: &mut Book, found: &Examination) -> Result<Option<(Backup, Vec<Finding>)>> {
    if found.is_damaged() {
        return Err(Error::Damaged(String::new()));
    }
    let derived: Vec<Finding> =
        found.findings.iter().filter(|finding| finding.flaw.is_derived()).cloned().collect();
    if derived.is_empty() {
        return Ok(None);
    }
    let copy = book.back_up(Reason::Repair)?;
    let has = |flaw: Flaw| derived.iter().any(|finding| finding.flaw == flaw);
    book.found(|writer| {
        if has(Flaw::Index) {
            writer.connection.execute_batch("REINDEX")?;
        }
        if has(Flaw::LastContact) {
            recount(writer.connection)?;
        }
        if has(Flaw::ToldLate) {
            late::recount(writer.connection)?;
        }
        if has(Flaw::Search) {
            search::fill_anew(writer.connection)?;
        }
        Ok::<_, Error>(())
    })?;
    Ok(Some((copy, derived)))
}

/// Writes the days of last contacts anew.
pub(super) fn recount(connection: &Connection) -> Result<()> {
    Ok(connection.execute_batch(&format!(
        "DELETE FROM last_contact; INSERT INTO last_contact (id, day, tier) {LAST_CONTACTS}"
    ))?)
}
