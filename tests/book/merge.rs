//! Merging keeps everything that hangs on either side, and is undone at once.

use keybook::domain::word::Part;
use keybook::ops::contact::ContactInput;
use keybook::ops::deal::DealInput;
use keybook::ops::{contact, deal, history, merge};
use keybook::store::table::contact::Contact;
use keybook::store::table::deal::Deal;

use crate::common::{add_account, add_deal, book, euros};

#[test]
fn merged_people_keep_their_addresses_and_their_parts_in_deals() {
    let mut book = book();
    let account = add_account(&mut book, "Acme");
    let add = |book: &mut keybook::store::Book, name: &str, emails: &[&str]| {
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

    merge::contacts(&mut book, one, other).unwrap();
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
    let input = keybook::ops::account::AccountInput { parent: Some(Some(above)), ..Default::default() };
    keybook::ops::account::edit(&mut book, below, &input).unwrap();
    let id = add_deal(&mut book, above, euros(10), "design", None);
    merge::accounts(&mut book, above, below).unwrap();
    assert_eq!(book.row::<Deal>(id).unwrap().account_id, below);
    assert_eq!(book.row::<keybook::store::table::account::Account>(below).unwrap().parent_id, None);
}
