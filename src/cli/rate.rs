//! `keybook rate`.

use clap::Subcommand;

use super::beside::deleted;
use super::desk::Desk;
use super::failure::Failure;
use super::value;
use crate::ops::{Noun, Problem, target};
use crate::report::model::RateOut;
use crate::report::page::Page;
use crate::report::pages;
use crate::tr;

/// Keeps exchange rates to the base currency
#[derive(Debug, Subcommand)]
pub(super) enum Rate {
    /// Sets what one unit of a currency is worth in the base currency
    Set {
        /// The foreign currency, such as USD
        currency: String,
        /// What one unit of it is worth, such as 7.12
        rate: String,
        /// The first day it is in force, if not today
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
    },
    /// Lists exchange rates
    List,
    /// Deletes an exchange rate; the one before it is in force again
    Delete {
        /// The foreign currency, such as USD
        currency: String,
        /// The first day it is in force, if not today
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
    },
}

impl Rate {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let lang = desk.lang;
        let mut book = desk.book()?;
        match self {
            Rate::Set { currency, rate, on } => {
                let currency = value::currency(lang, "CURRENCY", &currency)?;
                let rate = value::exchange_rate(lang, &rate)?;
                let on = desk.day("--on", on.as_deref())?;
                let set = target::set_rate(&mut book, currency, rate, on)?.value;
                let (day, base) = (set.since, set.base);
                let decimal = rate.decimal();
                let line =
                    tr!(lang, "done.rate", day = day, currency = currency, rate = decimal, base = base);
                desk.give(&RateOut::from(set), || Page::of_line(lang, line))
            }
            Rate::Delete { currency, on } => {
                let currency = value::currency(lang, "CURRENCY", &currency)?;
                let on = desk.day("--on", on.as_deref())?.unwrap_or(desk.today());
                let words = format!("{currency} {on}");
                let rates = book.exchange_rates(book.settings()?.base_currency)?;
                let known = rates.into_iter().find(|rate| rate.currency == currency && rate.since == on);
                let unknown = || Problem::NotListed { noun: Noun::Rate, words: words.clone() };
                let rate = known.ok_or_else(unknown)?;
                target::delete_rate(&mut book, rate.id)?;
                deleted(desk, &RateOut::from(rate), &words)
            }
            Rate::List => {
                let base = book.settings()?.base_currency;
                let rates: Vec<RateOut> = book.exchange_rates(base)?.into_iter().map(RateOut::from).collect();
                desk.give_list(&rates, || Page::of_table(lang, "", pages::sales::rates(lang, &rates)))
            }
        }
    }
}
