//! `keybook submit`.

use clap::Args;

use super::desk::Desk;
use super::failure::Failure;
use super::value;
use crate::ops::submission::{self, Call};
use crate::report::{pages, rows};
use crate::tr;

/// Hands in the forecast of a period: the amount one commits to, with all figures as they are now
///
/// The present quarter, unless --period says otherwise. Without an amount it is what is won, ordered and
/// weighted together. keybook accuracy holds it against what was sold.
#[derive(Debug, Args)]
pub(super) struct Submit {
    /// The amount one commits to
    #[arg(long, value_name = "AMOUNT")]
    amount: Option<String>,
    /// A line about it
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

impl Submit {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let lang = desk.lang;
        let mut book = desk.book()?;
        let base = book.settings()?.base_currency;
        let amount = self.amount.map(|text| value::money(lang, "--amount", &text, base)).transpose()?;
        let call = Call { period: desk.period()?, amount, note: self.note };
        let submitted = rows::review::submission(submission::submit(&mut book, &call)?.value);
        let amount = format!("{} {}", call_text(&submitted), submitted.currency);
        let line = tr!(lang, "done.submitted", period = submitted.period, amount = amount);
        desk.give(&submitted, || pages::review::submitted(lang, line, &submitted))
    }
}

fn call_text(submitted: &crate::report::model::SubmissionOut) -> String {
    crate::report::grouped(submitted.amount.minor, submitted.currency, true)
}
