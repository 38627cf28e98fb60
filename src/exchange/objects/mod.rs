//! JSON that other programs write: lists of records, each laid out as a table of text whose columns are the
//! names of their fields. One list alone, several under their names, or one record a line.

mod cells;
mod stream;

use std::collections::HashSet;
use std::path::Path;

use serde_json::{Map, Value};
use tempfile::TempPath;

use super::ReadError;
use super::laid_out::{Sheet, Table, called};
use stream::Fault;

/// Different fields that the records of a list may have.
const FIELDS: usize = 4_096;
/// Lists of one document.
const LISTS: usize = 64;

/// The lists of records in a document, whose bytes are in `data`.
///
/// # Errors
/// Where it is damaged, nested too deeply, larger than can be read, or holds no records.
pub fn lists(path: &Path, data: &Path) -> Result<Vec<Sheet>, ReadError> {
    let failed = |fault: Fault| match fault {
        Fault::Io(error) => ReadError::Io { path: path.to_owned(), error },
        Fault::Json(error) => ReadError::Json { path: path.to_owned(), why: error.to_string() },
        Fault::TooLarge => ReadError::TooLarge(path.to_owned()),
    };
    let mut columns: Vec<Columns> = Vec::new();
    stream::each(data, &mut |list, record| find(&mut columns, list)?.learn(&record)).map_err(failed)?;
    let mut found = Vec::new();
    for columns in columns.into_iter().filter(|columns| !columns.names.is_empty()) {
        let text = lay_out(data, &columns).map_err(failed)?;
        found.push((columns.list, text));
    }
    Ok(called(path, found))
}

/// The fields of a list, in the order in which they were met.
struct Columns {
    list: String,
    names: Vec<String>,
    known: HashSet<String>,
}

impl Columns {
    fn learn(&mut self, record: &Map<String, Value>) -> Result<(), Fault> {
        for (name, _) in cells::of(record) {
            if !self.known.contains(&name) {
                self.known.insert(name.clone());
                self.names.push(name);
            }
        }
        if self.names.len() > FIELDS { Err(Fault::TooLarge) } else { Ok(()) }
    }
}

fn find<'a>(all: &'a mut Vec<Columns>, list: &str) -> Result<&'a mut Columns, Fault> {
    let place = match all.iter().position(|columns| columns.list == list) {
        Some(place) => place,
        None => {
            all.push(Columns { list: list.to_owned(), names: Vec::new(), known: HashSet::new() });
            all.len() - 1
        }
    };
    if all.len() > LISTS { Err(Fault::TooLarge) } else { Ok(&mut all[place]) }
}

fn lay_out(data: &Path, columns: &Columns) -> Result<TempPath, Fault> {
    let mut table = Table::of(std::fs::metadata(data)?.len())?;
    let mut has_room = table.row(&columns.names)?;
    stream::each(data, &mut |list, record| {
        if list == columns.list {
            let mut cells: Map<String, Value> =
                cells::of(&record).into_iter().map(|(name, text)| (name, Value::String(text))).collect();
            let texts = columns.names.iter().map(|name| match cells.remove(name) {
                Some(Value::String(text)) => text,
                _ => String::new(),
            });
            has_room &= table.row(texts)?;
        }
        if has_room { Ok(()) } else { Err(Fault::TooLarge) }
    })?;
    Ok(table.end()?)
}
