//! The records that were changed last: what a person most likely means next.

use std::collections::HashSet;

use super::search::Hit;
use crate::domain::id::Id;
use crate::store::book::Book;
use crate::store::error::Result;

/// Entries of the journal looked at: those of the last operations, or the end of an import.
const LOOKED_AT: i64 = 400;

impl Book {
    /// The accounts, people and deals that were changed last, the latest first, at most `limit`. What was
    /// noted about one counts as a change of it.
    pub fn recent(&self, limit: usize) -> Result<Vec<Hit>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT row_id FROM (SELECT tbl, row_id, seq FROM journal ORDER BY seq DESC LIMIT ?1)
             WHERE tbl IN ('account', 'contact', 'deal', 'activity', 'commitment') ORDER BY seq DESC",
        )?;
        let rows = statement.query_map([LOOKED_AT], |row| row.get::<_, Id>(0))?;
        let ids = rows.collect::<rusqlite::Result<Vec<_>>>()?;
        let mut seen = HashSet::new();
        let mut recent = vec![];
        for id in ids {
            if recent.len() == limit {
                break;
            }
            if seen.insert(id)
                && let Some((_, record)) = self.hit(id)?.and_then(|hit| hit.belongs.nearest())
                && (record == id || seen.insert(record))
                && let Some(hit) = self.hit(record)?
            {
                recent.push(hit);
            }
        }
        Ok(recent)
    }

    /// These records as a search would find them, in this order; those that are gone are left out.
    pub fn hits(&self, records: &[Id]) -> Result<Vec<Hit>> {
        records.iter().filter_map(|id| self.hit(*id).transpose()).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::word::ActivityKind;
    use crate::ops::account::AccountInput;
    use crate::ops::activity::ActivityInput;
    use crate::ops::deal::DealInput;
    use crate::ops::{account, activity, deal, setup};
    use crate::store::{Book, Clock};

    fn names(book: &Book, limit: usize) -> Vec<String> {
        book.recent(limit).unwrap().into_iter().map(|hit| hit.name).collect()
    }

    #[test]
    fn the_record_that_something_was_noted_about_comes_first_once_and_not_after_it_is_gone() {
        let mut book = Book::in_memory(Clock::fixed("2026-11-21".parse().unwrap())).unwrap();
        setup::prepare(&mut book).unwrap();
        let named = |name: &str| AccountInput { name: Some(name.to_owned()), ..AccountInput::default() };
        let acme = account::add(&mut book, &named("Acme")).unwrap().value;
        let borealis = account::add(&mut book, &named("Borealis")).unwrap().value;
        let renewal =
            DealInput { name: Some("Renewal".to_owned()), account: Some(borealis), ..DealInput::default() };
        let renewal = deal::add(&mut book, &renewal).unwrap().value;
        assert_eq!(names(&book, 10), ["Renewal", "Borealis", "Acme"]);
        let call = ActivityInput { account: Some(acme), ..ActivityInput::new(ActivityKind::Call, "budget") };
        activity::log(&mut book, &call).unwrap();
        assert_eq!(names(&book, 10), ["Acme", "Renewal", "Borealis"]);
        deal::delete(&mut book, renewal).unwrap();
        assert_eq!(names(&book, 1), ["Acme"]);
        assert_eq!(names(&book, 10), ["Acme", "Borealis"]);
    }
}
