//! The reports: pages that one can send, print and keep. Each is a [`Document`] of figures that the commands
//! give too, the large ones first, pictures with tables beside them.

mod account;
mod book;
mod deals;
mod people;
mod period;
mod quarter;
mod segments;
mod week;

use chrono::NaiveDate;

use super::document::{Document, Number};
use super::model::Amount;
use super::{abbreviated, plan, rows};
use crate::domain::id::Id;
use crate::domain::period::Period;
use crate::i18n::Lang;
use crate::store::{Book, Result};
use crate::tr;

/// What a report is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A period's week, after the end of a day.
    Week(Period, NaiveDate),
    /// A quarter, or another period.
    Quarter(Period),
    /// An account.
    Account(Id),
    /// The whole book.
    Book,
    /// The client plan of an account.
    Plan(Id),
}

/// The report about something, from the book.
///
/// # Errors
/// [`crate::store::Error::NoRecord`] where there is no such account.
pub fn report(lang: Lang, book: &Book, subject: Subject) -> Result<Document> {
    let by = book.me()?.map(|me| me.name);
    let mut document = match subject {
        Subject::Week(period, from) => week::document(lang, &rows::week::week(lang, book, period, from)?),
        Subject::Quarter(period) => {
            quarter::document(lang, &book.stages_as_of(None)?, &rows::quarter::quarter(lang, book, period)?)
        }
        Subject::Account(id) => {
            account::document(lang, &book.stages_as_of(None)?, &rows::dossier::dossier(lang, book, id)?)
        }
        Subject::Plan(id) => return Ok(plan::document(lang, &plan::read(book, id)?)),
        Subject::Book => book::document(lang, book.today(), &rows::portfolio::portfolio(lang, book)?),
    };
    if let Some(name) = by.filter(|name| !name.is_empty()) {
        document.under = tr!(lang, "report.by", about = document.under, name = name).into_owned();
    }
    Ok(document)
}

/// An amount as a large figure: `1.71M EUR`.
fn large(lang: Lang, amount: Amount) -> String {
    format!("{} {}", abbreviated(lang, amount.minor, amount.currency), amount.currency)
}

/// A ratio as a large figure; a dash where it is not defined.
fn share(ratio: Option<f64>) -> String {
    ratio.map_or_else(|| "–".to_owned(), super::figures::ratio)
}

/// A large figure.
fn number(label: impl Into<String>, figure: impl Into<String>, note: impl Into<String>) -> Number {
    Number { label: label.into(), figure: figure.into(), note: note.into(), ..Number::default() }
}
