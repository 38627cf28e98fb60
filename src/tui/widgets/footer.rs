//! The last line: the keys that do something now.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::text;
use crate::tui::look::Look;

/// A key and what it does.
pub type Hint = (String, String);

/// Cells between two hints.
const GAP: usize = 3;

/// Draws as many hints as there is room for. The last two (help, and the way out) always stay.
pub fn draw(look: &Look, hints: &[Hint], area: Rect, buf: &mut Buffer) {
    for (index, place) in places(look, hints, area) {
        let (key, label) = &hints[index];
        let pieces = [(key.as_str(), look.theme.key), (" ", look.theme.dim), (label, look.theme.dim)];
        text::pieces(buf, look.measure, place, &pieces);
    }
}

/// Which hints are shown, and where.
pub fn places(look: &Look, hints: &[Hint], area: Rect) -> Vec<(usize, Rect)> {
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let mut x = inner.x;
    let mut place = |index: usize| {
        let (key, label) = &hints[index];
        let cells = look.measure.width(key) + 1 + look.measure.width(label);
        let width = (cells as u16).min(inner.right().saturating_sub(x));
        let place = Rect { x, width, ..inner };
        x += width + GAP as u16;
        (index, place)
    };
    shown(look, hints, inner.width.into()).into_iter().map(&mut place).collect()
}

fn shown(look: &Look, hints: &[Hint], room: usize) -> Vec<usize> {
    let cells = |(key, label): &Hint| look.measure.width(key) + 1 + look.measure.width(label) + GAP;
    let (others, always) = hints.split_at(hints.len().saturating_sub(2));
    let mut used: usize = always.iter().map(cells).sum();
    let mut kept = Vec::new();
    for (index, hint) in others.iter().enumerate() {
        if used + cells(hint) <= room + GAP {
            used += cells(hint);
            kept.push(index);
        }
    }
    kept.extend(others.len()..hints.len());
    kept
}
