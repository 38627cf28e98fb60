//! A range on one line: what is sure, how far it may go, where the middle lies, where the quota stands.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

use crate::domain::forecast::Figures;
use crate::tui::theme::Theme;

/// The range from P10 to P90, each in any unit, drawn from nothing up to the largest of them.
#[derive(Debug, Clone, Copy)]
pub struct BandLine {
    /// What is sold already.
    pub sure: f64,
    /// P10, P50 and P90.
    pub points: [f64; 3],
    /// What it is held against.
    pub goal: Option<f64>,
    /// Of what is sure, of the range, of its middle, of the goal and of the track.
    pub styles: [Style; 5],
}

impl BandLine {
    /// What is sure of a period's figures, and how far it may go (P10, P50 and P90), before its quota.
    pub fn of(figures: &Figures, points: [i128; 3], theme: &Theme) -> BandLine {
        BandLine {
            sure: (figures.won + figures.small_orders) as f64,
            points: points.map(|amount| amount as f64),
            goal: figures.quota.map(|quota| quota as f64),
            styles: [theme.good, theme.accent, theme.figure, theme.title, theme.rule],
        }
    }
}

impl Widget for BandLine {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        if area.is_empty() {
            return;
        }
        let [p10, p50, p90] = self.points;
        let whole = self.goal.unwrap_or(0.0).max(p90).max(self.sure);
        let last = area.width - 1;
        let cell = |value: f64| match whole > 0.0 {
            true => (value / whole * f64::from(last)).round().clamp(0.0, f64::from(last)) as u16,
            false => 0,
        };
        let [sure, range, middle, goal, track] = self.styles;
        let mut put = |at: u16, symbol: &str, style: Style| {
            if let Some(cell) = buf.cell_mut((area.x + at, area.y)) {
                cell.set_symbol(symbol).set_style(style);
            }
        };
        (0..=last).for_each(|at| put(at, "─", track));
        if self.sure > 0.0 {
            (0..=cell(self.sure)).for_each(|at| put(at, "█", sure));
        }
        (cell(p10)..=cell(p90)).for_each(|at| put(at, "▒", range));
        put(cell(p50), "█", middle);
        if let Some(value) = self.goal {
            put(cell(value), "┃", goal);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(sure: f64, points: [f64; 3], goal: Option<f64>) -> String {
        let mut buf = Buffer::empty(Rect::new(0, 0, 11, 1));
        let area = buf.area;
        BandLine { sure, points, goal, styles: [Style::new(); 5] }.render(area, &mut buf);
        buf.content.iter().map(|cell| cell.symbol()).collect()
    }

    #[test]
    fn the_range_stands_between_what_is_sure_and_the_quota() {
        assert_eq!(drawn(10.0, [30.0, 50.0, 70.0], Some(100.0)), "██─▒▒█▒▒──┃");
        assert_eq!(drawn(0.0, [30.0, 60.0, 120.0], Some(60.0)), "───▒▒┃▒▒▒▒▒");
        assert_eq!(drawn(0.0, [0.0; 3], None), "█──────────");
    }
}
