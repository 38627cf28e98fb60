//! A line of a sheet that is drawn in pieces, each with its own style: a branch of a tree, a tooth of the
//! zipper.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Stands;
use crate::tui::look::Look;
use crate::tui::widgets::text;

/// Words in a style.
pub type Piece = (String, Style);

/// A line in pieces, on two sides.
#[derive(Debug, Clone, Default)]
pub struct Drawn {
    /// What stands on the left.
    pub left: Vec<Piece>,
    /// What stands on the right.
    pub right: Vec<Piece>,
    /// How the two stand to each other.
    pub meeting: Meeting,
    /// What the line stands for; nothing where it only says something.
    pub stands_for: Option<Stands>,
}

/// How the two sides of a line stand to each other.
#[derive(Debug, Clone, Default)]
pub enum Meeting {
    /// Each at its own end; the left one gives way.
    #[default]
    Apart,
    /// Both at the middle, with a sign between them.
    AtSeam(Piece),
}

impl Drawn {
    /// Draws it; `chosen` where one stands on it.
    pub(super) fn draw(&self, look: &Look, chosen: bool, row: Rect, buf: &mut Buffer) {
        let within = |pieces: &[Piece]| -> Vec<Piece> {
            pieces.iter().map(|(words, style)| (words.clone(), look.theme.within(chosen, *style))).collect()
        };
        let (left, right) = (within(&self.left), within(&self.right));
        let part = |x: u16, width: u16| Rect { x: row.x + x.min(row.width), width, ..row }.intersection(row);
        match &self.meeting {
            Meeting::Apart => {
                let cells = width(look, &right).min(row.width);
                let room = row.width - cells;
                put(look, part(0, room.saturating_sub(u16::from(cells > 0))), &left, buf);
                put(look, part(room, cells), &right, buf);
            }
            Meeting::AtSeam((sign, style)) => {
                let cells = look.measure.width(sign) as u16;
                let half = row.width.saturating_sub(cells) / 2;
                let room = half.saturating_sub(1);
                // What stands nearest to the seam is what counts: the rest gives way.
                let first = (0..left.len()).find(|at| width(look, &left[*at..]) <= room);
                let left = &left[first.unwrap_or(left.len().saturating_sub(1))..];
                let taken = width(look, left).min(room);
                put(look, part(room - taken, taken), left, buf);
                text::left(buf, look.measure, part(half, cells), sign, look.theme.within(chosen, *style));
                put(look, part(half + cells + 1, row.width), &right, buf);
            }
        }
    }
}

fn width(look: &Look, pieces: &[Piece]) -> u16 {
    pieces.iter().map(|(words, _)| look.measure.width(words) as u16).sum()
}

fn put(look: &Look, row: Rect, pieces: &[Piece], buf: &mut Buffer) {
    let pieces: Vec<(&str, Style)> = pieces.iter().map(|(words, style)| (words.as_str(), *style)).collect();
    text::pieces(buf, look.measure, row, &pieces);
}
