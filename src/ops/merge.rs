//! Merging two records of one kind: the first becomes part of the second, nothing that hangs on either
//! is lost, and one undo parts them again.

use super::Done;
use super::problem::Problem;
use crate::domain::deed::Deed;
use crate::domain::id::Id;
use crate::domain::merge::{Part, joined_notes};
use crate::domain::reporting::above_after_merge;
use crate::domain::word::RecordKind;
use crate::store::table::account::Account;
use crate::store::table::contact::Contact;
use crate::store::table::deal::{Deal, DealProduct};
use crate::store::{Book, Label, Writer};

/// Makes an account part of another: its people, deals and all else move there, and its values fill in
/// what the other has not. Where both tell a part differently, the other's holds unless it is `taken`.
///
/// # Errors
/// [`Problem::Itself`] where both are one.
pub fn accounts(book: &mut Book, from: Id, into: Id, taken: &[&'static Part]) -> Done<Id> {
    book.operate(|writer| {
        let (one, other): (Account, Account) = (writer.row(from)?, writer.row(into)?);
        refuse_itself((from, &one.name), into)?;
        let mut account: Account = writer.joined(RecordKind::Account, from, into, taken)?;
        // The other may stand below the one that goes: then it takes that one's place.
        let above_of = |id| writer.row::<Account>(id).map(|account| account.parent_id);
        let (first, second) =
            (account.parent_id, other_of(account.parent_id, one.parent_id, other.parent_id));
        account.parent_id = above_after_merge((into, first), (from, second), above_of)?;
        account.notes = joined_notes(other.notes, one.notes);
        account.decides_collectively |= one.decides_collectively;
        account.created_on = other.created_on.min(one.created_on);
        account.updated_at = writer.now;
        writer.update_account(&account)?;
        writer.move_account(from, into)?;
        writer.delete_account(from)?;
        Ok((into, Label::new(Deed::MergeAccounts, one.name).with(other.name)))
    })
}

/// Makes a contact part of another: ways to reach them, parts in deals, activities and all else are
/// joined, and their values fill in what the other has not. Where both tell a part differently, the other's
/// holds unless it is `taken`.
///
/// # Errors
/// [`Problem::Itself`] where both are one.
pub fn contacts(book: &mut Book, from: Id, into: Id, taken: &[&'static Part]) -> Done<Id> {
    book.operate(|writer| {
        let (one, other): (Contact, Contact) = (writer.row(from)?, writer.row(into)?);
        refuse_itself((from, &one.name), into)?;
        let mut contact: Contact = writer.joined(RecordKind::Contact, from, into, taken)?;
        let above_of = |id| writer.row::<Contact>(id).map(|person| person.reports_to);
        let (first, second) =
            (contact.reports_to, other_of(contact.reports_to, one.reports_to, other.reports_to));
        contact.reports_to = above_after_merge((into, first), (from, second), above_of)?;
        contact.notes = joined_notes(other.notes, one.notes);
        contact.created_on = other.created_on.min(one.created_on);
        contact.updated_at = writer.now;
        writer.update_contact(&contact)?;
        writer.move_contact(from, into)?;
        writer.delete_contact(from)?;
        Ok((into, Label::new(Deed::MergeContacts, one.name).with(other.name)))
    })
}

/// Makes a deal part of another: its people, activities, needs and all else move there, and its values fill
/// in what the other has not. Where both tell a part differently, the other's holds unless it is `taken`. The
/// events of the one that goes stay in the past; from today on it is counted no more.
///
/// # Errors
/// [`Problem::Itself`] where both are one, [`Problem::OtherCurrency`] where product lines would change their
/// currency.
pub fn deals(book: &mut Book, from: Id, into: Id, taken: &[&'static Part]) -> Done<Id> {
    book.operate(|writer| {
        let (one, other): (Deal, Deal) = (writer.row(from)?, writer.row(into)?);
        refuse_itself((from, &one.name), into)?;
        let lines = joined_lines(writer, &one, &other)?;
        let mut deal: Deal = writer.joined(RecordKind::Deal, from, into, taken)?;
        let at_its_stage = [&one, &other].into_iter().filter(|side| side.stage_id == deal.stage_id);
        deal.stage_since = at_its_stage.map(|side| side.stage_since).min().unwrap_or(writer.today);
        deal.notes = joined_notes(other.notes, one.notes);
        deal.created_on = other.created_on.min(one.created_on);
        deal.updated_at = writer.now;
        writer.update_deal(&deal, writer.today)?;
        writer.move_deal(from, into)?;
        writer.delete_deal(from)?;
        writer.set_deal_products(&deal, lines)?;
        Ok((into, Label::new(Deed::MergeDeals, one.name).with(other.name)))
    })
}

fn refuse_itself((from, name): (Id, &str), into: Id) -> Result<(), Problem> {
    if from == into { Err(Problem::Itself(name.to_owned())) } else { Ok(()) }
}

/// Of two the one that was not chosen.
fn other_of<T: PartialEq>(chosen: T, one: T, other: T) -> T {
    if chosen == other { one } else { other }
}

/// The product lines of both deals: those of the one that stays, and behind them those of the other for
/// products that it has not.
fn joined_lines(writer: &Writer<'_>, one: &Deal, other: &Deal) -> Result<Vec<DealProduct>, Problem> {
    let (theirs, mut lines) = (writer.deal_products(one.id)?, writer.deal_products(other.id)?);
    let has_lines = !theirs.is_empty() || !lines.is_empty();
    // A price is worth what its deal's currency says.
    if has_lines && one.currency != other.currency {
        let (given, expected) = (one.currency.to_string(), other.currency.to_string());
        return Err(Problem::OtherCurrency { given, expected });
    }
    for line in theirs {
        if !lines.iter().any(|ours| ours.product_id == line.product_id) {
            let (id, position) = (writer.mint()?, i64::try_from(lines.len()).unwrap_or(i64::MAX));
            lines.push(DealProduct { id, deal_id: other.id, position, ..line });
        }
    }
    Ok(lines)
}
