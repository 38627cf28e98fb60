//! Tags and custom values of any record.

use super::input::Hanging;
use super::{Done, input};
use crate::domain::deed::Deed;
use crate::domain::id::Id;
use crate::domain::word::RecordKind;
use crate::store::table::account::Account;
use crate::store::table::activity::Activity;
use crate::store::table::attachment::Tag;
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
/// [`super::Problem::Missing`] where the tag has no letters, [`Problem::Store`] where a record is
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

/// Gives a tag another name. Where another tag has that name, the two become one.
///
/// # Errors
/// [`super::Problem::Missing`] where nothing is left of the name.
pub fn rename(book: &mut Book, id: Id, name: &str) -> Done<Id> {
    book.operate(|writer| {
        let tag: Tag = writer.row(id)?;
        let (name, name_key) = input::name(name.trim().trim_start_matches('#'))?;
        let label = |deed| Label::new(deed, &tag.name).with(&name);
        match writer.known_tag(&name_key)?.filter(|other| other.id != id) {
            Some(other) => {
                writer.merge_tag(id, other.id)?;
                Ok((other.id, label(Deed::MergeTags)))
            }
            None => {
                if tag.name != name {
                    writer.update_tag(&Tag { id, name: name.clone(), name_key })?;
                }
                Ok((id, label(Deed::RenameTag)))
            }
        }
    })
}

/// Takes a tag off all records that it is on, and out of the book.
///
/// # Errors
/// [`super::Problem::Store`] where there is no such tag.
pub fn delete(book: &mut Book, id: Id) -> Done<()> {
    book.operate(|writer| {
        let tag: Tag = writer.row(id)?;
        let records = writer.tag_uses(id)?;
        writer.delete_tag(id)?;
        Ok(((), Label::new(Deed::DeleteTag, tag.name).with(records.to_string())))
    })
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ops::{history, testbook};

    fn names(book: &Book) -> Vec<String> {
        book.tags().unwrap().into_iter().map(|tag| tag.name).collect()
    }

    #[test]
    fn a_tag_renamed_to_another_becomes_one_with_it_once_on_each_record() {
        let (mut book, account) = testbook::with_account();
        for tag in ["hot", "Warm"] {
            add(&mut book, tag, RecordKind::Account, &[account]).unwrap();
        }
        let hot = book.tags().unwrap()[0].id;
        rename(&mut book, hot, "#warm").unwrap();
        assert_eq!(names(&book), ["Warm"]);
        assert_eq!(book.tags_of(&[account]).unwrap()[&account], ["Warm"]);
        history::undo(&mut book, None).unwrap();
        assert_eq!(book.tags_of(&[account]).unwrap()[&account], ["hot", "Warm"]);
        rename(&mut book, hot, "Hot!").unwrap();
        assert_eq!(names(&book), ["Hot!", "Warm"]);
    }

    #[test]
    fn a_deleted_tag_is_on_no_record_until_it_is_undone() {
        let (mut book, account) = testbook::with_account();
        add(&mut book, "hot", RecordKind::Account, &[account]).unwrap();
        let hot = book.tags().unwrap()[0].id;
        delete(&mut book, hot).unwrap();
        assert!(names(&book).is_empty() && book.tags_of(&[account]).unwrap().is_empty());
        history::undo(&mut book, None).unwrap();
        assert_eq!(book.tags_of(&[account]).unwrap()[&account], ["hot"]);
    }
}
