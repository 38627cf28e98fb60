//! Small orders: booked off the funnel.

use chrono::NaiveDate;

use super::problem::Problem;
use super::{Done, input, product};
use crate::domain::deed::Deed;
use crate::domain::id::Id;
use crate::domain::money::Money;
use crate::store::table::account::Account;
use crate::store::table::order::SmallOrder;
use crate::store::{Book, Label};

/// A small order as a person tells it.
#[derive(Debug, Clone, PartialEq)]
pub struct OrderInput {
    /// By whom.
    pub account: Id,
    /// Its amount.
    pub amount: Money,
    /// Its day; none is today. It may be past, not future.
    pub on: Option<NaiveDate>,
    /// Of what, by name.
    pub product: Option<String>,
    /// A note.
    pub text: Option<String>,
}

/// Books a small order.
///
/// # Errors
/// [`Problem::OutOfRange`] for its amount, [`Problem::Future`] for its day.
pub fn add(book: &mut Book, input: &OrderInput) -> Done<Id> {
    book.operate(|writer| {
        let account: Account = writer.row(input.account)?;
        let ordered_on = input.on.unwrap_or(writer.today);
        if ordered_on > writer.today {
            return Err(Problem::Future(ordered_on));
        }
        let product_id = match &input.product {
            Some(name) => Some(product::find_or_create(writer, name, input.amount.currency)?.id),
            None => None,
        };
        let order = SmallOrder {
            id: writer.mint()?,
            account_id: account.id,
            product_id,
            ordered_on,
            amount: input::amount(input.amount)?,
            currency: input.amount.currency,
            text: input::line(Some(input.text.clone())).flatten(),
            created_at: writer.now,
        };
        writer.insert_order(&order)?;
        Ok((order.id, Label::new(Deed::AddOrder, account.name)))
    })
}
