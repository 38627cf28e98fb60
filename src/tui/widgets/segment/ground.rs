//! Where things lie on a plane: its regions in cells, its bubbles in dots.

use ratatui::layout::{Position, Rect};

use super::plane::{Bubble, Region};
use crate::tui::widgets::dots::Dot;

/// The cells of the plane.
pub struct Ground {
    /// All of them.
    pub area: Rect,
}

impl Ground {
    /// The column of a share of the measure across.
    pub fn column(&self, share: f64) -> u16 {
        self.area.x + (share.clamp(0.0, 1.0) * f64::from(self.area.width)).round() as u16
    }

    /// The row of a share of the measure upwards.
    pub fn row(&self, share: f64) -> u16 {
        self.area.y + ((1.0 - share.clamp(0.0, 1.0)) * f64::from(self.area.height)).round() as u16
    }

    /// The cells of a region.
    pub fn cells(&self, region: &Region) -> Rect {
        let (left, right) = (self.column(region.across.0), self.column(region.across.1));
        let (top, bottom) = (self.row(region.up.1), self.row(region.up.0));
        Rect { x: left, y: top, width: right - left, height: bottom - top }.intersection(self.area)
    }

    /// How far each bubble reaches from its middle, in dots: its surface is as large as what it stands for.
    pub fn lengths(&self, bubbles: &[Bubble]) -> Vec<f64> {
        let (width, height) = (f64::from(self.area.width) * 2.0, f64::from(self.area.height) * 4.0);
        // All of them together cover no more than a part of the plane.
        let sizes: f64 = bubbles.iter().map(|bubble| bubble.size).sum();
        let largest = (width * height * 0.11 / (sizes.max(1.0) * std::f64::consts::PI)).sqrt();
        let largest = largest.min(width.min(height) / 7.0).max(1.0);
        // The chosen one is lit, however small.
        let least = |bubble: &Bubble| if bubble.is_chosen { 3.5 } else { 0.75 };
        let length = |bubble: &Bubble| (bubble.size.clamp(0.0, 1.0).sqrt() * largest).max(least(bubble));
        bubbles.iter().map(length).collect()
    }

    /// The middle of a bubble, in dots from the corner of the plane; all of it lies on the plane.
    pub fn dot(&self, bubble: &Bubble, length: f64) -> Dot {
        let (width, height) = (f64::from(self.area.width) * 2.0, f64::from(self.area.height) * 4.0);
        let held = |at: f64, most: f64| at.min(most - length - 0.5).max(length + 0.5);
        // In the middle of a cell, so that circles are round.
        let middle = |at: f64, per: f64| (at / per).floor() * per + per / 2.0;
        let (x, y) = (held(bubble.across * width, width), held((1.0 - bubble.up) * height, height));
        (middle(x, 2.0), middle(y, 4.0))
    }

    /// The cells of which a bubble covers nearly all.
    pub fn inside(&self, dot: Dot, length: f64) -> impl Iterator<Item = Position> {
        let is_in = move |(x, y): &Dot| (x - dot.0).hypot(y - dot.1) <= length;
        let is_covered = move |cell: &Position| self.dots(*cell).iter().filter(|dot| is_in(dot)).count() >= 7;
        self.around(dot, length).positions().filter(is_covered)
    }

    /// The eight dots of a cell, row by row.
    pub fn dots(&self, cell: Position) -> [Dot; 8] {
        let (left, top) = (f64::from(cell.x - self.area.x) * 2.0, f64::from(cell.y - self.area.y) * 4.0);
        [0u8, 1, 2, 3, 4, 5, 6, 7].map(|at| (left + f64::from(at % 2) + 0.5, top + f64::from(at / 2) + 0.5))
    }

    /// The cells that a bubble reaches.
    pub fn around(&self, (x, y): Dot, length: f64) -> Rect {
        let reach =
            |at: f64, per: f64| (((at - length) / per).floor().max(0.0), ((at + length) / per).ceil());
        let ((left, right), (top, bottom)) = (reach(x, 2.0), reach(y, 4.0));
        let around = Rect {
            x: self.area.x + left as u16,
            y: self.area.y + top as u16,
            width: (right - left) as u16,
            height: (bottom - top) as u16,
        };
        around.intersection(self.area)
    }
}
