//! A screen that has nothing to show yet: what would be here, and how to get it there.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::text;
use crate::tui::look::Look;

/// Cells that the words like to have.
const WIDTH: usize = 60;

/// Draws the words in the middle of the area; `ways` are keys or commands, and what each does.
pub fn draw(
    look: &Look,
    title: &str,
    explained: &str,
    ways: &[(String, String)],
    area: Rect,
    buf: &mut Buffer,
) {
    let theme = &look.theme;
    let first = ways.iter().map(|(command, _)| look.measure.width(command)).max().unwrap_or(0) + 3;
    let second = ways.iter().map(|(_, words)| look.measure.width(words)).max().unwrap_or(0);
    let width = (first + second).max(WIDTH).min(area.width.saturating_sub(4).into());
    let words = text::wrapped(look.measure, explained, width);
    let height = (2 + words.len() + ways.len()) as u16;
    let block = Rect {
        x: area.x + (area.width - width as u16) / 2,
        y: area.y + area.height.saturating_sub(height) / 3,
        width: width as u16,
        height: height.min(area.height),
    };
    let mut rows = block.rows();
    if let Some(row) = rows.next() {
        text::left(buf, look.measure, row, title, theme.title);
    }
    for (row, line) in rows.by_ref().zip(&words) {
        text::left(buf, look.measure, row, line, theme.dim);
    }
    for (row, (command, words)) in block.rows().skip(2 + words.len()).zip(ways) {
        text::left(buf, look.measure, row, command, theme.key);
        let rest = Rect { x: row.x + first as u16, width: row.width.saturating_sub(first as u16), ..row };
        text::left(buf, look.measure, rest, words, Style::new());
    }
}
