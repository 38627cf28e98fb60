//! What entries refer to: whether it is there, and belongs where the entry does.

use crate::domain::entry::check::Fault;
use crate::domain::entry::choice::NeedKind;
use crate::domain::entry::{Entry, EntryKind, Field, Form, Target, Value};
use crate::domain::id::Id;
use crate::ops::owner;
use crate::ops::problem::Problem;
use crate::store::{Error, Writer};

/// A told value as it can be kept: one of ours by name becomes who it is, anything referred to must be
/// there; another entry must stand on the same account, so that a plan speaks of one client.
pub(super) fn resolve(
    writer: &Writer<'_>,
    field: &Field,
    value: Value,
    account: Id,
) -> Result<Result<Value, Fault>, Problem> {
    let Form::Reference(target) = field.form else { return Ok(Ok(value)) };
    Ok(match (target, &value) {
        (Target::Colleague, Value::Text(name)) => Ok(Value::Id(owner::find_or_add(writer, name)?)),
        (Target::Entry(kind), Value::Id(id)) => match writer.entry(kind, *id) {
            Ok(other) if super::account_of(writer, other.holder)? == account => Ok(value.clone()),
            Ok(_) | Err(Error::NoRecord) => Err(Fault::Elsewhere),
            Err(error) => return Err(error.into()),
        },
        (target, Value::Id(id)) => match writer.name_of(target, *id)? {
            Some(_) => Ok(value.clone()),
            None => Err(Fault::Elsewhere),
        },
        _ => Err(Fault::WrongSort),
    })
}

/// Refuses an implicit need that became one which is not explicit.
pub(super) fn must_lead_on(
    writer: &Writer<'_>,
    entry: &Entry,
) -> Result<Result<(), (&'static str, Fault)>, Problem> {
    let became = (entry.kind == EntryKind::Need).then(|| entry.refers_to("became")).flatten();
    let Some(became) = became else { return Ok(Ok(())) };
    let other = writer.entry(EntryKind::Need, became)?;
    Ok(match other.word("kind") == Some(NeedKind::Explicit) {
        true => Ok(()),
        false => Err(("became", Fault::Against("kind"))),
    })
}
