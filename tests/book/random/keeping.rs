//! What a person does to the lists that a book keeps beside its records.

use chrono::{Days, NaiveDate};
use keybook::domain::id::Id;
use keybook::domain::money::Money;
use keybook::ops::order::OrderChange;
use keybook::ops::{lost_reason, order, product, tag, target};

use super::act::{Act, OrderEdit};
use super::world::{CURRENCIES, Done, PERIODS, TAGS, World, done};

impl World {
    /// A tag by its name, where there is one.
    fn tag(&mut self, tag: u8) -> Id {
        let name = TAGS[usize::from(tag)];
        let tags = self.book().tags().unwrap();
        tags.iter().find(|tag| tag.name == name).map_or(Id(1), |tag| tag.id)
    }

    /// Does an act of keeping as step `n`, told on a day.
    pub fn keep(&mut self, n: usize, act: &Act, told_on: NaiveDate) -> Done {
        let amount = |currency: u8| Money::new(100_003 * (n as i64 + 1), CURRENCIES[usize::from(currency)]);
        let ago = |days: u8| told_on.checked_sub_days(Days::new(u64::from(days))).unwrap();
        match act {
            Act::EditOrder { order, change } => {
                let id = self.id(*order);
                let mut told = OrderChange::default();
                match change {
                    OrderEdit::Amount(currency) => told.amount = Some(amount(*currency)),
                    OrderEdit::Day(days) => told.on = Some(ago(*days)),
                    OrderEdit::Product(product) => {
                        told.product = Some(product.map(|product| format!("Product {product}")));
                    }
                    OrderEdit::Account(account) => told.account = Some(self.id(*account)),
                }
                done(order::edit(self.book(), id, &told)?)
            }
            Act::DeleteOrder { order } => {
                let id = self.id(*order);
                done(order::delete(self.book(), id)?)
            }
            Act::DeleteProduct { product } => {
                let id = self.id(*product);
                done(product::delete(self.book(), id)?)
            }
            Act::DeleteQuota { period } => {
                let period = PERIODS[usize::from(*period)].parse().unwrap();
                done(target::delete_quota(self.book(), period)?)
            }
            Act::RenameTag { tag, to } => {
                let id = self.tag(*tag);
                let name =
                    TAGS.get(usize::from(*to)).map_or_else(|| format!("tag {n}"), |tag| (*tag).to_owned());
                done(tag::rename(self.book(), id, &name)?)
            }
            Act::DeleteTag { tag } => {
                let id = self.tag(*tag);
                done(tag::delete(self.book(), id)?)
            }
            Act::Reason { reason, name } => {
                let reasons = self.book().lost_reasons().unwrap();
                // A long story comes to lose them all.
                let one = reasons.get(usize::from(*reason) % reasons.len().max(1));
                let id = one.map_or(Id(1), |reason| reason.id);
                match name {
                    0 => done(lost_reason::delete(self.book(), id)?),
                    1 => done(lost_reason::put_at(self.book(), id, n % 5)?),
                    _ => done(lost_reason::rename(self.book(), id, &format!("reason {n}"))?),
                }
            }
            other => unreachable!("{other:?}"),
        }
    }
}
