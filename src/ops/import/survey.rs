//! Files looked at before anything is taken from them: what was recognised, and their first rows.

use std::path::PathBuf;

use super::report::Stopped;
use super::run::Import;
use crate::exchange::{Glance, Plan, ReadError, Source, Told};
use crate::store::Book;

/// What was understood of a file.
#[derive(Debug)]
pub struct Surveyed {
    /// What the person calls it: the file, with the sheet where it has several.
    pub path: PathBuf,
    /// What was understood, and its first rows; or why nothing of it can be taken.
    pub found: Result<(Plan, Vec<Glance>), ReadError>,
    /// What was told of files of its shape, now or before.
    pub told: Option<Told>,
}

/// Looks at the files of an import, and at the first `rows` of each. Nothing is written.
///
/// # Errors
/// What the book could not give; what is wrong with a file stands beside it.
pub fn survey(book: &Book, import: &Import, rows: usize) -> Result<Vec<Surveyed>, Stopped> {
    let options = import.options(book)?;
    let mut all = vec![];
    for path in &import.files {
        for (path, source) in Source::open_all(path, import.data_of(path), &options) {
            let found = source.and_then(|source| {
                let glances = source.glance(rows)?;
                Ok((source.plan().clone(), glances))
            });
            let told =
                shape(&found).and_then(|shape| options.known.iter().find(|known| known.shape == shape));
            all.push(Surveyed { path, told: told.cloned(), found });
        }
    }
    Ok(all)
}

impl Surveyed {
    /// The mark of its shape, where it has one by which more can be told of it.
    pub fn shape(&self) -> Option<&str> {
        shape(&self.found)
    }
}

fn shape(found: &Result<(Plan, Vec<Glance>), ReadError>) -> Option<&str> {
    match found {
        Ok((plan, _)) => Some(&plan.shape),
        Err(
            ReadError::Unwanted { shape, .. }
            | ReadError::NotRecognised { shape, .. }
            | ReadError::NoNameColumn { shape, .. },
        ) => Some(shape),
        Err(_) => None,
    }
}
