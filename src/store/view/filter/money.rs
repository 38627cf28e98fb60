//! Amounts in filters: turned into the base currency exactly as in the figures, but on the side of the
//! limit, so that an index on the amounts can be used.

use std::collections::HashMap;

use rusqlite::types::Value;

use super::places::{Place, place};
use super::{Compiler, Sql, any, within};
use crate::domain::filter::{AmountSpan, Span, Subject, Target};
use crate::domain::funnel::Rates;
use crate::domain::id::Id;
use crate::domain::money::{Currency, LARGEST_AMOUNT};
use crate::store::error::Result;

impl Compiler<'_> {
    /// That an amount lies in a stretch.
    pub(super) fn amounts(&self, target: &Target, amounts: &AmountSpan) -> Result<Sql> {
        match target {
            Target::Own(Subject::OpenAmount) => self.open_amounts(amounts),
            Target::Own(subject) => {
                let currency = place(self.kind, Subject::Currency);
                self.each_currency(amounts, &place(self.kind, *subject), &currency)
            }
            Target::Custom(key) => {
                let Place::One(value, own) = Place::custom(self.kind, key) else { return Ok(any([])) };
                let minor = Place::One(format!("keybook_minor({value})"), own.clone());
                let currency = Place::One(format!("substr({value}, -3)"), own);
                self.each_currency(amounts, &minor, &currency)
            }
        }
    }

    /// That the amount lies between the limits in its own currency.
    fn each_currency(&self, amounts: &AmountSpan, minor: &Place, currency: &Place) -> Result<Sql> {
        let limits = match amounts.currency {
            Some(own) => vec![(own, amounts.span)],
            None => self.limits(amounts.span)?,
        };
        Ok(any(limits.into_iter().map(|(own, span)| {
            let code = Value::from(own.code().to_owned());
            let (is_currency, mut values) = currency.any([("{} = ?".to_owned(), vec![code])]);
            let (is_within, limits) = minor.any([within(span, Value::from)]);
            values.extend(limits);
            (format!("({is_currency} AND {is_within})"), values)
        })))
    }

    /// The limits in each currency that has a rate: the stretch of amounts which, turned into the base
    /// currency, lie in `span`. Turning never changes the order of amounts, so halving finds the ends.
    fn limits(&self, span: Span<i64>) -> Result<Vec<(Currency, Span<i64>)>> {
        let base = self.book.settings()?.base_currency;
        let rates = self.book.rates_on(base, self.book.today())?;
        let mut currencies: Vec<Currency> =
            self.book.exchange_rates(base)?.into_iter().map(|rate| rate.currency).collect();
        currencies.dedup();
        currencies.push(base);
        let rated = currencies.into_iter().filter(|own| *own == base || rates.get(*own).is_some());
        Ok(rated.map(|own| (own, turned_back(span, own, base, &rates))).collect())
    }

    /// That what an account's open deals add up to lies in a stretch. The sums are made by the rules, so
    /// the condition names the accounts.
    fn open_amounts(&self, amounts: &AmountSpan) -> Result<Sql> {
        let sums = self.open_sums(amounts.currency)?;
        let list = |fits: bool| {
            let ids = sums.iter().filter(|(_, sum)| contains(amounts.span, **sum) == fits);
            ids.map(|(id, _)| id.0.to_string()).collect::<Vec<_>>().join(",")
        };
        // An account without open deals has the sum 0.
        let (not, ids) = match contains(amounts.span, 0) {
            true => ("NOT ", list(false)),
            false => ("", list(true)),
        };
        let sql = format!("account.id {not}IN (SELECT value FROM json_each(?))");
        Ok((sql, vec![format!("[{ids}]").into()]))
    }

    /// The open amounts of accounts: those of one currency, or all in the base currency.
    fn open_sums(&self, only: Option<Currency>) -> Result<HashMap<Id, i128>> {
        let base = self.book.settings()?.base_currency;
        let rates = self.book.rates_on(base, self.book.today())?;
        let mut statement = self.book.connection.prepare_cached(
            "SELECT account_id, amount, currency FROM deal WHERE status = 'open' AND amount IS NOT NULL",
        )?;
        let mut rows = statement.query([])?;
        let mut sums = HashMap::new();
        while let Some(row) = rows.next()? {
            let (account, minor, currency): (Id, i64, Currency) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let amount = match only {
                Some(only) => (only == currency).then_some(i128::from(minor)),
                None => rates.turn(minor, currency, base),
            };
            *sums.entry(account).or_default() += amount.unwrap_or_default();
        }
        Ok(sums)
    }
}

fn contains(span: Span<i64>, sum: i128) -> bool {
    span.from.is_none_or(|from| i128::from(from) <= sum) && span.to.is_none_or(|to| sum <= i128::from(to))
}

/// The amounts of a currency that lie in `span` once they are turned into the base currency.
fn turned_back(span: Span<i64>, own: Currency, base: Currency, rates: &Rates) -> Span<i64> {
    if own == base {
        return span;
    }
    let reaches = |limit: i64| {
        move |minor: i64| rates.turn(minor, own, base).is_none_or(|turned| turned >= i128::from(limit))
    };
    Span {
        from: span.from.map(|from| first_that(reaches(from))),
        to: span.to.map(|to| first_that(reaches(to.saturating_add(1))) - 1),
    }
}

/// The smallest amount for which a condition holds that, once it holds, holds for all larger ones.
fn first_that(holds: impl Fn(i64) -> bool) -> i64 {
    let (mut below, mut above) = (-1, LARGEST_AMOUNT + 1);
    while below + 1 < above {
        let middle = below + (above - below) / 2;
        if holds(middle) { above = middle } else { below = middle }
    }
    above
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn limits_in_another_currency_let_the_same_amounts_through(
            minor in 0..=LARGEST_AMOUNT, rate in 1i64..9_000_000_000_000, from in 0i64..1_000_000_000, width in 0i64..1_000_000,
        ) {
            let (usd, eur) = (Currency::USD, Currency::EUR);
            let rates: Rates = [(usd, crate::domain::money::Rate(rate))].into_iter().collect();
            let span = Span { from: Some(from), to: Some(from + width) };
            let back = turned_back(span, usd, eur, &rates);
            let fits = rates.turn(minor, usd, eur).is_some_and(|turned| contains(span, turned));
            prop_assert_eq!(back.contains(minor), fits);
        }
    }
}
