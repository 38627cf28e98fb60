//! Changing what the book's figures depend on.

use super::Done;
use super::problem::Problem;
use crate::domain::deed::Deed;
use crate::domain::health::{Danger, Weights};
use crate::store::{Book, Label, Writer};

/// Changes a setting of the book.
///
/// # Errors
/// [`Problem::Setting`] where there is no such setting or the value does not fit.
pub fn set(book: &mut Book, key: &str, value: &str) -> Done<()> {
    book.operate(|writer| {
        let plain = put(writer, key, value)?;
        Ok(((), Label::new(Deed::ChangeSetting, key).with(plain)))
    })
}

/// Changes what dangers take from the health of accounts, all in one operation.
///
/// # Errors
/// [`Problem::Setting`] where a weight is above the whole: then none is changed.
pub fn weigh(book: &mut Book, weights: &[(Danger, u32)]) -> Done<()> {
    book.operate(|writer| {
        let mut names = Vec::new();
        let mut values = Vec::new();
        for (danger, weight) in weights {
            let key = Weights::key(*danger);
            values.push(put(writer, key, &weight.to_string())?);
            names.push(key);
        }
        Ok(((), Label::new(Deed::ChangeSetting, names.join(", ")).with(values.join(", "))))
    })
}

/// Writes a setting as it is kept, and gives that back.
fn put(writer: &Writer<'_>, key: &str, value: &str) -> Result<String, Problem> {
    let mut settings = writer.settings()?;
    let value = value.trim();
    settings.set(key, value).map_err(Problem::from)?;
    let plain = settings.get(key).unwrap_or_else(|| value.to_owned());
    writer.set_setting(key, &plain)?;
    Ok(plain)
}
