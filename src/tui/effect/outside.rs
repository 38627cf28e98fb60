//! What leaves the book for the machine around it: pages written to files, links that are opened.

use std::io::{self, ErrorKind};
use std::path::Path;

use chrono::Days;

use super::{World, in_one_line, tell};
use crate::domain::id::Id;
use crate::domain::period::Period;
use crate::report::problem::explain;
use crate::report::reports::{Subject, report};
use crate::report::{pages, plan, rows};
use crate::store::Error;
use crate::store::table::attachment::Link;
use crate::tr;
use crate::tui::app::App;
use crate::tui::dialogs::confirm::Confirm;
use crate::tui::effect::Effect;
use crate::tui::keep;
use crate::tui::screens::Chosen;
use crate::tui::widgets::message::Notice;

impl World {
    /// Writes the page about a record to a file.
    pub(super) fn keep_brief(&self, record: &Chosen, path: &Path, app: &mut App) -> Vec<Effect> {
        let lang = app.look.lang;
        match rows::brief::brief(lang, &self.book, record.kind, record.id) {
            Ok(brief) => {
                let page = pages::brief::sheet(lang, &app.look.stages, &brief);
                kept(keep::write(&page, path), path, app)
            }
            Err(error) => unreadable(error, app),
        }
    }

    /// Writes the client plan of an account to a file.
    pub(super) fn keep_plan(&self, account: &Chosen, path: &Path, app: &mut App) -> Vec<Effect> {
        match plan::read(&self.book, account.id) {
            Ok(plan) => kept(keep::write_plan(app.look.lang, &plan, path), path, app),
            Err(error) => unreadable(error, app),
        }
    }

    /// Writes the page of the week to a file.
    pub(super) fn keep_week(&self, period: Period, path: &Path, app: &mut App) -> Vec<Effect> {
        let (lang, today) = (app.look.lang, app.look.today);
        let from = today.checked_sub_days(Days::new(7)).unwrap_or(today);
        match report(lang, &self.book, Subject::Week(period, from)) {
            Ok(week) => kept(keep::write_document(&week, path), path, app),
            Err(error) => unreadable(error, app),
        }
    }

    /// Asks whether a link is to be opened: a person sees first where it leads.
    pub(super) fn ask_to_open(&self, link: Id, app: &mut App) {
        let lang = app.look.lang;
        match self.book.row::<Link>(link) {
            Ok(Link { target, .. }) => {
                let words = tr!(lang, "link.question", target = target).into_owned();
                let title = tr!(lang, "link.title").into_owned();
                let open = vec![Effect::OpenLink(target).into()];
                app.open(Box::new(Confirm::new(title, words, open, Vec::new())));
            }
            Err(error) => tell(app, &error.into()),
        }
    }

    /// Opens what a link leads to with the program that the machine has for it.
    pub(super) fn open_link(&self, target: &str, app: &mut App) {
        let lang = app.look.lang;
        app.say(match self.opener.map(|open| open(target)) {
            Some(Ok(())) => Notice::done(tr!(lang, "link.opened", target = target).into_owned()),
            Some(Err(why)) => Notice::problem(tr!(lang, "link.failed", target = target, why = why)),
            None => Notice::hint(tr!(lang, "link.nowhere", target = target)),
        });
    }
}

/// Says what became of a file that was to be written.
fn kept(done: io::Result<()>, path: &Path, app: &mut App) -> Vec<Effect> {
    let lang = app.look.lang;
    match done {
        Ok(()) => {
            let whole = path.canonicalize().unwrap_or_else(|_| path.to_owned());
            app.say(Notice::done(tr!(lang, "brief.kept", file = whole.display()).into_owned()));
            app.succeeded()
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            app.failed(tr!(lang, "brief.exists", file = path.display()).into_owned())
        }
        Err(error) => app.failed(tr!(lang, "brief.failed", file = path.display(), why = error).into_owned()),
    }
}

fn unreadable(error: Error, app: &mut App) -> Vec<Effect> {
    let words = in_one_line(explain(app.look.lang, &error.into()));
    app.failed(words)
}
