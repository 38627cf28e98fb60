//! Copies of the book: made while it is open and on leaving, listed, brought back; and what is offered where the
//! book turns out to be damaged.

use std::path::{Path, PathBuf};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::{World, in_one_line, tell};
use crate::domain::backup::Reason;
use crate::ops::{Problem, backup, check, encryption, history, setup};
use crate::report::model::RestoreOut;
use crate::report::problem::explain;
use crate::report::{rows, words};
use crate::store::backup::{Before, newest_good};
use crate::store::{Barrier, Book, BookFile};
use crate::tr;
use crate::tui::app::App;
use crate::tui::dialogs::choose::{Choose, Item};
use crate::tui::dialogs::confirm::Confirm;
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::widgets::message::Notice;

/// How long the names of the copies are not looked at again.
const PAUSE: Duration = Duration::from_secs(300);
/// How much of what was done since a copy is named.
const NAMED: usize = 5;

/// What goes on with the copies of the book.
#[derive(Default)]
pub(super) struct Copies {
    /// When it was last asked whether a copy is due.
    asked: Option<Instant>,
    /// Makes one beside the work.
    worker: Option<JoinHandle<Result<(), Problem>>>,
    /// The book that is damaged, where a copy is shown in its place.
    damaged: Option<PathBuf>,
}

impl World {
    /// The same world, which shows a copy in the place of a damaged book.
    pub fn in_place_of(mut self, damaged: Option<PathBuf>) -> World {
        self.copies.damaged = damaged;
        self
    }

    /// Says what keeps the book from being written, if anything does.
    pub(super) fn say_barrier(&self, app: &mut App) {
        let lang = app.look.lang;
        match self.book.barrier() {
            None => {}
            Some(Barrier::ReadOnly) => app.say(Notice::warning(tr!(lang, "notice.read_only"))),
            Some(Barrier::DiskFull) => app.say(Notice::warning(tr!(lang, "notice.disk_full"))),
            Some(Barrier::Damaged) => self.offer_rescue(app),
        }
    }

    /// Sees to the copies between two keys: one is made beside the work when it is due, and what went wrong with
    /// it is said. A book that has turned out to be damaged is not written to any more.
    pub fn tend(&mut self, app: &mut App) {
        self.mind_damage(app);
        if let Some(done) = self.copies.worker.take_if(|worker| worker.is_finished()) {
            if let Ok(Err(problem)) = done.join() {
                let why = in_one_line(explain(app.look.lang, &problem));
                app.say(Notice::problem(tr!(app.look.lang, "backup.not_made", why = why)));
            }
            return;
        }
        let was_asked = self.copies.asked.is_some_and(|at| at.elapsed() < PAUSE);
        if was_asked || self.copies.worker.is_some() {
            return;
        }
        self.copies.asked = Some(Instant::now());
        if self.book.is_backup_due().unwrap_or(false) {
            let (file, clock) = (self.book.file().clone(), self.book.clock());
            let work = move || backup::hourly(file, clock).map(drop);
            // Without a thread there is another chance later, and on leaving.
            self.copies.worker = thread::Builder::new().name("copy".to_owned()).spawn(work).ok();
        }
    }

    /// Copies what has changed, on leaving.
    ///
    /// # Errors
    /// What kept the copy from being made.
    pub fn leave(mut self) -> Result<(), Problem> {
        self.cancel_work();
        self.end_work();
        if let Some(worker) = self.copies.worker.take() {
            let _ = worker.join();
        }
        match self.book.barrier() {
            Some(_) => Ok(()),
            None => backup::before(&self.book, Reason::Leaving).map(drop),
        }
    }

    /// Does what was asked for with the copies.
    pub(super) fn see_to_copies(&mut self, effect: Effect, app: &mut App) {
        match effect {
            Effect::BackUp => self.back_up(app),
            Effect::ShowBackups => self.show_backups(app),
            Effect::LookAtBackup(file) => self.look_at_backup(&file, app),
            Effect::Restore(file) => self.restore(&file, app),
            Effect::Salvage => self.salvage(app),
            _ => {}
        }
    }

    /// Makes a copy now.
    fn back_up(&self, app: &mut App) {
        match backup::make(&self.book) {
            Ok(made) => {
                let file = made.path.display();
                app.say(Notice::done(tr!(app.look.lang, "backup.made", file = file)));
            }
            Err(problem) => tell(app, &problem),
        }
    }

    /// Lists the copies, to choose one that may be brought back.
    fn show_backups(&self, app: &mut App) {
        let lang = app.look.lang;
        let copies = match crate::store::backup::list(self.real_path()) {
            Ok(copies) => copies,
            Err(error) => return tell(app, &error.into()),
        };
        if copies.is_empty() {
            return app.say(Notice::hint(tr!(lang, "backups.none")));
        }
        let reasons: Vec<_> = copies.iter().map(|copy| words::backup_reason(lang, copy.reason)).collect();
        let width = |words: &str| app.look.measure.width(words);
        let widest = reasons.iter().map(|reason| width(reason)).max().unwrap_or_default();
        let items = copies.iter().zip(&reasons).map(|(copy, reason)| {
            let room = " ".repeat(widest - width(reason));
            let (made, size) = (words::wall_clock(copy.at), words::size(copy.bytes));
            let label = format!("{made}  {reason}{room}  {size}");
            Item { label, then: vec![Effect::LookAtBackup(copy.path.clone()).into()] }
        });
        let title = tr!(lang, "backups.title").into_owned();
        let foot = tr!(lang, "backups.foot").into_owned();
        app.open(Box::new(Choose::new(title, foot, items.collect())));
    }

    /// Shows what bringing a copy back would change, and asks whether it is to be done.
    fn look_at_backup(&self, file: &Path, app: &mut App) {
        let lang = app.look.lang;
        let is_damaged = self.book.barrier() == Some(Barrier::Damaged);
        let book = (!is_damaged).then_some(&self.book);
        let copy = encryption::beside(file, self.book.file());
        let told = backup::ready(copy, self.real_file(), self.book.clock())
            .and_then(|ready| Ok(rows::backup::restoration(lang, &ready, book)?));
        match told {
            Ok(told) => {
                let title = tr!(lang, "backups.question_title").into_owned();
                let yes = vec![Effect::Restore(file.to_owned()).into()];
                let question = question(&app.look, &told, is_damaged);
                app.open(Box::new(Confirm::new(title, question, yes, Vec::new())));
            }
            Err(problem) => tell(app, &problem),
        }
    }

    /// Brings a copy back, and shows it.
    fn restore(&mut self, file: &Path, app: &mut App) {
        let (whole, clock) = (self.real_file(), self.book.clock());
        let copy = encryption::beside(file, self.book.file());
        let is_damaged = self.book.barrier() == Some(Barrier::Damaged);
        if is_damaged {
            // A damaged book gives way only when nobody has it open.
            match Book::in_memory(clock) {
                Ok(nothing) => self.book = nothing,
                Err(error) => return tell(app, &error.into()),
            }
            self.earlier = None;
        }
        let done =
            backup::ready(&copy, &whole, clock).and_then(|ready| backup::restore(&whole, ready, clock));
        let shown = match (&done, is_damaged) {
            (Ok(_), _) => setup::open(&whole, clock),
            (Err(_), true) => Book::look_at(&copy, clock).map_err(Problem::from),
            (Err(_), false) => Book::open_again(&whole, clock).map_err(Problem::from),
        };
        match shown {
            Ok(book) => {
                self.begun_at = history::last(&book).unwrap_or_default();
                self.book = book;
            }
            Err(problem) => return tell(app, &problem),
        }
        self.reload(app);
        match done {
            Ok(before) => {
                self.copies.damaged = None;
                app.is_damaged = false;
                app.say(Notice::done(match before {
                    Before::Kept(_) => tr!(app.look.lang, "backups.restored"),
                    Before::Aside(aside) => {
                        tr!(app.look.lang, "backups.restored_aside", file = aside.display())
                    }
                }));
            }
            Err(problem) => tell(app, &problem),
        }
    }

    /// Saves what can be read of a damaged book into a new file.
    fn salvage(&self, app: &mut App) {
        let file = self.real_file();
        let done = check::examine(&file).and_then(|found| check::repair(&file, &found, self.book.clock()));
        match done {
            Ok(check::Repair::Saved { file, saved }) => {
                let (file, lost) = (file.display(), saved.lost);
                app.say(Notice::done(tr!(app.look.lang, "check.saved", file = file, lost = lost)));
            }
            Ok(_) => app.say(Notice::hint(tr!(app.look.lang, "backups.nothing_to_save"))),
            Err(problem) => tell(app, &problem),
        }
    }

    /// Takes its hands off a book that has turned out to be damaged, and offers what can be done.
    pub(super) fn mind_damage(&mut self, app: &mut App) {
        if app.is_damaged && self.book.barrier() != Some(Barrier::Damaged) {
            self.book.hold_hands_off();
            self.offer_rescue(app);
        }
    }

    fn offer_rescue(&self, app: &mut App) {
        let lang = app.look.lang;
        let mut items = Vec::new();
        if let Some(copy) = newest_good(self.real_path()).ok().flatten() {
            let label = tr!(lang, "rescue.restore", at = words::wall_clock(copy.at)).into_owned();
            items.push(Item { label, then: vec![Effect::LookAtBackup(copy.path).into()] });
        }
        let label = tr!(lang, "rescue.salvage").into_owned();
        items.push(Item { label, then: vec![Effect::Salvage.into()] });
        let label = tr!(lang, "rescue.leave").into_owned();
        items.push(Item { label, then: vec![Effect::Quit.into()] });
        let title = tr!(lang, "rescue.title").into_owned();
        let foot = match self.copies.damaged.is_some() {
            true => tr!(lang, "rescue.foot_copy"),
            false => tr!(lang, "rescue.foot"),
        };
        app.open(Box::new(Choose::numbered(title, foot.into_owned(), items)));
    }

    /// The same with what opens it: a copy has the key of its book.
    fn real_file(&self) -> BookFile {
        self.book.file().with_path(self.real_path())
    }

    /// The file of the book, also where a copy is shown in its place.
    fn real_path(&self) -> &Path {
        self.copies.damaged.as_deref().unwrap_or(self.book.path())
    }
}

/// The question whether a copy is to be brought back, with what would change.
fn question(look: &Look, told: &RestoreOut, is_damaged: bool) -> String {
    let lang = look.lang;
    let mut lines = Vec::new();
    if let Some(last) = &told.last {
        lines.push(tr!(lang, "backups.last", label = last.label).into_owned());
    }
    for one in told.differences.iter().filter(|one| one.gone + one.back + one.changed > 0) {
        let kind = words::kept_kind(lang, &one.kind);
        let (gone, back, changed) = (one.gone, one.back, one.changed);
        lines.push(
            tr!(lang, "backups.differs", kind = kind, gone = gone, back = back, changed = changed)
                .into_owned(),
        );
    }
    if told.operations_since > 0 {
        let named: Vec<&str> = told.since.iter().take(NAMED).map(|one| one.label.as_str()).collect();
        let count = told.operations_since;
        lines.push(tr!(lang, "backups.since", count = count, labels = named.join("; ")).into_owned());
    } else if !is_damaged && lines.len() < 2 {
        lines.push(tr!(lang, "backups.same").into_owned());
    }
    lines.push(match is_damaged {
        true => tr!(lang, "backups.aside").into_owned(),
        false => tr!(lang, "backups.copy_first").into_owned(),
    });
    lines.join("\n")
}

#[cfg(test)]
mod tests;
