//! The weekly review: it freezes the moment, then walks through the deals that need a word.
//!
//! A decision is one operation: what it changes of the deal, and that it was decided. Undo takes back
//! both, and the review is at that deal again.

use chrono::NaiveDate;

use super::activity::{self, ActivityInput};
use super::deal::{self, DealInput, Lost, Won};
use super::problem::Problem;
use super::{Done, submission};
use crate::domain::deed::Deed;
use crate::domain::due::PutOff;
use crate::domain::id::Id;
use crate::domain::money::Money;
use crate::domain::review::{MOST_DEALS, Verdict};
use crate::domain::word::{ActivityKind, Direction};
use crate::store::table::deal::Deal;
use crate::store::table::review::{Review, ReviewItem};
use crate::store::table::submission::Submission;
use crate::store::view::list::Clause;
use crate::store::view::needing::Needing;
use crate::store::{Book, Label, Outcome, Writer};

/// What a person decides about a deal.
#[derive(Debug, Clone, PartialEq)]
pub enum Decision {
    /// It moves on, to the next stage or a later one.
    Advance(Option<String>),
    /// It goes back, to the stage before or an earlier one.
    Back(Option<String>),
    /// It is expected to close on another day, is worth something else, or what comes next was said.
    Change(Box<DealInput>),
    /// The client was contacted; what was said may be empty.
    Contacted(ActivityKind, String),
    /// It is won.
    Win(Won),
    /// It is lost.
    Lose(Lost),
    /// It need not be looked at before a day.
    Snooze(NaiveDate),
    /// It stays as it is.
    Keep,
    /// It is passed over for now.
    Skip,
}

impl Decision {
    /// It is expected to close on another day.
    pub fn close_on(day: NaiveDate) -> Decision {
        Decision::Change(Box::new(DealInput { close_on: Some(Some(day)), ..DealInput::default() }))
    }

    /// It is worth something else.
    pub fn amount(money: Money) -> Decision {
        Decision::Change(Box::new(DealInput { amount: Some(Some(money)), ..DealInput::default() }))
    }

    /// What comes next, and when.
    pub fn next_step(step: impl Into<String>, on: Option<NaiveDate>) -> Decision {
        let next_step = Some(Some(step.into()));
        Decision::Change(Box::new(DealInput { next_step, next_on: Some(on), ..DealInput::default() }))
    }

    /// The word that is kept of it.
    pub fn verdict(&self) -> Verdict {
        match self {
            Decision::Advance(_) => Verdict::Advanced,
            Decision::Back(_) => Verdict::Back,
            Decision::Change(input) if input.close_on.is_some() => Verdict::CloseDate,
            Decision::Change(input) if input.amount.is_some() => Verdict::Amount,
            Decision::Change(input) if input.next_step.is_some() || input.next_on.is_some() => {
                Verdict::NextStep
            }
            // What was looked at and left as it was.
            Decision::Change(_) => Verdict::Kept,
            Decision::Contacted(..) => Verdict::Contacted,
            Decision::Win(_) => Verdict::Won,
            Decision::Lose(_) => Verdict::Lost,
            Decision::Snooze(_) => Verdict::Snoozed,
            Decision::Keep => Verdict::Kept,
            Decision::Skip => Verdict::Skipped,
        }
    }
}

/// Begins a review of the deals that need a word now, the worst first. One that was begun today and is
/// still open goes on instead.
///
/// # Errors
/// [`Problem::Store`].
pub fn begin(book: &mut Book) -> Done<Id> {
    let needing = book.needing(&Clause::default(), MOST_DEALS)?;
    book.operate(|writer| {
        let label = Label::new(Deed::BeginReview, writer.today.to_string());
        if let Some(open) = writer.open_review_of(writer.today)? {
            return Ok((open.id, label));
        }
        let review =
            Review { id: writer.mint()?, day: writer.today, started_at: writer.now, finished_at: None };
        let items: Result<Vec<ReviewItem>, Problem> =
            needing.iter().zip(0..).map(|(deal, position)| item(writer, review.id, deal, position)).collect();
        writer.insert_review(&review, &items?)?;
        Ok((review.id, label))
    })
}

fn item(writer: &Writer<'_>, review: Id, deal: &Needing, position: i64) -> Result<ReviewItem, Problem> {
    let reasons: Vec<&str> = deal.reasons.iter().map(|reason| reason.as_str()).collect();
    Ok(ReviewItem {
        id: writer.mint()?,
        review_id: review,
        deal_id: deal.line.deal.id,
        position,
        reasons: reasons.join(" "),
        verdict: None,
        decided_at: None,
    })
}

/// Decides about a deal of a review: changes what is to be changed, and keeps that it was decided. The
/// operation bears the name of what was done to the deal.
///
/// # Errors
/// What the change itself refuses; [`Problem::Store`] where the deal is not part of the review.
pub fn decide(book: &mut Book, review: Id, deal: Id, decision: &Decision) -> Done<()> {
    book.operate(|writer| {
        let item = writer.review_item(review, deal)?.ok_or(crate::store::Error::NoRecord)?;
        let label = carry_out(writer, deal, decision)?;
        let (verdict, decided_at) = (Some(decision.verdict()), Some(writer.now));
        writer.update_review_item(&ReviewItem { verdict, decided_at, ..item })?;
        Ok(((), label))
    })
}

fn carry_out(writer: &Writer<'_>, id: Id, decision: &Decision) -> Result<Label, Problem> {
    let named = |deed: Deed| Ok(Label::new(deed, writer.row::<Deal>(id)?.name));
    match decision {
        Decision::Advance(to) => Ok(deal::move_on(writer, id, to.as_deref())?.1),
        Decision::Back(to) => Ok(deal::move_back(writer, id, to.as_deref())?.1),
        Decision::Change(_) if decision.verdict() == Verdict::Kept => named(Deed::KeepDeal),
        Decision::Change(input) => {
            let deal = deal::change(writer, id, input)?;
            Ok(Label::new(Deed::EditDeal, deal.name))
        }
        Decision::Contacted(kind, text) => {
            let contacted = ActivityInput {
                deal: Some(id),
                direction: Some(Direction::Out),
                ..ActivityInput::new(*kind, text.clone())
            };
            Ok(activity::record(writer, &contacted)?.1)
        }
        Decision::Win(won) => Ok(deal::mark_won(writer, id, won)?.1),
        Decision::Lose(lost) => Ok(deal::mark_lost(writer, id, lost)?.1),
        Decision::Snooze(until) => {
            writer.put_off(id, PutOff::Review, *until)?;
            Ok(named(Deed::LeaveOutDeal)?.with(until.to_string()))
        }
        Decision::Keep => named(Deed::KeepDeal),
        Decision::Skip => named(Deed::PassOverDeal),
    }
}

/// Ends a review; what was not decided stays as it is.
///
/// # Errors
/// [`Problem::Store`] where there is no such review.
pub fn finish(book: &mut Book, review: Id) -> Done<()> {
    book.operate(|writer| {
        let review: Review = writer.row(review)?;
        let label = Label::new(Deed::FinishReview, review.day.to_string());
        if review.finished_at.is_none() {
            writer.update_review(&Review { finished_at: Some(writer.now), ..review })?;
        }
        Ok(((), label))
    })
}

/// Keeps that a review was held on the book's day, without what was decided: for a book that is made with
/// a past.
pub(super) fn hold_in_the_past(book: &mut Book) -> Done<()> {
    book.operate(|writer| {
        let (day, now) = (writer.today, writer.now);
        let review = Review { id: writer.mint()?, day, started_at: now, finished_at: Some(now) };
        writer.insert_review(&review, &[])?;
        Ok(((), Label::new(Deed::FinishReview, day.to_string())))
    })
}

/// Ends a review and hands in the forecast; two operations, each undone alone. Gives what was handed in.
///
/// # Errors
/// As [`submission::submit`]; the review is open then.
pub fn conclude(
    book: &mut Book,
    review: Id,
    call: &submission::Call,
) -> Result<Outcome<Submission>, Problem> {
    let submitted = submission::submit(book, call)?;
    finish(book, review)?;
    Ok(submitted)
}
