//! The record that an action is about, from whatever it was read as.

use crate::domain::id::Id;
use crate::domain::word::{RecordKind, Status};
use crate::report::model::{AccountOut, ContactOut, DealOut};
use crate::store::table::account::Account;
use crate::store::table::contact::Contact;
use crate::store::table::deal::Deal;

/// The record that an action is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// An account, a contact, a deal, an activity; or a promise or special day of one.
    pub kind: RecordKind,
    /// Which.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// The account that it belongs to, or is.
    pub account: Option<Id>,
    /// For a deal: whether it is still to be decided.
    pub status: Option<Status>,
}

impl Chosen {
    fn account(id: Id, name: &str) -> Chosen {
        let (kind, name) = (RecordKind::Account, name.to_owned());
        Chosen { kind, id, name, account: Some(id), status: None }
    }

    fn contact(id: Id, name: &str, account: Option<Id>) -> Chosen {
        let (kind, name) = (RecordKind::Contact, name.to_owned());
        Chosen { kind, id, name, account, status: None }
    }

    fn deal(id: Id, name: &str, account: Id, status: Option<Status>) -> Chosen {
        let (kind, name) = (RecordKind::Deal, name.to_owned());
        Chosen { kind, id, name, account: Some(account), status }
    }
}

impl From<&Deal> for Chosen {
    fn from(deal: &Deal) -> Chosen {
        Chosen::deal(deal.id, &deal.name, deal.account_id, Some(deal.status))
    }
}

impl From<&DealOut> for Chosen {
    fn from(deal: &DealOut) -> Chosen {
        Chosen::deal(deal.id, &deal.name, deal.account_id, deal.status.parse().ok())
    }
}

impl From<&Contact> for Chosen {
    fn from(contact: &Contact) -> Chosen {
        Chosen::contact(contact.id, &contact.name, contact.account_id)
    }
}

impl From<&ContactOut> for Chosen {
    fn from(contact: &ContactOut) -> Chosen {
        Chosen::contact(contact.id, &contact.name, contact.account_id)
    }
}

impl From<&Account> for Chosen {
    fn from(account: &Account) -> Chosen {
        Chosen::account(account.id, &account.name)
    }
}

impl From<&AccountOut> for Chosen {
    fn from(account: &AccountOut) -> Chosen {
        Chosen::account(account.id, &account.name)
    }
}
