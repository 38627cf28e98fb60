//! What `--filter` asks for, as a condition on the book.

use super::desk::Desk;
use super::failure::Failure;
use super::value;
use crate::domain::filter::Kind;
use crate::domain::word::Status;
use crate::i18n::Lang;
use crate::report::problem::explain_filter;
use crate::report::words;
use crate::store::Book;
use crate::store::view::filter::{FilterProblem, with_status};
use crate::store::view::list::Clause;

/// The condition that a filter sets for a kind of record.
pub(super) fn clause(lang: Lang, book: &Book, kind: Kind, text: &str) -> Result<Clause, Failure> {
    book.clause(kind, text).map_err(|problem| failure(lang, kind, text, problem))
}

/// The condition that `--filter` sets, with deals of any outcome unless it asks about that.
pub(super) fn of_any_outcome(desk: &Desk, book: &Book, kind: Kind) -> Result<Clause, Failure> {
    of_any(desk.lang, book, kind, desk.global.filter.as_deref().unwrap_or_default())
}

fn of_any(lang: Lang, book: &Book, kind: Kind, text: &str) -> Result<Clause, Failure> {
    let clause = book.clause_among(kind, text, Status::ALL);
    clause.map_err(|problem| failure(lang, kind, text, problem))
}

/// The condition for a list of deals: those of a status (open, unless the filter says which), and what the
/// filter asks for.
pub(super) fn deals(desk: &Desk, book: &Book, text: &str, status: Option<&str>) -> Result<Clause, Failure> {
    match status {
        None => clause(desk.lang, book, Kind::Deals, text),
        Some("all" | "全部") => of_any(desk.lang, book, Kind::Deals, text),
        Some(word) => {
            let status = value::word(desk.lang, "--status", word, Status::ALL, words::status)?;
            Ok(of_any(desk.lang, book, Kind::Deals, text)?.with(with_status(status)))
        }
    }
}

fn failure(lang: Lang, kind: Kind, text: &str, problem: FilterProblem) -> Failure {
    match problem {
        FilterProblem::Store(error) => error.into(),
        FilterProblem::Filter(error) => Failure::Usage(explain_filter(lang, text, &error, kind)),
    }
}
