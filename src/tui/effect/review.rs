//! The review begun, and the page of its week written into a file.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use chrono::Days;

use super::{Effect, World, done_words, tell};
use crate::domain::period::Period;
use crate::ops::review;
use crate::report::page::Page;
use crate::report::{html, markdown, pages, rows};
use crate::tr;
use crate::tui::app::App;
use crate::tui::widgets::message::Notice;

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

    /// Writes the page of the week, in the form that the file's name asks for. A file that is there
    /// already stays as it is.
    pub(super) fn write_week(&mut self, app: &mut App, period: Period, path: &Path) -> Vec<Effect> {
        let lang = app.look.lang;
        let today = app.look.today;
        let from = today.checked_sub_days(Days::new(7)).unwrap_or(today);
        let week = match rows::week::week(lang, &self.book, period, from) {
            Ok(week) => week,
            Err(error) => {
                tell(app, &error.into());
                return Vec::new();
            }
        };
        let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        match write(&whole, &pages::week::week(lang, &week)) {
            Ok(()) => {
                let effects = app.succeeded();
                app.say(Notice::done(tr!(lang, "review.week_written", file = whole.display())));
                effects
            }
            Err(cause) => {
                let words = tr!(lang, "review.week_not_written", file = whole.display(), cause = cause);
                app.failed(words.into_owned())
            }
        }
    }
}

fn write(path: &Path, page: &Page) -> io::Result<()> {
    let is_html = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("html"));
    let mut out = BufWriter::new(File::create_new(path)?);
    if is_html {
        html::write(&mut out, page)?
    } else {
        markdown::write(&mut out, page)?
    }
    out.flush()
}
