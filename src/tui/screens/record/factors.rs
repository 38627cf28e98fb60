//! The strategy that follows from the factors, over them.

use crate::domain::entry::{EntryKind, Holder};
use crate::domain::strategy::{Cells, Factor};
use crate::report::plan_words;
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::look::Look;
use crate::tui::widgets::sheet::Sheet;

/// Puts on a sheet every strategy that the factors of a record leave open, with its advice; or that there is
/// not enough to say.
///
/// # Errors
/// What the store could not read.
pub fn put_strategy(sheet: &mut Sheet, book: &Book, look: &Look, holder: Holder) -> Result<()> {
    let factors = book.entries(EntryKind::Factor, holder)?;
    if factors.is_empty() {
        return Ok(());
    }
    let strategies = Cells::of(factors.iter().filter_map(Factor::of)).strategies();
    if strategies.is_empty() {
        sheet.words(tr!(look.lang, "record.no_strategy_yet"));
    }
    for strategy in strategies {
        let (name, advice) =
            (plan_words::strategy(look.lang, strategy), plan_words::strategy_advice(look.lang, strategy));
        sheet.words(format!("→ {name} — {advice}"));
    }
    Ok(())
}
