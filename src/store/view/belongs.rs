//! The records that something on a list belongs to.

use crate::domain::id::Id;
use crate::domain::word::RecordKind;

/// The deal, person and account of something: the nearest of them is where one goes from it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Belongs {
    /// The deal.
    pub deal: Option<Id>,
    /// The person.
    pub contact: Option<Id>,
    /// The account.
    pub account: Option<Id>,
}

impl Belongs {
    /// The nearest record: the deal, else the person, else the account.
    pub fn nearest(self) -> Option<(RecordKind, Id)> {
        let deal = self.deal.map(|id| (RecordKind::Deal, id));
        let contact = self.contact.map(|id| (RecordKind::Contact, id));
        deal.or(contact).or(self.account.map(|id| (RecordKind::Account, id)))
    }
}
