//! `keybook field`.

use clap::Subcommand;

use super::beside::{added, changed, deleted, the_one};
use super::desk::Desk;
use super::failure::Failure;
use super::value;
use crate::domain::word::{FieldKind, RecordKind};
use crate::ops::Noun;
use crate::ops::field::{self, FieldChange, FieldInput};
use crate::report::model::CustomFieldOut;
use crate::report::page::Page;
use crate::report::rows::register as rows;
use crate::report::{pages, words};
use crate::store::Book;

/// The kinds of record that may have fields of one's own.
const OF: [RecordKind; 3] = [RecordKind::Account, RecordKind::Contact, RecordKind::Deal];

/// Keeps your own fields of accounts, contacts and deals
#[derive(Debug, Subcommand)]
pub(super) enum Field {
    /// Lists your own fields, with how many records have something in each
    List,
    /// Adds a field, after those that are there
    Add {
        /// The kind of record that has it: account, contact or deal
        of: String,
        /// Its name for programs and filters
        key: String,
        /// Its name for people, if not the key
        #[arg(long, value_name = "NAME")]
        label: Option<String>,
        /// What stands in it: text, number, money, date, choice or yes_no
        #[arg(long, value_name = "KIND", default_value = "text")]
        kind: String,
        /// Something that may be chosen; more than one may be given
        #[arg(long = "choice", value_name = "TEXT")]
        choices: Vec<String>,
    },
    /// Changes a field; what records have in it must fit
    Edit {
        /// The kind of record that has it: account, contact or deal
        of: String,
        /// Its name for programs and filters
        key: String,
        /// Its name for people, if not the key
        #[arg(long, value_name = "NAME")]
        label: Option<String>,
        /// What stands in it: text, number, money, date, choice or yes_no
        #[arg(long, value_name = "KIND")]
        kind: Option<String>,
        /// Something that may be chosen; more than one may be given
        #[arg(long = "choice", value_name = "TEXT")]
        choices: Vec<String>,
    },
    /// Puts a field at another place among those of its kind of record
    Move {
        /// The kind of record that has it: account, contact or deal
        of: String,
        /// Its name for programs and filters
        key: String,
        /// Its place, counted from 1
        place: usize,
    },
    /// Deletes a field with what records have in it
    Delete {
        /// The kind of record that has it: account, contact or deal
        of: String,
        /// Its name for programs and filters
        key: String,
    },
}

impl Field {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let lang = desk.lang;
        let mut book = desk.book()?;
        match self {
            Field::List => {
                let all = rows::fields(&book)?;
                desk.give_list(&all, || Page::of_table(lang, "", pages::register::fields(lang, &all)))
            }
            Field::Add { of, key, label, kind, choices } => {
                let record_kind = value::word(lang, "OF", &of, &OF, words::record_kind)?;
                let kind = kind_of(desk, &kind)?;
                let input = FieldInput { record_kind, key, label, kind, choices };
                let id = field::define(&mut book, &input)?.value;
                let field = by_id(&book, &id.to_string())?;
                added(desk, &field, &field.label)
            }
            Field::Edit { of, key, label, kind, choices } => {
                let id = found(desk, &book, &of, &key)?.id;
                let kind = kind.map(|kind| kind_of(desk, &kind)).transpose()?;
                let choices = Some(choices).filter(|choices| !choices.is_empty());
                let outcome = field::edit(&mut book, id, &FieldChange { label, kind, choices })?;
                let field = by_id(&book, &id.to_string())?;
                changed(desk, &field, &outcome, &field.label)
            }
            Field::Move { of, key, place } => {
                let field = found(desk, &book, &of, &key)?;
                let outcome = field::put_at(&mut book, field.id, place)?;
                changed(desk, &field, &outcome, &field.label)
            }
            Field::Delete { of, key } => {
                let field = found(desk, &book, &of, &key)?;
                field::delete(&mut book, field.id)?;
                deleted(desk, &field, &field.label)
            }
        }
    }
}

fn kind_of(desk: &Desk, text: &str) -> Result<FieldKind, Failure> {
    value::word(desk.lang, "--kind", text, FieldKind::ALL, words::field_kind)
}

fn by_id(book: &Book, words: &str) -> Result<CustomFieldOut, Failure> {
    the_one(rows::fields(book)?, Noun::Field, words, |one: &CustomFieldOut| [one.id.to_string()])
}

/// The field of a kind of record with a key, or a name.
fn found(desk: &Desk, book: &Book, of: &str, key: &str) -> Result<CustomFieldOut, Failure> {
    let of = value::word(desk.lang, "OF", of, &OF, words::record_kind)?;
    let mut all = rows::fields(book)?;
    all.retain(|field| field.of == of.as_str());
    the_one(all, Noun::Field, key, |one: &CustomFieldOut| [one.key.clone(), one.label.clone()])
}
