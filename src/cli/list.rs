//! Lists of records: filtered, read a window at a time, in any of the forms.

use serde::Serialize;

use super::desk::Desk;
use super::failure::Failure;
use crate::domain::filter::Kind;
use crate::report::page::Page;
use crate::report::rows::{self, Record};
use crate::report::table::Table;
use crate::store::Book;
use crate::store::view::list::Clause;

/// Lists the records that meet `--filter`.
pub(super) fn filtered<R: Record + Serialize + Default>(
    desk: &Desk,
    book: &Book,
    kind: Kind,
    table: impl FnOnce(&[R]) -> Table,
) -> Result<(), Failure> {
    of_clause(desk, book, desk.clause(book, kind)?, table)
}

/// Lists the records that meet a condition.
pub(super) fn of_clause<R: Record + Serialize + Default>(
    desk: &Desk,
    book: &Book,
    clause: Clause,
    table: impl FnOnce(&[R]) -> Table,
) -> Result<(), Failure> {
    let records = rows::all::<R>(book, clause).map(|record| record.map_err(Failure::from));
    desk.give_records(records, |records| Page::of_table(desk.lang, "", table(records)))
}
