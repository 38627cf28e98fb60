//! Reads what is known of all accounts.

use crate::domain::segment::Segments;
use crate::domain::segment::pyramid::Basis;
use crate::store::view::segments::Named;
use crate::store::{Book, Result};

/// What is known of all accounts, and what they are called.
#[derive(Debug)]
pub struct Known {
    /// Their classes.
    pub segments: Segments,
    /// Name and code of each, in the same order.
    pub names: Vec<Named>,
}

impl Known {
    /// The name of the account at this place.
    pub fn name(&self, at: usize) -> &str {
        self.names.get(at).map(|named| named.name.as_str()).unwrap_or_default()
    }

    /// Its code.
    pub fn code(&self, at: usize) -> String {
        self.names.get(at).map(|named| format!("A-{}", named.code)).unwrap_or_default()
    }

    /// What is sold at present to the account at this place.
    pub fn sales(&self, at: usize) -> Option<i128> {
        self.segments.accounts.get(at)?.sales().ok()
    }

    /// What it contributes, as the pyramid ranks it.
    pub fn contribution(&self, at: usize) -> Option<i128> {
        let facts = self.segments.accounts.get(at)?;
        match self.segments.pyramid.basis {
            Basis::Profit => facts.profit(&self.segments.rules).ok(),
            Basis::Sales => facts.sales().ok(),
        }
    }
}

/// Reads it.
///
/// # Errors
/// What the store could not read.
pub fn known(book: &Book) -> Result<Known> {
    let view = book.segments()?;
    Ok(Known { segments: view.segments, names: view.names })
}
