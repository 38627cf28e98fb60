//! The picture of the four quadrants: the plane with its rooms, and on it how somebody thinks: a filled
//! shape on the four diagonals, over it one's own as a dashed line; or several people as marks.
//!
//! Each cell has one colour for its dots and one behind them. So the rooms and the shape are painted
//! behind, in three strengths of each room's colour, and the lines are drawn in dots, of which a cell has
//! eight. Without colours the shape is stippled and the rooms are told apart by their letters.

mod ground;
mod labels;
#[cfg(test)]
mod tests;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::dots::Dots;
use super::text;
use crate::domain::quadrant::{Quadrant, Scores};
use crate::tui::look::Look;
use ground::Ground;

/// What is shown on the plane.
#[derive(Debug, Clone, Default)]
pub struct Plane<'a> {
    /// How the person thinks; none is unknown.
    pub scores: Option<Scores>,
    /// How oneself thinks.
    pub own: Option<Scores>,
    /// Whether the rooms have their animals.
    pub animals: bool,
    /// Words in its middle where nothing is known.
    pub unknown: &'a str,
    /// People on it, in place of one person's shape.
    pub marks: &'a [Mark],
}

/// Somebody on the plane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// A few letters.
    pub letters: String,
    /// Where they are at home.
    pub scores: Scores,
    /// Whether the cursor is on them.
    pub chosen: bool,
}

impl Plane<'_> {
    /// Draws it as large as the area lets it be.
    pub fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        if area.width < 24 || area.height < 8 {
            return;
        }
        let rows = if area.height >= 15 && self.marks.is_empty() { 2 } else { 1 };
        let room = Rect { y: area.y + rows, height: area.height - 2 * rows, ..area };
        let ground = Ground::of(room);
        let labels = Rect { x: ground.area.x, width: ground.area.width, ..area };
        labels::draw(self, look, labels, ground.area, buf);
        self.paint(look, &ground, buf);
        self.draw_lines(look, &ground, buf);
        if self.marks.is_empty() {
            match self.scores {
                Some(scores) => self.draw_corners(look, &ground, scores, buf),
                None => self.draw_unknown(look, &ground, buf),
            }
        }
        // The chosen one stands where they are at home; the others make room.
        let (chosen, others): (Vec<&Mark>, Vec<&Mark>) = self.marks.iter().partition(|mark| mark.chosen);
        let mut taken = Vec::new();
        for mark in chosen.into_iter().chain(others) {
            let place = free_place(look, &ground, mark, &taken);
            draw_mark(look, mark, place, buf);
            taken.push(place);
        }
    }

    /// What is behind the lines: the rooms, and the person's shape in them.
    fn paint(&self, look: &Look, ground: &Ground, buf: &mut Buffer) {
        let shape = self.scores.filter(|_| self.marks.is_empty()).map(|scores| ground.shape(scores));
        for cell in ground.area.positions() {
            let is_inside = shape.as_ref().is_some_and(|shape| ground.covers(shape, cell));
            let style = match (ground.room_at(cell), is_inside) {
                (Some(room), false) => tint(look, room),
                (None, false) => look.theme.rule,
                (_, true) => {
                    let room = ground.nearest_room(cell);
                    match look.theme.room_fill(room) {
                        Some(colour) => Style::new().bg(colour),
                        None => ink(look, room),
                    }
                }
            };
            let stippled = is_inside && look.theme.room_fill(Quadrant::A).is_none();
            let symbol = match ground.axis_at(cell) {
                _ if stippled => {
                    if look.ascii {
                        ':'
                    } else {
                        '⡂'
                    }
                }
                Some(axis) if !is_inside => axis,
                _ => ' ',
            };
            buf[cell].set_char(symbol).set_style(style);
        }
    }

    /// The lines: marks on the diagonals where a preference begins, the person's shape, one's own dashed.
    fn draw_lines(&self, look: &Look, ground: &Ground, buf: &mut Buffer) {
        let mut guides = Dots::new(ground.area);
        for level in [34, 67] {
            if let Some(scores) = Scores::new(level, level, level, level) {
                guides.polygon(&ground.shape(scores), |at| at % 4 == 0);
            }
        }
        guides.leave_out(|cell| ground.axis_at(cell).is_some());
        guides.draw(look, buf, '.', |_| look.theme.rule);
        if let Some(own) = self.own {
            let mut dots = Dots::new(ground.area);
            dots.polygon(&ground.shape(own), |at| at % 13 < 8);
            dots.draw(look, buf, '+', |_| Style::new().fg(ratatui::style::Color::Reset));
        }
        if let Some(scores) = self.scores.filter(|_| self.marks.is_empty()) {
            let mut dots = Dots::new(ground.area);
            dots.polygon(&ground.shape(scores), |_| true);
            dots.draw(look, buf, '*', |cell| {
                ink(look, ground.nearest_room(cell)).add_modifier(Modifier::BOLD)
            });
        }
    }

    /// The corners of the person's shape, by the letters of the rooms.
    fn draw_corners(&self, look: &Look, ground: &Ground, scores: Scores, buf: &mut Buffer) {
        let dominant = scores.dominant();
        for room in Quadrant::ALL {
            let cell = ground.cell(*room, scores.of(*room));
            let sign = if dominant.contains(room) { '◆' } else { '●' };
            let style = ink(look, *room).add_modifier(Modifier::BOLD);
            buf[cell].set_char(sign).set_style(style);
        }
    }

    /// That nothing is known, and how that is changed.
    fn draw_unknown(&self, look: &Look, ground: &Ground, buf: &mut Buffer) {
        let width = ground.area.width.saturating_sub(8).min(44);
        let lines = text::wrapped(look.measure, self.unknown, width.saturating_sub(4).into());
        let height = lines.len() as u16 + 2;
        let area = Rect {
            x: ground.area.x + (ground.area.width - width) / 2,
            y: ground.area.y + ground.area.height.saturating_sub(height) / 2,
            width,
            height: height.min(ground.area.height),
        };
        for cell in area.positions() {
            buf[cell].reset();
        }
        for (at, (row, line)) in area.rows().skip(1).zip(&lines).enumerate() {
            let style = if at == 0 { look.theme.title } else { Style::new() };
            text::centred(buf, look.measure, row, line, style);
        }
    }
}

/// Where a person's rooms draw them, or the nearest row above or below that is not taken.
fn free_place(look: &Look, ground: &Ground, mark: &Mark, taken: &[Rect]) -> Rect {
    let (cell, area) = (ground.balance(mark.scores), ground.area);
    let width = (look.measure.width(&mark.letters) as u16 + 2).min(area.width);
    let x = cell.x.saturating_sub(width / 2).clamp(area.x, area.right() - width);
    let at = |y: u16| Rect { x, y, width, height: 1 };
    let near = (0..area.height).flat_map(|far| [cell.y.checked_add(far), cell.y.checked_sub(far)]);
    let inside = near.flatten().filter(|y| (area.top()..area.bottom()).contains(y));
    let mut free = inside.map(at).filter(|place| taken.iter().all(|other| !other.intersects(*place)));
    free.next().unwrap_or(at(cell.y))
}

/// A person as letters.
fn draw_mark(look: &Look, mark: &Mark, area: Rect, buf: &mut Buffer) {
    let room = mark.scores.highest();
    let style = match (mark.chosen, room.as_slice()) {
        (true, _) => look.theme.past,
        (false, [only]) => match look.theme.room_fill(*only) {
            Some(colour) => Style::new().bg(colour).add_modifier(Modifier::BOLD),
            None => ink(look, *only).add_modifier(Modifier::BOLD),
        },
        _ => look.theme.title,
    };
    let around = if mark.chosen { ["[", "]"] } else { [" ", " "] };
    let letters = format!("{}{}{}", around[0], mark.letters, around[1]);
    for cell in area.intersection(buf.area).positions() {
        buf[cell].reset();
    }
    text::left(buf, look.measure, area, &letters, style);
}

/// A room's strong colour, without what is behind it.
fn ink(look: &Look, room: Quadrant) -> Style {
    Style { bg: None, ..look.theme.room(room) }
}

/// A room's faint colour, behind everything.
fn tint(look: &Look, room: Quadrant) -> Style {
    Style { fg: None, add_modifier: Modifier::empty(), ..look.theme.room(room) }
}
