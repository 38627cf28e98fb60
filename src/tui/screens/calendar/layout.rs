//! Where the parts of the calendar stand.

use ratatui::layout::Rect;

/// The parts of any extent: the heading, and what is under it.
#[derive(Debug, Clone, Copy)]
pub struct Parts {
    /// Which days are shown.
    pub heading: Rect,
    /// The days.
    pub days: Rect,
}

impl Parts {
    /// Shares out `area`.
    pub fn of(area: Rect) -> Parts {
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area }.intersection(area);
        let blank = u16::from(inner.height >= 14);
        let below = 1 + 2 * blank;
        Parts {
            heading: Rect { y: inner.y + blank, height: 1, ..inner }.intersection(inner),
            days: Rect { y: inner.y + below, height: inner.height.saturating_sub(below), ..inner }
                .intersection(inner),
        }
    }
}

/// The parts of a month: its grid, and the list of the chosen day.
#[derive(Debug, Clone, Copy)]
pub struct MonthParts {
    /// The names of the days of the week.
    pub weekdays: Rect,
    /// All weeks.
    pub grid: Rect,
    /// Lines of one week.
    pub week: u16,
    /// The chosen day's list, with its head.
    pub list: Rect,
}

/// Lines that the list of a day likes to have, and has at least.
const LIST: (u16, u16) = (8, 4);

impl MonthParts {
    /// Shares out `days` to so many weeks and a list.
    pub fn of(days: Rect, weeks: u16) -> MonthParts {
        let room = days.height.saturating_sub(1);
        let for_weeks = room.saturating_sub(LIST.0);
        let week = match for_weeks / weeks.max(1) {
            0 | 1 => (room.saturating_sub(LIST.1) / weeks.max(1)).clamp(1, 2),
            lines => lines.min(6),
        };
        let height = week * weeks;
        let line = |y: u16, height: u16| Rect { y: days.y + y, height, ..days }.intersection(days);
        MonthParts {
            weekdays: line(0, 1),
            grid: line(1, height),
            week,
            list: line(1 + height, days.height.saturating_sub(1 + height)),
        }
    }

    /// Where a day of the grid stands.
    pub fn cell(&self, week: u16, weekday: u16) -> Rect {
        let width = self.grid.width / 7;
        let place = Rect {
            x: self.grid.x + weekday * width,
            y: self.grid.y + week * self.week,
            width: width.saturating_sub(1),
            height: self.week,
        };
        place.intersection(self.grid)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_of_any_number_of_weeks_leaves_room_for_a_list() {
        for (width, height) in [(60, 13), (80, 21), (120, 37), (200, 57)] {
            for weeks in 4..=6 {
                let days = Parts::of(Rect::new(0, 1, width, height)).days;
                let parts = MonthParts::of(days, weeks);
                assert!(parts.week >= 1, "{height} {weeks}");
                assert!(parts.list.height >= 3, "{height} {weeks}: {parts:?}");
                assert_eq!(parts.grid.height, parts.week * weeks);
                assert!(parts.cell(weeks - 1, 6).bottom() <= parts.list.y);
            }
        }
    }
}
