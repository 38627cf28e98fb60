//! The whole import: every file, in the order in which their records name each other.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::super::backup;
use super::super::problem::Problem;
use super::likely::Joins;
use super::memory;
use super::opened::{Opened, Way};
use super::report::{FileReport, Stopped};
use super::stages::Stages;
use super::whose::Whose;
use crate::domain::backup::Reason;
use crate::domain::deed::Deed;
use crate::domain::stage::Stage;
use crate::domain::text::clean_line;
use crate::exchange::{self, Options, Source, Told};
use crate::store::{Book, Label, Outcome, Writer};

/// What is to be imported, and how.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Import {
    /// The files, in any order.
    pub files: Vec<PathBuf>,
    /// Where what comes by standard input lies, which is called `-` among the files.
    pub standard_input: Option<PathBuf>,
    /// What a person corrects: kind, columns, currency, date order.
    pub options: Options,
    /// Stages of theirs and the stage of ours (or `won`, or `lost`) that each is to become.
    pub stages: Vec<(String, String)>,
    /// What was told of files of some shapes, in the place of what is remembered of them.
    pub told: Vec<Told>,
    /// Take nothing for told that was told before.
    pub afresh: bool,
    /// What becomes of rows that are perhaps a record of ours.
    pub joins: Joins,
    /// Take only the deals of this owner.
    pub only_owner: Option<String>,
    /// Tell what would happen and write nothing.
    pub dry_run: bool,
}

/// How far an import has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress<'a> {
    /// The file being read.
    pub file: &'a Path,
    /// Rows of all files so far.
    pub done: u64,
    /// Rows of all files.
    pub rows: u64,
}

/// What standard input is called among files.
pub const STANDARD_INPUT: &str = "-";

/// Imports files: all that can be taken goes in as one operation, the rest is reported. `watch` hears of
/// the progress and may break it off; then nothing is written.
///
/// # Errors
/// [`Stopped`]; nothing was written then.
pub fn run(
    book: &mut Book,
    import: &Import,
    watch: &mut dyn FnMut(Progress<'_>) -> ControlFlow<()>,
) -> Result<Outcome<Vec<FileReport>>, Stopped> {
    let options = import.options(book)?;
    let mut files: Vec<Opened> = vec![];
    for path in &import.files {
        if watch(Progress { file: path, done: 0, rows: 0 }).is_break() {
            return Err(Stopped::Cancelled);
        }
        let opened = Source::open_all(path, import.data_of(path), &options);
        files.extend(opened.into_iter().map(|(path, source)| Opened::new(path, source)));
    }
    let rows = files.iter().map(Opened::rows).sum();
    let work = |writer: &Writer<'_>| {
        let made_from = writer.mint()?;
        let ours: Vec<Stage> = writer.stages()?.into_iter().map(Stage::from).collect();
        let whose = import.only_owner.as_deref().map(|word| Whose::new(writer, word)).transpose();
        let whose = whose.map_err(|problem| Stopped::from_problem(problem, import))?;
        // What names nothing goes in first, so that what names it finds it.
        let mut order: Vec<usize> = (0..files.len()).collect();
        order.sort_by_key(|index| files[*index].kind());
        let mut done = 0;
        for index in order {
            let file = &mut files[index];
            let told = file.told(&options, import);
            let mut stages =
                Stages::new(ours.clone(), told.as_ref().map_or(&import.stages, |told| &told.stages))?;
            let way = Way { joins: &import.joins, made_from, whose: whose.as_ref() };
            let before = done;
            file.take_in(writer, &mut stages, &way, &mut |file, row| {
                watch(Progress { file, done: before + row, rows })
            })?;
            done += file.rows();
            file.remember(writer, told)?;
        }
        let has_deals = files.iter().any(|file| file.kind() == Some(exchange::Kind::Deals));
        if let (Some(whose), Some(word)) = (whose, &import.only_owner)
            && has_deals
            && !whose.was_met()
        {
            return Err(Stopped::NoOwner { word: word.clone(), known: whose.into_others() });
        }
        let reports: Vec<FileReport> =
            std::mem::take(&mut files).into_iter().map(|file| file.report).collect();
        let rows: u64 = reports.iter().map(|file| file.tally.created + file.tally.updated).sum();
        Ok((reports, Label::new(Deed::ImportFiles, import.names()).with(rows.to_string())))
    };
    if !import.dry_run {
        backup::before(book, Reason::Import).map_err(|problem| Stopped::from_problem(problem, import))?;
    }
    book.writing_much(|book| if import.dry_run { book.rehearse(work) } else { book.operate(work) })
}

impl Stopped {
    /// A word for the owner that has no letters means nobody.
    fn from_problem(problem: Problem, import: &Import) -> Stopped {
        match problem {
            Problem::Store(error) => Stopped::Store(error),
            _ => Stopped::NoOwner { word: import.only_owner.clone().unwrap_or_default(), known: vec![] },
        }
    }
}

impl Import {
    /// How the files are to be read: as is told now, and where nothing is, as was told before.
    pub(super) fn options(&self, book: &Book) -> Result<Options, Stopped> {
        let mut known = self.told.clone();
        if !self.afresh {
            let before = memory::remembered(book)?.into_iter().map(|one| one.told);
            known.extend(before.filter(|one| self.told.iter().all(|told| told.shape != one.shape)));
        }
        Ok(Options { known, ..self.options.clone() })
    }

    /// Where the bytes of a file are.
    pub(super) fn data_of<'a>(&'a self, path: &'a Path) -> &'a Path {
        self.standard_input.as_deref().filter(|_| path == Path::new(STANDARD_INPUT)).unwrap_or(path)
    }

    /// The names of its files, without their folders.
    fn names(&self) -> String {
        let names = self.files.iter().filter_map(|path| path.file_name());
        let names: Vec<_> = names.map(|name| clean_line(&name.to_string_lossy())).collect();
        names.join(", ")
    }
}
