//! The forms of what the book keeps beside its records.

mod beside;
mod order;
mod product;
mod recollection;
pub mod resource;
mod stage;
mod target;

use super::mind;
use super::plan::{self, Telling};
use super::told::{Concern, Sheet, Told, amount_text, currencies};
use crate::domain::entry::Holder;
use crate::domain::word::RecordKind;
use crate::store::{Book, Result};
use crate::tui::deed::{Deed, EntryDeed};
use crate::tui::dialogs::form::FormDialog;
use crate::tui::effect::Effect;
use crate::tui::entry::{Entry, Kind};
use crate::tui::look::Look;
use crate::tui::screens::Chosen;
use crate::tui::step::Step;

/// An entry to be changed.
///
/// # Errors
/// What the store could not read.
pub fn edit(book: &Book, look: &Look, Entry { kind, id }: Entry) -> Result<FormDialog> {
    match kind {
        Kind::Product => product::form(book, look, Some(id)),
        Kind::Order => order::edit(book, look, id),
        Kind::Quota => target::edit_quota(book, look, id),
        Kind::Rate => target::edit_rate(book, look, id),
        Kind::Stage => stage::form(book, look, Some(id)),
        Kind::LostReason => beside::lost_reason(book, look, Some(id)),
        Kind::Colleague => beside::colleague(book, look, Some(id)),
        Kind::Tag => beside::tag(book, look, id),
        Kind::Field => beside::edit_field(book, look, id),
        Kind::Link => beside::edit_link(book, look, id),
        Kind::Recollection => recollection::edit(book, look, id),
        Kind::Evidence => mind::anew(book, look, id),
        Kind::Plan(kind) => plan::form(book, look, &Telling::anew(kind, id)),
    }
}

/// A new entry, belonging to a record where it is of one. Tags come with the records that they are put on,
/// evidence with its picker, so that none is added by itself.
///
/// # Errors
/// What the store could not read.
pub fn add(book: &Book, look: &Look, kind: Kind, of: Option<&Chosen>) -> Result<FormDialog> {
    match kind {
        Kind::Order => order::add(book, look, of),
        Kind::Quota => Ok(target::add_quota(look)),
        Kind::Rate => Ok(target::add_rate(look)),
        Kind::Stage => stage::form(book, look, None),
        Kind::LostReason => beside::lost_reason(book, look, None),
        Kind::Colleague => beside::colleague(book, look, None),
        Kind::Field => Ok(beside::add_field(look)),
        Kind::Link => Ok(beside::add_link(look, of)),
        Kind::Plan(kind) => match of.and_then(holder) {
            Some(holder) => plan::form(book, look, &Telling::new(kind, holder)),
            None => product::form(book, look, None),
        },
        Kind::Recollection => Ok(recollection::add(look, of)),
        Kind::Product | Kind::Tag | Kind::Evidence => product::form(book, look, None),
    }
}

/// The record as what a plan hangs on.
fn holder(record: &Chosen) -> Option<Holder> {
    match record.kind {
        RecordKind::Account => Some(Holder::Account(record.id)),
        RecordKind::Deal => Some(Holder::Deal(record.id)),
        _ => None,
    }
}

fn done(deed: EntryDeed) -> Vec<Step> {
    vec![Effect::Do(Box::new(Deed::Entry(deed))).into()]
}
