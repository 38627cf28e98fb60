//! A file to import from: opened and understood once, read as often as is needed.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tempfile::TempPath;

use super::calendar::Component;
use super::card::Entries;
use super::encoding::{Detected, detect};
use super::laid_out::Sheet;
use super::sniff::form_of;
use super::stack::{self, Stack};
use super::text_table::{TableRows, TextTable};
use super::{Form, Kind, Options, Plan, ReadError, Record, Rejected};
use super::{objects, workbook};
use crate::domain::text::clean_line;

/// A file that was recognised.
#[derive(Debug, Clone)]
pub struct Source {
    /// What the person calls it.
    path: PathBuf,
    data: Data,
    plan: Plan,
    bytes: u64,
    content: Content,
}

/// What is in a file, and how it is read.
#[derive(Debug, Clone)]
enum Content {
    /// Rows of text.
    Table(Box<TextTable>),
    /// vCards.
    Cards(Detected),
    /// The events of a calendar.
    Events(Detected),
}

/// Where the bytes of a file are.
#[derive(Debug, Clone)]
enum Data {
    /// In a file that stays.
    File(PathBuf),
    /// In one that a sheet was laid out in.
    LaidOut(Arc<TempPath>),
}

impl Data {
    fn path(&self) -> &Path {
        match self {
            Data::File(path) => path,
            Data::LaidOut(path) => path,
        }
    }
}

/// What one row of a file came to.
#[derive(Debug, Clone, PartialEq)]
pub enum Taken {
    /// A record.
    Record(Box<Record>),
    /// None, and why.
    Rejected(Rejected),
}

/// A row before it is taken: as it stands in the file, and what it comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Glance {
    /// Its cells, where the file is a table.
    pub cells: Vec<String>,
    /// What it comes to.
    pub taken: Taken,
}

impl Source {
    /// Opens a file, whose bytes are in `data`, and finds out what is in it: one table or stack of cards, or each sheet of a workbook that
    /// holds anything. Why nothing can be taken stands in the place of what cannot be.
    /// Beside each stands what a person calls it: the file, with the sheet where there are several.
    pub fn open_all(
        path: &Path,
        data: &Path,
        options: &Options,
    ) -> Vec<(PathBuf, Result<Source, ReadError>)> {
        let whole = |source| vec![(path.to_owned(), source)];
        let sheets = match form(data) {
            Some(Form::Workbook) => workbook::sheets(path, data),
            Some(Form::Json) => objects::lists(path, data),
            _ => return whole(Source::open(path, data, options)),
        };
        let of_sheet = |sheet: Sheet| (sheet.path.clone(), Source::of_sheet(sheet, options));
        match sheets {
            Err(error) => whole(Err(error)),
            Ok(sheets) if sheets.is_empty() => whole(Err(ReadError::Empty(path.to_owned()))),
            Ok(sheets) => sheets.into_iter().map(of_sheet).collect(),
        }
    }

    /// Opens a file with one table or one stack of cards. Reads all of it, as a stream, and keeps none of it.
    ///
    /// # Errors
    /// Where nothing can be taken from it: it cannot be read, is empty or of no form that is known, or nobody
    /// can tell what it holds.
    pub fn open(path: &Path, data: &Path, options: &Options) -> Result<Source, ReadError> {
        let failed = |error| ReadError::Io { path: path.to_owned(), error };
        let mut file = File::open(data).map_err(failed)?;
        let mut start = Vec::new();
        file.by_ref().take(4096).read_to_end(&mut start).map_err(failed)?;
        let form = form_of(&start);
        if let Some(form) = form.filter(|form| !matches!(form, Form::Cards | Form::Calendar)) {
            return Err(ReadError::NotText { path: path.to_owned(), form });
        }
        file.seek(SeekFrom::Start(0)).map_err(failed)?;
        let detected = detect(&file).map_err(failed)?;
        let bytes = file.metadata().map_err(failed)?.len();
        let (plan, content) = match form {
            Some(Form::Cards) => {
                let plan = stack::open::<Entries>(data, detected, options).map_err(failed)?;
                (fitting(path, plan, options.kind)?, Content::Cards(detected))
            }
            Some(_) => {
                let plan = stack::open::<Component>(data, detected, options).map_err(failed)?;
                (fitting(path, plan, options.kind)?, Content::Events(detected))
            }
            None => {
                let (plan, table) = TextTable::open(data, path, detected, options)?;
                (plan, Content::Table(Box::new(table)))
            }
        };
        Ok(Source { path: path.to_owned(), data: Data::File(data.to_owned()), plan, bytes, content })
    }

    fn of_sheet(sheet: Sheet, options: &Options) -> Result<Source, ReadError> {
        let Sheet { path, data } = sheet;
        let detected = Detected { encoding: encoding_rs::UTF_8, damaged: false };
        let bytes = std::fs::metadata(&*data).map_or(0, |known| known.len());
        let (plan, table) = TextTable::open(&data, &path, detected, options)?;
        Ok(Source { path, data: Data::LaidOut(data), plan, bytes, content: Content::Table(Box::new(table)) })
    }

    /// The file, with the sheet where it has several.
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
            Content::Table(table) => table.rows(self.data.path(), &self.plan).map(Rows::Table),
            Content::Cards(detected) => Stack::new(self.data.path(), *detected).map(Rows::Cards),
            Content::Events(detected) => Stack::new(self.data.path(), *detected).map(Rows::Events),
        };
        let rows = rows.map_err(|error| self.failed(error))?;
        Ok(Records { source: self, rows })
    }

    /// Its first rows, at most so many.
    ///
    /// # Errors
    /// Where the file can no longer be read.
    pub fn glance(&self, rows: usize) -> Result<Vec<Glance>, ReadError> {
        let mut records = self.records()?;
        let mut glances = vec![];
        while glances.len() < rows {
            let Some(taken) = records.next() else { break };
            glances.push(Glance { taken: taken?, cells: records.cells() });
        }
        Ok(glances)
    }

    fn failed(&self, error: io::Error) -> ReadError {
        ReadError::Io { path: self.path.clone(), error }
    }
}

/// What a file is that is no table of text; one that cannot be read is refused when it is opened.
fn form(path: &Path) -> Option<Form> {
    let mut start = Vec::new();
    File::open(path).and_then(|file| file.take(4096).read_to_end(&mut start)).ok()?;
    form_of(&start)
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
    Cards(Stack<Entries>),
    Events(Stack<Component>),
}

impl Records<'_> {
    fn cells(&self) -> Vec<String> {
        match &self.rows {
            Rows::Table(rows) => rows.cells().map(clean_line).collect(),
            Rows::Cards(_) | Rows::Events(_) => vec![],
        }
    }

    /// Bytes of the file that were read so far, of [`Source::bytes`].
    pub fn bytes_read(&self) -> u64 {
        match &self.rows {
            Rows::Table(rows) => rows.bytes_read(),
            Rows::Cards(cards) => cards.bytes_read(),
            Rows::Events(events) => events.bytes_read(),
        }
    }
}

impl Iterator for Records<'_> {
    type Item = Result<Taken, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        let taken = match &mut self.rows {
            Rows::Table(rows) => rows.next(),
            Rows::Cards(cards) => cards.next(),
            Rows::Events(events) => events.next(),
        };
        taken.map(|taken| taken.map_err(|error| self.source.failed(error)))
    }
}
