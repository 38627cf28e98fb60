//! What is remembered of imported files: listed, and forgotten.

use crate::cli::desk::Desk;
use crate::cli::failure::Failure;
use crate::ops::import::{forget as forget_mapping, remembered};
use crate::report::model::ForgottenOut;
use crate::report::page::Page;
use crate::report::{pages, rows};
use crate::store::Book;
use crate::tr;

/// Lists all of it.
pub(super) fn list(desk: &Desk, book: &Book) -> Result<(), Failure> {
    let mappings: Vec<_> = remembered(book)?.iter().map(rows::import::mapping_of).collect();
    desk.give_list(&mappings, || pages::import::remembered(desk.lang, &mappings))
}

/// Forgets what goes by a shape or a name.
pub(super) fn forget(desk: &Desk, book: &mut Book, which: &str) -> Result<(), Failure> {
    let done = forget_mapping(book, which)?;
    let out = ForgottenOut { operation: done.operation, forgotten: done.value };
    let line = tr!(desk.lang, "import.forgotten", files = done.label.subject);
    desk.give(&out, || Page::of_line(desk.lang, line))
}
