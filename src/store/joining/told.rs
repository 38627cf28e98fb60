//! What two copies differ in, by the names that people know: the record, and what its field holds.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension};

use super::compare::{Clash, Matter, Sides};
use super::shape::{Row, Shape, number};
use super::touched::Spot;
use crate::domain::id::Id;
use crate::domain::money::{Currency, Rate};
use crate::domain::word::RecordKind;
use crate::store::backup::RECORDS;
use crate::store::dump::Form;
use crate::store::error::Result;
use crate::store::view::find::short_code;

/// Columns by which a row belongs to another, the closest first.
const BELONGS: &[&str] = &[
    "deal_contact_id",
    "activity_id",
    "observation_id",
    "review_id",
    "field_id",
    "deal_id",
    "contact_id",
    "account_id",
    "colleague_id",
];
/// Columns that say what a row is called, the first that holds something.
const NAMES: &[&str] = &[
    "name",
    "buyer_name",
    "subject",
    "text",
    "label",
    "key",
    "period",
    "feature",
    "prompt",
    "currency",
    "day",
    "file",
];
/// Columns that only the program needs, or that say again what another says.
const UNTOLD: &[&str] = &["name_key", "stage_since", "zone", "updated_at", "updated_on", "position"];

/// The record that a difference is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct RecordName {
    /// The table it lies in: `account`, `deal`, `quota`.
    pub kind: String,
    /// Its id.
    pub id: Id,
    /// Its short code, where its kind has one.
    pub code: Option<String>,
    /// Its name.
    pub name: String,
}

/// What a field holds in one of two copies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// Nothing.
    Nothing,
    /// A text; of what is told by its id, the name.
    Text(String),
    /// A number.
    Number(i64),
    /// An amount in minor units.
    Money(i64, Currency),
    /// A rate or share in basis points.
    Points(i64),
    /// A quantity in thousandths.
    Thousandths(i64),
    /// Yes or no.
    Flag(bool),
    /// A stage: its key, and the person's own name of it.
    Stage(String, Option<String>),
    /// The record is there.
    Kept,
    /// The record was taken out.
    Deleted,
}

/// Something that both copies have changed, each in its own way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// What tells it from the others, the same whenever the copies are set beside each other.
    pub key: String,
    /// The record.
    pub record: RecordName,
    /// The field: its table and column, `deal.amount`; the table alone where it is about the whole row.
    pub field: String,
    /// What it holds here.
    pub ours: Shown,
    /// What it holds in the other copy.
    pub theirs: Shown,
    /// When it was changed here, milliseconds UTC.
    pub ours_at: i64,
    /// When it was changed there, milliseconds UTC.
    pub theirs_at: i64,
}

impl Sides<'_> {
    /// A clash by the names that people know.
    pub(super) fn conflict(&self, clash: &Clash) -> Result<Conflict> {
        let (table, id) = clash.of;
        let shape = &self.shapes[table];
        let (field, record, ours, theirs) = match &clash.matter {
            Matter::Columns(taken) => {
                let told = taken.cells.iter().map(|(column, _)| *column);
                let is_told = |column: &usize| !UNTOLD.contains(&shape.columns[*column].as_str());
                let column = told.clone().find(is_told).or(told.clone().next()).unwrap_or_default();
                let held = |side, id| {
                    let row = shape.row(side, id)?;
                    row.map_or(Ok(Shown::Nothing), |row| self.shown(side, shape, &row, column))
                };
                let field = format!("{}.{}", shape.name, shape.columns[column]);
                let (ours, theirs) = (held(self.ours, id)?, held(self.theirs, taken.there)?);
                (field, self.record(self.ours, clash.of)?, ours, theirs)
            }
            Matter::GoneThere(_) => {
                (shape.name.to_owned(), self.record(self.ours, clash.of)?, Shown::Kept, Shown::Deleted)
            }
            Matter::GoneHere(_) => {
                (shape.name.to_owned(), self.record(self.theirs, clash.of)?, Shown::Deleted, Shown::Kept)
            }
        };
        let (ours_at, theirs_at) = (clash.ours_at, clash.theirs_at);
        Ok(Conflict { key: self.key(clash), record, field, ours, theirs, ours_at, theirs_at })
    }

    /// What tells a clash from the others.
    pub(super) fn key(&self, clash: &Clash) -> String {
        let shape = &self.shapes[clash.of.0];
        let column = match &clash.matter {
            Matter::Columns(taken) => taken.cells.first().map(|(column, _)| shape.columns[*column].as_str()),
            _ => None,
        };
        format!("{}.{}.{}", shape.name, Id(clash.of.1), column.unwrap_or_default())
    }

    /// The record that a row is, or belongs to.
    pub(super) fn owner(&self, side: &Connection, spot: Spot) -> Result<Spot> {
        let mut spot = spot;
        // No row belongs to one that belongs to it; the bound is for damaged books.
        for _ in 0..8 {
            let shape = &self.shapes[spot.0];
            if RECORDS.contains(&shape.name) {
                break;
            }
            let Some(row) = shape.row(side, spot.1)? else { break };
            match self.above(side, shape, &row)? {
                Some(above) => spot = above,
                None => break,
            }
        }
        Ok(spot)
    }

    fn above(&self, side: &Connection, shape: &Shape, row: &Row) -> Result<Option<Spot>> {
        // An entry of a plan hangs on its account, whatever else it names.
        let is_entry = shape.place("updated_on").is_some();
        let first = ["account_id"].iter().filter(|_| is_entry);
        for column in first.chain(BELONGS) {
            let Some(place) = shape.place(column) else { continue };
            let Some(id) = number(row, place) else { continue };
            if let Some(reference) = shape.references.iter().find(|reference| reference.column == place) {
                return Ok(Some((reference.table, id)));
            }
        }
        let Some(id) = shape.record.and_then(|place| number(row, place)) else { return Ok(None) };
        for (table, record) in self.shapes.iter().enumerate().filter(|(_, one)| RECORDS.contains(&one.name)) {
            if record.has(side, id)? {
                return Ok(Some((table, id)));
            }
        }
        Ok(None)
    }

    /// The record that a row is, or belongs to, by its name.
    pub(super) fn record(&self, side: &Connection, spot: Spot) -> Result<RecordName> {
        let (table, id) = self.owner(side, spot)?;
        let shape = &self.shapes[table];
        let row = shape.row(side, id)?.unwrap_or_default();
        let kind = match shape.name {
            "account" => Some(RecordKind::Account),
            "contact" => Some(RecordKind::Contact),
            "deal" => Some(RecordKind::Deal),
            "product" => Some(RecordKind::Product),
            _ => None,
        };
        let code = shape.place("code").and_then(|place| number(&row, place));
        Ok(RecordName {
            kind: shape.name.to_owned(),
            id: Id(id),
            code: kind.zip(code).map(|(kind, code)| short_code(kind, code)),
            name: name(shape, &row),
        })
    }

    fn shown(&self, side: &Connection, shape: &Shape, row: &Row, column: usize) -> Result<Shown> {
        if let Some(reference) = shape.references.iter().find(|reference| reference.column == column) {
            let Some(id) = number(row, column) else { return Ok(Shown::Nothing) };
            let target = &self.shapes[reference.table];
            let named = target.row(side, id)?.unwrap_or_default();
            let text = |column| match target.place(column).and_then(|place| named.get(place)) {
                Some(Value::Text(text)) => Some(text.clone()),
                _ => None,
            };
            return Ok(match (target.name, text("key")) {
                ("stage", Some(key)) => Shown::Stage(key, text("buyer_name")),
                _ => Shown::Text(name(target, &named)),
            });
        }
        Ok(match (&row[column], shape.form(column)) {
            (Value::Null, _) => Shown::Nothing,
            (Value::Integer(minor), Form::Money(currency)) => {
                let sql = format!("SELECT {currency} FROM {} WHERE id = ?1", shape.name);
                let told = side.query_row(&sql, [&row[0]], |row| row.get::<_, Option<Currency>>(0));
                let told = told.optional()?.flatten();
                told.map_or(Shown::Number(*minor), |currency| Shown::Money(*minor, currency))
            }
            (Value::Integer(number), Form::Points) => Shown::Points(*number),
            (Value::Integer(number), Form::Thousandths) => Shown::Thousandths(*number),
            (Value::Integer(number), Form::Flag) => Shown::Flag(*number != 0),
            (Value::Integer(number), Form::Rate) => Shown::Text(Rate(*number).decimal()),
            (Value::Integer(number), _) => Shown::Number(*number),
            (Value::Text(text), _) if text.is_empty() => Shown::Nothing,
            (Value::Text(text), _) => Shown::Text(text.clone()),
            (Value::Real(_) | Value::Blob(_), _) => Shown::Nothing,
        })
    }
}

/// What a row is called.
fn name(shape: &Shape, row: &Row) -> String {
    let held = NAMES.iter().filter_map(|column| row.get(shape.place(column)?));
    let told = held.filter_map(|value| match value {
        Value::Text(text) if !text.is_empty() => Some(text.clone()),
        _ => None,
    });
    told.into_iter().next().unwrap_or_default()
}
