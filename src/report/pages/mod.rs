//! Records as people read them: the tables of lists, and the pages of single records.

pub mod account;
pub mod activity;
pub mod backup;
pub mod brief;
pub mod calendar;
pub mod capture;
pub mod care;
pub mod columns;
pub mod contact;
pub mod deal;
pub mod double;
pub mod encryption;
pub mod entry;
pub mod figures;
pub mod guide;
pub mod import;
pub mod joining;
pub mod metrics;
pub mod operation;
pub mod people;
pub mod promise;
pub mod query;
pub mod register;
pub mod resources;
pub mod review;
pub mod sales;
pub mod search;
pub mod segment;
pub mod setting;
pub mod strategy;
pub mod today;
pub mod track;
pub mod white_space;

use std::str::FromStr;

use chrono::NaiveDate;

use super::model::{FieldOut, Fields};
use super::page::Page;
use super::table::{Cell, Tone};
use super::words::Word;
use crate::i18n::Lang;
use crate::tr;

/// A key that programs know, in the reader's language; an unknown one stands for itself.
pub fn worded<T: FromStr>(lang: Lang, key: &str, word: fn(Lang, T) -> Word) -> String {
    key.parse().map_or_else(|_| key.to_owned(), |known| word(lang, known).into_owned())
}

/// Keys that programs know, in the reader's language.
pub fn worded_all<T: FromStr>(lang: Lang, keys: &[String], word: fn(Lang, T) -> Word) -> Vec<String> {
    keys.iter().map(|key| worded(lang, key, word)).collect()
}

/// A day by which something is due: late ones stand out.
pub(super) fn due(day: Option<NaiveDate>, today: NaiveDate) -> Cell {
    let late = day.is_some_and(|day| day < today);
    Cell::day(day).toned(if late { Tone::Bad } else { Tone::Plain })
}

/// Adds custom fields under their own names.
fn add_fields(lang: Lang, page: &mut Page, fields: &Fields) {
    if !fields.0.is_empty() {
        let facts = fields.0.iter().map(|field| (field.label.clone(), Cell::text(field_words(lang, field))));
        page.facts(facts.collect());
    }
}

/// What a record has in a custom field, in words.
pub fn field_words(lang: Lang, field: &FieldOut) -> String {
    match &field.value {
        serde_json::Value::Bool(true) => tr!(lang, "ask.yes").into_owned(),
        serde_json::Value::Bool(false) => tr!(lang, "ask.no").into_owned(),
        serde_json::Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
