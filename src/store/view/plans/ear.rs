//! Listening to the statements that a book really runs, and asking for their plans.

use std::sync::{Arc, Mutex};

use rusqlite::trace::{TraceEvent, TraceEventCodes};

use crate::store::Book;

/// Tables of a few rows, and those that are no tables.
pub(super) const SMALL: &[&str] = &[
    "stage",
    "setting",
    "colleague",
    "lost_reason",
    "exchange_rate",
    "snooze",
    "json_each",
    "search",
    "CONSTANT",
];

/// What a plan says where all rows are read and sorted before the first is given.
pub(super) const SORTED: &str = "TEMP B-TREE FOR ORDER BY";

/// Hears the statements of one book.
pub(crate) struct Ear(Arc<Mutex<Vec<String>>>);

impl Ear {
    /// Listens from now on.
    pub fn on(book: &mut Book) -> Ear {
        let heard = Arc::new(Mutex::new(vec![]));
        let ear = Arc::clone(&heard);
        let listen = move |event: TraceEvent<'_>| {
            if let TraceEvent::Stmt(statement, _) = event {
                ear.lock().unwrap().push(statement.sql().into_owned());
            }
        };
        book.connection.trace_v2(TraceEventCodes::SQLITE_TRACE_STMT, Some(listen)).unwrap();
        Ear(heard)
    }

    /// Listens no more.
    pub fn off(book: &mut Book) {
        book.connection.trace_v2(TraceEventCodes::empty(), None::<fn(TraceEvent<'_>)>).unwrap();
    }

    /// What was heard since this was asked last.
    pub fn heard(&self) -> Vec<String> {
        std::mem::take(&mut self.0.lock().unwrap())
    }
}

/// The steps of a statement's plan.
pub(crate) fn plan(book: &Book, sql: &str) -> Vec<String> {
    let mut statement = book.connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
    let mut rows = statement.raw_query();
    let mut lines = vec![];
    while let Some(row) = rows.next().unwrap() {
        lines.push(row.get::<_, String>(3).unwrap());
    }
    lines
}

/// The step that looks at a whole table, if one does. A walk along an index is right where it gives the order of a
/// window, and so ends with it.
pub(crate) fn scan<'a>(sql: &str, plan: &'a [String]) -> Option<&'a String> {
    let sorted = plan.iter().any(|step| step.contains(SORTED));
    plan.iter().find(|step| {
        let mut words = step.split(' ');
        let (verb, table) = (words.next(), words.next().unwrap_or_default());
        let by_key = sql.contains("ORDER BY seq DESC");
        let walked = (step.contains(" INDEX ") || by_key) && sql.contains("LIMIT") && !sorted;
        let small = SMALL.contains(&table) || table.starts_with("main.search_") || table == "later";
        // What is made from parts is as large as they are, and they have steps of their own.
        let made = table.starts_with("(subquery");
        verb == Some("SCAN") && !small && !made && !walked
    })
}
