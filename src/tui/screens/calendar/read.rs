//! Reads what stands on the days shown, and the record that the chosen line is about.

use super::CalendarScreen;
use crate::store::{Book, Result};
use crate::tui::look::Look;
use crate::tui::screens::list::detail::read_record;

impl CalendarScreen {
    /// Reads the days where they have not been read, and finds the line again that was moved.
    pub(super) fn refresh(&mut self, book: &Book, look: &Look) -> Result<()> {
        // What the book refused has not changed it, and has not moved.
        let goal = self.goal.take().filter(|_| self.read.is_none());
        if let Some((_, _, day)) = goal {
            self.day = Some(day);
        }
        let days = self.days(look);
        if self.read != Some(days) {
            self.items = book.calendar(days.0, days.1)?;
            self.read = Some(days);
        }
        let found = goal.and_then(|(kind, id, _)| {
            let item = self.items.iter().find(|item| (item.kind, item.id) == (kind, id))?;
            let line = self.items_on(item.on).iter().position(|one| (one.kind, one.id) == (kind, id))?;
            Some((item.on, line))
        });
        if let Some((day, line)) = found {
            (self.day, self.line) = (Some(day), line);
        }
        let lines = self.items_on(self.day(look)).len();
        self.line = self.line.min(lines.saturating_sub(1));
        let about = self.item(look).and_then(|item| item.belongs.nearest());
        self.chosen = match about {
            Some((kind, id)) if self.chosen.as_ref().is_some_and(|one| (one.kind, one.id) == (kind, id)) => {
                self.chosen.take()
            }
            Some((kind, id)) => read_record(book, look, kind, id)?.map(|(record, _)| record),
            None => None,
        };
        Ok(())
    }
}
