//! A week as a list: each day with what stands on it, a line for a day without anything.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::CalendarScreen;
use crate::domain::calendar::later;
use crate::tui::look::Look;
use crate::tui::widgets::text;

/// Cells of a day's name.
const DAY: u16 = 14;

/// A line of the week: a day (0 is Monday) and which of its lines.
type Line = (i64, usize);

impl CalendarScreen {
    pub(super) fn draw_week(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let theme = &look.theme;
        let (monday, _) = self.extent.around(self.day(look));
        let lines: Vec<Line> = (0..7)
            .flat_map(|day| {
                let number = self.items_on(later(monday, day)).len().max(1);
                (0..number).map(move |line| (day, line))
            })
            .collect();
        // A blank line between two days, where there is room for all of them.
        let spread = u16::from(lines.len() + 6 <= usize::from(area.height));
        let chosen: Line = ((self.day(look) - monday).num_days(), self.line);
        let at = lines.iter().position(|line| *line == chosen).unwrap_or(0);
        let height = usize::from(area.height);
        let top = match spread {
            1 => 0,
            _ => at.saturating_sub(height / 2).min(lines.len().saturating_sub(height)),
        };
        let mut y = area.y;
        for (index, (number, line)) in lines.iter().enumerate().skip(top) {
            if *line == 0 && index > top {
                y += spread;
            }
            let row = Rect { y, height: 1, ..area }.intersection(area);
            if row.is_empty() {
                break;
            }
            let day = later(monday, *number);
            let is_chosen = (*number, *line) == chosen;
            if *line == 0 || index == top {
                let style = match day == look.today {
                    true => theme.accent.patch(theme.title),
                    false if day < look.today => theme.dim,
                    false => theme.title,
                };
                let head = Rect { width: DAY, ..row };
                text::left(buf, look.measure, head, &look.weekday_and_day(day), style);
            }
            let rest = Rect { x: row.x + DAY, width: row.width.saturating_sub(DAY), ..row };
            match self.items_on(day).get(*line) {
                Some(item) => self.draw_item(look, item, is_chosen, rest, buf),
                None => {
                    buf.set_style(rest, theme.selected_if(is_chosen));
                    let mark = if is_chosen { "› " } else { "  " };
                    let pieces = [(mark, theme.within(is_chosen, theme.selected_mark)), ("–", Style::new())];
                    let pieces =
                        pieces.map(|(words, style)| (words, if words == "–" { theme.rule } else { style }));
                    text::pieces(buf, look.measure, rest, &pieces);
                }
            }
            y += 1;
        }
    }
}
