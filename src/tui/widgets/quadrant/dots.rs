//! Lines in dots: eight to a cell, as Braille letters have them.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::ground::Dot;
use crate::tui::look::Look;

/// The letter without a dot.
const BLANK: u32 = 0x2800;

/// The bit of each dot of a cell, by its row and column.
const BITS: [[u8; 2]; 4] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]];

/// Dots over an area, before they are drawn.
pub struct Dots {
    area: Rect,
    cells: Vec<u8>,
}

impl Dots {
    /// None yet.
    pub fn new(area: Rect) -> Dots {
        Dots { area, cells: vec![0; area.area() as usize] }
    }

    /// A closed line; of its dots, counted along it, those that `drawn` tells.
    pub fn polygon(&mut self, corners: &[Dot; 4], drawn: impl Fn(usize) -> bool) {
        let mut along = 0;
        for (at, from) in corners.iter().enumerate() {
            let to = corners[(at + 1) % corners.len()];
            let steps = (to.0 - from.0).abs().max((to.1 - from.1).abs()).ceil().max(1.0);
            for step in 0..steps as usize {
                let share = step as f64 / steps;
                if drawn(along) {
                    self.put(from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share);
                }
                along += 1;
            }
        }
    }

    /// Takes the dots away from some cells.
    pub fn leave_out(&mut self, cells: impl Fn(Position) -> bool) {
        for (cell, dots) in self.area.positions().zip(&mut self.cells) {
            *dots = if cells(cell) { 0 } else { *dots };
        }
    }

    /// Draws them over what is behind, joined with dots that are there; in ASCII as `sign`.
    pub fn draw(&self, look: &Look, buf: &mut Buffer, sign: char, style: impl Fn(Position) -> Style) {
        for (cell, dots) in self.area.positions().zip(&self.cells).filter(|(_, dots)| **dots != 0) {
            let there = buf[cell].symbol().chars().next().map_or(0, u32::from).wrapping_sub(BLANK);
            let there = if there < 0x100 && !is_stipple(there) { there } else { 0 };
            let letter = char::from_u32(BLANK + (there | u32::from(*dots))).unwrap_or(' ');
            buf[cell].set_char(if look.ascii { sign } else { letter }).set_style(style(cell));
        }
    }

    fn put(&mut self, x: f64, y: f64) {
        let most = (u32::from(self.area.width) * 2 - 1, u32::from(self.area.height) * 4 - 1);
        let (x, y) = ((x.max(0.0) as u32).min(most.0), (y.max(0.0) as u32).min(most.1));
        let cell = (y / 4) * u32::from(self.area.width) + x / 2;
        self.cells[cell as usize] |= BITS[(y % 4) as usize][(x % 2) as usize];
    }
}

/// Whether dots are those with which a shape is filled where there are no colours.
fn is_stipple(dots: u32) -> bool {
    dots == u32::from('⡂') - BLANK
}
