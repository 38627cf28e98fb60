//! What happened to a record and what belongs to it, the newest first.

use crate::report::rows::record_history::told;
use crate::report::words;
use crate::store::view::record_history::Happening;
use crate::store::{Book, Result, State};
use crate::tr;
use crate::tui::look::Look;
use crate::tui::screens::Chosen;
use crate::tui::widgets::cell::spelled;
use crate::tui::widgets::sheet::{Line, Sheet};

/// Operations that are shown; the dialog of the history has them all.
const SHOWN: usize = 80;

/// Changes of one operation that are told.
const TOLD: usize = 4;

/// Cells of an amount.
const AMOUNT: usize = 20;

/// Puts it on a sheet.
///
/// # Errors
/// What the store could not read.
pub fn put(sheet: &mut Sheet, book: &Book, look: &Look, of: &Chosen) -> Result<()> {
    let happened = book.record_history((of.kind, of.id), true, None, SHOWN)?;
    if happened.is_empty() {
        sheet.words(tr!(look.lang, "record.nothing_happened"));
    }
    sheet.noted(tr!(look.lang, "record.happened"), happened.iter().map(|one| line(look, one)).collect());
    Ok(())
}

fn line(look: &Look, happening: &Happening) -> (Line, Vec<String>) {
    let operation = &happening.operation;
    let what = words::operation(look.lang, &operation.label);
    let what = match operation.state {
        State::Done => what,
        _ => tr!(look.lang, "record.taken_back", what = what).into_owned(),
    };
    let details = told(look.lang, happening).into_iter().take(TOLD);
    let details = details.map(|told| told.line(look.lang, |cell| spelled(look, cell, AMOUNT))).collect();
    (Line { what, about: look.date(operation.day), style: look.theme.dim, stands_for: None }, details)
}
