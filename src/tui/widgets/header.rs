//! The first line: the program, the screens, the book, the day.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::text;
use crate::tui::look::Look;

/// Draws it: `tabs` are the screens, each with its key, `chosen` the one shown.
pub fn draw(look: &Look, tabs: &[(u8, String)], chosen: usize, book: &str, area: Rect, buf: &mut Buffer) {
    let theme = &look.theme;
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let numbers: Vec<String> = tabs.iter().map(|(key, _)| format!("{key} ")).collect();
    let mut pieces = vec![("keybook", theme.dim)];
    for (index, ((_, tab), number)) in tabs.iter().zip(&numbers).enumerate() {
        let style = if index == chosen { theme.accent.patch(theme.title) } else { theme.dim };
        pieces.extend([("  ", theme.dim), (number.as_str(), theme.key), (tab.as_str(), style)]);
    }
    let wanted: usize = pieces.iter().map(|(text, _)| look.measure.width(text)).sum();
    // Where there is no room for all, the screens stay, and which book it is comes before the program.
    let with_book = wanted + 2 + look.measure.width(book);
    let from = if with_book > inner.width.into() { 2 } else { 0 };
    let used = text::pieces(buf, look.measure, inner, &pieces[from..]) + 2;
    let rest = Rect { x: inner.x + used.min(inner.width), width: inner.width.saturating_sub(used), ..inner };
    let (long, short) = (look.long_date(look.today), look.short_date(look.today));
    // Which book it is comes before which day it is.
    let choices = [format!("{book}  {long}"), format!("{book}  {short}"), book.to_owned(), long, short];
    let fits = |words: &&String| look.measure.width(words) <= rest.width.into();
    if let Some(words) = choices.iter().find(fits) {
        text::right(buf, look.measure, rest, words, theme.dim);
    }
}
