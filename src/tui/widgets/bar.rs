//! A centred bar with a core, exact to half a cell on either side of the middle.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Color;
use ratatui::widgets::Widget;

/// The bar.
#[derive(Debug, Clone, Copy)]
pub struct Bar {
    /// How much of the room it takes, 0 to 1; never less than can be seen.
    pub share: f64,
    /// How much of itself is core, 0 to 1.
    pub core: f64,
    /// The core's colour.
    pub colour: Color,
    /// The colour of the rest; without one it is shaded.
    pub soft: Option<Color>,
}

/// Where in a bar half a cell lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Depth {
    Outside,
    Soft,
    Core,
}

impl Widget for Bar {
    fn render(self, area: Rect, buf: &mut Buffer) {
        for x in 0..area.width {
            let halves = (self.depth(2 * x, area.width), self.depth(2 * x + 1, area.width));
            for y in area.top()..area.bottom() {
                if let Some(cell) = buf.cell_mut((area.x + x, y)) {
                    self.paint(cell, halves);
                }
            }
        }
    }
}

impl Bar {
    /// How deep a half cell lies; halves are counted from the middle outwards.
    fn depth(self, half: u16, width: u16) -> Depth {
        let reach = ((self.share * f64::from(width)).round() as u16).max(1);
        let core = (f64::from(reach) * self.core.clamp(0.0, 1.0)).round() as u16;
        let from_middle = if half < width { width - 1 - half } else { half - width };
        if from_middle >= reach {
            Depth::Outside
        } else if from_middle < core {
            Depth::Core
        } else {
            Depth::Soft
        }
    }

    fn paint(self, cell: &mut Cell, (left, right): (Depth, Depth)) {
        let Some(soft) = self.soft else {
            match left.max(right) {
                Depth::Core => cell.set_symbol("█").set_fg(self.colour),
                Depth::Soft => cell.set_symbol("░").set_fg(self.colour),
                Depth::Outside => cell,
            };
            return;
        };
        let colour = |depth| match depth {
            Depth::Core => Some(self.colour),
            Depth::Soft => Some(soft),
            Depth::Outside => None,
        };
        match (colour(left), colour(right)) {
            (Some(left), Some(right)) if left == right => cell.set_symbol("█").set_fg(left),
            (Some(left), Some(right)) => cell.set_symbol("▌").set_fg(left).set_bg(right),
            (Some(left), None) => cell.set_symbol("▌").set_fg(left),
            (None, Some(right)) => cell.set_symbol("▐").set_fg(right),
            (None, None) => cell,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(share: f64, core: f64, soft: Option<Color>) -> String {
        let mut buf = Buffer::empty(Rect::new(0, 0, 8, 1));
        let area = buf.area;
        Bar { share, core, colour: Color::Blue, soft }.render(area, &mut buf);
        buf.content.iter().map(|cell| cell.symbol()).collect()
    }

    #[test]
    fn a_bar_is_centred_to_half_a_cell() {
        assert_eq!(drawn(1.0, 0.0, Some(Color::Gray)), "████████");
        assert_eq!(drawn(0.5, 0.0, Some(Color::Gray)), "  ████  ");
        assert_eq!(drawn(0.4, 0.0, Some(Color::Gray)), "  ▐██▌  ");
        assert_eq!(drawn(0.0001, 0.0, Some(Color::Gray)), "   ▐▌   ");
    }

    #[test]
    fn without_a_second_colour_the_soft_part_is_shaded() {
        assert_eq!(drawn(1.0, 0.5, None), "░░████░░");
        assert_eq!(drawn(0.4, 0.4, None), "  ░██░  ");
    }
}
