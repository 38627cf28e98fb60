//! Importing, step by step: files are picked, what is in them is looked at and put right, it is tried what
//! would become of their rows, and then they go in.

mod choices;
mod columns;
mod draw;
mod draw_lines;
mod folder;
mod lines;
mod screen;
#[cfg(test)]
mod tests;
mod work;

use std::path::{Path, PathBuf};

use crate::exchange::Told;
use crate::i18n::Lang;
use crate::ops::import::{FileReport, Import, Joins, Stopped, Surveyed};
use crate::report::model::ImportOut;
use crate::report::pace::Pace;
use crate::report::problem::explain_stopped;
use crate::report::rows;
use crate::tr;
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::step::Step;
use crate::tui::widgets::input::LineInput;
use crate::tui::widgets::list::Cursor;
use crate::tui::widgets::message::Notice;

use folder::Folder;
use lines::{Line, lines};
pub use work::{Answer, News, Work};

/// How many of the first rows of a file can be looked at.
pub(in crate::tui) const GLANCED: usize = 20;

/// How far one has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Stop {
    /// Which files.
    #[default]
    Files,
    /// What is in them.
    Columns,
    /// What would become of their rows.
    Check,
    /// What became of them.
    Done,
}

/// Work that is going on.
#[derive(Debug)]
struct Working {
    /// Whether the files go in for good.
    is_for_good: bool,
    /// The file that it is at.
    file: String,
    pace: Pace,
}

/// The screen's state.
#[derive(Debug, Default)]
pub struct ImportScreen {
    stop: Stop,
    folder: Folder,
    entry: Cursor,
    /// The name of the entry to be chosen once the folder is read.
    goal: Option<String>,
    /// A path being typed, and the names that it may go on to.
    typed: Option<(LineInput, Vec<String>)>,
    files: Vec<PathBuf>,
    surveyed: Vec<Surveyed>,
    /// Which of those is shown.
    shown: usize,
    /// Its column that is chosen.
    column: Cursor,
    /// Its first row that is shown.
    row: usize,
    told: Vec<Told>,
    joins: Joins,
    reports: Vec<FileReport>,
    out: ImportOut,
    lines: Vec<Line>,
    /// The language of what is said in them.
    said_in: Lang,
    line: Cursor,
    /// Whether joins were chosen since it was tried.
    is_decided: bool,
    /// Whether what went in was taken back.
    is_undone: bool,
    working: Option<Working>,
}

impl ImportScreen {
    fn import(&self) -> Import {
        Import {
            files: self.files.clone(),
            told: self.told.clone(),
            joins: self.joins.clone(),
            ..Import::default()
        }
    }

    /// Begins work on the files.
    fn begin(&mut self, work: impl FnOnce(Import) -> Work, look: &Look) -> Vec<Step> {
        let mut import = self.import();
        import.options.currency = look.base;
        let work = work(import);
        let is_for_good = matches!(work, Work::Run(_));
        self.working = Some(Working { is_for_good, file: String::new(), pace: Pace::default() });
        vec![Effect::Work(Box::new(work)).into()]
    }

    /// Begins anew with these files.
    fn take(&mut self, files: Vec<PathBuf>, look: &Look) -> Vec<Step> {
        (self.files, self.told, self.joins) = (files, vec![], Joins::default());
        (self.shown, self.row, self.column) = (0, 0, Cursor::default());
        self.begin(Work::Look, look)
    }

    fn surveyed(&self) -> Option<&Surveyed> {
        self.surveyed.get(self.shown)
    }

    /// Whether anything of the files can be taken.
    fn has_anything(&self) -> bool {
        self.surveyed.iter().any(|one| one.found.is_ok())
    }

    /// What is told of files of a shape: what was told before, to be changed from there.
    fn told_of(&mut self, shape: &str) -> Option<&mut Told> {
        if !self.told.iter().any(|told| told.shape == shape) {
            let known = self.surveyed.iter().find(|one| one.shape() == Some(shape))?;
            let fresh = Told { shape: shape.to_owned(), ..Told::default() };
            self.told.push(known.told.clone().unwrap_or(fresh));
        }
        self.told.iter_mut().find(|told| told.shape == shape)
    }

    /// Hears of work that goes on.
    fn hear(&mut self, news: News, look: &Look) -> Vec<Step> {
        if let News::Reached(file, pace) = news {
            if let Some(working) = &mut self.working {
                (working.file, working.pace) = (file, pace);
            }
            return Vec::new();
        }
        self.working = None;
        match news {
            News::Looked(Ok(surveyed)) => {
                self.surveyed = surveyed;
                self.shown = self.shown.min(self.surveyed.len().saturating_sub(1));
                self.stop = Stop::Columns;
                Vec::new()
            }
            News::Tried(Ok(reports)) => self.show_reports(look.lang, reports, None, look),
            News::Ran(Ok(outcome)) => {
                let is_new = outcome.operation.is_some();
                let told = match is_new {
                    true => Notice::done(tr!(look.lang, "importing.done")),
                    false => Notice::hint(tr!(look.lang, "importing.nothing_new")),
                };
                let mut steps = self.show_reports(look.lang, outcome.value, outcome.operation, look);
                self.stop = Stop::Done;
                self.folder.marked.clear();
                steps.push(Step::Say(told));
                steps
            }
            News::Looked(Err(stopped)) | News::Tried(Err(stopped)) | News::Ran(Err(stopped)) => {
                vec![Step::Say(stopped_words(look.lang, &stopped))]
            }
            News::Reached(..) => Vec::new(),
        }
    }

    fn show_reports(
        &mut self,
        lang: Lang,
        reports: Vec<FileReport>,
        operation: Option<crate::domain::id::Id>,
        look: &Look,
    ) -> Vec<Step> {
        let is_try = operation.is_none();
        self.out = rows::import::import(lang, operation, is_try, &reports);
        (self.reports, self.stop, self.is_decided) = (reports, Stop::Check, false);
        self.refresh_lines(look);
        // The first line is a heading.
        self.line = Cursor::default();
        self.line.choose(1, self.lines.len(), self.lines.len());
        Vec::new()
    }

    /// The lines again, as the language, or what was chosen in them, has changed.
    fn refresh_lines(&mut self, look: &Look) {
        self.out = rows::import::import(look.lang, self.out.operation, self.out.dry_run, &self.reports);
        self.lines = lines(&self.reports);
        self.said_in = look.lang;
    }

    /// What was said of a row that is perhaps a record of ours: a record, or that it is none.
    fn joined(&self, file: &Path, row: u64) -> Option<crate::domain::id::Id> {
        self.joins.told.get(&(file.to_owned(), row)).copied().flatten()
    }

    /// Whether everything is still as it was tried.
    fn is_fresh(&self) -> bool {
        self.stop == Stop::Check
    }
}

/// Why it stopped: that it was cancelled is no fault.
fn stopped_words(lang: Lang, stopped: &Stopped) -> Notice {
    let told = explain_stopped(lang, stopped);
    let words = [Some(told.what), told.why, told.hint].into_iter().flatten().collect::<Vec<_>>().join(" ");
    match stopped {
        Stopped::Cancelled => Notice::hint(words),
        _ => Notice::problem(words),
    }
}
