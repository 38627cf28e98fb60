//! An entry and its values, read by their types.

use std::str::FromStr;

use chrono::NaiveDate;

use super::EntryKind;
use crate::domain::id::Id;
use crate::domain::money::Money;
use crate::domain::word::RecordKind;

/// What a field holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A text, the key of a word, or a quarter; of one of ours, the name, as it is told.
    Text(String),
    /// A number, stars, or thousandths.
    Number(i64),
    /// Yes or no.
    Flag(bool),
    /// A day.
    Day(NaiveDate),
    /// An amount.
    Money(Money),
    /// What it refers to.
    Id(Id),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::Text(text.to_owned())
    }
}

impl From<NaiveDate> for Value {
    fn from(day: NaiveDate) -> Self {
        Value::Day(day)
    }
}

/// The record that an entry hangs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holder {
    /// An account.
    Account(Id),
    /// A deal.
    Deal(Id),
}

impl Holder {
    /// The record.
    pub fn id(self) -> Id {
        match self {
            Holder::Account(id) | Holder::Deal(id) => id,
        }
    }

    /// What kind of record it is.
    pub fn kind(self) -> RecordKind {
        match self {
            Holder::Account(_) => RecordKind::Account,
            Holder::Deal(_) => RecordKind::Deal,
        }
    }
}

/// One entry of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its identity.
    pub id: Id,
    /// What it is.
    pub kind: EntryKind,
    /// What it hangs on.
    pub holder: Holder,
    /// Where it stands among those of its kind, where the person orders them.
    pub position: i64,
    /// What its fields hold, in the order of its kind's.
    pub values: Vec<Option<Value>>,
    /// When it was entered, milliseconds UTC.
    pub created_at: i64,
    /// The day it was last changed.
    pub updated_on: NaiveDate,
}

impl Entry {
    /// An entry on an account in which nothing is told yet.
    #[cfg(test)]
    pub fn blank(kind: EntryKind) -> Entry {
        Entry {
            id: Id(1),
            kind,
            holder: Holder::Account(Id(2)),
            position: 1,
            values: vec![None; kind.spec().fields.len()],
            created_at: 0,
            updated_on: NaiveDate::default(),
        }
    }

    /// What a field holds.
    pub fn get(&self, key: &str) -> Option<&Value> {
        let place = self.kind.spec().fields.iter().position(|field| field.key == key)?;
        self.values.get(place)?.as_ref()
    }

    /// Makes a field hold something.
    pub fn set(&mut self, key: &str, value: Option<Value>) {
        let place = self.kind.spec().fields.iter().position(|field| field.key == key);
        if let Some(slot) = place.and_then(|place| self.values.get_mut(place)) {
            *slot = value;
        }
    }

    /// A text.
    pub fn text(&self, key: &str) -> Option<&str> {
        match self.get(key) {
            Some(Value::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// One of a closed list of words.
    pub fn word<T: FromStr>(&self, key: &str) -> Option<T> {
        self.text(key)?.parse().ok()
    }

    /// A number.
    pub fn number(&self, key: &str) -> Option<i64> {
        match self.get(key) {
            Some(Value::Number(number)) => Some(*number),
            _ => None,
        }
    }

    /// Yes or no, where it is known.
    pub fn flag(&self, key: &str) -> Option<bool> {
        match self.get(key) {
            Some(Value::Flag(flag)) => Some(*flag),
            _ => None,
        }
    }

    /// A day.
    pub fn day(&self, key: &str) -> Option<NaiveDate> {
        match self.get(key) {
            Some(Value::Day(day)) => Some(*day),
            _ => None,
        }
    }

    /// An amount.
    pub fn money(&self, key: &str) -> Option<Money> {
        match self.get(key) {
            Some(Value::Money(money)) => Some(*money),
            _ => None,
        }
    }

    /// What it refers to.
    pub fn refers_to(&self, key: &str) -> Option<Id> {
        match self.get(key) {
            Some(Value::Id(id)) => Some(*id),
            _ => None,
        }
    }
}
