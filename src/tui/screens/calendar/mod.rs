//! The calendar: a week as a list by day, or a month as a grid with the chosen day's list under it; what
//! stands on a day is opened, settled and moved from there.

mod draw;
mod layout;
mod month;
mod read;
mod screen;
#[cfg(test)]
mod tests;
mod week;

use chrono::NaiveDate;

use crate::domain::calendar::{CalendarKind, Extent, later};
use crate::domain::id::Id;
use crate::domain::word::RecordKind;
use crate::report::calendar_words;
use crate::store::view::calendar::CalendarItem;
use crate::store::view::today::Due;
use crate::tr;
use crate::tui::deed::{Deed, Errand};
use crate::tui::dialogs::choose::{Choose, Item};
use crate::tui::dialogs::question::Question;
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::screens::Chosen;
use crate::tui::screens::today::settle;
use crate::tui::step::Step;
use crate::tui::travel;

/// The tables that days show something of.
const TABLES: &[&str] = &[
    "activity",
    "activity_contact",
    "deal",
    "account",
    "contact",
    "commitment",
    "plan_action",
    "milestone",
    "receivable",
    "special_day",
];

/// The screen's state.
#[derive(Debug, Default)]
pub struct CalendarScreen {
    extent: Extent,
    /// The chosen day; none before it is first shown.
    day: Option<NaiveDate>,
    /// Which of that day's lines is chosen.
    line: usize,
    /// What stands on the days shown, by day.
    items: Vec<CalendarItem>,
    /// The days that the items are of.
    read: Option<(NaiveDate, NaiveDate)>,
    /// What the book says of the record that the chosen line is about.
    chosen: Option<Chosen>,
    /// What was moved, and to which day: the cursor goes with it once that is done.
    goal: Option<(CalendarKind, Id, NaiveDate)>,
}

impl CalendarScreen {
    fn day(&self, look: &Look) -> NaiveDate {
        self.day.unwrap_or(look.today)
    }

    /// The days that are shown.
    fn days(&self, look: &Look) -> (NaiveDate, NaiveDate) {
        self.extent.whole_weeks(self.day(look))
    }

    fn items_on(&self, day: NaiveDate) -> &[CalendarItem] {
        let from = self.items.partition_point(|item| item.on < day);
        let to = self.items.partition_point(|item| item.on <= day);
        self.items.get(from..to).unwrap_or_default()
    }

    fn item(&self, look: &Look) -> Option<&CalendarItem> {
        self.items_on(self.day(look)).get(self.line)
    }

    fn due(&self, look: &Look) -> Option<Due> {
        self.item(look).and_then(CalendarItem::as_due)
    }

    /// Chooses another day, at its first line.
    fn choose_day(&mut self, day: NaiveDate) -> Vec<Step> {
        self.choose(day, 0)
    }

    fn choose(&mut self, day: NaiveDate, line: usize) -> Vec<Step> {
        (self.day, self.line, self.goal) = (Some(day), line, None);
        vec![Effect::Read.into()]
    }

    /// Shows the week or month of a day, from its beginning; from today, where that is in it.
    fn turn_to(&mut self, day: NaiveDate, look: &Look) -> Vec<Step> {
        let (first, last) = self.extent.around(day);
        let is_now = (first..=last).contains(&look.today);
        self.choose_day(if is_now { look.today } else { first })
    }

    /// Goes a line on or back through the days shown; a day with nothing on it is one line.
    fn walk(&mut self, forward: bool, look: &Look) -> Vec<Step> {
        let day = self.day(look);
        let last_line = |day| self.items_on(day).len().saturating_sub(1);
        let (to, line) = match forward {
            true if self.line < last_line(day) => (day, self.line + 1),
            true => (later(day, 1), 0),
            false if self.line > 0 => (day, self.line - 1),
            false => (later(day, -1), last_line(later(day, -1))),
        };
        self.choose(to, line)
    }

    /// Goes a line on or back among those of the chosen day, round and round.
    fn turn(&mut self, forward: bool, look: &Look) -> Vec<Step> {
        let (day, lines) = (self.day(look), self.items_on(self.day(look)).len().max(1));
        let by = if forward { 1 } else { lines - 1 };
        self.choose(day, (self.line + by) % lines)
    }

    /// Moves what is chosen by some days. The cursor goes with it.
    fn move_by(&mut self, days: i64, look: &Look) -> Vec<Step> {
        let Some(item) = self.item(look) else { return Vec::new() };
        let (kind, id, on) = (item.kind, item.id, on_their_clock(item));
        self.goal = Some((kind, id, later(item.on, days)));
        vec![Effect::Do(Box::new(Deed::Errand(Errand::Move(kind, id, later(on, days))))).into()]
    }

    fn move_to(&self, look: &Look) -> Vec<Step> {
        let Some(item) = self.item(look) else { return Vec::new() };
        let (kind, id) = (item.kind, item.id);
        let name = calendar_words::text(look.lang, kind, item.activity, &item.text).into_owned();
        vec![Effect::Ask(Question::MoveTo(kind, id, name)).into()]
    }

    /// What can be put on the chosen day.
    fn add(&self, look: &Look) -> Vec<Step> {
        let (lang, day) = (look.lang, self.day(look));
        let asks = |question| vec![Effect::Ask(question).into()];
        let items = [
            (tr!(lang, "calendar.add_meeting"), asks(Question::MeetingOn(day))),
            (tr!(lang, "calendar.add_task"), asks(Question::TaskOn(day))),
        ];
        let items = items.into_iter().map(|(label, then)| Item { label: label.into_owned(), then });
        let title = tr!(lang, "calendar.add_title", day = look.long_date(day)).into_owned();
        vec![Step::Open(Box::new(Choose::numbered(title, String::new(), items.collect())))]
    }

    /// Opens what the chosen line is about; what has no such record is opened itself.
    fn open(&self, look: &Look) -> Vec<Step> {
        if let Some(record) = &self.chosen {
            return vec![travel::open(record)];
        }
        let own = self.item(look).and_then(own_record);
        own.map(|(kind, id)| Effect::Ask(Question::Edit(kind, id)).into()).into_iter().collect()
    }
}

/// The record that a line itself is, where it is another than the one that it is about.
fn own(item: &CalendarItem) -> Option<Chosen> {
    match item.kind {
        CalendarKind::Meeting => Some(Chosen {
            kind: RecordKind::Activity,
            id: item.id,
            name: item.text.clone(),
            account: item.belongs.account,
            status: None,
        }),
        _ => item.as_due().as_ref().and_then(settle::stands_on),
    }
}

/// The day on which something is kept: of a meeting, the one of its own clock.
fn on_their_clock(item: &CalendarItem) -> NaiveDate {
    let there = item.begins.and_then(|begins| begins.there);
    there.map_or(item.on, |(at, _)| at.date())
}

fn own_record(item: &CalendarItem) -> Option<(RecordKind, Id)> {
    item.kind.record().map(|kind| (kind, item.id))
}
