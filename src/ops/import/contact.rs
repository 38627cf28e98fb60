//! Contacts of a file.

use super::super::contact::blank;
use super::super::problem::Problem;
use super::join::{Joiner, same_or_unknown};
use super::merge::Rule;
use super::row::{Kind, Remembered};
use crate::domain::id::Id;
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

/// A rule for a text that lies under the same name in the file and in our row.
macro_rules! text {
    ($key:literal, $($told:ident).+, $ours:ident) => {
        Rule {
            key: $key,
            told: |draft| draft.told.$($told).+.clone(),
            ours: |row| row.$ours.clone(),
            put: |draft, row| row.$ours = draft.told.$($told).+.get(),
        }
    };
}

const RULES: &[Rule<Draft, Contact>] = &[
    Rule {
        key: "name",
        told: |draft| Cell::text(draft.told.name.clone()),
        ours: |row| Some(row.name.clone()),
        put: |draft, row| {
            row.name.clone_from(&draft.told.name);
            row.name_key = name_key(&row.name);
        },
    },
    text!("given_name", given_name, given_name),
    text!("family_name", family_name, family_name),
    text!("title", title, title),
    text!("department", department, department),
    text!("website", website, website),
    text!("street", address.street, street),
    text!("city", address.city, city),
    text!("region", address.region, region),
    text!("postal_code", address.postal_code, postal_code),
    text!("country", address.country, country),
    text!("notes", notes, notes),
    Rule {
        key: "account",
        told: |draft| draft.account.clone().map(|id| id.to_string()),
        ours: |row| row.account_id.map(|id| id.to_string()),
        put: |draft, row| row.account_id = draft.account.get(),
    },
    Rule {
        key: "owner",
        told: |draft| draft.owner.clone().map(|id| id.to_string()),
        ours: |row| row.owner_id.map(|id| id.to_string()),
        put: |draft, row| row.owner_id = draft.owner.get(),
    },
];

/// Contacts.
pub(super) struct Contacts;

impl Kind for Contacts {
    type In = ContactIn;
    type Draft = Draft;
    type Row = Contact;
    const KIND: RecordKind = RecordKind::Contact;
    const RULES: &'static [Rule<Draft, Contact>] = RULES;

    fn origin(draft: &Draft) -> &Origin {
        &draft.told.origin
    }

    fn key(draft: &Draft) -> String {
        let email = draft.told.emails.value().and_then(|emails| emails.first());
        let account = draft.account.value().map(Id::to_string).unwrap_or_default();
        match email {
            Some(email) => email.value.clone(),
            None => format!("{}|{account}", name_key(&draft.told.name)),
        }
    }

    fn draft(joiner: &Joiner<'_>, told: ContactIn) -> Result<Draft, Problem> {
        let owner = joiner.owner(&told.owner)?;
        let account = joiner.account(&told.account)?;
        Ok(Draft { told, owner, account })
    }

    fn find(joiner: &Joiner<'_>, draft: &Draft, id: &str) -> Result<Option<Contact>, Problem> {
        let writer = joiner.writer;
        let free = |contact: &Contact| -> Result<bool, Problem> {
            Ok(!joiner.space.is_another(writer, contact.id, Some(id))?)
        };
        for email in draft.told.emails.value().into_iter().flatten() {
            if let Some(contact) = writer.contact_with_email(&email.value)?
                && free(&contact)?
            {
                return Ok(Some(contact));
            }
        }
        // A name alone is sure only within an account, and where the addresses do not contradict it.
        let Some(account) = draft.account.value() else { return Ok(None) };
        for contact in writer.contacts_named(&name_key(&draft.told.name))? {
            let known = writer.emails_of(contact.id)?;
            let told = draft.told.emails.value().map(|emails| !emails.is_empty());
            let apart = !known.is_empty() && told == Some(true);
            if same_or_unknown(contact.account_id.as_ref(), Some(account))
                && contact.account_id.is_some()
                && !apart
                && free(&contact)?
            {
                return Ok(Some(contact));
            }
        }
        Ok(None)
    }

    fn blank(joiner: &Joiner<'_>, draft: &Draft) -> Result<Contact, Problem> {
        let writer = joiner.writer;
        let mut row = blank(writer)?;
        row.code = writer.next_code(Contact::CODE)?;
        row.created_on = draft.told.created.get().unwrap_or(writer.today).min(writer.today);
        Ok(row)
    }

    fn insert(joiner: &Joiner<'_>, draft: &Draft, row: &Contact) -> Result<(), Problem> {
        joiner.writer.insert_contact(row)?;
        if let Some(birthday) = draft.told.birthday.value() {
            joiner.writer.insert_special_day(&SpecialDay {
                id: joiner.writer.mint()?,
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

    fn update(joiner: &Joiner<'_>, _: &Draft, _: &Contact, row: &mut Contact) -> Result<(), Problem> {
        row.updated_at = joiner.writer.now;
        Ok(joiner.writer.update_contact(row)?)
    }

    fn name(row: &Contact) -> String {
        row.name.clone()
    }

    fn tags(draft: &Draft) -> Cell<Vec<String>> {
        draft.told.tags.clone()
    }

    fn lists(
        joiner: &Joiner<'_>,
        draft: &Draft,
        id: Id,
        remembered: &mut Remembered<'_>,
    ) -> Result<bool, Problem> {
        let writer = joiner.writer;
        let mut changed = false;
        if let Cell::Is(told) = &draft.told.emails {
            let ours: Vec<_> =
                writer.emails_of(id)?.into_iter().map(|row| (row.label, row.address)).collect();
            let joined = join("emails", told, &ours, remembered);
            changed |= joined != ours;
            writer.set_emails(id, &joined)?;
        }
        if let Cell::Is(told) = &draft.told.phones {
            let ours: Vec<_> = writer.phones_of(id)?.into_iter().map(|row| (row.label, row.number)).collect();
            let joined = join("phones", told, &ours, remembered);
            changed |= joined != ours;
            writer.set_phones(id, &joined)?;
        }
        Ok(changed)
    }
}

/// The ways to reach a person, theirs and ours joined, each with the label of whoever had it.
fn join(
    key: &str,
    told: &[Reach],
    ours: &[(Option<String>, String)],
    remembered: &mut Remembered<'_>,
) -> Vec<(Option<String>, String)> {
    let values: Vec<String> = told.iter().map(|reach| reach.value.clone()).collect();
    let known: Vec<String> = ours.iter().map(|(_, value)| value.clone()).collect();
    let label = |value: &String| {
        let own = ours.iter().find(|(_, known)| known == value).and_then(|(label, _)| label.clone());
        own.or_else(|| told.iter().find(|reach| reach.value == *value).and_then(|reach| reach.label.clone()))
    };
    let joined = remembered.list(key, &values, &known);
    joined.into_iter().map(|value| (label(&value), value)).collect()
}
