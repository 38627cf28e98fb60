//! Whether an entry can be what it is told to be: each value for itself, and all of them together.

use super::choice::{NeedKind, Prompt, Topic};
use super::judge::ELEMENTS;
use super::{Entry, EntryKind, Field, Form, Value};
use crate::domain::money::{LARGEST_AMOUNT, WHOLE};
use crate::domain::period::Period;
use crate::domain::relationship::{ITEMS, SCORES, SIGNS};
use crate::domain::text::{clean_line, clean_text};

/// What a person judges of an account; at least one of them makes a standing.
pub const JUDGED: [&str; 6] = ["attractiveness", "strength", "credit", "prospects", "margin", "relation"];

/// Why a field cannot hold what it was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It must be told.
    Missing,
    /// The number is out of its range; as written.
    OutOfRange(String),
    /// The word is none of the list; as written.
    UnknownWord(String),
    /// It does not go with what another field of the entry says.
    Against(&'static str),
    /// Another entry of the record says the same already.
    Twice,
    /// What it refers to is gone, or belongs to another account.
    Elsewhere,
    /// The value is of another sort.
    WrongSort,
}

/// The value that a field keeps of what it was given: texts cleaned, numbers in their range, words of the
/// list. None where nothing is left of it.
///
/// # Errors
/// [`Fault`].
pub fn value(field: &Field, value: Value) -> Result<Option<Value>, Fault> {
    match (field.form, value) {
        (Form::Line, Value::Text(text)) => Ok(told(clean_line(&text))),
        (Form::Text, Value::Text(text)) => Ok(told(clean_text(&text).trim().to_owned())),
        (Form::Number { least, most }, Value::Number(number)) => within(number, least, most),
        (Form::Rate, Value::Number(points)) => within(points, 0, WHOLE),
        (Form::Stars(most), Value::Number(number)) => within(number, 1, most),
        (Form::Decimal, Value::Number(number)) => within(number, -LARGEST_AMOUNT, LARGEST_AMOUNT),
        (Form::Word(known), Value::Text(word)) => match known.contains(&word.as_str()) {
            true => Ok(Some(Value::Text(word))),
            false => Err(Fault::UnknownWord(word)),
        },
        (Form::Quarter, Value::Text(text)) => match text.parse() {
            Ok(quarter @ Period::Quarter(..)) => Ok(Some(Value::Text(quarter.to_string()))),
            _ => Err(Fault::UnknownWord(text)),
        },
        (Form::Money { signed }, Value::Money(money)) => {
            let least = if signed { -LARGEST_AMOUNT } else { 0 };
            match (least..=LARGEST_AMOUNT).contains(&money.minor) {
                true => Ok(Some(Value::Money(money))),
                false => Err(Fault::OutOfRange(money.decimal())),
            }
        }
        (Form::Flag, flag @ Value::Flag(_)) => Ok(Some(flag)),
        (Form::Day, day @ Value::Day(_)) => Ok(Some(day)),
        (Form::Reference(_), id @ Value::Id(_)) => Ok(Some(id)),
        _ => Err(Fault::WrongSort),
    }
}

fn told(text: String) -> Option<Value> {
    (!text.is_empty()).then_some(Value::Text(text))
}

fn within(number: i64, least: i64, most: i64) -> Result<Option<Value>, Fault> {
    match (least..=most).contains(&number) {
        true => Ok(Some(Value::Number(number))),
        false => Err(Fault::OutOfRange(number.to_string())),
    }
}

/// Whether an entry has what it must have, and says nothing against itself; the field at fault, where it
/// does not.
///
/// # Errors
/// The field, and what is wrong with it.
pub fn entry(entry: &Entry) -> Result<(), (&'static str, Fault)> {
    for field in entry.kind.spec().fields {
        if field.required && entry.get(field.key).is_none() {
            return Err((field.key, Fault::Missing));
        }
    }
    match entry.kind {
        EntryKind::Issue => {
            let topic: Option<Topic> = entry.word("topic");
            match topic.is_none_or(|topic| Some(topic.part()) == entry.word("part")) {
                true => Ok(()),
                false => Err(("topic", Fault::Against("part"))),
            }
        }
        EntryKind::Plan => {
            let decided = entry.get("decision").is_some();
            match (decided, entry.get("reason")) {
                (true, None) => Err(("reason", Fault::Missing)),
                _ => Ok(()),
            }
        }
        EntryKind::Profile => profile(entry),
        EntryKind::Need => {
            let is_explicit = entry.word("kind") == Some(NeedKind::Explicit);
            let became = entry.refers_to("became");
            match became.is_some_and(|other| is_explicit || other == entry.id) {
                true => Err(("became", Fault::Against("kind"))),
                false => Ok(()),
            }
        }
        EntryKind::Elements => any_of(entry, &ELEMENTS),
        EntryKind::Signs => any_of(entry, &SIGNS),
        EntryKind::Growth => any_of(entry, &ITEMS),
        EntryKind::CheckUp => any_of(entry, &SCORES),
        EntryKind::Complaint => {
            let earlier = entry.day("answered").is_some_and(|answered| entry.day("raised") > Some(answered));
            match earlier {
                true => Err(("answered", Fault::Against("raised"))),
                false => Ok(()),
            }
        }
        EntryKind::Milestone => match entry.get("kind").or(entry.get("text")) {
            Some(_) => Ok(()),
            None => Err(("kind", Fault::Missing)),
        },
        EntryKind::Standing => match JUDGED.iter().any(|key| entry.get(key).is_some()) {
            true => Ok(()),
            false => Err(("attractiveness", Fault::Missing)),
        },
        EntryKind::ExitSign => match entry.get("seen").or(entry.get("skipped")) {
            Some(_) => Ok(()),
            None => Err(("seen", Fault::Missing)),
        },
        _ => Ok(()),
    }
}

/// At least one of these fields must be told; the first is at fault where none is.
fn any_of(entry: &Entry, keys: &[&'static str]) -> Result<(), (&'static str, Fault)> {
    match keys.iter().any(|key| entry.get(key).is_some()) {
        true => Ok(()),
        false => Err((keys.first().copied().unwrap_or_default(), Fault::Missing)),
    }
}

/// Only market forces can be helped against, and only next year's demand is a percentage.
fn profile(entry: &Entry) -> Result<(), (&'static str, Fault)> {
    let Some(prompt) = entry.word::<Prompt>("prompt") else { return Ok(()) };
    if entry.get("helps").is_some() && !prompt.is_force() {
        return Err(("helps", Fault::Against("prompt")));
    }
    if entry.get("per_cent").is_some() && prompt != Prompt::NextYear {
        return Err(("per_cent", Fault::Against("prompt")));
    }
    Ok(())
}
