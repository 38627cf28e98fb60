//! Windows over a list: forwards and backwards, every row once, in the list's order.

use keybook::domain::id::Id;
use keybook::domain::money::{Currency, Money};
use keybook::domain::word::ActivityKind;
use keybook::ops::activity::ActivityInput;
use keybook::ops::deal::DealInput;
use keybook::ops::{activity, deal, order, target};
use keybook::store::Book;
use keybook::store::view::lines::{AccountLine, ActivityLine, ContactLine, DealLine, OrderLine};
use keybook::store::view::list::{Clause, Line, Order, Placed, Seek};
use proptest::prelude::*;

use super::sample::sample;
use crate::common::{add_account, book, day, euros};

/// The list in windows of a size, forwards.
fn forwards<L: Line + Clone>(book: &Book, order: Order, size: usize) -> Vec<Placed<L>> {
    let mut seen: Vec<Placed<L>> = vec![];
    loop {
        let seek = seen.last().map_or(Seek::First, |last| Seek::After(last.place.clone()));
        let window = book.window::<L>(&Clause::default(), order, &seek, size).unwrap();
        if window.is_empty() {
            return seen;
        }
        seen.extend(window);
    }
}

/// The list in windows of a size, from its end.
fn backwards<L: Line + Clone>(book: &Book, order: Order, size: usize) -> Vec<Placed<L>> {
    let mut seen: Vec<Placed<L>> = vec![];
    loop {
        let seek = seen.first().map_or(Seek::Last, |first| Seek::Before(first.place.clone()));
        let mut window = book.window::<L>(&Clause::default(), order, &seek, size).unwrap();
        if window.is_empty() {
            return seen;
        }
        window.append(&mut seen);
        seen = window;
    }
}

/// Every order of a list, up and down, gives the same rows in small windows as in one, either way.
fn holds_together<L: Line + Clone + PartialEq + std::fmt::Debug>(book: &Book, size: usize) {
    for key in Book::sort_keys::<L>() {
        let [up, down] = [false, true].map(|down| Book::order::<L>(key, down).unwrap());
        let whole = book.window::<L>(&Clause::default(), up, &Seek::First, 1000).unwrap();
        assert_eq!(whole.len() as u64, book.count::<L>(&Clause::default()).unwrap(), "{key}");
        assert_eq!(forwards::<L>(book, up, size), whole, "{key}");
        assert_eq!(backwards::<L>(book, up, size), whole, "{key} backwards");
        let mut turned = forwards::<L>(book, down, size);
        assert_eq!(backwards::<L>(book, down, size), turned, "{key} down, backwards");
        turned.reverse();
        assert_eq!(turned, whole, "{key} down");
    }
}

#[test]
fn every_order_of_every_list_holds_together() {
    let mut book = sample();
    let acme = book.account_with_code(1).unwrap().unwrap().id;
    for (amount, product) in [(5, None), (5, Some("Licence")), (7, None)] {
        let product = product.map(str::to_owned);
        order::add(
            &mut book,
            &order::OrderInput { account: acme, amount: euros(amount), on: None, product, text: None },
        )
        .unwrap();
    }
    for size in [1, 2] {
        holds_together::<AccountLine>(&book, size);
        holds_together::<ContactLine>(&book, size);
        holds_together::<DealLine>(&book, size);
        holds_together::<ActivityLine>(&book, size);
        holds_together::<OrderLine>(&book, size);
    }
    assert!(Book::order::<DealLine>("no such key", false).is_none());
}

/// A deal with few values to differ by: an account, an amount in a currency, a close date.
type Told = (usize, Option<(i64, bool)>, Option<u32>);

fn book_of(told: &[Told]) -> Book {
    let mut book = book();
    target::set_rate(&mut book, Currency::CNY, "0.5".parse().unwrap(), None).unwrap();
    let accounts: [Id; 2] = ["Beta", "alpha"].map(|name| add_account(&mut book, name));
    for (account, amount, close) in told {
        let money = |(major, yuan): (i64, bool)| {
            Money::new(major * 100, if yuan { Currency::CNY } else { Currency::EUR })
        };
        let input = DealInput {
            name: Some("same name".into()),
            account: Some(accounts[*account]),
            amount: Some(amount.map(money)),
            close_on: Some(close.map(|close| day(&format!("2026-12-{close:02}")))),
            ..DealInput::default()
        };
        let id = deal::add(&mut book, &input).unwrap().value;
        if let Some(on) = close {
            let on = Some(day(&format!("2026-11-{on:02}")));
            let call = ActivityInput { deal: Some(id), on, ..ActivityInput::new(ActivityKind::Call, "call") };
            activity::log(&mut book, &call).unwrap();
        }
    }
    book
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn walking_visits_every_deal_once_in_order(
        told in prop::collection::vec(
            (0usize..2, prop::option::of((1i64..4, any::<bool>())), prop::option::of(1u32..4)),
            0..12,
        ),
        size in 1usize..5,
    ) {
        holds_together::<DealLine>(&book_of(&told), size);
    }
}

/// The names of the sample's deals by a key.
fn deals_by(key: &str, down: bool) -> Vec<String> {
    let order = Book::order::<DealLine>(key, down).unwrap();
    let window = sample().window::<DealLine>(&Clause::default(), order, &Seek::First, 100).unwrap();
    window.into_iter().map(|placed| placed.line.deal.name).collect()
}

#[test]
fn amounts_are_sorted_by_what_they_are_worth() {
    let down = ["Big ERP", "设备升级", "Won one", "Lost one", "Empty", "Small"];
    assert_eq!(
        deals_by("amount", true),
        down,
        "those without amount or rate come last, in the order of entry"
    );
    let weighted = ["Big ERP", "Won one", "设备升级", "Lost one", "Empty", "Small"];
    assert_eq!(deals_by("weighted", true), weighted);
}

#[test]
fn stages_are_sorted_by_their_place_and_names_without_their_legal_form() {
    let stages = ["设备升级", "Lost one", "Empty", "Big ERP", "Small", "Won one"];
    assert_eq!(deals_by("stage", false), stages);
    let accounts = ["Big ERP", "Small", "Won one", "Empty", "设备升级", "Lost one"];
    assert_eq!(deals_by("account", false), accounts);
}
