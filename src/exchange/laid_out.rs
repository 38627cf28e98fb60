//! What is no table of text, laid out as one: in a file of its own, gone when it is no longer needed, and read
//! like any other table.

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tempfile::{NamedTempFile, TempPath};

/// A sheet of a workbook, or a list of a document, as a table of text.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// What the person calls it: the file, and the sheet where there are several.
    pub path: PathBuf,
    /// Where its text is.
    pub data: Arc<TempPath>,
}

/// The sheets of a file, each called by its name where there are several.
pub(super) fn called(path: &Path, found: Vec<(String, TempPath)>) -> Vec<Sheet> {
    let is_one = found.len() == 1;
    let path_of = |name: &str| match is_one {
        true => path.to_owned(),
        false => PathBuf::from(format!("{} [{name}]", path.display())),
    };
    found.into_iter().map(|(name, data)| Sheet { path: path_of(&name), data: Arc::new(data) }).collect()
}

/// Bytes that the table of any file may take.
const ROOM: u64 = 64 << 20;
/// How many times its file a table may take: empty cells take room in it that they do not take there.
const TIMES: u64 = 8;
/// Bytes that no table may take: more than any real one has, less than a disk.
const MOST: u64 = 2 << 30;

/// A table that is being laid out, up to a number of bytes.
pub(super) struct Table {
    out: BufWriter<NamedTempFile>,
    room: u64,
}

impl Table {
    /// An empty table of a file that holds so many bytes.
    pub fn of(bytes: u64) -> io::Result<Table> {
        let room = bytes.saturating_mul(TIMES).saturating_add(ROOM).min(MOST);
        Ok(Table { out: BufWriter::new(NamedTempFile::new()?), room })
    }

    /// Writes a row; whether there was room for it.
    pub fn row(&mut self, cells: impl IntoIterator<Item = impl AsRef<str>>) -> io::Result<bool> {
        for (at, cell) in cells.into_iter().enumerate() {
            let cell = cell.as_ref();
            let length = cell.len() as u64 + 3;
            if length > self.room {
                return Ok(false);
            }
            self.room -= length;
            if at > 0 {
                self.out.write_all(b",")?;
            }
            // Most cells of a wide table are empty.
            if !cell.is_empty() || at == 0 {
                write!(self.out, "\"{}\"", cell.replace('"', "\"\""))?;
            }
        }
        writeln!(self.out)?;
        Ok(true)
    }

    /// The whole table.
    pub fn end(self) -> io::Result<TempPath> {
        Ok(self.out.into_inner().map_err(io::IntoInnerError::into_error)?.into_temp_path())
    }
}
