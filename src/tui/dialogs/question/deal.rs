//! The form of a deal.

use super::told::{Sheet, amount_text, currencies};
use crate::domain::id::Id;
use crate::domain::word::RecordKind;
use crate::ops::deal::DealInput;
use crate::report::words;
use crate::store::view::lines::{AccountLine, DealLine};
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::deed::Deed;
use crate::tui::dialogs::form::FormDialog;
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::screens::list::detail::stages;
use crate::tui::widgets::form::choice::Choice;

/// A new deal, of an account if one is given and with a person if one is, or one to be changed.
pub fn form(
    book: &Book,
    look: &Look,
    id: Option<Id>,
    of: Option<Id>,
    with: Option<Id>,
) -> Result<FormDialog> {
    let line = id.map(|id| book.line::<DealLine>(id)).transpose()?;
    let lang = look.lang;
    let deal = line.as_ref().map(|line| &line.deal);
    let account = match (of, &line) {
        (Some(of), None) => Some((of, book.line::<AccountLine>(of)?.account.name)),
        (_, line) => line.as_ref().map(|line| (line.deal.account_id, line.account.clone())),
    };
    let all: Vec<Choice> =
        stages(book)?.iter().map(|stage| Choice::new(stage.key.clone(), words::stage(lang, stage))).collect();
    let names: Vec<&str> = all.iter().map(|stage| stage.label.as_str()).collect();
    let stage_hint = names.join(" · ").into();
    let currency = deal.map_or(look.base, |deal| deal.currency);
    let amount = deal.and_then(|deal| deal.amount).map(|minor| amount_text(minor, currency));
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
    let text = |field: Option<&Option<String>>| field.cloned().flatten();
    let sheet = Sheet::default()
        .text(
            tr!(lang, "ask.deal_name"),
            tr!(lang, "ask.deal_name_hint"),
            deal.map(|deal| deal.name.as_str()),
        )
        .record(
            tr!(lang, "column.account"),
            tr!(lang, "ask.account_hint"),
            RecordKind::Account,
            account,
            id.is_none(),
        )
        .text(tr!(lang, "column.amount"), tr!(lang, "ask.amount_hint"), amount.as_deref())
        .one_of(tr!(lang, "column.currency"), "".into(), currencies(look.base), Some(currency.code()), true)
        .one_of(
            tr!(lang, "column.stage"),
            stage_hint,
            all,
            line.as_ref().map(|line| line.stage.0.as_str()),
            false,
        )
        .text(
            tr!(lang, "column.close_date"),
            tr!(lang, "ask.date_hint"),
            day(deal.and_then(|deal| deal.close_on)).as_deref(),
        )
        .text(
            tr!(lang, "column.next_step"),
            tr!(lang, "ask.next_step_hint"),
            text(deal.map(|d| &d.next_step)).as_deref(),
        )
        .text(
            tr!(lang, "ask.when"),
            tr!(lang, "ask.date_hint"),
            day(deal.and_then(|deal| deal.next_on)).as_deref(),
        )
        .one_of(
            tr!(lang, "column.owner"),
            tr!(lang, "ask.owner_hint"),
            owners(book)?,
            line.as_ref().and_then(|line| line.owner.as_deref()),
            true,
        )
        .text(tr!(lang, "column.competitor"), "".into(), text(deal.map(|d| &d.competitor)).as_deref())
        .text(tr!(lang, "column.notes"), "".into(), text(deal.map(|d| &d.notes)).as_deref());
    let title = if id.is_some() { tr!(lang, "ask.edit_deal") } else { tr!(lang, "ask.add_deal") };
    Ok(sheet.dialog(title, String::new(), move |told| {
        let name = told.name(0)?;
        let _needed = told.name(1)?;
        let new_currency = told.currency(3)?;
        let changed = told.text(2).is_some() || new_currency != currency;
        let amount = told.money(2, new_currency)?;
        let input = DealInput {
            name,
            account: told.word(1).flatten(),
            amount: Some(amount).filter(|_| changed && (amount.is_some() || id.is_some())),
            currency: Some(new_currency).filter(|new| *new != currency),
            stage: told.text(4).flatten(),
            close_on: told.date(5)?,
            next_step: told.text(6),
            next_on: told.date(7)?,
            owner: told.text(8),
            competitor: told.text(9),
            notes: told.text(10),
            contacts: with.map(|person| (person, Vec::new())).into_iter().collect(),
            ..DealInput::default()
        };
        if input == DealInput::default() {
            return Ok(Vec::new());
        }
        Ok(vec![Effect::Do(Box::new(Deed::Deal(id, input))).into()])
    }))
}

/// Those of ours who own records.
pub fn owners(book: &Book) -> Result<Vec<Choice>> {
    let all = book.colleagues()?.into_iter();
    Ok(all.map(|colleague| Choice::new(colleague.name.clone(), colleague.name)).collect())
}
