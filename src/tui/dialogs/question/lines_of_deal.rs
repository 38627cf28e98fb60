//! The fields of a deal's form that have a line for each: its people, and its products.

use super::told::{Concern, Sheet, Told, Who, amount_text};
use super::usual::words;
use crate::domain::amount;
use crate::domain::id::Id;
use crate::domain::money::Currency;
use crate::domain::number;
use crate::domain::word::{Authority, Involvement, Part, Stance};
use crate::i18n::Lang;
use crate::ops::Place;
use crate::ops::deal::{ProductLine, SeatInput, Somebody};
use crate::report::words as report;
use crate::store::table::contact::Contact;
use crate::store::table::product::Product;
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::dialogs::form::Refusal;
use crate::tui::look::Look;
use crate::tui::widgets::form::choice::{Choice, Takes};
use crate::tui::widgets::form::meaning::Novelty;

/// The sheet with the people of a deal and their parts in it; of a new one, the person that it is `with`.
pub fn people(sheet: Sheet, book: &Book, look: &Look, id: Option<Id>, with: Option<Id>) -> Result<Sheet> {
    let seats = id.map(|id| book.seats_of(id)).transpose()?.unwrap_or_default();
    let all = in_a_deal(look);
    let (mut shown, mut before) = (Vec::new(), Vec::new());
    for seat in seats {
        let parts = seat.parts.iter().map(|part| part.as_str());
        let keys: Vec<&str> = parts
            .chain(seat.stance.map(Stance::as_str))
            .chain(seat.involvement.map(Involvement::as_str))
            .chain(seat.authority.map(Authority::as_str))
            .collect();
        let called = |key: &&str| all.iter().find(|one| one.value == *key).map(|one| one.label.as_str());
        let told: Vec<&str> = keys.iter().filter_map(called).collect();
        shown.push(if told.is_empty() { seat.name } else { format!("{}: {}", seat.name, told.join(", ")) });
        before.push(format!("{}\t{}", seat.contact, keys.join(" ")));
    }
    if let Some(person) = with {
        shown.push(book.row::<Contact>(person)?.name);
        before.push(format!("{person}\t"));
    }
    let takes = Takes::People(all);
    let (label, hint) = (tr!(look.lang, "column.people"), tr!(look.lang, "ask.people_hint"));
    let sheet = sheet.told_in_lines(label, hint, takes, &shown.join("\n"), before.join("\n"));
    let sheet = sheet.called("people").or_new(Novelty::Person);
    Ok(if with.is_some() { sheet.counting_as_told() } else { sheet })
}

/// The people told, all of them, if they are others than before.
pub fn people_told(told: &Told<'_>) -> Option<Vec<SeatInput>> {
    let lines = told.pieces("people")?.into_iter();
    let person = |pieces: Vec<String>| {
        let who = match Who::read(pieces.first()?)? {
            Who::Known(id) => Somebody::Known(id),
            Who::New(name) => Somebody::New(name),
        };
        let keys = pieces.get(1).map(String::as_str).unwrap_or_default().split(' ');
        Some(SeatInput {
            who,
            parts: keys.clone().filter_map(|key| key.parse().ok()).collect(),
            involvement: keys.clone().find_map(|key| key.parse().ok()),
            authority: keys.clone().find_map(|key| key.parse().ok()),
            stance: keys.clone().find_map(|key| key.parse().ok()),
        })
    };
    Some(lines.filter_map(person).collect())
}

/// What somebody may be in a deal: a part in it and, where that differs from what they are at large, where
/// they stand, how much they take part, whether they decide.
fn in_a_deal(look: &Look) -> Vec<Choice> {
    let involvement = |lang: Lang, one: Involvement| match one {
        Involvement::High => tr!(lang, "ask.high_involvement"),
        Involvement::Low => tr!(lang, "ask.low_involvement"),
    };
    let mut all = words(look, Part::ALL, report::part);
    all.extend(words(look, Stance::ALL, report::stance));
    all.extend(words(look, Involvement::ALL, involvement));
    all.extend(words(look, Authority::ALL, report::authority));
    all
}

/// The sheet with the products of a deal in a currency; of a new one, the product that it is begun with, at
/// its list price where that is in the same currency.
pub fn products(
    sheet: Sheet,
    book: &Book,
    look: &Look,
    id: Option<Id>,
    (currency, begun): (Currency, Option<&Product>),
) -> Result<Sheet> {
    let items = match id {
        Some(id) => book.products_of_deals(&[id])?.remove(&id).unwrap_or_default(),
        None => Vec::new(),
    };
    let (mut shown, mut before) = (Vec::new(), Vec::new());
    for item in items {
        let price = amount_text(item.price, currency);
        shown.push(format!("{} x {} @ {price}", item.name, number::quantity(item.quantity)));
        before.push(format!("{}\t{}\t{price}", item.name, item.quantity));
    }
    if let Some(product) = begun {
        let listed = product.price.filter(|_| product.currency == currency);
        let price = listed.map(|price| amount_text(price, currency)).unwrap_or_default();
        let at = if price.is_empty() { String::new() } else { format!(" @ {price}") };
        shown.push(format!("{} x 1{at}", product.name));
        before.push(format!("{}\t1000\t{price}", product.name));
    }
    let sold = book.products()?.into_iter().filter(|product| product.active);
    let takes =
        Takes::Products(sold.map(|product| Choice::new(product.name.clone(), product.name)).collect());
    let (label, hint) = (tr!(look.lang, "ask.products"), tr!(look.lang, "ask.products_hint"));
    let sheet = sheet.told_in_lines(label, hint, takes, &shown.join("\n"), before.join("\n"));
    let sheet = sheet.called("products").or_new(Novelty::Product);
    let sheet = sheet.about(Concern::Place(Place::Quantity)).about(Concern::Place(Place::Price));
    Ok(if begun.is_some() { sheet.counting_as_told() } else { sheet })
}

/// The products told, all of them, if they are others than before.
///
/// # Errors
/// Where a price is none, or in another currency than the deal.
pub fn products_told(
    told: &Told<'_>,
    currency: Currency,
) -> std::result::Result<Option<Vec<ProductLine>>, Refusal> {
    let Some(lines) = told.pieces("products") else { return Ok(None) };
    let line = |pieces: Vec<String>| {
        let mut pieces = pieces.into_iter();
        let product = pieces.next().unwrap_or_default();
        let quantity = pieces.next().and_then(|figures| figures.parse().ok()).unwrap_or(1000);
        let price = match pieces.next().filter(|price| !price.is_empty()) {
            None => None,
            Some(price) => match amount::parse(&price, currency) {
                Ok(money) if money.currency == currency => Some(money.minor),
                Ok(_) => {
                    let words = tr!(told.look().lang, "form.other_currency", currency = currency);
                    return Err(told.refuse("products", words.into_owned().into()));
                }
                Err(_) => {
                    let words = tr!(told.look().lang, "field.unreadable", line = price);
                    return Err(told.refuse("products", words.into_owned().into()));
                }
            },
        };
        Ok(ProductLine { product, quantity, price })
    };
    lines.into_iter().map(line).collect::<std::result::Result<Vec<_>, _>>().map(Some)
}
