//! What is asked before a deed: the forms of records, and the short questions of daily work. They are made
//! from the book as it is when they open.

mod account;
mod contact;
mod daily;
mod deal;
mod entry;
#[cfg(test)]
mod tests;
mod told;

use super::form::FormDialog;
use crate::domain::id::Id;
use crate::domain::word::RecordKind;
use crate::store::view::lines::ContactLine;
use crate::store::{Book, Result};
use crate::tui::entry::{Entry, Kind};
use crate::tui::look::Look;
use crate::tui::screens::Chosen;

/// Something to be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// How a deal was won.
    Win(Id),
    /// How a deal was lost.
    Lose(Id),
    /// What comes next in a deal.
    NextStep(Id),
    /// What a deal is worth.
    Amount(Id),
    /// When a deal is expected to close.
    CloseDate(Id),
    /// What was said to somebody.
    Contacted(Chosen),
    /// All of a record.
    Edit(RecordKind, Id),
    /// A new record, of an account.
    Add(RecordKind, Option<Id>),
    /// A new deal with a person, at their account.
    AddDealWith(Id),
    /// All of an entry of the register, or of a link.
    EditEntry(Entry),
    /// A new entry, belonging to a record.
    AddEntry(Kind, Option<Chosen>),
}

impl Question {
    /// Its form.
    ///
    /// # Errors
    /// What the store could not read.
    pub fn form(self, book: &Book, look: &Look) -> Result<FormDialog> {
        match self {
            Question::Win(id) => daily::win(book, look, id),
            Question::Lose(id) => daily::lose(book, look, id),
            Question::NextStep(id) => daily::next_step(book, look, id),
            Question::Amount(id) => daily::amount(book, look, id),
            Question::CloseDate(id) => daily::close_date(book, look, id),
            Question::Contacted(record) => Ok(daily::contacted(look, record)),
            Question::Edit(RecordKind::Account, id) => account::form(book, look, Some(id)),
            Question::Edit(RecordKind::Contact, id) => contact::form(book, look, Some(id), None),
            Question::Edit(_, id) => deal::form(book, look, Some(id), None, None),
            Question::AddDealWith(person) => {
                let of = book.line::<ContactLine>(person)?.contact.account_id;
                deal::form(book, look, None, of, Some(person))
            }
            Question::EditEntry(entry) => entry::edit(book, look, entry),
            Question::AddEntry(kind, of) => entry::add(book, look, kind, of.as_ref()),
            Question::Add(RecordKind::Account, _) => account::form(book, look, None),
            Question::Add(RecordKind::Contact, account) => contact::form(book, look, None, account),
            Question::Add(_, account) => deal::form(book, look, None, account, None),
        }
    }
}
