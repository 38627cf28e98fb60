//! Migrations: numbered SQL files, append-only. A book from a newer program is refused.

use rusqlite::{Connection, TransactionBehavior};

use super::error::{Error, Result};
use super::functions::{Mode, Shared};
use super::operate::commit;
use super::{journal, seal, search};

/// Every migration ever released, in order; the version of a book is how many it has had.
const MIGRATIONS: &[&str] = &[
    include_str!("../../assets/migrations/001_first.sql"),
    include_str!("../../assets/migrations/002_daily_work.sql"),
    include_str!("../../assets/migrations/003_plans.sql"),
    include_str!("../../assets/migrations/004_people.sql"),
    include_str!("../../assets/migrations/005_review.sql"),
    include_str!("../../assets/migrations/006_quick_lists.sql"),
    include_str!("../../assets/migrations/007_segments.sql"),
    include_str!("../../assets/migrations/008_relationship.sql"),
    include_str!("../../assets/migrations/009_resources.sql"),
    include_str!("../../assets/migrations/010_apart.sql"),
    include_str!("../../assets/migrations/011_mappings.sql"),
    include_str!("../../assets/migrations/012_seals.sql"),
    include_str!("../../assets/migrations/013_fewer_triggers.sql"),
    include_str!("../../assets/migrations/014_views.sql"),
    include_str!("../../assets/migrations/015_search_words.sql"),
    include_str!("../../assets/migrations/016_triggers_when_writing.sql"),
    include_str!("../../assets/migrations/017_quiet_people.sql"),
    include_str!("../../assets/migrations/018_search_letters.sql"),
    include_str!("../../assets/migrations/019_days_before.sql"),
    include_str!("../../assets/migrations/020_deals_deleted.sql"),
];

/// Since this version the search is as it is now: it finds tags and fields of one's own too, and whatever begins with
/// one letter or two as quickly as a word.
const SAME_SEARCH_SINCE: i64 = 18;

/// The version of books that this program writes.
pub const VERSION: i64 = MIGRATIONS.len() as i64;

/// The oldest version whose tables are those of [`VERSION`]: what was done to a book since then can be taken back.
pub(super) const SAME_TABLES_SINCE: i64 = 14;

/// Marks a SQLite file as a book: "KBOK".
pub(super) const APPLICATION_ID: i64 = 0x4b42_4f4b;

/// The version of a book; zero for an empty file.
pub(super) fn version(connection: &Connection) -> Result<i64> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// The version of a book that this program knows; refused is one of a newer program, which may have come to the book
/// while it was open here.
pub(super) fn known_version(connection: &Connection) -> Result<i64> {
    match version(connection)? {
        found if found > VERSION => Err(Error::Newer { found, known: VERSION }),
        found => Ok(found),
    }
}

/// Brings a book to this program's version, in one transaction.
///
/// # Errors
/// [`Error::Newer`] where the book is from a newer program; it is left as it is.
pub(super) fn migrate(connection: &mut Connection, shared: &Shared) -> Result<()> {
    if known_version(connection)? == VERSION {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Another process may have migrated while this one waited for the lock.
    let found = known_version(&transaction)?;
    if found == VERSION {
        return Ok(());
    }
    shared.enter(Mode::Replaying);
    let done = (|| -> Result<()> {
        journal::drop_triggers(&transaction)?;
        for sql in MIGRATIONS.iter().skip(usize::try_from(found).unwrap_or_default()) {
            transaction.execute_batch(sql)?;
        }
        search::generate_triggers(&transaction)?;
        if (1..SAME_SEARCH_SINCE).contains(&found) {
            search::fill_anew(&transaction)?;
        }
        seal::generate(&transaction)?;
        transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
        transaction.pragma_update(None, "user_version", VERSION)?;
        Ok(())
    })();
    shared.enter(Mode::Closed);
    done?;
    commit(transaction)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::deed::Deed;
    use crate::store::{Book, Clock, Label};

    #[test]
    fn a_book_that_a_newer_program_came_to_meanwhile_is_written_no_more() {
        let clock = Clock::fixed("2026-11-21".parse().unwrap());
        let mut book = Book::in_memory(clock).unwrap();
        book.connection.pragma_update(None, "user_version", VERSION + 1).unwrap();
        let done = book.operate(|writer| {
            writer.set_setting("quiet_days", "20")?;
            Ok::<_, Error>(((), Label::new(Deed::ChangeSetting, "")))
        });
        assert!(matches!(done, Err(Error::Newer { found, known: VERSION }) if found == VERSION + 1));
    }

    #[test]
    fn the_file_holds_no_trigger_of_the_journal_and_the_connection_does_once_it_writes() {
        let mut book = Book::in_memory(Clock::fixed("2026-11-21".parse().unwrap())).unwrap();
        let triggers = |book: &Book, schema: &str| -> i64 {
            let sql =
                format!("SELECT count(*) FROM {schema} WHERE type = 'trigger' AND name GLOB 'journal_*'");
            book.connection.query_row(&sql, [], |row| row.get(0)).unwrap()
        };
        assert_eq!((triggers(&book, "sqlite_schema"), triggers(&book, "temp.sqlite_schema")), (0, 0));
        book.ready_to_write().unwrap();
        let tables = journal::journalled_tables(&book.connection).unwrap().len();
        assert_eq!(
            (triggers(&book, "sqlite_schema"), triggers(&book, "temp.sqlite_schema")),
            (0, 2 * tables as i64)
        );
    }
}
