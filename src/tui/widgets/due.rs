//! Days by which something should have happened: how pressing they are, and how that is shown.

use chrono::{Days, NaiveDate};
use ratatui::style::Style;

use crate::tui::look::Look;

/// Days ahead from which a date is near.
const NEAR: u64 = 3;

/// The sign and the style of a day by which something is due: `!` where it has passed.
pub fn due(look: &Look, day: NaiveDate) -> (&'static str, Style) {
    let today = look.today;
    if day < today {
        ("! ", look.theme.bad)
    } else if day <= today.checked_add_days(Days::new(NEAR)).unwrap_or(today) {
        ("", look.theme.warn)
    } else {
        ("", Style::new())
    }
}
