//! A field of a plan's entry in a form: how it is asked for, and how what is told is read.

use crate::domain::entry::{Entry, EntryKind, Field, Form, HangsOn, Holder, Target, Value};
use crate::domain::id::Id;
use crate::domain::money::Currency;
use crate::domain::number::{basis_points, signed_thousandths};
use crate::ops::Field as Change;
use crate::report::model::EntryOut;
use crate::report::pages::entry::line;
use crate::report::{entry_words, rows};
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::dialogs::form::Refusal;
use crate::tui::dialogs::question::told::{Sheet, Told, amount_text};
use crate::tui::dialogs::question::usual::owners;
use crate::tui::look::Look;
use crate::tui::widgets::form::choice::Choice;
use crate::tui::widgets::form::kind::Kind;

/// Where an entry stands.
pub struct Ground {
    /// The account, by id and name.
    pub account: (Id, String),
    /// The currency of amounts that name none.
    pub currency: Currency,
}

/// Puts the field on a sheet; `before` is what stands in it at first, and the entry that is told anew.
///
/// # Errors
/// What the store could not read.
pub fn put(
    sheet: Sheet,
    book: &Book,
    look: &Look,
    (kind, field): (EntryKind, &Field),
    (before, known): (Option<&Value>, Option<&EntryOut>),
    ground: &Ground,
) -> Result<Sheet> {
    let lang = look.lang;
    let label = entry_words::label(lang, kind, field.key);
    let hint = entry_words::hint(lang, kind, field.key);
    let words = before.map(|value| entry_words::value(lang, field, value).into_owned());
    let key = before.map(|value| match value {
        Value::Text(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Flag(flag) => flag.to_string(),
        Value::Id(id) => id.to_string(),
        Value::Day(_) | Value::Money(_) => String::new(),
    });
    let key = key.as_deref();
    Ok(match field.form {
        Form::Line | Form::Quarter | Form::Number { .. } | Form::Decimal | Form::Rate => {
            sheet.text(label, hint, words.as_deref())
        }
        Form::Text => sheet.lines(label, hint, words.as_deref()),
        Form::Day => sheet.text(label, hint, words.as_deref()).of(Kind::Day),
        Form::Money { signed } => {
            let amount = match before {
                Some(Value::Money(money)) => Some(amount_text(money.minor, money.currency)),
                _ => None,
            };
            let sheet = sheet.text(label, hint, amount.as_deref());
            // What may be below zero is read once all is told.
            if signed { sheet } else { sheet.of(Kind::Money(ground.currency)) }
        }
        Form::Stars(most) => {
            let stars = (1..=most).map(|number| {
                Choice::new(number.to_string(), entry_words::value(lang, field, &Value::Number(number)))
            });
            sheet.one_of(label, hint, stars.collect(), key, false)
        }
        Form::Flag => {
            let both = [true, false].map(|flag| {
                Choice::new(flag.to_string(), entry_words::value(lang, field, &Value::Flag(flag)))
            });
            sheet.one_of(label, hint, both.into(), key, false)
        }
        Form::Word(known) => {
            let choices =
                known.iter().map(|word| Choice::new(*word, entry_words::choice(lang, field.key, word)));
            sheet.one_of(label, hint, choices.collect(), key, false)
        }
        Form::Reference(target) => {
            let name = known.and_then(|entry| entry.name(field.key)).map(str::to_owned);
            match target {
                Target::Colleague => sheet.one_of(label, hint, owners(book, look)?, name.as_deref(), true),
                Target::Record(of) => {
                    let before = match (before, name) {
                        (Some(Value::Id(id)), Some(name)) => Some((*id, name)),
                        (Some(Value::Id(id)), None) => book.name_of(target, *id)?.map(|name| (*id, name)),
                        _ => None,
                    };
                    sheet.record(label, hint, of, before, false)
                }
                Target::Entry(of) => {
                    let all = rows::entry::entries(book, on_account(book, of, ground.account.0)?)?;
                    let choices =
                        all.iter().map(|one| Choice::new(one.entry.id.to_string(), line(lang, one)));
                    sheet.one_of(label, hint, choices.collect(), key, false)
                }
                Target::Stage => {
                    let stages = look.stages.iter();
                    let choices = stages.map(|one| Choice::new(one.id.to_string(), look.stage(&one.key)));
                    sheet.one_of(label, hint, choices.collect(), key, false)
                }
            }
        }
    })
}

/// The entries of a kind of an account and of its deals.
fn on_account(book: &Book, kind: EntryKind, account: Id) -> Result<Vec<Entry>> {
    let mut all = Vec::new();
    if kind.spec().hangs_on != HangsOn::Deal {
        all.extend(book.entries(kind, Holder::Account(account))?);
    }
    if kind.spec().hangs_on != HangsOn::Account {
        all.extend(book.entries_of_deals(kind, account)?);
    }
    Ok(all)
}

/// What a field is told, where it is told something else than before.
///
/// # Errors
/// Where it cannot be understood.
pub fn read(
    told: &Told<'_>,
    field: &Field,
    currency: Currency,
) -> std::result::Result<Change<Value>, Refusal> {
    let Some(text) = told.text(field.key) else { return Ok(None) };
    let Some(text) = text else { return Ok(Some(None)) };
    let no_number = || told.refuse(field.key, tr!(told.lang(), "form.no_number"));
    let value = match field.form {
        Form::Day => return Ok(told.date(field.key)?.map(|day| day.map(Value::Day))),
        Form::Money { signed } => {
            let below_zero = signed && text.starts_with(['-', '−']);
            let mut money = match below_zero {
                true => amount(text.trim_start_matches(['-', '−']), currency)
                    .ok_or_else(|| told.refuse(field.key, tr!(told.lang(), "form.no_amount")))?,
                false => told.money(field.key, currency)?.ok_or_else(|| told.needed(field.key))?,
            };
            money.minor *= if below_zero { -1 } else { 1 };
            Value::Money(money)
        }
        Form::Number { .. } | Form::Stars(_) => Value::Number(text.trim().parse().map_err(|_| no_number())?),
        Form::Decimal => Value::Number(signed_thousandths(&text).ok_or_else(no_number)?),
        Form::Rate => Value::Number(basis_points(&text).ok_or_else(no_number)?),
        Form::Flag => Value::Flag(text == "true"),
        Form::Quarter => Value::Text(text.trim().to_uppercase()),
        Form::Line | Form::Text | Form::Word(_) | Form::Reference(Target::Colleague) => Value::Text(text),
        Form::Reference(_) => Value::Id(text.parse().map_err(|_| told.needed(field.key))?),
    };
    Ok(Some(Some(value)))
}

fn amount(text: &str, currency: Currency) -> Option<crate::domain::money::Money> {
    crate::domain::amount::parse(text, currency).ok()
}
