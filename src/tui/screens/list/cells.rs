//! What stands in the columns that several lists have.

use chrono::NaiveDate;
use ratatui::style::Style;

use crate::report::model::Amount;
use crate::tui::look::Look;

/// Words, or nothing.
pub fn words(text: Option<&String>) -> (String, Style) {
    (text.cloned().unwrap_or_default(), Style::new())
}

/// Words that only explain.
pub fn quiet(look: &Look, text: Option<&String>) -> (String, Style) {
    (text.cloned().unwrap_or_default(), look.theme.dim)
}

/// An amount, with its currency unless that is the base currency; a dash where there is none.
pub fn amount(look: &Look, amount: Option<Amount>, cells: usize) -> (String, Style) {
    let Some(Amount { minor, currency }) = amount else { return ("–".to_owned(), look.theme.dim) };
    let code = if currency == look.base { String::new() } else { format!("{currency} ") };
    let figure = look.amount(minor, currency, cells.saturating_sub(code.len()));
    (format!("{code}{figure}"), Style::new())
}

/// A day that has been; a dash where there is none.
pub fn past(look: &Look, day: Option<NaiveDate>) -> (String, Style) {
    match day {
        Some(day) => (look.date(day), Style::new()),
        None => ("–".to_owned(), look.theme.dim),
    }
}
