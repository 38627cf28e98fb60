//! Who stands where: a person in one deal, ours around a person, our team for an account.

use super::Made;
use crate::domain::id::Id;
use crate::domain::person::OurRole;
use crate::ops::Done;
use crate::ops::deal::{self, PersonInput};
use crate::ops::side::{self, SideInput};
use crate::store::Book;

/// Something told of who stands where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SideDeed {
    /// What a person is in a deal: the deal, the person.
    Seat(Id, Id, PersonInput),
    /// Who of ours covers a person, and how that person sees us.
    Stand(Id, SideInput),
    /// Who of ours has these roles for an account.
    Team(Id, Vec<(OurRole, Vec<String>)>),
}

impl SideDeed {
    /// Does it.
    ///
    /// # Errors
    /// As the operation's.
    pub fn perform(&self, book: &mut Book) -> Done<Made> {
        let done = match self {
            SideDeed::Seat(deal, contact, told) => deal::set_person(book, *deal, *contact, told),
            SideDeed::Stand(contact, told) => side::stand(book, *contact, told),
            SideDeed::Team(account, told) => side::set_team(book, *account, told),
        };
        done.map(super::nothing)
    }
}
