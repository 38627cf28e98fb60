//! What came of a change of many records, as programs read it.

use serde::Serialize;

use crate::ops::bulk::Changed;

/// How many records a change was made to, and how many were left as they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct ChangedOut {
    /// Changed.
    pub changed: u64,
    /// So already.
    pub same: u64,
    /// Left as they are because they are won or lost.
    pub closed: u64,
    /// Left as they are for want of a stage to go to.
    pub at_end: u64,
}

impl From<Changed> for ChangedOut {
    fn from(Changed { changed, same, closed, at_end }: Changed) -> Self {
        ChangedOut { changed, same, closed, at_end }
    }
}
