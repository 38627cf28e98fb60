//! Work on files to import, beside the screen: it tells how far it has come, and can be broken off.

use std::io::ErrorKind;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::{Effect, World};
use crate::domain::text::clean_line;
use crate::ops::import::{self, Progress, Stopped};
use crate::report::model::ImportOut;
use crate::report::pace::Pace;
use crate::report::refused;
use crate::store::Book;
use crate::tr;
use crate::tui::app::App;
use crate::tui::feed::{Message, Sender};
use crate::tui::screens::import::{GLANCED, News, Work};
use crate::tui::widgets::message::Notice;

/// How often it is told how far work has come.
const BETWEEN: Duration = Duration::from_millis(100);
/// The most names that are tried for a file of refused rows.
const NAMES: usize = 1000;

/// Work that goes on, and the loop that hears of it; without one it is done at once.
#[derive(Default)]
pub(super) struct Works {
    pub sender: Option<Sender>,
    running: Option<Running>,
}

struct Running {
    worker: JoinHandle<()>,
    is_cancelled: Arc<AtomicBool>,
    news: Receiver<News>,
}

impl World {
    /// The same world, whose long work is done beside the loop that this end feeds.
    pub fn working_beside(mut self, loop_: Sender) -> World {
        self.works.sender = Some(loop_);
        self
    }

    /// Begins work on files; one at a time.
    pub(super) fn begin_work(&mut self, work: Work, app: &mut App) -> Vec<Effect> {
        let Some(sender) = self.works.sender.clone() else {
            let news = perform(&mut self.book, &work, &mut |_| ControlFlow::Continue(()));
            return self.tell_news(news, app);
        };
        let book = match self.book.beside() {
            Ok(book) => book,
            Err(error) => return self.tell_news(failed(&work, Stopped::Store(error)), app),
        };
        let (told, news) = mpsc::channel();
        let is_cancelled = Arc::new(AtomicBool::new(false));
        let cancelled = Arc::clone(&is_cancelled);
        let go = move || {
            let mut book = book;
            // Where nobody listens any more the loop has ended, and the work with it.
            let tell = |news| told.send(news).is_ok() && sender.send(Message::Worked).is_ok();
            let (begun, mut last) = (Instant::now(), None::<Instant>);
            let news = perform(&mut book, &work, &mut |reached: Progress<'_>| {
                if cancelled.load(Ordering::Relaxed) {
                    return ControlFlow::Break(());
                }
                if last.is_none_or(|last| last.elapsed() >= BETWEEN) {
                    last = Some(Instant::now());
                    let name = reached.file.file_name().unwrap_or_default().to_string_lossy();
                    let pace = Pace { done: reached.done, rows: reached.rows, elapsed: begun.elapsed() };
                    if !tell(News::Reached(clean_line(&name), pace)) {
                        return ControlFlow::Break(());
                    }
                }
                ControlFlow::Continue(())
            });
            tell(news);
        };
        match thread::Builder::new().name("import".to_owned()).spawn(go) {
            Ok(worker) => self.works.running = Some(Running { worker, is_cancelled, news }),
            Err(error) => {
                app.say(Notice::problem(error.to_string()));
            }
        }
        Vec::new()
    }

    /// Hears what there is to hear of it.
    pub fn hear_of_work(&mut self, app: &mut App) -> Vec<Effect> {
        let Some(running) = &self.works.running else { return Vec::new() };
        let news: Vec<News> = running.news.try_iter().collect();
        let is_over = news.iter().any(|news| !matches!(news, News::Reached(..)));
        if is_over {
            self.end_work();
        }
        news.into_iter().flat_map(|news| self.tell_news(news, app)).collect()
    }

    /// Whether work goes on beside the screen.
    pub fn is_working(&self) -> bool {
        self.works.running.is_some()
    }

    /// Breaks it off at the next row.
    pub(super) fn cancel_work(&self) {
        if let Some(running) = &self.works.running {
            running.is_cancelled.store(true, Ordering::Relaxed);
        }
    }

    /// Waits until it is over.
    pub(super) fn end_work(&mut self) {
        if let Some(running) = self.works.running.take() {
            let _ = running.worker.join();
        }
    }

    fn tell_news(&mut self, news: News, app: &mut App) -> Vec<Effect> {
        if let News::Looked(Err(Stopped::Store(error)))
        | News::Tried(Err(Stopped::Store(error)))
        | News::Ran(Err(Stopped::Store(error))) = &news
        {
            app.mind_store(error);
        }
        let has_written = matches!(&news, News::Ran(Ok(outcome)) if outcome.operation.is_some());
        let effects = app.worked(news);
        if has_written {
            self.reload(app);
        }
        effects
    }

    /// Writes the rows that were refused to a file of a new name.
    pub(super) fn write_refused(&self, import: &ImportOut, app: &mut App) {
        let lang = app.look.lang;
        let stem = tr!(lang, "importing.refused_file");
        for number in 1..NAMES {
            let name = if number == 1 { format!("{stem}.csv") } else { format!("{stem}-{number}.csv") };
            let path: PathBuf = self.pages.join(Path::new(&name));
            match refused::write(import, &path) {
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) => {
                    let words = tr!(lang, "brief.failed", file = path.display(), why = error);
                    return app.say(Notice::problem(words));
                }
                Ok(()) => {
                    let whole = path.canonicalize().unwrap_or(path);
                    return app.say(Notice::done(tr!(lang, "brief.kept", file = whole.display())));
                }
            }
        }
        app.say(Notice::problem(tr!(lang, "brief.exists", file = stem)));
    }
}

/// Does the work.
fn perform(book: &mut Book, work: &Work, watch: &mut dyn FnMut(Progress<'_>) -> ControlFlow<()>) -> News {
    match work {
        Work::Look(import) => News::Looked(import::survey(book, import, GLANCED)),
        Work::Try(import) => {
            let import = import::Import { dry_run: true, ..import.clone() };
            News::Tried(import::run(book, &import, watch).map(|outcome| outcome.value))
        }
        Work::Run(import) => News::Ran(import::run(book, import, watch)),
    }
}

fn failed(work: &Work, why: Stopped) -> News {
    match work {
        Work::Look(_) => News::Looked(Err(why)),
        Work::Try(_) => News::Tried(Err(why)),
        Work::Run(_) => News::Ran(Err(why)),
    }
}
