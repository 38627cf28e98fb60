//! `keybook rate`.

use clap::Subcommand;

use super::desk::Desk;
use super::failure::Failure;
use super::value;
use crate::ops::target;
use crate::report::model::RateOut;
use crate::report::page::Page;
use crate::report::pages;
use crate::store::table::target::ExchangeRate;
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
                desk.give(&read(set), || Page::of_line(lang, line))
            }
            Rate::List => {
                let base = book.settings()?.base_currency;
                let rates: Vec<RateOut> = book.exchange_rates(base)?.into_iter().map(read).collect();
                desk.give_list(&rates, || Page::of_table(lang, "", pages::sales::rates(lang, &rates)))
            }
        }
    }
}

fn read(rate: ExchangeRate) -> RateOut {
    RateOut {
        currency: rate.currency,
        rate: rate.rate.decimal().parse().unwrap_or_default(),
        base: rate.base,
        on: rate.since,
    }
}
