//! The form of an account.

use super::told::Sheet;
use crate::domain::id::Id;
use crate::domain::word::{RecordKind, Tier};
use crate::ops::account::AccountInput;
use crate::report::words;
use crate::store::view::lines::AccountLine;
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::deed::Deed;
use crate::tui::dialogs::form::FormDialog;
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::widgets::form::choice::Choice;

/// A new account, or one to be changed.
pub fn form(book: &Book, look: &Look, id: Option<Id>) -> Result<FormDialog> {
    let line = id.map(|id| book.line::<AccountLine>(id)).transpose()?;
    let lang = look.lang;
    let account = line.as_ref().map(|line| &line.account);
    let parent =
        account.and_then(|account| account.parent_id).zip(line.as_ref().and_then(|l| l.parent.clone()));
    let text = |field: Option<&Option<String>>| field.cloned().flatten();
    let tiers = Tier::ALL.iter().map(|tier| Choice::new(tier.as_str(), words::tier(lang, *tier))).collect();
    let owners = super::deal::owners(book)?;
    let sheet = Sheet::default()
        .text(tr!(lang, "column.name"), tr!(lang, "ask.account_name_hint"), account.map(|a| a.name.as_str()))
        .one_of(
            tr!(lang, "column.tier"),
            tr!(lang, "ask.tier_hint"),
            tiers,
            account.and_then(|account| account.tier).map(Tier::as_str),
            false,
        )
        .text(tr!(lang, "column.industry"), "".into(), text(account.map(|a| &a.industry)).as_deref())
        .text(tr!(lang, "column.city"), "".into(), text(account.map(|a| &a.city)).as_deref())
        .text(tr!(lang, "column.country"), "".into(), text(account.map(|a| &a.country)).as_deref())
        .text(tr!(lang, "column.phone"), "".into(), text(account.map(|a| &a.phone)).as_deref())
        .text(
            tr!(lang, "column.website"),
            tr!(lang, "ask.website_hint"),
            text(account.map(|a| &a.website)).as_deref(),
        )
        .record(tr!(lang, "column.parent"), tr!(lang, "ask.parent_hint"), RecordKind::Account, parent, false)
        .one_of(
            tr!(lang, "column.owner"),
            tr!(lang, "ask.owner_hint"),
            owners,
            line.as_ref().and_then(|line| line.owner.as_deref()),
            true,
        )
        .text(tr!(lang, "column.notes"), "".into(), text(account.map(|a| &a.notes)).as_deref());
    let title = if id.is_some() { tr!(lang, "ask.edit_account") } else { tr!(lang, "ask.add_account") };
    Ok(sheet.dialog(title, String::new(), move |told| {
        let website = told.text(6);
        let input = AccountInput {
            name: told.name(0)?,
            tier: told.word(1),
            industry: told.text(2),
            city: told.text(3),
            country: told.text(4),
            phone: told.text(5),
            domain: website.clone().filter(Option::is_some),
            website,
            parent: told.word(7),
            owner: told.text(8),
            notes: told.text(9),
            ..AccountInput::default()
        };
        if input == AccountInput::default() {
            return Ok(Vec::new());
        }
        Ok(vec![Effect::Do(Box::new(Deed::Account(id, input))).into()])
    }))
}
