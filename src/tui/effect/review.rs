//! The review begun.

use super::{Effect, World};
use crate::ops::review;
use crate::tr;
use crate::tui::app::App;

impl World {
    /// Shows the review: the one that was begun today, or a new one of the deals that need a word now.
    pub(super) fn begin_review(&mut self, app: &mut App) -> Vec<Effect> {
        let lang = app.look.lang;
        let done = review::begin(&mut self.book);
        let goes_on = done.as_ref().is_ok_and(|outcome| outcome.changes.rows() == 0);
        let begun = match &done {
            Ok(outcome) if !goes_on => self.book.review(outcome.value).ok().map(|view| view.stops.len()),
            _ => None,
        };
        let day = app.look.long_date(app.look.today);
        let mut effects = if done.is_ok() { app.show_review() } else { Vec::new() };
        let said = match begun {
            None => tr!(lang, "review.goes_on"),
            Some(0) => tr!(lang, "review.begun_for_none", day = day),
            Some(1) => tr!(lang, "review.begun_for_one", day = day),
            Some(number) => tr!(lang, "review.begun", day = day, number = number),
        };
        effects.extend(self.finish(app, done, |_, _| said.into_owned()));
        effects
    }
}
