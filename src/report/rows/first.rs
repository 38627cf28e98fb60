//! The first of a list that may be long, and how many more there are: what a page names.

use super::sorted;
use crate::domain::filter::Kind;
use crate::report::model::DealOut;
use crate::store::view::filter::FilterProblem;
use crate::store::view::lines::DealLine;
use crate::store::view::list::{Clause, Line};
use crate::store::{Book, Result};

/// The first of several things.
#[derive(Debug, Clone)]
pub struct First<T> {
    /// The first of them.
    pub first: Vec<T>,
    /// How many more there are.
    pub more: usize,
}

impl<T> First<T> {
    /// The first `most` of these things.
    pub(super) fn of(things: impl IntoIterator<Item = T>, most: usize) -> First<T> {
        let mut things = things.into_iter();
        let first = things.by_ref().take(most).collect();
        First { first, more: things.count() }
    }
}

/// The condition of a filter of our own making, which is never wrong.
pub(super) fn clause(book: &Book, filter: &str) -> Result<Clause> {
    match book.clause(Kind::Deals, filter) {
        Ok(clause) => Ok(clause),
        Err(FilterProblem::Store(error)) => Err(error),
        Err(_) => Ok(Clause::default()),
    }
}

/// The first `most` deals that meet a condition, by the key of a column, downwards or not.
pub(super) fn first_deals(
    book: &Book,
    clause: Clause,
    (key, down): (&str, bool),
    most: usize,
) -> Result<First<DealOut>> {
    let number = book.count::<DealLine>(&clause)?;
    let order = Book::order::<DealLine>(key, down).unwrap_or(DealLine::ORDER);
    let first: Vec<DealOut> = sorted(book, clause, order).take(most).collect::<Result<_>>()?;
    let more = usize::try_from(number).unwrap_or(usize::MAX).saturating_sub(first.len());
    Ok(First { first, more })
}
