//! The form of what is remembered of a person: their words, their pride, interests and family.

use super::{Sheet, done};
use crate::domain::id::Id;
use crate::domain::person::RecollectionKind;
use crate::ops::recollection::RecollectionInput;
use crate::report::people;
use crate::store::table::recollection::Recollection;
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::deed::EntryDeed;
use crate::tui::dialogs::form::FormDialog;
use crate::tui::dialogs::question::usual;
use crate::tui::look::Look;
use crate::tui::screens::Chosen;
use crate::tui::widgets::form::kind::Kind;

/// Something to be kept of the chosen person.
pub fn add(look: &Look, of: Option<&Chosen>) -> FormDialog {
    let (of, lang) = (of.map(|of| of.id), look.lang);
    let name = String::new();
    sheet(look, None).dialog(tr!(lang, "recall.add"), name, move |told| {
        let Some(text) = told.name("text")? else { return Ok(Vec::new()) };
        let kind = told.word("kind").flatten().unwrap_or(RecollectionKind::Quote);
        let input = RecollectionInput { kind, text, on: told.past_date("on")? };
        Ok(of.map(|person| done(EntryDeed::Recall(person, input))).unwrap_or_default())
    })
}

/// What is kept, to be told anew.
///
/// # Errors
/// What the store could not read.
pub fn edit(book: &Book, look: &Look, id: Id) -> Result<FormDialog> {
    let before: Recollection = book.row(id)?;
    Ok(sheet(look, Some(&before)).dialog(tr!(look.lang, "recall.edit"), String::new(), move |told| {
        let (text, kind, on) = (told.name("text")?, told.word("kind").flatten(), told.past_date("on")?);
        match (&text, &kind, &on) {
            (None, None, None) => Ok(Vec::new()),
            _ => Ok(done(EntryDeed::Recollection(id, kind, text, on))),
        }
    }))
}

fn sheet(look: &Look, before: Option<&Recollection>) -> Sheet {
    let lang = look.lang;
    let kinds = usual::words(look, RecollectionKind::ALL, people::recollection);
    let kind = before.map_or(RecollectionKind::Quote, |before| before.kind);
    let day = before.map(|before| before.told_on.to_string());
    Sheet::default()
        .lines(tr!(lang, "column.text"), tr!(lang, "recall.hint"), before.map(|before| before.text.as_str()))
        .called("text")
        .one_of(tr!(lang, "column.kind"), usual::choice_hint(&kinds), kinds, Some(kind.as_str()), false)
        .called("kind")
        .text(tr!(lang, "column.day"), tr!(lang, "recall.day_hint"), day.as_deref())
        .called("on")
        .of(Kind::Day)
}
