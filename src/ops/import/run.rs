//! The whole import: every file, in the order in which their records name each other.

use std::collections::HashMap;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::super::owner;
use super::super::problem::Problem;
use super::account::Accounts;
use super::activity::Activities;
use super::contact::Contacts;
use super::deal::{self, Deals};
use super::join::Joiner;
use super::merge::Stays;
use super::origin::Namespace;
use super::report::{FileReport, Kept, Stopped, Tally};
use super::row::{Became, Kind, take};
use super::stages::Stages;
use crate::domain::deed::Deed;
use crate::domain::id::Id;
use crate::domain::stage::Stage;
use crate::exchange::{self, Options, Plan, Record, Rejected, Source, Taken};
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
    let stages: Vec<Stage> = book.stages()?.into_iter().map(Stage::from).collect();
    let mut files: Vec<Opened> = import.files.iter().map(|path| Opened::new(path, &import.options)).collect();
    let work = |writer: &Writer<'_>| {
        // What names nothing goes in first, so that what names it finds it.
        let mut order: Vec<usize> = (0..files.len()).collect();
        order.sort_by_key(|index| files[*index].rank());
        for index in order {
            let stages = Stages::new(stages.clone(), &import.stages)?;
            files[index].take_in(writer, import, stages, watch)?;
        }
        let reports: Vec<FileReport> =
            std::mem::take(&mut files).into_iter().map(|file| file.report).collect();
        let names = import.files.iter().filter_map(|path| path.file_name());
        let names: Vec<_> = names.map(|name| name.to_string_lossy().into_owned()).collect();
        let rows: u64 = reports.iter().map(|file| file.tally.created + file.tally.updated).sum();
        Ok((reports, Label::new(Deed::ImportFiles, names.join(", ")).with(rows.to_string())))
    };
    if import.dry_run { book.rehearse(work) } else { book.operate(work) }
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

    fn rank(&self) -> Option<exchange::Kind> {
        self.report.plan.as_ref().ok().map(|plan| plan.kind)
    }

    fn take_in(
        &mut self,
        writer: &Writer<'_>,
        import: &Import,
        stages: Stages,
        watch: &mut dyn FnMut(Progress<'_>) -> ControlFlow<()>,
    ) -> Result<(), Stopped> {
        let (Some(source), Ok(plan)) = (self.source.take(), &self.report.plan) else { return Ok(()) };
        let mut taker = Taker::new(writer, plan, import, stages)?;
        let rows = plan.rows;
        let records = source.records().map_err(Stopped::Read)?;
        for (record, row) in records.zip(0..) {
            if row % STRIDE == 0 && watch(Progress { file: &self.report.path, row, rows }).is_break() {
                return Err(Stopped::Cancelled);
            }
            match record.map_err(Stopped::Read)? {
                Taken::Record(record) => taker.record(*record)?,
                Taken::Rejected(rejected) => taker.reject(rejected),
            }
        }
        let _done = watch(Progress { file: &self.report.path, row: rows, rows });
        self.report.tally = taker.tally;
        self.report.kept_ours = taker.kept_ours;
        self.report.rejected = taker.rejected;
        self.report.stages = taker.stages.into_taken();
        Ok(())
    }
}

/// Takes the records of one file in, and counts.
struct Taker<'a> {
    joiner: Joiner<'a>,
    stages: Stages,
    only_owner: Option<Id>,
    occurrences: HashMap<String, u64>,
    tally: Tally,
    kept_ours: Vec<Kept>,
    rejected: Vec<Rejected>,
}

impl<'a> Taker<'a> {
    fn new(writer: &'a Writer<'a>, plan: &Plan, import: &Import, stages: Stages) -> Result<Self, Stopped> {
        let only_owner = match &import.only_owner {
            Some(word) => Some(owner::find_or_add(writer, word).map_err(stopped)?),
            None => None,
        };
        Ok(Taker {
            joiner: Joiner::new(writer, Namespace::of(plan)),
            stages,
            only_owner,
            occurrences: HashMap::new(),
            tally: Tally::default(),
            kept_ours: vec![],
            rejected: vec![],
        })
    }

    fn record(&mut self, record: Record) -> Result<(), Stopped> {
        let row = record.origin().row;
        let done = match record {
            Record::Account(told) => self.take::<Accounts>(row, told),
            Record::Contact(told) => self.take::<Contacts>(row, told),
            Record::Activity(told) => self.take::<Activities>(row, told),
            Record::Deal(told) => match self.is_left_out(&told) {
                Ok(true) => {
                    self.tally.left_out += 1;
                    Ok(())
                }
                Ok(false) => match deal::draft(&self.joiner, &self.stages, told) {
                    Ok(draft) => self.take::<Deals>(row, draft),
                    Err(problem) => Err(problem),
                },
                Err(problem) => Err(problem),
            },
        };
        done.map_err(stopped)
    }

    fn take<K: Kind>(&mut self, row: u64, told: K::In) -> Result<(), Problem> {
        let (became, name, stays) = take::<K>(&self.joiner, told, &mut self.occurrences)?;
        match became {
            Became::Created => self.tally.created += 1,
            Became::Updated => self.tally.updated += 1,
            Became::Unchanged => self.tally.unchanged += 1,
        }
        let kept = |stays: Stays| Kept {
            row,
            kind: K::KIND,
            record: name.clone(),
            field: stays.field.to_owned(),
            ours: stays.ours,
            theirs: stays.theirs,
        };
        self.kept_ours.extend(stays.into_iter().map(kept));
        Ok(())
    }

    fn reject(&mut self, rejected: Rejected) {
        self.tally.rejected += 1;
        self.rejected.push(rejected);
    }

    fn is_left_out(&self, told: &exchange::DealIn) -> Result<bool, Problem> {
        let Some(only) = self.only_owner else { return Ok(false) };
        Ok(self.joiner.owner(&told.owner)?.into_value() != Some(only))
    }
}

/// What stops a whole import; a row that cannot be joined is refused before it comes to this.
fn stopped(problem: Problem) -> Stopped {
    match problem {
        Problem::Store(error) => Stopped::Store(error),
        other => Stopped::Store(crate::store::Error::Constraint(format!("{other:?}"))),
    }
}
