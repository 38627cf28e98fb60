//! White space: a hand-made book of two accounts, three products and every way in which they can cross.

use keybook::domain::id::Id;
use keybook::domain::money::{Currency, Money};
use keybook::domain::white_space::{CrossingState, Edge, Sum};
use keybook::domain::word::Status;
use keybook::ops::deal::{DealInput, Lost, ProductLine, Won};
use keybook::ops::order::OrderInput;
use keybook::ops::product::ProductInput;
use keybook::ops::{deal, order, product, target};
use keybook::store::Book;
use keybook::store::view::list::Clause;

use crate::common::{add_account, book, day, euros};

/// A deal with lines: product, thousandths of pieces, price of one in euros.
fn sell(book: &mut Book, account: Id, currency: Currency, lines: &[(&str, i64, i64)]) -> Id {
    let line = |(product, quantity, price): &(&str, i64, i64)| ProductLine {
        product: (*product).to_owned(),
        quantity: *quantity,
        price: Some(price * 100),
    };
    let input = DealInput {
        name: Some("a deal".to_owned()),
        account: Some(account),
        currency: Some(currency),
        products: Some(lines.iter().map(line).collect()),
        close_on: Some(Some(day("2026-12-15"))),
        ..DealInput::default()
    };
    deal::add(book, &input).unwrap().value
}

fn won(book: &mut Book, deal: Id, on: &str) {
    deal::win(book, deal, &Won { on: Some(day(on)), amount: None }).unwrap();
}

fn lost(book: &mut Book, deal: Id) {
    let lost = Lost { reason: "price".into(), on: None, competitor: None, learned: None };
    deal::lose(book, deal, &lost).unwrap();
}

fn add_product(book: &mut Book, name: &str) {
    let input = ProductInput { name: Some(name.to_owned()), ..ProductInput::default() };
    product::add(book, &input).unwrap();
}

fn product_named(book: &Book, name: &str) -> Id {
    book.products().unwrap().into_iter().find(|product| product.name == name).unwrap().id
}

/// Acme bought pumps in two deals and an order, turned valves down, and has pumps again in an open deal;
/// Borg has valves in an open deal in dollars, and nothing of hoses.
fn sample() -> (Book, Id, Id) {
    let mut book = book();
    ["pump", "valve", "hose"].into_iter().for_each(|name| add_product(&mut book, name));
    let (acme, borg) = (add_account(&mut book, "Acme"), add_account(&mut book, "Borg"));
    let first = sell(&mut book, acme, Currency::EUR, &[("pump", 2_000, 500), ("pump", 500, 100)]);
    won(&mut book, first, "2026-03-01");
    let second = sell(&mut book, acme, Currency::EUR, &[("pump", 1_000, 300), ("hose", 10_000, 7)]);
    won(&mut book, second, "2026-06-01");
    let turned_down = sell(&mut book, acme, Currency::EUR, &[("valve", 1_000, 900)]);
    lost(&mut book, turned_down);
    sell(&mut book, acme, Currency::EUR, &[("pump", 1_000, 400)]);
    sell(&mut book, borg, Currency::USD, &[("valve", 4_000, 25)]);
    let small = OrderInput {
        account: acme,
        amount: euros(45),
        on: Some(day("2026-05-05")),
        product: Some("pump".to_owned()),
        text: None,
    };
    order::add(&mut book, &small).unwrap();
    // An order of nothing in particular crosses nothing.
    order::add(&mut book, &OrderInput { product: None, amount: euros(999), ..small }).unwrap();
    (book, acme, borg)
}

#[test]
fn accounts_and_products_cross_in_what_was_bought_is_open_was_lost_or_is_blank() {
    let (book, acme, borg) = sample();
    let crossings = book.crossings(&[acme, borg]).unwrap();
    let state = |account: Id, name: &str| {
        let crossing = crossings[&account].get(&product_named(&book, name));
        crossing.map_or(CrossingState::Blank, |crossing| crossing.state())
    };
    assert_eq!(state(acme, "pump"), CrossingState::Bought);
    assert_eq!(state(acme, "valve"), CrossingState::Lost);
    assert_eq!(state(acme, "hose"), CrossingState::Bought);
    assert_eq!(state(borg, "pump"), CrossingState::Blank);
    assert_eq!(state(borg, "valve"), CrossingState::Open);
    let pumps = &crossings[&acme][&product_named(&book, "pump")];
    // 2 × 500 + 0.5 × 100, 300, and the order of 45: two deals and an order.
    assert_eq!(pumps.sum(Status::Won), Sum { number: 3, worth: 139_500, unrated: 0 });
    assert_eq!(pumps.day(Status::Won), Some(day("2026-06-01")));
    assert_eq!(pumps.sum(Status::Open), Sum { number: 1, worth: 40_000, unrated: 0 });
    assert_eq!(pumps.day(Status::Open), Some(day("2026-12-15")));
}

#[test]
fn what_has_no_rate_is_said_apart_until_there_is_one() {
    let (mut book, _, borg) = sample();
    let totals = book.white_space_totals(&Clause::default()).unwrap();
    assert_eq!(totals.accounts, 2);
    // Pumps 1,395 and hoses 70 bought; pumps 400 open, valves of 100 dollars without a rate.
    let open = Sum { number: 2, worth: 40_000, unrated: 1 };
    let bought = Sum { number: 4, worth: 146_500, unrated: 0 };
    assert_eq!(totals.all, Edge { bought, open, filled: 4 });
    assert_eq!(totals.without_rate.len(), 1);
    assert_eq!((totals.without_rate[0].currency, totals.without_rate[0].amount), (Currency::USD, 10_000));
    target::set_rate(&mut book, Currency::USD, "0.5".parse().unwrap(), None).unwrap();
    let totals = book.white_space_totals(&Clause::default()).unwrap();
    assert_eq!(totals.without_rate, []);
    let valves = totals.products[&product_named(&book, "valve")];
    assert_eq!((valves.open.worth, valves.filled), (5_000, 2));
    let only = Clause::records(keybook::domain::filter::Kind::Accounts, &[borg]);
    let totals = book.white_space_totals(&only).unwrap();
    assert_eq!((totals.accounts, totals.all.bought.number, totals.all.open.worth), (1, 0, 5_000));
}

#[test]
fn totals_over_many_accounts_are_those_of_each_of_them() {
    let mut book = book();
    add_product(&mut book, "pump");
    let mut accounts = vec![];
    for number in 0..1_050 {
        let account = add_account(&mut book, &format!("Account {number}"));
        accounts.push(account);
        if number % 350 == 0 {
            let amount = Money::new(100 + number, Currency::EUR);
            let product = Some("pump".to_owned());
            let input = OrderInput { account, amount, on: None, product, text: None };
            order::add(&mut book, &input).unwrap();
        }
    }
    let totals = book.white_space_totals(&Clause::default()).unwrap();
    assert_eq!((totals.accounts, totals.all.filled), (1_050, 3));
    assert_eq!(totals.all.bought, Sum { number: 3, worth: 100 + 450 + 800, unrated: 0 });
    let each: i128 = accounts
        .chunks(100)
        .flat_map(|some| book.crossings(some).unwrap().into_values())
        .flat_map(|products| products.into_values())
        .map(|crossing| crossing.sum(Status::Won).worth)
        .sum();
    assert_eq!(each, totals.all.bought.worth);
}
