//! Drafts: text that is still being typed into a form, kept so that a crash does not lose it. They are no
//! part of what the book says: neither journalled nor exported, and written in a hurry. A draft waits for
//! nobody and for no disk; what the next key would write again need not outlast a power cut.

use std::time::Duration;

use rusqlite::{Connection, OptionalExtension, params};

use super::book::Book;
use super::error::{Error, Result};
use crate::domain::id::Id;

/// What is being typed into a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Which form.
    pub form: String,
    /// The record that it is about; none for a new one.
    pub record: Option<Id>,
    /// What is typed, as the form keeps it.
    pub content: String,
}

impl Book {
    /// Keeps a draft, in the place of an earlier one of the same form and record; false where another
    /// process holds the book just now: it is not waited for.
    ///
    /// # Errors
    /// [`Error::ReadOnly`] and the like, where nothing can be written at all.
    pub fn keep_draft(&self, draft: &Draft) -> Result<bool> {
        let id = self.minter.next(self.clock.now())?;
        self.in_a_hurry(|connection| {
            connection
                .prepare_cached(
                    "INSERT INTO draft (id, form, record_id, at, content) VALUES (?1, ?2, ?3, ?4, ?5)
                     ON CONFLICT (form, coalesce(record_id, 0))
                     DO UPDATE SET at = excluded.at, content = excluded.content",
                )?
                .execute(params![id, draft.form, draft.record, self.clock.now(), draft.content])
        })
    }

    /// Drops the draft of a form and record, if there is one; false as by [`Book::keep_draft`].
    ///
    /// # Errors
    /// As [`Book::keep_draft`].
    pub fn drop_draft(&self, form: &str, record: Option<Id>) -> Result<bool> {
        if self.draft(form, record)?.is_none() {
            return Ok(true);
        }
        self.in_a_hurry(|connection| {
            connection
                .prepare_cached(
                    "DELETE FROM draft WHERE form = ?1 AND coalesce(record_id, 0) = coalesce(?2, 0)",
                )?
                .execute(params![form, record])
        })
    }

    /// The draft of a form and record.
    ///
    /// # Errors
    /// What the store could not read.
    pub fn draft(&self, form: &str, record: Option<Id>) -> Result<Option<Draft>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT form, record_id, content FROM draft
             WHERE form = ?1 AND coalesce(record_id, 0) = coalesce(?2, 0)",
        )?;
        Ok(statement.query_row(params![form, record], read).optional()?)
    }

    /// All drafts, the newest first.
    ///
    /// # Errors
    /// What the store could not read.
    pub fn drafts(&self) -> Result<Vec<Draft>> {
        let sql = "SELECT form, record_id, content FROM draft ORDER BY at DESC, id DESC";
        let mut statement = self.connection.prepare_cached(sql)?;
        Ok(statement.query_map([], read)?.collect::<rusqlite::Result<Vec<_>>>()?)
    }

    /// Writes without waiting for another process or for the disk.
    fn in_a_hurry(&self, write: impl FnOnce(&Connection) -> rusqlite::Result<usize>) -> Result<bool> {
        self.refuse_barrier()?;
        let connection = &self.connection;
        let patience: u32 = connection.pragma_query_value(None, "busy_timeout", |row| row.get(0))?;
        connection.busy_timeout(Duration::ZERO)?;
        connection.pragma_update(None, "synchronous", "NORMAL")?;
        let written = write(connection).map_err(Error::from);
        // Operations are durable and patient, whatever became of the draft.
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.busy_timeout(Duration::from_millis(patience.into()))?;
        match written {
            Ok(_) => Ok(true),
            Err(Error::Locked) => Ok(false),
            Err(error) => Err(error),
        }
    }
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Draft> {
    Ok(Draft { form: row.get(0)?, record: row.get(1)?, content: row.get(2)? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ops::setup;
    use crate::store::Clock;

    fn draft(record: Option<Id>, content: &str) -> Draft {
        Draft { form: "deal".into(), record, content: content.into() }
    }

    #[test]
    fn a_form_has_one_draft_for_each_record_and_one_for_a_new_one() {
        let book = Book::in_memory(Clock::machine()).unwrap();
        for (record, content) in [(None, "a"), (Some(Id(7)), "b"), (None, "c")] {
            assert!(book.keep_draft(&draft(record, content)).unwrap());
        }
        assert_eq!(book.draft("deal", None).unwrap(), Some(draft(None, "c")));
        assert_eq!(book.draft("deal", Some(Id(7))).unwrap(), Some(draft(Some(Id(7)), "b")));
        assert!(book.drop_draft("deal", None).unwrap());
        assert_eq!(book.drafts().unwrap(), [draft(Some(Id(7)), "b")]);
    }

    #[test]
    fn a_draft_waits_for_nobody_and_leaves_operations_durable_and_patient() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.keybook");
        let book = setup::open(&path, Clock::machine()).unwrap();
        let other = Connection::open(&path).unwrap();
        other.execute_batch("BEGIN IMMEDIATE").unwrap();
        let start = std::time::Instant::now();
        assert!(!book.keep_draft(&draft(None, "a")).unwrap());
        assert!(start.elapsed() < Duration::from_secs(1));
        other.execute_batch("COMMIT").unwrap();
        assert!(book.keep_draft(&draft(None, "a")).unwrap());
        let pragma =
            |name: &str| book.connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).unwrap();
        assert_eq!((pragma("synchronous"), pragma("busy_timeout")), (2, 10_000));
    }

    #[test]
    fn drafts_are_no_part_of_the_history_or_of_the_exported_book() {
        let book = Book::in_memory(Clock::machine()).unwrap();
        let before = book.history(None, 10).unwrap().len();
        assert!(book.keep_draft(&draft(None, "half a sentence")).unwrap());
        assert_eq!(book.history(None, 10).unwrap().len(), before);
        let mut document = Vec::new();
        book.dump(&mut document).unwrap();
        assert!(!String::from_utf8(document).unwrap().contains("half a sentence"));
    }
}
