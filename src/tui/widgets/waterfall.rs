//! A waterfall, one line a bar: totals stand on the ground, each change hangs between what was before it
//! and what is after. A rise is full, a fall is shaded, and each has its figure with its sign beside it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

const EIGHTHS: [&str; 8] = [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/// One bar: from where to where, on a scale that all bars of the picture share.
#[derive(Debug, Clone, Copy)]
pub struct WaterfallBar {
    /// Where it begins.
    pub from: f64,
    /// Where it ends; before its beginning it is a fall.
    pub to: f64,
    /// The least that any bar of the picture reaches, and the most.
    pub scale: (f64, f64),
    /// Of the bar.
    pub style: Style,
}

impl Widget for WaterfallBar {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        let (least, most) = self.scale;
        let span = most - least;
        if area.is_empty() || span <= 0.0 {
            return;
        }
        let eighths = |value: f64| {
            let all = f64::from(area.width) * 8.0;
            ((value - least) / span * all).round().clamp(0.0, all) as u16
        };
        let falls = self.to < self.from;
        let (left, right) = (eighths(self.from.min(self.to)), eighths(self.from.max(self.to)));
        // A bar begins at a cell's edge, and what is there at all is seen.
        let first = (left / 8).min(area.width - 1);
        let end = right.max(first * 8 + 1);
        let (whole, rest) = (end / 8, usize::from(end % 8));
        let mut put = |at: u16, symbol: &str| {
            if let Some(cell) = buf.cell_mut((area.x + at, area.y)) {
                cell.set_symbol(symbol).set_style(self.style);
            }
        };
        if falls {
            (first..(first + 1).max(end.div_ceil(8))).for_each(|at| put(at, "▒"));
            return;
        }
        (first..whole).for_each(|at| put(at, "█"));
        if rest > 0 && whole < area.width {
            put(whole, EIGHTHS[rest]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(from: f64, to: f64, scale: (f64, f64)) -> String {
        let mut buf = Buffer::empty(Rect::new(0, 0, 10, 1));
        let area = buf.area;
        WaterfallBar { from, to, scale, style: Style::new() }.render(area, &mut buf);
        buf.content.iter().map(|cell| cell.symbol()).collect()
    }

    #[test]
    fn bars_hang_where_the_one_before_ended() {
        assert_eq!(drawn(0.0, 50.0, (0.0, 100.0)), "█████     ");
        assert_eq!(drawn(50.0, 75.0, (0.0, 100.0)), "     ██▌  ");
        assert_eq!(drawn(70.0, 40.0, (0.0, 100.0)), "    ▒▒▒   ");
        assert_eq!(drawn(40.0, 40.1, (0.0, 100.0)), "    ▏     ", "the least change is seen");
        assert_eq!(drawn(100.0, 100.0, (0.0, 100.0)), "         █");
        assert_eq!(drawn(0.0, 0.0, (0.0, 0.0)), "          ");
    }

    #[test]
    fn what_is_below_nothing_has_its_place_too() {
        assert_eq!(drawn(0.0, -50.0, (-50.0, 50.0)), "▒▒▒▒▒     ");
    }
}
