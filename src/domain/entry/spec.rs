//! What an entry of a plan is made of: the fields of each kind, from which its table, operations,
//! commands, forms and lists are derived.

use super::EntryKind;
use crate::domain::word::RecordKind;

/// What a kind of entry is: where it hangs, and what it holds.
#[derive(Debug)]
pub struct Spec {
    /// Which kind.
    pub kind: EntryKind,
    /// Its table.
    pub table: &'static str,
    /// Its name in the document of the whole book.
    pub plural: &'static str,
    /// What its entries hang on.
    pub hangs_on: HangsOn,
    /// Whether the person puts them in an order of their own.
    pub ordered: bool,
    /// Whether there is at most one for each record that it hangs on.
    pub single: bool,
    /// The column by which they are sorted where nobody orders them.
    pub sorted_by: Option<&'static str>,
    /// The field that says what the entry is, and is told first; a kind whose entries are figures has none.
    pub main: Option<&'static str>,
    /// Sets of fields that no two entries of one record may share.
    pub unique: &'static [&'static [&'static str]],
    /// Its fields, in the order in which they are asked for.
    pub fields: &'static [Field],
}

/// What entries of a kind hang on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HangsOn {
    /// An account.
    Account,
    /// A deal.
    Deal,
    /// An account or a deal.
    Either,
}

impl HangsOn {
    /// The kinds of record that it may hang on.
    pub fn kinds(self) -> &'static [RecordKind] {
        match self {
            HangsOn::Account => &[RecordKind::Account],
            HangsOn::Deal => &[RecordKind::Deal],
            HangsOn::Either => &[RecordKind::Account, RecordKind::Deal],
        }
    }
}

/// One field of a kind of entry.
#[derive(Debug, PartialEq)]
pub struct Field {
    /// Its name for programs; with [`Field::column`] the name in its table.
    pub key: &'static str,
    /// What it takes.
    pub form: Form,
    /// Whether an entry must have it.
    pub required: bool,
    /// What a new entry gets where nothing is told.
    pub preset: Preset,
}

/// What a field takes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Form {
    /// A line of text.
    Line,
    /// Text of several lines.
    Text,
    /// A whole number in a range.
    Number {
        /// The least.
        least: i64,
        /// The most.
        most: i64,
    },
    /// A number with up to three decimals, kept in thousandths.
    Decimal,
    /// A rate up to the whole, kept in basis points.
    Rate,
    /// One star or more, up to so many.
    Stars(i64),
    /// Yes or no; nothing where it is not known.
    Flag,
    /// One of some words, by their keys.
    Word(&'static [&'static str]),
    /// A quarter: `2026Q4`.
    Quarter,
    /// A calendar day.
    Day,
    /// An amount with its currency; all amounts of an entry are in one.
    Money {
        /// Whether it may be below zero.
        signed: bool,
    },
    /// Something else of the book.
    Reference(Target),
}

/// What a field may refer to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A contact, deal or product.
    Record(RecordKind),
    /// Another entry.
    Entry(EntryKind),
    /// One of ours.
    Colleague,
    /// A stage.
    Stage,
}

impl Target {
    /// The table that holds it.
    pub fn table(self) -> &'static str {
        match self {
            Target::Record(RecordKind::Order) => "small_order",
            Target::Record(kind) => kind.as_str(),
            Target::Entry(kind) => kind.spec().table,
            Target::Colleague => "colleague",
            Target::Stage => "stage",
        }
    }
}

/// What a new entry gets where nothing is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Preset {
    /// Nothing.
    Nothing,
    /// No.
    No,
    /// Today.
    Today,
}

impl Field {
    /// An optional field.
    pub(super) const fn new(key: &'static str, form: Form) -> Field {
        Field { key, form, required: false, preset: Preset::Nothing }
    }

    /// The same, required.
    pub(super) const fn required(self) -> Field {
        Field { required: true, ..self }
    }

    /// The same, with what a new entry gets.
    pub(super) const fn or(self, preset: Preset) -> Field {
        Field { preset, ..self }
    }

    /// The column that keeps it: days end in `_on`, references in `_id`.
    pub fn column(&self) -> String {
        match self.form {
            Form::Day => format!("{}_on", self.key),
            Form::Reference(_) => format!("{}_id", self.key),
            _ => self.key.to_owned(),
        }
    }

    /// Whether it holds words that people search for.
    pub fn is_text(&self) -> bool {
        matches!(self.form, Form::Line | Form::Text)
    }
}

impl Spec {
    /// The field of this name.
    pub fn field(&self, key: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.key == key)
    }

    /// The field that says what the entry is.
    pub fn main_field(&self) -> Option<&'static Field> {
        self.main.and_then(|key| self.field(key))
    }

    /// Whether it holds amounts, and so has a currency.
    pub fn has_money(&self) -> bool {
        self.fields.iter().any(|field| matches!(field.form, Form::Money { .. }))
    }

    /// Every field of every kind that refers to something of this sort.
    pub fn references_to(target: Target) -> impl Iterator<Item = (&'static Spec, &'static Field)> {
        let specs = EntryKind::ALL.iter().map(|kind| kind.spec());
        specs.flat_map(move |spec| {
            let fields = spec.fields.iter();
            fields.filter(move |field| field.form == Form::Reference(target)).map(move |field| (spec, field))
        })
    }
}
