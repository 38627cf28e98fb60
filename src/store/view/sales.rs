//! What accounts bought: won deals, and small orders.

use chrono::NaiveDate;
use rusqlite::params;

use super::related::json;
use crate::domain::id::Id;
use crate::domain::money::Currency;
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::value::Day;

/// One purchase: a won deal, or a small order.
pub(super) struct Sale {
    pub account: Id,
    /// The day of the sale.
    pub day: NaiveDate,
    pub currency: Currency,
    /// In minor units, where it was said.
    pub amount: Option<i64>,
}

impl Book {
    /// Goes through what these accounts bought up to a day, or all accounts: won deals, then small orders.
    pub(super) fn each_sale(
        &self,
        accounts: Option<&[Id]>,
        until: NaiveDate,
        mut take: impl FnMut(Sale),
    ) -> Result<()> {
        let among = match accounts {
            Some(_) => "account_id IN (SELECT value FROM json_each(?1))",
            None => "?1 IS NULL",
        };
        let won = self.by_index("deal", "deal_won");
        let small = self.by_index("small_order", "small_order_account");
        let statements = [
            format!(
                "SELECT account_id, closed_on, currency, amount FROM {won}
                 WHERE {among} AND status = 'won' AND closed_on <= ?2"
            ),
            format!(
                "SELECT account_id, ordered_on, currency, amount FROM {small}
                 WHERE {among} AND ordered_on <= ?2"
            ),
        ];
        let accounts = accounts.map(json);
        for sql in &statements {
            let mut statement = self.connection.prepare_cached(sql)?;
            let mut rows = statement.query(params![accounts, until])?;
            while let Some(row) = rows.next()? {
                take(Sale {
                    account: row.get(0)?,
                    day: row.get::<_, Day>(1)?.0,
                    currency: row.get(2)?,
                    amount: row.get(3)?,
                });
            }
        }
        Ok(())
    }
}
