//! Excel workbooks: each sheet is laid out as a table of text. Formulas are not run: their last values stand in
//! the file.

use std::fs::File;
use std::io::{self, BufReader};
use std::path::Path;

use calamine::{DataRef, ExcelDateTime, Reader, SheetVisible, Xlsx, XlsxError};
use tempfile::TempPath;

use super::ReadError;
use super::laid_out::{Sheet, Table, called};
use super::unfolded;

/// Rows of the largest sheet that spreadsheet programs know.
const ROWS: u32 = 1 << 20;
/// Columns of the largest sheet that they know.
const COLUMNS: u32 = 1 << 14;

/// The sheets of a workbook that hold anything, hidden ones apart; its bytes are in `data`.
///
/// # Errors
/// Where it is no workbook that can be read.
pub fn sheets(path: &Path, data: &Path) -> Result<Vec<Sheet>, ReadError> {
    let broken = |error: XlsxError| match error {
        XlsxError::Io(error) => ReadError::Io { path: path.to_owned(), error },
        error => ReadError::Workbook { path: path.to_owned(), why: error.to_string() },
    };
    let bytes = match unfolded::bearable(data) {
        Ok(Some(bytes)) => bytes,
        Ok(None) => return Err(ReadError::TooLarge(path.to_owned())),
        Err(error) => return Err(ReadError::Workbook { path: path.to_owned(), why: error.to_string() }),
    };
    let file = File::open(data).map_err(|error| broken(error.into()))?;
    let mut workbook: Xlsx<_> = Xlsx::new(BufReader::new(file)).map_err(broken)?;
    let shown = workbook.sheets_metadata().iter().filter(|sheet| sheet.visible == SheetVisible::Visible);
    let names: Vec<String> = shown.map(|sheet| sheet.name.clone()).collect();
    let mut found = vec![];
    for name in names {
        match lay_out(&mut workbook, &name, bytes).map_err(broken)? {
            Laid::Table(data) => found.push((name, data)),
            Laid::Nothing => {}
            Laid::TooMuch => return Err(ReadError::TooLarge(path.to_owned())),
        }
    }
    Ok(called(path, found))
}

/// What laying out a sheet came to.
enum Laid {
    /// Its text.
    Table(TempPath),
    /// There is nothing in it.
    Nothing,
    /// It is larger than any sheet may be.
    TooMuch,
}

/// Writes a sheet as text, its rows where a spreadsheet program shows them; the whole workbook holds so many bytes.
fn lay_out(workbook: &mut Xlsx<BufReader<File>>, name: &str, bytes: u64) -> Result<Laid, XlsxError> {
    // A sheet of charts has no cells.
    let mut cells = match workbook.worksheet_cells_reader(name) {
        Err(XlsxError::WorksheetNotFound(_) | XlsxError::NotAWorksheet(_)) => return Ok(Laid::Nothing),
        cells => cells?,
    };
    let mut table = Table::of(bytes)?;
    let (mut line, mut row) = (0, Row::default());
    let mut is_empty = true;
    while let Some(cell) = cells.next_cell()? {
        let (number, column) = cell.get_position();
        if number >= ROWS || column >= COLUMNS {
            return Ok(Laid::TooMuch);
        }
        let text = text(cell.get_value());
        if text.is_empty() {
            continue;
        }
        while line < number {
            if !row.write(&mut table)? {
                return Ok(Laid::TooMuch);
            }
            line += 1;
        }
        row.put(column as usize, text);
        is_empty = false;
    }
    if !row.write(&mut table)? {
        return Ok(Laid::TooMuch);
    }
    if is_empty { Ok(Laid::Nothing) } else { Ok(Laid::Table(table.end()?)) }
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

    /// Writes what was put into it and empties it; whether there was room.
    fn write(&mut self, table: &mut Table) -> io::Result<bool> {
        if !self.cells.is_empty() {
            self.width = self.width.max(self.cells.len());
            self.cells.resize(self.width, String::new());
        }
        table.row(self.cells.drain(..))
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
pub(super) fn decimal(number: f64) -> String {
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
