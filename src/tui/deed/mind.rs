//! What is written down of how people think.

use chrono::NaiveDate;

use super::Made;
use crate::domain::id::Id;
use crate::domain::quadrant::Scores;
use crate::domain::quadrant::walk::Check;
use crate::domain::word::RecordKind;
use crate::ops::evidence::{ObservationInput, Whom};
use crate::ops::{Done, evidence, walk};
use crate::store::Book;

/// Something written down of how a person thinks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MindDeed {
    /// What was heard and seen.
    Observe(Whom, ObservationInput),
    /// Scores told directly, their day if it is not today, and what they rest on.
    Score(Whom, Scores, Option<NaiveDate>, Option<String>),
    /// A question of the walk-around of a proposal, ticked or not.
    Tick(RecordKind, Id, Check, bool),
}

impl MindDeed {
    /// Does it.
    ///
    /// # Errors
    /// As the operation's.
    pub fn perform(&self, book: &mut Book) -> Done<Made> {
        let done = match self {
            MindDeed::Tick(kind, id, check, ticked) => {
                return walk::tick(book, *kind, *id, &[(*check, *ticked)]).map(super::nothing);
            }
            MindDeed::Observe(whom, told) => evidence::observe(book, *whom, told),
            MindDeed::Score(whom, scores, on, note) => {
                evidence::score(book, *whom, *scores, *on, note.as_deref())
            }
        };
        done.map(super::nothing)
    }
}
