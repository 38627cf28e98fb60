//! Merging keeps everything that hangs on either side, and is undone at once.

use keybook::domain::entry::{EntryKind, Holder};
use keybook::domain::id::Id;
use keybook::domain::merge::part_called;
use keybook::domain::money::Money;
use keybook::domain::word::{ActivityKind, Part, RecordKind};
use keybook::ops::account::AccountInput;
use keybook::ops::activity::ActivityInput;
use keybook::ops::contact::ContactInput;
use keybook::ops::deal::{DealInput, ProductLine};
use keybook::ops::entry::EntryInput;
use keybook::ops::{Problem, account, activity, contact, deal, entry, history, merge};
use keybook::store::Book;
use keybook::store::table::account::Account;
use keybook::store::table::contact::Contact;
use keybook::store::table::deal::Deal;

use crate::common::{add_account, add_deal, book, euros};

#[test]
fn merged_people_keep_their_addresses_and_their_parts_in_deals() {
    let mut book = book();
    let account = add_account(&mut book, "Acme");
    let add = |book: &mut Book, name: &str, emails: &[&str]| {
        let emails = emails.iter().map(|email| (None, (*email).to_owned())).collect();
        let input = ContactInput {
            name: Some(name.to_owned()),
            account: Some(Some(account)),
            emails: Some(emails),
            ..ContactInput::default()
        };
        contact::add(book, &input).unwrap().value
    };
    let one = add(&mut book, "J. Doe", &["jane@acme.com", "jd@home.net"]);
    let other = add(&mut book, "Jane Doe", &["jane@acme.com"]);
    let id = add_deal(&mut book, account, euros(10), "design", None);
    let contacts = vec![(one, vec![Part::User]), (other, vec![Part::DecisionMaker])];
    deal::edit(&mut book, id, &DealInput { contacts, ..DealInput::default() }).unwrap();

    merge::contacts(&mut book, one, other, &[]).unwrap();
    assert!(book.row::<Contact>(one).is_err());
    let emails: Vec<_> = book.emails_of(other).unwrap().into_iter().map(|row| row.address).collect();
    assert_eq!(emails, ["jane@acme.com", "jd@home.net"]);
    let people = &book.people_of_deals(&[id]).unwrap()[&id];
    assert_eq!(people.len(), 1);
    let mut parts = people[0].parts.clone();
    parts.sort();
    assert_eq!(parts, [Part::DecisionMaker, Part::User]);

    history::undo(&mut book, None).unwrap();
    assert_eq!(book.row::<Contact>(one).unwrap().name, "J. Doe");
    assert_eq!(book.people_of_deals(&[id]).unwrap()[&id].len(), 2);
}

#[test]
fn merged_accounts_keep_their_deals_even_where_one_stood_above_the_other() {
    let mut book = book();
    let (above, below) = (add_account(&mut book, "Acme Group"), add_account(&mut book, "Acme"));
    let input = AccountInput { parent: Some(Some(above)), ..Default::default() };
    account::edit(&mut book, below, &input).unwrap();
    let id = add_deal(&mut book, above, euros(10), "design", None);
    merge::accounts(&mut book, above, below, &[]).unwrap();
    assert_eq!(book.row::<Deal>(id).unwrap().account_id, below);
    assert_eq!(book.row::<Account>(below).unwrap().parent_id, None);
}

#[test]
fn what_both_tell_differently_is_taken_from_the_side_that_is_chosen() {
    let mut book = book();
    let told = |name: &str, city: &str, phone: Option<&str>, potential: Money| AccountInput {
        name: Some(name.to_owned()),
        city: Some(Some(city.to_owned())),
        street: Some(Some(format!("{city} Road 1"))),
        phone: phone.map(|phone| Some(phone.to_owned())),
        potential: Some(Some(potential)),
        notes: Some(Some(format!("notes of {name}"))),
        ..AccountInput::default()
    };
    let (pounds, dollars) =
        (Money::new(900, "GBP".parse().unwrap()), Money::new(700, "USD".parse().unwrap()));
    let goes = account::add(&mut book, &told("ACME Ltd", "London", Some("020 1234"), pounds)).unwrap().value;
    let stays = account::add(&mut book, &told("Acme", "Leeds", None, dollars)).unwrap().value;
    let taken = ["address", "potential"].map(|key| part_called(RecordKind::Account, key).unwrap());
    merge::accounts(&mut book, goes, stays, &taken).unwrap();
    let account: Account = book.row(stays).unwrap();
    // An address is taken whole, and an amount with its currency.
    assert_eq!((account.city.as_deref(), account.street.as_deref()), (Some("London"), Some("London Road 1")));
    assert_eq!((account.potential, account.currency.to_string().as_str()), (Some(900), "GBP"));
    assert_eq!((account.name.as_str(), account.phone.as_deref()), ("Acme", Some("020 1234")));
    assert_eq!(account.notes.as_deref(), Some("notes of Acme\n\nnotes of ACME Ltd"));
}

/// A deal with a product, a person in it, a call, a promise and a need.
fn full_deal(book: &mut Book, account: Id, name: &str, product: &str, person: Id, part: Part) -> Id {
    let input = DealInput {
        name: Some(name.to_owned()),
        account: Some(account),
        amount: Some(Some(euros(10))),
        contacts: vec![(person, vec![part])],
        products: Some(vec![ProductLine { product: product.to_owned(), quantity: 1000, price: Some(500) }]),
        ..DealInput::default()
    };
    let deal = deal::add(book, &input).unwrap().value;
    let call = ActivityInput { deal: Some(deal), ..ActivityInput::new(ActivityKind::Call, name) };
    activity::log(book, &call).unwrap();
    let need = EntryInput::default().with("text", name).with("kind", "explicit");
    entry::add(book, EntryKind::Need, Holder::Deal(deal), &need).unwrap();
    deal
}

#[test]
fn a_deal_that_becomes_part_of_another_brings_all_that_hangs_on_it() {
    let mut book = book();
    let acme = add_account(&mut book, "Acme");
    let input =
        ContactInput { name: Some("Jane".to_owned()), account: Some(Some(acme)), ..Default::default() };
    let jane = contact::add(&mut book, &input).unwrap().value;
    let goes = full_deal(&mut book, acme, "Line two", "Sensor", jane, Part::User);
    let stays = full_deal(&mut book, acme, "Line 2", "Gateway", jane, Part::DecisionMaker);
    let mut before = vec![];
    book.dump(&mut before).unwrap();

    merge::deals(&mut book, goes, stays, &[part_called(RecordKind::Deal, "name").unwrap()]).unwrap();
    assert!(book.row::<Deal>(goes).is_err());
    assert_eq!(book.row::<Deal>(stays).unwrap().name, "Line two");
    let seats = book.seats_of(stays).unwrap();
    assert_eq!(seats.len(), 1);
    assert_eq!(seats[0].parts.len(), 2);
    assert_eq!(book.entries(EntryKind::Need, Holder::Deal(stays)).unwrap().len(), 2);
    assert_eq!(book.products_of_deals(&[stays]).unwrap()[&stays].len(), 2);
    assert_eq!(book.funnel(None, None).unwrap().funnel.total.deals, 1);

    history::undo(&mut book, None).unwrap();
    let mut after = vec![];
    book.dump(&mut after).unwrap();
    assert_eq!(String::from_utf8(after), String::from_utf8(before));
}

#[test]
fn prices_never_change_their_currency_unseen() {
    let mut book = book();
    let acme = add_account(&mut book, "Acme");
    let input = ContactInput { name: Some("Jane".to_owned()), ..Default::default() };
    let jane = contact::add(&mut book, &input).unwrap().value;
    let goes = full_deal(&mut book, acme, "One", "Sensor", jane, Part::User);
    let other = DealInput {
        name: Some("Two".to_owned()),
        account: Some(acme),
        amount: Some(Some(Money::new(100, "USD".parse().unwrap()))),
        ..DealInput::default()
    };
    let stays = deal::add(&mut book, &other).unwrap().value;
    let refused = merge::deals(&mut book, goes, stays, &[]).unwrap_err();
    assert!(matches!(refused, Problem::OtherCurrency { .. }), "{refused:?}");
    assert_eq!(book.row::<Deal>(goes).unwrap().name, "One");
}
