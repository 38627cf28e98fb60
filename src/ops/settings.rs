//! Changing what the book's figures depend on.

use super::Done;
use super::problem::Problem;
use crate::domain::deed::Deed;
use crate::store::{Book, Label};

/// Changes a setting of the book.
///
/// # Errors
/// [`Problem::Setting`] where there is no such setting or the value does not fit.
pub fn set(book: &mut Book, key: &str, value: &str) -> Done<()> {
    book.operate(|writer| {
        let mut settings = writer.settings()?;
        let value = value.trim();
        settings.set(key, value).map_err(Problem::from)?;
        let plain = settings.get(key).unwrap_or_else(|| value.to_owned());
        writer.set_setting(key, &plain)?;
        Ok(((), Label::new(Deed::ChangeSetting, key).with(plain)))
    })
}
