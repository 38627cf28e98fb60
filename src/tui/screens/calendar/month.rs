//! A month as a grid of weeks, each day with as much of what stands on it as fits; under it the whole list of
//! the chosen day.

use chrono::{Datelike, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::CalendarScreen;
use super::draw::{is_late, what};
use super::layout::MonthParts;
use crate::domain::calendar::later;
use crate::report::day_words::weekday;
use crate::report::rows::calendar::clock;
use crate::store::view::calendar::CalendarItem;
use crate::tr;
use crate::tui::look::Look;
use crate::tui::widgets::text;

impl CalendarScreen {
    pub(super) fn draw_month(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let (first, last) = self.days(look);
        let weeks = ((last - first).num_days() + 1) / 7;
        let parts = MonthParts::of(area, u16::try_from(weeks).unwrap_or(6));
        for place in 0..7 {
            let cell = Rect { height: 1, y: parts.weekdays.y, ..parts.cell(0, place) };
            text::left(
                buf,
                look.measure,
                cell,
                &weekday(look.lang, later(first, place.into())),
                look.theme.dim,
            );
        }
        for (week, place) in (0..weeks).flat_map(|week| (0..7).map(move |place| (week, place))) {
            let day = later(first, 7 * week + place);
            let (week, place) = (u16::try_from(week).unwrap_or(0), u16::try_from(place).unwrap_or(0));
            self.draw_day(look, day, parts.cell(week, place), buf);
        }
        self.draw_list(look, parts.list, buf);
    }

    /// A day of the grid: its number, and what stands on it, as far as there are lines; then how many more.
    fn draw_day(&self, look: &Look, day: NaiveDate, cell: Rect, buf: &mut Buffer) {
        let theme = &look.theme;
        let (is_chosen, items) = (day == self.day(look), self.items_on(day));
        buf.set_style(cell, theme.selected_if(is_chosen));
        let mut rows = cell.rows();
        let Some(head) = rows.next() else { return };
        let style = match day == look.today {
            true => theme.accent.patch(theme.title),
            false if day.month() != self.day(look).month() || day < look.today => theme.dim,
            false => Style::new(),
        };
        let mark = if is_chosen { "›" } else { "" };
        let number = format!("{mark}{}", day.day());
        let used = text::left(buf, look.measure, head, &number, theme.within(is_chosen, style)) + 1;
        let lines = usize::from(cell.height).saturating_sub(1);
        let hidden = items.len().saturating_sub(lines);
        if hidden > 0 {
            let rest = Rect { x: head.x + used, width: head.width.saturating_sub(used), ..head };
            let more = if lines == 0 { format!("×{hidden}") } else { format!("+{hidden}") };
            text::right(buf, look.measure, rest, &more, theme.within(is_chosen, theme.dim));
        }
        for (row, item) in rows.zip(items) {
            let style = if is_late(look, item) { theme.bad } else { kind_style(look, item) };
            text::left(buf, look.measure, row, &short(look, item), theme.within(is_chosen, style));
        }
    }

    /// All that stands on the chosen day.
    fn draw_list(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let (day, theme) = (self.day(look), &look.theme);
        let items = self.items_on(day);
        let mut rows = area.rows();
        if let Some(row) = rows.next() {
            let title = look.long_date(day);
            let rule = "─".repeat(usize::from(row.width).saturating_sub(look.measure.width(&title) + 1));
            text::pieces(
                buf,
                look.measure,
                row,
                &[(&title, theme.title), (" ", theme.rule), (&rule, theme.rule)],
            );
        }
        if items.is_empty() {
            let words = tr!(look.lang, "calendar.free");
            rows.next().into_iter().for_each(|row| {
                text::left(buf, look.measure, row, &format!("  {words}"), theme.dim);
            });
            return;
        }
        let height = usize::from(area.height).saturating_sub(1).max(1);
        let top = (self.line + 1).saturating_sub(height);
        for (row, (line, item)) in rows.zip(items.iter().enumerate().skip(top)) {
            self.draw_item(look, item, line == self.line, row, buf);
        }
    }
}

/// A line of the grid: the time where there is one, and what it is.
fn short(look: &Look, item: &CalendarItem) -> String {
    let what = what(look, item);
    match item.begins {
        Some(begins) => format!("{} {what}", clock(begins.here)),
        None if is_late(look, item) => format!("! {what}"),
        None => what,
    }
}

/// Meetings stand out from what is only due.
fn kind_style(look: &Look, item: &CalendarItem) -> Style {
    if item.begins.is_some() { Style::new() } else { look.theme.dim }
}
