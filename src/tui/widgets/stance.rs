//! Where somebody stands towards us, as a sign that needs no colour.

use ratatui::style::Style;

use crate::domain::word::Stance;
use crate::tui::look::Look;

/// The sign of a stance, and its style.
pub fn sign(look: &Look, stance: Option<Stance>) -> (&'static str, Style) {
    match stance {
        Some(Stance::Supporter) => ("+", look.theme.good),
        Some(Stance::Opponent) => ("-", look.theme.bad),
        Some(Stance::Neutral) => ("=", look.theme.dim),
        None => ("?", look.theme.dim),
    }
}
