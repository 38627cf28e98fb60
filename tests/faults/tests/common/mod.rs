//! The book that the trials are made on, the work that is done to it, and what lies in its file.

// Each trial asks for what it needs.
#![allow(dead_code)]

#[path = "../../../book/random/book_file.rs"]
pub mod book_file;

use std::path::{Path, PathBuf};

use keybook::domain::id::Id;
use keybook::domain::money::{Currency, Money};
use keybook::exchange::Options;
use keybook::ops::account::AccountInput;
use keybook::ops::deal::DealInput;
use keybook::ops::import::{self, Import, Stopped};
use keybook::ops::{Problem, account, deal, setup};
use keybook::store::{Book, Clock};

/// The name of the book's file.
pub const FILE: &str = "a.keybook";

/// It is this day.
pub fn clock() -> Clock {
    Clock::fixed("2026-11-21".parse().unwrap())
}

/// A book with an account and two deals, one edited since.
pub fn make(folder: &Path) -> PathBuf {
    let path = folder.join(FILE);
    let mut book = setup::open(&path, clock()).unwrap();
    let input = AccountInput { name: Some("Acme 华锐".to_owned()), ..AccountInput::default() };
    let acme = account::add(&mut book, &input).unwrap().value;
    for name in ["Line 4 retrofit", "Spare parts"] {
        add_deal(&mut book, acme, name, 1_200_000).unwrap();
    }
    edit(&mut book, 1).unwrap();
    path
}

/// Adds a deal.
pub fn add_deal(book: &mut Book, account: Id, name: &str, minor: i64) -> Result<Id, Problem> {
    let amount = Some(Some(Money::new(minor, Currency::EUR)));
    let input =
        DealInput { name: Some(name.to_owned()), account: Some(account), amount, ..DealInput::default() };
    Ok(deal::add(book, &input)?.value)
}

/// Changes a deal: another amount, the next stage.
pub fn edit(book: &mut Book, times: i64) -> Result<(), Problem> {
    let Some(line) = book.deal_with_code(1)? else { return Err(Problem::Itself(String::new())) };
    let amount = Some(Some(Money::new(times * 12_345, Currency::EUR)));
    deal::edit(book, line.id, &DealInput { amount, ..DealInput::default() })?;
    Ok(())
}

/// Takes in a file of deals with their accounts.
pub fn take_in(book: &mut Book, folder: &Path) -> Result<(), Problem> {
    let file = folder.join("deals.csv");
    let rows = (1..=12).map(|row| format!("Deal {row},Account {},{row}000 EUR,2026-12-{row:02}\n", row % 4));
    let text: String = std::iter::once("Deal,Account,Amount,Close date\n".to_owned()).chain(rows).collect();
    std::fs::write(&file, text).unwrap();
    let options = Options { currency: Currency::EUR, ..Options::default() };
    let import = Import { options, files: vec![file], ..Import::default() };
    match import::run(book, &import, &mut |_| std::ops::ControlFlow::Continue(())) {
        Ok(_) => Ok(()),
        Err(Stopped::Store(error)) => Err(error.into()),
        Err(other) => panic!("nobody stopped it: {other:?}"),
    }
}
