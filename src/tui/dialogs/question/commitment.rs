//! The form of a promise.

use super::about::{ACCOUNT, About, CONTACT, DEAL};
use super::told::{Concern, Sheet};
use super::usual::{choice_hint, words};
use crate::domain::id::Id;
use crate::domain::word::{CommitmentKind, CommitmentStatus, Side};
use crate::ops::Place;
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
use crate::tui::widgets::form::kind::Kind;

/// Its name among drafts, when it is new.
pub const PROMISE: &str = "promise";

/// Its name among drafts, when it is told anew.
pub const FORM: &str = "commitment";

/// A new promise, about the chosen record.
pub fn add(book: &Book, look: &Look, record: Option<Chosen>) -> Result<FormDialog> {
    let about = About::chosen(book, record)?;
    let form = sheet(look, None, &about).dialog(tr!(look.lang, "promise.add"), String::new(), move |told| {
        let _needed = told.name("text")?;
        let input = CommitmentInput {
            promised_by: told.word("by").flatten().unwrap_or(Side::Us),
            kind: told.word("kind").flatten().unwrap_or(CommitmentKind::Other),
            due_on: told.date("due")?.flatten(),
            contact: told.word(CONTACT).flatten(),
            deal: told.word(DEAL).flatten(),
            account: told.word(ACCOUNT).flatten(),
            ..CommitmentInput::ours(told.says("text"))
        };
        Ok(vec![Effect::Do(Box::new(Deed::Errand(Errand::Promise(input)))).into()])
    });
    form.kept_as(PROMISE, about.record(), book)
}

/// A promise to be told anew.
pub fn edit(book: &Book, look: &Look, id: Id) -> Result<FormDialog> {
    let lang = look.lang;
    let before: Commitment = book.row(id)?;
    let about = About::of(book, before.contact_id, before.deal_id, before.account_id)?;
    let statuses = words(look, CommitmentStatus::ALL, promise::commitment_status);
    let status = Some(before.status.as_str());
    let sheet = sheet(look, Some(&before), &about)
        .one_of(tr!(lang, "column.status"), choice_hint(&statuses), statuses, status, false)
        .called("status")
        .text(tr!(lang, "promise.made_on"), tr!(lang, "ask.date_hint"), Some(&before.made_on.to_string()))
        .called("made_on")
        .of(Kind::PastDay);
    let form = sheet.dialog(tr!(lang, "promise.edit"), String::new(), move |told| {
        let change = CommitmentChange {
            text: told.name("text")?,
            promised_by: told.word("by").flatten(),
            kind: told.word("kind").flatten(),
            due_on: told.date("due")?,
            contact: told.word(CONTACT),
            deal: told.word(DEAL),
            account: told.word(ACCOUNT),
            status: told.word("status").flatten(),
            made_on: told.past_date("made_on")?,
        };
        if change == CommitmentChange::default() {
            return Ok(Vec::new());
        }
        Ok(vec![Effect::Do(Box::new(Deed::Errand(Errand::EditPromise(id, change)))).into()])
    });
    form.kept_as(FORM, Some(id), book)
}

fn sheet(look: &Look, before: Option<&Commitment>, about: &About) -> Sheet {
    let lang = look.lang;
    let sides = words(look, Side::ALL, promise::side);
    let kinds = words(look, CommitmentKind::ALL, promise::commitment_kind);
    let side = before.map_or(Side::Us, |before| before.promised_by);
    let kind = before.map_or(CommitmentKind::Other, |before| before.kind);
    let due = before.and_then(|before| before.due_on).map(|day| day.to_string());
    let text = before.map(|before| before.text.as_str());
    let sheet = Sheet::default()
        .text(tr!(lang, "promise.text"), tr!(lang, "promise.text_hint"), text)
        .called("text")
        .about(Concern::Place(Place::Text))
        .one_of(tr!(lang, "promise.by"), choice_hint(&sides), sides, Some(side.as_str()), false)
        .called("by")
        .one_of(tr!(lang, "column.kind"), choice_hint(&kinds), kinds, Some(kind.as_str()), false)
        .called("kind")
        .text(tr!(lang, "column.due"), tr!(lang, "ask.date_hint"), due.as_deref())
        .called("due")
        .of(Kind::Day);
    let sheet = about.person(sheet, lang);
    let sheet = about.deal(sheet, lang);
    about.account(sheet, lang, tr!(lang, "promise.account_hint"))
}
