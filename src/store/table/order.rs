//! Small orders: booked without being managed as deals; their sum is the off-funnel sales.

use chrono::NaiveDate;

use crate::domain::id::Id;
use crate::domain::money::Currency;
use crate::store::Writer;
use crate::store::error::Result;
use crate::store::row::{self, table};

table! {
    /// An order under the funnel threshold.
    pub struct SmallOrder in "small_order" {
        /// By whom.
        pub account_id: Id,
        /// Of what.
        pub product_id: Option<Id>,
        /// Its day.
        pub ordered_on: NaiveDate,
        /// Its amount, minor units of `currency`.
        pub amount: i64,
        /// The currency.
        pub currency: Currency,
        /// A note.
        pub text: Option<String>,
        /// When it was entered, milliseconds UTC.
        pub created_at: i64,
    }
}

impl Writer<'_> {
    /// Puts a small order in, with its event.
    pub fn insert_order(&self, order: &SmallOrder) -> Result<()> {
        self.insert_row(order)?;
        self.record_order(None, Some(order), self.today)
    }

    /// Takes out every order of an account, each with its event.
    pub(super) fn delete_orders_of(&self, account: Id) -> Result<()> {
        for order in row::all::<SmallOrder>(self.connection, "account_id = ?1", &[&account])? {
            self.delete_order(&order)?;
        }
        Ok(())
    }

    /// Writes a small order over the one with its id, with an event where a figure changes with it.
    pub fn update_order(&self, order: &SmallOrder) -> Result<()> {
        let before: SmallOrder = self.row(order.id)?;
        self.update_row(order)?;
        let counted = |order: &SmallOrder| (order.ordered_on, order.amount, order.currency);
        match counted(&before) == counted(order) {
            true => Ok(()),
            false => self.record_order(Some(&before), Some(order), self.today),
        }
    }

    /// Takes a small order out, with its event: figures of past days keep it.
    pub fn delete_order(&self, order: &SmallOrder) -> Result<()> {
        self.record_order(Some(order), None, self.today)?;
        self.delete_attachments(order.id)?;
        self.delete_row::<SmallOrder>(order.id)
    }
}
