//! Filter expressions, for every kind of record.

use keybook::domain::filter::Kind;
use keybook::i18n::Lang;
use keybook::ops::demo;
use keybook::report::problem::explain_filter;
use keybook::store::view::filter::FilterProblem;
use keybook::store::view::lines::{AccountLine, ActivityLine, ContactLine, DealLine, OrderLine};
use keybook::store::view::list::{Clause, Line, Seek};
use keybook::store::{Book, Clock};

use crate::import::TODAY;

/// What filters are made of.
pub const WORDS: &[&str] = &[
    "stage",
    "amount",
    "close",
    "name",
    "account",
    "owner",
    "tag",
    "status",
    "next",
    "next_on",
    "attention",
    "tier",
    "city",
    "email",
    "phone",
    "kind",
    "created",
    "has:",
    "!",
    "!!",
    "#",
    ":",
    "=",
    "!=",
    "<",
    "<=",
    ">",
    ">=",
    "..",
    ",",
    "\"",
    "“",
    "”",
    "：",
    "＞＝",
    "＃",
    "，",
    "！",
    "design",
    "won",
    "open",
    "key",
    "50k",
    "1.5m",
    "12万",
    "EUR",
    "USD",
    "1e99",
    "-1",
    "today",
    "next week",
    "2026Q4",
    "2026-11",
    "2026-02-30",
    "99999-01-01",
    "上月",
    "月底",
    "me",
    "none",
    "%",
    "_",
    "'",
    "\\",
    " OR 1=1 --",
    "\u{3000}",
    "region",
];

/// A filter is understood, and then the list it gives can be counted and read; or refused with the place that is to
/// blame, which lies in the text, between two characters.
pub fn trial() -> impl FnMut(&[u8]) {
    let mut book = Book::in_memory(Clock::fixed(TODAY)).unwrap();
    demo::fill(&mut book, None).unwrap();
    move |bytes| {
        let text = String::from_utf8_lossy(bytes);
        for kind in [Kind::Accounts, Kind::Contacts, Kind::Deals, Kind::Activities, Kind::Orders] {
            let clause = match book.clause(kind, &text) {
                Ok(clause) => clause,
                Err(FilterProblem::Filter(error)) => {
                    assert!(text.get(error.at.clone()).is_some(), "{error:?} in {text:?}");
                    explain_filter(Lang::Zh, &text, &error, kind);
                    continue;
                }
                Err(FilterProblem::Store(error)) => panic!("{error:?}"),
            };
            match kind {
                Kind::Accounts => counted_and_read::<AccountLine>(&book, &clause),
                Kind::Contacts => counted_and_read::<ContactLine>(&book, &clause),
                Kind::Deals => counted_and_read::<DealLine>(&book, &clause),
                Kind::Activities => counted_and_read::<ActivityLine>(&book, &clause),
                Kind::Orders => counted_and_read::<OrderLine>(&book, &clause),
            }
        }
    }
}

fn counted_and_read<L: Line>(book: &Book, clause: &Clause) {
    let keys: Vec<_> = Book::sort_keys::<L>().collect();
    let order = Book::order::<L>(keys[format!("{clause:?}").len() % keys.len()], true).unwrap();
    let lines = book.window::<L>(clause, order, &Seek::First, 10_000).unwrap();
    assert_eq!(lines.len() as u64, book.count::<L>(clause).unwrap(), "{clause:?}");
}
