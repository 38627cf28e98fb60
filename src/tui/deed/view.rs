//! Saving a list as somebody likes to look at it.

use super::Made;
use crate::domain::id::Id;
use crate::ops::Done;
use crate::ops::view::{self, ViewInput};
use crate::store::Book;

/// A view saved, named anew or deleted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ViewDeed {
    /// Saves a view, or replaces the one of its name.
    Save(ViewInput),
    /// Gives a view another name.
    Rename(Id, String),
    /// Deletes a view.
    Delete(Id),
}

impl ViewDeed {
    /// Does it.
    ///
    /// # Errors
    /// As the operation's.
    pub fn perform(&self, book: &mut Book) -> Done<Made> {
        match self {
            ViewDeed::Save(told) => view::save(book, told).map(super::nothing),
            ViewDeed::Rename(id, name) => view::rename(book, *id, name).map(super::nothing),
            ViewDeed::Delete(id) => view::delete(book, *id).map(super::nothing),
        }
    }
}
