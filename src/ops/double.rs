//! Telling records apart that look like doubles.

use super::Done;
use super::problem::Problem;
use crate::domain::deed::Deed;
use crate::domain::id::Id;
use crate::domain::word::RecordKind;
use crate::store::table::account::Account;
use crate::store::table::contact::Contact;
use crate::store::table::deal::Deal;
use crate::store::{Book, Label, Writer};

/// Tells two records of a kind apart: they are not shown as doubles any more.
///
/// # Errors
/// [`Problem::Itself`] where both are one, [`Problem::NoRecord`] for records that are never doubles.
pub fn tell_apart(book: &mut Book, kind: RecordKind, one: Id, other: Id) -> Done<()> {
    book.operate(|writer| {
        let label = label(writer, Deed::TellApart, kind, (one, other))?;
        writer.tell_apart(kind, one, other)?;
        Ok(((), label))
    })
}

/// Takes that back: they may be shown as doubles again.
///
/// # Errors
/// As [`tell_apart`].
pub fn tell_together(book: &mut Book, kind: RecordKind, one: Id, other: Id) -> Done<()> {
    book.operate(|writer| {
        let label = label(writer, Deed::TellTogether, kind, (one, other))?;
        writer.tell_together(one, other)?;
        Ok(((), label))
    })
}

fn label(
    writer: &Writer<'_>,
    deed: Deed,
    kind: RecordKind,
    (one, other): (Id, Id),
) -> Result<Label, Problem> {
    let name = |id: Id| -> Result<String, Problem> {
        Ok(match kind {
            RecordKind::Account => writer.row::<Account>(id)?.name,
            RecordKind::Contact => writer.row::<Contact>(id)?.name,
            RecordKind::Deal => writer.row::<Deal>(id)?.name,
            _ => return Err(Problem::NoRecord { kinds: vec![kind], words: id.to_string() }),
        })
    };
    let (one_name, other_name) = (name(one)?, name(other)?);
    match one == other {
        true => Err(Problem::Itself(one_name)),
        false => Ok(Label::new(deed, one_name).with(other_name)),
    }
}
