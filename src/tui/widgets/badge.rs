//! Badges: in a cell or two what should be looked at.

use ratatui::style::Style;

use crate::domain::attention::Reason;
use crate::tui::look::Look;

/// Cells of a badge.
pub const CELLS: u16 = 2;

/// From which weight on a reason makes a forecast wrong today.
const PRESSING: u32 = 3;

/// How many reasons there are to look at a deal, in the style of the worst of them; nothing without any.
pub fn attention(look: &Look, reasons: &[Reason]) -> (String, Style) {
    match reasons.iter().map(|reason| reason.weight()).max() {
        None => (String::new(), Style::new()),
        Some(weight) => {
            let style = if weight >= PRESSING { look.theme.bad } else { look.theme.warn };
            (format!("!{}", reasons.len()), style)
        }
    }
}
