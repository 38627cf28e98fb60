//! The rows of an import that were refused, as a file to put them right by.

use std::fs::OpenOptions;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use super::csv;
use super::model::{ImportOut, RefusedRowOut};
use crate::exchange::csv::guard_formula;

/// Writes them as CSV, each with its file, column, value and reason; never over a file that is there.
///
/// # Errors
/// What kept the file from being written.
pub fn write(import: &ImportOut, path: &Path) -> io::Result<()> {
    let mut out = BufWriter::new(OpenOptions::new().write(true).create_new(true).open(path)?);
    let columns = csv::columns::<RefusedRowOut>()?;
    let rows = import.files.iter().flat_map(|file| {
        file.rejected.iter().map(|row| {
            io::Result::Ok(RefusedRowOut {
                file: file.file.clone(),
                row: row.row,
                column: row.column.clone(),
                value: row.value.clone(),
                reason: row.reason.clone(),
                code: row.code.clone(),
            })
        })
    });
    csv::write(&mut out, &columns, rows, guard_formula)?;
    out.flush()
}
