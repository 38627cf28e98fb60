//! Small pictures of figures: a sparkline, and a gauge made of several parts.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

const LEVELS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// One cell per value, the newest at the right; a value that does not exist leaves a dot.
pub struct Sparkline<'a> {
    /// From the oldest to the newest.
    pub values: &'a [Option<f64>],
    /// The value of a full cell, unless a value is larger.
    pub full: f64,
    /// Of the cells.
    pub style: Style,
    /// Of the dots.
    pub absent: Style,
}

impl Widget for Sparkline<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let shown = &self.values[self.values.len().saturating_sub(area.width.into())..];
        let top = shown.iter().flatten().fold(self.full, |top, value| top.max(*value));
        for (x, value) in (area.x..).zip(shown) {
            let cell = &mut buf[(x, area.y)];
            match value {
                None => cell.set_symbol("·").set_style(self.absent),
                Some(value) => {
                    let level = (value / top * 7.0).round().clamp(0.0, 7.0) as usize;
                    cell.set_symbol(LEVELS[level]).set_style(self.style)
                }
            };
        }
    }
}

/// A line filled part by part towards a whole, the rest a track.
pub struct Gauge<'a> {
    /// The parts in order, each with its sign and style.
    pub parts: &'a [(f64, &'static str, Style)],
    /// What a full line stands for; the parts may exceed it.
    pub whole: f64,
    /// Of the track.
    pub track: Style,
}

impl Widget for Gauge<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let mut sum = 0.0;
        let mut x = area.x;
        for (part, symbol, style) in self.parts {
            sum += part.max(0.0);
            let share = if self.whole > 0.0 { (sum / self.whole).clamp(0.0, 1.0) } else { 0.0 };
            let end = area.x + (share * f64::from(area.width)).round() as u16;
            for filled in x..end {
                buf[(filled, area.y)].set_symbol(symbol).set_style(*style);
            }
            x = x.max(end);
        }
        for empty in x..area.right() {
            buf[(empty, area.y)].set_symbol("─").set_style(self.track);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(widget: impl Widget, width: u16) -> String {
        let mut buf = Buffer::empty(Rect::new(0, 0, width, 1));
        let area = buf.area;
        widget.render(area, &mut buf);
        buf.content.iter().map(|cell| cell.symbol()).collect()
    }

    #[test]
    fn a_sparkline_shows_the_newest_values_against_the_whole() {
        let values = [Some(0.9), None, Some(0.0), Some(0.5), Some(1.0)];
        let line = Sparkline { values: &values, full: 1.0, style: Style::new(), absent: Style::new() };
        assert_eq!(drawn(line, 4), "·▁▅█");
        let beyond = [Some(1.0), Some(2.0), Some(-0.3)];
        let line = Sparkline { values: &beyond, full: 1.0, style: Style::new(), absent: Style::new() };
        assert_eq!(drawn(line, 3), "▅█▁");
    }

    #[test]
    fn a_gauge_never_spills_over() {
        let gauge = |first: f64, second: f64| {
            let parts = [(first, "█", Style::new()), (second, "▒", Style::new())];
            drawn(Gauge { parts: &parts, whole: 100.0, track: Style::new() }, 10)
        };
        assert_eq!(gauge(30.0, 40.0), "███▒▒▒▒───");
        assert_eq!(gauge(80.0, 90.0), "████████▒▒");
        assert_eq!(gauge(0.0, 0.0), "──────────");
    }
}
