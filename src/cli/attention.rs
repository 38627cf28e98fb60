//! `keybook attention`.

use clap::Args;

use super::desk::Desk;
use super::failure::Failure;
use crate::domain::filter::Kind;
use crate::report::page::Page;
use crate::report::{pages, rows};

/// Lists the open deals that need a word, the worst first, and why: what the weekly review walks through
///
/// From when on a deal needs one are settings of the book: quiet_days, stage_days, moves_of_close, and
/// stage.KEY.limit_days for one stage. Deals that were put off until a later day are left out.
#[derive(Debug, Args)]
pub(super) struct Attention {
    /// How many at most
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
}

impl Attention {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let book = desk.book()?;
        let clause = desk.clause(&book, Kind::Deals)?;
        let limit = self.limit.unwrap_or(usize::MAX);
        let deals = rows::review::attention(desk.lang, &book, &clause, limit)?;
        desk.give_list(&deals, || Page::of_table(desk.lang, "", pages::review::attention(desk.lang, &deals)))
    }
}
