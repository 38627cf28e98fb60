//! What hangs on the records of a window: read for all of them at once.

use std::collections::HashMap;

use rusqlite::Row as SqlRow;

use crate::domain::id::Id;
use crate::domain::reach::Labelled;
use crate::domain::word::{FieldKind, Need, Part, Stance};
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::row::{Row, select_list};
use crate::store::table::attachment::CustomField;

/// A person's part in a deal, with who they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DealPerson {
    /// Who.
    pub contact: Id,
    /// Their short code's number.
    pub code: i64,
    /// Their name.
    pub name: String,
    /// Their parts in this purchase; where none is told, those at large.
    pub parts: Vec<Part>,
}

/// A product line of a deal, with what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DealLineItem {
    /// What.
    pub product: Id,
    /// Its number.
    pub code: i64,
    /// Its name.
    pub name: String,
    /// How many, in thousandths.
    pub quantity: i64,
    /// The price of one, minor units of the deal's currency.
    pub price: i64,
}

/// What a record has in a custom field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldValue {
    /// The field's name for programs.
    pub key: String,
    /// The field's name for people.
    pub label: String,
    /// Its type.
    pub sort: FieldKind,
    /// The value as text.
    pub value: String,
}

/// Lists by record.
pub type ByRecord<T> = HashMap<Id, Vec<T>>;

impl Book {
    /// The tags of these records, by name.
    pub fn tags_of(&self, records: &[Id]) -> Result<ByRecord<String>> {
        let sql = "SELECT record_id, name FROM tagging JOIN tag ON tag.id = tag_id
                   WHERE record_id IN (SELECT value FROM json_each(?1)) ORDER BY name_key";
        self.by_record(sql, records, |row| row.get(1))
    }

    /// The custom values of these records, in the fields' order.
    pub fn fields_of(&self, records: &[Id]) -> Result<ByRecord<FieldValue>> {
        let sql = format!(
            "SELECT record_id, value, {} FROM custom_value JOIN custom_field ON custom_field.id = field_id
             WHERE record_id IN (SELECT value FROM json_each(?1))
             ORDER BY custom_field.position, custom_field.id",
            select_list::<CustomField>("custom_field.")
        );
        self.by_record(&sql, records, |row| {
            let field = CustomField::read(row, 2)?;
            Ok(FieldValue { sort: field.sort(), key: field.key, label: field.label, value: row.get(1)? })
        })
    }

    /// The people of these deals.
    pub fn people_of_deals(&self, deals: &[Id]) -> Result<ByRecord<DealPerson>> {
        let sql = "SELECT deal_id, contact.id, code, name,
              coalesce((SELECT group_concat(part, ' ') FROM deal_contact_part WHERE deal_contact_id = deal_contact.id),
                       (SELECT group_concat(part, ' ') FROM contact_part WHERE contact_id = contact.id), '')
            FROM deal_contact JOIN contact ON contact.id = contact_id
            WHERE deal_id IN (SELECT value FROM json_each(?1)) ORDER BY deal_contact.id";
        self.by_record(sql, deals, |row| {
            let parts: String = row.get(4)?;
            Ok(DealPerson {
                contact: row.get(1)?,
                code: row.get(2)?,
                name: row.get(3)?,
                parts: parts.split(' ').filter_map(|part| part.parse().ok()).collect(),
            })
        })
    }

    /// Where the people of these deals stand towards us: in this purchase or, where that is not told, at
    /// large.
    pub fn stances_of_deals(&self, deals: &[Id]) -> Result<ByRecord<Stance>> {
        let sql = "SELECT deal_id, coalesce(deal_contact.stance, contact.stance) AS stands
            FROM deal_contact JOIN contact ON contact.id = contact_id
            WHERE deal_id IN (SELECT value FROM json_each(?1)) AND stands IS NOT NULL
            ORDER BY deal_contact.id";
        self.by_record(sql, deals, |row| row.get(1))
    }

    /// The product lines of these deals.
    pub fn products_of_deals(&self, deals: &[Id]) -> Result<ByRecord<DealLineItem>> {
        let sql = "SELECT deal_id, product.id, code, name, quantity, deal_product.price
            FROM deal_product JOIN product ON product.id = product_id
            WHERE deal_id IN (SELECT value FROM json_each(?1)) ORDER BY deal_product.position";
        self.by_record(sql, deals, |row| {
            Ok(DealLineItem {
                product: row.get(1)?,
                code: row.get(2)?,
                name: row.get(3)?,
                quantity: row.get(4)?,
                price: row.get(5)?,
            })
        })
    }

    /// The e-mail addresses of these contacts with their labels, first one first.
    pub fn emails_of_all(&self, contacts: &[Id]) -> Result<ByRecord<Labelled>> {
        let sql = "SELECT contact_id, label, address FROM contact_email
                   WHERE contact_id IN (SELECT value FROM json_each(?1)) ORDER BY position";
        self.by_record(sql, contacts, |row| Ok((row.get(1)?, row.get(2)?)))
    }

    /// The telephone numbers of these contacts with their labels, first one first.
    pub fn phones_of_all(&self, contacts: &[Id]) -> Result<ByRecord<Labelled>> {
        let sql = "SELECT contact_id, label, number FROM contact_phone
                   WHERE contact_id IN (SELECT value FROM json_each(?1)) ORDER BY position";
        self.by_record(sql, contacts, |row| Ok((row.get(1)?, row.get(2)?)))
    }

    /// The parts at large of these contacts.
    pub fn parts_of_all(&self, contacts: &[Id]) -> Result<ByRecord<Part>> {
        let sql = "SELECT contact_id, part FROM contact_part
                   WHERE contact_id IN (SELECT value FROM json_each(?1)) ORDER BY id";
        self.by_record(sql, contacts, |row| row.get(1))
    }

    /// The personal needs of these contacts.
    pub fn needs_of_all(&self, contacts: &[Id]) -> Result<ByRecord<Need>> {
        let sql = "SELECT contact_id, need FROM contact_need
                   WHERE contact_id IN (SELECT value FROM json_each(?1)) ORDER BY id";
        self.by_record(sql, contacts, |row| row.get(1))
    }

    /// Who took part in these activities: id and name.
    pub fn people_of_activities(&self, activities: &[Id]) -> Result<ByRecord<(Id, String)>> {
        let sql = "SELECT activity_id, contact.id, name FROM activity_contact
                   JOIN contact ON contact.id = contact_id
                   WHERE activity_id IN (SELECT value FROM json_each(?1)) ORDER BY activity_contact.id";
        self.by_record(sql, activities, |row| Ok((row.get(1)?, row.get(2)?)))
    }

    /// The open deals of these accounts: number and amounts by currency, in minor units.
    pub fn open_deals_of(&self, accounts: &[Id]) -> Result<ByRecord<OpenDeal>> {
        let sql = "SELECT account_id, amount, currency FROM deal
                   WHERE account_id IN (SELECT value FROM json_each(?1)) AND status = 'open'";
        self.by_record(sql, accounts, |row| Ok(OpenDeal { amount: row.get(1)?, currency: row.get(2)? }))
    }

    pub(in crate::store) fn by_record<T>(
        &self,
        sql: &str,
        records: &[Id],
        read: impl Fn(&SqlRow<'_>) -> rusqlite::Result<T>,
    ) -> Result<ByRecord<T>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([json(records)])?;
        let mut found = ByRecord::new();
        while let Some(row) = rows.next()? {
            found.entry(row.get(0)?).or_default().push(read(row)?);
        }
        Ok(found)
    }
}

/// Ids as `json_each` takes them.
pub(in crate::store) fn json(ids: &[Id]) -> String {
    let ids: Vec<String> = ids.iter().map(|id| id.0.to_string()).collect();
    format!("[{}]", ids.join(","))
}

/// What an open deal brings to its account's sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenDeal {
    /// Minor units.
    pub amount: Option<i64>,
    /// Of what.
    pub currency: crate::domain::money::Currency,
}
