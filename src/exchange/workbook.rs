//! Excel workbooks: each sheet is laid out as a table of text in a file of its own, gone when it is no longer
//! needed, and read like any other table. Formulas are not run: their last values stand in the file.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use calamine::{DataRef, ExcelDateTime, Reader, SheetVisible, Xlsx, XlsxError};
use tempfile::{NamedTempFile, TempPath};

use super::ReadError;

/// A sheet as a table of text.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// What the person calls it: the file, and the sheet where there are several.
    pub path: PathBuf,
    /// Where its text is.
    pub data: Arc<TempPath>,
}

/// The sheets of a workbook that hold anything, hidden ones apart; its bytes are in `data`.
///
/// # Errors
/// Where it is no workbook that can be read.
pub fn sheets(path: &Path, data: &Path) -> Result<Vec<Sheet>, ReadError> {
    let broken = |error: XlsxError| match error {
        XlsxError::Io(error) => ReadError::Io { path: path.to_owned(), error },
        error => ReadError::Workbook { path: path.to_owned(), why: error.to_string() },
    };
    let file = File::open(data).map_err(|error| broken(error.into()))?;
    let mut workbook: Xlsx<_> = Xlsx::new(BufReader::new(file)).map_err(broken)?;
    let shown = workbook.sheets_metadata().iter().filter(|sheet| sheet.visible == SheetVisible::Visible);
    let names: Vec<String> = shown.map(|sheet| sheet.name.clone()).collect();
    let mut found = vec![];
    for name in names {
        if let Some(data) = lay_out(&mut workbook, &name).map_err(broken)? {
            found.push((name, Arc::new(data)));
        }
    }
    let is_one = found.len() == 1;
    let path_of = |name: &str| match is_one {
        true => path.to_owned(),
        false => PathBuf::from(format!("{} [{name}]", path.display())),
    };
    Ok(found.into_iter().map(|(name, data)| Sheet { path: path_of(&name), data }).collect())
}

/// Writes a sheet as text, its rows where a spreadsheet program shows them; none where it is empty.
fn lay_out(workbook: &mut Xlsx<BufReader<File>>, name: &str) -> Result<Option<TempPath>, XlsxError> {
    // A sheet of charts has no cells.
    let mut cells = match workbook.worksheet_cells_reader(name) {
        Err(XlsxError::WorksheetNotFound(_) | XlsxError::NotAWorksheet(_)) => return Ok(None),
        cells => cells?,
    };
    let mut file = NamedTempFile::new()?;
    let mut out = BufWriter::new(file.as_file_mut());
    let (mut line, mut row) = (0, Row::default());
    let mut is_empty = true;
    while let Some(cell) = cells.next_cell()? {
        let (number, column) = cell.get_position();
        let text = text(cell.get_value());
        if text.is_empty() {
            continue;
        }
        while line < number {
            row.write(&mut out)?;
            line += 1;
        }
        row.put(column as usize, text);
        is_empty = false;
    }
    row.write(&mut out)?;
    out.flush()?;
    drop(out);
    Ok((!is_empty).then(|| file.into_temp_path()))
}

/// The cells of one row. Rows are as wide as the widest before them: a workbook leaves out empty cells at the
/// end, and a header is not shorter than what stands under it.
#[derive(Default)]
struct Row {
    cells: Vec<String>,
    width: usize,
}

impl Row {
    fn put(&mut self, column: usize, text: String) {
        if self.cells.len() <= column {
            self.cells.resize(column + 1, String::new());
        }
        self.cells[column] = text;
    }

    fn write(&mut self, out: &mut impl Write) -> io::Result<()> {
        if !self.cells.is_empty() {
            self.width = self.width.max(self.cells.len());
            self.cells.resize(self.width, String::new());
            for (at, cell) in self.cells.drain(..).enumerate() {
                let comma = if at == 0 { "" } else { "," };
                write!(out, "{comma}\"{}\"", cell.replace('"', "\"\""))?;
            }
        }
        writeln!(out)
    }
}

/// A cell as a table of text holds it.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => decimal(*number),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(yes) => if *yes { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::DateTime(moment) => moment_text(moment),
        DataRef::Error(error) => error.to_string(),
    }
}

/// A number as a spreadsheet program shows it, with fifteen figures; never with three decimals, which could
/// be taken for thousands.
fn decimal(number: f64) -> String {
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    let text = rounded.to_string();
    match text.split_once('.') {
        Some((_, decimals)) if decimals.len() == 3 => format!("{text}0"),
        _ => text,
    }
}

/// A day, a day with its time, a time alone, or how long something took.
fn moment_text(moment: &ExcelDateTime) -> String {
    if moment.is_duration() {
        let seconds = (moment.as_f64() * 86_400.0).round().max(0.0) as u64;
        return format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    match (moment.as_f64() < 1.0, (hour, minute, second)) {
        (true, _) => time,
        (false, (0, 0, 0)) => format!("{year:04}-{month:02}-{day:02}"),
        (false, _) => format!("{year:04}-{month:02}-{day:02} {time}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(42_000.0, "42000")]
    #[case(0.1 + 0.2, "0.3")]
    #[case(1.234, "1.2340")]
    #[case(1234.5, "1234.5")]
    #[case(13_800_138_000.0, "13800138000")]
    #[case(-0.25, "-0.25")]
    fn a_number_is_written_as_it_is_shown(#[case] number: f64, #[case] expected: &str) {
        assert_eq!(decimal(number), expected);
    }
}
