//! Lines in dots: eight to a cell, as Braille letters have them.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::tui::look::Look;

/// A place in dots: a cell is two dots wide and four high, so that dots are as wide as they are high.
pub type Dot = (f64, f64);

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
        let [first, ..] = corners;
        self.line(&[corners.as_slice(), &[*first]].concat(), drawn);
    }

    /// A line through several places; of its dots, counted along it, those that `drawn` tells.
    pub fn line(&mut self, places: &[Dot], drawn: impl Fn(usize) -> bool) {
        let mut along = 0;
        for (from, to) in places.iter().zip(places.iter().skip(1)) {
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

    /// A circle; one that is too small to be seen as a ring is filled.
    pub fn circle(&mut self, middle: Dot, radius: f64) {
        self.ring(middle, if radius < 2.0 { 0.0 } else { radius - 1.1 }, radius);
    }

    /// A circle with all that is in it.
    pub fn disc(&mut self, middle: Dot, radius: f64) {
        self.ring(middle, 0.0, radius);
    }

    /// What lies so far from a place, and no further than that.
    fn ring(&mut self, (x, y): Dot, inner: f64, radius: f64) {
        for (column, row) in square(radius.max(0.5)) {
            let dot = ((x + column).floor() + 0.5, (y + row).floor() + 0.5);
            let far = (dot.0 - x).hypot(dot.1 - y);
            if (inner..=radius.max(0.75)).contains(&far) {
                self.put(dot.0, dot.1);
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

/// The dots of a square around a place, so far from it.
fn square(radius: f64) -> impl Iterator<Item = Dot> {
    let reach = radius.ceil() as i32;
    (-reach..=reach).flat_map(move |row| (-reach..=reach).map(move |column| (column.into(), row.into())))
}

/// Whether dots are those with which a shape is filled where there are no colours.
fn is_stipple(dots: u32) -> bool {
    dots == u32::from('⡂') - BLANK
}
