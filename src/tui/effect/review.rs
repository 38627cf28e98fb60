//! The review begun.

use super::{Effect, World, done_words};
use crate::ops::review;
use crate::tr;
use crate::tui::app::App;

impl World {
    /// Shows the review: the one that was begun today, or a new one of the deals that need a word now.
    pub(super) fn begin_review(&mut self, app: &mut App) -> Vec<Effect> {
        let lang = app.look.lang;
        let done = review::begin(&mut self.book);
        let goes_on = done.as_ref().is_ok_and(|outcome| outcome.changes.rows() == 0);
        let mut effects = if done.is_ok() { app.show_review() } else { Vec::new() };
        effects.extend(self.finish(app, done, |_, label| match goes_on {
            true => tr!(lang, "review.goes_on").into_owned(),
            false => done_words(lang, label),
        }));
        effects
    }
}
