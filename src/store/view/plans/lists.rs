//! Lists: every window goes by an index, and ends where it ends.

use rstest::rstest;

use super::super::lines::{AccountLine, ActivityLine, ContactLine, DealLine, OrderLine};
use super::super::list::{Clause, Line};
use super::{assert_in_order, assert_reads_little, windows};
use crate::domain::filter::Kind;
use crate::domain::id::Id;
use crate::domain::word::RecordKind;
use crate::store::Book;

#[test]
fn lists_by_their_usual_order() {
    let read = |book: &Book| {
        windows::<DealLine>(book, &book.clause(Kind::Deals, "").unwrap(), DealLine::ORDER);
        windows::<AccountLine>(book, &Clause::default(), AccountLine::ORDER);
        windows::<ContactLine>(book, &Clause::default(), ContactLine::ORDER);
        windows::<ActivityLine>(book, &Clause::default(), ActivityLine::ORDER);
        windows::<OrderLine>(book, &Clause::default(), OrderLine::ORDER);
    };
    assert_reads_little(read);
    assert_in_order(read);
}

#[rstest]
fn open_deals_by_columns_of_their_own(
    #[values("close_date", "name", "next_on", "created", "updated")] key: &str,
    #[values(false, true)] down: bool,
) {
    let order = Book::order::<DealLine>(key, down).unwrap();
    let read = |book: &Book| windows::<DealLine>(book, &book.clause(Kind::Deals, "").unwrap(), order);
    assert_reads_little(read);
    assert_in_order(read);
}

#[rstest]
#[case("status:won", "closed")]
#[case("status:lost", "closed")]
#[case("next_on<=today", "next_on")]
#[case("close:2026Q4", "close_date")]
#[case("stage:design close<30d", "close_date")]
fn deals_of_everyday_questions(#[case] filter: &str, #[case] key: &str) {
    let order = Book::order::<DealLine>(key, false).unwrap();
    assert_reads_little(|book| windows::<DealLine>(book, &book.clause(Kind::Deals, filter).unwrap(), order));
}

#[rstest]
fn accounts_and_people_by_columns_of_their_own(
    #[values("name", "code", "created", "updated")] key: &str,
    #[values(false, true)] down: bool,
) {
    let read = |book: &Book| {
        windows::<AccountLine>(book, &Clause::default(), Book::order::<AccountLine>(key, down).unwrap());
        windows::<ContactLine>(book, &Clause::default(), Book::order::<ContactLine>(key, down).unwrap());
    };
    assert_reads_little(read);
    assert_in_order(read);
}

#[rstest]
#[case(Kind::Accounts, "acme 科技 #vip")]
#[case(Kind::Contacts, "acme 科技 #vip")]
#[case(Kind::Deals, "acme 科技 #hot")]
#[case(Kind::Activities, "acme 科技 #hot")]
fn words_and_tags_go_by_their_index(#[case] kind: Kind, #[case] filter: &str) {
    assert_reads_little(|book| {
        let clause = book.clause(kind, filter).unwrap();
        match kind {
            Kind::Accounts => windows::<AccountLine>(book, &clause, AccountLine::ORDER),
            Kind::Contacts => windows::<ContactLine>(book, &clause, ContactLine::ORDER),
            Kind::Deals => windows::<DealLine>(book, &clause, DealLine::ORDER),
            Kind::Activities => windows::<ActivityLine>(book, &clause, ActivityLine::ORDER),
            Kind::Orders => windows::<OrderLine>(book, &clause, OrderLine::ORDER),
        }
    });
}

#[test]
fn the_figures_at_the_foot_of_open_deals() {
    assert_reads_little(|book| {
        drop(book.totals(Kind::Deals, &book.clause(Kind::Deals, "").unwrap()).unwrap())
    });
}

#[rstest]
fn the_log_of_a_record_and_of_all(
    #[values(None, Some(RecordKind::Account), Some(RecordKind::Deal), Some(RecordKind::Contact))] of: Option<
        RecordKind,
    >,
    #[values(false, true)] down: bool,
) {
    let within = of.and_then(|of| Clause::within(Kind::Activities, of, Id(1))).unwrap_or_default();
    let order = Book::order::<ActivityLine>("on", down).unwrap();
    let read = |book: &Book| windows::<ActivityLine>(book, &within, order);
    assert_reads_little(read);
    // Those of a person are few, and known by who took part.
    if of != Some(RecordKind::Contact) {
        assert_in_order(read);
    }
}

#[rstest]
fn marked_records(#[values(Kind::Accounts, Kind::Contacts, Kind::Deals)] kind: Kind) {
    let marked = Clause::records(kind, &[Id(1), Id(2)]);
    assert_reads_little(|book| drop(book.totals(kind, &marked).unwrap()));
    assert_reads_little(|book| {
        let shown = book.clause(kind, "").unwrap();
        let both = shown.with(marked.clone());
        match kind {
            Kind::Accounts => {
                drop((book.count::<AccountLine>(&both), book.which_of::<AccountLine>(&[Id(1)], &both)))
            }
            Kind::Contacts => {
                drop((book.count::<ContactLine>(&both), book.which_of::<ContactLine>(&[Id(1)], &both)))
            }
            _ => drop((book.count::<DealLine>(&both), book.which_of::<DealLine>(&[Id(1)], &both))),
        }
    });
}
