//! The forms of quotas and exchange rates.

use super::{Sheet, Told, amount_text, currencies, done};
use crate::domain::id::Id;
use crate::domain::money::{Currency, Money, Rate};
use crate::domain::period::Period;
use crate::store::table::target::{ExchangeRate, Quota};
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::deed::EntryDeed;
use crate::tui::dialogs::form::{FormDialog, Refusal};
use crate::tui::look::Look;
use crate::tui::widgets::form::kind::Kind;

/// What a form found out, or which field is wrong.
type Read<T> = std::result::Result<T, Refusal>;

/// The quota of a period that is told with it.
pub fn add_quota(look: &Look) -> FormDialog {
    let (lang, base) = (look.lang, look.base);
    let next = Period::quarter_of(look.today, look.first_month).to_string();
    let sheet = Sheet::default()
        .proposed(tr!(lang, "column.period"), tr!(lang, "ask.period_hint"), &next)
        .text(tr!(lang, "column.quota"), tr!(lang, "ask.amount_hint"), None)
        .of(Kind::Money(base));
    sheet.dialog(tr!(lang, "ask.add_quota"), String::new(), move |told| {
        let period = told.says(0).parse::<Period>();
        let period = period.map_err(|_| told.refuse(0, tr!(lang, "form.no_period")))?;
        Ok(done(EntryDeed::Quota(period, needed_amount(told, 1, base)?)))
    })
}

/// Another quota for a period.
pub fn edit_quota(book: &Book, look: &Look, id: Id) -> Result<FormDialog> {
    let quota: Quota = book.row(id)?;
    let lang = look.lang;
    let sheet = Sheet::default().text(
        tr!(lang, "column.quota"),
        tr!(lang, "ask.amount_hint"),
        Some(&in_its_currency(&quota, look.base)),
    );
    let sheet = sheet.of(Kind::Money(quota.currency));
    Ok(sheet.dialog(tr!(lang, "ask.edit_quota"), quota.period.clone(), move |told| {
        let period = quota.period.parse::<Period>();
        let period = period.map_err(|_| told.refuse(0, tr!(lang, "form.no_period")))?;
        Ok(done(EntryDeed::Quota(period, needed_amount(told, 0, quota.currency)?)))
    }))
}

/// What a currency is worth from a day on.
pub fn add_rate(look: &Look) -> FormDialog {
    let (lang, base) = (look.lang, look.base);
    let mut others = currencies(base);
    others.retain(|choice| choice.value != base.code());
    let sheet = Sheet::default()
        .one_of(tr!(lang, "column.currency"), tr!(lang, "ask.rate_currency_hint"), others, None, true)
        .text(tr!(lang, "column.rate"), tr!(lang, "ask.rate_hint", base = base).into_owned().into(), None)
        .proposed(tr!(lang, "column.since"), tr!(lang, "ask.date_hint"), &tr!(lang, "date.today"))
        .of(Kind::Day);
    sheet.dialog(tr!(lang, "ask.add_rate"), String::new(), move |told| {
        let _needed = told.name(0)?;
        let currency = told.currency(0)?;
        Ok(done(EntryDeed::Rate(currency, rate(told, 1)?, told.date(2)?.flatten())))
    })
}

/// Another rate for a currency and a day.
pub fn edit_rate(book: &Book, look: &Look, id: Id) -> Result<FormDialog> {
    let known: ExchangeRate = book.row(id)?;
    let lang = look.lang;
    let hint = tr!(lang, "ask.rate_hint", base = known.base).into_owned().into();
    let sheet = Sheet::default().text(tr!(lang, "column.rate"), hint, Some(&known.rate.decimal()));
    let words = format!("{} · {}", known.currency, known.since);
    Ok(sheet.dialog(tr!(lang, "ask.edit_rate"), words, move |told| {
        Ok(done(EntryDeed::Rate(known.currency, rate(told, 0)?, Some(known.since))))
    }))
}

fn in_its_currency(quota: &Quota, base: Currency) -> String {
    let text = amount_text(quota.amount, quota.currency);
    if quota.currency == base { text } else { format!("{} {text}", quota.currency) }
}

fn needed_amount(told: &Told<'_>, field: usize, currency: Currency) -> Read<Money> {
    told.money(field, currency)?.ok_or_else(|| told.needed(field))
}

fn rate(told: &Told<'_>, field: usize) -> Read<Rate> {
    let text = told.name(field)?.unwrap_or_else(|| told.says(field).to_owned());
    text.parse().map_err(|_| told.refuse(field, tr!(told.lang(), "form.no_exchange_rate")))
}
