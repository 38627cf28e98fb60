//! Reads the day: the counts when they may have changed, and of the lines only those around what is in view.

use super::super::list::detail::read_record;
use super::super::window::Window;
use super::TodayScreen;
use crate::store::{self, Book};
use crate::tui::look::Look;

/// Days ahead that are shown.
const DAYS: u64 = 7;

/// So many of each kind are counted before the first picture; where there are more, the rest is counted after it.
const GLANCE: u64 = 1_000;

/// What has to be read again.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stale {
    /// Nothing.
    Nothing,
    /// The counts and the lines, but not what was gathered by a reckoning.
    Lines,
    /// Everything.
    #[default]
    All,
}

impl TodayScreen {
    /// Reads what is stale, and what has come into view.
    pub(super) fn refresh(&mut self, book: &Book, look: &Look) -> store::Result<()> {
        if self.stale > Stale::Nothing {
            self.read_day(book)?;
            self.is_settled = false;
        }
        if self.is_settled {
            return Ok(());
        }
        let (total, height) = (self.groups().members(), self.height(look));
        self.cursor.choose(self.cursor.at(), total, height);
        let wanted = self.in_view(height);
        if let Some(agenda) = self.agenda.as_ref().filter(|_| !self.window.holds(&wanted)) {
            self.window.read_by(wanted, total, |seek, limit| book.due_window(agenda, seek, limit))?;
        }
        self.read_chosen(book, look)
    }

    fn read_day(&mut self, book: &Book) -> store::Result<()> {
        let known = self.agenda.take().filter(|_| self.stale < Stale::All);
        let agenda = match known {
            Some(agenda) => book.agenda_again(agenda)?,
            None => book.agenda(DAYS)?,
        };
        let agenda = agenda.with_snoozed(self.with_snoozed);
        let is_first = self.goal.is_none() && self.cursor.at() == 0;
        self.counts = book.due_counts_up_to(&agenda, if is_first { GLANCE } else { u64::MAX })?;
        // With nothing left to show there is nothing to go back from.
        self.with_snoozed &= self.counts.snoozed > 0;
        self.is_empty = !book.has_records()?;
        let total = self.groups().members();
        match self.goal.take() {
            Some(place) => {
                let at = usize::try_from(book.due_before(&agenda, place)?).unwrap_or(usize::MAX);
                let fetch = |seek: &_, limit| book.due_window(&agenda, seek, limit);
                self.window.read_around_by((at, place), total, fetch)?;
                self.cursor.choose(at, total, usize::MAX);
            }
            None => self.window = Window::default(),
        }
        self.agenda = Some(agenda);
        self.stale = Stale::Nothing;
        Ok(())
    }

    /// Counts what the first picture left uncounted.
    pub(super) fn count_all(&mut self, book: &Book) -> store::Result<()> {
        if let Some(agenda) = &self.agenda {
            self.counts = book.due_counts(agenda)?;
        }
        self.counts.and_more = false;
        Ok(())
    }

    /// Reads the record that the chosen line is about.
    fn read_chosen(&mut self, book: &Book, look: &Look) -> store::Result<()> {
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
