//! `keybook order`.

use clap::Subcommand;

use super::beside::{changed, deleted};
use super::desk::Desk;
use super::failure::Failure;
use super::{list, name, value};
use crate::domain::filter::Kind;
use crate::domain::id::Id;
use crate::ops::order::{self, OrderChange, OrderInput};
use crate::ops::{Noun, Problem};
use crate::report::model::OrderOut;
use crate::report::page::Page;
use crate::report::{pages, rows};
use crate::store::{Book, Error};
use crate::tr;

/// Keeps small orders: booked without being managed as deals
#[derive(Debug, Subcommand)]
pub(super) enum Order {
    /// Adds a small order
    Add {
        /// The account that ordered
        #[arg(long, value_name = "ACCOUNT")]
        account: String,
        /// What it is worth
        #[arg(long, value_name = "AMOUNT")]
        amount: String,
        /// The day of the order, if not today
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
        /// What was ordered
        #[arg(long, value_name = "PRODUCT")]
        product: Option<String>,
        /// A line about it
        #[arg(long, value_name = "TEXT")]
        text: Option<String>,
    },
    /// Lists small orders, the latest first
    List,
    /// Changes a small order from today on; an empty value empties a field
    Edit {
        /// The order: its id, as in the list
        order: String,
        /// Another account
        #[arg(long, value_name = "ACCOUNT")]
        account: Option<String>,
        /// What it is worth
        #[arg(long, value_name = "AMOUNT")]
        amount: Option<String>,
        /// The day of the order, if not today
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
        /// What was ordered
        #[arg(long, value_name = "PRODUCT")]
        product: Option<String>,
        /// A line about it
        #[arg(long, value_name = "TEXT")]
        text: Option<String>,
    },
    /// Deletes a small order; figures of the past keep it
    Delete {
        /// The order: its id, as in the list
        order: String,
    },
}

impl Order {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let mut book = desk.book()?;
        match self {
            Order::Add { account, amount, on, product, text } => {
                let base = book.settings()?.base_currency;
                let input = OrderInput {
                    account: name::account(&book, &account)?,
                    amount: value::money(desk.lang, "--amount", &amount, base)?,
                    on: desk.day("--on", on.as_deref())?,
                    product,
                    text,
                };
                let id = order::add(&mut book, &input)?.value;
                let order: OrderOut = rows::one(&book, id)?;
                let line = tr!(desk.lang, "done.added", record = order.account);
                desk.give(&order, || Page::of_line(desk.lang, line))
            }
            Order::Edit { order, account, amount, on, product, text } => {
                let before = found(&book, &order)?;
                let money = |text: String| value::money(desk.lang, "--amount", &text, before.currency);
                let change = OrderChange {
                    account: account.map(|account| name::account(&book, &account)).transpose()?,
                    amount: amount.map(money).transpose()?,
                    on: desk.day("--on", on.as_deref())?,
                    product: value::text(product),
                    text: value::text(text),
                };
                let outcome = order::edit(&mut book, before.id, &change)?;
                let order: OrderOut = rows::one(&book, before.id)?;
                changed(desk, &order, &outcome, &order.account)
            }
            Order::Delete { order } => {
                let order = found(&book, &order)?;
                order::delete(&mut book, order.id)?;
                deleted(desk, &order, &order.account)
            }
            Order::List => list::filtered::<OrderOut>(desk, &book, Kind::Orders, |orders| {
                pages::sales::orders_by_id(desk.lang, orders)
            }),
        }
    }
}

fn found(book: &Book, words: &str) -> Result<OrderOut, Failure> {
    let unknown = || Failure::from(Problem::NotListed { noun: Noun::Order, words: words.to_owned() });
    let id: Id = words.trim().parse().map_err(|_| unknown())?;
    rows::one::<OrderOut>(book, id).map_err(|error| match error {
        Error::NoRecord => unknown(),
        other => other.into(),
    })
}
