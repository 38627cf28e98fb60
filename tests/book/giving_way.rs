//! Reading gives way to what cannot wait.

use keybook::domain::filter::Kind;
use keybook::ops::demo;
use keybook::store::view::lines::DealLine;
use keybook::store::{Book, Clock, Error};

use crate::common::day;

#[test]
fn a_long_reading_gives_way_and_can_be_done_later() {
    let mut book = Book::in_memory(Clock::fixed(day("2026-11-21"))).unwrap();
    demo::fill(&mut book, Some(2_000)).unwrap();
    let Ok(some) = book.clause(Kind::Deals, "name:e status:all") else { panic!("a filter") };
    let count = |book: &Book| book.count::<DealLine>(&some);
    let given_up = book.giving_way(|| true, count);
    assert!(matches!(given_up, Err(Error::GaveWay)), "{given_up:?}");
    let number = book.giving_way(|| false, count).unwrap();
    assert!(number > 0);
    assert_eq!(count(&book).unwrap(), number);
}
