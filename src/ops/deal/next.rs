//! The next step of a deal, once it is done.

use super::must_be_open;
use crate::domain::deed::Deed;
use crate::domain::id::Id;
use crate::domain::word::ActivityKind;
use crate::ops::activity::blank;
use crate::ops::problem::{Place, Problem};
use crate::ops::{Done, owner};
use crate::store::table::activity::Activity;
use crate::store::table::deal::Deal;
use crate::store::{Book, Label};

/// Says that a deal's next step was done today. What was done stays in the log as a task that is done; the
/// deal has no next step until another is told.
///
/// # Errors
/// [`Problem::Closed`], [`Problem::Missing`] where it has no next step.
pub fn finish_step(book: &mut Book, deal: Id) -> Done<Id> {
    book.operate(|writer| {
        let mut deal: Deal = writer.row(deal)?;
        must_be_open(&deal)?;
        if deal.next_step.is_none() && deal.next_on.is_none() {
            return Err(Problem::Missing(Place::Text));
        }
        let step = deal.next_step.take().unwrap_or_else(|| deal.name.clone());
        let done = Activity {
            account_id: Some(deal.account_id),
            deal_id: Some(deal.id),
            subject: Some(step.clone()),
            owner_id: owner::me(writer)?,
            due_on: deal.next_on.take(),
            done_on: Some(writer.today),
            ..blank(writer, ActivityKind::Task, writer.today)?
        };
        writer.insert_activity(&done, &[])?;
        deal.updated_at = writer.now;
        writer.update_deal(&deal, writer.today)?;
        Ok((done.id, Label::new(Deed::FinishStep, step).with(deal.name)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ops::deal::{self, DealInput};
    use crate::ops::{history, testbook};

    #[test]
    fn a_step_that_is_done_stays_in_the_log_and_the_deal_wants_another() {
        let (mut book, account) = testbook::with_account();
        let input = DealInput {
            name: Some("Renewal".into()),
            account: Some(account),
            next_step: Some(Some("send the offer".into())),
            next_on: Some("2026-11-20".parse().ok()),
            ..DealInput::default()
        };
        let id = deal::add(&mut book, &input).unwrap().value;
        let logged = finish_step(&mut book, id).unwrap().value;
        let after: Deal = book.row(id).unwrap();
        assert_eq!((after.next_step, after.next_on), (None, None));
        let logged: Activity = book.row(logged).unwrap();
        assert_eq!(logged.subject.as_deref(), Some("send the offer"));
        assert_eq!((logged.deal_id, logged.done_on), (Some(id), Some(book.today())));
        assert!(book.due(7).unwrap().is_empty());
        assert!(matches!(finish_step(&mut book, id), Err(Problem::Missing(Place::Text))));
        history::undo(&mut book, None).unwrap();
        assert_eq!(book.row::<Deal>(id).unwrap().next_step.as_deref(), Some("send the offer"));
    }
}
