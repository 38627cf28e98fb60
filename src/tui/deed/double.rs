//! Making one record of two, or telling them apart.

use super::Made;
use crate::domain::id::Id;
use crate::domain::merge::Part;
use crate::domain::word::RecordKind;
use crate::ops::{Done, double, merge};
use crate::store::Book;

/// What becomes of two records that look like one.
#[derive(Debug, Clone, PartialEq)]
pub enum DoubleDeed {
    /// One becomes part of the other.
    Merge {
        /// What kind of records.
        kind: RecordKind,
        /// The one that goes.
        goes: Id,
        /// The one that stays.
        stays: Id,
        /// What is taken from the one that goes.
        taken: Vec<&'static Part>,
    },
    /// They are two.
    Apart(RecordKind, Id, Id),
}

impl DoubleDeed {
    /// Does it.
    ///
    /// # Errors
    /// As the operation's.
    pub fn perform(&self, book: &mut Book) -> Done<Made> {
        match self {
            DoubleDeed::Merge { kind: RecordKind::Account, goes, stays, taken } => {
                merge::accounts(book, *goes, *stays, taken).map(super::nothing)
            }
            DoubleDeed::Merge { kind: RecordKind::Contact, goes, stays, taken } => {
                merge::contacts(book, *goes, *stays, taken).map(super::nothing)
            }
            DoubleDeed::Merge { goes, stays, taken, .. } => {
                merge::deals(book, *goes, *stays, taken).map(super::nothing)
            }
            DoubleDeed::Apart(kind, one, other) => {
                double::tell_apart(book, *kind, *one, *other).map(super::nothing)
            }
        }
    }
}
