//! The first line: the program, the screens, the book, the day.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::text;
use crate::tui::look::Look;

/// Draws it: `tabs` are the screens, `chosen` the one shown.
pub fn draw(look: &Look, tabs: &[String], chosen: usize, book: &str, area: Rect, buf: &mut Buffer) {
    let theme = &look.theme;
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let mut pieces = vec![("keybook", theme.dim)];
    for (index, tab) in tabs.iter().enumerate() {
        let style = if index == chosen { theme.accent.patch(theme.title) } else { theme.dim };
        pieces.extend([("   ", theme.dim), (tab.as_str(), style)]);
    }
    let used = text::pieces(buf, look.measure, inner, &pieces) + 2;
    let rest = Rect { x: inner.x + used.min(inner.width), width: inner.width.saturating_sub(used), ..inner };
    let day = look.long_date(look.today);
    let both = format!("{book}  {day}");
    let shown = if look.measure.width(&both) <= rest.width.into() { both } else { day };
    text::right(buf, look.measure, rest, &shown, theme.dim);
}
