//! A file to import from: opened and understood once, read as often as is needed.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use super::card::{self, Cards};
use super::encoding::{Detected, detect};
use super::sniff::form_of;
use super::text_table::{TableRows, TextTable};
use super::{Form, Kind, Options, Plan, ReadError, Record, Rejected};

/// A file that was recognised.
#[derive(Debug, Clone)]
pub struct Source {
    path: PathBuf,
    plan: Plan,
    bytes: u64,
    content: Content,
}

/// What is in a file, and how it is read.
#[derive(Debug, Clone)]
enum Content {
    /// Rows of text.
    Table(TextTable),
    /// vCards.
    Cards(Detected),
}

/// What one row of a file came to.
#[derive(Debug, Clone, PartialEq)]
pub enum Taken {
    /// A record.
    Record(Box<Record>),
    /// None, and why.
    Rejected(Rejected),
}

impl Source {
    /// Opens a file and finds out what it is. Reads all of it, as a stream, and keeps none of it.
    ///
    /// # Errors
    /// Where nothing can be taken from it: it cannot be read, is empty or of no form that is known, or nobody
    /// can tell what it holds.
    pub fn open(path: &Path, options: &Options) -> Result<Source, ReadError> {
        let failed = |error| ReadError::Io { path: path.to_owned(), error };
        let mut file = File::open(path).map_err(failed)?;
        let mut start = Vec::new();
        file.by_ref().take(4096).read_to_end(&mut start).map_err(failed)?;
        let form = form_of(&start);
        if let Some(form) = form.filter(|form| *form != Form::Cards) {
            return Err(ReadError::NotText { path: path.to_owned(), form });
        }
        file.seek(SeekFrom::Start(0)).map_err(failed)?;
        let detected = detect(&file).map_err(failed)?;
        let bytes = file.metadata().map_err(failed)?.len();
        let (plan, content) = match form {
            Some(_) => {
                let plan = card::open(path, detected, options).map_err(failed)?;
                (fitting(path, plan, options.kind)?, Content::Cards(detected))
            }
            None => {
                let (plan, table) = TextTable::open(path, path, detected, options)?;
                (plan, Content::Table(table))
            }
        };
        Ok(Source { path: path.to_owned(), plan, bytes, content })
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What was understood of it.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Its length in bytes.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Reads it from the beginning.
    ///
    /// # Errors
    /// Where the file is gone or may no longer be read.
    pub fn records(&self) -> Result<Records<'_>, ReadError> {
        let rows = match &self.content {
            Content::Table(table) => table.rows(&self.path, &self.plan).map(Rows::Table),
            Content::Cards(detected) => Cards::new(&self.path, *detected).map(Rows::Cards),
        };
        let rows = rows.map_err(|error| self.failed(error))?;
        Ok(Records { source: self, rows })
    }

    fn failed(&self, error: io::Error) -> ReadError {
        ReadError::Io { path: self.path.clone(), error }
    }
}

/// The plan of a file that can hold one kind of record only, if that is not another one than was told.
fn fitting(path: &Path, plan: Plan, told: Option<Kind>) -> Result<Plan, ReadError> {
    match told.filter(|told| *told != plan.kind) {
        None => Ok(plan),
        Some(told) => Err(ReadError::OtherKind { path: path.to_owned(), told, holds: plan.kind }),
    }
}

/// The records of a file, in order, what is rejected among them.
pub struct Records<'a> {
    source: &'a Source,
    rows: Rows<'a>,
}

enum Rows<'a> {
    Table(TableRows<'a>),
    Cards(Cards),
}

impl Records<'_> {
    /// Bytes of the file that were read so far, of [`Source::bytes`].
    pub fn bytes_read(&self) -> u64 {
        match &self.rows {
            Rows::Table(rows) => rows.bytes_read(),
            Rows::Cards(cards) => cards.bytes_read(),
        }
    }
}

impl Iterator for Records<'_> {
    type Item = Result<Taken, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        let taken = match &mut self.rows {
            Rows::Table(rows) => rows.next(),
            Rows::Cards(cards) => cards.next(),
        };
        taken.map(|taken| taken.map_err(|error| self.source.failed(error)))
    }
}
