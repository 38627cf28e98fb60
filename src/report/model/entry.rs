//! An entry of a plan, as programs read it.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use serde_json::Value as Json;

use super::Amount;
use crate::domain::entry::{Entry, EntryKind, Field, Form, HangsOn, Holder, Spec, Target, Value};
use crate::domain::id::Id;
use crate::domain::money::WHOLE;

/// An entry of a plan with the names of what it stands on and refers to.
#[derive(Debug, Clone, PartialEq)]
pub struct EntryOut {
    /// The entry.
    pub entry: Entry,
    /// The account that it stands on, or whose deal it stands on: id and name.
    pub account: (Id, String),
    /// The deal that it stands on, by name.
    pub deal: Option<String>,
    /// For each field that refers to something: what that is called.
    pub names: Vec<Option<String>>,
    /// What [`follows`] from it: the lowest element, a benefit without a need and the like.
    pub follows: Json,
}

impl EntryOut {
    /// What a field refers to, by name.
    pub fn name(&self, key: &str) -> Option<&str> {
        let place = self.entry.kind.spec().fields.iter().position(|field| field.key == key)?;
        self.names.get(place)?.as_deref()
    }

    /// The names of the fields that programs read, in their order.
    pub fn columns(spec: &Spec) -> Vec<String> {
        let mut columns = ["id", "account", "account_id"].map(str::to_owned).to_vec();
        if spec.hangs_on != HangsOn::Account {
            columns.extend(["deal", "deal_id"].map(str::to_owned));
        }
        for field in spec.fields {
            match field.form {
                Form::Day => columns.push(field.column()),
                Form::Reference(target) if target != Target::Stage => {
                    columns.extend([field.key.to_owned(), field.column()]);
                }
                _ => columns.push(field.key.to_owned()),
            }
        }
        columns.extend(spec.has_money().then(|| "currency".to_owned()));
        columns.extend(follows(spec.kind).map(str::to_owned));
        columns.push("updated_on".to_owned());
        columns
    }
}

impl Serialize for EntryOut {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (entry, spec) = (&self.entry, self.entry.kind.spec());
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &entry.id)?;
        map.serialize_entry("account", &self.account.1)?;
        map.serialize_entry("account_id", &self.account.0)?;
        if spec.hangs_on != HangsOn::Account {
            let deal = match entry.holder {
                Holder::Deal(id) => Some(id),
                Holder::Account(_) => None,
            };
            map.serialize_entry("deal", &self.deal)?;
            map.serialize_entry("deal_id", &deal)?;
        }
        for (field, name) in spec.fields.iter().zip(&self.names) {
            let value = entry.get(field.key);
            match field.form {
                Form::Day => map.serialize_entry(&field.column(), &json(field, value))?,
                Form::Reference(Target::Stage) => map.serialize_entry(field.key, name)?,
                Form::Reference(_) => {
                    map.serialize_entry(field.key, name)?;
                    map.serialize_entry(&field.column(), &json(field, value))?;
                }
                _ => map.serialize_entry(field.key, &json(field, value))?,
            }
        }
        if spec.has_money() {
            let mut amounts = spec.fields.iter().filter_map(|field| entry.money(field.key));
            map.serialize_entry("currency", &amounts.next().map(|money| money.currency))?;
        }
        if let Some(key) = follows(entry.kind) {
            map.serialize_entry(key, &self.follows)?;
        }
        map.serialize_entry("updated_on", &entry.updated_on)?;
        map.end()
    }
}

/// What is told of an entry beside its fields, since it follows from them.
pub fn follows(kind: EntryKind) -> Option<&'static str> {
    match kind {
        EntryKind::Objective => Some("checks_open"),
        EntryKind::Elements => Some("lowest"),
        EntryKind::Fab => Some("without_need"),
        EntryKind::Action | EntryKind::Receivable | EntryKind::Milestone => Some("overdue"),
        EntryKind::Signs => Some("proposed"),
        EntryKind::CheckUp => Some("mean"),
        EntryKind::Complaint => Some("open"),
        _ => None,
    }
}

/// A value as programs read it.
fn json(field: &Field, value: Option<&Value>) -> Json {
    let Some(value) = value else { return Json::Null };
    match value {
        Value::Text(text) => Json::from(text.as_str()),
        Value::Number(number) if field.form == Form::Decimal => Json::from(*number as f64 / 1000.0),
        Value::Number(points) if field.form == Form::Rate => Json::from(*points as f64 / WHOLE as f64),
        Value::Number(number) => Json::from(*number),
        Value::Flag(flag) => Json::from(*flag),
        Value::Day(day) => Json::from(day.to_string()),
        Value::Money(money) => serde_json::to_value(Amount::from(*money)).unwrap_or_default(),
        Value::Id(id) => Json::from(id.to_string()),
    }
}
