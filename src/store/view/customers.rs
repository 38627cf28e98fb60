//! What accounts are measured by, read in one pass for each sort of it: for all of them, or for one.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::{Row, ToSql};

use crate::domain::funnel::Rates;
use crate::domain::id::Id;
use crate::domain::metrics::{Customer, Margin, MarginSource, Purchase, Span};
use crate::domain::money::{Currency, WHOLE, divide_half_even};
use crate::store::book::Book;
use crate::store::error::Result;

/// The accounts that are read: all, or one.
struct Among<'a> {
    book: &'a Book,
    account: Option<Id>,
}

/// The accounts by their ids.
struct Found {
    customers: Vec<Customer>,
    places: HashMap<Id, usize>,
}

impl Book {
    /// The accounts with all that their measures are made of, those of a span of days; one of them, where it
    /// is given. Amounts are in the base currency at the rates of the last day.
    pub fn customers(&self, account: Option<Id>, span: Span) -> Result<Vec<Customer>> {
        let _moment = self.moment()?;
        let settings = self.settings()?;
        let base = settings.base_currency;
        let rates = self.rates_on(base, span.to)?;
        let among = Among { book: self, account };
        let mut found = among.accounts(&rates, base)?;
        among.purchases(&mut found, span.to, &rates, base)?;
        among.contacts(&mut found, span)?;
        among.margins(&mut found, &rates, base)?;
        among.judged_margins(&mut found)?;
        match account {
            None => {
                for (account, check_up) in self.latest_check_ups_by(span.to)? {
                    found.tell(account, |customer| customer.check_up = Some(check_up));
                }
            }
            Some(account) => {
                let mut held = self.check_ups_of(account)?.into_iter();
                let latest = held.rfind(|check_up| check_up.held_on <= span.to);
                found.tell(account, |customer| customer.check_up = latest);
            }
        }
        if let Some(rate) = settings.segments.usual_margin {
            let usual = Margin { rate, source: MarginSource::Usual };
            found.customers.iter_mut().for_each(|one| one.margin = one.margin.or(Some(usual)));
        }
        for customer in &mut found.customers {
            customer.purchases.sort_unstable();
        }
        Ok(found.customers)
    }
}

impl Among<'_> {
    /// Reads the rows of a query in which `{only}` stands where a row is to be of one account; its first
    /// column is the account.
    fn each(
        &self,
        sql: &str,
        column: &str,
        told: &[&dyn ToSql],
        mut take: impl FnMut(Id, &Row<'_>) -> rusqlite::Result<()>,
    ) -> Result<()> {
        let account = self.account.unwrap_or_default();
        let mut parameters = told.to_vec();
        let only = match self.account {
            None => "1".to_owned(),
            Some(_) => {
                parameters.push(&account);
                format!("{column} = ?{}", parameters.len())
            }
        };
        let mut statement = self.book.connection.prepare_cached(&sql.replace("{only}", &only))?;
        let mut rows = statement.query(parameters.as_slice())?;
        while let Some(row) = rows.next()? {
            take(row.get(0)?, row)?;
        }
        Ok(())
    }

    /// What stands in the accounts' own rows.
    fn accounts(&self, rates: &Rates, base: Currency) -> Result<Found> {
        let mut customers = vec![];
        let sql = "SELECT id, tier, potential, currency, share FROM account WHERE {only} ORDER BY id";
        self.each(sql, "id", &[], |account, row| {
            let (potential, currency): (Option<i64>, Currency) = (row.get(2)?, row.get(3)?);
            customers.push(Customer {
                account,
                tier: row.get(1)?,
                potential: potential.and_then(|minor| rates.turn(minor, currency, base)),
                share: row.get(4)?,
                ..Customer::default()
            });
            Ok(())
        })?;
        let places = customers.iter().enumerate().map(|(place, one)| (one.account, place)).collect();
        Ok(Found { customers, places })
    }

    /// What they bought up to a day.
    fn purchases(&self, found: &mut Found, to: NaiveDate, rates: &Rates, base: Currency) -> Result<()> {
        let accounts = self.account.as_ref().map(std::slice::from_ref);
        self.book.each_sale(accounts, to, |sale| {
            let worth = sale.amount.and_then(|minor| rates.turn(minor, sale.currency, base));
            found.tell(sale.account, |customer| customer.purchases.push(Purchase { day: sale.day, worth }));
        })
    }

    /// How often they were in touch, by the kind of activity and who reached out.
    fn contacts(&self, found: &mut Found, span: Span) -> Result<()> {
        let activities = match self.account {
            None => self.book.by_index("activity", "activity_spent"),
            Some(_) => "activity".to_owned(),
        };
        let sql = format!(
            "SELECT account_id, kind, direction, count(*) FROM {activities}
             WHERE happened_on BETWEEN ?1 AND ?2 AND kind NOT IN ('note', 'task')
               AND account_id IS NOT NULL AND {{only}}
             GROUP BY account_id, kind, direction"
        );
        self.each(&sql, "account_id", &[&span.from, &span.to], |account, row| {
            let (kind, direction, number): (_, _, i64) = (row.get(1)?, row.get(2)?, row.get(3)?);
            found.tell(account, |customer| customer.contacts.add(kind, direction, number.unsigned_abs()));
            Ok(())
        })
    }

    /// Margins as they were told for accounts.
    fn judged_margins(&self, found: &mut Found) -> Result<()> {
        let sql = "SELECT account_id, margin FROM account_standing WHERE margin IS NOT NULL AND {only}";
        self.each(sql, "account_id", &[], |account, row| {
            let margin = Margin { rate: row.get(1)?, source: MarginSource::Account };
            found.tell(account, |customer| customer.margin = Some(margin));
            Ok(())
        })
    }

    /// Margins from revenue plans: margin ÷ sales over the quarters that say both.
    fn margins(&self, found: &mut Found, rates: &Rates, base: Currency) -> Result<()> {
        let mut planned: HashMap<Id, (i128, i128)> = HashMap::new();
        let sql = "SELECT account_id, margin, sales, currency FROM revenue_plan
            WHERE margin IS NOT NULL AND sales > 0 AND {only}";
        self.each(sql, "account_id", &[], |account, row| {
            let currency: Currency = row.get(3)?;
            let (margin, sales) = (row.get(1)?, row.get(2)?);
            let both = rates.turn(margin, currency, base).zip(rates.turn(sales, currency, base));
            if let Some((margin, sales)) = both {
                let sums = planned.entry(account).or_default();
                *sums = (sums.0 + margin, sums.1 + sales);
            }
            Ok(())
        })?;
        for (account, (margin, sales)) in planned.into_iter().filter(|(_, (_, sales))| *sales > 0) {
            let rate = divide_half_even(margin * i128::from(WHOLE), sales);
            let margin = i64::try_from(rate).ok().map(|rate| Margin { rate, source: MarginSource::Plan });
            found.tell(account, |customer| customer.margin = margin);
        }
        Ok(())
    }
}

impl Found {
    /// Tells something of an account; of one that is not among them nothing is told.
    fn tell(&mut self, account: Id, tell: impl FnOnce(&mut Customer)) {
        if let Some(customer) = self.places.get(&account).and_then(|place| self.customers.get_mut(*place)) {
            tell(customer);
        }
    }
}
