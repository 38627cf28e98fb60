//! The form in which time, people and money are planned for a posture or a tier.

use super::{Concern, Sheet, amount_text, done};
use crate::domain::period::Period;
use crate::domain::resources::Purpose;
use crate::ops::Place;
use crate::ops::resource::ResourceInput;
use crate::report::resource_words;
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::deed::EntryDeed;
use crate::tui::dialogs::form::FormDialog;
use crate::tui::look::Look;
use crate::tui::widgets::form::kind::Kind;

/// What is planned for a purpose in a period.
///
/// # Errors
/// What the store could not read.
pub fn form(book: &Book, look: &Look, period: Period, purpose: Purpose) -> Result<FormDialog> {
    let lang = look.lang;
    let plan = book.resource_plans(period)?.into_iter().find(|plan| plan.purpose == purpose);
    let hours = plan.as_ref().and_then(|plan| plan.minutes).map(|minutes| (minutes / 60).to_string());
    let people = plan.as_ref().and_then(|plan| plan.people).map(|people| people.to_string());
    let before = plan.and_then(|plan| plan.amount());
    let currency = before.map_or(look.base, |money| money.currency);
    let money = before.map(|money| {
        let text = amount_text(money.minor, money.currency);
        if money.currency == look.base { text } else { format!("{} {text}", money.currency) }
    });
    let sheet = Sheet::default()
        .text(tr!(lang, "column.hours"), tr!(lang, "resources.ask_hours"), hours.as_deref())
        .of(Kind::Whole)
        .about(Concern::Place(Place::Hours))
        .text(tr!(lang, "column.staff"), tr!(lang, "resources.ask_people"), people.as_deref())
        .of(Kind::Whole)
        .about(Concern::Place(Place::People))
        .text(tr!(lang, "column.spent_money"), tr!(lang, "ask.amount_hint"), money.as_deref())
        .of(Kind::Money(currency))
        .about(Concern::Place(Place::Amount));
    let name = resource_words::purpose(lang, purpose);
    let title = tr!(lang, "resources.ask", purpose = name);
    Ok(sheet.dialog(title, period.to_string(), move |told| {
        let input = ResourceInput {
            minutes: told.whole(0)?.map(|hours| hours.map(|hours: i64| hours.saturating_mul(60))),
            people: told.whole(1)?,
            money: Some(told.money(2, currency)?).filter(|told| *told != before),
        };
        match input == ResourceInput::default() {
            true => Ok(Vec::new()),
            false => Ok(done(EntryDeed::Resources(period, purpose, input))),
        }
    }))
}
