//! What can be done with the entries of account plans: one set of operations for every kind, which holds
//! to what the kind's description says.

mod refer;

#[cfg(test)]
mod tests;

use super::Done;
use super::problem::Problem;
use crate::domain::deed::Deed;
use crate::domain::due::DueKind;
use crate::domain::entry::check::{self, Fault};
use crate::domain::entry::{Entry, EntryKind, Field, Form, Holder, Preset, Value};
use crate::domain::id::Id;
use crate::domain::money::Money;
use crate::store::table::account::Account;
use crate::store::table::deal::Deal;
use crate::store::{Book, Label, Writer};

/// What a person tells of an entry: fields by their keys, none empties one; what is not told stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EntryInput {
    /// The fields that are told.
    pub values: Vec<(String, Option<Value>)>,
}

impl EntryInput {
    /// The same, with a field told.
    pub fn with(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.values.push((key.to_owned(), Some(value.into())));
        self
    }

    /// The same, with a field emptied.
    pub fn without(mut self, key: &str) -> Self {
        self.values.push((key.to_owned(), None));
        self
    }
}

/// Where an entry is put among those of its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Before all others.
    First,
    /// After all others.
    Last,
    /// Before this one.
    Before(Id),
}

/// Adds an entry to a record, after those that are there.
///
/// # Errors
/// [`Problem::Entry`] for a field that is missing, out of range or at odds with another;
/// [`Problem::NotThere`] where such a record has no entries of the kind.
pub fn add(book: &mut Book, kind: EntryKind, holder: Holder, input: &EntryInput) -> Done<Id> {
    book.operate(|writer| {
        let entry = match skipped_sign(writer, kind, holder, input)? {
            Some(sign) => change(writer, sign, &seen_now(input, writer.today))?,
            None => create(writer, kind, holder, input)?,
        };
        Ok((entry.id, label(writer, Deed::AddEntry, &entry)?))
    })
}

/// The exit sign that a deal went on without, where it is that one which is told now.
fn skipped_sign(
    writer: &Writer<'_>,
    kind: EntryKind,
    holder: Holder,
    input: &EntryInput,
) -> Result<Option<Entry>, Problem> {
    if kind != EntryKind::ExitSign {
        return Ok(None);
    }
    let told = input.values.iter().find(|(key, _)| key == "stage").and_then(|(_, value)| value.clone());
    let mut known = writer.entries(kind, holder)?.into_iter();
    Ok(known.find(|sign| sign.get("seen").is_none() && sign.get("stage") == told.as_ref()))
}

/// What is told of a sign, seen today unless another day is told.
fn seen_now(input: &EntryInput, today: chrono::NaiveDate) -> EntryInput {
    match input.values.iter().any(|(key, _)| key == "seen") {
        true => input.clone(),
        false => input.clone().with("seen", today),
    }
}

/// Tells more of what a record has only one of, such as an account's plan; the first telling makes it.
///
/// # Errors
/// As [`add`].
pub fn set(book: &mut Book, kind: EntryKind, holder: Holder, input: &EntryInput) -> Done<Id> {
    book.operate(|writer| {
        let entry = match writer.entries(kind, holder)?.into_iter().next() {
            Some(known) => change(writer, known, input)?,
            None => create(writer, kind, holder, input)?,
        };
        Ok((entry.id, label(writer, Deed::EditEntry, &entry)?))
    })
}

/// Changes an entry.
///
/// # Errors
/// As [`add`]; [`Problem::Store`] where there is none of this kind.
pub fn edit(book: &mut Book, kind: EntryKind, id: Id, input: &EntryInput) -> Done<Id> {
    book.operate(|writer| {
        let entry = change(writer, writer.entry(kind, id)?, input)?;
        Ok((id, label(writer, Deed::EditEntry, &entry)?))
    })
}

/// Tells that what an entry waited for has come today: an action is done, a milestone reached, an
/// instalment paid. One that was settled before keeps its day.
///
/// # Errors
/// [`Problem::Store`] where there is none of this kind.
pub fn finish(book: &mut Book, kind: EntryKind, id: Id) -> Done<Id> {
    book.operate(|writer| {
        let mut entry = writer.entry(kind, id)?;
        let settled_by = DueKind::of_entry(kind).and_then(DueKind::entry);
        if let Some((_, field)) = settled_by.filter(|(_, field)| entry.get(field).is_none()) {
            entry = change(writer, entry, &EntryInput::default().with(field, writer.today))?;
        }
        Ok((id, label(writer, Deed::FinishEntry, &entry)?))
    })
}

/// Deletes an entry; what refers to it lets go of it.
///
/// # Errors
/// [`Problem::Store`] where there is none of this kind.
pub fn delete(book: &mut Book, kind: EntryKind, id: Id) -> Done<()> {
    book.operate(|writer| {
        let entry = writer.entry(kind, id)?;
        let label = label(writer, Deed::DeleteEntry, &entry)?;
        writer.delete_entry(kind, id)?;
        Ok(((), label))
    })
}

/// Puts an entry elsewhere among those of its kind.
///
/// # Errors
/// [`Problem::Unordered`] where nobody orders that kind, [`Problem::Store`] where one of them is gone.
pub fn move_to(book: &mut Book, kind: EntryKind, id: Id, place: Place) -> Done<Id> {
    book.operate(|writer| {
        if !kind.spec().ordered {
            return Err(Problem::Unordered(kind));
        }
        let entry = writer.entry(kind, id)?;
        let mut line = writer.entries(kind, entry.holder)?;
        line.retain(|other| other.id != id);
        let at = match place {
            Place::First => 0,
            Place::Last => line.len(),
            Place::Before(other) if other == id => return Ok((id, label(writer, Deed::MoveEntry, &entry)?)),
            Place::Before(other) => {
                let at = line.iter().position(|one| one.id == other);
                at.ok_or(Problem::Store(crate::store::Error::NoRecord))?
            }
        };
        line.insert(at, entry.clone());
        for (one, position) in line.into_iter().zip(1..).filter(|(one, position)| one.position != *position) {
            writer.update_entry(&Entry { position, ..one })?;
        }
        Ok((id, label(writer, Deed::MoveEntry, &entry)?))
    })
}

/// Puts a new entry in, within another operation.
pub(super) fn create(
    writer: &Writer<'_>,
    kind: EntryKind,
    holder: Holder,
    input: &EntryInput,
) -> Result<Entry, Problem> {
    let spec = kind.spec();
    if !spec.hangs_on.kinds().contains(&holder.kind()) {
        return Err(Problem::NotThere(kind));
    }
    let account = account_of(writer, holder)?;
    let others = writer.entries(kind, holder)?;
    if spec.single && !others.is_empty() {
        return Err(Problem::Entry { kind, field: "", fault: Fault::Twice });
    }
    let preset = |field: &Field| match field.preset {
        Preset::Nothing => None,
        Preset::No => Some(Value::Flag(false)),
        Preset::Today => Some(Value::Day(writer.today)),
    };
    let mut entry = Entry {
        id: writer.mint()?,
        kind,
        holder,
        position: others.iter().map(|other| other.position + 1).max().unwrap_or(1),
        values: spec.fields.iter().map(preset).collect(),
        created_at: writer.now,
        updated_on: writer.today,
    };
    apply(writer, &mut entry, account, input)?;
    must_stand(writer, &entry, &others)?;
    writer.insert_entry(&entry)?;
    Ok(entry)
}

/// Changes an entry within another operation; one that stays as it was is not touched.
pub(super) fn change(writer: &Writer<'_>, before: Entry, input: &EntryInput) -> Result<Entry, Problem> {
    let mut entry = before.clone();
    let account = account_of(writer, entry.holder)?;
    apply(writer, &mut entry, account, input)?;
    if entry == before {
        return Ok(entry);
    }
    must_stand(writer, &entry, &writer.entries(entry.kind, entry.holder)?)?;
    entry.updated_on = writer.today;
    writer.update_entry(&entry)?;
    Ok(entry)
}

/// The account that a record is, or belongs to.
fn account_of(writer: &Writer<'_>, holder: Holder) -> Result<Id, Problem> {
    Ok(match holder {
        Holder::Account(id) => writer.row::<Account>(id)?.id,
        Holder::Deal(id) => writer.row::<Deal>(id)?.account_id,
    })
}

fn apply(writer: &Writer<'_>, entry: &mut Entry, account: Id, input: &EntryInput) -> Result<(), Problem> {
    let kind = entry.kind;
    let judged = |entry: &Entry| check::JUDGED.map(|key| entry.get(key).cloned());
    let before = judged(entry);
    for (key, told) in &input.values {
        let Some(field) = kind.spec().field(key) else { continue };
        let refuse = |fault| Problem::Entry { kind, field: field.key, fault };
        let value = match told.clone() {
            None => None,
            Some(value) => match refer::resolve(writer, field, value, account)? {
                Ok(value) => check::value(field, value).map_err(refuse)?,
                Err(fault) => return Err(refuse(fault)),
            },
        };
        entry.set(field.key, value);
    }
    // A decision is dated by the day on which it is told.
    if kind == EntryKind::Plan && entry.get("decision").is_some() && entry.get("decided").is_none() {
        entry.set("decided", Some(Value::Day(writer.today)));
    }
    // So is a judgement, each time that it changes.
    let is_told = input.values.iter().any(|(key, _)| key == "judged");
    if kind == EntryKind::Standing && judged(entry) != before && !is_told {
        entry.set("judged", Some(Value::Day(writer.today)));
    }
    Ok(())
}

/// Refuses an entry that is not whole, says something against itself, or the same as another.
fn must_stand(writer: &Writer<'_>, entry: &Entry, others: &[Entry]) -> Result<(), Problem> {
    let kind = entry.kind;
    let refuse = |(field, fault)| Problem::Entry { kind, field, fault };
    check::entry(entry).map_err(refuse)?;
    must_be_in_one_currency(entry)?;
    refer::must_lead_on(writer, entry)?.map_err(refuse)?;
    let told = |entry: &Entry, key: &str| match entry.get(key) {
        None | Some(Value::Flag(false)) => None,
        value => value.cloned(),
    };
    for set in kind.spec().unique {
        let same = |other: &&Entry| {
            set.iter().all(|key| told(entry, key).is_some() && told(entry, key) == told(other, key))
        };
        if others.iter().filter(|other| other.id != entry.id).any(|other| same(&other)) {
            return Err(refuse((set.first().copied().unwrap_or_default(), Fault::Twice)));
        }
    }
    Ok(())
}

fn must_be_in_one_currency(entry: &Entry) -> Result<(), Problem> {
    let amounts: Vec<Money> =
        entry.kind.spec().fields.iter().filter_map(|field| entry.money(field.key)).collect();
    match amounts.iter().find(|money| money.currency != amounts[0].currency) {
        None => Ok(()),
        Some(other) => Err(Problem::OtherCurrency {
            given: other.currency.to_string(),
            expected: amounts[0].currency.to_string(),
        }),
    }
}

/// The name of the operation: what the entry says, and which kind it is.
fn label(writer: &Writer<'_>, deed: Deed, entry: &Entry) -> Result<Label, Problem> {
    Ok(Label::new(deed, subject(writer, entry)?).with(entry.kind.as_str()))
}

/// What an entry is called: what it says, or the key of its kind, or the record that it stands on.
pub(super) fn subject(writer: &Writer<'_>, entry: &Entry) -> Result<String, Problem> {
    let main = entry.kind.spec().main_field().map(|field| (field.form, entry.get(field.key)));
    let subject = match main {
        Some((Form::Reference(target), Some(Value::Id(id)))) => writer.name_of(target, *id)?,
        Some((_, Some(Value::Text(text)))) => text.lines().next().map(str::to_owned),
        _ if entry.kind == EntryKind::Milestone => {
            entry.text("text").or_else(|| entry.text("kind")).map(str::to_owned)
        }
        _ => entry.text("text").map(str::to_owned),
    };
    Ok(match subject {
        Some(subject) => subject,
        None => writer.name_of_holder(entry.holder)?.unwrap_or_default(),
    })
}
