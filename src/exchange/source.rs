//! A file to import from: opened and understood once, read as often as is needed.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use super::build::{Builder, shorten};
use super::csv::{Broken, Cells, Fault, Limits, Rows, Step};
use super::encoding::{Decoded, Detected, detect};
use super::recognise::{self, Layout, Table, Unrecognised, find_layout, headers};
use super::sniff::form_of;
use super::survey::Survey;
use super::{Form, Options, Plan, ReadError, Reason, Record, Rejected};

/// How much of a file's text is looked at to find its layout.
const BEGINNING: u64 = 256 * 1024;

/// A file that was recognised.
#[derive(Debug, Clone)]
pub struct Source {
    path: PathBuf,
    plan: Plan,
    detected: Detected,
    builder: Builder,
    bytes: u64,
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
    /// Where nothing can be taken from it: it cannot be read, is empty or not text, or nobody can tell what
    /// it holds.
    pub fn open(path: &Path, options: &Options) -> Result<Source, ReadError> {
        let failed = |error| ReadError::Io { path: path.to_owned(), error };
        let mut file = File::open(path).map_err(failed)?;
        let mut start = Vec::new();
        file.by_ref().take(4096).read_to_end(&mut start).map_err(failed)?;
        let not_text = |form| ReadError::NotText { path: path.to_owned(), form };
        if let Some(form) = form_of(&start) {
            return Err(not_text(form));
        }
        file.seek(SeekFrom::Start(0)).map_err(failed)?;
        let detected = detect(&file).map_err(failed)?;
        let (text, whole) = beginning(path, detected).map_err(failed)?;
        if text.trim().is_empty() {
            return Err(ReadError::Empty(path.to_owned()));
        }
        if text.chars().filter(|c| c.is_control() && !c.is_whitespace()).count() * 10 > text.len() {
            return Err(not_text(Form::Other));
        }
        let layout = find_layout(&text, whole);
        let (plan, builder) = understand(path, detected, layout, options)?;
        let bytes = file.metadata().map_err(failed)?.len();
        Ok(Source { path: path.to_owned(), plan, detected, builder, bytes })
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
        let rows = data_rows(&self.path, self.detected, &self.plan)?;
        Ok(Records { source: self, rows, cells: Cells::default() })
    }
}

/// The records of a file, in order, rejected rows among them. Blank rows are passed over.
pub struct Records<'a> {
    source: &'a Source,
    rows: Rows<Decoded<File>>,
    cells: Cells,
}

impl Records<'_> {
    /// Bytes of the file that were read so far, of [`Source::bytes`].
    pub fn bytes_read(&self) -> u64 {
        self.rows.text().taken()
    }
}

impl Iterator for Records<'_> {
    type Item = Result<Taken, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let step = match self.rows.read(&mut self.cells) {
                Ok(step) => step,
                Err(error) => return Some(Err(ReadError::Io { path: self.source.path.clone(), error })),
            };
            let taken = match step {
                Step::End => return None,
                Step::Row(_) if self.cells.is_blank() => continue,
                Step::Row(number) => self.source.builder.record(number, &self.cells).map(Box::new),
                Step::Broken(broken) => Err(rejected(broken, &self.source.plan)),
            };
            return Some(Ok(taken.map_or_else(Taken::Rejected, Taken::Record)));
        }
    }
}

fn rejected(broken: Broken, plan: &Plan) -> Rejected {
    let limits = Limits::default();
    let reason = match broken.fault {
        Fault::Unclosed => Reason::UnclosedQuote,
        Fault::Cell => Reason::CellTooLong { limit: limits.cell },
        Fault::Row => Reason::RowTooLong { limit: limits.row },
    };
    let column = plan.columns.get(broken.cell).map(|column| column.header.clone());
    Rejected { row: broken.row, column, value: shorten(&broken.text), reason }
}

/// The text that the file begins with, and whether that is all of it.
fn beginning(path: &Path, detected: Detected) -> io::Result<(String, bool)> {
    let mut bytes = Vec::new();
    let reader = Decoded::new(File::open(path)?, detected.encoding);
    reader.take(BEGINNING + 1).read_to_end(&mut bytes)?;
    let whole = bytes.len() as u64 <= BEGINNING;
    Ok((String::from_utf8_lossy(&bytes).into_owned(), whole))
}

fn understand(
    path: &Path,
    detected: Detected,
    layout: Layout,
    options: &Options,
) -> Result<(Plan, Builder), ReadError> {
    let Layout { separator, header, rows } = layout;
    let table = table(header, rows);
    let columns = || table.headers.iter().map(|header| header.shown.clone()).collect();
    let path_buf = || path.to_owned();
    let recognised = recognise::recognise(&table, options).map_err(|why| match why {
        Unrecognised::Unwanted(what) => ReadError::Unwanted { path: path_buf(), what },
        Unrecognised::Unknown => ReadError::NotRecognised { path: path_buf(), columns: columns() },
        Unrecognised::Nameless(kind) => {
            ReadError::NoNameColumn { path: path_buf(), kind, columns: columns() }
        }
    })?;
    let mut plan = Plan {
        system: recognised.system,
        kind: recognised.kind,
        encoding: detected.encoding.name(),
        damaged: detected.damaged,
        separator: char::from(separator),
        header_row: header.map(|at| at as u64 + 1),
        columns: recognised.columns,
        rows: 0,
        shape: recognise::shape(&table.headers),
        unused: recognised.unused,
    };
    let mut survey = Survey::new(&plan.columns);
    let mut reader = data_rows(path, detected, &plan)?;
    let mut cells = Cells::default();
    loop {
        match reader.read(&mut cells).map_err(|error| ReadError::Io { path: path_buf(), error })? {
            Step::End => break,
            Step::Row(_) if cells.is_blank() => {}
            Step::Row(_) => {
                survey.count_row();
                survey.take(&cells);
            }
            Step::Broken(_) => survey.count_row(),
        }
    }
    plan.rows = survey.rows();
    survey.decide(&mut plan, &table.headers, options);
    let builder = Builder::new(&plan, &table, options.currency);
    Ok((plan, builder))
}

fn table(header: Option<usize>, mut rows: Vec<Vec<String>>) -> Table {
    let data = rows.split_off(header.map_or(0, |at| at + 1).min(rows.len()));
    let cells = match header {
        Some(_) => rows.pop().unwrap_or_default(),
        None => data.first().map(|row| vec![String::new(); row.len()]).unwrap_or_default(),
    };
    let named = cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(cells.len(), |last| last + 1);
    // Columns without header and content at the end come from separators that end each line.
    let filled = data.iter().filter_map(|row| row.iter().rposition(|cell| !cell.trim().is_empty())).max();
    let width = named.max(filled.map_or(0, |last| last + 1)).min(cells.len());
    Table {
        headers: headers(cells.iter().take(width).map(String::as_str)),
        named: header.is_some(),
        rows: data,
    }
}

/// A reader that stands at the first row below the header.
fn data_rows(path: &Path, detected: Detected, plan: &Plan) -> Result<Rows<Decoded<File>>, ReadError> {
    let failed = |error| ReadError::Io { path: path.to_owned(), error };
    let file = File::open(path).map_err(failed)?;
    let separator = u8::try_from(plan.separator).unwrap_or(b',');
    let mut rows = Rows::new(Decoded::new(file, detected.encoding), separator, Limits::default());
    let mut cells = Cells::default();
    for _ in 0..plan.header_row.unwrap_or(0) {
        rows.read(&mut cells).map_err(failed)?;
    }
    rows.expect_width(plan.columns.len());
    Ok(rows)
}
