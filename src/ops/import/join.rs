//! Joining: the records of ours that a row names, made where there are none.

use std::cell::RefCell;
use std::collections::HashMap;

use super::super::problem::Problem;
use super::super::{account, contact, owner};
use super::merge::Seen;
use super::origin::{Namespace, stub};
use crate::domain::id::Id;
use crate::domain::text::name_key;
use crate::domain::word::RecordKind;
use crate::exchange::{AccountRef, Cell, ContactRef, DealRef};
use crate::store::Writer;
use crate::store::table::account::Account;
use crate::store::table::contact::Contact;

/// Finds and makes what the rows of one file name.
pub(super) struct Joiner<'a> {
    pub writer: &'a Writer<'a>,
    pub space: Namespace,
    owners: RefCell<HashMap<String, Id>>,
}

impl<'a> Joiner<'a> {
    pub fn new(writer: &'a Writer<'a>, space: Namespace) -> Self {
        Joiner { writer, space, owners: RefCell::default() }
    }

    /// Who of ours a word means.
    pub fn owner(&self, told: &Cell<String>) -> Result<Cell<Id>, Problem> {
        let Some(word) = told.value() else { return Ok(told.clone().map(|_| Id(0))) };
        if let Some(known) = self.owners.borrow().get(word) {
            return Ok(Cell::Is(*known));
        }
        let id = owner::find_or_add(self.writer, word)?;
        self.owners.borrow_mut().insert(word.clone(), id);
        Ok(Cell::Is(id))
    }

    /// The account that a reference means, made by its name or domain where there is none.
    pub fn account(&self, reference: &AccountRef) -> Result<Cell<Id>, Problem> {
        if !reference.told {
            return Ok(Cell::Absent);
        }
        if reference.is_empty() {
            return Ok(Cell::Empty);
        }
        match self.known_account(reference)? {
            Some(id) => Ok(Cell::Is(id)),
            None => Ok(Cell::Is(self.make_account(reference)?)),
        }
    }

    /// By id, domain or name, in this order.
    fn known_account(&self, reference: &AccountRef) -> Result<Option<Id>, Problem> {
        for id in reference.id.iter().chain(&reference.id_or_name) {
            if let Some(known) = self.space.referred(self.writer, RecordKind::Account, id)? {
                return Ok(Some(known));
            }
        }
        if let Some(domain) = &reference.domain
            && let Some(account) = self.writer.account_with_domain(domain)?
        {
            return Ok(Some(account.id));
        }
        for name in reference.name.iter().chain(&reference.id_or_name) {
            let named = self.writer.accounts_named(&name_key(name))?;
            let fits =
                |account: &&Account| same_or_unknown(account.domain.as_deref(), reference.domain.as_deref());
            if let Some(account) = named.iter().find(fits) {
                return Ok(Some(account.id));
            }
        }
        Ok(None)
    }

    fn make_account(&self, reference: &AccountRef) -> Result<Id, Problem> {
        let word = [&reference.name, &reference.id_or_name, &reference.domain, &reference.id];
        let word = word.into_iter().flatten().next().cloned().unwrap_or_default();
        let mut account = account::blank(self.writer)?;
        account.name_key = name_key(&word);
        account.name = word;
        account.domain.clone_from(&reference.domain);
        account.code = self.writer.next_code(Account::CODE)?;
        self.writer.insert_account(&account)?;
        // What only a reference told may be told better by a file of accounts.
        let mut seen = Seen::from([("name".to_owned(), Some(account.name.clone()))]);
        if let Some(domain) = &account.domain {
            seen.insert("domain".to_owned(), Some(domain.clone()));
        }
        let their_id = reference.id.clone().or_else(|| reference.id_or_name.clone());
        let their_id = their_id.unwrap_or_else(|| stub(&account.name));
        self.space.remember(self.writer, RecordKind::Account, &their_id, account.id, seen)?;
        Ok(account.id)
    }

    /// The contact that a reference means, made at an account where there is none.
    pub fn contact(&self, reference: &ContactRef, at: Option<Id>) -> Result<Id, Problem> {
        if let Some(known) = self.known_contact(reference, at)? {
            return Ok(known);
        }
        let mut contact = contact::blank(self.writer)?;
        let word = [&reference.name, &reference.email, &reference.id].into_iter().flatten().next();
        contact.name = word.cloned().unwrap_or_default();
        contact.name_key = name_key(&contact.name);
        contact.account_id = at;
        contact.code = self.writer.next_code(Contact::CODE)?;
        self.writer.insert_contact(&contact)?;
        if let Some(email) = &reference.email {
            self.writer.set_emails(contact.id, &[(None, email.clone())])?;
        }
        let mut seen = Seen::from([("name".to_owned(), Some(contact.name.clone()))]);
        seen.insert("account".to_owned(), at.map(|id| id.to_string()));
        let their_id = reference.id.clone().unwrap_or_else(|| stub(&contact.name));
        self.space.remember(self.writer, RecordKind::Contact, &their_id, contact.id, seen)?;
        Ok(contact.id)
    }

    /// By id, e-mail address, or name (at the account, where one is told), in this order.
    fn known_contact(&self, reference: &ContactRef, at: Option<Id>) -> Result<Option<Id>, Problem> {
        if let Some(id) = &reference.id
            && let Some(known) = self.space.referred(self.writer, RecordKind::Contact, id)?
        {
            return Ok(Some(known));
        }
        if let Some(email) = &reference.email
            && let Some(contact) = self.writer.contact_with_email(email)?
        {
            return Ok(Some(contact.id));
        }
        let Some(name) = &reference.name else { return Ok(None) };
        let named = self.writer.contacts_named(&name_key(name))?;
        let fits = |contact: &&Contact| at.is_none() || contact.account_id == at;
        let mut fitting = named.iter().filter(fits);
        // Several of one name cannot be told apart, so none of them is meant.
        Ok(fitting.next().filter(|_| fitting.next().is_none()).map(|contact| contact.id))
    }

    /// The deal that a reference means; none where it is not known or several could be meant.
    pub fn deal(&self, reference: &DealRef, account: Option<Id>) -> Result<Option<Id>, Problem> {
        if let Some(id) = &reference.id
            && let Some(known) = self.space.referred(self.writer, RecordKind::Deal, id)?
        {
            return Ok(Some(known));
        }
        let Some(name) = &reference.name else { return Ok(None) };
        let named = self.writer.deals_named(&name_key(name))?;
        let mut fitting = named.iter().filter(|deal| account.is_none_or(|id| deal.account_id == id));
        Ok(fitting.next().filter(|_| fitting.next().is_none()).map(|deal| deal.id))
    }
}

/// Whether two values do not contradict each other.
pub(super) fn same_or_unknown<T: PartialEq>(one: Option<T>, other: Option<T>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    }
}
