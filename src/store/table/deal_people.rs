//! The people of one deal, all of them at once.

use crate::domain::id::Id;
use crate::domain::word::{Authority, Involvement, Part, Stance};
use crate::store::Writer;
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::row;
use crate::store::table::contact::Contact;
use crate::store::table::deal::{DealContact, DealContactPart};

/// A person in a deal, with the parts told for this purchase; those at large are not among them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// Who.
    pub contact: Id,
    /// Their name.
    pub name: String,
    /// Their parts in this purchase.
    pub parts: Vec<Part>,
    /// How much they take part in it, where it is told.
    pub involvement: Option<Involvement>,
    /// Whether they may commit in it, where it is told.
    pub authority: Option<Authority>,
    /// Where they stand in it, where it is told.
    pub stance: Option<Stance>,
}

impl Book {
    /// The people of a deal with their parts in it, in the order in which they came in.
    pub fn seats_of(&self, deal: Id) -> Result<Vec<Seat>> {
        let rows: Vec<DealContact> = row::all(&self.connection, "deal_id = ?1 ORDER BY id", &[&deal])?;
        let seat = |row: DealContact| {
            let contact: Contact = self.row(row.contact_id)?;
            let condition = "deal_contact_id = ?1 ORDER BY id";
            let parts: Vec<DealContactPart> = row::all(&self.connection, condition, &[&row.id])?;
            let parts = parts.into_iter().map(|part| part.part).collect();
            let DealContact { involvement, authority, stance, .. } = row;
            Ok(Seat { contact: contact.id, name: contact.name, parts, involvement, authority, stance })
        };
        rows.into_iter().map(seat).collect()
    }
}

/// What was told of a person in one deal alone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ToldInDeal {
    /// Their parts in this purchase; none where those at large hold.
    pub parts: Vec<Part>,
    /// How much they take part in it.
    pub involvement: Option<Involvement>,
    /// Whether they may commit in it.
    pub authority: Option<Authority>,
    /// Where they stand in it.
    pub stance: Option<Stance>,
}

impl Book {
    /// What was told of a person in a deal alone; nothing at all where they are not in it.
    pub fn told_in_deal(&self, deal: Id, contact: Id) -> Result<ToldInDeal> {
        let condition = "deal_id = ?1 AND contact_id = ?2";
        let Some(row): Option<DealContact> = row::first(&self.connection, condition, &[&deal, &contact])?
        else {
            return Ok(ToldInDeal::default());
        };
        let condition = "deal_contact_id = ?1 ORDER BY id";
        let parts: Vec<DealContactPart> = row::all(&self.connection, condition, &[&row.id])?;
        Ok(ToldInDeal {
            parts: parts.into_iter().map(|part| part.part).collect(),
            involvement: row.involvement,
            authority: row.authority,
            stance: row.stance,
        })
    }
}

impl Writer<'_> {
    /// Makes these the people of a deal, with these parts in it.
    pub fn set_deal_people(&self, deal: Id, people: &[(Id, Vec<Part>)]) -> Result<()> {
        for row in self.deal_contacts(deal)? {
            let Some((_, parts)) = people.iter().find(|(id, _)| *id == row.contact_id) else {
                self.leave_deal(deal, row.contact_id)?;
                continue;
            };
            let old: Vec<DealContactPart> = row::all(self.connection, "deal_contact_id = ?1", &[&row.id])?;
            for part in old.iter().filter(|old| !parts.contains(&old.part)) {
                self.delete_row::<DealContactPart>(part.id)?;
            }
        }
        people.iter().try_for_each(|(contact, parts)| self.join_deal(deal, *contact, parts))
    }
}
