//! Links: files and addresses that belong to a record.

use super::problem::{Place, Problem};
use super::{Done, input, tag};
use crate::domain::deed::Deed;
use crate::domain::id::Id;
use crate::domain::text::clean_line;
use crate::domain::word::RecordKind;
use crate::store::{Book, Label};

/// Hangs a file or an address on a record, after those that are there. It is named, never copied or opened.
///
/// # Errors
/// [`Problem::Missing`] without a target, [`Problem::Store`] where the record is gone.
pub fn add(book: &mut Book, kind: RecordKind, record: Id, label: Option<&str>, target: &str) -> Done<Id> {
    book.operate(|writer| {
        tag::must_exist(writer, kind, record)?;
        let target = clean_line(target);
        if target.is_empty() {
            return Err(Problem::Missing(Place::Text));
        }
        let label = input::line(Some(label.map(str::to_owned))).flatten();
        let link = writer.insert_link(kind, record, label, target)?;
        Ok((link.id, Label::new(Deed::AddLink, link.label.unwrap_or(link.target))))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ops::testbook;
    use crate::store::table::attachment::Link;

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
}
