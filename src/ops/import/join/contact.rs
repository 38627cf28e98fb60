//! The contact that a row names.

use super::super::super::contact;
use super::super::merge::Seen;
use super::super::origin::named;
use super::super::refusal::Refusal;
use super::{Joiner, keep, only};
use crate::domain::id::Id;
use crate::domain::text::name_key;
use crate::domain::word::RecordKind;
use crate::exchange::{ContactRef, Field, Reason};
use crate::store::table::contact::Contact;

/// The columns that name a contact.
const COLUMNS: &[Field] = &[Field::ContactEmail, Field::Contact, Field::ContactId];

impl Joiner<'_> {
    /// The contacts that references mean, each once, made at an account where there are none.
    pub fn contacts(&self, references: &[ContactRef], at: Option<Id>) -> Result<Vec<Id>, Refusal> {
        let mut contacts = vec![];
        for reference in references {
            let contact = self.contact(reference, at)?;
            if !contacts.contains(&contact) {
                contacts.push(contact);
            }
        }
        Ok(contacts)
    }

    /// Adds those who are surely in the book, by their e-mail addresses; nobody is made.
    pub fn add_known(&self, guests: &[ContactRef], contacts: &mut Vec<Id>) -> Result<(), Refusal> {
        for email in guests.iter().filter_map(|guest| guest.email.as_deref()) {
            let known = only(self.writer.contacts_with_email(email, 2)?).ok().flatten();
            contacts.extend(known.map(|contact| contact.id).filter(|id| !contacts.contains(id)));
        }
        Ok(())
    }

    fn contact(&self, reference: &ContactRef, at: Option<Id>) -> Result<Id, Refusal> {
        if let Some((account, id)) = self.known.borrow().contacts.get(reference)
            && *account == at
        {
            return Ok(*id);
        }
        let id = self.found_or_made(reference, at)?;
        keep(&mut self.known.borrow_mut().contacts, reference.clone(), (at, id));
        Ok(id)
    }

    fn found_or_made(&self, reference: &ContactRef, at: Option<Id>) -> Result<Id, Refusal> {
        if let Some(id) = &reference.id
            && let Some(known) = self.space.referred(self.writer, RecordKind::Contact, id)?
        {
            return Ok(known);
        }
        let alias = alias(reference, at);
        if let Some(known) = self.space.meant(self.writer, RecordKind::Contact, &alias)? {
            return Ok(known);
        }
        if let Some(known) = self.contact_called(reference, at)? {
            self.space.remember_word(self.writer, RecordKind::Contact, &alias, known, Seen::new())?;
            return Ok(known);
        }
        self.make_contact(reference, at, &alias)
    }

    /// By e-mail address, else by name: at the account where one is told, else in the whole book. Several
    /// of one name cannot be told apart, so none of them is meant.
    fn contact_called(&self, reference: &ContactRef, at: Option<Id>) -> Result<Option<Id>, Refusal> {
        let key = reference.name.as_deref().map(name_key);
        if let Some(email) = &reference.email {
            let mut reached = self.writer.contacts_with_email(email, 20)?;
            if reached.len() > 1 {
                reached.retain(|contact| key.as_ref().is_none_or(|key| contact.name_key == *key));
            }
            let several = |_| Refusal::row(COLUMNS, email.clone(), Reason::Several);
            if let Some(contact) = only(reached).map_err(several)? {
                return Ok(Some(contact.id));
            }
        }
        let Some(key) = key else { return Ok(None) };
        // With an address that is not theirs, a name is sure only at its account, and of somebody whose
        // address is not known.
        if reference.email.is_some() && at.is_none() {
            return Ok(None);
        }
        let mut called = self.writer.contacts_named_at(&key, at, 2)?;
        if reference.email.is_some() {
            let mut silent = vec![];
            for contact in called {
                if self.writer.emails_of(contact.id)?.is_empty() {
                    silent.push(contact);
                }
            }
            called = silent;
        }
        Ok(only(called).ok().flatten().map(|contact| contact.id))
    }

    fn make_contact(&self, reference: &ContactRef, at: Option<Id>, alias: &str) -> Result<Id, Refusal> {
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
        self.space.remember_word(self.writer, RecordKind::Contact, alias, contact.id, seen)?;
        Ok(contact.id)
    }
}

/// What stands for a reference: its surest word; a name only at its account.
fn alias(reference: &ContactRef, at: Option<Id>) -> String {
    let at = at.map(|id| id.to_string()).unwrap_or_default();
    match (&reference.id, &reference.email) {
        (Some(id), _) => named("id", id),
        (None, Some(email)) => named("email", email),
        (None, None) => named("name", &format!("{}|{at}", key(reference))),
    }
}

/// What tells the contacts that rows name from each other, for rows without an id.
pub(in crate::ops::import) fn key(reference: &ContactRef) -> String {
    let ContactRef { id, email, name } = reference;
    let sure = id.as_ref().or(email.as_ref()).cloned();
    sure.unwrap_or_else(|| name_key(name.as_deref().unwrap_or_default()))
}
