//! Reviews as they stand: the deals one walks through, and what changed in them since the last one.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, params};

use super::bridge::{Turn, state, state_columns};
use crate::domain::attention::Reason;
use crate::domain::id::Id;
use crate::domain::review::{Verdict, is_due, resume_at};
use crate::domain::word::Status;
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::row;
use crate::store::table::event::DealState;
use crate::store::table::review::{Review, ReviewItem};

/// A review and the deals that it walks through, the worst first.
#[derive(Debug, Clone)]
pub struct ReviewView {
    /// The review.
    pub review: Review,
    /// The deals in their order.
    pub stops: Vec<Stop>,
}

/// A deal that a review walks through.
#[derive(Debug, Clone)]
pub struct Stop {
    /// Which deal.
    pub deal: Id,
    /// Why it was there when the review began.
    pub reasons: Vec<Reason>,
    /// What was decided last.
    pub verdict: Option<Verdict>,
    /// When that was, milliseconds UTC.
    pub decided_at: Option<i64>,
    /// Whether it is open, won or lost by now; none where it was deleted.
    pub status: Option<Status>,
}

/// What changed in a deal since an instant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Since {
    /// How it stood then; none where it was not there yet.
    pub before: Option<DealState>,
    /// How it stands; none where it was deleted.
    pub after: Option<DealState>,
    /// Activities logged since.
    pub activities: u64,
}

/// A deal that changed between two days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// Which deal.
    pub deal: Id,
    /// How it stood at the end of the first day; none where it was not there.
    pub before: Option<DealState>,
    /// How it stood at the end of the last day; none where it was not there.
    pub after: Option<DealState>,
}

impl ReviewView {
    /// The place of the deal at which to go on; none when all are decided. Deals that were deleted, won or
    /// lost in the meantime need no word.
    pub fn resume_at(&self) -> Option<usize> {
        let verdict = |stop: &Stop| match stop.status {
            Some(Status::Open) => stop.verdict,
            _ => stop.verdict.or(Some(Verdict::Kept)),
        };
        resume_at(&self.stops.iter().map(verdict).collect::<Vec<_>>())
    }

    /// How many deals something was decided of, passing over apart.
    pub fn decided(&self) -> usize {
        let decided = |stop: &&Stop| !matches!(stop.verdict, None | Some(Verdict::Skipped));
        self.stops.iter().filter(decided).count()
    }
}

impl Book {
    /// The review that is not finished, the latest of them; none where all are.
    pub fn open_review(&self) -> Result<Option<ReviewView>> {
        let last: Option<Review> = row::first(&self.connection, "1 ORDER BY day DESC, id DESC", &[])?;
        match last.filter(|review| review.finished_at.is_none()) {
            Some(review) => Ok(Some(self.review_view(review)?)),
            None => Ok(None),
        }
    }

    /// A review and its deals.
    ///
    /// # Errors
    /// [`Error::NoRecord`](crate::store::Error::NoRecord) where there is none.
    pub fn review(&self, id: Id) -> Result<ReviewView> {
        let review = self.row(id)?;
        self.review_view(review)
    }

    /// Whether a review is due today: none was begun since its day of the week.
    pub fn review_is_due(&self) -> Result<bool> {
        let last: Option<Review> = row::first(&self.connection, "1 ORDER BY day DESC, id DESC", &[])?;
        let on = self.settings()?.review_day;
        Ok(is_due(last.map(|review| review.day), on, self.today()))
    }

    /// The last review that was finished and begun before a day.
    pub fn last_review_before(&self, day: NaiveDate) -> Result<Option<Review>> {
        let condition = "day < ?1 AND finished_at IS NOT NULL ORDER BY day DESC, id DESC";
        row::first(&self.connection, condition, &[&day])
    }

    /// The last review that was finished before another began.
    pub fn review_before(&self, review: &Review) -> Result<Option<Review>> {
        let condition = "day <= ?1 AND id <> ?2 AND finished_at <= ?3 ORDER BY day DESC, id DESC";
        row::first(&self.connection, condition, &[&review.day, &review.id, &review.started_at])
    }

    fn review_view(&self, review: Review) -> Result<ReviewView> {
        let items: Vec<ReviewItem> =
            row::all(&self.connection, "review_id = ?1 ORDER BY position", &[&review.id])?;
        let mut status = self.connection.prepare_cached("SELECT status FROM deal WHERE id = ?1")?;
        let stops = items.into_iter().map(|item| {
            let reasons = item.reasons.split(' ').filter_map(|key| key.parse().ok()).collect();
            let status = status.query_row([item.deal_id], |row| row.get(0)).optional()?;
            let (deal, verdict, decided_at) = (item.deal_id, item.verdict, item.decided_at);
            Ok(Stop { deal, reasons, verdict, decided_at, status })
        });
        Ok(ReviewView { stops: stops.collect::<Result<_>>()?, review })
    }

    /// What changed in a deal since an instant (milliseconds UTC).
    pub fn since(&self, deal: Id, instant: i64) -> Result<Since> {
        let _moment = self.moment()?;
        let event = |columns: String, condition: &str| {
            let sql = format!("SELECT {columns} FROM deal_event WHERE deal_id = ?1 AND {condition} LIMIT 1");
            let mut statement = self.connection.prepare_cached(&sql)?;
            let found = statement.query_row(params![deal, instant], |row| state(row, 0));
            Ok::<_, crate::store::Error>(found.optional()?)
        };
        let first = event(state_columns("old_"), "at > ?2 ORDER BY id")?;
        let after = event(state_columns(""), "?2 IS NOT NULL ORDER BY id DESC")?.flatten();
        let before = first.unwrap_or_else(|| after.clone());
        let sql = "SELECT count(*) FROM activity WHERE deal_id = ?1 AND created_at > ?2";
        let activities: i64 =
            self.connection.prepare_cached(sql)?.query_row(params![deal, instant], |row| row.get(0))?;
        Ok(Since { before, after, activities: activities.unsigned_abs() })
    }

    /// The deals that changed after the end of one day and by the end of another, in the order of their
    /// creation.
    pub fn moved(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<Moved>> {
        let mut moved = vec![];
        self.turns(from, to, |Turn { deal, before, after }| moved.push(Moved { deal, before, after }))?;
        moved.sort_by_key(|one| one.deal);
        Ok(moved)
    }
}
