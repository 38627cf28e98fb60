//! `keybook quota`.

use clap::Subcommand;

use super::beside::deleted;
use super::desk::Desk;
use super::failure::Failure;
use super::value;
use crate::ops::target;
use crate::report::model::QuotaOut;
use crate::report::page::Page;
use crate::report::pages;
use crate::tr;

/// Keeps quotas: what is to be sold in a period
#[derive(Debug, Subcommand)]
pub(super) enum Quota {
    /// Sets the quota of a period
    Set {
        /// The period: 2026, 2026H2, 2026Q4 or 2026-11
        #[arg(value_name = "PERIOD")]
        of: String,
        /// How much is to be sold
        amount: String,
    },
    /// Lists quotas
    List,
    /// Takes the quota of a period away; past days keep it
    Delete {
        /// The period: 2026, 2026H2, 2026Q4 or 2026-11
        #[arg(value_name = "PERIOD")]
        of: String,
    },
}

impl Quota {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let lang = desk.lang;
        let mut book = desk.book()?;
        match self {
            Quota::Set { of, amount } => {
                let base = book.settings()?.base_currency;
                let period = value::period(lang, "PERIOD", &of)?;
                let amount = value::money(lang, "AMOUNT", &amount, base)?;
                let quota = QuotaOut::from(target::set_quota(&mut book, period, amount)?.value);
                let amount = format!("{} {}", amount.decimal(), amount.currency);
                let line = tr!(lang, "done.quota", period = quota.period, amount = amount);
                desk.give(&quota, || Page::of_line(lang, line))
            }
            Quota::Delete { of } => {
                let period = value::period(lang, "PERIOD", &of)?;
                let words = period.to_string();
                let quota = book.quotas()?.into_iter().find(|quota| quota.period == words);
                target::delete_quota(&mut book, period)?;
                deleted(desk, &quota.map(QuotaOut::from), &words)
            }
            Quota::List => {
                let quotas: Vec<QuotaOut> = book.quotas()?.into_iter().map(QuotaOut::from).collect();
                desk.give_list(&quotas, || Page::of_table(lang, "", pages::sales::quotas(lang, &quotas)))
            }
        }
    }
}
