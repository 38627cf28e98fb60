//! The tour: two minutes through the screens of a demonstration. Each step says what is on the screen, and by which
//! keys one goes on; it is done when what it waits for has happened, by whatever way.
//!
//! Nothing here does anything: what happens is told to the tour, and it tells which step one is at. It knows no
//! clock: nobody is hurried on.

mod panel;
mod steps;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use super::action::Action;
use super::screens::Place;
use crate::domain::deed::Deed;

pub use panel::{Panel, draw, keys_line, part, room};
pub use steps::{STEPS, Sign, Stop};

/// Something that has happened and that a step may wait for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// A deed was done.
    Did(Deed),
    /// An operation was taken back.
    Undone,
    /// An action was asked for that opens something to read.
    Opened(Action),
}

/// Where one is while a step waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Here {
    /// The screen.
    pub place: Place,
    /// Whether nothing is open over it, and nothing is being typed into it.
    pub is_free: bool,
    /// Whether it shows a part of its list only, by a filter.
    pub is_narrowed: bool,
}

/// How far one has come.
#[derive(Debug, Clone, Default)]
pub struct Tour {
    at: usize,
    /// What has happened since the step began.
    happened: Vec<Event>,
    /// Whether the step has waited: what was there before it began is not what it waits for.
    has_waited: bool,
    /// The step that is being done for the person.
    skipped: Option<usize>,
    /// The person's own book, where the tour was begun from one.
    home: Option<PathBuf>,
}

impl Tour {
    /// A tour from its first step, which leads back to the person's own book where there is one.
    pub fn new(home: Option<PathBuf>) -> Tour {
        Tour { home, ..Tour::default() }
    }

    /// The step one is at.
    pub fn stop(&self) -> &'static Stop {
        &STEPS[self.at.min(STEPS.len() - 1)]
    }

    /// Its number, from 1.
    pub fn number(&self) -> usize {
        self.at + 1
    }

    /// Whether it is the last one, after which nothing comes.
    pub fn is_at_end(&self) -> bool {
        self.at + 1 >= STEPS.len()
    }

    /// The book that one came from.
    pub fn home(&self) -> Option<&Path> {
        self.home.as_deref()
    }

    /// Hears what has happened.
    pub fn hear(&mut self, event: Event) {
        self.happened.push(event);
    }

    /// Goes on where the step is done, or was skipped; tells whether it went on.
    pub fn go_on(&mut self, here: Here) -> bool {
        let is_done = self.stop().sign.shows(here, &self.happened);
        let was_skipped = self.skipped.take() == Some(self.at);
        if is_done && self.has_waited || was_skipped && !self.is_at_end() {
            self.come_to(self.at + 1, here);
            return true;
        }
        self.has_waited |= !is_done;
        false
    }

    /// Lets the step count as done once what it asks for has been done for the person, whatever came of it.
    pub fn skip(&mut self) {
        self.skipped = Some(self.at);
    }

    /// Goes a step back, where there is one.
    pub fn go_back(&mut self) {
        self.at = self.at.saturating_sub(1);
        self.happened.clear();
        self.has_waited = false;
    }

    fn come_to(&mut self, step: usize, here: Here) {
        self.at = step;
        self.happened.clear();
        self.has_waited = !self.stop().sign.shows(here, &[]);
    }
}
