//! The first line: the program, the screens, the book, the day.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::text;
use crate::tui::look::Look;

/// Draws it: `tabs` are the screens, `chosen` the one shown.
pub fn draw(look: &Look, tabs: &[String], chosen: usize, book: &str, area: Rect, buf: &mut Buffer) {
    let theme = &look.theme;
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let number = |index: usize| format!("{} ", index + 1);
    let numbers: Vec<String> = (0..tabs.len()).map(number).collect();
    let mut pieces = vec![("keybook", theme.dim)];
    for (index, (tab, number)) in tabs.iter().zip(&numbers).enumerate() {
        let style = if index == chosen { theme.accent.patch(theme.title) } else { theme.dim };
        pieces.extend([("  ", theme.dim), (number.as_str(), theme.key), (tab.as_str(), style)]);
    }
    let wanted: usize = pieces.iter().map(|(text, _)| look.measure.width(text)).sum();
    // Where there is no room for all, the screens stay.
    let from = if wanted > inner.width.into() { 2 } else { 0 };
    let used = text::pieces(buf, look.measure, inner, &pieces[from..]) + 2;
    let rest = Rect { x: inner.x + used.min(inner.width), width: inner.width.saturating_sub(used), ..inner };
    let day = look.long_date(look.today);
    let both = format!("{book}  {day}");
    let shown = if look.measure.width(&both) <= rest.width.into() { both } else { day };
    if look.measure.width(&shown) <= rest.width.into() {
        text::right(buf, look.measure, rest, &shown, theme.dim);
    }
}
