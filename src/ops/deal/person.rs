//! A person's part in one deal, where it differs from what they are at large.

use super::super::Done;
use super::super::input::{Field, Set};
use super::super::problem::Problem;
use crate::domain::deed::Deed;
use crate::domain::id::Id;
use crate::domain::word::{Authority, Involvement, Part, Stance};
use crate::store::table::contact::Contact;
use crate::store::table::deal::Deal;
use crate::store::{Book, Label};

/// What is told of a person in a deal; what is not told stays as it is, and what is emptied is as at large.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PersonInput {
    /// All their parts in it; none at all takes those at large.
    pub parts: Option<Vec<Part>>,
    /// How much they take part in it.
    pub involvement: Field<Involvement>,
    /// Whether they may commit in it.
    pub authority: Field<Authority>,
    /// Where they stand in it.
    pub stance: Field<Stance>,
}

/// Says what a person is in a deal; somebody who is not in it yet joins it.
///
/// # Errors
/// [`Problem::Store`] where there is no such deal or contact.
pub fn set_person(book: &mut Book, deal: Id, contact: Id, told: &PersonInput) -> Done<()> {
    book.operate(|writer| {
        let (deal, person): (Deal, Contact) = (writer.row(deal)?, writer.row(contact)?);
        let label = Label::new(Deed::SetDealPerson, deal.name).with(person.name);
        writer.join_deal(deal.id, contact, &[])?;
        let rows = writer.deal_contacts(deal.id)?;
        let Some(mut row) = rows.into_iter().find(|row| row.contact_id == contact) else {
            return Ok(((), label));
        };
        told.involvement.put(&mut row.involvement);
        told.authority.put(&mut row.authority);
        told.stance.put(&mut row.stance);
        let mut parts = match &told.parts {
            Some(parts) => parts.clone(),
            None => writer.deal_contact_parts(row.id)?,
        };
        parts.sort();
        parts.dedup();
        writer.update_deal_contact(&row, &parts)?;
        Ok::<_, Problem>(((), label))
    })
}
