//! What may follow the keys typed so far: on the message line or, where there is more, in columns above it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Clear, Widget};

use super::footer::Hint;
use super::text;
use crate::tui::look::Look;

/// Cells between two hints.
const GAP: usize = 3;

/// Draws `typed` and what may follow. `line` is the message line; `screen` is what lies above it and may be
/// drawn over.
pub fn draw(look: &Look, typed: &str, follow: &[Hint], line: Rect, screen: Rect, buf: &mut Buffer) {
    let inner = |area: Rect| Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let cells = |(key, label): &Hint| look.measure.width(key) + 1 + look.measure.width(label);
    let all: usize = follow.iter().map(|hint| GAP + cells(hint)).sum();
    let line = inner(line);
    let used = text::left(buf, look.measure, line, typed, look.theme.key);
    if look.measure.width(typed) + all <= line.width.into() {
        let mut x = line.x + used;
        for hint in follow {
            x += GAP as u16;
            x += draw_hint(look, hint, Rect { x, width: line.right().saturating_sub(x), ..line }, buf);
        }
        return;
    }
    let width = follow.iter().map(cells).max().unwrap_or_default() + GAP;
    let columns = ((usize::from(line.width) + GAP) / width).max(1);
    let rows = follow.len().div_ceil(columns).min(screen.height.saturating_sub(1).into());
    let height = rows as u16 + 1;
    let over = Rect { y: screen.bottom().saturating_sub(height), height, ..screen };
    Clear.render(over, buf);
    buf.set_string(over.x, over.y, "─".repeat(over.width.into()), look.theme.rule);
    for (at, hint) in follow.iter().enumerate().take(rows * columns) {
        let (column, row) = ((at / rows) as u16, (at % rows) as u16);
        let x = line.x + column * width as u16;
        let place = Rect { x, y: over.y + 1 + row, width: line.right().saturating_sub(x), height: 1 };
        draw_hint(look, hint, place, buf);
    }
}

/// Draws a key and what it does; tells the cells it took.
fn draw_hint(look: &Look, (key, label): &Hint, area: Rect, buf: &mut Buffer) -> u16 {
    let pieces = [(key.as_str(), look.theme.key), (" ", look.theme.dim), (label.as_str(), look.theme.dim)];
    text::pieces(buf, look.measure, area, &pieces)
}
