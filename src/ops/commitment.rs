//! Promises: ours to a client, and theirs to us.

use chrono::NaiveDate;

use super::problem::{Place, Problem};
use super::{Done, Field, Set, input};
use crate::domain::deed::Deed;
use crate::domain::id::Id;
use crate::domain::text::clean_text;
use crate::domain::word::{CommitmentKind, CommitmentStatus, Side};
use crate::store::table::commitment::Commitment;
use crate::store::table::contact::Contact;
use crate::store::table::deal::Deal;
use crate::store::{Book, Label};

/// A promise as a person tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommitmentInput {
    /// With which account; taken from the deal or the contact where it is not told.
    pub account: Option<Id>,
    /// To or by whom.
    pub contact: Option<Id>,
    /// For which deal.
    pub deal: Option<Id>,
    /// Who made it.
    pub promised_by: Side,
    /// What it is about.
    pub kind: CommitmentKind,
    /// What was promised.
    pub text: String,
    /// The day it was made; none is today. It may be past, not future.
    pub made_on: Option<NaiveDate>,
    /// The day it is due.
    pub due_on: Option<NaiveDate>,
}

impl CommitmentInput {
    /// A promise of ours with nothing else told.
    pub fn ours(text: impl Into<String>) -> Self {
        CommitmentInput {
            account: None,
            contact: None,
            deal: None,
            promised_by: Side::Us,
            kind: CommitmentKind::Other,
            text: text.into(),
            made_on: None,
            due_on: None,
        }
    }
}

/// Writes a promise down.
///
/// # Errors
/// [`Problem::Missing`] without words, [`Problem::Future`] for the day it was made.
pub fn add(book: &mut Book, input: &CommitmentInput) -> Done<Id> {
    book.operate(|writer| {
        let deal = input.deal.map(|id| writer.row::<Deal>(id)).transpose()?;
        let contact = input.contact.map(|id| writer.row::<Contact>(id)).transpose()?;
        let text = words(&input.text)?;
        let commitment = Commitment {
            id: writer.mint()?,
            account_id: input
                .account
                .or(deal.map(|deal| deal.account_id))
                .or(contact.and_then(|contact| contact.account_id)),
            contact_id: input.contact,
            deal_id: input.deal,
            promised_by: input.promised_by,
            kind: input.kind,
            text,
            made_on: input::past_day(writer, input.made_on)?,
            due_on: input.due_on,
            status: CommitmentStatus::Open,
            settled_on: None,
            created_at: writer.now,
        };
        writer.insert_commitment(&commitment)?;
        Ok((commitment.id, Label::new(Deed::AddCommitment, commitment.text)))
    })
}

/// What is told anew of a promise.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CommitmentChange {
    /// With which account.
    pub account: Field<Id>,
    /// To or by whom.
    pub contact: Field<Id>,
    /// For which deal.
    pub deal: Field<Id>,
    /// Who made it.
    pub promised_by: Option<Side>,
    /// What it is about.
    pub kind: Option<CommitmentKind>,
    /// What was promised.
    pub text: Option<String>,
    /// The day it was made.
    pub made_on: Option<NaiveDate>,
    /// The day it is due.
    pub due_on: Field<NaiveDate>,
    /// What became of it; as of today.
    pub status: Option<CommitmentStatus>,
}

/// Edits a promise.
///
/// # Errors
/// As when it is written down.
pub fn edit(book: &mut Book, id: Id, change: &CommitmentChange) -> Done<Id> {
    book.operate(|writer| {
        let before: Commitment = writer.row(id)?;
        let mut after = before.clone();
        change.account.put(&mut after.account_id);
        change.contact.put(&mut after.contact_id);
        change.deal.put(&mut after.deal_id);
        change.due_on.put(&mut after.due_on);
        after.promised_by = change.promised_by.unwrap_or(before.promised_by);
        after.kind = change.kind.unwrap_or(before.kind);
        if let Some(text) = &change.text {
            after.text = words(text)?;
        }
        if change.made_on.is_some() {
            after.made_on = input::past_day(writer, change.made_on)?;
        }
        if let Some(status) = change.status.filter(|status| *status != before.status) {
            after.status = status;
            after.settled_on = (status != CommitmentStatus::Open).then_some(writer.today);
        }
        if after != before {
            writer.update_commitment(&after)?;
        }
        Ok((id, Label::new(Deed::EditCommitment, after.text)))
    })
}

/// Deletes a promise, as if it had never been made.
///
/// # Errors
/// [`Problem::Store`] where there is no such promise.
pub fn delete(book: &mut Book, id: Id) -> Done<()> {
    book.operate(|writer| {
        let commitment: Commitment = writer.row(id)?;
        writer.delete_commitment(id)?;
        Ok(((), Label::new(Deed::DeleteCommitment, commitment.text)))
    })
}

/// What was promised; there must be some of it.
fn words(text: &str) -> Result<String, Problem> {
    let text = clean_text(text);
    match text.trim().is_empty() {
        true => Err(Problem::Missing(Place::Text)),
        false => Ok(text),
    }
}

/// Says what became of a promise: kept or broken, on a day (today, if none is told); open again takes
/// that back.
///
/// # Errors
/// [`Problem::Future`] for the day.
pub fn settle(book: &mut Book, id: Id, status: CommitmentStatus, on: Option<NaiveDate>) -> Done<Id> {
    book.operate(|writer| {
        let before: Commitment = writer.row(id)?;
        let settled_on = match status {
            CommitmentStatus::Open => None,
            _ => Some(input::past_day(writer, on)?),
        };
        let after = Commitment { status, settled_on, ..before };
        writer.update_commitment(&after)?;
        Ok((id, Label::new(Deed::SettleCommitment, after.text).with(status.as_str())))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ops::contact::{self, ContactInput};
    use crate::ops::testbook;

    #[test]
    fn a_promise_to_a_person_is_a_promise_to_their_account() {
        let (mut book, account) = testbook::with_account();
        let person =
            ContactInput { name: Some("Ada".into()), account: Some(Some(account)), ..Default::default() };
        let contact = contact::add(&mut book, &person).unwrap().value;
        let input = CommitmentInput { contact: Some(contact), ..CommitmentInput::ours("drawings by Friday") };
        let id = add(&mut book, &input).unwrap().value;
        let kept: Commitment = book.row(id).unwrap();
        assert_eq!((kept.account_id, kept.status), (Some(account), CommitmentStatus::Open));
        assert_eq!(kept.made_on, book.today());
    }

    #[test]
    fn a_promise_is_kept_on_a_day_and_can_be_open_again() {
        let (mut book, account) = testbook::with_account();
        let input = CommitmentInput { account: Some(account), ..CommitmentInput::ours("spare parts") };
        let id = add(&mut book, &input).unwrap().value;
        settle(&mut book, id, CommitmentStatus::Kept, None).unwrap();
        let today = book.today();
        assert_eq!(book.row::<Commitment>(id).unwrap().settled_on, Some(today));
        let tomorrow = today.succ_opt();
        let refused = settle(&mut book, id, CommitmentStatus::Broken, tomorrow);
        assert!(matches!(refused, Err(Problem::Future(_))));
        settle(&mut book, id, CommitmentStatus::Open, None).unwrap();
        assert_eq!(book.row::<Commitment>(id).unwrap().settled_on, None);
    }

    #[test]
    fn a_promise_told_anew_is_due_on_its_new_day_and_gone_when_deleted() {
        let (mut book, account) = testbook::with_account();
        let due_on = book.today().pred_opt();
        let input =
            CommitmentInput { account: Some(account), due_on, ..CommitmentInput::ours("spare parts") };
        let id = add(&mut book, &input).unwrap().value;
        assert_eq!(book.due(0).unwrap().len(), 1);
        let change = CommitmentChange { due_on: Some("2026-12-24".parse().ok()), ..Default::default() };
        edit(&mut book, id, &change).unwrap();
        assert!(book.due(0).unwrap().is_empty());
        assert!(edit(&mut book, id, &change).unwrap().operation.is_none(), "nothing is new");
        let wordless = CommitmentChange { text: Some("  ".into()), ..Default::default() };
        assert!(matches!(edit(&mut book, id, &wordless), Err(Problem::Missing(Place::Text))));
        delete(&mut book, id).unwrap();
        assert!(book.row::<Commitment>(id).is_err());
    }

    #[test]
    fn a_promise_needs_words() {
        let (mut book, _) = testbook::with_account();
        assert!(matches!(add(&mut book, &CommitmentInput::ours(" \n")), Err(Problem::Missing(Place::Text))));
    }
}
