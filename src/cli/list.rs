//! Lists of records: filtered, read a window at a time, in any of the forms.

use serde::Serialize;

use super::desk::Desk;
use super::failure::Failure;
use super::viewed::Shown;
use crate::domain::filter::Kind;
use crate::report::page::Page;
use crate::report::pages::columns::{self, Listed, Reader};
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

/// Lists records as they are asked for, perhaps as a saved view shows them; `clause` is what the filter sets.
/// Under the usual columns, `usual` is their table.
pub(super) fn shown<R: Record + Listed + Serialize + Default>(
    desk: &Desk,
    book: &Book,
    kind: Kind,
    (shown, clause): (&Shown, Clause),
    usual: impl FnOnce(&[R]) -> Table,
) -> Result<(), Failure> {
    let order = shown.order::<R::Line>(book)?;
    let stages = book.stages_as_of(None)?;
    let own = kind.record().map(|kind| book.custom_fields(kind)).transpose()?.unwrap_or_default();
    let reader = Reader { lang: desk.lang, today: desk.today(), stages: &stages, own: &own };
    let records = rows::sorted::<R>(book, clause, order).map(|record| record.map_err(Failure::from));
    desk.give_records(records, |records| {
        let usual = usual(records);
        let table = columns::table(&reader, &shown.columns, records, &usual.when_empty);
        Page::of_table(desk.lang, "", table.unwrap_or(usual))
    })
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
