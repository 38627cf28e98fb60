//! Quotas and exchange rates.

use chrono::NaiveDate;

use super::Done;
use super::input;
use super::problem::{Noun, Problem};
use crate::domain::deed::Deed;
use crate::domain::id::Id;
use crate::domain::money::{Currency, Money, Rate};
use crate::domain::period::Period;
use crate::store::table::target::{ExchangeRate, Quota};
use crate::store::{Book, Label};

/// Sets what is to be sold in a period.
///
/// # Errors
/// [`Problem::OutOfRange`] for the amount.
pub fn set_quota(book: &mut Book, period: Period, amount: Money) -> Done<Quota> {
    book.operate(|writer| {
        let quota = writer.set_quota(&period.to_string(), input::amount(amount)?, amount.currency)?;
        Ok((quota, Label::new(Deed::SetQuota, period.to_string())))
    })
}

/// Takes the quota of a period away; past days keep it.
///
/// # Errors
/// [`Problem::NoEntry`] where the period has none.
pub fn delete_quota(book: &mut Book, period: Period) -> Done<()> {
    book.operate(|writer| {
        let words = period.to_string();
        match writer.quota(&words)? {
            None => Err(Problem::NotListed { noun: Noun::Quota, words }),
            Some(quota) => {
                writer.delete_quota(&quota)?;
                Ok(((), Label::new(Deed::DeleteQuota, words)))
            }
        }
    })
}

/// Deletes an exchange rate: from its day on the one before it is in force again. Rates count from the
/// day that they are dated, so figures of those days change with it.
///
/// # Errors
/// [`Problem::Store`] where there is no such rate.
pub fn delete_rate(book: &mut Book, rate: Id) -> Done<()> {
    book.operate(|writer| {
        let rate: ExchangeRate = writer.row(rate)?;
        writer.delete_rate(rate.id)?;
        let label = Label::new(Deed::DeleteRate, rate.currency.to_string());
        Ok(((), label.with(rate.since.to_string())))
    })
}

/// Sets what a unit of a currency is worth in the base currency, from a day on (today, if none is told).
///
/// # Errors
/// [`Problem::RateOfBase`] for the base currency itself.
pub fn set_rate(
    book: &mut Book,
    currency: Currency,
    rate: Rate,
    since: Option<NaiveDate>,
) -> Done<ExchangeRate> {
    book.operate(|writer| {
        let base = writer.settings()?.base_currency;
        if currency == base {
            return Err(Problem::RateOfBase(base.to_string()));
        }
        let rate = writer.set_rate(currency, base, since.unwrap_or(writer.today), rate)?;
        Ok((rate, Label::new(Deed::SetRate, currency.to_string())))
    })
}
