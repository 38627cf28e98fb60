//! How the calendar stands on the screen: which days it shows, and lines of what stands on them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::CalendarScreen;
use super::layout::Parts;
use crate::domain::calendar::{CalendarKind, Extent};
use crate::report::calendar_words;
use crate::report::rows::calendar::clock;
use crate::store::view::calendar::CalendarItem;
use crate::tr;
use crate::tui::look::Look;
use crate::tui::widgets::text;

/// Cells of a time, and of the word for what something is.
const TIME: u16 = 6;
const KIND: u16 = 14;

impl CalendarScreen {
    pub(super) fn draw_all(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let parts = Parts::of(area);
        self.draw_heading(look, parts.heading, buf);
        match self.extent {
            Extent::Week => self.draw_week(look, parts.days, buf),
            Extent::Month => self.draw_month(look, parts.days, buf),
        }
    }

    /// Which week or month it is, and how much stands in it.
    fn draw_heading(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let (lang, theme) = (look.lang, &look.theme);
        let (from, to) = self.extent.around(self.day(look));
        let title = match self.extent {
            Extent::Week => format!("{} – {}", look.long_date(from), look.long_date(to)),
            Extent::Month => look.month_of(from),
        };
        text::left(buf, look.measure, area, &title, theme.title);
        let number = self.items.iter().filter(|item| (from..=to).contains(&item.on)).count();
        let words = match number {
            0 => tr!(lang, "calendar.nothing"),
            1 => tr!(lang, "calendar.one_item"),
            _ => tr!(lang, "calendar.items", number = number),
        };
        let used = look.measure.width(&title) as u16 + 2;
        let rest = Rect { x: area.x + used, width: area.width.saturating_sub(used), ..area };
        text::right(buf, look.measure, rest, &words, theme.dim);
    }

    /// A line of what stands on a day: when, what kind, what, and whom it is about.
    pub(super) fn draw_item(
        &self,
        look: &Look,
        item: &CalendarItem,
        chosen: bool,
        row: Rect,
        buf: &mut Buffer,
    ) {
        let (lang, theme) = (look.lang, &look.theme);
        buf.set_style(row, theme.selected_if(chosen));
        if chosen {
            text::left(buf, look.measure, row, "›", theme.within(chosen, theme.selected_mark));
        }
        let at = |x: u16, width: u16| Rect { x: row.x + x, width, ..row }.intersection(row);
        let late = is_late(look, item);
        let (time, style) = match item.begins {
            Some(begins) => (clock(begins.here), theme.figure),
            None if late => ("!".to_owned(), theme.bad),
            None => (String::new(), theme.dim),
        };
        text::left(buf, look.measure, at(2, TIME), &time, theme.within(chosen, style));
        let kind = calendar_words::kind(lang, item.kind, item.activity);
        text::left(buf, look.measure, at(2 + TIME, KIND), &kind, theme.within(chosen, theme.dim));
        let rest = row.width.saturating_sub(4 + TIME + KIND);
        let words = rest * 50 / 100;
        let what = what(look, item);
        text::left(buf, look.measure, at(3 + TIME + KIND, words), &what, Style::new());
        let last = at(4 + TIME + KIND + words, rest.saturating_sub(words));
        text::left(buf, look.measure, last, &about(look, item), theme.within(chosen, theme.dim));
    }
}

/// Whether the day of something that still waits has passed. What was to be on a day has been.
pub fn is_late(look: &Look, item: &CalendarItem) -> bool {
    let waits = !matches!(item.kind, CalendarKind::Meeting | CalendarKind::SpecialDay);
    waits && item.on < look.today
}

/// What it is, with the amount that is to be paid.
pub fn what(look: &Look, item: &CalendarItem) -> String {
    let words = calendar_words::text(look.lang, item.kind, item.activity, &item.text);
    match item.amount {
        None => words.into_owned(),
        Some(money) => {
            let amount = look.amount(money.minor.into(), money.currency, 12);
            format!("{amount} {}  {words}", money.currency)
        }
    }
}

/// When it begins there, and whom it is about; what the words say already is not said twice.
fn about(look: &Look, item: &CalendarItem) -> String {
    let there = item.begins.and_then(|begins| calendar_words::there(look.lang, item.on, begins));
    let names = [item.deal.as_ref(), item.contact.as_ref(), item.account.as_ref()];
    let names = names.into_iter().flatten().filter(|name| **name != item.text).cloned();
    there.into_iter().chain(names).collect::<Vec<_>>().join(" · ")
}
