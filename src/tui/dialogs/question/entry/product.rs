//! The form of a product.

use super::{Concern, Sheet, amount_text, currencies, done};
use crate::domain::id::Id;
use crate::ops::Place;
use crate::ops::product::ProductInput;
use crate::store::table::product::Product;
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::deed::EntryDeed;
use crate::tui::dialogs::form::FormDialog;
use crate::tui::look::Look;
use crate::tui::widgets::form::choice::Choice;
use crate::tui::widgets::form::kind::Kind;

/// A new product, or one to be changed.
pub fn form(book: &Book, look: &Look, id: Option<Id>) -> Result<FormDialog> {
    let lang = look.lang;
    let product = id.map(|id| book.row::<Product>(id)).transpose()?;
    let currency = product.as_ref().map_or(look.base, |product| product.currency);
    let price = product.as_ref().and_then(|product| product.price);
    let active = product.as_ref().is_none_or(|product| product.active);
    let sold = vec![
        Choice::new("true", tr!(lang, "register.sold")),
        Choice::new("false", tr!(lang, "list.retired")),
    ];
    let mut sheet = Sheet::default()
        .text(
            tr!(lang, "column.name"),
            tr!(lang, "ask.product_hint"),
            product.as_ref().map(|product| product.name.as_str()),
        )
        .about(Concern::Place(Place::Name))
        .text(
            tr!(lang, "column.price"),
            tr!(lang, "ask.price_hint"),
            price.map(|minor| amount_text(minor, currency)).as_deref(),
        )
        .of(Kind::Money(currency))
        .about(Concern::Place(Place::Amount))
        .about(Concern::Place(Place::Price))
        .one_of(
            tr!(lang, "column.currency"),
            tr!(lang, "ask.currency_hint"),
            currencies(look.base),
            Some(currency.code()),
            true,
        )
        .of(Kind::Currency)
        .text(
            tr!(lang, "column.unit"),
            tr!(lang, "ask.unit_hint"),
            product.as_ref().and_then(|product| product.unit.as_deref()),
        );
    if id.is_some() {
        let now = if active { "true" } else { "false" };
        sheet = sheet.one_of(tr!(lang, "column.status"), tr!(lang, "ask.sold_hint"), sold, Some(now), false);
    }
    let title = if id.is_some() { tr!(lang, "ask.edit_product") } else { tr!(lang, "ask.add_product") };
    Ok(sheet.dialog(title, String::new(), move |told| {
        let new_currency = told.currency(2)?;
        let changed = told.text(1).is_some() || new_currency != currency;
        let price = told.money(1, new_currency)?;
        let input = ProductInput {
            name: told.name(0)?,
            price: Some(price).filter(|_| changed && (price.is_some() || id.is_some())),
            unit: told.text(3),
            active: told.word(4).flatten(),
        };
        match input == ProductInput::default() {
            true => Ok(Vec::new()),
            false => Ok(done(EntryDeed::Product(id, input))),
        }
    }))
}
