//! Links: files and addresses that belong to a record.

use super::input::{Field, Set};
use super::problem::{Place, Problem};
use super::{Done, input, tag};
use crate::domain::deed::Deed;
use crate::domain::id::Id;
use crate::domain::text::clean_line;
use crate::domain::word::RecordKind;
use crate::store::table::attachment::Link;
use crate::store::{Book, Label};

/// Hangs a file or an address on a record, after those that are there. It is named, never copied or opened.
///
/// # Errors
/// [`Problem::Missing`] without a target, [`Problem::Store`] where the record is gone.
pub fn add(book: &mut Book, kind: RecordKind, record: Id, label: Option<&str>, target: &str) -> Done<Id> {
    book.operate(|writer| {
        tag::must_exist(writer, kind, record)?;
        let target = target_of(target)?;
        let label = input::line(Some(label.map(str::to_owned))).flatten();
        let link = writer.insert_link(kind, record, label, target)?;
        Ok((link.id, Label::new(Deed::AddLink, link.label.unwrap_or(link.target))))
    })
}

/// Changes what a link is called, and where it leads; what is not told stays as it is.
///
/// # Errors
/// [`Problem::Missing`] where it would lead nowhere.
pub fn edit(book: &mut Book, id: Id, label: Field<String>, target: Option<&str>) -> Done<Id> {
    book.operate(|writer| {
        let before: Link = writer.row(id)?;
        let mut link = before.clone();
        input::line(label).put(&mut link.label);
        if let Some(target) = target {
            link.target = target_of(target)?;
        }
        if link != before {
            writer.update_link(&link)?;
        }
        Ok((id, Label::new(Deed::EditLink, link.label.unwrap_or(link.target))))
    })
}

/// Takes a link off its record; what it leads to stays where it is.
///
/// # Errors
/// [`Problem::Store`] where there is no such link.
pub fn delete(book: &mut Book, id: Id) -> Done<()> {
    book.operate(|writer| {
        let link: Link = writer.row(id)?;
        writer.delete_link(id)?;
        Ok(((), Label::new(Deed::DeleteLink, link.label.unwrap_or(link.target))))
    })
}

fn target_of(text: &str) -> Result<String, Problem> {
    let target = clean_line(text);
    if target.is_empty() { Err(Problem::Missing(Place::Text)) } else { Ok(target) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ops::history;
    use crate::ops::testbook;

    #[test]
    fn links_keep_the_order_in_which_they_were_hung() {
        let (mut book, account) = testbook::with_account();
        let mut hang =
            |label, target| add(&mut book, RecordKind::Account, account, label, target).unwrap().value;
        let (first, second) = (hang(Some("map"), "https://example.org/map"), hang(None, "offer.pdf"));
        let (first, second): (Link, Link) = (book.row(first).unwrap(), book.row(second).unwrap());
        assert!(first.position < second.position);
        assert_eq!((first.label.as_deref(), second.label), (Some("map"), None));
    }

    #[test]
    fn a_link_leads_somewhere_from_a_record_that_is_there() {
        let (mut book, account) = testbook::with_account();
        assert!(matches!(add(&mut book, RecordKind::Account, account, None, " "), Err(Problem::Missing(_))));
        assert!(matches!(add(&mut book, RecordKind::Deal, account, None, "x"), Err(Problem::Store(_))));
    }

    #[test]
    fn a_link_is_changed_and_taken_off_and_comes_back() {
        let (mut book, account) = testbook::with_account();
        let id = add(&mut book, RecordKind::Account, account, Some("map"), "a.pdf").unwrap().value;
        edit(&mut book, id, Some(None), Some("b.pdf")).unwrap();
        let link: Link = book.row(id).unwrap();
        assert_eq!((link.label, link.target.as_str()), (None, "b.pdf"));
        assert!(matches!(edit(&mut book, id, None, Some(" ")), Err(Problem::Missing(_))));
        delete(&mut book, id).unwrap();
        assert!(book.links_of(account).unwrap().is_empty());
        history::undo(&mut book, None).unwrap();
        assert_eq!(book.links_of(account).unwrap().len(), 1);
    }
}
