//! Tags and custom values of any record.

use super::Done;
use super::input::Hanging;
use crate::domain::deed::Deed;
use crate::domain::id::Id;
use crate::domain::word::RecordKind;
use crate::store::table::account::Account;
use crate::store::table::activity::Activity;
use crate::store::table::commitment::Commitment;
use crate::store::table::contact::Contact;
use crate::store::table::deal::Deal;
use crate::store::table::order::SmallOrder;
use crate::store::table::product::Product;
use crate::store::table::special_day::SpecialDay;
use crate::store::{Book, Error, Label, Writer};

/// Puts a tag on records, all in one operation.
///
/// # Errors
/// [`super::Problem::Missing`] where the tag has no letters, [`super::Problem::Store`] where a record is
/// gone.
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
            must_exist(writer, kind, *record)?;
            hanging.apply(writer, kind, *record)?;
        }
        Ok(((), Label::new(deed, tag.trim_start_matches('#')).with(records.len().to_string())))
    })
}

/// What hangs on records of any kind has no foreign key, so it is seen to here.
pub(super) fn must_exist(writer: &Writer<'_>, kind: RecordKind, record: Id) -> Result<(), Error> {
    match kind {
        RecordKind::Account => writer.row::<Account>(record).map(drop),
        RecordKind::Contact => writer.row::<Contact>(record).map(drop),
        RecordKind::Deal => writer.row::<Deal>(record).map(drop),
        RecordKind::Activity => writer.row::<Activity>(record).map(drop),
        RecordKind::Product => writer.row::<Product>(record).map(drop),
        RecordKind::Order => writer.row::<SmallOrder>(record).map(drop),
        RecordKind::Commitment => writer.row::<Commitment>(record).map(drop),
        RecordKind::SpecialDay => writer.row::<SpecialDay>(record).map(drop),
    }
}
