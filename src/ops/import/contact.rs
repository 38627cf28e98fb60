//! Contacts of a file.

use super::super::contact::blank;
use super::join::{Joiner, account_key};
use super::likely::{SHOWN, Why};
use super::merge::Rule;
use super::number::as_ours;
use super::origin::named;
use super::refusal::Refusal;
use super::row::{Kind, Remembered};
use super::rules::{name, plain, text};
use crate::domain::id::Id;
use crate::domain::phone::phone_key;
use crate::domain::text::name_key;
use crate::domain::word::{Calendar, RecordKind};
use crate::exchange::{Cell, ContactIn, Origin, Reach};
use crate::store::table::contact::Contact;
use crate::store::table::special_day::SpecialDay;

/// A contact as a file has it, with who of ours and which account it names.
pub(super) struct Draft {
    told: ContactIn,
    owner: Cell<Id>,
    account: Cell<Id>,
}

const RULES: &[Rule<Draft, Contact>] = &[
    name!(told.name),
    text!("given_name", told.given_name, given_name),
    text!("family_name", told.family_name, family_name),
    text!("title", told.title, title),
    text!("department", told.department, department),
    text!("website", told.website, website),
    text!("street", told.address.street, street),
    text!("city", told.address.city, city),
    text!("region", told.address.region, region),
    text!("postal_code", told.address.postal_code, postal_code),
    text!("country", told.address.country, country),
    text!("notes", told.notes, notes),
    plain!("account", account, account_id),
    plain!("owner", owner, owner_id),
];

/// Contacts.
pub(super) struct Contacts;

impl Kind for Contacts {
    type In = ContactIn;
    type Draft = Draft;
    type Row = Contact;
    const KIND: RecordKind = RecordKind::Contact;
    const RULES: &'static [Rule<Draft, Contact>] = RULES;

    fn origin(told: &ContactIn) -> &Origin {
        &told.origin
    }

    fn key(told: &ContactIn) -> String {
        match told.emails.value().and_then(|emails| emails.first()) {
            Some(email) => email.value.clone(),
            None => format!("{}|{}", name_key(&told.name), account_key(&told.account)),
        }
    }

    fn draft(joiner: &Joiner<'_>, told: ContactIn) -> Result<Draft, Refusal> {
        let owner = joiner.owner(&told.owner)?;
        let account = joiner.account(&told.account)?;
        Ok(Draft { told, owner, account })
    }

    fn told(draft: &Draft) -> &ContactIn {
        &draft.told
    }

    fn find(joiner: &Joiner<'_>, draft: &Draft) -> Result<Option<Contact>, Refusal> {
        let (writer, space) = (joiner.writer, &joiner.space);
        let key = name_key(&draft.told.name);
        let mut expected = vec![];
        if let Some(id) = &draft.told.origin.id {
            expected.extend(space.expected(writer, Self::KIND, id)?);
        }
        let emails = draft.told.emails.value().map(Vec::as_slice).unwrap_or_default();
        for email in emails {
            expected.extend(space.meant(writer, Self::KIND, &named("email", &email.value))?);
        }
        for id in expected {
            if !space.is_taken(writer, id)? {
                return Ok(Some(writer.row(id)?));
            }
        }
        for email in emails {
            let mut reached = writer.contacts_with_email(&email.value, 20)?;
            if reached.len() > 1 {
                reached.retain(|contact| contact.name_key == key);
            }
            if let Some(contact) = free(joiner, reached)? {
                return Ok(Some(contact));
            }
        }
        // A number is sure with the name: alone it may be the switchboard's.
        let keys = number_keys(joiner, draft)?;
        if !keys.is_empty() {
            let called = writer.contacts_named_at(&key, None, 20)?;
            if let Some(contact) = free(joiner, joiner.having_number(called, &keys)?)? {
                return Ok(Some(contact));
            }
        }
        // A name alone is sure only within an account, and where the addresses do not contradict it.
        let Some(account) = draft.account.get() else { return Ok(None) };
        let mut called = writer.contacts_named_at(&key, Some(account), 20)?;
        if !emails.is_empty() {
            let mut silent = vec![];
            for contact in called {
                if writer.emails_of(contact.id)?.is_empty() {
                    silent.push(contact);
                }
            }
            called = silent;
        }
        free(joiner, called)
    }

    /// One of the same name at the account with other addresses, or anywhere where one of the two has no account;
    /// those who share an address or a number; and those at the account whose name is nearly the same.
    fn likely(joiner: &Joiner<'_>, draft: &Draft) -> Result<Vec<(Contact, Why)>, Refusal> {
        let (writer, key, limit) = (joiner.writer, name_key(&draft.told.name), SHOWN as i64);
        let account = draft.account.get();
        let mut likely: Vec<(Contact, Why)> = vec![];
        let mut called = match account {
            Some(_) => writer.contacts_named_at(&key, account, limit)?,
            None => vec![],
        };
        called.extend(writer.contacts_named_at(&key, None, limit)?);
        for contact in called {
            if likely.iter().any(|(known, _)| known.id == contact.id) {
                continue;
            }
            match (account, contact.account_id) {
                (Some(theirs), Some(ours)) if theirs == ours => likely.push((contact, Why::NameOtherEmail)),
                (Some(_), Some(_)) => {}
                _ => likely.push((contact, Why::NameNoAccount)),
            }
        }
        for email in draft.told.emails.value().into_iter().flatten() {
            for contact in writer.contacts_with_email(&email.value, limit)? {
                if likely.iter().all(|(known, _)| known.id != contact.id) {
                    likely.push((contact, Why::EmailOfSeveral));
                }
            }
        }
        let reached = joiner.reached_by(&number_keys(joiner, draft)?)?;
        let near = account.map_or(Ok(vec![]), |account| joiner.nearly_called(&key, account))?;
        let alike = reached.into_iter().map(|contact| (contact, Why::Phone));
        for (contact, why) in alike.chain(near.into_iter().map(|contact| (contact, Why::NearName))) {
            if likely.iter().all(|(known, _)| known.id != contact.id) {
                likely.push((contact, why));
            }
        }
        joiner.open_to(&draft.told.origin, likely)
    }

    fn blank(joiner: &Joiner<'_>, draft: &Draft) -> Result<Contact, Refusal> {
        let writer = joiner.writer;
        let mut row = blank(writer)?;
        row.code = writer.next_code(Contact::CODE)?;
        row.created_on = draft.told.created.get().unwrap_or(writer.today).min(writer.today);
        Ok(row)
    }

    fn insert(joiner: &Joiner<'_>, Draft { told, .. }: &Draft, row: &mut Contact) -> Result<(), Refusal> {
        let writer = joiner.writer;
        writer.insert_contact(row)?;
        let all = |reaches: &Cell<Vec<Reach>>| -> Vec<(Option<String>, String)> {
            let reaches = reaches.value().into_iter().flatten();
            reaches.map(|reach| (reach.label.clone(), reach.value.clone())).collect()
        };
        writer.set_emails(row.id, &all(&told.emails))?;
        writer.set_phones(row.id, &all(&told.phones))?;
        if let Some(birthday) = told.birthday.value() {
            writer.insert_special_day(&SpecialDay {
                id: writer.mint()?,
                account_id: None,
                contact_id: Some(row.id),
                kind: "birthday".to_owned(),
                label: None,
                calendar: Calendar::Solar,
                year: birthday.year.map(i64::from),
                month: i64::from(birthday.month),
                day: i64::from(birthday.day),
                notice_days: None,
            })?;
        }
        Ok(())
    }

    /// A file that came before may have told what was done with a person, and not where that person works.
    fn update(
        joiner: &Joiner<'_>,
        draft: &Draft,
        before: &Contact,
        row: &mut Contact,
    ) -> Result<(), Refusal> {
        row.updated_at = joiner.writer.now;
        row.created_on = row.created_on.min(draft.told.created.get().unwrap_or(row.created_on));
        joiner.writer.update_contact(row)?;
        match (before.account_id, row.account_id) {
            (None, Some(account)) => Ok(joiner.writer.settle_activities(row.id, account)?),
            _ => Ok(()),
        }
    }

    fn name(row: &Contact) -> String {
        row.name.clone()
    }

    fn code(row: &Contact) -> i64 {
        row.code
    }

    fn tags(draft: &Draft) -> &Cell<Vec<String>> {
        &draft.told.tags
    }

    fn lists(
        joiner: &Joiner<'_>,
        Draft { told, .. }: &Draft,
        row: &Contact,
        remembered: &mut Remembered<'_>,
    ) -> Result<bool, Refusal> {
        let writer = joiner.writer;
        let mut changed = false;
        if !told.emails.is_absent() {
            let ours = writer.emails_of(row.id)?;
            let ours: Vec<_> = ours.into_iter().map(|row| (row.label, row.address)).collect();
            let addresses = told.emails.value().map(|reaches| values(reaches)).unwrap_or_default();
            let joined = join("emails", &told.emails, addresses, &ours, remembered);
            if joined != ours {
                writer.set_emails(row.id, &joined)?;
                changed = true;
            }
        }
        if !told.phones.is_absent() {
            let ours = writer.phones_of(row.id)?;
            let ours: Vec<_> = ours.into_iter().map(|row| (row.label, row.number)).collect();
            let country =
                joiner.country(told.address.country.as_str().or(row.country.as_deref()), row.account_id)?;
            let numbers = told.phones.value().into_iter().flatten().map(|reach| reach.value.as_str());
            let numbers = as_ours(numbers, &ours, country);
            let joined = join("phones", &told.phones, numbers, &ours, remembered);
            if joined != ours {
                writer.set_phones(row.id, &joined)?;
                changed = true;
            }
        }
        Ok(changed)
    }

    fn first_lists(Draft { told, .. }: &Draft, remembered: &mut Remembered<'_>) {
        for (key, reaches) in [("emails", &told.emails), ("phones", &told.phones)] {
            if let Some(reaches) = reaches.value() {
                remembered.note(key, &values(reaches));
            }
        }
    }
}

/// The telephone numbers of a row, as they are compared.
fn number_keys(joiner: &Joiner<'_>, draft: &Draft) -> Result<Vec<String>, Refusal> {
    let country = joiner.country(draft.told.address.country.as_str(), draft.account.get())?;
    let numbers = draft.told.phones.value().map(Vec::as_slice).unwrap_or_default();
    Ok(numbers.iter().filter_map(|number| phone_key(&number.value, country)).collect())
}

/// The only one of these that no other row of this program is.
fn free(joiner: &Joiner<'_>, contacts: Vec<Contact>) -> Result<Option<Contact>, Refusal> {
    let mut free = None;
    for contact in contacts {
        if !joiner.space.is_taken(joiner.writer, contact.id)? && free.replace(contact).is_some() {
            return Ok(None);
        }
    }
    Ok(free)
}

fn values(reaches: &[Reach]) -> Vec<String> {
    reaches.iter().map(|reach| reach.value.clone()).collect()
}

/// The ways to reach a person, theirs and ours joined, each with the label of whoever had it.
fn join(
    key: &str,
    told: &Cell<Vec<Reach>>,
    theirs: Vec<String>,
    ours: &[(Option<String>, String)],
    remembered: &mut Remembered<'_>,
) -> Vec<(Option<String>, String)> {
    let told = told.value().map(Vec::as_slice).unwrap_or_default();
    let known: Vec<String> = ours.iter().map(|(_, value)| value.clone()).collect();
    let label = |value: &String| {
        let own = ours.iter().find(|(_, known)| known == value).and_then(|(label, _)| label.clone());
        own.or_else(|| told.iter().find(|reach| reach.value == *value).and_then(|reach| reach.label.clone()))
    };
    let joined = remembered.list(key, &theirs, &known);
    joined.into_iter().map(|value| (label(&value), value)).collect()
}
