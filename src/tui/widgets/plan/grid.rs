//! Four cells around a cross of thin rules, each a list under its title; one above the other where there is
//! no room beside.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::items::{draw_items, tells_notes};
use crate::tui::look::Look;
use crate::tui::widgets::input::LineInput;
use crate::tui::widgets::text;

/// Cells under which two columns are too narrow to read.
const NARROW: u16 = 44;
/// Stands before the title of a cell that counts most.
pub const HEAVY: &str = "◆";

/// One of the four cells.
#[derive(Debug, Clone, Default)]
pub struct Quarter<'a> {
    /// What it is called.
    pub title: String,
    /// A word on what belongs there, after the title where there is room.
    pub about: String,
    /// What it comes to, at the right.
    pub figure: String,
    /// Whether it counts more than others.
    pub is_heavy: bool,
    /// What stands in it.
    pub items: Vec<Item<'a>>,
    /// Whether one stands in it, though on nothing: it is empty.
    pub is_here: bool,
}

/// A line of a cell.
#[derive(Debug, Clone, Default)]
pub struct Item<'a> {
    /// What it says.
    pub text: String,
    /// A mark before it, such as its stars; as wide in every item of a picture.
    pub mark: String,
    /// What there is to say about it, where there is room.
    pub note: String,
    /// Whether it is the chosen one.
    pub is_chosen: bool,
    /// The line that is typed in its place.
    pub typed: Option<&'a LineInput>,
}

/// Draws four cells, in the order of reading; returns where the cursor stands, if one types into one.
pub fn draw(look: &Look, quarters: &[Quarter<'_>; 4], area: Rect, buf: &mut Buffer) -> Option<Position> {
    let area = area.intersection(buf.area);
    let cells = cells(quarters, area);
    if area.width >= NARROW {
        draw_cross(look, cells[0], area, buf);
    }
    let mut cursor = None;
    for (quarter, cell) in quarters.iter().zip(cells) {
        cursor = draw_quarter(look, quarter, cell, buf).or(cursor);
    }
    cursor
}

/// Whether there is room in every cell for all that is to be said about its items.
pub fn is_roomy(look: &Look, quarters: &[Quarter<'_>; 4], area: Rect) -> bool {
    let cells = cells(quarters, area);
    quarters.iter().zip(cells).all(|(quarter, cell)| tells_notes(look, &quarter.items, below_title(cell)))
}

/// Where each cell stands: two by two around a cross or, where there is no room beside, one under the other.
fn cells(quarters: &[Quarter<'_>; 4], area: Rect) -> [Rect; 4] {
    if area.width < NARROW {
        return stacked(quarters, area);
    }
    let left = (area.width - 3) / 2;
    let above = area.height.saturating_sub(1) / 2;
    let (x, y) = (area.x + left + 3, area.y + above + 1);
    let right = area.right().saturating_sub(x);
    let below = area.bottom().saturating_sub(y);
    [
        Rect { width: left, height: above, ..area },
        Rect { x, width: right, height: above, ..area },
        Rect { y, width: left, height: below, ..area },
        Rect { x, y, width: right, height: below },
    ]
}

/// The cross between the cells, beside and under the first of them.
fn draw_cross(look: &Look, first: Rect, area: Rect, buf: &mut Buffer) {
    let (x, y) = (first.right() + 1, first.bottom());
    for row in area.top()..area.bottom() {
        buf.set_string(x, row, "│", look.theme.rule);
    }
    if area.height > 0 {
        for column in area.left()..area.right() {
            buf.set_string(column, y, if column == x { "┼" } else { "─" }, look.theme.rule);
        }
    }
}

/// The four cells one above the other: each gets what it needs, as far as a title and a line are left for
/// those after it.
fn stacked(quarters: &[Quarter<'_>; 4], area: Rect) -> [Rect; 4] {
    let mut y = area.y;
    let mut number = 0;
    quarters.each_ref().map(|quarter| {
        let rest = area.bottom().saturating_sub(y);
        let after = 2 * (3 - number);
        number += 1;
        let needed = u16::try_from(quarter.items.len().max(1)).unwrap_or(u16::MAX).saturating_add(1);
        let height = needed.min(rest.saturating_sub(after).max(2)).min(rest);
        let cell = Rect { y, height, ..area };
        y += height;
        cell
    })
}

/// The part of a cell in which its items stand.
fn below_title(cell: Rect) -> Rect {
    Rect { y: cell.y + 1, height: cell.height.saturating_sub(1), ..cell }
}

/// Draws one cell: its title, then as many of its items as there is room for.
fn draw_quarter(look: &Look, quarter: &Quarter<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
    if area.is_empty() {
        return None;
    }
    let theme = &look.theme;
    let line = Rect { height: 1, ..area };
    let figure = text::right(buf, look.measure, line, &quarter.figure, theme.figure);
    let mark = if quarter.is_heavy { format!("{HEAVY} ") } else { String::new() };
    let title = Rect { width: line.width.saturating_sub(figure + 1), ..line };
    // What explains gives way whole.
    let taken = look.measure.width(&mark) + look.measure.width(&quarter.title);
    let about = match taken + 2 + look.measure.width(&quarter.about) <= usize::from(title.width) {
        true => format!("  {}", quarter.about),
        false => String::new(),
    };
    let pieces = [(mark.as_str(), theme.accent), (quarter.title.as_str(), theme.title), (&about, theme.dim)];
    text::pieces(buf, look.measure, title, &pieces);
    draw_items(look, quarter, below_title(area), buf)
}
