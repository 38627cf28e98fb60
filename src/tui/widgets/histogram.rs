//! A histogram a few lines high: how often a sum came out how large.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

const LEVELS: [&str; 9] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// One column for each count, as wide as the room allows.
#[derive(Debug, Clone, Copy)]
pub struct Histogram<'a> {
    /// How often each came out, and in which style it stands.
    pub counts: &'a [(u32, Style)],
}

impl Histogram<'_> {
    /// The cells of one column, where `width` are there.
    pub fn column(&self, width: u16) -> u16 {
        (width / (self.counts.len().max(1) as u16)).clamp(1, 3)
    }
}

impl Widget for Histogram<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        let most = self.counts.iter().map(|(count, _)| *count).max().unwrap_or(0).max(1);
        let column = self.column(area.width);
        let eighths = u32::from(area.height) * 8;
        for (place, (count, style)) in (0u16..).zip(self.counts) {
            // What came out at all is seen.
            let height = (count * eighths).div_ceil(most);
            for (row, y) in (0u32..).zip((area.top()..area.bottom()).rev()) {
                let level = height.saturating_sub(row * 8).min(8) as usize;
                for x in (place * column..(place + 1) * column).take_while(|x| *x < area.width) {
                    if level > 0 {
                        buf[(area.x + x, y)].set_symbol(LEVELS[level]).set_style(*style);
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_frequent_fills_the_height_and_the_rarest_is_seen() {
        let counts = [(1, Style::new()), (500, Style::new()), (1000, Style::new()), (0, Style::new())];
        let mut buf = Buffer::empty(Rect::new(0, 0, 4, 2));
        let area = buf.area;
        Histogram { counts: &counts }.render(area, &mut buf);
        assert_eq!(buf, Buffer::with_lines(["  █ ", "▁██ "]));
    }
}
