//! Entries of plans as programs read them.

use serde_json::Value as Json;

use crate::domain::entry::{Entry, EntryKind, Form, Holder, Target, Value, judge};
use crate::domain::relationship::{self, Level};
use crate::domain::word::RecordKind;
use crate::report::model::EntryOut;
use crate::store::{Book, Result};

/// An entry with the names of what it stands on and refers to.
pub fn entry(book: &Book, entry: Entry) -> Result<EntryOut> {
    let account = book.account_of(entry.holder)?;
    let deal = match entry.holder {
        Holder::Deal(id) => book.name_of(Target::Record(RecordKind::Deal), id)?,
        Holder::Account(_) => None,
    };
    let names = entry.kind.spec().fields.iter().map(|field| match (field.form, entry.get(field.key)) {
        (Form::Reference(target), Some(Value::Id(id))) => book.name_of(target, *id),
        _ => Ok(None),
    });
    let names = names.collect::<Result<Vec<_>>>()?;
    let follows = follows(book, &entry)?;
    Ok(EntryOut { entry, account, deal, names, follows })
}

/// Entries with their names.
pub fn entries(book: &Book, all: Vec<Entry>) -> Result<Vec<EntryOut>> {
    all.into_iter().map(|one| entry(book, one)).collect()
}

/// What follows from an entry.
fn follows(book: &Book, entry: &Entry) -> Result<Json> {
    Ok(match entry.kind {
        EntryKind::Objective => Json::from(judge::checks_open(entry)),
        EntryKind::Elements => Json::from(judge::lowest(entry)),
        EntryKind::Fab => {
            let need = entry.refers_to("answers").map(|id| book.entry(EntryKind::Need, id)).transpose()?;
            Json::from(judge::is_without_need(entry, need.as_ref()))
        }
        EntryKind::Action | EntryKind::Receivable | EntryKind::Milestone => {
            let settled = ["done", "paid", "reached"].iter().any(|key| entry.day(key).is_some());
            let late = entry.day("due").is_some_and(|due| due < book.today());
            Json::from(late && !settled)
        }
        EntryKind::Signs => Json::from(relationship::proposal(entry).level.map(Level::as_str)),
        EntryKind::CheckUp => Json::from(relationship::mean(entry).map(|mean| mean as f64 / 100.0)),
        EntryKind::Complaint => Json::from(entry.day("answered").is_none()),
        _ => Json::Null,
    })
}
