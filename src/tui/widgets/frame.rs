//! The frame of a dialog: the only box there is.

use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Rect, Size};
use ratatui::widgets::{Block, BorderType, Clear, Padding, Widget};

use crate::tui::look::Look;

/// Draws a frame with a title around room for `wanted` cells, as much of it as there is, in the middle
/// of `area`, over what is there; returns the room inside.
pub fn draw(look: &Look, title: &str, wanted: Size, area: Rect, buf: &mut Buffer) -> Rect {
    // Two lines and columns for the border, two columns for the padding.
    let width = wanted.width.saturating_add(4).min(area.width);
    let height = wanted.height.saturating_add(2).min(area.height);
    let frame =
        Rect { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 3, width, height };
    // A wide character half under the frame would spill into it: clear one cell more at each side.
    Clear.render(frame.outer(Margin::new(1, 0)).intersection(area), buf);
    let block = Block::bordered()
        .border_type(BorderType::Rounded)
        .border_style(look.theme.rule)
        .padding(Padding::horizontal(1))
        .title(format!(" {title} "))
        .title_style(look.theme.title);
    let inside = block.inner(frame);
    block.render(frame, buf);
    inside
}
