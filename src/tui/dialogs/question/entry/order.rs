//! The form of a small order.

use super::{Concern, Sheet, Told, amount_text, done};
use crate::domain::id::Id;
use crate::domain::money::{Currency, Money};
use crate::domain::word::RecordKind;
use crate::ops::Place;
use crate::ops::order::{OrderChange, OrderInput};
use crate::store::view::lines::{AccountLine, OrderLine};
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::deed::EntryDeed;
use crate::tui::dialogs::form::{FormDialog, Refusal};
use crate::tui::look::Look;
use crate::tui::screens::Chosen;
use crate::tui::widgets::form::choice::Choice;
use crate::tui::widgets::form::kind::Kind;
use crate::tui::widgets::form::meaning::Novelty;

/// A new small order, of the chosen record's account.
pub fn add(book: &Book, look: &Look, of: Option<&Chosen>) -> Result<FormDialog> {
    let account = of.and_then(|record| record.account);
    let named = |id: Id| book.line::<AccountLine>(id).map(|line| (id, line.account.name));
    let account = account.map(named).transpose()?;
    let sheet = fields(book, look, account, None)?;
    let base = look.base;
    Ok(sheet.dialog(tr!(look.lang, "ask.add_order"), String::new(), move |told| {
        let account = told.name(0)?.and_then(|id| id.parse().ok());
        let input = OrderInput {
            account: account.ok_or_else(|| told.needed(0))?,
            amount: amount(told, base)?,
            on: told.past_date(2)?,
            product: told.text(3).flatten(),
            text: told.text(4).flatten(),
        };
        Ok(done(EntryDeed::AddOrder(input)))
    }))
}

/// A small order to be changed.
pub fn edit(book: &Book, look: &Look, id: Id) -> Result<FormDialog> {
    let line = book.line::<OrderLine>(id)?;
    let currency = line.order.currency;
    let account = Some((line.order.account_id, line.account.clone()));
    let before = Money::new(line.order.amount, currency);
    let sheet = fields(book, look, account, Some(&line))?;
    Ok(sheet.dialog(tr!(look.lang, "ask.edit_order"), String::new(), move |told| {
        let _needed = told.name(0)?;
        let amount = amount(told, currency)?;
        let change = OrderChange {
            account: told.word(0).flatten(),
            amount: Some(amount).filter(|amount| *amount != before),
            on: told.past_date(2)?,
            product: told.text(3),
            text: told.text(4),
        };
        match change == OrderChange::default() {
            true => Ok(Vec::new()),
            false => Ok(done(EntryDeed::Order(id, change))),
        }
    }))
}

fn fields(
    book: &Book,
    look: &Look,
    account: Option<(Id, String)>,
    line: Option<&OrderLine>,
) -> Result<Sheet> {
    let lang = look.lang;
    let order = line.map(|line| &line.order);
    let products = book.products()?.into_iter().filter(|product| product.active);
    let products = products.map(|product| Choice::new(product.name.clone(), product.name)).collect();
    let amount = order.map(|order| {
        let text = amount_text(order.amount, order.currency);
        if order.currency == look.base { text } else { format!("{} {text}", order.currency) }
    });
    Ok(Sheet::default()
        .record(
            tr!(lang, "column.account"),
            tr!(lang, "ask.account_hint"),
            RecordKind::Account,
            account,
            line.is_none(),
        )
        .text(tr!(lang, "column.amount"), tr!(lang, "ask.amount_hint"), amount.as_deref())
        .of(Kind::Money(order.map_or(look.base, |order| order.currency)))
        .about(Concern::Place(Place::Amount))
        .text(
            tr!(lang, "column.day"),
            tr!(lang, "ask.order_day_hint"),
            order.map(|order| order.ordered_on.to_string()).as_deref(),
        )
        .of(Kind::PastDay)
        .about(Concern::Day)
        .one_of(
            tr!(lang, "column.product"),
            tr!(lang, "ask.order_product_hint"),
            products,
            line.and_then(|line| line.product.as_deref()),
            true,
        )
        .or_new(Novelty::Product)
        .text(
            tr!(lang, "column.about"),
            tr!(lang, "ask.order_text_hint"),
            order.and_then(|order| order.text.as_deref()),
        ))
}

/// The amount, which must be told.
fn amount(told: &Told<'_>, currency: Currency) -> std::result::Result<Money, Refusal> {
    told.money(1, currency)?.ok_or_else(|| told.needed(1))
}
