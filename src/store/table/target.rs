//! Quotas and exchange rates: what figures are held against and turned with.

use chrono::NaiveDate;

use crate::domain::id::Id;
use crate::domain::money::{Currency, Rate};
use crate::store::Writer;
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::row::{self, table};

table! {
    /// What is to be sold in a period.
    pub struct Quota in "quota" {
        /// The period: 2026Q4.
        pub period: String,
        /// The amount, minor units of `currency`.
        pub amount: i64,
        /// The currency.
        pub currency: Currency,
    }
}

table! {
    /// What a unit of a currency is worth in a base currency, from a day on. Rates to another base than
    /// the book's present one stay, and are used again when the base is changed back.
    pub struct ExchangeRate in "exchange_rate" {
        /// Which currency.
        pub currency: Currency,
        /// The base currency it is told in.
        pub base: Currency,
        /// From which day on.
        pub since: NaiveDate,
        /// Units of the base currency per unit.
        pub rate: Rate,
    }
}

impl Book {
    /// Every quota, by period.
    pub fn quotas(&self) -> Result<Vec<Quota>> {
        row::all(&self.connection, "1 ORDER BY period", &[])
    }

    /// Every exchange rate to a base currency, by currency and day.
    pub fn exchange_rates(&self, base: Currency) -> Result<Vec<ExchangeRate>> {
        row::all(&self.connection, "base = ?1 ORDER BY currency, since", &[&base])
    }
}

impl Writer<'_> {
    /// Sets the quota of a period, with its event.
    pub fn set_quota(&self, period: &str, amount: i64, currency: Currency) -> Result<Quota> {
        let old: Option<Quota> = row::first(self.connection, "period = ?1", &[&period])?;
        let id = old.as_ref().map_or_else(|| self.mint(), |quota| Ok(quota.id))?;
        let quota = Quota { id, period: period.to_owned(), amount, currency };
        match old {
            Some(old) if old == quota => return Ok(quota),
            Some(_) => self.update_row(&quota)?,
            None => self.insert_row(&quota)?,
        }
        self.record_quota(period, Some(amount), Some(currency))?;
        Ok(quota)
    }

    /// Sets an exchange rate from a day on.
    pub fn set_rate(
        &self,
        currency: Currency,
        base: Currency,
        since: NaiveDate,
        rate: Rate,
    ) -> Result<ExchangeRate> {
        let old: Option<ExchangeRate> = row::first(
            self.connection,
            "base = ?1 AND currency = ?2 AND since = ?3",
            &[&base, &currency, &since],
        )?;
        let id: Id = old.as_ref().map_or_else(|| self.mint(), |rate| Ok(rate.id))?;
        let fresh = ExchangeRate { id, currency, base, since, rate };
        match old {
            Some(old) if old == fresh => {}
            Some(_) => self.update_row(&fresh)?,
            None => self.insert_row(&fresh)?,
        }
        Ok(fresh)
    }

    /// The quota of a period.
    pub fn quota(&self, period: &str) -> Result<Option<Quota>> {
        row::first(self.connection, "period = ?1", &[&period])
    }

    /// Takes a quota away, with its event: past days keep it.
    pub fn delete_quota(&self, quota: &Quota) -> Result<()> {
        self.delete_row::<Quota>(quota.id)?;
        self.record_quota(&quota.period, None, None)
    }

    /// Takes an exchange rate out: from its day on the one before it is in force again.
    pub fn delete_rate(&self, rate: Id) -> Result<()> {
        self.delete_row::<ExchangeRate>(rate)
    }
}
