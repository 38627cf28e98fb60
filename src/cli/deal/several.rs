//! Changing all deals that fit a filter.

use super::told::Told;
use crate::cli::desk::Desk;
use crate::cli::failure::Failure;
use crate::domain::filter::Kind;
use crate::ops::bulk;
use crate::report::model::ChangedOut;
use crate::report::page::Page;
use crate::report::problem::Explained;
use crate::report::{many, words};
use crate::store::Book;
use crate::tr;

/// Makes one change to all deals that `--filter` asks for.
pub(super) fn edit(desk: &Desk, book: &mut Book, told: Told) -> Result<(), Failure> {
    if desk.global.filter.is_none() {
        return Err(refused(desk, tr!(desk.lang, "cli.which_deal")));
    }
    let which = desk.clause(book, Kind::Deals)?;
    let change = told.change(desk)?.ok_or_else(|| refused(desk, tr!(desk.lang, "cli.one_change")))?;
    let outcome = bulk::change(book, Kind::Deals, &which, &change)?;
    let done = tr!(desk.lang, "many.done", what = words::operation(desk.lang, &outcome.label));
    let line = many::told(desk.lang, &outcome, &done);
    desk.give(&ChangedOut::from(outcome.value), || Page::of_line(desk.lang, line))
}

/// The deal that is named, where only one can be meant.
pub(super) fn only_one(desk: &Desk, deal: Option<String>) -> Result<String, Failure> {
    match (deal, &desk.global.filter) {
        (Some(deal), None) => Ok(deal),
        (_, None) => Err(refused(desk, tr!(desk.lang, "cli.which_deal"))),
        (..) => Err(refused(desk, tr!(desk.lang, "cli.deal_and_filter"))),
    }
}

fn refused(desk: &Desk, what: words::Word) -> Failure {
    Failure::Usage(Explained::new(what).hint(tr!(desk.lang, "cli.one_change_hint")))
}
