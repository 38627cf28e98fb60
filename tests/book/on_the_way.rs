//! What a deal or a person names that the book does not know: made in the same operation, and undone
//! with it.

use keybook::domain::word::Part;
use keybook::ops::contact::{self, ContactInput};
use keybook::ops::deal::{self, DealInput, Lost, Somebody};
use keybook::ops::{Problem, history};
use keybook::store::table::deal::Deal;

use crate::common::book;

fn zeta() -> DealInput {
    DealInput {
        name: Some("Pumps".into()),
        new_account: Some("Zeta Works".into()),
        people: Some(vec![(Somebody::New("Zoe Park".into()), vec![Part::Purchaser]).into()]),
        ..DealInput::default()
    }
}

#[test]
fn one_undo_takes_a_deal_back_with_the_account_and_the_people_made_for_it() {
    let mut book = book();
    let id = deal::add(&mut book, &zeta()).unwrap().value;
    let account = book.row::<Deal>(id).unwrap().account_id;
    let zoe = book.contacts_named("zoe park").unwrap().remove(0);
    assert_eq!(zoe.account_id, Some(account));
    assert_eq!(book.seats_of(id).unwrap()[0].parts, [Part::Purchaser]);
    history::undo(&mut book, None).unwrap();
    assert!(book.accounts_named("zeta works").unwrap().is_empty());
    assert!(book.contacts_named("zoe park").unwrap().is_empty());
}

#[test]
fn a_person_comes_with_the_account_where_they_work() {
    let mut book = book();
    let input = ContactInput {
        name: Some("Zoe Park".into()),
        new_account: Some("Zeta Works".into()),
        ..ContactInput::default()
    };
    contact::add(&mut book, &input).unwrap();
    let account = book.accounts_named("zeta works").unwrap().remove(0);
    assert_eq!(book.contacts_named("zoe park").unwrap()[0].account_id, Some(account.id));
}

#[test]
fn the_people_told_of_a_deal_are_all_of_its_people() {
    let mut book = book();
    let id = deal::add(&mut book, &zeta()).unwrap().value;
    let zoe = book.contacts_named("zoe park").unwrap()[0].id;
    let mut people =
        |people| deal::edit(&mut book, id, &DealInput { people: Some(people), ..DealInput::default() });
    people(vec![
        (Somebody::Known(zoe), vec![Part::User]).into(),
        (Somebody::New("Kim Lee".into()), vec![]).into(),
    ])
    .unwrap();
    let parts: Vec<_> = book.seats_of(id).unwrap().into_iter().map(|seat| (seat.name, seat.parts)).collect();
    assert_eq!(parts, [("Zoe Park".to_owned(), vec![Part::User]), ("Kim Lee".to_owned(), vec![])]);
    deal::edit(&mut book, id, &DealInput { people: Some(vec![]), ..DealInput::default() }).unwrap();
    assert!(book.seats_of(id).unwrap().is_empty());
}

#[test]
fn only_a_lost_deal_has_a_reason_for_it() {
    let mut book = book();
    let id = deal::add(&mut book, &zeta()).unwrap().value;
    let reason = DealInput { lost_reason: Some("price".into()), ..DealInput::default() };
    assert!(matches!(deal::edit(&mut book, id, &reason), Err(Problem::NotClosed(_))));
    deal::lose(&mut book, id, &Lost { reason: "timing".into(), ..Lost::default() }).unwrap();
    let learned = DealInput { learned: Some(Some("Ask earlier.".into())), ..reason };
    deal::edit(&mut book, id, &learned).unwrap();
    let deal: Deal = book.row(id).unwrap();
    let reason = book.lost_reasons().unwrap().into_iter().find(|one| Some(one.id) == deal.lost_reason_id);
    assert_eq!((reason.unwrap().key.as_str(), deal.learned.as_deref()), ("price", Some("Ask earlier.")));
}
