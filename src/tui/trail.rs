//! The right halves of wide characters that have gone.
//!
//! A wide character takes two cells. Where a narrow one is written over its left half, a terminal clears
//! the right half too, many of them in the colour that is being written. What is drawn is only what differs
//! from the frame before, and there the right half was as blank as it is now: it would keep that colour. So
//! it is drawn again.

use ratatui::buffer::{Buffer, CellDiffOption};
use unicode_width::UnicodeWidthStr;

/// The wide characters of the last frame.
#[derive(Debug, Default)]
pub struct Trail {
    width: u16,
    wide: Vec<usize>,
}

impl Trail {
    /// Has the cells drawn again that lie behind wide characters of the last frame which this one does not
    /// have; and remembers those of this one.
    pub fn sweep(&mut self, frame: &mut Buffer) {
        if self.width == frame.area.width {
            for at in &self.wide {
                let is_gone = frame.content.get(*at).is_some_and(|cell| cell.symbol().width() < 2);
                if let Some(behind) = frame.content.get_mut(at + 1).filter(|_| is_gone) {
                    behind.set_diff_option(CellDiffOption::AlwaysUpdate);
                }
            }
        }
        self.width = frame.area.width;
        let wide = frame.content.iter().enumerate().filter(|(_, cell)| cell.symbol().width() > 1);
        self.wide = wide.map(|(at, _)| at).collect();
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::{Color, Style};

    use super::*;

    /// What is drawn when a frame follows another.
    fn drawn(before: &str, after: &str, ink: Style) -> Vec<(u16, String)> {
        let area = Rect::new(0, 0, 6, 1);
        let mut trail = Trail::default();
        let (mut first, mut second) = (Buffer::empty(area), Buffer::empty(area));
        first.set_string(0, 0, before, Style::new());
        trail.sweep(&mut first);
        second.set_string(0, 0, after, ink);
        trail.sweep(&mut second);
        first.diff(&second).into_iter().map(|(x, _, cell)| (x, cell.symbol().to_owned())).collect()
    }

    #[test]
    fn behind_a_wide_character_that_is_painted_over_the_cell_is_drawn_too() {
        let painted = drawn("客", " ", Style::new().bg(Color::Blue));
        assert_eq!(painted, [(0, " ".to_owned()), (1, " ".to_owned())]);
    }

    #[test]
    fn where_a_wide_character_stays_or_another_comes_nothing_more_is_drawn() {
        assert_eq!(drawn("客户", "客户", Style::new()), []);
        assert_eq!(drawn("客a", "户a", Style::new()), [(0, "户".to_owned())]);
    }
}
