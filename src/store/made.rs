//! Rows that an operation makes: SQLite tells of each as it goes in, and the journal is given many of them at a time.
//!
//! Triggers would do the same, at twice the cost of the rows themselves: SQLite keeps a copy of every page that a
//! statement with a trigger touches, in case that the trigger fails.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use rusqlite::hooks::Action;
use rusqlite::{Connection, Result};

use super::functions::{Mode, Shared, Writing};
use super::{journal, search};

/// The rows made so far, in order, that the journal does not have yet.
#[derive(Debug, Default)]
pub(super) struct Made {
    /// The journal's last place: what is changed or deleted meanwhile takes its own at once.
    last: i64,
    rows: Vec<MadeRow>,
    /// Whether a row was made outside any operation.
    is_stray: bool,
}

#[derive(Debug)]
struct MadeRow {
    place: i64,
    table: Arc<str>,
    id: i64,
}

/// How far the making had come at some moment.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    last: i64,
    rows: usize,
}

impl Made {
    /// Nothing yet, in a journal whose last place this is.
    pub fn after(last: i64) -> Made {
        Made { last, ..Made::default() }
    }

    /// The next place in the journal.
    pub fn place(&mut self) -> i64 {
        self.last += 1;
        self.last
    }

    /// How far it has come.
    pub fn mark(&self) -> Mark {
        Mark { last: self.last, rows: self.rows.len() }
    }

    /// Forgets what was made since: it is taken back.
    pub fn back_to(&mut self, mark: Mark) {
        self.last = mark.last;
        self.rows.truncate(mark.rows);
    }
}

impl Writing {
    fn made(&mut self, table: &Arc<str>, id: i64, is_found: bool) {
        self.unsealed.touch(table, id, false, || None);
        if is_found {
            self.stale(table, id);
        }
        match self.mode {
            Mode::Closed => self.made.is_stray = true,
            Mode::Replaying => {}
            Mode::Operation(_) => {
                self.count(table);
                let place = self.made.place();
                self.made.rows.push(MadeRow { place, table: Arc::clone(table), id });
            }
        }
    }
}

/// Hears of every row that is made from now on. One that is made outside an operation is refused when it is committed.
pub(super) fn watch(connection: &mut Connection, shared: &Shared) -> Result<()> {
    let found: BTreeSet<&str> = search::indexed_tables().collect();
    let tables: HashMap<Arc<str>, bool> = journal::journalled_tables(connection)?
        .into_iter()
        .map(|table| (Arc::from(table.as_str()), found.contains(table.as_str())))
        .collect();
    let state = shared.clone();
    connection.update_hook(Some(move |action: Action, database: &str, table: &str, id: i64| {
        if action == Action::SQLITE_INSERT
            && database == "main"
            && let Some((table, is_found)) = tables.get_key_value(table)
        {
            state.lock().made(table, id, *is_found);
        }
    }))?;
    let state = shared.clone();
    connection.commit_hook(Some(move || std::mem::take(&mut state.lock().made.is_stray)))
}

/// Writes into the journal what was made, but for rows that never came to be: a statement that is refused may have made
/// some before.
pub(super) fn write_down(
    connection: &Connection,
    shared: &Shared,
    never: &BTreeSet<(String, i64)>,
) -> Result<()> {
    let (rows, operation) = {
        let mut writing = shared.lock();
        (std::mem::take(&mut writing.made.rows), writing.operation()?)
    };
    let mut insert = connection.prepare_cached(
        "INSERT INTO journal (seq, operation, tbl, row_id, action, changes, checksum)
         VALUES (?1, ?2, ?3, ?4, 'I', NULL, ?5)",
    )?;
    for MadeRow { place, table, id } in rows {
        if never.is_empty() || !never.contains(&(table.to_string(), id)) {
            let sum = journal::checksum(&table, id, "I", None);
            insert.execute((place, operation, &*table, id, sum))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::deed::Deed;
    use crate::store::{Book, Clock, Error, Label};

    fn book() -> Book {
        Book::in_memory(Clock::fixed("2026-11-21".parse().unwrap())).unwrap()
    }

    #[test]
    fn the_journal_has_what_was_made_changed_and_deleted_in_its_order_and_nothing_that_never_came_to_be() {
        let mut book = book();
        let run = |writer: &crate::store::Writer<'_>, sql: &str| writer.connection.execute(sql, []);
        book.operate(|writer| {
            run(writer, "INSERT INTO setting (id, key, value) VALUES (11, 'a', '1')")?;
            run(writer, "UPDATE setting SET value = '2' WHERE id = 11")?;
            run(writer, "INSERT INTO setting (id, key, value) VALUES (12, 'b', '1')")?;
            let given_up = writer.attempt(|| {
                run(writer, "INSERT INTO setting (id, key, value) VALUES (13, 'c', '1')")?;
                run(writer, "DELETE FROM setting WHERE id = 12")?;
                Err::<(), Error>(Error::Locked)
            });
            assert!(given_up.is_err());
            // The second row of a statement is refused, after the first was made.
            assert!(
                run(writer, "INSERT INTO setting (id, key, value) VALUES (14, 'd', '1'), (15, 'b', '1')")
                    .is_err()
            );
            run(writer, "DELETE FROM setting WHERE id = 11")?;
            Ok::<_, Error>(((), Label::new(Deed::ChangeSetting, "")))
        })
        .unwrap();
        let mut read = book.connection.prepare("SELECT row_id, action FROM journal ORDER BY seq").unwrap();
        let rows = read.query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?))).unwrap();
        let rows: Vec<(i64, String)> = rows.collect::<Result<_>>().unwrap();
        let known = [(11, "I"), (11, "U"), (12, "I"), (11, "D")];
        assert_eq!(rows, known.map(|(id, action)| (id, action.to_owned())));
    }

    #[test]
    fn a_row_made_outside_any_operation_is_refused() {
        let mut book = book();
        book.ready_to_write().unwrap();
        let sql = "INSERT INTO setting (id, key, value) VALUES (11, 'a', '1')";
        assert!(book.connection.execute(sql, []).is_err());
        let there: i64 = book
            .connection
            .query_row("SELECT count(*) FROM setting WHERE id = 11", [], |row| row.get(0))
            .unwrap();
        assert_eq!(there, 0);
    }
}
