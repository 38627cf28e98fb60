//! What hangs on a record of any kind: tags, custom fields, links.

use crate::domain::id::Id;
use crate::domain::word::{FieldKind, RecordKind};
use crate::store::Writer;
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::row::{self, table};
use crate::store::table::snooze::Snooze;

table! {
    /// A word that records can be marked with.
    pub struct Tag in "tag" {
        /// As written.
        pub name: String,
        /// As matched.
        pub name_key: String,
    }
}

table! {
    /// A tag on a record.
    pub struct Tagging in "tagging" {
        /// Which tag.
        pub tag_id: Id,
        /// What kind of record.
        pub record_kind: RecordKind,
        /// Which record.
        pub record_id: Id,
    }
}

table! {
    /// A field that the person added to a kind of record.
    pub struct CustomField in "custom_field" {
        /// What kind of record has it.
        pub record_kind: RecordKind,
        /// Its name for programs and filters.
        pub key: String,
        /// Its name for people.
        pub label: String,
        /// Its type as it is kept; [`CustomField::sort`] tells what it is.
        pub kind: FieldKind,
        /// For a choice: what may be chosen, a line each.
        pub choices: Option<String>,
        /// Which comes first.
        pub position: i64,
    }
}

table! {
    /// What a record has in a custom field. Numbers and dates are kept as plain text, amounts as `1234.50 EUR`.
    pub struct CustomValue in "custom_value" {
        /// Which field.
        pub field_id: Id,
        /// Which record.
        pub record_id: Id,
        /// The value.
        pub value: String,
    }
}

table! {
    /// A file or address that belongs to a record; named, never copied.
    pub struct Link in "link" {
        /// What kind of record.
        pub record_kind: RecordKind,
        /// Which record.
        pub record_id: Id,
        /// Which comes first.
        pub position: i64,
        /// What it is called.
        pub label: Option<String>,
        /// The path or address.
        pub target: String,
    }
}

impl CustomField {
    /// How a field of yes or no is kept: as a choice between the two, which books of every version hold.
    const YES_OR_NO: &'static str = "yes\nno";

    /// Its type.
    pub fn sort(&self) -> FieldKind {
        match (self.kind, self.choices.as_deref()) {
            (FieldKind::Choice, Some(CustomField::YES_OR_NO)) => FieldKind::YesNo,
            (kind, _) => kind,
        }
    }

    /// Makes it a field of a type; what may be chosen is for a choice.
    pub fn set_sort(&mut self, sort: FieldKind, choices: Option<String>) {
        (self.kind, self.choices) = match sort {
            FieldKind::YesNo => (FieldKind::Choice, Some(CustomField::YES_OR_NO.to_owned())),
            FieldKind::Choice => (sort, choices),
            _ => (sort, None),
        };
    }

    /// What may be chosen, where it is a choice.
    pub fn listed(&self) -> impl Iterator<Item = &str> {
        let choices = self.choices.as_deref().filter(|_| self.sort() == FieldKind::Choice);
        choices.into_iter().flat_map(str::lines)
    }
}

impl Book {
    /// Every custom field of a kind of record.
    pub fn custom_fields(&self, kind: RecordKind) -> Result<Vec<CustomField>> {
        row::all(&self.connection, "record_kind = ?1 ORDER BY position, id", &[&kind])
    }

    /// Every tag, by name.
    pub fn tags(&self) -> Result<Vec<Tag>> {
        row::all(&self.connection, "1 ORDER BY name_key", &[])
    }
}

impl Writer<'_> {
    /// The tag of this name, or none.
    pub fn known_tag(&self, name_key: &str) -> Result<Option<Tag>> {
        row::first(self.connection, "name_key = ?1", &[&name_key])
    }

    /// The tag of this name, made where there is none.
    pub fn tag(&self, name: &str, name_key: &str) -> Result<Tag> {
        if let Some(tag) = self.known_tag(name_key)? {
            return Ok(tag);
        }
        let tag = Tag { id: self.mint()?, name: name.to_owned(), name_key: name_key.to_owned() };
        self.insert_row(&tag)?;
        Ok(tag)
    }

    /// The names of the tags on a record.
    pub fn tags_on(&self, record: Id) -> Result<Vec<String>> {
        let condition = "id IN (SELECT tag_id FROM tagging WHERE record_id = ?1) ORDER BY name_key";
        let tags: Vec<Tag> = row::all(self.connection, condition, &[&record])?;
        Ok(tags.into_iter().map(|tag| tag.name).collect())
    }

    /// Puts a tag on a record, if it is not there yet.
    pub fn put_tag(&self, tag: Id, kind: RecordKind, record: Id) -> Result<()> {
        let known: Option<Tagging> =
            row::first(self.connection, "record_id = ?1 AND tag_id = ?2", &[&record, &tag])?;
        match known {
            Some(_) => Ok(()),
            None => {
                let id = self.mint()?;
                self.insert_row(&Tagging { id, tag_id: tag, record_kind: kind, record_id: record })
            }
        }
    }

    /// Takes a tag off a record.
    pub fn take_tag(&self, tag: Id, record: Id) -> Result<()> {
        self.delete_where::<Tagging>("record_id = ?1 AND tag_id = ?2", &[&record, &tag])
    }

    /// The custom field with this key.
    pub fn custom_field(&self, kind: RecordKind, key: &str) -> Result<Option<CustomField>> {
        row::first(self.connection, "record_kind = ?1 AND key = ?2", &[&kind, &key])
    }

    /// Every custom field of a kind of record.
    pub fn custom_fields(&self, kind: RecordKind) -> Result<Vec<CustomField>> {
        row::all(self.connection, "record_kind = ?1 ORDER BY position, id", &[&kind])
    }

    /// Puts a custom field in.
    pub fn insert_custom_field(&self, field: &CustomField) -> Result<()> {
        self.insert_row(field)
    }

    /// What a record has in a custom field.
    pub fn custom_value(&self, field: Id, record: Id) -> Result<Option<CustomValue>> {
        row::first(self.connection, "record_id = ?1 AND field_id = ?2", &[&record, &field])
    }

    /// Puts a value in for a record that has none in that field yet.
    pub fn insert_custom_value(&self, field: Id, record: Id, value: &str) -> Result<()> {
        let id = self.mint()?;
        self.insert_row(&CustomValue { id, field_id: field, record_id: record, value: value.to_owned() })
    }

    /// Sets what a record has in a custom field; none empties it.
    pub fn set_custom_value(&self, field: Id, record: Id, value: Option<&str>) -> Result<()> {
        match (self.custom_value(field, record)?, value) {
            (Some(old), Some(new)) if old.value == new => Ok(()),
            (Some(old), Some(new)) => self.update_row(&CustomValue { value: new.to_owned(), ..old }),
            (Some(old), None) => self.delete_row::<CustomValue>(old.id),
            (None, Some(new)) => self.insert_custom_value(field, record, new),
            (None, None) => Ok(()),
        }
    }

    /// Hangs a link on a record, after those that are there.
    pub fn insert_link(
        &self,
        kind: RecordKind,
        record: Id,
        label: Option<String>,
        target: String,
    ) -> Result<Link> {
        let others: Vec<Link> = row::all(self.connection, "record_id = ?1", &[&record])?;
        let position = others.iter().map(|link| link.position + 1).max().unwrap_or_default();
        let link = Link { id: self.mint()?, record_kind: kind, record_id: record, position, label, target };
        self.insert_row(&link)?;
        Ok(link)
    }

    /// Takes out all that hangs on a record. Where it came from stays known, so that a file imported again
    /// does not bring back what was deleted here.
    pub(super) fn delete_attachments(&self, record: Id) -> Result<()> {
        self.delete_where::<Tagging>("record_id = ?1", &[&record])?;
        self.delete_where::<CustomValue>("record_id = ?1", &[&record])?;
        self.delete_where::<Snooze>("record_id = ?1", &[&record])?;
        self.delete_apart_of(record)?;
        self.delete_where::<super::our_side::WalkTick>("record_id = ?1", &[&record])?;
        self.delete_where::<Link>("record_id = ?1", &[&record])
    }

    /// Writes a tag over the one with its id.
    pub fn update_tag(&self, tag: &Tag) -> Result<()> {
        self.update_row(tag)
    }

    /// Puts one tag where another stands, and takes the other out.
    pub fn merge_tag(&self, tag: Id, into: Id) -> Result<()> {
        for tagging in row::all::<Tagging>(self.connection, "tag_id = ?1", &[&tag])? {
            self.put_tag(into, tagging.record_kind, tagging.record_id)?;
        }
        self.delete_tag(tag)
    }

    /// Takes a tag off all records, and out.
    pub fn delete_tag(&self, tag: Id) -> Result<()> {
        self.delete_where::<Tagging>("tag_id = ?1", &[&tag])?;
        self.delete_row::<Tag>(tag)
    }

    /// Records that a tag is on.
    pub fn tag_uses(&self, tag: Id) -> Result<u64> {
        self.number("SELECT count(*) FROM tagging WHERE tag_id = ?1", tag)
    }

    /// Writes a custom field over the one with its id.
    pub fn update_custom_field(&self, field: &CustomField) -> Result<()> {
        self.update_row(field)
    }

    /// What records have in a custom field.
    pub fn custom_values(&self, field: Id) -> Result<Vec<CustomValue>> {
        row::all(self.connection, "field_id = ?1", &[&field])
    }

    /// Takes a custom field out, with what records have in it.
    pub fn delete_custom_field(&self, field: Id) -> Result<()> {
        self.delete_where::<CustomValue>("field_id = ?1", &[&field])?;
        self.delete_row::<CustomField>(field)
    }

    /// Writes a link over the one with its id.
    pub fn update_link(&self, link: &Link) -> Result<()> {
        self.update_row(link)
    }

    /// Takes a link off its record.
    pub fn delete_link(&self, link: Id) -> Result<()> {
        self.delete_row::<Link>(link)
    }
}
