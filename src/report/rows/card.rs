//! Accounts and contacts as cards hold them.

use std::collections::HashMap;

use super::{Record, take};
use crate::domain::id::Id;
use crate::domain::reach::Labelled;
use crate::exchange::{AccountIn, AccountRef, Address, Birthday, Cell, ContactIn, Custom, Origin, Reach};
use crate::store::table::special_day::SpecialDay;
use crate::store::view::lines::{AccountLine, ContactLine};
use crate::store::view::related::FieldValue;
use crate::store::{Book, Result};

impl Record for ContactIn {
    type Line = ContactLine;

    fn read(book: &Book, lines: Vec<ContactLine>) -> Result<Vec<Self>> {
        let ids: Vec<Id> = lines.iter().map(|line| line.contact.id).collect();
        let (mut tags, mut values) = (book.tags_of(&ids)?, book.fields_of(&ids)?);
        let (mut emails, mut phones) = (book.emails_of_all(&ids)?, book.phones_of_all(&ids)?);
        let mut birthdays: HashMap<Id, Birthday> = HashMap::new();
        for day in book.birthdays_of(&ids)? {
            if let (Some(whose), Some(birthday)) = (day.contact_id, birthday(&day)) {
                birthdays.entry(whose).or_insert(birthday);
            }
        }
        let contacts = lines.into_iter().map(|ContactLine { contact, account, owner, .. }| ContactIn {
            origin: origin(&mut values, contact.id),
            name: contact.name,
            given_name: cell(contact.given_name),
            family_name: cell(contact.family_name),
            emails: reaches(take(&mut emails, contact.id)),
            phones: reaches(take(&mut phones, contact.id)),
            account: AccountRef { told: account.is_some(), name: account, ..AccountRef::default() },
            title: cell(contact.title),
            department: cell(contact.department),
            owner: cell(owner),
            birthday: cell(birthdays.remove(&contact.id)),
            website: cell(contact.website),
            address: Address {
                street: cell(contact.street),
                city: cell(contact.city),
                region: cell(contact.region),
                postal_code: cell(contact.postal_code),
                country: cell(contact.country),
            },
            created: Cell::Is(contact.created_on),
            tags: list(take(&mut tags, contact.id)),
            notes: cell(contact.notes),
        });
        Ok(contacts.collect())
    }
}

impl Record for AccountIn {
    type Line = AccountLine;

    fn read(book: &Book, lines: Vec<AccountLine>) -> Result<Vec<Self>> {
        let ids: Vec<Id> = lines.iter().map(|line| line.account.id).collect();
        let (mut tags, mut values) = (book.tags_of(&ids)?, book.fields_of(&ids)?);
        let accounts = lines.into_iter().map(|AccountLine { account, owner, .. }| AccountIn {
            origin: origin(&mut values, account.id),
            name: account.name,
            domain: cell(account.domain),
            website: cell(account.website),
            phone: cell(account.phone),
            industry: cell(account.industry),
            owner: cell(owner),
            address: Address {
                street: cell(account.street),
                city: cell(account.city),
                region: cell(account.region),
                postal_code: cell(account.postal_code),
                country: cell(account.country),
            },
            created: Cell::Is(account.created_on),
            tags: list(take(&mut tags, account.id)),
            notes: cell(account.notes),
            ..AccountIn::default()
        });
        Ok(accounts.collect())
    }
}

fn cell<T>(value: Option<T>) -> Cell<T> {
    value.map_or(Cell::Absent, Cell::Is)
}

fn list<T>(values: Vec<T>) -> Cell<Vec<T>> {
    cell(Some(values).filter(|values| !values.is_empty()))
}

fn reaches(labelled: Vec<Labelled>) -> Cell<Vec<Reach>> {
    list(labelled.into_iter().map(|(label, value)| Reach { label, value }).collect())
}

/// The id of ours, and the custom fields by their keys.
fn origin(values: &mut HashMap<Id, Vec<FieldValue>>, record: Id) -> Origin {
    let fields = take(values, record).into_iter();
    let custom = fields.map(|field| Custom { key: field.key, value: field.value }).collect();
    Origin { custom, ..Origin::of_ours(record) }
}

fn birthday(day: &SpecialDay) -> Option<Birthday> {
    let year = day.year.map(i32::try_from).transpose().ok()?;
    Some(Birthday { year, month: day.month.try_into().ok()?, day: day.day.try_into().ok()? })
}
