//! Merging two records of one kind: the first becomes part of the second, nothing that hangs on either
//! is lost, and one undo parts them again.

use super::Done;
use super::problem::Problem;
use crate::domain::deed::Deed;
use crate::domain::id::Id;
use crate::domain::reporting::above_after_merge;
use crate::store::table::account::Account;
use crate::store::table::contact::Contact;
use crate::store::{Book, Label};

/// Makes an account part of another: its people, deals and all else move there, and its values fill in
/// what the other has not.
///
/// # Errors
/// [`Problem::Itself`] where both are one.
pub fn accounts(book: &mut Book, from: Id, into: Id) -> Done<Id> {
    book.operate(|writer| {
        let (one, mut other): (Account, Account) = (writer.row(from)?, writer.row(into)?);
        if from == into {
            return Err(Problem::Itself(one.name));
        }
        let label = Label::new(Deed::MergeAccounts, one.name.clone()).with(other.name.clone());
        // The other may stand below the one that goes: then it takes that one's place.
        let above_of = |id| writer.row::<Account>(id).map(|account| account.parent_id);
        other.parent_id = above_after_merge((into, other.parent_id), (from, one.parent_id), above_of)?;
        if other.potential.is_none() && other.revenue.is_none() {
            (other.potential, other.revenue, other.currency) = (one.potential, one.revenue, one.currency);
        }
        macro_rules! fill { ($($field:ident),+) => { $( other.$field = other.$field.take().or(one.$field); )+ } }
        fill!(owner_id, tier, industry, domain, website, phone, street, city, region, postal_code, country);
        fill!(employees, share, notes);
        other.decides_collectively |= one.decides_collectively;
        other.created_on = other.created_on.min(one.created_on);
        other.updated_at = writer.now;
        writer.update_account(&other)?;
        writer.move_account(from, into)?;
        writer.delete_account(from)?;
        Ok((into, label))
    })
}

/// Makes a contact part of another: ways to reach them, parts in deals, activities and all else are
/// joined, and their values fill in what the other has not.
///
/// # Errors
/// [`Problem::Itself`] where both are one.
pub fn contacts(book: &mut Book, from: Id, into: Id) -> Done<Id> {
    book.operate(|writer| {
        let (one, mut other): (Contact, Contact) = (writer.row(from)?, writer.row(into)?);
        if from == into {
            return Err(Problem::Itself(one.name));
        }
        let label = Label::new(Deed::MergeContacts, one.name.clone()).with(other.name.clone());
        let above_of = |id| writer.row::<Contact>(id).map(|person| person.reports_to);
        other.reports_to =
            above_after_merge((into, other.reports_to), (from, one.reports_to), above_of)?;
        macro_rules! fill { ($($field:ident),+) => { $( other.$field = other.$field.take().or(one.$field); )+ } }
        fill!(account_id, given_name, family_name, title, department, owner_id, involvement, authority);
        fill!(stance, step, street, city, region, postal_code, country, website, notes, level, prefers);
        other.created_on = other.created_on.min(one.created_on);
        other.updated_at = writer.now;
        writer.update_contact(&other)?;
        writer.move_contact(from, into)?;
        writer.delete_contact(from)?;
        Ok((into, label))
    })
}
