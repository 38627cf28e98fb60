//! Winning, losing, reopening and deleting deals.

use chrono::NaiveDate;

use super::super::input;
use super::super::problem::Problem;
use super::super::{Done, problem::Place};
use super::must_be_open;
use crate::domain::deed::Deed;
use crate::domain::id::Id;
use crate::domain::money::Money;
use crate::domain::text::{clean_line, clean_text};
use crate::domain::word::Status;
use crate::store::table::deal::Deal;
use crate::store::table::stage::LostReason;
use crate::store::{Book, Label, Writer};

/// How a deal was won.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Won {
    /// The day of the sale; none is today. It may be past, not future.
    pub on: Option<NaiveDate>,
    /// What it was won at; none is its amount.
    pub amount: Option<Money>,
}

/// How a deal was lost.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lost {
    /// Why: a reason of the list by key or name; a new one is added to it.
    pub reason: String,
    /// The day; none is today. It may be past, not future.
    pub on: Option<NaiveDate>,
    /// To whom.
    pub competitor: Option<String>,
    /// A line of what was learned.
    pub learned: Option<String>,
}

/// Marks an open deal as won, from any stage.
///
/// # Errors
/// [`Problem::Closed`], [`Problem::Future`], [`Problem::OutOfRange`].
pub fn win(book: &mut Book, deal: Id, won: &Won) -> Done<Id> {
    book.operate(|writer| mark_won(writer, deal, won))
}

/// Marks an open deal as won within another operation.
pub(in crate::ops) fn mark_won(writer: &Writer<'_>, deal: Id, won: &Won) -> Result<(Id, Label), Problem> {
    let mut deal: Deal = writer.row(deal)?;
    must_be_open(&deal)?;
    deal.closed_on = Some(input::past_day(writer, won.on)?);
    if let Some(money) = won.amount {
        deal.amount = Some(input::amount(money)?);
        deal.currency = money.currency;
    }
    deal.status = Status::Won;
    keep(writer, &mut deal)?;
    Ok((deal.id, Label::new(Deed::WinDeal, deal.name)))
}

/// Marks an open deal as lost.
///
/// # Errors
/// [`Problem::Closed`], [`Problem::Future`], [`Problem::Missing`] without a reason.
pub fn lose(book: &mut Book, deal: Id, lost: &Lost) -> Done<Id> {
    book.operate(|writer| mark_lost(writer, deal, lost))
}

/// Marks an open deal as lost within another operation.
pub(in crate::ops) fn mark_lost(writer: &Writer<'_>, deal: Id, lost: &Lost) -> Result<(Id, Label), Problem> {
    let mut deal: Deal = writer.row(deal)?;
    must_be_open(&deal)?;
    deal.closed_on = Some(input::past_day(writer, lost.on)?);
    deal.lost_reason_id = Some(find_or_add_reason(writer, &lost.reason)?);
    if let Some(competitor) = &lost.competitor {
        deal.competitor = Some(clean_line(competitor)).filter(|text| !text.is_empty());
    }
    if let Some(learned) = &lost.learned {
        deal.learned = Some(clean_text(learned)).filter(|text| !text.is_empty());
    }
    deal.status = Status::Lost;
    keep(writer, &mut deal)?;
    Ok((deal.id, Label::new(Deed::LoseDeal, deal.name)))
}

/// Opens a won or lost deal again, at the stage where it was.
///
/// # Errors
/// [`Problem::NotClosed`].
pub fn reopen(book: &mut Book, deal: Id) -> Done<Id> {
    book.operate(|writer| {
        let mut deal: Deal = writer.row(deal)?;
        if deal.status == Status::Open {
            return Err(Problem::NotClosed(deal.name));
        }
        deal.status = Status::Open;
        deal.closed_on = None;
        deal.lost_reason_id = None;
        keep(writer, &mut deal)?;
        Ok((deal.id, Label::new(Deed::ReopenDeal, deal.name)))
    })
}

/// Deletes a deal; the past keeps it in its figures.
///
/// # Errors
/// [`Problem::Store`] where there is no such deal.
pub fn delete(book: &mut Book, deal: Id) -> Done<()> {
    book.operate(|writer| {
        let deal: Deal = writer.row(deal)?;
        writer.delete_deal(deal.id)?;
        Ok(((), Label::new(Deed::DeleteDeal, deal.name)))
    })
}

fn keep(writer: &Writer<'_>, deal: &mut Deal) -> Result<(), Problem> {
    deal.updated_at = writer.now;
    Ok(writer.update_deal(deal, writer.today)?)
}

/// The reason that a word means, by key or name; a new one is added to the list.
pub(in crate::ops) fn find_or_add_reason(writer: &Writer<'_>, word: &str) -> Result<Id, Problem> {
    let name = clean_line(word);
    if name.is_empty() {
        return Err(Problem::Missing(Place::Text));
    }
    let key = reason_key(&name);
    let known = writer.lost_reasons()?;
    let same = |reason: &&LostReason| {
        reason.key == key || reason.name.as_deref().is_some_and(|known| reason_key(known) == key)
    };
    if let Some(reason) = known.iter().find(same) {
        return Ok(reason.id);
    }
    let id = writer.mint()?;
    let position = known.iter().map(|reason| reason.position + 1).max().unwrap_or_default();
    writer.insert_lost_reason(&LostReason { id, key, name: Some(name), position })?;
    Ok(id)
}

/// A reason's words as a key: lower case, words joined by an underscore.
pub(in crate::ops) fn reason_key(words: &str) -> String {
    words
        .to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("_")
}
