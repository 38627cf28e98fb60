//! `keybook plan`.

use super::desk::Desk;
use super::failure::Failure;
use super::name;
use crate::report::{Format, plan};
use crate::store::Book;

/// Answers with the plan of an account: as Markdown, as one HTML file, or for programs.
pub(super) fn show(desk: &Desk, book: &Book, words: &str) -> Result<(), Failure> {
    let plan = plan::read(book, name::account(book, words)?)?;
    match desk.format {
        Format::Json => desk.give_json(&plan),
        _ => desk.give_document(plan::document(desk.lang, &plan)),
    }
}
