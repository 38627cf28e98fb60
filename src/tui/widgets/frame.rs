//! The frame of a dialog: the only box there is.

use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Rect, Size};
use ratatui::style::Style;
use ratatui::widgets::{Block, BorderType, Clear, Padding, Widget};

use super::text;
use crate::tui::look::Look;

/// The frame around room for `wanted` cells, as much of it as there is, in the middle of `area`.
pub fn around(wanted: Size, area: Rect) -> Rect {
    // Two lines and columns for the border, two columns for the padding.
    let width = wanted.width.saturating_add(4).min(area.width);
    let height = wanted.height.saturating_add(2).min(area.height);
    let (x, y) = (area.x + (area.width - width) / 2, area.y + (area.height - height) / 3);
    Rect { x, y, width, height }
}

/// The frame around room for `wanted` cells under some cells of `area`, or above them where there is more room.
pub fn at(cells: Rect, wanted: Size, area: Rect) -> Rect {
    let frame = around(wanted, area);
    let x = cells.x.saturating_sub(2).clamp(area.x, area.right() - frame.width);
    let fits_below = cells.bottom() + frame.height <= area.bottom();
    let y = if fits_below { cells.bottom() } else { cells.y.saturating_sub(frame.height).max(area.y) };
    Rect { x, y, ..frame }
}

/// Draws a frame over what is there, with a title and a word at its foot; returns the room inside.
pub fn draw(look: &Look, title: &str, foot: &str, frame: Rect, buf: &mut Buffer) -> Rect {
    // A wide character half under the frame would spill into it: clear one cell more at each side.
    Clear.render(frame.outer(Margin::new(1, 0)).intersection(buf.area), buf);
    let block = Block::bordered()
        .border_type(BorderType::Rounded)
        .border_style(look.theme.rule)
        .padding(Padding::horizontal(1));
    let inside = block.inner(frame);
    block.render(frame, buf);
    let line = Rect { x: frame.x + 2, width: frame.width.saturating_sub(4), height: 1, ..frame };
    if !title.is_empty() {
        // The border's colour is not the title's.
        text::left(buf, look.measure, line, &format!(" {title} "), Style::reset().patch(look.theme.title));
    }
    if !foot.is_empty() {
        let line = Rect { y: frame.bottom().saturating_sub(1), ..line };
        text::right(buf, look.measure, line, &format!(" {foot} "), look.theme.dim);
    }
    inside
}
