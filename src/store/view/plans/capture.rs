//! Names in a line that is captured: looked up at every key.

use super::assert_reads_little;
use crate::domain::capture::Names;
use crate::domain::id::Id;

#[test]
fn names_are_found_by_their_indexes() {
    assert_reads_little(|book| drop(book.called("acme foods", &[]).unwrap()));
    assert_reads_little(|book| drop(book.called("王", &[]).unwrap()));
    assert_reads_little(|book| drop(book.called("P-7", &[]).unwrap()));
}

#[test]
fn names_at_an_account_are_found_among_its_own() {
    assert_reads_little(|book| drop(book.called("jane", &[Id(1), Id(2)]).unwrap()));
    assert_reads_little(|book| drop(book.open_deals(Id(1)).unwrap()));
}
