//! Contacts: the people at accounts, how to reach them, and their parts at large.

use chrono::NaiveDate;

use crate::domain::entry::Target;
use crate::domain::id::Id;
use crate::domain::person::Level;
use crate::domain::word::{Authority, Involvement, Need, Part, RecordKind, Stance};
use crate::store::Writer;
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::row::{self, table};
use crate::store::table::employer::FormerEmployer;
use crate::store::table::evidence::Person;
use crate::store::table::our_side::{ContactOrganisationalNeed, Cover};
use crate::store::table::recollection::SeenAs;

table! {
    /// A person at an account.
    pub struct Contact in "contact" {
        /// Its short code: 7 in P-7.
        pub code: i64,
        /// Where the person works.
        pub account_id: Option<Id>,
        /// The whole name.
        pub name: String,
        /// The name as it is matched.
        pub name_key: String,
        /// Given name, where known apart.
        pub given_name: Option<String>,
        /// Family name, where known apart.
        pub family_name: Option<String>,
        /// Position at work.
        pub title: Option<String>,
        /// Department.
        pub department: Option<String>,
        /// Who of ours covers them.
        pub owner_id: Option<Id>,
        /// Whom they report to.
        pub reports_to: Option<Id>,
        /// How much they take part in decisions.
        pub involvement: Option<Involvement>,
        /// Whether they may commit.
        pub authority: Option<Authority>,
        /// Where they stand towards us; none is unknown.
        pub stance: Option<Stance>,
        /// The relationship step: 1 acquainted, 2 engaged, 3 trust, 4 ally.
        pub step: Option<i64>,
        /// Street and number.
        pub street: Option<String>,
        /// Town.
        pub city: Option<String>,
        /// State, province or county.
        pub region: Option<String>,
        /// Postal code.
        pub postal_code: Option<String>,
        /// Country.
        pub country: Option<String>,
        /// Web address.
        pub website: Option<String>,
        /// Notes.
        pub notes: Option<String>,
        /// The day since which they are known.
        pub created_on: NaiveDate,
        /// When they were entered, milliseconds UTC.
        pub created_at: i64,
        /// When they were last changed, milliseconds UTC.
        pub updated_at: i64,
        /// The level at which they stand; none follows from the reporting lines.
        pub level: Option<Level>,
        /// The competitor that they prefer, by name.
        pub prefers: Option<String>,
    }
}

table! {
    /// One of a person's e-mail addresses.
    pub struct ContactEmail in "contact_email" {
        /// Whose.
        pub contact_id: Id,
        /// Which comes first; from 0.
        pub position: i64,
        /// Work, home and the like.
        pub label: Option<String>,
        /// The address, lower case.
        pub address: String,
    }
}

table! {
    /// One of a person's telephone numbers.
    pub struct ContactPhone in "contact_phone" {
        /// Whose.
        pub contact_id: Id,
        /// Which comes first; from 0.
        pub position: i64,
        /// Work, mobile and the like.
        pub label: Option<String>,
        /// The number as given.
        pub number: String,
    }
}

table! {
    /// A part in purchases that a person has at large.
    pub struct ContactPart in "contact_part" {
        /// Whose.
        pub contact_id: Id,
        /// Which part.
        pub part: Part,
    }
}

table! {
    /// A personal need of a person.
    pub struct ContactNeed in "contact_need" {
        /// Whose.
        pub contact_id: Id,
        /// Which need.
        pub need: Need,
    }
}

impl Contact {
    /// The kind of its short codes' counter.
    pub const CODE: &'static str = "contact";
}

impl Book {
    /// Contacts whose matching name is this one, oldest first.
    pub fn contacts_named(&self, name_key: &str) -> Result<Vec<Contact>> {
        row::all(&self.connection, "name_key = ?1 ORDER BY id", &[&name_key])
    }

    /// The e-mail addresses of a person, first one first.
    pub fn emails_of(&self, contact: Id) -> Result<Vec<ContactEmail>> {
        row::all(&self.connection, "contact_id = ?1 ORDER BY position", &[&contact])
    }

    /// The telephone numbers of a person, first one first.
    pub fn phones_of(&self, contact: Id) -> Result<Vec<ContactPhone>> {
        row::all(&self.connection, "contact_id = ?1 ORDER BY position", &[&contact])
    }
}

impl Writer<'_> {
    /// Puts a contact in.
    pub fn insert_contact(&self, contact: &Contact) -> Result<()> {
        self.insert_row(contact)
    }

    /// Writes a contact over the one with its id.
    pub fn update_contact(&self, contact: &Contact) -> Result<()> {
        self.update_row(contact)
    }

    /// Contacts of this matching name, at one account where it is told, oldest first, at most `limit`.
    pub fn contacts_named_at(&self, name_key: &str, account: Option<Id>, limit: i64) -> Result<Vec<Contact>> {
        match account {
            Some(account) => {
                let condition = "account_id = ?1 AND name_key = ?2 ORDER BY id LIMIT ?3";
                row::all(self.connection, condition, &[&account, &name_key, &limit])
            }
            None => row::all(self.connection, "name_key = ?1 ORDER BY id LIMIT ?2", &[&name_key, &limit]),
        }
    }

    /// Contacts with an e-mail address (lower case), oldest first, at most `limit`.
    pub fn contacts_with_email(&self, address: &str, limit: i64) -> Result<Vec<Contact>> {
        let condition =
            "id IN (SELECT contact_id FROM contact_email WHERE address = ?1) ORDER BY id LIMIT ?2";
        row::all(self.connection, condition, &[&address, &limit])
    }

    /// The telephone numbers of everybody who was there before an id, each as it is compared (see
    /// [`crate::domain::phone::phone_key`]), and whose it is; `home` is the country of those that say nothing
    /// else.
    pub fn each_number(&self, before: Id, home: Option<&str>, mut each: impl FnMut(&str, Id)) -> Result<()> {
        let mut statement = self.connection.prepare_cached(
            "SELECT DISTINCT keybook_phone(number, coalesce(contact.country, account.country), ?1) AS key,
               contact.id
             FROM contact_phone JOIN contact ON contact.id = contact_id
             LEFT JOIN account ON account.id = account_id
             WHERE contact_id < ?2 AND key IS NOT NULL",
        )?;
        let mut rows = statement.query((home, before))?;
        while let Some(row) = rows.next()? {
            each(row.get_ref(0)?.as_str().unwrap_or_default(), row.get(1)?);
        }
        Ok(())
    }

    /// The matching names of the people at an account who were there before an id, at most `limit`.
    pub fn names_at(&self, account: Id, before: Id, limit: i64) -> Result<Vec<(String, Id)>> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT name_key, id FROM contact WHERE account_id = ?1 AND id < ?2 LIMIT ?3")?;
        let names = statement.query_map((account, before, limit), |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(names.collect::<rusqlite::Result<_>>()?)
    }

    /// Every contact of an account.
    pub fn contacts_of(&self, account: Id) -> Result<Vec<Contact>> {
        row::all(self.connection, "account_id = ?1 ORDER BY id", &[&account])
    }

    /// The e-mail addresses of a person, first one first.
    pub fn emails_of(&self, contact: Id) -> Result<Vec<ContactEmail>> {
        row::all(self.connection, "contact_id = ?1 ORDER BY position", &[&contact])
    }

    /// The telephone numbers of a person, first one first.
    pub fn phones_of(&self, contact: Id) -> Result<Vec<ContactPhone>> {
        row::all(self.connection, "contact_id = ?1 ORDER BY position", &[&contact])
    }

    /// Makes these the e-mail addresses of a person; rows that stay the same are left alone.
    pub fn set_emails(&self, contact: Id, addresses: &[(Option<String>, String)]) -> Result<()> {
        let fresh = addresses.iter().zip(0..).map(|((label, address), position)| {
            Ok(ContactEmail {
                id: self.mint()?,
                contact_id: contact,
                position,
                label: label.clone(),
                address: address.clone(),
            })
        });
        let fresh = fresh.collect::<Result<Vec<_>>>()?;
        self.replace(&self.emails_of(contact)?, fresh, |old, new| {
            (old.position, &old.label, &old.address) == (new.position, &new.label, &new.address)
        })
    }

    /// Makes these the telephone numbers of a person; rows that stay the same are left alone.
    pub fn set_phones(&self, contact: Id, numbers: &[(Option<String>, String)]) -> Result<()> {
        let fresh = numbers.iter().zip(0..).map(|((label, number), position)| {
            Ok(ContactPhone {
                id: self.mint()?,
                contact_id: contact,
                position,
                label: label.clone(),
                number: number.clone(),
            })
        });
        let fresh = fresh.collect::<Result<Vec<_>>>()?;
        self.replace(&self.phones_of(contact)?, fresh, |old, new| {
            (old.position, &old.label, &old.number) == (new.position, &new.label, &new.number)
        })
    }

    /// Makes these the parts of a person at large.
    pub fn set_parts(&self, contact: Id, parts: &[Part]) -> Result<()> {
        let old: Vec<ContactPart> = row::all(self.connection, "contact_id = ?1", &[&contact])?;
        let fresh =
            parts.iter().map(|part| Ok(ContactPart { id: self.mint()?, contact_id: contact, part: *part }));
        self.replace(&old, fresh.collect::<Result<Vec<_>>>()?, |old, new| old.part == new.part)
    }

    /// Makes these the personal needs of a person.
    pub fn set_needs(&self, contact: Id, needs: &[Need]) -> Result<()> {
        let old: Vec<ContactNeed> = row::all(self.connection, "contact_id = ?1", &[&contact])?;
        let fresh =
            needs.iter().map(|need| Ok(ContactNeed { id: self.mint()?, contact_id: contact, need: *need }));
        self.replace(&old, fresh.collect::<Result<Vec<_>>>()?, |old, new| old.need == new.need)
    }

    /// Takes out a contact with all that is theirs alone; what they took part in stays without them.
    pub fn delete_contact(&self, id: Id) -> Result<()> {
        self.delete_attachments(id)?;
        self.delete_where::<ContactEmail>("contact_id = ?1", &[&id])?;
        self.delete_where::<ContactPhone>("contact_id = ?1", &[&id])?;
        self.delete_where::<ContactPart>("contact_id = ?1", &[&id])?;
        self.delete_where::<ContactNeed>("contact_id = ?1", &[&id])?;
        self.delete_where::<FormerEmployer>("contact_id = ?1", &[&id])?;
        self.delete_special_days_of(id)?;
        self.delete_evidence_of(Person::Contact(id))?;
        self.delete_where::<SeenAs>("contact_id = ?1", &[&id])?;
        self.delete_where::<ContactOrganisationalNeed>("contact_id = ?1", &[&id])?;
        self.delete_where::<Cover>("contact_id = ?1", &[&id])?;
        self.delete_where::<super::activity::ActivityContact>("contact_id = ?1", &[&id])?;
        self.release(Target::Record(RecordKind::Contact), id)?;
        self.delete_deal_contacts("contact_id = ?1", id)?;
        for sql in [
            "UPDATE contact SET reports_to = NULL WHERE reports_to = ?1",
            "UPDATE commitment SET contact_id = NULL WHERE contact_id = ?1",
        ] {
            self.connection.prepare_cached(sql)?.execute([id])?;
        }
        self.delete_row::<Contact>(id)
    }
}
