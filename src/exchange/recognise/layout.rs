//! How a file of separated values is laid out: what parts its cells, and in which row the header is.

use super::content::is_data;
use super::header::Header;
use super::is_known;
use crate::exchange::csv::{Cells, Limits, Rows, Step};

/// What parts cells in the wild, the most usual first.
const SEPARATORS: [u8; 4] = *b",;\t|";
/// Rows that are looked at for the layout.
const ROWS: usize = 1000;
/// A header stands among the first rows.
const HEADER_WITHIN: usize = 30;

/// Of a row, so many cells are compared with known headers.
const CELLS: usize = 200;

/// How a file is laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// What parts its cells.
    pub separator: u8,
    /// The header's place among the rows, from 0; None where the first row is already data.
    pub header: Option<usize>,
    /// Its first rows, the header and what stands before it among them.
    pub rows: Vec<Vec<String>>,
}

/// Finds the layout from the beginning of a file; `whole` where that is all of it.
pub fn find_layout(text: &str, whole: bool) -> Layout {
    let told = told_separator(text);
    let candidates: Vec<u8> = told.map_or(SEPARATORS.to_vec(), |separator| vec![separator]);
    let mut best: Option<(f64, Layout)> = None;
    for separator in candidates {
        let rows = first_rows(text, separator, whole);
        let (score, header) = judge(&rows, told.is_some());
        if best.as_ref().is_none_or(|(least, _)| score > *least) {
            best = Some((score, Layout { separator, header, rows }));
        }
    }
    best.map_or(Layout { separator: b',', header: None, rows: Vec::new() }, |(_, layout)| layout)
}

/// Spreadsheet programs may say it in the first line: `sep=;`.
fn told_separator(text: &str) -> Option<u8> {
    let first = text.lines().next()?.trim().trim_matches('"');
    let rest = first.strip_prefix("sep=")?;
    rest.bytes().next().filter(|byte| rest.len() == 1 && byte.is_ascii() && !byte.is_ascii_alphanumeric())
}

fn first_rows(text: &str, separator: u8, whole: bool) -> Vec<Vec<String>> {
    let mut reader = Rows::new(text.as_bytes(), separator, Limits::default());
    let mut cells = Cells::default();
    let mut rows = Vec::new();
    while rows.len() < ROWS {
        match reader.read(&mut cells) {
            Ok(Step::Row(_)) => rows.push(cells.iter().map(str::to_owned).collect()),
            Ok(Step::Broken(_)) => rows.push(Vec::new()),
            Ok(Step::End) | Err(_) => {
                // The last row may be cut off.
                if !whole && rows.len() > 1 {
                    rows.pop();
                }
                break;
            }
        }
    }
    rows
}

/// How much speaks for a separator, and where the header then is.
fn judge(rows: &[Vec<String>], told: bool) -> (f64, Option<usize>) {
    let filled: Vec<usize> = rows.iter().filter(|row| !is_blank(row)).map(Vec::len).collect();
    let usual = most_usual(&filled);
    let alike = filled.iter().filter(|width| **width == usual).count();
    let header = find_header(rows, usual, usize::from(told));
    let known = header.map_or(0, |at| count_known(&rows[at]));
    let share = alike as f64 / filled.len().max(1) as f64;
    (share * share * (usual.max(1) as f64).ln() + known as f64, header)
}

/// The header: a row of known words, or else the first row of the usual width that is not data.
fn find_header(rows: &[Vec<String>], usual: usize, from: usize) -> Option<usize> {
    let candidates =
        || rows.iter().enumerate().take(HEADER_WITHIN).skip(from).filter(|(_, row)| !is_blank(row));
    let speaks = |row: &[String]| {
        let filled = row.iter().filter(|cell| !cell.trim().is_empty()).count();
        let known = count_known(row);
        known >= 1 && row.len() + 1 >= usual && (known * 3 >= filled || known >= 3)
    };
    if let Some((at, _)) = candidates().find(|(_, row)| speaks(row)) {
        return Some(at);
    }
    let (at, row) = candidates().find(|(_, row)| row.len() >= usual)?;
    let data = row.iter().any(|cell| is_data(cell));
    (!data).then_some(at)
}

fn count_known(row: &[String]) -> usize {
    let headers = row.iter().take(CELLS).map(|cell| Header::of(cell));
    headers.filter(|header| !header.key.is_empty() && is_known(header)).count()
}

fn is_blank(row: &[String]) -> bool {
    row.iter().all(|cell| cell.trim().is_empty())
}

/// The width that most rows have; of several, the largest.
fn most_usual(widths: &[usize]) -> usize {
    let count = |width: usize| widths.iter().filter(|other| **other == width).count();
    let mut distinct = widths.to_vec();
    distinct.sort_unstable();
    distinct.dedup();
    distinct.into_iter().max_by_key(|width| count(*width)).unwrap_or(0)
}
