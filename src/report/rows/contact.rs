//! Contacts as programs read them.

use super::{Record, fields, people, take};
use crate::domain::id::Id;
use crate::domain::word::{DecisionRole, RecordKind};
use crate::report::model::{ContactOut, EmployerOut, QuadrantsOut};
use crate::store::view::find::short_code;
use crate::store::view::lines::ContactLine;
use crate::store::{Book, Result};

impl Record for ContactOut {
    type Line = ContactLine;

    fn read(book: &Book, lines: Vec<ContactLine>) -> Result<Vec<Self>> {
        let ids: Vec<Id> = lines.iter().map(|line| line.contact.id).collect();
        let (mut tags, mut values) = (book.tags_of(&ids)?, book.fields_of(&ids)?);
        let (mut emails, mut phones) = (book.emails_of_all(&ids)?, book.phones_of_all(&ids)?);
        let (mut parts, mut needs) = (book.parts_of_all(&ids)?, book.needs_of_all(&ids)?);
        let (mut wanted, mut rungs) = (book.organisational_needs_of_all(&ids)?, book.rungs_of(&ids)?);
        let mut employers = book.employers_of_all(&ids)?;
        let (mut covers, mut profiles) = (book.covers_of(&ids)?, book.profiles_of(&ids, book.today())?);
        let contacts = lines.into_iter().map(|line| {
            let contact = line.contact;
            let profile = profiles.remove(&contact.id).unwrap_or_default();
            let role = DecisionRole::of(contact.involvement, contact.authority);
            let out = ContactOut {
                id: contact.id,
                code: short_code(RecordKind::Contact, contact.code),
                name: contact.name,
                account: line.account,
                title: contact.title,
                parts: take(&mut parts, contact.id).iter().map(ToString::to_string).collect(),
                decision_role: role.map(|role| role.as_str().to_owned()),
                stance: contact.stance.map(|stance| stance.to_string()),
                needs: take(&mut needs, contact.id).iter().map(ToString::to_string).collect(),
                quadrants: profile.scores.map(QuadrantsOut::from),
                dominant: people::keys(&profile.dominant()),
                step: contact.step,
                reports_to: line.reports_to,
                last_contact: line.last_contact,
                account_id: contact.account_id,
                reports_to_id: contact.reports_to,
                department: contact.department,
                owner: line.owner,
                involvement: contact.involvement.map(|involvement| involvement.to_string()),
                authority: contact.authority.map(|authority| authority.to_string()),
                tags: take(&mut tags, contact.id),
                fields: fields(&mut values, contact.id),
                notes: contact.notes,
                created: contact.created_on,
                updated_at: contact.updated_at,
                evidence: people::sure(&profile, book.today()),
                organisational_needs: people::organisational(take(&mut wanted, contact.id)),
                sees_us: take(&mut rungs, contact.id).first().map(ToString::to_string),
                prefers: contact.prefers,
                level: contact.level.map(|level| level.to_string()),
                covered_by: take(&mut covers, contact.id).into_iter().map(|by| by.name).collect(),
                former_employers: {
                    take(&mut employers, contact.id).into_iter().map(EmployerOut::from).collect()
                },
                ..ContactOut::default()
            };
            out.reached_by(take(&mut emails, contact.id), take(&mut phones, contact.id))
        });
        Ok(contacts.collect())
    }
}
