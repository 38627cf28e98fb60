//! Reviews: when each was begun, which deals it walks through, and what was decided.

use chrono::NaiveDate;

use crate::domain::id::Id;
use crate::domain::review::Verdict;
use crate::store::Writer;
use crate::store::error::Result;
use crate::store::row::{self, table};

table! {
    /// A guided review.
    pub struct Review in "review" {
        /// The day it was begun.
        pub day: NaiveDate,
        /// The moment that it freezes, milliseconds UTC.
        pub started_at: i64,
        /// When it was finished; none while it is open.
        pub finished_at: Option<i64>,
    }
}

table! {
    /// A deal that a review walks through.
    pub struct ReviewItem in "review_item" {
        /// Which review.
        pub review_id: Id,
        /// Which deal; it may have been deleted since.
        pub deal_id: Id,
        /// Its place, the worst being 0.
        pub position: i64,
        /// Why it is there: keys of reasons with blanks between them.
        pub reasons: String,
        /// What was decided last; none while nothing was.
        pub verdict: Option<Verdict>,
        /// When that was, milliseconds UTC.
        pub decided_at: Option<i64>,
    }
}

impl Writer<'_> {
    /// The open review that was begun last, if it was begun on a day.
    pub fn open_review_of(&self, day: NaiveDate) -> Result<Option<Review>> {
        row::first(self.connection, "day = ?1 AND finished_at IS NULL ORDER BY id DESC", &[&day])
    }

    /// Puts a review in with the deals that it walks through.
    pub fn insert_review(&self, review: &Review, items: &[ReviewItem]) -> Result<()> {
        self.insert_row(review)?;
        items.iter().try_for_each(|item| self.insert_row(item))
    }

    /// Writes a review over the one with its id.
    pub fn update_review(&self, review: &Review) -> Result<()> {
        self.update_row(review)
    }

    /// A deal's place in a review, if it is part of it.
    pub fn review_item(&self, review: Id, deal: Id) -> Result<Option<ReviewItem>> {
        row::first(self.connection, "review_id = ?1 AND deal_id = ?2", &[&review, &deal])
    }

    /// Writes a deal's place over the one with its id.
    pub fn update_review_item(&self, item: &ReviewItem) -> Result<()> {
        self.update_row(item)
    }
}
