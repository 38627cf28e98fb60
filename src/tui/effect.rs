//! What the interface asks of the world outside it. This is the only place of the interface where
//! operations are called; screens read for themselves when told to.

mod books;
mod copies;
mod doing;
mod effects;
mod importing;
mod joining;
mod kept;
mod outside;
mod pages;
mod reading;
mod review;
mod telling;
mod touring;
mod wearing;

use std::collections::VecDeque;
use std::io;
use std::path::PathBuf;

use crate::ops::bulk;
use crate::ops::setup::Answers;
use crate::ops::{Done, history, setup, stage, target};
use crate::report::problem::explain;
use crate::report::words;
use crate::store::Book;
use crate::tr;

use super::app::App;
use super::dialogs::first_start;
use super::drafts::Drafts;
use super::many;
use super::screens::Place;
use super::widgets::message::Notice;
use copies::Copies;
pub use effects::Effect;
use importing::Works;
pub use joining::Joining;
use telling::{done_words, in_one_line, tell};
use touring::show_round;

/// The book, and what was last known of it.
pub struct World {
    book: Book,
    version: i64,
    /// The file of this machine's settings; none where nothing is to be kept.
    settings: Option<PathBuf>,
    /// Where the pages that are written go unless a whole path is told; empty for the working directory.
    pages: PathBuf,
    /// The book of the past day that was shown last, until it changes.
    earlier: Option<Book>,
    drafts: Drafts,
    copies: Copies,
    works: Works,
    /// How far the history had come when the book was first shown.
    begun_at: i64,
    /// How links are opened; none where nothing outside is to be started.
    opener: Option<Opener>,
}

/// Opens a file or an address.
pub type Opener = fn(&str) -> io::Result<()>;

impl World {
    /// The book.
    #[cfg(test)]
    pub(crate) fn book(&mut self) -> &mut Book {
        &mut self.book
    }

    /// The world of a book.
    pub fn new(book: Book) -> World {
        World {
            book,
            version: 0,
            settings: None,
            pages: PathBuf::new(),
            earlier: None,
            drafts: Drafts::default(),
            copies: Copies::default(),
            works: Works::default(),
            begun_at: 0,
            opener: None,
        }
    }

    /// The same world, in which what is chosen for this machine is kept in a file.
    pub fn keeping(self, settings: Option<PathBuf>) -> World {
        World { settings, ..self }
    }

    /// The same world, whose pages are written into another folder than the working directory.
    pub fn writing_in(self, pages: PathBuf) -> World {
        World { pages, ..self }
    }

    /// The same world, in which links can be opened.
    pub fn opening(self, opener: Opener) -> World {
        World { opener: Some(opener), ..self }
    }

    /// Shows the book for the first time: its first questions if it is a fresh one.
    pub fn begin(&mut self, app: &mut App) {
        self.begun_at = history::last(&self.book).unwrap_or_default();
        // An empty book has nothing due; the funnel says how to fill it.
        app.start_at(if self.book.has_records().unwrap_or(false) { Place::Today } else { Place::Funnel });
        app.is_demonstration = self.book.settings().is_ok_and(|settings| settings.demonstration);
        self.come_back(app);
        self.reload(app);
        match setup::is_fresh(&self.book) {
            Ok(true) => app.open(Box::new(first_start::welcome(&app.look))),
            Ok(false) => self.offer_draft(app),
            Err(problem) => tell(app, &problem),
        }
        self.say_barrier(app);
    }

    /// Does effects on the book, and those that follow from them, as a dialog that closes may ask for
    /// more; what there is to say and to show goes into `app`. Gives back what is not of the book.
    pub fn perform(&mut self, effects: Vec<Effect>, app: &mut App) -> Vec<Effect> {
        let mut waiting = VecDeque::from(effects);
        let mut others = Vec::new();
        while let Some(effect) = waiting.pop_front() {
            match effect {
                Effect::Lock if self.book.file().key().is_none() => {
                    app.say(Notice::hint(tr!(app.look.lang, "lock.not_encrypted")));
                }
                Effect::Redraw
                | Effect::Suspend
                | Effect::Lock
                | Effect::EditOutside(_)
                | Effect::OpenBook(_)
                | Effect::OpenTour
                | Effect::Quit => others.push(effect),
                of_the_book => waiting.extend(self.perform_one(of_the_book, app)),
            }
        }
        self.mind_damage(app);
        app.go_on_with_tour();
        others
    }

    fn perform_one(&mut self, effect: Effect, app: &mut App) -> Vec<Effect> {
        let lang = app.look.lang;
        match effect {
            Effect::Do(deed) => self.perform_deed(&deed, app),
            Effect::Change(many, change) => {
                let done = bulk::change(&mut self.book, many.kind, &many.which, &change);
                let told = done.as_ref().ok().map(|outcome| many::told(&app.look, &change, outcome));
                self.finish(app, done, |_, _| told.unwrap_or_default())
            }
            Effect::RememberList(list, view) => {
                self.remember_list(list, &view, app);
                Vec::new()
            }
            Effect::Ask(question) => {
                match question.form(&self.book, &app.look) {
                    Ok(form) => app.open(Box::new(form)),
                    Err(error) => tell(app, &error.into()),
                }
                self.read(app);
                Vec::new()
            }
            Effect::SetQuota(period, amount) => {
                let done = target::set_quota(&mut self.book, period, amount);
                self.finish(app, done, |_, label| done_words(lang, label))
            }
            Effect::Begin(answers) => {
                let done = setup::begin(&mut self.book, &answers);
                let goes_on = done.is_ok() && answers != Answers::default();
                let effects = self.finish(app, done, |_, _| tr!(lang, "first_start.done").into_owned());
                if goes_on {
                    app.open(Box::new(first_start::own_mind(&app.look)));
                }
                effects
            }
            Effect::TakeRates(rates) => {
                let done = stage::take_rates(&mut self.book, &rates);
                self.finish(app, done, |_, label| done_words(lang, label))
            }
            Effect::BeginReview => self.begin_review(app),
            Effect::WriteWeek(period, path) => self.keep_week(period, &self.pages.join(path), app),
            Effect::Undo => self.undo(app, None),
            Effect::UndoOne(operation) => self.undo(app, Some(operation)),
            Effect::Redo => {
                let done = history::redo(&mut self.book);
                self.finish(app, done, |operation, _| {
                    tr!(lang, "notice.redone", what = words::operation(lang, &operation.label)).into_owned()
                })
            }
            Effect::Again(action, times) => {
                let mut effects = app.update(action);
                if times > 1 {
                    effects.push(Effect::Again(action, times - 1));
                }
                effects
            }
            Effect::Read => {
                self.read(app);
                Vec::new()
            }
            Effect::Reload => {
                self.reload(app);
                Vec::new()
            }
            Effect::KeepDraft(draft) => {
                self.drafts.put_aside(draft);
                Vec::new()
            }
            Effect::KeepBrief(record, path) => self.keep_brief(&record, &self.pages.join(path), app),
            Effect::LookBack(day) => {
                let effects = app.succeeded();
                app.look_back(day);
                self.read(app);
                effects
            }
            Effect::KeepPlan(account, path) => self.keep_plan(&account, &self.pages.join(path), app),
            Effect::ChoosePage(record) => {
                self.choose_page(record.as_ref(), app);
                Vec::new()
            }
            Effect::MakePage(subject) => {
                self.make_page(subject, app);
                Vec::new()
            }
            Effect::AskToOpen(link) => {
                self.ask_to_open(link, app);
                Vec::new()
            }
            Effect::OpenLink(target) => {
                self.open_link(&target, app);
                Vec::new()
            }
            Effect::Work(work) => self.begin_work(*work, app),
            Effect::CancelWork => {
                self.cancel_work();
                Vec::new()
            }
            Effect::WriteRefused(import) => {
                self.write_refused(&import, app);
                Vec::new()
            }
            Effect::ChooseTheme => {
                self.choose_theme(app);
                Vec::new()
            }
            Effect::KeepTheme(name) => {
                self.keep_theme(name, app);
                Vec::new()
            }
            copies @ (Effect::BackUp
            | Effect::ShowBackups
            | Effect::LookAtBackup(_)
            | Effect::Restore(_)
            | Effect::Salvage) => {
                self.see_to_copies(copies, app);
                Vec::new()
            }
            Effect::Joining(step) => self.see_to_joining(step, app),
            Effect::DropDraft(form, record) => {
                self.drafts.forget(form, record);
                Vec::new()
            }
            Effect::ChooseBook => {
                self.choose_book(app);
                Vec::new()
            }
            Effect::NameBook(words) => self.name_book(&words, app),
            Effect::ShowRound => show_round(app),
            Effect::Redraw
            | Effect::Suspend
            | Effect::Lock
            | Effect::EditOutside(_)
            | Effect::OpenBook(_)
            | Effect::OpenTour
            | Effect::Quit => Vec::new(),
        }
    }

    fn finish<T>(
        &mut self,
        app: &mut App,
        done: Done<T>,
        say: impl FnOnce(&T, &crate::store::Label) -> String,
    ) -> Vec<Effect> {
        match done {
            Ok(outcome) => {
                app.say(Notice::done(say(&outcome.value, &outcome.label)));
                self.show(app, Some(&outcome.changes));
                app.succeeded()
            }
            Err(problem) => {
                let words = in_one_line(explain(app.look.lang, &problem));
                app.refused(&problem, words)
            }
        }
    }
}
