//! `keybook order`.

use clap::Subcommand;

use super::desk::Desk;
use super::failure::Failure;
use super::{list, name, value};
use crate::domain::filter::Kind;
use crate::ops::order::{self, OrderInput};
use crate::report::model::OrderOut;
use crate::report::page::Page;
use crate::report::{pages, rows};
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
            Order::List => list::filtered::<OrderOut>(desk, &book, Kind::Orders, |orders| {
                pages::sales::orders(desk.lang, orders)
            }),
        }
    }
}
