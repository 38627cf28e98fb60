//! The people of a deal, and what each is in it where that differs from what they are at large.

use super::super::Done;
use super::super::contact::{self, ContactInput};
use super::super::input::{Field, Set};
use super::super::problem::Problem;
use crate::domain::deed::Deed;
use crate::domain::id::Id;
use crate::domain::word::{Authority, Involvement, Part, Stance};
use crate::store::table::contact::Contact;
use crate::store::table::deal::{Deal, DealContact};
use crate::store::{Book, Label, Writer};

/// A person whom a deal names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Somebody {
    /// One of the book.
    Known(Id),
    /// One that the book does not know yet: made on the way, at the deal's account.
    New(String),
}

/// A person in a deal, and all that they are in it where that differs from what they are at large.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeatInput {
    /// Who.
    pub who: Somebody,
    /// Their parts in it.
    pub parts: Vec<Part>,
    /// How much they take part in it.
    pub involvement: Option<Involvement>,
    /// Whether they may commit in it.
    pub authority: Option<Authority>,
    /// Where they stand in it.
    pub stance: Option<Stance>,
}

impl From<(Somebody, Vec<Part>)> for SeatInput {
    /// Somebody with their parts, who is as at large in all else.
    fn from((who, parts): (Somebody, Vec<Part>)) -> Self {
        SeatInput { who, parts, involvement: None, authority: None, stance: None }
    }
}

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

/// Makes these the people of a deal.
pub(super) fn seat(writer: &Writer<'_>, deal: &Deal, people: &[SeatInput]) -> Result<(), Problem> {
    let known = people.iter().map(|seat| Ok((person(writer, deal, &seat.who)?, seat.parts.clone())));
    let known = known.collect::<Result<Vec<_>, Problem>>()?;
    writer.set_deal_people(deal.id, &known)?;
    for row in writer.deal_contacts(deal.id)? {
        let mut told = known.iter().zip(people).filter(|((id, _), _)| *id == row.contact_id);
        let Some(((_, parts), seat)) = told.next() else { continue };
        let now = (seat.involvement, seat.authority, seat.stance);
        if now != (row.involvement, row.authority, row.stance) {
            let (involvement, authority, stance) = now;
            writer.update_deal_contact(&DealContact { involvement, authority, stance, ..row }, parts)?;
        }
    }
    Ok(())
}

fn person(writer: &Writer<'_>, deal: &Deal, who: &Somebody) -> Result<Id, Problem> {
    match who {
        Somebody::Known(id) => Ok(*id),
        Somebody::New(name) => {
            let account = Some(Some(deal.account_id));
            let input = ContactInput { name: Some(name.clone()), account, ..ContactInput::default() };
            Ok(contact::create(writer, &input)?.id)
        }
    }
}
