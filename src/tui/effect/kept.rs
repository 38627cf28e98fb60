//! What is kept for the next time: where one is and what is being typed, in the book; how lists are arranged, on this machine.

use super::{World, in_one_line, tell};
use crate::config::{ListView, remember_list};
use crate::report::problem::explain_config;
use crate::tui::app::App;
use crate::tui::drafts::unfinished;
use crate::tui::left;
use crate::tui::widgets::message::Notice;

impl World {
    /// Keeps where one is, for the next start.
    pub fn keep_place(&self, app: &App) {
        left::keep(&self.book, app);
    }

    /// Keeps what is being typed, so that a crash does not lose it. Done once a frame has been drawn: no
    /// key waits for it.
    pub fn keep_drafts(&mut self, app: &App) {
        self.drafts.keep(&self.book, app.draft());
    }

    /// Offers what was being typed when the program ended over it.
    pub(super) fn offer_draft(&mut self, app: &mut App) {
        match unfinished(&self.book, &app.look) {
            Ok(Some(question)) => app.open(Box::new(question)),
            Ok(None) => {}
            Err(error) => tell(app, &error.into()),
        }
    }

    /// Goes where one was.
    pub(super) fn come_back(&self, app: &mut App) {
        if let Err(error) = left::come_back(&self.book, app) {
            tell(app, &error.into());
        }
    }

    /// Keeps how a list is arranged.
    pub(super) fn remember_list(&self, list: &str, view: &ListView, app: &mut App) {
        let Some(path) = &self.settings else { return };
        if let Err(error) = remember_list(path, list, view) {
            app.say(Notice::problem(in_one_line(explain_config(app.look.lang, &error))));
        }
    }
}
