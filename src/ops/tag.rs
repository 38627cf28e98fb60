//! Tags and custom values of any record.

use super::Done;
use super::input::Hanging;
use crate::domain::deed::Deed;
use crate::domain::id::Id;
use crate::domain::word::RecordKind;
use crate::store::{Book, Label};

/// Puts a tag on records, all in one operation.
///
/// # Errors
/// [`super::Problem::Missing`] where the tag has no letters.
pub fn add(book: &mut Book, tag: &str, kind: RecordKind, records: &[Id]) -> Done<()> {
    hang(
        book,
        Deed::TagRecord,
        tag,
        kind,
        records,
        &Hanging { tags: vec![tag.to_owned()], ..Hanging::default() },
    )
}

/// Takes a tag off records, all in one operation.
///
/// # Errors
/// As [`add`].
pub fn remove(book: &mut Book, tag: &str, kind: RecordKind, records: &[Id]) -> Done<()> {
    let hanging = Hanging { untags: vec![tag.to_owned()], ..Hanging::default() };
    hang(book, Deed::UntagRecord, tag, kind, records, &hanging)
}

fn hang(
    book: &mut Book,
    deed: Deed,
    tag: &str,
    kind: RecordKind,
    records: &[Id],
    hanging: &Hanging,
) -> Done<()> {
    book.operate(|writer| {
        for record in records {
            hanging.apply(writer, kind, *record)?;
        }
        Ok(((), Label::new(deed, tag.trim_start_matches('#')).with(records.len().to_string())))
    })
}
