//! The form of a promise.

use super::about::About;
use super::told::Sheet;
use crate::domain::id::Id;
use crate::domain::word::{CommitmentKind, CommitmentStatus, Side};
use crate::ops::commitment::{CommitmentChange, CommitmentInput};
use crate::report::promise;
use crate::store::table::commitment::Commitment;
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::deed::{Deed, Errand};
use crate::tui::dialogs::form::FormDialog;
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::screens::Chosen;
use crate::tui::widgets::form::choice::Choice;

/// A new promise, about the chosen record.
pub fn add(book: &Book, look: &Look, record: Option<Chosen>) -> Result<FormDialog> {
    let sheet = sheet(look, None, &About::chosen(book, record)?);
    Ok(sheet.dialog(tr!(look.lang, "promise.add"), String::new(), move |told| {
        let _needed = told.name(0)?;
        let input = CommitmentInput {
            promised_by: told.word(1).flatten().unwrap_or(Side::Us),
            kind: told.word(2).flatten().unwrap_or(CommitmentKind::Other),
            due_on: told.date(3)?.flatten(),
            contact: told.word(4).flatten(),
            deal: told.word(5).flatten(),
            account: told.word(6).flatten(),
            ..CommitmentInput::ours(told.says(0))
        };
        Ok(vec![Effect::Do(Box::new(Deed::Errand(Errand::Promise(input)))).into()])
    }))
}

/// A promise to be told anew.
pub fn edit(book: &Book, look: &Look, id: Id) -> Result<FormDialog> {
    let lang = look.lang;
    let before: Commitment = book.row(id)?;
    let about = About::of(book, before.contact_id, before.deal_id, before.account_id)?;
    let all = CommitmentStatus::ALL.iter();
    let statuses = all.map(|one| Choice::new(one.as_str(), promise::commitment_status(lang, *one))).collect();
    let sheet = sheet(look, Some(&before), &about)
        .one_of(tr!(lang, "column.status"), "".into(), statuses, Some(before.status.as_str()), false)
        .text(tr!(lang, "promise.made_on"), tr!(lang, "ask.date_hint"), Some(&before.made_on.to_string()));
    Ok(sheet.dialog(tr!(lang, "promise.edit"), String::new(), move |told| {
        let change = CommitmentChange {
            text: told.name(0)?,
            promised_by: told.word(1).flatten(),
            kind: told.word(2).flatten(),
            due_on: told.date(3)?,
            contact: told.word(4),
            deal: told.word(5),
            account: told.word(6),
            status: told.word(7).flatten(),
            made_on: told.past_date(8)?,
        };
        if change == CommitmentChange::default() {
            return Ok(Vec::new());
        }
        Ok(vec![Effect::Do(Box::new(Deed::Errand(Errand::EditPromise(id, change)))).into()])
    }))
}

fn sheet(look: &Look, before: Option<&Commitment>, about: &About) -> Sheet {
    let lang = look.lang;
    let sides = Side::ALL.iter().map(|one| Choice::new(one.as_str(), promise::side(lang, *one)));
    let kinds = CommitmentKind::ALL.iter();
    let kinds = kinds.map(|one| Choice::new(one.as_str(), promise::commitment_kind(lang, *one)));
    let side = before.map_or(Side::Us, |before| before.promised_by);
    let kind = before.map_or(CommitmentKind::Other, |before| before.kind);
    let due = before.and_then(|before| before.due_on).map(|day| day.to_string());
    let text = before.map(|before| before.text.as_str());
    let sheet = Sheet::default()
        .text(tr!(lang, "promise.text"), tr!(lang, "promise.text_hint"), text)
        .one_of(
            tr!(lang, "promise.by"),
            tr!(lang, "promise.by_hint"),
            sides.collect(),
            Some(side.as_str()),
            false,
        )
        .one_of(
            tr!(lang, "column.kind"),
            tr!(lang, "promise.kind_hint"),
            kinds.collect(),
            Some(kind.as_str()),
            false,
        )
        .text(tr!(lang, "column.due"), tr!(lang, "ask.date_hint"), due.as_deref());
    let sheet = about.person(sheet, lang);
    let sheet = about.deal(sheet, lang);
    about.account(sheet, lang, tr!(lang, "promise.account_hint"))
}
