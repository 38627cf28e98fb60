//! What stands in the columns that several lists have.

use chrono::{DateTime, NaiveDate};
use ratatui::style::Style;

use crate::report::model::Amount;
use crate::report::percent;
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
    let Some(Amount { minor, currency }) = amount else { return nothing(look) };
    let code = if currency == look.base { String::new() } else { format!("{currency} ") };
    let figure = look.amount(minor, currency, cells.saturating_sub(code.len()));
    (format!("{code}{figure}"), Style::new())
}

/// A rate in basis points; a dash where there is none.
pub fn rate(look: &Look, points: Option<i64>) -> (String, Style) {
    points.map_or_else(|| nothing(look), |points| (percent(points), Style::new()))
}

/// A number of things; a dash where it is not known.
pub fn count(look: &Look, count: Option<i64>) -> (String, Style) {
    count.map_or_else(|| nothing(look), |count| (count.to_string(), Style::new()))
}

/// Tags, each with its sign.
pub fn tags(look: &Look, tags: &[String]) -> (String, Style) {
    let tags: Vec<String> = tags.iter().map(|tag| format!("#{tag}")).collect();
    (tags.join(" "), look.theme.dim)
}

/// The day of an instant in milliseconds UTC.
pub fn instant(look: &Look, milliseconds: i64) -> (String, Style) {
    past(look, DateTime::from_timestamp_millis(milliseconds).map(|instant| instant.date_naive()))
}

fn nothing(look: &Look) -> (String, Style) {
    ("–".to_owned(), look.theme.dim)
}

/// A day that has been; a dash where there is none.
pub fn past(look: &Look, day: Option<NaiveDate>) -> (String, Style) {
    match day {
        Some(day) => (look.date(day), Style::new()),
        None => nothing(look),
    }
}
