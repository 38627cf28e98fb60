//! The forms of what a plan says, each made from the description of its kind.

mod field;

use super::Question;
use super::told::{Concern, Sheet};
use crate::domain::entry::{Entry, EntryKind, Field, Holder, Preset, Value};
use crate::domain::id::Id;
use crate::domain::money::{Currency, Money};
use crate::ops::entry::EntryInput;
use crate::report::model::EntryOut;
use crate::report::{entry_words, rows};
use crate::store::table::account::Account;
use crate::store::table::deal::Deal;
use crate::store::{Book, Error, Result};
use crate::tr;
use crate::tui::deed::{Deed, EntryDeed};
use crate::tui::dialogs::form::FormDialog;
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use field::Ground;

/// Something for a plan to say.
#[derive(Debug, Clone, PartialEq)]
pub struct Telling {
    /// What sort of thing.
    pub kind: EntryKind,
    /// A new one of a record, or one that is told anew.
    pub subject: Subject,
    /// The fields that are asked for; all, where none is named.
    pub fields: &'static [&'static str],
    /// What is proposed for a new one.
    pub proposed: Vec<(&'static str, Value)>,
}

/// What is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// Something new of a record; of what it has only one of, that one.
    New(Holder),
    /// What is there already.
    Known(Id),
    /// What is there already or, where the id is a record's, something new of it.
    Either(Id),
}

impl Telling {
    /// Something new.
    pub fn new(kind: EntryKind, holder: Holder) -> Telling {
        Telling { kind, subject: Subject::New(holder), fields: &[], proposed: Vec::new() }
    }

    /// Something told anew.
    pub fn anew(kind: EntryKind, id: Id) -> Telling {
        Telling { kind, subject: Subject::Known(id), fields: &[], proposed: Vec::new() }
    }

    /// The same, asking for these fields alone.
    pub fn only(self, fields: &'static [&'static str]) -> Telling {
        Telling { fields, ..self }
    }

    /// The same, with something proposed for a field.
    pub fn proposing(mut self, key: &'static str, value: Value) -> Telling {
        self.proposed.push((key, value));
        self
    }

    /// What is proposed, as it is told where it is agreed to.
    pub fn as_proposed(&self) -> EntryInput {
        let values = self.proposed.iter().map(|(key, value)| ((*key).to_owned(), Some(value.clone())));
        EntryInput { values: values.collect() }
    }
}

/// The question whose form a draft was typed into.
pub fn of_draft(form: &str, id: Id) -> Option<Question> {
    let kind = EntryKind::ALL.iter().find(|kind| kind.spec().table == form)?;
    Some(Question::Plan(Telling { subject: Subject::Either(id), ..Telling::anew(*kind, id) }))
}

/// The form.
///
/// # Errors
/// What the store could not read.
pub fn form(book: &Book, look: &Look, telling: &Telling) -> Result<FormDialog> {
    let kind = telling.kind;
    let (known, holder) = subject(book, telling)?;
    let ground =
        Ground { account: book.account_of(holder)?, currency: currency(book, look, known.as_ref(), holder)? };
    let id = known.as_ref().map(|entry| entry.id);
    let known = known.map(|entry| rows::entry::entry(book, entry)).transpose()?;
    let asked: Vec<&'static Field> =
        kind.spec().fields.iter().filter(|field| is_asked(telling, field)).collect();
    let mut sheet = Sheet::default();
    for field in &asked {
        let (before, is_proposed) = stood(look, telling, known.as_ref(), field);
        sheet = field::put(sheet, book, look, (kind, field), (before.as_ref(), known.as_ref()), &ground)?;
        sheet = sheet.called(field.key).about(Concern::Own(field.key.to_owned()));
        if is_proposed {
            sheet = sheet.counting_as_told();
        }
    }
    let what = entry_words::kind(look.lang, kind);
    let title = match id {
        Some(_) => tr!(look.lang, "record.edit", what = what),
        None => tr!(look.lang, "record.add", what = what),
    };
    let words = match holder {
        Holder::Account(_) => ground.account.1.clone(),
        Holder::Deal(deal) => book.row::<Deal>(deal)?.name,
    };
    let currency = ground.currency;
    let dialog = sheet.dialog(title, words, move |told| {
        let mut input = EntryInput::default();
        for field in &asked {
            if let Some(value) = field::read(told, field, currency)? {
                input.values.push((field.key.to_owned(), value));
            }
        }
        let deed = match id {
            _ if input.values.is_empty() && (id.is_some() || kind.spec().single) => return Ok(Vec::new()),
            Some(id) => EntryDeed::Plan(kind, id, input),
            None if kind.spec().single => EntryDeed::SetInPlan(kind, holder, input),
            None => EntryDeed::AddToPlan(kind, holder, input),
        };
        Ok(vec![Effect::Do(Box::new(Deed::Entry(deed))).into()])
    });
    dialog.kept_as(kind.spec().table, Some(id.unwrap_or(holder.id())), book)
}

/// What is told anew, if anything, and the record that it hangs on.
fn subject(book: &Book, telling: &Telling) -> Result<(Option<Entry>, Holder)> {
    let kind = telling.kind;
    let known =
        |id: Id| book.entry(kind, id).map(|entry| (entry.holder, entry)).map(|(of, entry)| (Some(entry), of));
    match telling.subject {
        Subject::Known(id) => known(id),
        Subject::New(holder) if kind.spec().single => {
            Ok((book.entries(kind, holder)?.into_iter().next(), holder))
        }
        Subject::New(holder) => Ok((None, holder)),
        Subject::Either(id) => match known(id) {
            Err(Error::NoRecord) => match book.row::<Account>(id) {
                Ok(_) => Ok((None, Holder::Account(id))),
                Err(Error::NoRecord) => Ok((None, Holder::Deal(id))),
                Err(error) => Err(error),
            },
            found => found,
        },
    }
}

fn is_asked(telling: &Telling, field: &Field) -> bool {
    telling.fields.is_empty() || telling.fields.contains(&field.key)
}

/// What stands in a field at first, and whether that is only proposed.
fn stood(look: &Look, telling: &Telling, known: Option<&EntryOut>, field: &Field) -> (Option<Value>, bool) {
    if let Some(known) = known {
        return (known.entry.get(field.key).cloned(), false);
    }
    let proposed = telling.proposed.iter().find(|(key, _)| *key == field.key).map(|(_, value)| value.clone());
    let value = proposed.or(match field.preset {
        Preset::Today => Some(Value::Day(look.today)),
        Preset::No => Some(Value::Flag(false)),
        Preset::Nothing => None,
    });
    let is_proposed = value.is_some();
    (value, is_proposed)
}

/// The currency of amounts that name none: as before, the deal's, or that of totals.
fn currency(book: &Book, look: &Look, known: Option<&Entry>, holder: Holder) -> Result<Currency> {
    let before = known.and_then(|entry| {
        entry
            .kind
            .spec()
            .fields
            .iter()
            .find_map(|field| entry.money(field.key))
            .map(|Money { currency, .. }| currency)
    });
    Ok(match (before, holder) {
        (Some(currency), _) => currency,
        (None, Holder::Deal(id)) => book.row::<Deal>(id)?.currency,
        (None, Holder::Account(_)) => look.base,
    })
}
