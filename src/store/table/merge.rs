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

/// What refers to a deal. Its events and its place in reviews stay with it: they are the past.
const TO_DEAL: &[(&str, &str)] = &[("activity", "deal_id"), ("commitment", "deal_id")];

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
        self.move_entries(RecordKind::Account, from, into)?;
        self.move_all(TO_ACCOUNT, from, into)?;
        self.drop_outdated_tier_notes(&[into])?;
        self.move_hanging(from, into)
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
        self.move_seats(("contact_id", "deal_id"), from, into)?;
        self.repoint_entries(RecordKind::Contact, from, into)?;
        self.move_all(TO_CONTACT, from, into)?;
        self.move_hanging(from, into)
    }

    /// Moves all that hangs on one deal to another, but its product lines.
    pub fn move_deal(&self, from: Id, into: Id) -> Result<()> {
        self.move_seats(("deal_id", "contact_id"), from, into)?;
        self.move_entries(RecordKind::Deal, from, into)?;
        self.repoint_entries(RecordKind::Deal, from, into)?;
        self.move_all(TO_DEAL, from, into)?;
        self.move_hanging(from, into)
    }

    fn move_hanging(&self, from: Id, into: Id) -> Result<()> {
        self.move_apart(from, into)?;
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

    /// Moves the people of a deal, or the deals of a person; where both are in one already, what is told of
    /// them there is joined. The columns are the one by which they move, and the other one.
    fn move_seats(&self, (by, beside): (&str, &str), from: Id, into: Id) -> Result<()> {
        let both = format!(
            "FROM deal_contact mine JOIN deal_contact other USING ({beside})
             WHERE mine.{by} = ?1 AND other.{by} = ?2"
        );
        let theirs = |column: &str| {
            format!(
                "{column} = coalesce({column}, (SELECT mine.{column} FROM deal_contact mine
                 WHERE mine.{by} = ?1 AND mine.{beside} = deal_contact.{beside}))"
            )
        };
        let told = ["involvement", "authority", "stance"].map(theirs).join(", ");
        for sql in [
            format!("UPDATE deal_contact SET {told} WHERE id IN (SELECT other.id {both})"),
            format!(
                "UPDATE OR IGNORE deal_contact_part SET deal_contact_id =
                   (SELECT other.id {both} AND mine.id = deal_contact_id)
                 WHERE deal_contact_id IN (SELECT mine.id {both})"
            ),
            format!("UPDATE OR IGNORE deal_contact SET {by} = ?2 WHERE {by} = ?1"),
        ] {
            self.connection.prepare_cached(&sql)?.execute([from, into])?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::entry::{EntryKind, Spec, Target};
    use crate::store::{Book, Clock};

    /// What goes another way than by the lists above: addresses and numbers are put behind those that are
    /// there, parts in deals are joined, product lines are the operation's, and what becomes of a contact's
    /// own account is one of the choices.
    const OTHERWISE: &[(&str, &str)] = &[
        ("contact_email", "contact_id"),
        ("contact_phone", "contact_id"),
        ("deal_contact", "contact_id"),
        ("deal_contact", "deal_id"),
        ("deal_product", "deal_id"),
    ];

    #[test]
    fn whatever_refers_to_a_record_goes_with_it() {
        let book = Book::in_memory(Clock::machine()).unwrap();
        let mut statement = book
            .connection
            .prepare(
                "SELECT schema.name, key.\"from\" FROM sqlite_schema schema, pragma_foreign_key_list(schema.name) key
                 WHERE schema.type = 'table' AND key.\"table\" = ?1",
            )
            .unwrap();
        for (kind, listed) in [
            (RecordKind::Account, TO_ACCOUNT),
            (RecordKind::Contact, TO_CONTACT),
            (RecordKind::Deal, TO_DEAL),
        ] {
            let references: Vec<(String, String)> = statement
                .query_map([kind.as_str()], |row| Ok((row.get(0)?, row.get(1)?)))
                .unwrap()
                .collect::<rusqlite::Result<_>>()
                .unwrap();
            assert!(references.len() > 10, "{kind}: {references:?}");
            let holder = format!("{kind}_id");
            for (table, column) in &references {
                let is_listed =
                    listed.iter().chain(OTHERWISE).any(|(known, by)| known == table && by == column);
                let hangs = EntryKind::ALL.iter().map(|kind| kind.spec()).any(|spec| {
                    spec.table == table && *column == holder && spec.hangs_on.kinds().contains(&kind)
                });
                let refers = Spec::references_to(Target::Record(kind))
                    .any(|(spec, field)| spec.table == table && field.column() == *column);
                assert!(is_listed || hangs || refers, "{table}.{column} stays behind");
            }
        }
    }

    #[test]
    fn whatever_hangs_on_any_record_goes_with_it() {
        let book = Book::in_memory(Clock::machine()).unwrap();
        let mut statement = book
            .connection
            .prepare(
                "SELECT schema.name FROM sqlite_schema schema, pragma_table_info(schema.name) info
                 WHERE schema.type = 'table' AND info.name = 'record_id'",
            )
            .unwrap();
        let tables = statement.query_map([], |row| row.get(0)).unwrap();
        let tables: Vec<String> = tables.collect::<rusqlite::Result<_>>().unwrap();
        assert!(tables.len() > 5, "{tables:?}");
        // What is being typed is dropped with the record.
        for table in tables.iter().filter(|table| *table != "draft") {
            assert!(HANGING.contains(&(table.as_str(), "record_id")), "{table}");
        }
    }
}
