//! `keybook search`.

use clap::Args;

use super::desk::Desk;
use super::failure::Failure;
use crate::report::model::SearchHitOut;
use crate::report::page::Page;
use crate::report::pages;
use crate::report::rows::history;

/// Finds records by their words: names, notes, addresses, what was said
#[derive(Debug, Args)]
pub(super) struct Search {
    /// The words; all of them must be there, the last letters of one may be missing
    #[arg(required = true)]
    words: Vec<String>,
    /// How many to show at most
    #[arg(long, value_name = "N", default_value_t = 50)]
    limit: usize,
}

impl Search {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let book = desk.book()?;
        let words = self.words.join(" ");
        let hits = book.search(&words, self.limit)?.into_iter();
        let hits: Vec<SearchHitOut> = hits.map(|hit| history::hit(hit, &words)).collect();
        desk.give_list(&hits, || Page::of_table(desk.lang, "", pages::search::list(desk.lang, &hits)))
    }
}
