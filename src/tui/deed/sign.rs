//! Whether a deal that moved on did so without the sign of the stage that it left.

use crate::domain::entry::{EntryKind, Holder};
use crate::domain::id::Id;
use crate::report::words;
use crate::store::table::deal::Deal;
use crate::store::{Book, Result};
use crate::tui::look::Look;

/// The sign that should have been seen before a deal came to its stage, and was not.
///
/// # Errors
/// What the store could not read.
pub fn unseen_sign(book: &Book, look: &Look, deal: Id) -> Result<Option<String>> {
    let stage = book.row::<Deal>(deal)?.stage_id;
    let at = look.stages.iter().position(|one| one.id == stage);
    let before = at.and_then(|at| look.stages.get(at.checked_sub(1)?));
    let Some(left) = before.filter(|stage| stage.has_exit_sign()) else { return Ok(None) };
    let signs = book.entries(EntryKind::ExitSign, Holder::Deal(deal))?;
    let of_stage = |one: &&crate::domain::entry::Entry| one.refers_to("stage") == Some(left.id);
    let is_seen = signs.iter().find(of_stage).is_some_and(|sign| sign.day("seen").is_some());
    Ok((!is_seen).then(|| words::exit_sign(look.lang, left).into_owned()))
}
