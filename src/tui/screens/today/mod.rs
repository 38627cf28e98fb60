//! Today: what is due, overdue first, then today, then the week, with the record it is about beside it.
//! Each line is settled or put off with one key.

mod draw;
mod group;
mod read;
pub mod settle;
#[cfg(test)]
mod tests;

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::list::detail::DetailPane;
use super::window::Window;
use super::{Chosen, Place, Screen, Visit, WALKING, is_wide};
use crate::store::view::today::{Agenda, Due, DueCounts, DueKey};
use crate::store::{self, Book, Changes};
use crate::tr;
use crate::tui::action::{Action, Scope};
use crate::tui::effect::Effect;
use crate::tui::entry::Entry;
use crate::tui::look::Look;
use crate::tui::step::Step;
use crate::tui::travel::open;
use crate::tui::widgets::list::Cursor;
use draw::Parts;
use group::{Groups, Line};
use read::Stale;

/// The screen's state.
#[derive(Default)]
pub struct TodayScreen {
    agenda: Option<Agenda>,
    counts: DueCounts,
    window: Window<Due, DueKey>,
    cursor: Cursor,
    /// The line on which the cursor is to stay while the list around it changes.
    goal: Option<DueKey>,
    with_snoozed: bool,
    chosen: Option<Chosen>,
    detail: DetailPane,
    /// Whether anything is in the book at all.
    is_empty: bool,
    stale: Stale,
    /// Whether the chosen line's record has been read.
    is_settled: bool,
}

impl TodayScreen {
    fn chosen_due(&self) -> Option<&Due> {
        self.window.line(self.cursor.at())
    }

    fn groups(&self) -> Groups {
        Groups::of(&self.counts)
    }

    fn parts(&self, area: Rect) -> Parts {
        Parts::of(area, self.detail.is_open(), self.counts.snoozed > 0)
    }

    fn height(&self, look: &Look) -> usize {
        self.parts(look.room()).rows.height.into()
    }

    /// The first of the lines in view: the chosen one stays in the middle where there are more than fit.
    fn top(&self, height: usize) -> usize {
        let groups = self.groups();
        groups.line_of(self.cursor.at()).saturating_sub(height / 2).min(groups.lines().saturating_sub(height))
    }

    /// What is in view, by its numbers among all that is due.
    fn in_view(&self, height: usize) -> Range<usize> {
        let (groups, top) = (self.groups(), self.top(height));
        let members = (top..top + height).filter_map(|line| match groups.line(line) {
            Some(Line::Due(member)) => Some(member),
            _ => None,
        });
        let (mut first, mut end) = (usize::MAX, 0);
        for member in members {
            first = first.min(member);
            end = member + 1;
        }
        first.min(end)..end
    }

    fn detail_area(&self, look: &Look) -> Option<Rect> {
        self.parts(look.room()).detail
    }

    fn open_record(&self) -> Vec<Step> {
        let Some(record) = &self.chosen else { return Vec::new() };
        vec![open(record)]
    }

    /// Everything may be another now: the cursor stays on its line, or on the one that takes its place.
    fn is_stale(&mut self, stale: Stale) {
        self.stale = self.stale.max(stale);
        self.goal = self.goal.or_else(|| self.window.place(self.cursor.at()));
    }
}

impl Screen for TodayScreen {
    fn place(&self) -> Place {
        Place::Today
    }

    fn title(&self, look: &Look) -> String {
        tr!(look.lang, "today.title").into_owned()
    }

    fn scopes(&self) -> &'static [Scope] {
        match self.detail.is_walked() {
            true => WALKING,
            false => &[Scope::Today, Scope::Deal, Scope::Record, Scope::List],
        }
    }

    fn offers(&self, action: Action) -> bool {
        match action {
            Action::OpenRecord | Action::PeekRecord | Action::EnterDetail => self.chosen.is_some(),
            Action::FollowLine => self.detail.leads_on(),
            Action::SettleDue | Action::SnoozeDue => self.chosen_due().is_some(),
            Action::BreakPromise => self.chosen_due().is_some_and(settle::is_promise),
            Action::ShowSnoozed => self.with_snoozed || self.counts.snoozed > 0,
            _ => true,
        }
    }

    fn update(&mut self, action: Action, look: &Look) -> Vec<Step> {
        if self.detail.is_walked() {
            return self.detail.update(action, look, self.detail_area(look));
        }
        match action {
            Action::EnterDetail => {
                let with_foot = self.counts.snoozed > 0;
                self.detail.enter(0, look, |open| Parts::of(look.room(), open, with_foot).detail);
            }
            Action::OpenRecord => return self.open_record(),
            Action::SettleDue => return self.chosen_due().map(settle::settle).into_iter().collect(),
            Action::BreakPromise => {
                return self.chosen_due().map(settle::break_promise).into_iter().collect();
            }
            Action::SnoozeDue => return self.chosen_due().map(settle::put_off).into_iter().collect(),
            Action::ShowSnoozed => {
                self.with_snoozed = !self.with_snoozed;
                self.is_stale(Stale::Lines);
            }
            Action::PeekRecord if is_wide(look.room()) => return DetailPane::shown_already(look),
            Action::PeekRecord => self.detail.toggle(),
            other => {
                self.cursor.follow(other, self.groups().members(), self.height(look));
            }
        }
        self.is_settled = false;
        vec![Effect::Read.into()]
    }

    fn chosen(&self) -> Option<Chosen> {
        self.detail.chosen().or_else(|| self.chosen.clone())
    }

    fn entry(&self) -> Option<Entry> {
        self.detail.entry()
    }

    fn visit(&self) -> Visit {
        Visit { at: self.chosen_due().map(|due| due.id), line: self.detail.line_number(), ..Visit::default() }
    }

    fn revisit(&mut self, visit: Visit) {
        let stands_on = |due: &Due| visit.at == Some(due.id);
        if !self.chosen_due().is_some_and(stands_on)
            && let Some(at) = self.window.rows.iter().position(|row| stands_on(&row.line))
        {
            let total = self.groups().members();
            self.cursor.choose(self.window.first + at, total, total);
            self.goal = self.window.place(self.cursor.at()).filter(|_| self.stale > Stale::Nothing);
        }
        self.detail.come_back(visit.line);
        self.is_settled = false;
    }

    fn stands_on(&self) -> Option<Chosen> {
        self.chosen_due().filter(|_| !self.detail.is_walked()).and_then(settle::stands_on)
    }

    fn resized(&mut self, _look: &Look) -> Vec<Step> {
        self.is_settled = false;
        vec![Effect::Read.into()]
    }

    fn changed(&mut self, changes: Option<&Changes>) {
        const GATHERED: &[&str] =
            &["activity", "activity_contact", "special_day", "contact", "account", "setting"];
        const SHOWN: &[&str] =
            &["deal", "commitment", "plan_action", "milestone", "receivable", "complaint", "stage", "snooze"];
        if changes.is_none_or(|changes| changes.touch(GATHERED)) {
            self.is_stale(Stale::All);
        } else if changes.is_none_or(|changes| changes.touch(SHOWN)) {
            self.is_stale(Stale::Lines);
        }
    }

    fn read(&mut self, book: &Book, look: &Look) -> store::Result<()> {
        self.refresh(book, look)
    }

    fn has_rest(&self) -> bool {
        self.counts.and_more
    }

    fn read_rest(&mut self, book: &Book, _look: &Look) -> store::Result<()> {
        self.count_all(book)
    }

    fn signs(&self, look: &Look) -> Vec<(String, String)> {
        vec![
            ("!".to_owned(), tr!(look.lang, "funnel.sign_overdue").into_owned()),
            ("z".to_owned(), tr!(look.lang, "today.sign_snoozed").into_owned()),
        ]
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        self.draw_all(look, area, buf);
        None
    }
}
