//! Small orders as programs read them.

use super::Record;
use crate::report::model::{Amount, OrderOut};
use crate::store::view::lines::OrderLine;
use crate::store::{Book, Result};

impl Record for OrderOut {
    type Line = OrderLine;

    fn read(_: &Book, lines: Vec<OrderLine>) -> Result<Vec<Self>> {
        let orders = lines.into_iter().map(|line| OrderOut {
            id: line.order.id,
            account: line.account,
            amount: Some(Amount::new(line.order.amount, line.order.currency)),
            currency: line.order.currency,
            on: line.order.ordered_on,
            product: line.product,
            text: line.order.text,
            account_id: line.order.account_id,
        });
        Ok(orders.collect())
    }
}
