//! The forms of reasons, colleagues, tags, custom fields and links.

use super::{Concern, Sheet, done};
use crate::domain::id::Id;
use crate::domain::word::{FieldKind, Need, RecordKind};
use crate::ops::Place;
use crate::ops::colleague::ColleagueInput;
use crate::ops::field::{FieldChange, FieldInput};
use crate::report::words;
use crate::store::table::attachment::{CustomField, Link, Tag};
use crate::store::table::colleague::Colleague;
use crate::store::table::stage::LostReason;
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::deed::EntryDeed;
use crate::tui::dialogs::form::FormDialog;
use crate::tui::dialogs::question::usual::{self, choice_hint};
use crate::tui::look::Look;
use crate::tui::screens::Chosen;
use crate::tui::widgets::form::choice::Choice;

/// The kinds of record that a custom field may be added to.
const WITH_FIELDS: [RecordKind; 3] = [RecordKind::Account, RecordKind::Contact, RecordKind::Deal];

/// A new reason for losing, or another name for one.
pub fn lost_reason(book: &Book, look: &Look, id: Option<Id>) -> Result<FormDialog> {
    let lang = look.lang;
    let known = id.map(|id| book.row::<LostReason>(id)).transpose()?;
    let name = known.map(|one| one.name.unwrap_or_else(|| words::lost_reason(lang, &one.key).into_owned()));
    let sheet =
        Sheet::default().text(tr!(lang, "column.name"), tr!(lang, "ask.reason_hint"), name.as_deref());
    let title = if id.is_some() { tr!(lang, "ask.edit_reason") } else { tr!(lang, "ask.add_reason") };
    Ok(sheet.dialog(title, String::new(), move |told| {
        Ok(told.name(0)?.map(|name| done(EntryDeed::LostReason(id, name))).unwrap_or_default())
    }))
}

/// A new colleague, or one to be changed.
pub fn colleague(book: &Book, look: &Look, id: Option<Id>) -> Result<FormDialog> {
    let lang = look.lang;
    let known = id.map(|id| book.row::<Colleague>(id)).transpose()?;
    let known = known.as_ref();
    let is_me = if known.is_some_and(|one| one.is_me) { "true" } else { "false" };
    let either =
        vec![Choice::new("true", tr!(lang, "list.me")), Choice::new("false", tr!(lang, "register.other"))];
    let sheet = Sheet::default()
        .text(tr!(lang, "ask.person_name"), "".into(), known.map(|one| one.name.as_str()))
        .text(tr!(lang, "column.emails"), "".into(), known.and_then(|one| one.email.as_deref()))
        .text(tr!(lang, "column.role"), tr!(lang, "ask.role_hint"), known.and_then(|one| one.role.as_deref()))
        .one_of(tr!(lang, "column.me"), tr!(lang, "ask.me_hint"), either, Some(is_me), false);
    // One's own needs colour how one hears others; those of colleagues nobody asks for.
    let sheet = match known.filter(|one| one.is_me) {
        Some(me) => {
            let needs: Vec<String> = book.own_needs(me.id)?.iter().map(ToString::to_string).collect();
            let all = usual::words(look, Need::ALL, words::need);
            sheet.several(tr!(lang, "column.needs"), choice_hint(&all), all, &needs, false).called("needs")
        }
        None => sheet,
    };
    let title = if id.is_some() { tr!(lang, "ask.edit_colleague") } else { tr!(lang, "ask.add_colleague") };
    Ok(sheet.dialog(title, String::new(), move |told| {
        let input = ColleagueInput {
            name: told.name(0)?,
            email: told.text(1),
            role: told.text(2),
            is_me: told.word(3).flatten(),
            needs: told.words("needs"),
        };
        match input == ColleagueInput::default() {
            true => Ok(Vec::new()),
            false => Ok(done(EntryDeed::Colleague(id, input))),
        }
    }))
}

/// Another name for a tag; that of another tag makes the two one.
pub fn tag(book: &Book, look: &Look, id: Id) -> Result<FormDialog> {
    let tag: Tag = book.row(id)?;
    let lang = look.lang;
    let sheet = Sheet::default().text(tr!(lang, "column.tag"), tr!(lang, "ask.tag_hint"), Some(&tag.name));
    Ok(sheet.dialog(tr!(lang, "ask.edit_tag"), String::new(), move |told| {
        Ok(told.name(0)?.map(|name| done(EntryDeed::Tag(id, name))).unwrap_or_default())
    }))
}

/// A new custom field.
pub fn add_field(look: &Look) -> FormDialog {
    let lang = look.lang;
    let of = WITH_FIELDS.map(|kind| Choice::new(kind.as_str(), words::record_kind(lang, kind))).to_vec();
    let sheet = Sheet::default()
        .one_of(tr!(lang, "column.of"), tr!(lang, "ask.field_of_hint"), of, None, false)
        .text(tr!(lang, "column.field"), tr!(lang, "ask.field_hint"), None);
    let sheet = typed(sheet, look, Some(FieldKind::Text), None)
        .text(tr!(lang, "column.key"), tr!(lang, "ask.key_hint"), None)
        .about(Concern::Place(Place::Name));
    sheet.dialog(tr!(lang, "ask.add_field"), String::new(), move |told| {
        let _needed = told.name(0)?;
        let label = told.name(1)?.unwrap_or_default();
        let input = FieldInput {
            record_kind: told.word(0).flatten().unwrap_or(RecordKind::Account),
            key: told.text(4).flatten().unwrap_or_else(|| label.clone()),
            label: Some(label),
            kind: told.word(2).flatten().unwrap_or(FieldKind::Text),
            choices: told.list(3).unwrap_or_default(),
        };
        if input.kind == FieldKind::Choice && input.choices.is_empty() {
            return Err(told.needed(3));
        }
        Ok(done(EntryDeed::AddField(input)))
    })
}

/// A custom field to be changed; what it belongs to stays.
pub fn edit_field(book: &Book, look: &Look, id: Id) -> Result<FormDialog> {
    let field: CustomField = book.row(id)?;
    let lang = look.lang;
    let choices = field.listed().collect::<Vec<_>>().join(", ");
    let sheet =
        Sheet::default().text(tr!(lang, "column.field"), tr!(lang, "ask.field_hint"), Some(&field.label));
    let sheet = typed(sheet, look, Some(field.sort()), Some(&choices));
    let words = format!("{} · {}", words::record_kind(lang, field.record_kind), field.key);
    Ok(sheet.dialog(tr!(lang, "ask.edit_field"), words, move |told| {
        let change =
            FieldChange { label: told.name(0)?, kind: told.word(1).flatten(), choices: told.list(2) };
        match change == FieldChange::default() {
            true => Ok(Vec::new()),
            false => Ok(done(EntryDeed::Field(id, change))),
        }
    }))
}

/// The type of a custom field, and what may be chosen.
fn typed(sheet: Sheet, look: &Look, kind: Option<FieldKind>, choices: Option<&str>) -> Sheet {
    let lang = look.lang;
    let kinds = usual::words(look, FieldKind::ALL, words::field_kind);
    sheet
        .one_of(tr!(lang, "column.kind"), choice_hint(&kinds), kinds, kind.map(FieldKind::as_str), false)
        .text(tr!(lang, "column.choices"), tr!(lang, "ask.choices_hint"), choices)
}

/// A new link of a record.
pub fn add_link(look: &Look, of: Option<&Chosen>) -> FormDialog {
    let lang = look.lang;
    let of = of.map(|record| (record.kind, record.id));
    let sheet = link(Sheet::default(), look, None, None);
    sheet.dialog(tr!(lang, "ask.add_link"), String::new(), move |told| {
        let target = told.name(0)?.unwrap_or_default();
        let Some((kind, record)) = of else { return Ok(Vec::new()) };
        Ok(done(EntryDeed::AddLink(kind, record, told.text(1).flatten(), target)))
    })
}

/// A link to be changed.
pub fn edit_link(book: &Book, look: &Look, id: Id) -> Result<FormDialog> {
    let known: Link = book.row(id)?;
    let sheet = link(Sheet::default(), look, Some(&known.target), known.label.as_deref());
    Ok(sheet.dialog(tr!(look.lang, "ask.edit_link"), String::new(), move |told| {
        let (target, label) = (told.name(0)?, told.text(1));
        match (&target, &label) {
            (None, None) => Ok(Vec::new()),
            _ => Ok(done(EntryDeed::Link(id, label, target))),
        }
    }))
}

fn link(sheet: Sheet, look: &Look, target: Option<&str>, label: Option<&str>) -> Sheet {
    sheet.text(tr!(look.lang, "column.target"), tr!(look.lang, "ask.target_hint"), target).text(
        tr!(look.lang, "column.label"),
        tr!(look.lang, "ask.label_hint"),
        label,
    )
}
