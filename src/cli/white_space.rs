//! `keybook whitespace`.

use clap::Args;

use super::desk::Desk;
use super::failure::Failure;
use super::value;
use crate::domain::filter::Kind;
use crate::domain::white_space::CrossingState;
use crate::report::{pages, rows, words};

/// Crosses accounts with products: bought, in an open deal, lost, or blank, with totals on both edges
///
/// --filter narrows the accounts.
#[derive(Debug, Args)]
pub(super) struct WhiteSpace {
    /// Only crossings in this state, one to a line
    #[arg(long, value_name = "bought|open|lost|blank")]
    state: Option<String>,
}

impl WhiteSpace {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let state =
            |word: &String| value::word(desk.lang, "--state", word, CrossingState::ALL, words::crossing);
        let state = self.state.as_ref().map(state).transpose()?;
        let book = desk.book()?;
        let clause = desk.clause(&book, Kind::Accounts)?;
        let view = rows::white_space::white_space(&book, &clause, state)?;
        desk.give_rows(&view, &view.cells, || match state {
            None => pages::white_space::grid(desk.lang, &view),
            Some(_) => pages::white_space::list(desk.lang, &view),
        })
    }
}
