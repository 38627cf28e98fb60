//! What happened to a record, as the journal tells it.

use keybook::domain::id::Id;
use keybook::domain::money::{Currency, Money};
use keybook::domain::word::{Part, RecordKind};
use keybook::ops::account::AccountInput;
use keybook::ops::contact::ContactInput;
use keybook::ops::deal::DealInput;
use keybook::ops::{account, contact, deal, history, setup};
use keybook::store::view::record_history::{Change, Happening, Held};
use keybook::store::{Book, Clock, State};

struct Sold {
    book: Book,
    account: Id,
    person: Id,
    deal: Id,
}

/// A deal of 1,000 euros that became one of 2,000 euros, and then of 9,000 yuan, with a person in it.
fn sold() -> Sold {
    let mut book = Book::in_memory(Clock::fixed("2026-11-21".parse().unwrap())).unwrap();
    setup::prepare(&mut book).unwrap();
    let acme = AccountInput { name: Some("Acme".to_owned()), ..AccountInput::default() };
    let account = account::add(&mut book, &acme).unwrap().value;
    let jane = ContactInput {
        name: Some("Jane".to_owned()),
        account: Some(Some(account)),
        ..ContactInput::default()
    };
    let person = contact::add(&mut book, &jane).unwrap().value;
    let input = DealInput {
        name: Some("Renewal".to_owned()),
        account: Some(account),
        amount: Some(Some(Money::new(100_000, Currency::EUR))),
        ..DealInput::default()
    };
    let deal = deal::add(&mut book, &input).unwrap().value;
    for money in [Money::new(200_000, Currency::EUR), Money::new(900_000, Currency::CNY)] {
        let input = DealInput { amount: Some(Some(money)), ..DealInput::default() };
        deal::edit(&mut book, deal, &input).unwrap();
    }
    let input = DealInput { contacts: vec![(person, vec![Part::User])], ..DealInput::default() };
    deal::edit(&mut book, deal, &input).unwrap();
    Sold { book, account, person, deal }
}

fn change(happening: &Happening, field: &str) -> Change {
    let found = happening.changes.iter().find(|change| change.field == field);
    found.unwrap_or_else(|| panic!("{field} in {happening:#?}")).clone()
}

#[test]
fn amounts_are_told_in_the_currency_that_they_had_then() {
    let Sold { book, deal, .. } = sold();
    let happened = book.record_history((RecordKind::Deal, deal), false, None, 10).unwrap();
    assert_eq!(happened.len(), 4);
    let amounts = |at: usize| {
        let Change { old, new, .. } = change(&happened[at], "deal.amount");
        (old, new)
    };
    let euros = |minor| Held::Money(minor, Currency::EUR);
    assert_eq!(amounts(1), (euros(200_000), Held::Money(900_000, Currency::CNY)));
    assert_eq!(amounts(2), (euros(100_000), euros(200_000)));
    assert!(happened[3].changes.is_empty(), "its name tells that it was added");
}

#[test]
fn who_came_into_a_deal_is_told_in_its_history_and_in_that_of_its_account() {
    let Sold { book, account, person, deal } = sold();
    let happened = book.record_history((RecordKind::Deal, deal), false, None, 1).unwrap();
    let jane = change(&happened[0], "deal_contact.contact_id");
    assert_eq!((jane.new, jane.is_member), (Held::Text("Jane".to_owned()), true));
    let number = |kind, id, beneath| book.record_history((kind, id), beneath, None, 50).unwrap().len();
    assert_eq!(number(RecordKind::Account, account, false), 1);
    assert_eq!(number(RecordKind::Account, account, true), 5);
    assert_eq!(number(RecordKind::Contact, person, false), 1);
}

#[test]
fn a_history_is_read_in_pieces_from_the_newest_on() {
    let Sold { book, deal, .. } = sold();
    let record = (RecordKind::Deal, deal);
    let whole = book.record_history(record, false, None, 10).unwrap();
    let first = book.record_history(record, false, None, 2).unwrap();
    let rest = book.record_history(record, false, Some(first[1].operation.seq), 10).unwrap();
    assert_eq!([first, rest].concat(), whole);
}

#[test]
fn what_was_taken_away_and_what_was_undone_stay_in_the_history() {
    let Sold { mut book, person, .. } = sold();
    let with = |addresses: &[&str]| ContactInput {
        emails: Some(addresses.iter().map(|address| (None, (*address).to_owned())).collect()),
        ..ContactInput::default()
    };
    contact::edit(&mut book, person, &with(&["jane@acme.example"])).unwrap();
    contact::edit(&mut book, person, &with(&[])).unwrap();
    let title = ContactInput { title: Some(Some("Buyer".to_owned())), ..ContactInput::default() };
    contact::edit(&mut book, person, &title).unwrap();
    history::undo(&mut book, None).unwrap();
    let happened = book.record_history((RecordKind::Contact, person), false, None, 10).unwrap();
    assert_eq!(happened[0].operation.state, State::Undone);
    assert_eq!(change(&happened[0], "contact.title").new, Held::Text("Buyer".to_owned()));
    let gone = change(&happened[1], "contact_email.address");
    let address = Held::Text("jane@acme.example".to_owned());
    assert_eq!((&gone.old, &gone.new), (&address, &Held::Nothing));
    let came = change(&happened[2], "contact_email.address");
    assert_eq!((&came.old, &came.new), (&Held::Nothing, &address));
    // Undone, its coming is in the history all the same.
    contact::edit(&mut book, person, &with(&["jane@work.example"])).unwrap();
    history::undo(&mut book, None).unwrap();
    let happened = book.record_history((RecordKind::Contact, person), false, None, 1).unwrap();
    let undone = change(&happened[0], "contact_email.address");
    assert_eq!(undone.new, Held::Text("jane@work.example".to_owned()));
}
