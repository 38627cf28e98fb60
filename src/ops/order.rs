//! Small orders: booked off the funnel.

use chrono::NaiveDate;

use super::input::{Field, Set};
use super::problem::Problem;
use super::{Done, input, product};
use crate::domain::deed::Deed;
use crate::domain::id::Id;
use crate::domain::money::{Currency, Money};
use crate::store::table::account::Account;
use crate::store::table::order::SmallOrder;
use crate::store::{Book, Label, Writer};

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

/// What changes of a small order; what is not told stays as it is.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct OrderChange {
    /// By whom.
    pub account: Option<Id>,
    /// Its amount.
    pub amount: Option<Money>,
    /// Its day. It may be past, not future.
    pub on: Option<NaiveDate>,
    /// Of what, by name.
    pub product: Field<String>,
    /// A note.
    pub text: Field<String>,
}

/// Books a small order.
///
/// # Errors
/// [`Problem::OutOfRange`] for its amount, [`Problem::Future`] for its day.
pub fn add(book: &mut Book, input: &OrderInput) -> Done<Id> {
    book.operate(|writer| {
        let account: Account = writer.row(input.account)?;
        let order = SmallOrder {
            id: writer.mint()?,
            account_id: account.id,
            product_id: product_of(writer, input.product.as_deref(), input.amount.currency)?,
            ordered_on: input::past_day(writer, input.on)?,
            amount: input::amount(input.amount)?,
            currency: input.amount.currency,
            text: input::line(Some(input.text.clone())).flatten(),
            created_at: writer.now,
        };
        writer.insert_order(&order)?;
        Ok((order.id, Label::new(Deed::AddOrder, account.name)))
    })
}

/// Changes a small order from today on; figures of past days keep what they had.
///
/// # Errors
/// As [`add`].
pub fn edit(book: &mut Book, id: Id, change: &OrderChange) -> Done<Id> {
    book.operate(|writer| {
        let before: SmallOrder = writer.row(id)?;
        let mut order = before.clone();
        if let Some(money) = change.amount {
            order.amount = input::amount(money)?;
            order.currency = money.currency;
        }
        if change.on.is_some() {
            order.ordered_on = input::past_day(writer, change.on)?;
        }
        if let Some(product) = &change.product {
            order.product_id = product_of(writer, product.as_deref(), order.currency)?;
        }
        input::line(change.text.clone()).put(&mut order.text);
        order.account_id = change.account.unwrap_or(order.account_id);
        let account: Account = writer.row(order.account_id)?;
        if order != before {
            writer.update_order(&order)?;
        }
        Ok((id, Label::new(Deed::EditOrder, account.name)))
    })
}

/// Deletes a small order; figures of past days keep it.
///
/// # Errors
/// [`Problem::Store`] where there is no such order.
pub fn delete(book: &mut Book, id: Id) -> Done<()> {
    book.operate(|writer| {
        let order: SmallOrder = writer.row(id)?;
        let account: Account = writer.row(order.account_id)?;
        writer.delete_order(&order)?;
        Ok(((), Label::new(Deed::DeleteOrder, account.name)))
    })
}

/// The product of this name, made where there is none.
fn product_of(writer: &Writer<'_>, name: Option<&str>, currency: Currency) -> Result<Option<Id>, Problem> {
    let name = name.filter(|name| !name.trim().is_empty());
    name.map(|name| Ok(product::find_or_create(writer, name, currency)?.id)).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::period::Period;
    use crate::ops::{history, testbook};
    use crate::store::Clock;

    #[test]
    fn a_past_day_keeps_the_orders_that_it_had() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.keybook");
        let on = |day: &str| crate::ops::setup::open(&path, Clock::fixed(day.parse().unwrap())).unwrap();
        let quarter: Period = "2026Q4".parse().unwrap();
        let sold = |book: &Book, day: &str| {
            book.forecast(quarter, Some(day.parse().unwrap())).unwrap().now.small_orders
        };
        let mut book = on("2026-11-10");
        let name = Some("Acme".to_owned());
        let input = crate::ops::account::AccountInput { name, ..Default::default() };
        let account = crate::ops::account::add(&mut book, &input).unwrap().value;
        let euros = |whole: i64| Money::new(whole * 100, Currency::EUR);
        let order = OrderInput { account, amount: euros(500), on: None, product: None, text: None };
        let id = add(&mut book, &order).unwrap().value;
        drop(book);
        let mut book = on("2026-11-15");
        edit(&mut book, id, &OrderChange { amount: Some(euros(700)), ..Default::default() }).unwrap();
        drop(book);
        let mut book = on("2026-11-20");
        delete(&mut book, id).unwrap();
        let days = ["2026-11-09", "2026-11-10", "2026-11-15", "2026-11-20"];
        assert_eq!(days.map(|day| sold(&book, day)), [0, 50_000, 70_000, 0]);
        history::undo(&mut book, None).unwrap();
        assert_eq!(sold(&book, "2026-11-20"), 70_000);
    }

    #[test]
    fn an_order_is_of_a_product_or_of_none() {
        let (mut book, account) = testbook::with_account();
        let product = |book: &Book, id| book.row::<SmallOrder>(id).unwrap().product_id;
        let amount = Money::new(100, Currency::EUR);
        let input = OrderInput { account, amount, on: None, product: Some("Filter".into()), text: None };
        let id = add(&mut book, &input).unwrap().value;
        assert!(product(&book, id).is_some());
        edit(&mut book, id, &OrderChange { product: Some(None), ..Default::default() }).unwrap();
        assert_eq!(product(&book, id), None);
        assert!(edit(&mut book, id, &OrderChange::default()).unwrap().operation.is_none());
    }
}
