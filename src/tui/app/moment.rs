//! What a write has altered on the screen, marked for a moment.

use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

use super::App;
use crate::tui::changed::{Word, changed};
use crate::tui::look::room;
use crate::tui::screens::Place;

/// What is marked, and what it was found by.
#[derive(Debug, Default)]
pub struct Moment {
    /// The screen as it stood before the last write, until something else is done.
    before: Option<(Place, Buffer)>,
    words: Vec<Word>,
}

impl App {
    /// Remembers what the screen shows, before it hears of a write.
    pub fn remember_screen(&mut self) {
        if self.marks_changes {
            self.moment.before = Some((self.screen().place(), self.picture()));
        }
    }

    /// Finds what the last write has altered on the screen; tells whether anything is marked anew, so that the
    /// marks have to go again.
    pub fn mark_changes(&mut self) -> bool {
        let Some((place, before)) = self.moment.before.take() else { return false };
        let after = self.picture();
        if place != self.screen().place() || before.area != after.area {
            return false;
        }
        let words = changed(&before, &after, room(after.area));
        // What is read only now may change once more.
        self.moment.before = Some((place, before));
        let is_new = words != self.moment.words && !words.is_empty();
        self.moment.words = words;
        is_new
    }

    /// Something else is done now: what it brings to the screen has not been changed.
    pub(super) fn move_on(&mut self) {
        self.moment.before = None;
    }

    /// Takes all marks away.
    pub fn rest(&mut self) {
        self.moment = Moment::default();
    }

    /// The words to be marked.
    pub fn marked_words(&self) -> &[Word] {
        &self.moment.words
    }

    /// The screen, without what lies over it.
    fn picture(&self) -> Buffer {
        let Size { width, height } = self.look.size;
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        if !self.is_unseen() {
            self.screen().draw(&self.screen_look(), room(area), &mut buf);
        }
        buf
    }
}
