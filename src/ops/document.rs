//! A whole book out of one document, as `export all` writes it.

use std::fs::File;
use std::path::Path;

use crate::domain::deed::Deed;
use crate::domain::text::clean_line;
use crate::store::dump::LoadError;
use crate::store::{Book, Label, Outcome};

/// Takes a document into an empty book, in the place of what the first start filled in: one operation, which
/// one undo takes back. The number of rows. With `dry_run` nothing is written.
///
/// # Errors
/// [`LoadError`]; nothing was written then.
pub fn take(book: &mut Book, path: &Path, dry_run: bool) -> Result<Outcome<u64>, LoadError> {
    let file = File::open(path)?;
    let name = clean_line(&path.file_name().unwrap_or_default().to_string_lossy());
    let work = |writer: &crate::store::Writer<'_>| {
        let rows = writer.load(file)?;
        Ok((rows, Label::new(Deed::ImportFiles, name).with(rows.to_string())))
    };
    if dry_run { book.rehearse(work) } else { book.operate(work) }
}
