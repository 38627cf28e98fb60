//! A file on its way in, and what has become of it so far.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::likely::{Choices, Joins};
use super::memory;
use super::report::{FileReport, Stopped, Tally};
use super::run::Import;
use super::stages::Stages;
use super::taker::Taker;
use super::whose::Whose;
use crate::domain::id::Id;
use crate::exchange::{Kind, Options, ReadError, Source, Taken, Told};
use crate::store::Writer;

/// Rows between two reports of progress.
const STRIDE: u64 = 256;

/// A file that was opened, or could not be.
pub(super) struct Opened {
    source: Option<Source>,
    pub report: FileReport,
}

/// How all files of an import are taken in.
pub(super) struct Way<'a> {
    pub joins: &'a Joins,
    /// Records from this id on were made by the import itself.
    pub made_from: Id,
    pub whose: Option<&'a Whose>,
}

impl Opened {
    pub fn new(path: PathBuf, opened: Result<Source, ReadError>) -> Opened {
        let (source, plan) = match opened {
            Ok(source) => {
                let plan = source.plan().clone();
                (Some(source), Ok(plan))
            }
            Err(error) => (None, Err(error)),
        };
        let report = FileReport {
            path,
            plan,
            tally: Tally::default(),
            kept_ours: vec![],
            rejected: vec![],
            likely: vec![],
            was_known: false,
            stages: vec![],
        };
        Opened { source, report }
    }

    pub fn kind(&self) -> Option<Kind> {
        self.report.plan.as_ref().ok().map(|plan| plan.kind)
    }

    /// How many rows it has.
    pub fn rows(&self) -> u64 {
        self.report.plan.as_ref().map_or(0, |plan| plan.rows)
    }

    /// All that is told of it, now and before; none where it could not be opened.
    pub fn told(&mut self, options: &Options, import: &Import) -> Option<Told> {
        let plan = self.report.plan.as_ref().ok()?;
        let known = options.known.iter().find(|known| known.shape == plan.shape);
        self.report.was_known = known.is_some_and(|known| !known.is_empty());
        Some(memory::joined(plan, known, options, &import.stages))
    }

    /// Remembers what was told of it.
    pub fn remember(&self, writer: &Writer<'_>, told: Option<Told>) -> Result<(), Stopped> {
        let name = self.report.path.file_name().unwrap_or_default().to_string_lossy();
        match (told, &self.report.plan) {
            (Some(told), Ok(plan)) => Ok(memory::remember(writer, plan, &told, &name)?),
            _ => Ok(()),
        }
    }

    pub fn take_in(
        &mut self,
        writer: &Writer<'_>,
        stages: &mut Stages,
        way: &Way<'_>,
        watch: &mut dyn FnMut(&Path, u64) -> ControlFlow<()>,
    ) -> Result<(), Stopped> {
        let Some(source) = self.source.take() else { return Ok(()) };
        let file = source.path();
        let choices = Choices { joins: way.joins, file, made_from: way.made_from };
        let mut taker = Taker::new(writer, (source.plan(), &mut self.report), stages, way.whose, choices)?;
        let records = source.records().map_err(Stopped::Read)?;
        for (record, row) in records.zip(0..) {
            if row % STRIDE == 0 && watch(file, row).is_break() {
                return Err(Stopped::Cancelled);
            }
            match record.map_err(Stopped::Read)? {
                Taken::Record(record) => taker.record(*record)?,
                Taken::Rejected(rejected) => taker.reject(rejected)?,
            }
        }
        taker.take_waiting()?;
        if watch(file, source.plan().rows).is_break() {
            return Err(Stopped::Cancelled);
        }
        self.report.stages = stages.drain();
        Ok(())
    }
}
