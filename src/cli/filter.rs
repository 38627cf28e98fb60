//! What `--filter` asks for, as a condition on the book.

use super::desk::Desk;
use super::failure::Failure;
use super::value;
use crate::domain::filter::{self, Condition, Kind, Subject, Test};
use crate::domain::word::Status;
use crate::i18n::Lang;
use crate::report::problem::explain_filter;
use crate::report::words;
use crate::store::Book;
use crate::store::view::list::Clause;

/// The condition that a filter sets for a kind of record.
pub(super) fn clause(lang: Lang, book: &Book, kind: Kind, text: &str) -> Result<Clause, Failure> {
    Ok(book.filtered(kind, &conditions(lang, book, kind, text)?)?)
}

/// The condition for a list of deals: those of a status (open, unless the filter says which), and what
/// `--filter` asks for.
pub(super) fn deals(desk: &Desk, book: &Book, status: Option<&str>) -> Result<Clause, Failure> {
    let text = desk.global.filter.as_deref().unwrap_or_default();
    let mut conditions = conditions(desk.lang, book, Kind::Deals, text)?;
    let wanted = match status {
        Some("all" | "全部") => None,
        Some(word) => Some(value::word(desk.lang, "--status", word, Status::ALL, words::status)?),
        None if filter::asks_about(&conditions, Subject::Status) => None,
        None => Some(Status::Open),
    };
    if let Some(status) = wanted {
        let test = Test::OneOf { subject: Subject::Status, any_of: vec![status.as_str()] };
        conditions.push(Condition { negated: false, test });
    }
    Ok(book.filtered(Kind::Deals, &conditions)?)
}

/// What a filter means for a kind of record.
fn conditions(lang: Lang, book: &Book, kind: Kind, text: &str) -> Result<Vec<Condition>, Failure> {
    book.conditions(kind, text)?.map_err(|error| Failure::Usage(explain_filter(lang, text, &error, kind)))
}
