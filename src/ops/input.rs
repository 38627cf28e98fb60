//! What a person gives: fields to set, to empty or to leave, cleaned and checked.

use chrono::NaiveDate;

use super::problem::{Place, Problem};
use crate::domain::id::Id;
use crate::domain::money::{LARGEST_AMOUNT, Money, WHOLE};
use crate::domain::text::{clean_line, clean_text, name_key};
use crate::domain::word::{FieldKind, RecordKind};
use crate::domain::yes_no;
use crate::store::Writer;
use crate::store::table::attachment::CustomField;

/// What to do with a field that may be empty: none leaves it, `Some(None)` empties it.
pub type Field<T> = Option<Option<T>>;

/// Setting a field where it is told.
pub trait Set<T> {
    /// Puts the told value in the slot.
    fn put(self, slot: &mut Option<T>);
}

impl<T> Set<T> for Field<T> {
    fn put(self, slot: &mut Option<T>) {
        if let Some(told) = self {
            *slot = told;
        }
    }
}

/// A line of text for a field; an empty one empties it.
pub(super) fn line(field: Field<String>) -> Field<String> {
    field.map(|told| told.map(|text| clean_line(&text)).filter(|text| !text.is_empty()))
}

/// A text of several lines for a field; an empty one empties it.
pub(super) fn text(field: Field<String>) -> Field<String> {
    field.map(|told| told.map(|text| clean_text(&text)).filter(|text| !text.trim().is_empty()))
}

/// A name and how it is matched.
///
/// # Errors
/// [`Problem::Missing`] where nothing is left of it.
pub(super) fn name(text: &str) -> Result<(String, String), Problem> {
    let name = clean_line(text);
    match name.is_empty() {
        true => Err(Problem::Missing(Place::Name)),
        false => {
            let key = name_key(&name);
            Ok((name, key))
        }
    }
}

/// An amount that a record may hold.
pub(super) fn amount(money: Money) -> Result<i64, Problem> {
    match money.minor {
        0..=LARGEST_AMOUNT => Ok(money.minor),
        _ => Err(Problem::OutOfRange { place: Place::Amount, value: money.decimal() }),
    }
}

/// A rate in basis points, between nothing and the whole.
pub(super) fn points(points: i64, place: Place) -> Result<i64, Problem> {
    match points {
        0..=WHOLE => Ok(points),
        _ => Err(Problem::OutOfRange { place, value: crate::domain::money::decimal(i128::from(points), 2) }),
    }
}

/// The day on which something happened; none is today.
///
/// # Errors
/// [`Problem::Future`] where it lies in the future.
pub(super) fn past_day(writer: &Writer<'_>, on: Option<NaiveDate>) -> Result<NaiveDate, Problem> {
    match on {
        Some(day) if day > writer.today => Err(Problem::Future(day)),
        Some(day) => Ok(day),
        None => Ok(writer.today),
    }
}

/// What hangs on records of any kind: tags to put on and take off, custom values to set.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Hanging {
    /// Tags to put on.
    pub tags: Vec<String>,
    /// Tags to take off.
    pub untags: Vec<String>,
    /// Custom values: the field's key, and the value; none empties it.
    pub fields: Vec<(String, Option<String>)>,
}

impl Hanging {
    /// Does it to a record.
    pub(super) fn apply(&self, writer: &Writer<'_>, kind: RecordKind, record: Id) -> Result<(), Problem> {
        for tag in &self.tags {
            let (name, key) = name(tag.trim_start_matches('#'))?;
            let tag = writer.tag(&name, &key)?;
            writer.put_tag(tag.id, kind, record)?;
        }
        for tag in &self.untags {
            let (_, key) = name(tag.trim_start_matches('#'))?;
            if let Some(tag) = writer.known_tag(&key)? {
                writer.take_tag(tag.id, record)?;
            }
        }
        for (key, value) in &self.fields {
            set_field(writer, kind, record, key, value.as_deref())?;
        }
        Ok(())
    }
}

/// Sets a record's value of a custom field; a field that is not there yet is made, for any text.
pub(super) fn set_field(
    writer: &Writer<'_>,
    kind: RecordKind,
    record: Id,
    key: &str,
    value: Option<&str>,
) -> Result<(), Problem> {
    let key = clean_line(key);
    if value.is_none() && writer.custom_field(kind, &key)?.is_none() {
        return Ok(());
    }
    let field = find_or_add_field(writer, kind, &key)?;
    let mut value = value.map(clean_text).filter(|text| !text.is_empty());
    if field.sort() == FieldKind::YesNo {
        // Whichever word it is told by.
        value = value.map(|text| yes_no::read(&text).map_or(text, |yes| yes_no::kept(yes).to_owned()));
    }
    if let Some(value) = &value {
        must_fit(&field, value)?;
    }
    Ok(writer.set_custom_value(field.id, record, value.as_deref())?)
}

/// The custom field with this key; one that is not there yet is made, for any text.
pub(super) fn find_or_add_field(
    writer: &Writer<'_>,
    kind: RecordKind,
    key: &str,
) -> Result<CustomField, Problem> {
    if let Some(field) = writer.custom_field(kind, key)? {
        return Ok(field);
    }
    if key.is_empty() {
        return Err(Problem::Missing(Place::Name));
    }
    let field = CustomField {
        id: writer.mint()?,
        record_kind: kind,
        label: key.to_owned(),
        key: key.to_owned(),
        kind: FieldKind::Text,
        choices: None,
        position: i64::try_from(writer.custom_fields(kind)?.len()).unwrap_or(i64::MAX),
    };
    writer.insert_custom_field(&field)?;
    Ok(field)
}

/// Refuses a value that is not of its field's kind.
pub(super) fn must_fit(field: &CustomField, value: &str) -> Result<(), Problem> {
    match fits(field, value) {
        true => Ok(()),
        false => Err(Problem::BadField { key: field.key.clone(), value: value.to_owned() }),
    }
}

/// Whether a value is of its field's type.
fn fits(field: &CustomField, value: &str) -> bool {
    match field.sort() {
        FieldKind::Text => true,
        FieldKind::Number => value.parse::<f64>().is_ok_and(f64::is_finite),
        FieldKind::Money => {
            let (amount, currency) = value.split_once(' ').unwrap_or((value, ""));
            currency.parse().is_ok_and(|currency| crate::domain::amount::parse(amount, currency).is_ok())
        }
        FieldKind::Date => value.parse::<chrono::NaiveDate>().is_ok(),
        FieldKind::Choice => field.listed().any(|choice| choice == value),
        FieldKind::YesNo => matches!(value, yes_no::YES | yes_no::NO),
    }
}
