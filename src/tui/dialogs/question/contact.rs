//! The form of a person.

use super::told::Sheet;
use crate::domain::id::Id;
use crate::domain::word::{RecordKind, Stance};
use crate::ops::contact::ContactInput;
use crate::report::words;
use crate::store::view::lines::{AccountLine, ContactLine};
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::deed::Deed;
use crate::tui::dialogs::form::FormDialog;
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::widgets::form::choice::Choice;

/// Addresses or numbers with their labels.
type Labelled = Vec<(Option<String>, String)>;

/// A new person, at an account if one is given, or one to be changed.
pub fn form(book: &Book, look: &Look, id: Option<Id>, at: Option<Id>) -> Result<FormDialog> {
    let line = id.map(|id| book.line::<ContactLine>(id)).transpose()?;
    let lang = look.lang;
    let person = line.as_ref().map(|line| &line.contact);
    let text = |field: Option<&Option<String>>| field.cloned().flatten();
    let account = match (at, &line) {
        (Some(at), None) => Some((at, book.line::<AccountLine>(at)?.account.name)),
        (_, line) => line.as_ref().and_then(|line| line.contact.account_id.zip(line.account.clone())),
    };
    let emails: Labelled = match id {
        Some(id) => book.emails_of(id)?.into_iter().map(|email| (email.label, email.address)).collect(),
        None => Vec::new(),
    };
    let phones: Labelled = match id {
        Some(id) => book.phones_of(id)?.into_iter().map(|phone| (phone.label, phone.number)).collect(),
        None => Vec::new(),
    };
    let stances =
        Stance::ALL.iter().map(|one| Choice::new(one.as_str(), words::stance(lang, *one))).collect();
    let sheet = Sheet::default()
        .text(tr!(lang, "ask.person_name"), "".into(), person.map(|person| person.name.as_str()))
        .record(
            tr!(lang, "column.account"),
            tr!(lang, "ask.account_hint"),
            RecordKind::Account,
            account,
            id.is_none(),
        )
        .text(tr!(lang, "column.position"), "".into(), text(person.map(|p| &p.title)).as_deref())
        .text(tr!(lang, "column.department"), "".into(), text(person.map(|p| &p.department)).as_deref())
        .text(tr!(lang, "column.emails"), tr!(lang, "ask.several_hint"), Some(&joined(&emails)))
        .text(tr!(lang, "column.phones"), tr!(lang, "ask.several_hint"), Some(&joined(&phones)))
        .one_of(
            tr!(lang, "column.stance"),
            tr!(lang, "ask.stance_hint"),
            stances,
            person.and_then(|person| person.stance).map(Stance::as_str),
            false,
        )
        .text(tr!(lang, "column.city"), "".into(), text(person.map(|p| &p.city)).as_deref())
        .text(tr!(lang, "column.notes"), "".into(), text(person.map(|p| &p.notes)).as_deref());
    let title = if id.is_some() { tr!(lang, "ask.edit_person") } else { tr!(lang, "ask.add_person") };
    Ok(sheet.dialog(title, String::new(), move |told| {
        let input = ContactInput {
            name: told.name(0)?,
            account: told.word(1),
            title: told.text(2),
            department: told.text(3),
            emails: told.list(4).map(|texts| labelled(texts, &emails)),
            phones: told.list(5).map(|texts| labelled(texts, &phones)),
            stance: told.word(6),
            city: told.text(7),
            notes: told.text(8),
            ..ContactInput::default()
        };
        if input == ContactInput::default() {
            return Ok(Vec::new());
        }
        Ok(vec![Effect::Do(Box::new(Deed::Contact(id, input))).into()])
    }))
}

fn joined(all: &Labelled) -> String {
    all.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(", ")
}

/// Texts with the labels that they had before.
fn labelled(texts: Vec<String>, before: &Labelled) -> Labelled {
    let label =
        |text: &String| before.iter().find(|(_, known)| known == text).and_then(|(label, _)| label.clone());
    texts.into_iter().map(|text| (label(&text), text)).collect()
}
