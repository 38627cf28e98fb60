//! The book as it stood at the end of a past day, to be looked at and not written.

use chrono::NaiveDate;

use super::book::Book;
use super::clock::Clock;
use super::error::Result;

/// What stands before the tables of which the past is kept.
const SHADOWS: &str = include_str!("as_of.sql");

impl Book {
    /// The same book as it stood at the end of a day: stages, amounts, win rates, close dates and outcomes of
    /// its deals, its small orders and the stages' win rates from the kept events, activities and promises by
    /// their days; what is not kept over time (names, notes, people) as it is now, next steps not at all. It is
    /// that day there. Nothing can be written to it, and what is written elsewhere afterwards does not show in
    /// its deals.
    ///
    /// # Errors
    /// As [`Book::open`]; a book in memory has no file to be opened again.
    pub fn as_of(&self, day: NaiveDate) -> Result<Book> {
        let mut book = Book::open_again(self.file(), Clock::fixed(day))?;
        book.connection.execute_batch("CREATE TEMP TABLE as_of (day TEXT NOT NULL)")?;
        book.connection.execute("INSERT INTO temp.as_of VALUES (?1)", [day])?;
        let all = book.connection.transaction()?;
        all.execute_batch(SHADOWS)?;
        all.commit()?;
        book.connection.pragma_update(None, "query_only", true)?;
        book.looks_back = true;
        Ok(book)
    }

    /// A table to be read by one of its indexes; where a past day stands before it, SQLite finds its own way.
    pub(super) fn by_index(&self, table: &str, index: &str) -> String {
        if self.looks_back { table.to_owned() } else { format!("{table} INDEXED BY {index}") }
    }

    /// A table to be read by the ids of some rows, whatever else is asked of them: SQLite would rather walk all that
    /// an index has of it.
    pub(super) fn by_id(&self, table: &str) -> String {
        if self.looks_back { table.to_owned() } else { format!("{table} NOT INDEXED") }
    }

    /// Whether this is a book as it stood on a past day.
    pub fn looks_back(&self) -> bool {
        self.looks_back
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::view::plans::ear::plan;

    #[test]
    fn of_the_deals_of_a_past_day_no_more_is_read_than_a_query_asks_for() {
        let folder = tempfile::tempdir().unwrap();
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let book = Book::open(&folder.path().join("a.keybook"), Clock::fixed(day("2026-11-21"))).unwrap();
        let past = book.as_of(day("2026-08-21")).unwrap();
        let funnel =
            plan(&past, "SELECT stage_id, win_rate, currency, amount FROM deal WHERE status = 'open'");
        assert!(funnel.iter().any(|step| step.contains("COVERING INDEX deal_funnel")), "{funnel:#?}");
        assert!(!funnel.iter().any(|step| step.contains("LEFT-JOIN")), "{funnel:#?}");
        let one = plan(&past, "SELECT * FROM deal WHERE id = 1");
        assert!(!one.iter().any(|step| step.starts_with("SCAN")), "{one:#?}");
    }
}
