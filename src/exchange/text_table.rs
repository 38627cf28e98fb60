//! A table of text: its layout found, its rows read as a stream.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::build::{Builder, shorten};
use super::csv::{Broken, Cells, Fault, Limits, Rows, Step};
use super::encoding::{Decoded, Detected};
use super::recognise::{self, Layout, Table, Unrecognised, find_layout, headers};
use super::survey::Survey;
use super::{Form, Options, Plan, ReadError, Reason, Rejected, Taken, Told};

/// How much of a file's text is looked at to find its layout.
const BEGINNING: u64 = 256 * 1024;

/// Control characters that may stray into any text.
const STRAY: usize = 32;

/// A table of text that was recognised.
#[derive(Debug, Clone)]
pub struct TextTable {
    detected: Detected,
    builder: Builder,
}

impl TextTable {
    /// Finds out what a table holds. Reads all of it, as a stream, and keeps none of it. `data` is where its
    /// text is, `path` what the person calls it.
    ///
    /// # Errors
    /// Where nothing can be taken from it.
    pub fn open(
        data: &Path,
        path: &Path,
        detected: Detected,
        options: &Options,
    ) -> Result<(Plan, TextTable), ReadError> {
        let (text, whole) =
            beginning(data, detected).map_err(|error| ReadError::Io { path: path.to_owned(), error })?;
        if text.trim().is_empty() {
            return Err(ReadError::Empty(path.to_owned()));
        }
        if !is_text(&text) {
            return Err(ReadError::NotText { path: path.to_owned(), form: Form::Other });
        }
        let layout = find_layout(&text, whole);
        let (plan, builder) =
            understand((data, path), detected, layout, options).map_err(|error| match error {
                // Its very first row is one of those that are not read.
                ReadError::NoNameColumn { path, columns, .. }
                | ReadError::NotRecognised { path, columns, .. }
                    if columns.is_empty() =>
                {
                    ReadError::TooLarge(path)
                }
                error => error,
            })?;
        Ok((plan, TextTable { detected, builder }))
    }

    /// Its rows, from the first below the header.
    ///
    /// # Errors
    /// Where the file is gone or may no longer be read.
    pub fn rows<'a>(&'a self, data: &Path, plan: &'a Plan) -> io::Result<TableRows<'a>> {
        let rows = data_rows(data, self.detected, plan)?;
        Ok(TableRows { builder: &self.builder, plan, rows, cells: Cells::default() })
    }
}

/// Whether so many control characters as there are can have strayed into text: zero bytes do so more often.
fn is_text(text: &str) -> bool {
    let controls = || text.chars().filter(|sign| sign.is_control() && !sign.is_whitespace());
    let others = controls().filter(|sign| *sign != '\0').count();
    controls().count() * 10 <= text.len() && (others <= STRAY || others * 25 <= text.chars().count())
}

/// The records of a table, in order, rejected rows among them. Blank rows are passed over.
pub struct TableRows<'a> {
    builder: &'a Builder,
    plan: &'a Plan,
    rows: Rows<Decoded<File>>,
    cells: Cells,
}

impl TableRows<'_> {
    /// Bytes of the file that were read so far.
    pub fn bytes_read(&self) -> u64 {
        self.rows.text().taken()
    }

    /// The cells of the row that was read last; none of a broken one.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        self.cells.iter()
    }
}

impl Iterator for TableRows<'_> {
    type Item = io::Result<Taken>;

    fn next(&mut self) -> Option<io::Result<Taken>> {
        loop {
            let taken = match self.rows.read(&mut self.cells) {
                Err(error) => return Some(Err(error)),
                Ok(Step::End) => return None,
                Ok(Step::Row(_)) if self.cells.is_blank() => continue,
                Ok(Step::Row(number)) => self.builder.record(number, &self.cells).map(Box::new),
                Ok(Step::Broken(broken)) => {
                    self.cells = Cells::default();
                    Err(rejected(broken, self.plan))
                }
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
    (data, path): (&Path, &Path),
    detected: Detected,
    layout: Layout,
    options: &Options,
) -> Result<(Plan, Builder), ReadError> {
    let Layout { separator, header, rows } = layout;
    let table = table(header, rows);
    let columns = || table.headers.iter().map(|header| header.shown.clone()).collect();
    let path_buf = || path.to_owned();
    let shape = recognise::shape(&table.headers);
    let known = options.known.iter().find(|known| known.shape == shape);
    let mark = || shape.clone();
    let told = known.map(|known| with(options, known));
    let told = told.as_ref().unwrap_or(options);
    let recognised = recognise::recognise(&table, told).map_err(|why| match why {
        Unrecognised::Unwanted(what) => ReadError::Unwanted { path: path_buf(), what, shape: mark() },
        Unrecognised::Unknown => {
            ReadError::NotRecognised { path: path_buf(), columns: columns(), shape: mark() }
        }
        Unrecognised::Nameless(kind) => {
            ReadError::NoNameColumn { path: path_buf(), kind, columns: columns(), shape: mark() }
        }
    })?;
    // What was told of another file may miss its column here; what is told now should not.
    let mut unused = recognised.unused;
    unused.retain(|correction| options.corrections.contains(correction));
    let mut plan = Plan {
        system: recognised.system,
        kind: recognised.kind,
        encoding: detected.encoding.name(),
        damaged: detected.damaged,
        separator: char::from(separator),
        header_row: header.map(|at| at as u64 + 1),
        columns: recognised.columns,
        rows: 0,
        is_known: known.is_some(),
        shape,
        unused,
        left: vec![],
    };
    let mut survey = Survey::new(&plan.columns);
    let failed = |error| ReadError::Io { path: path_buf(), error };
    let mut reader = data_rows(data, detected, &plan).map_err(failed)?;
    let mut cells = Cells::default();
    loop {
        match reader.read(&mut cells).map_err(failed)? {
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
    survey.decide(&mut plan, &table.headers, told);
    let builder = Builder::new(&plan, &table, options.currency);
    Ok((plan, builder))
}

/// What is told now, and beneath it what was told before.
fn with(options: &Options, known: &Told) -> Options {
    let corrections = known.corrections.iter().chain(&options.corrections);
    Options {
        kind: options.kind.or(known.kind),
        corrections: corrections.cloned().collect(),
        currency: options.currency,
        date_order: options.date_order.or(known.date_order),
        known: vec![],
    }
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
fn data_rows(data: &Path, detected: Detected, plan: &Plan) -> io::Result<Rows<Decoded<File>>> {
    let file = File::open(data)?;
    let separator = u8::try_from(plan.separator).unwrap_or(b',');
    let mut rows = Rows::new(Decoded::new(file, detected.encoding), separator, Limits::default());
    let mut cells = Cells::default();
    for _ in 0..plan.header_row.unwrap_or(0) {
        rows.read(&mut cells)?;
    }
    rows.expect_width(plan.columns.len());
    Ok(rows)
}
