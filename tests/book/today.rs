//! What is due.

use keybook::domain::word::{ActivityKind, Tier};
use keybook::ops::account::AccountInput;
use keybook::ops::activity::{self, ActivityInput};
use keybook::ops::contact::{self, ContactInput};
use keybook::ops::{account, settings};
use keybook::store::view::today::DueKind;

use crate::common::{add_account, book, day};

#[test]
fn a_person_has_gone_quiet_when_the_rhythm_of_the_tier_has_run_out() {
    let mut book = book();
    let id = add_account(&mut book, "Acme");
    let person =
        ContactInput { name: Some("Jane".into()), account: Some(Some(id)), ..ContactInput::default() };
    let jane = contact::add(&mut book, &person).unwrap().value;
    let mut talked = |kind, on| {
        let input =
            ActivityInput { contacts: vec![jane], on: Some(day(on)), ..ActivityInput::new(kind, "talk") };
        activity::log(&mut book, &input).unwrap();
    };
    talked(ActivityKind::Call, "2026-11-06");
    // A note is no contact.
    talked(ActivityKind::Note, "2026-11-20");
    let quiet = |book: &keybook::store::Book| -> Vec<_> {
        let due = book.due(7).unwrap().into_iter().filter(|due| due.kind == DueKind::QuietContact);
        due.map(|due| due.on).collect()
    };
    assert!(quiet(&book).is_empty(), "no tier, no rhythm");
    let key = AccountInput { tier: Some(Some(Tier::Key)), ..AccountInput::default() };
    account::edit(&mut book, id, &key).unwrap();
    assert_eq!(quiet(&book), [day("2026-11-20")], "15 days ago, and the rhythm is 14");
    settings::set(&mut book, "rhythm_key", "15").unwrap();
    assert!(quiet(&book).is_empty());
}
