//! A book in memory on a fixed day, and short words for what tests do often.

use chrono::NaiveDate;
use keybook::domain::id::Id;
use keybook::domain::money::{Currency, Money};
use keybook::ops::account::AccountInput;
use keybook::ops::deal::DealInput;
use keybook::ops::{account, deal, setup};
use keybook::store::{Book, Clock};

/// A calendar day from its text.
pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A fresh book in memory; today is 2026-11-21.
pub fn book() -> Book {
    let mut book = Book::in_memory(Clock::fixed(day("2026-11-21"))).unwrap();
    setup::prepare(&mut book).unwrap();
    book
}

/// Euros in minor units.
pub fn euros(major: i64) -> Money {
    Money::new(major * 100, Currency::EUR)
}

/// Adds an account.
pub fn add_account(book: &mut Book, name: &str) -> Id {
    let input = AccountInput { name: Some(name.to_owned()), ..AccountInput::default() };
    account::add(book, &input).unwrap().value
}

/// Adds a deal at a stage, closing on a day.
pub fn add_deal(book: &mut Book, account: Id, amount: Money, stage: &str, close: Option<&str>) -> Id {
    let input = DealInput {
        name: Some(format!("deal at {stage}")),
        account: Some(account),
        amount: Some(Some(amount)),
        stage: Some(stage.to_owned()),
        close_on: Some(close.map(day)),
        ..DealInput::default()
    };
    deal::add(book, &input).unwrap().value
}
