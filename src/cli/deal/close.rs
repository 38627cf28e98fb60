//! `keybook deal win` and `keybook deal lose`.

use clap::Args;

use super::answer;
use crate::cli::desk::Desk;
use crate::cli::failure::Failure;
use crate::cli::{name, value};
use crate::ops::deal::{self, Lost, Won};
use crate::store::Book;
use crate::store::table::deal::Deal;
use crate::tr;

/// How a deal was won.
#[derive(Debug, Args)]
pub(in crate::cli) struct Win {
    /// The deal: its code, id, or words of its name
    deal: String,
    /// The day of the sale, if not today; it cannot lie in the future
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    /// What it was won at, if not at its amount
    #[arg(long, value_name = "AMOUNT")]
    amount: Option<String>,
}

/// How a deal was lost.
#[derive(Debug, Args)]
pub(in crate::cli) struct Lose {
    /// The deal: its code, id, or words of its name
    deal: String,
    /// Why: price, product, competitor, timing, budget, relationship, no_decision, other, or your own word
    #[arg(long, value_name = "REASON")]
    reason: String,
    /// The day, if not today; it cannot lie in the future
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    /// To whom it was lost
    #[arg(long, value_name = "NAME")]
    competitor: Option<String>,
    /// What was learned, in a line
    #[arg(long, value_name = "TEXT")]
    learned: Option<String>,
}

impl Win {
    pub fn run(self, desk: &Desk, book: &mut Book) -> Result<(), Failure> {
        let id = name::deal(book, &self.deal)?;
        let currency = book.row::<Deal>(id)?.currency;
        let amount = self.amount.map(|text| value::money(desk.lang, "--amount", &text, currency));
        let won = Won { on: desk.day("--on", self.on.as_deref())?, amount: amount.transpose()? };
        deal::win(book, id, &won)?;
        answer(desk, book, id, |record| tr!(desk.lang, "done.won", record = record).into())
    }
}

impl Lose {
    pub fn run(self, desk: &Desk, book: &mut Book) -> Result<(), Failure> {
        let id = name::deal(book, &self.deal)?;
        let lost = Lost {
            reason: self.reason,
            on: desk.day("--on", self.on.as_deref())?,
            competitor: self.competitor,
            learned: self.learned,
        };
        deal::lose(book, id, &lost)?;
        answer(desk, book, id, |record| tr!(desk.lang, "done.lost", record = record).into())
    }
}
