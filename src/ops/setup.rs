//! The first start: what a fresh book is filled with, and the answers to its questions.

use super::problem::Problem;
use super::{Done, input, stage};
use crate::domain::deed::Deed;
use crate::domain::money::{Currency, Money};
use crate::domain::period::Period;
use crate::domain::stage::Template;
use crate::domain::text::clean_line;
use crate::store::table::colleague::Colleague;
use crate::store::table::stage::LostReason;
use crate::store::{Book, BookFile, Clock, Label, Writer};

/// Why deals are lost, to begin with.
const LOST_REASONS: &[&str] =
    &["price", "product", "competitor", "timing", "budget", "relationship", "no_decision", "other"];

/// The answers of the first start; each can be skipped.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answers {
    /// The name of the person at the keyboard.
    pub name: Option<String>,
    /// The currency of totals.
    pub base_currency: Option<Currency>,
    /// The month in which the fiscal year begins, 1 to 12.
    pub fiscal_first_month: Option<u8>,
    /// This quarter's quota, minor units of the base currency.
    pub quota: Option<i64>,
}

/// Opens a book, making and filling it where there is none.
///
/// # Errors
/// [`Problem::Store`] with all that concerns opening.
pub fn open(file: impl Into<BookFile>, clock: Clock) -> Result<Book, Problem> {
    let mut book = Book::open(file, clock)?;
    prepare(&mut book)?;
    Ok(book)
}

/// Fills a fresh book with the method's stages and reasons for losing; does nothing to any other. This is
/// part of making the book, not something a person does, so there is nothing to undo.
///
/// # Errors
/// [`Problem::Store`].
pub fn prepare(book: &mut Book) -> Result<(), Problem> {
    if !book.stages()?.is_empty() {
        return Ok(());
    }
    book.found(|writer| {
        // Another process may have filled it in the meantime.
        if writer.stages()?.is_empty() {
            fill(writer)?;
        }
        Ok(())
    })
}

fn fill(writer: &Writer<'_>) -> Result<(), Problem> {
    stage::fill(writer, Template::Method)?;
    for (key, position) in LOST_REASONS.iter().zip(1..) {
        let id = writer.mint()?;
        writer.insert_lost_reason(&LostReason { id, key: (*key).to_owned(), name: None, position })?;
    }
    Ok(())
}

/// Whether the first start's questions are still to be asked.
///
/// # Errors
/// [`Problem::Store`].
pub fn is_fresh(book: &Book) -> Result<bool, Problem> {
    Ok(!book.settings()?.begun)
}

/// Keeps the answers of the first start.
///
/// # Errors
/// [`Problem::Setting`], [`Problem::OutOfRange`].
pub fn begin(book: &mut Book, answers: &Answers) -> Done<()> {
    book.operate(|writer| {
        let mut settings = writer.settings()?;
        if let Some(currency) = answers.base_currency {
            settings.set("base_currency", currency.code())?;
            writer.set_setting("base_currency", currency.code())?;
        }
        if let Some(month) = answers.fiscal_first_month {
            settings.set("fiscal_first_month", &month.to_string())?;
            writer.set_setting("fiscal_first_month", &month.to_string())?;
        }
        if let Some(name) = answers.name.as_deref().map(clean_line).filter(|name| !name.is_empty()) {
            introduce(writer, &name)?;
        }
        if let Some(minor) = answers.quota {
            let quota = Money::new(minor, settings.base_currency);
            let period = Period::quarter_of(writer.today, settings.fiscal_first_month);
            writer.set_quota(&period.to_string(), input::amount(quota)?, quota.currency)?;
        }
        writer.set_setting("begun", "true")?;
        Ok(((), Label::new(Deed::BeginBook, answers.name.as_deref().map(clean_line).unwrap_or_default())))
    })
}

/// Says who the person at the keyboard is.
fn introduce(writer: &Writer<'_>, name: &str) -> Result<(), Problem> {
    let (name, name_key) = input::name(name)?;
    match writer.me()? {
        Some(me) => Ok(writer.update_colleague(&Colleague { name, name_key, ..me })?),
        None => {
            let id = writer.mint()?;
            Ok(writer.insert_colleague(&Colleague {
                id,
                name,
                name_key,
                email: None,
                role: None,
                is_me: true,
            })?)
        }
    }
}
