//! Merging: all that hangs on one record moves to another; what both have stays once.

use crate::domain::id::Id;
use crate::domain::word::RecordKind;
use crate::store::Writer;
use crate::store::error::Result;

/// What refers to an account.
const TO_ACCOUNT: &[(&str, &str)] = &[
    ("account", "parent_id"),
    ("contact", "account_id"),
    ("deal", "account_id"),
    ("activity", "account_id"),
    ("small_order", "account_id"),
    ("commitment", "account_id"),
    ("special_day", "account_id"),
    ("former_employer", "account_id"),
    ("account_role", "account_id"),
    ("segment_decision", "account_id"),
];

/// What refers to a contact.
const TO_CONTACT: &[(&str, &str)] = &[
    ("contact", "reports_to"),
    ("contact_part", "contact_id"),
    ("contact_need", "contact_id"),
    ("former_employer", "contact_id"),
    ("activity_contact", "contact_id"),
    ("commitment", "contact_id"),
    ("special_day", "contact_id"),
    ("observation", "contact_id"),
    ("quadrant_score", "contact_id"),
    ("recollection", "contact_id"),
    ("seen_as", "contact_id"),
    ("organisational_need", "contact_id"),
    ("cover", "contact_id"),
];

/// What hangs on a record of any kind.
const HANGING: &[(&str, &str)] = &[
    ("tagging", "record_id"),
    ("custom_value", "record_id"),
    ("link", "record_id"),
    ("walk_tick", "record_id"),
    ("source", "record_id"),
    ("snooze", "record_id"),
];

impl Writer<'_> {
    /// Moves all that hangs on one account to another.
    pub fn move_account(&self, from: Id, into: Id) -> Result<()> {
        self.move_entries(from, into)?;
        self.move_all(TO_ACCOUNT, from, into)?;
        self.drop_outdated_tier_notes(&[into])?;
        self.move_all(HANGING, from, into)
    }

    /// Moves all that hangs on one contact to another.
    pub fn move_contact(&self, from: Id, into: Id) -> Result<()> {
        for (table, value) in [("contact_email", "address"), ("contact_phone", "number")] {
            // The other's come after one's own; what both have stays where it is.
            let sql = format!(
                "UPDATE {table} SET contact_id = ?2,
                   position = position + (SELECT count(*) FROM {table} WHERE contact_id = ?2)
                 WHERE contact_id = ?1 AND {value} NOT IN (SELECT {value} FROM {table} WHERE contact_id = ?2)"
            );
            self.connection.prepare_cached(&sql)?.execute([from, into])?;
        }
        self.move_deal_parts(from, into)?;
        self.repoint_entries(RecordKind::Contact, from, into)?;
        self.move_all(TO_CONTACT, from, into)?;
        self.move_all(HANGING, from, into)
    }

    /// Points each reference to the other record; where that one is referred to already, the reference
    /// stays behind, to go with the record.
    fn move_all(&self, references: &[(&str, &str)], from: Id, into: Id) -> Result<()> {
        for (table, column) in references {
            let sql = format!(
                "UPDATE OR IGNORE {table} SET {column} = ?2 WHERE {column} = ?1 AND {table}.id <> ?2"
            );
            self.connection.prepare_cached(&sql)?.execute([from, into])?;
        }
        Ok(())
    }

    /// Moves the parts in deals; in a deal that both are in, the parts are joined.
    fn move_deal_parts(&self, from: Id, into: Id) -> Result<()> {
        for sql in [
            "UPDATE OR IGNORE deal_contact_part SET deal_contact_id =
               (SELECT other.id FROM deal_contact mine JOIN deal_contact other USING (deal_id)
                WHERE mine.id = deal_contact_id AND other.contact_id = ?2)
             WHERE deal_contact_id IN (SELECT mine.id FROM deal_contact mine JOIN deal_contact other USING (deal_id)
                WHERE mine.contact_id = ?1 AND other.contact_id = ?2)",
            "UPDATE OR IGNORE deal_contact SET contact_id = ?2 WHERE contact_id = ?1",
        ] {
            self.connection.prepare_cached(sql)?.execute([from, into])?;
        }
        Ok(())
    }
}
