//! A book in memory on a fixed day, for the tests of operations.

use crate::domain::id::Id;
use crate::ops::account::{self, AccountInput};
use crate::ops::contact::{self, ContactInput};
use crate::ops::setup;
use crate::store::{Book, Clock};

/// A fresh book with one account; today is 2026-11-21.
pub fn with_account() -> (Book, Id) {
    let day = "2026-11-21".parse().unwrap();
    let mut book = Book::in_memory(Clock::fixed(day)).unwrap();
    setup::prepare(&mut book).unwrap();
    let input = AccountInput { name: Some("Acme".into()), ..AccountInput::default() };
    let account = account::add(&mut book, &input).unwrap().value;
    (book, account)
}

/// The same book, with one person at that account.
pub fn with_contact() -> (Book, Id) {
    let (mut book, account) = with_account();
    let input =
        ContactInput { name: Some("Ada".into()), account: Some(Some(account)), ..ContactInput::default() };
    let contact = contact::add(&mut book, &input).unwrap().value;
    (book, contact)
}
