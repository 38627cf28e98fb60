//! Questions in SQL: a book that is asked and not written, by views whose names and columns are a promise.
//!
//! | module | what it is for |
//! |---|---|
//! | `views` | the views of records: what they are called, and where each column comes from |
//! | `entries` | the views of what plans are made of, from the description of each kind |
//! | `functions` | how identities, amounts and instants are written in them |
//! | `guard` | what a question may read |

mod entries;
mod functions;
mod guard;
mod views;

use rusqlite::ErrorCode;
use serde_json::Value;

use crate::domain::entry::EntryKind;
use crate::store::book::Book;
use crate::store::error::{Error, Result};
use crate::store::functions::to_json;
use guard::Watch;

/// What makes SQLite put a view together as a whole: only so can it be joined by an identity, of which the tables
/// hold a number and the views a text; and only so are reads told by the view that they serve.
const WHOLE: &str = " LIMIT -1";

/// Something that can be asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// Its name.
    pub name: &'static str,
    /// The entries that it shows, where it shows those of a plan.
    pub entries: Option<EntryKind>,
    /// Its columns with the expression behind each.
    columns: Vec<(String, String)>,
    /// The tables it reads.
    from: String,
}

impl View {
    /// The names of its columns, in their order.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(|(name, _)| name.as_str())
    }
}

/// Every view, records first.
pub fn views() -> Vec<View> {
    let mut all = views::records();
    all.extend(entries::views());
    all
}

/// The rows of an answer, as they are read.
pub type Rows<'a, E> = &'a mut dyn Iterator<Item = std::result::Result<Vec<Value>, E>>;

/// Why a question is not answered.
#[derive(Debug, thiserror::Error)]
pub enum Unasked {
    /// There is nothing in it.
    #[error("no question")]
    Empty,
    /// More than one statement.
    #[error("more than one statement")]
    Several,
    /// It would write, or turn the program's own screws.
    #[error("it does not only read")]
    Writes,
    /// It reads one of the book's own tables, which may change with every version.
    #[error("it reads the table {0}")]
    Table(String),
    /// It is no SQL, or asks for what is not there; in SQLite's words.
    #[error("{0}")]
    Wrong(String),
    /// The book itself is at fault.
    #[error(transparent)]
    Store(#[from] Error),
}

impl From<rusqlite::Error> for Unasked {
    fn from(error: rusqlite::Error) -> Self {
        match error {
            rusqlite::Error::MultipleStatement => Unasked::Several,
            rusqlite::Error::SqlInputError { msg, .. } => Unasked::Wrong(msg),
            rusqlite::Error::SqliteFailure(fault, Some(message))
                if matches!(fault.code, ErrorCode::Unknown | ErrorCode::TypeMismatch | ErrorCode::TooBig) =>
            {
                Unasked::Wrong(message)
            }
            other => Unasked::Store(other.into()),
        }
    }
}

/// A book that is asked one question and not written.
pub struct Question {
    book: Book,
    watch: Watch,
}

impl Question {
    /// Lays the views over a book; from now on nothing else of it can be read, and nothing written.
    ///
    /// # Errors
    /// [`Error`] where the views cannot be made.
    pub fn to(mut book: Book) -> Result<Question> {
        functions::register(&book.connection)?;
        for view in views() {
            lay(&book, &view, WHOLE)?;
        }
        book.connection.pragma_update(None, "query_only", true)?;
        let names = views().into_iter().map(|view| view.name).collect();
        let watch = Watch::over(&mut book.connection, names)?;
        Ok(Question { book, watch })
    }

    /// Asks. `answer` is given the names of the columns, no two of them the same, and the rows as they are
    /// read, each with a value for every column.
    ///
    /// # Errors
    /// [`Unasked`], or what `answer` refused.
    pub fn ask<T, E: From<Unasked>>(
        self,
        sql: &str,
        answer: impl FnOnce(Vec<String>, Rows<'_, E>) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        if sql.trim().trim_end_matches(';').trim().is_empty() {
            return Err(Unasked::Empty.into());
        }
        self.prepare(sql)?;
        self.watch.look_away();
        if let [only] = self.watch.views_read().as_slice() {
            self.lay_open(only).map_err(Unasked::Store)?;
        }
        let mut statement = self.prepare(sql)?;
        let columns = apart(statement.column_names());
        let count = columns.len();
        let mut rows = statement.query([]).map_err(Unasked::from)?;
        let mut each = std::iter::from_fn(|| {
            let row = rows.next().transpose()?;
            let values =
                row.and_then(|row| (0..count).map(|place| Ok(to_json(row.get_ref(place)?))).collect());
            Some(values.map_err(|error: rusqlite::Error| E::from(error.into())))
        });
        answer(columns, &mut each)
    }

    /// Prepares a question; whether it may be asked shows there.
    fn prepare(&self, sql: &str) -> std::result::Result<rusqlite::Statement<'_>, Unasked> {
        let prepared = self.book.connection.prepare(sql).map_err(|error| match self.watch.refused() {
            Some(refused) => refused,
            None => error.into(),
        })?;
        if prepared.column_count() == 0 || !prepared.readonly() {
            return Err(Unasked::Writes);
        }
        Ok(prepared)
    }

    /// Lays a view that is asked alone so that SQLite sees through it, and its indexes serve.
    fn lay_open(&self, name: &str) -> Result<()> {
        let connection = &self.book.connection;
        connection.pragma_update(None, "query_only", false)?;
        for view in views().iter().filter(|view| view.name == name) {
            connection.execute_batch(&format!("DROP VIEW temp.{name}"))?;
            lay(&self.book, view, "")?;
        }
        Ok(connection.pragma_update(None, "query_only", true)?)
    }
}

/// Makes a view, for this connection only.
fn lay(book: &Book, view: &View, end: &str) -> Result<()> {
    let names: Vec<&str> = view.columns().collect();
    let expressions: Vec<&str> = view.columns.iter().map(|(_, expression)| expression.as_str()).collect();
    let body = book.resolved(&format!("SELECT {} FROM {}{end}", expressions.join(", "), view.from))?;
    let view = format!("CREATE TEMP VIEW {} ({}) AS {body}", view.name, names.join(", "));
    Ok(book.connection.execute_batch(&view)?)
}

/// The names of columns, each made different from those before it.
fn apart<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for name in names {
        let mut own = name.to_owned();
        let mut number = 2;
        while all.contains(&own) {
            own = format!("{name}_{number}");
            number += 1;
        }
        all.push(own);
    }
    all
}
