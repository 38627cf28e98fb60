//! Deciding by hand into which class an account belongs.

use super::Made;
use crate::domain::id::Id;
use crate::domain::segment::{Class, Method};
use crate::ops::{Done, segment};
use crate::store::Book;

/// A class decided, or given back to the rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SegmentDeed {
    /// An account belongs into a class, and why.
    Decide(Id, Class, Option<String>),
    /// The rule of a method counts again for an account.
    TakeBack(Id, Method),
}

impl SegmentDeed {
    /// Does it.
    ///
    /// # Errors
    /// As the operation's.
    pub fn perform(&self, book: &mut Book) -> Done<Made> {
        let done = match self {
            SegmentDeed::Decide(account, class, why) => {
                segment::decide(book, *account, *class, why.as_deref())
            }
            SegmentDeed::TakeBack(account, method) => segment::take_back(book, *account, *method),
        };
        done.map(super::nothing)
    }
}
