//! Accounts and products crossed: what each bought, has in open deals, turned down, or was never asked.
//!
//! Accounts are read a window at a time, by the indexes of their deals and orders, so that a screen full of
//! them costs the same in a book of any size; what all of them come to is read once, a batch at a time.

use std::collections::{BTreeMap, HashMap};

use rusqlite::{Row as SqlRow, params_from_iter};

use super::list::Clause;
use super::related::json;
use crate::domain::funnel::{Rates, WithoutRate};
use crate::domain::id::Id;
use crate::domain::money::{Currency, Money};
use crate::domain::white_space::{Crossing, Edge, Origin, Sale, line_amount};
use crate::domain::word::Status;
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::row;
use crate::store::table::product::Product;

/// How many accounts are read at a time where all are.
const BATCH: i64 = 1_000;

/// The lines of the deals of some accounts. The joins go this way round and no other: from an account by
/// its index to its deals, from a deal by its index to its lines.
const LINES: &str = "
  SELECT deal.account_id, deal_product.product_id, deal.id, deal.status, deal.currency,
    deal_product.quantity, deal_product.price,
    CASE deal.status WHEN 'open' THEN deal.close_on ELSE deal.closed_on END
  FROM json_each(?1) CROSS JOIN deal ON deal.account_id = json_each.value
    CROSS JOIN deal_product ON deal_product.deal_id = deal.id";

/// The small orders of some accounts that say of what.
const ORDERS: &str = "
  SELECT small_order.account_id, product_id, small_order.id, currency, amount, ordered_on
  FROM json_each(?1) CROSS JOIN small_order ON small_order.account_id = json_each.value
  WHERE product_id IS NOT NULL";

/// What some accounts have in their crossings: by account, then by product. A crossing that is blank is
/// not there.
pub type Crossings = HashMap<Id, HashMap<Id, Crossing>>;

/// What all accounts that meet a condition come to.
#[derive(Debug, Clone, Default)]
pub struct WhiteSpaceTotals {
    /// How many accounts.
    pub accounts: u64,
    /// By product.
    pub products: HashMap<Id, Edge>,
    /// All of them together.
    pub all: Edge,
    /// Amounts that no sum has, since their currency has no rate.
    pub without_rate: Vec<WithoutRate>,
}

impl Book {
    /// The products of the grid, by name: those that are sold, and those that once were in anything.
    pub fn crossed_products(&self) -> Result<Vec<Product>> {
        row::all(
            &self.connection,
            "active OR EXISTS (SELECT 1 FROM deal_product WHERE product_id = product.id)
               OR EXISTS (SELECT 1 FROM small_order WHERE product_id = product.id)
             ORDER BY name_key, id",
            &[],
        )
    }

    /// What these accounts have of every product, in the base currency at today's rates.
    pub fn crossings(&self, accounts: &[Id]) -> Result<Crossings> {
        let _moment = self.moment()?;
        let base = self.settings()?.base_currency;
        let rates = self.rates_on(base, self.today())?;
        self.crossings_at(accounts, base, &rates)
    }

    /// What all accounts that meet a condition come to, in the base currency at today's rates.
    pub fn white_space_totals(&self, clause: &Clause) -> Result<WhiteSpaceTotals> {
        let _moment = self.moment()?;
        let base = self.settings()?.base_currency;
        let rates = self.rates_on(base, self.today())?;
        let mut totals = WhiteSpaceTotals::default();
        let mut apart: BTreeMap<Currency, WithoutRate> = BTreeMap::new();
        let mut after = Id(i64::MIN);
        loop {
            let accounts = self.accounts_after(clause, after)?;
            let Some(last) = accounts.last() else { break };
            after = *last;
            totals.accounts += accounts.len() as u64;
            for (product, crossing) in self.crossings_at(&accounts, base, &rates)?.into_values().flatten() {
                totals.products.entry(product).or_default().add(&crossing);
                totals.all.add(&crossing);
                put_apart(&crossing, &mut apart);
            }
        }
        totals.without_rate = apart.into_values().collect();
        Ok(totals)
    }

    /// The next accounts that meet a condition, by their ids.
    fn accounts_after(&self, clause: &Clause, after: Id) -> Result<Vec<Id>> {
        let sql = format!(
            "SELECT account.id FROM account WHERE account.id > {after} AND {condition}
             ORDER BY account.id LIMIT {BATCH}",
            after = after.0,
            condition = clause.condition()
        );
        let mut statement = self.connection.prepare(&sql)?;
        let ids = statement.query_map(params_from_iter(&clause.values), |row| row.get(0))?;
        Ok(ids.collect::<rusqlite::Result<_>>()?)
    }

    fn crossings_at(&self, accounts: &[Id], base: Currency, rates: &Rates) -> Result<Crossings> {
        let mut found = Crossings::new();
        let which = json(accounts);
        for (sql, read) in [(LINES, line as fn(&SqlRow<'_>) -> _), (ORDERS, order)] {
            let mut statement = self.connection.prepare_cached(sql)?;
            let mut rows = statement.query([&which])?;
            while let Some(row) = rows.next()? {
                let mut sale: Sale = read(row)?;
                sale.worth = rates.turn(sale.amount.minor, sale.amount.currency, base);
                found.entry(row.get(0)?).or_default().entry(row.get(1)?).or_default().add(sale);
            }
        }
        Ok(found)
    }
}

fn line(row: &SqlRow<'_>) -> rusqlite::Result<Sale> {
    Ok(Sale {
        origin: Origin::Deal(row.get(2)?),
        status: row.get(3)?,
        amount: Money::new(line_amount(row.get(5)?, row.get(6)?), row.get(4)?),
        worth: None,
        on: row.get(7)?,
    })
}

fn order(row: &SqlRow<'_>) -> rusqlite::Result<Sale> {
    Ok(Sale {
        origin: Origin::Order(row.get(2)?),
        status: Status::Won,
        amount: Money::new(row.get(4)?, row.get(3)?),
        worth: None,
        on: row.get(5)?,
    })
}

/// What of a crossing has no rate; what was lost is in no sum anyway.
fn put_apart(crossing: &Crossing, apart: &mut BTreeMap<Currency, WithoutRate>) {
    for sale in crossing.sales().iter().filter(|sale| sale.worth.is_none() && sale.status != Status::Lost) {
        let currency = sale.amount.currency;
        let sum = apart.entry(currency).or_insert(WithoutRate { currency, deals: 0, amount: 0 });
        sum.deals += 1;
        sum.amount += i128::from(sale.amount.minor);
    }
}
