//! Values of tables and facts as this person reads them.

use ratatui::style::Style;

use crate::report::percent;
use crate::report::table::{Cell, Tone, Value};
use crate::tui::look::Look;

/// A value in words; an amount that does not fit in `cells` is abbreviated.
pub fn spelled(look: &Look, cell: &Cell, cells: usize) -> String {
    match &cell.value {
        Value::Absent => String::new(),
        Value::Text(text) => text.clone(),
        Value::List(words) => look.lang.list(words),
        Value::Money(minor, currency) => {
            let code = format!("{currency} ");
            format!("{code}{}", look.amount(*minor, *currency, cells.saturating_sub(code.len())))
        }
        Value::Rate(points) => percent(*points),
        Value::Ratio(ratio) => look.ratio(*ratio),
        Value::Count(count) => count.to_string(),
        Value::Day(day) => look.date(*day),
    }
}

/// The style of a tone.
pub fn toned(look: &Look, tone: Tone) -> Style {
    match tone {
        Tone::Plain => Style::new(),
        Tone::Strong => look.theme.title,
        Tone::Quiet => look.theme.dim,
        Tone::Good => look.theme.good,
        Tone::Warning => look.theme.warn,
        Tone::Bad => look.theme.bad,
    }
}
