//! The whole import: every file, in the order in which their records name each other.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::super::backup;
use super::super::problem::Problem;
use super::report::{FileReport, Stopped, Tally};
use super::stages::Stages;
use super::taker::Taker;
use super::whose::Whose;
use crate::domain::backup::Reason;
use crate::domain::deed::Deed;
use crate::domain::stage::Stage;
use crate::domain::text::clean_line;
use crate::exchange::{self, Options, Source, Taken};
use crate::store::{Book, Label, Outcome, Writer};

/// What is to be imported, and how.
#[derive(Debug, Clone, Default)]
pub struct Import {
    /// The files, in any order.
    pub files: Vec<PathBuf>,
    /// What a person corrects: kind, columns, currency, date order.
    pub options: Options,
    /// Stages of theirs and the stage of ours (or `won`, or `lost`) that each is to become.
    pub stages: Vec<(String, String)>,
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
    /// Its rows so far.
    pub row: u64,
    /// Its rows in all.
    pub rows: u64,
}

/// Rows between two reports of progress.
const STRIDE: u64 = 256;

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
    let mut files: Vec<Opened> = import.files.iter().map(|path| Opened::new(path, &import.options)).collect();
    let work = |writer: &Writer<'_>| {
        let ours: Vec<Stage> = writer.stages()?.into_iter().map(Stage::from).collect();
        let whose = import.only_owner.as_deref().map(|word| Whose::new(writer, word)).transpose();
        let whose = whose.map_err(|problem| Stopped::from_problem(problem, import))?;
        // What names nothing goes in first, so that what names it finds it.
        let mut order: Vec<usize> = (0..files.len()).collect();
        order.sort_by_key(|index| files[*index].kind());
        for index in order {
            let mut stages = Stages::new(ours.clone(), &import.stages)?;
            files[index].take_in(writer, &mut stages, whose.as_ref(), watch)?;
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
        let names = import.files.iter().filter_map(|path| path.file_name());
        let names: Vec<_> = names.map(|name| clean_line(&name.to_string_lossy())).collect();
        let rows: u64 = reports.iter().map(|file| file.tally.created + file.tally.updated).sum();
        Ok((reports, Label::new(Deed::ImportFiles, names.join(", ")).with(rows.to_string())))
    };
    if !import.dry_run {
        backup::before(book, Reason::Import).map_err(|problem| Stopped::from_problem(problem, import))?;
    }
    if import.dry_run { book.rehearse(work) } else { book.operate(work) }
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

/// A file and what has become of it so far.
struct Opened {
    source: Option<Source>,
    report: FileReport,
}

impl Opened {
    fn new(path: &Path, options: &Options) -> Opened {
        let (source, plan) = match Source::open(path, options) {
            Ok(source) => {
                let plan = source.plan().clone();
                (Some(source), Ok(plan))
            }
            Err(error) => (None, Err(error)),
        };
        let report = FileReport {
            path: path.to_owned(),
            plan,
            tally: Tally::default(),
            kept_ours: vec![],
            rejected: vec![],
            stages: vec![],
        };
        Opened { source, report }
    }

    fn kind(&self) -> Option<exchange::Kind> {
        self.report.plan.as_ref().ok().map(|plan| plan.kind)
    }

    fn take_in(
        &mut self,
        writer: &Writer<'_>,
        stages: &mut Stages,
        whose: Option<&Whose>,
        watch: &mut dyn FnMut(Progress<'_>) -> ControlFlow<()>,
    ) -> Result<(), Stopped> {
        let Some(source) = self.source.take() else { return Ok(()) };
        let (file, rows) = (source.path(), source.plan().rows);
        let mut taker = Taker::new(writer, (source.plan(), &mut self.report), stages, whose)?;
        let records = source.records().map_err(Stopped::Read)?;
        for (record, row) in records.zip(0..) {
            if row % STRIDE == 0 && watch(Progress { file, row, rows }).is_break() {
                return Err(Stopped::Cancelled);
            }
            match record.map_err(Stopped::Read)? {
                Taken::Record(record) => taker.record(*record)?,
                Taken::Rejected(rejected) => taker.reject(rejected),
            }
        }
        let _done = watch(Progress { file, row: rows, rows });
        self.report.stages = stages.drain();
        Ok(())
    }
}
