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

impl From<&Deal> for Chosen {
    fn from(deal: &Deal) -> Chosen {
        Chosen {
            kind: RecordKind::Deal,
            id: deal.id,
            name: deal.name.clone(),
            account: Some(deal.account_id),
            status: Some(deal.status),
        }
    }
}

impl From<&DealOut> for Chosen {
    fn from(deal: &DealOut) -> Chosen {
        Chosen {
            kind: RecordKind::Deal,
            id: deal.id,
            name: deal.name.clone(),
            account: Some(deal.account_id),
            status: deal.status.parse().ok(),
        }
    }
}

impl From<&Contact> for Chosen {
    fn from(contact: &Contact) -> Chosen {
        Chosen {
            kind: RecordKind::Contact,
            id: contact.id,
            name: contact.name.clone(),
            account: contact.account_id,
            status: None,
        }
    }
}

impl From<&ContactOut> for Chosen {
    fn from(contact: &ContactOut) -> Chosen {
        Chosen {
            kind: RecordKind::Contact,
            id: contact.id,
            name: contact.name.clone(),
            account: contact.account_id,
            status: None,
        }
    }
}

impl From<&Account> for Chosen {
    fn from(account: &Account) -> Chosen {
        Chosen {
            kind: RecordKind::Account,
            id: account.id,
            name: account.name.clone(),
            account: Some(account.id),
            status: None,
        }
    }
}

impl From<&AccountOut> for Chosen {
    fn from(account: &AccountOut) -> Chosen {
        Chosen {
            kind: RecordKind::Account,
            id: account.id,
            name: account.name.clone(),
            account: Some(account.id),
            status: None,
        }
    }
}
