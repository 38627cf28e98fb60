//! The deals of an account, open ones first, and what it bought.

use crate::domain::filter::Kind;
use crate::domain::word::Status;
use crate::store::view::lines::DealLine;
use crate::store::view::list::{Clause, Line as Listed};
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::look::Look;
use crate::tui::screens::Chosen;
use crate::tui::screens::list::detail::neighbours::{deal, stage};
use crate::tui::widgets::badge;
use crate::tui::widgets::due::due;
use crate::tui::widgets::sheet::Sheet;

/// Deals that are shown at most; the list of deals has them all.
const SHOWN: usize = 200;

/// The deals of a record, in their usual order.
///
/// # Errors
/// What the store could not read.
pub fn all(book: &Book, of: &Chosen) -> Result<Vec<DealLine>> {
    let Some(clause) = Clause::within(Kind::Deals, of.kind, of.id) else { return Ok(Vec::new()) };
    let found = book.window::<DealLine>(&clause, DealLine::ORDER, &Default::default(), SHOWN)?;
    Ok(found.into_iter().map(|placed| placed.line).collect())
}

/// Puts them on a sheet by how they were decided, each with its next step.
///
/// # Errors
/// What the store could not read.
pub fn put(sheet: &mut Sheet, book: &Book, look: &Look, of: &Chosen) -> Result<()> {
    let deals = all(book, of)?;
    if deals.is_empty() {
        sheet.words(tr!(look.lang, "record.no_deals"));
    }
    let open: Vec<_> = deals.iter().map(|line| line.deal.id).collect();
    let attention = book.attention_of(&open)?;
    let widest = deals.iter().map(|line| look.measure.width(&stage(look, line))).max().unwrap_or(0);
    for status in [Status::Open, Status::Won, Status::Lost] {
        let some = deals.iter().filter(|line| line.deal.status == status).cloned();
        let lines = some.map(|line| {
            let next = next_step(look, &line);
            let reasons = attention.get(&line.deal.id).map_or(&[][..], Vec::as_slice);
            let (sign, _) = badge::attention(look, reasons);
            let mut shown = deal(look, line, widest);
            shown.about = format!("{sign}  {}", shown.about).trim_start().to_owned();
            (shown, next.into_iter().collect())
        });
        let heading = match status {
            Status::Open => tr!(look.lang, "record.deals_open"),
            Status::Won => tr!(look.lang, "record.deals_won"),
            Status::Lost => tr!(look.lang, "record.deals_lost"),
        };
        sheet.noted(heading, lines.collect());
    }
    Ok(())
}

/// What comes next in an open deal, with its day.
fn next_step(look: &Look, line: &DealLine) -> Option<String> {
    let step = line.deal.next_step.as_ref().filter(|_| line.deal.status == Status::Open)?;
    Some(match line.deal.next_on {
        Some(day) => format!("{}{} · {step}", due(look, day).0, look.date(day)),
        None => step.clone(),
    })
}
