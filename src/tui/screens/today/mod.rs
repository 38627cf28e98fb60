//! Today: what is due, overdue first, then today, then the week, with the record it is about beside it.

mod draw;
mod group;
#[cfg(test)]
mod tests;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::list::detail::{DetailPane, read_record};
use super::{Chosen, Place, Screen, Visit, WALKING};
use crate::store::view::today::Due;
use crate::store::{self, Book, Changes};
use crate::tr;
use crate::tui::action::{Action, Scope};
use crate::tui::effect::Effect;
use crate::tui::entry::Entry;
use crate::tui::look::Look;
use crate::tui::step::Step;
use crate::tui::widgets::list::Cursor;
use draw::Parts;

/// Days ahead that are shown.
const DAYS: u64 = 7;

/// The screen's state.
#[derive(Default)]
pub struct TodayScreen {
    due: Vec<Due>,
    cursor: Cursor,
    chosen: Option<Chosen>,
    detail: DetailPane,
    /// Whether anything is in the book at all.
    is_empty: bool,
    is_read: bool,
    /// Whether the chosen line's record has been read.
    is_settled: bool,
}

impl TodayScreen {
    fn chosen_due(&self) -> Option<&Due> {
        self.due.get(self.cursor.at())
    }

    fn height(&self, look: &Look) -> usize {
        Parts::of(look.room(), self.detail.is_open()).rows.height.into()
    }

    fn detail_area(&self, look: &Look) -> Option<Rect> {
        Parts::of(look.room(), self.detail.is_open()).detail
    }

    fn open_record(&self) -> Vec<Step> {
        let Some(record) = &self.chosen else { return Vec::new() };
        vec![Step::Go(Place::of(record.kind), Visit { at: Some(record.id), ..Visit::default() })]
    }

    /// Reads the record that the chosen line is about.
    fn settle(&mut self, book: &Book, look: &Look) -> store::Result<()> {
        self.cursor.choose(self.cursor.at(), self.due.len(), self.height(look));
        let about = self.chosen_due().and_then(|due| due.belongs.nearest());
        self.chosen = None;
        if let Some((kind, id)) = about
            && let Some((record, page)) = read_record(book, look, kind, id)?
        {
            let area = self.detail_area(look);
            if area.is_some() {
                self.detail.read(book, look, &record, page, area)?;
            }
            self.chosen = Some(record);
        } else {
            self.detail.forget();
        }
        self.is_settled = true;
        Ok(())
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
            _ => true,
        }
    }

    fn update(&mut self, action: Action, look: &Look) -> Vec<Step> {
        if self.detail.is_walked() {
            return self.detail.update(action, look, self.detail_area(look));
        }
        match action {
            Action::EnterDetail => self.detail.enter(0, look, |open| Parts::of(look.room(), open).detail),
            Action::OpenRecord => return self.open_record(),
            Action::PeekRecord => self.detail.toggle(),
            other => {
                self.cursor.follow(other, self.due.len(), self.height(look));
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
        let at = visit.at.and_then(|id| self.due.iter().position(|due| due.id == id));
        if let Some(at) = at {
            self.cursor.choose(at, self.due.len(), self.due.len());
        }
        self.detail.come_back(visit.line);
        self.is_settled = false;
    }

    fn resized(&mut self, _look: &Look) -> Vec<Step> {
        self.is_settled = false;
        vec![Effect::Read.into()]
    }

    fn changed(&mut self, changes: Option<&Changes>) {
        let shown =
            ["deal", "activity", "commitment", "special_day", "contact", "account", "setting", "stage"];
        if changes.is_none_or(|changes| changes.touch(&shown)) {
            self.is_read = false;
        }
    }

    fn read(&mut self, book: &Book, look: &Look) -> store::Result<()> {
        if !self.is_read {
            self.due = book.due(DAYS)?;
            self.is_empty = !book.has_records()?;
            self.is_read = true;
            self.is_settled = false;
        }
        if self.is_settled { Ok(()) } else { self.settle(book, look) }
    }

    fn signs(&self, look: &Look) -> Vec<(String, String)> {
        vec![("!".to_owned(), tr!(look.lang, "funnel.sign_overdue").into_owned())]
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        self.draw_all(look, area, buf);
        None
    }
}
