//! The account plans of the demonstration, and what is kept in some of its deals: the entries of
//! `plans.toml`, each written on a day of its own.

use std::collections::BTreeMap;

use chrono::{Months, NaiveDate};
use serde::Deserialize;

use super::cast::{Cast, ME, thousandths};
use super::days::{from, workday};
use super::files::{Files, wrong};
use crate::domain::entry::{EntryKind, Field, Form, Holder, Target, Value};
use crate::domain::id::Id;
use crate::domain::money::Currency;
use crate::domain::period::Period;
use crate::domain::word::RecordKind;
use crate::ops::Problem;
use crate::ops::entry::{self, EntryInput};
use crate::ops::problem::the_one;
use crate::store::{Book, Past};

const FILE: &str = "plans.toml";
/// The person at the keyboard, as the file calls them.
const MYSELF: &str = "me";
/// How an entry says how many days ago it was written.
const TOLD: &str = "told";

/// The plan of an account: entries by their kinds, and what is kept in its deals.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct PlanRow {
    account: String,
    #[serde(default)]
    deal: Vec<DealRow>,
    #[serde(flatten)]
    entries: Entries,
}

/// What is kept in a deal.
#[derive(Debug, Clone, Deserialize)]
struct DealRow {
    name: String,
    #[serde(flatten)]
    entries: Entries,
}

/// Fields as the file tells them: days counted from today, quarters from this one, money in thousands, what
/// an entry refers to by its name or the beginning of its words.
type Entries = BTreeMap<String, Vec<toml::Table>>;

/// Writes every plan down.
pub(super) fn write(
    files: &Files,
    past: &mut Past<'_>,
    cast: &Cast,
    today: NaiveDate,
) -> Result<(), Problem> {
    for row in &files.plans {
        let account = files.accounts.iter().find(|account| account.key == row.account);
        let currency = account.ok_or_else(|| wrong(FILE, &row.account))?.currency;
        let mut plan = Plan { files, cast, today, currency, known: vec![], number: 0 };
        plan.write(past, Holder::Account(cast.account(&row.account)?), &row.entries)?;
        for deal in &row.deal {
            let holder = Holder::Deal(named(past.on(today), &deal.name, RecordKind::Deal)?);
            plan.write(past, holder, &deal.entries)?;
        }
    }
    Ok(())
}

/// A plan while it is written.
struct Plan<'a> {
    files: &'a Files,
    cast: &'a Cast,
    today: NaiveDate,
    currency: Currency,
    /// What it has so far, by their words.
    known: Vec<(EntryKind, String, Id)>,
    /// How many entries it has.
    number: i64,
}

impl Plan<'_> {
    /// Writes the entries of a record, those first that others refer to.
    fn write(&mut self, past: &mut Past<'_>, holder: Holder, entries: &Entries) -> Result<(), Problem> {
        if let Some(unknown) = entries.keys().find(|key| key.parse::<EntryKind>().is_err()) {
            return Err(wrong(FILE, unknown));
        }
        for kind in EntryKind::ALL {
            for told in entries.get(kind.as_str()).into_iter().flatten() {
                let ago = told.get(TOLD).and_then(toml::Value::as_integer);
                // Nobody writes a plan in a day.
                let ago = ago.unwrap_or(30 + self.number * 13 % 50);
                let book = past.on(workday(from(self.today, -ago)));
                let input = self.input(book, *kind, told)?;
                let id = match seen_before(book, *kind, holder, told)? {
                    Some(sign) => entry::edit(book, *kind, sign, &input)?.value,
                    None => entry::add(book, *kind, holder, &input)?.value,
                };
                let main = kind.spec().main_field().and_then(|field| told.get(field.key));
                if let Some(words) = main.and_then(toml::Value::as_str) {
                    self.known.push((*kind, words.to_owned(), id));
                }
                self.number += 1;
            }
        }
        Ok(())
    }

    fn input(&self, book: &Book, kind: EntryKind, told: &toml::Table) -> Result<EntryInput, Problem> {
        let mut input = EntryInput::default();
        for (key, value) in told.iter().filter(|(key, _)| *key != TOLD) {
            let field = kind.spec().field(key).ok_or_else(|| wrong(FILE, key))?;
            input = input.with(key, self.value(book, field, value)?);
        }
        Ok(input)
    }

    fn value(&self, book: &Book, field: &Field, told: &toml::Value) -> Result<Value, Problem> {
        use toml::Value::{Boolean, Integer, String};
        Ok(match (field.form, told) {
            (Form::Day, Integer(days)) => Value::Day(workday(from(self.today, *days))),
            (Form::Quarter, Integer(quarters)) => {
                let months = Months::new(u32::try_from(quarters.unsigned_abs() * 3).unwrap_or_default());
                let day = match *quarters < 0 {
                    true => self.today.checked_sub_months(months),
                    false => self.today.checked_add_months(months),
                };
                Period::quarter_of(day.unwrap_or(self.today), 1).to_string().as_str().into()
            }
            (Form::Money { .. }, Integer(thousands)) => {
                Value::Money(thousandths(thousands * 1_000_000, self.currency))
            }
            (Form::Decimal, Integer(number)) => Value::Number(number * 1000),
            (Form::Number { .. } | Form::Stars(_) | Form::Rate, Integer(number)) => Value::Number(*number),
            (Form::Flag, Boolean(flag)) => Value::Flag(*flag),
            (Form::Reference(target), String(words)) => self.reference(book, target, words)?,
            (_, String(text)) => text.as_str().into(),
            (_, other) => return Err(wrong(FILE, other)),
        })
    }

    /// What an entry refers to.
    fn reference(&self, book: &Book, target: Target, words: &str) -> Result<Value, Problem> {
        Ok(Value::Id(match target {
            Target::Colleague if words == MYSELF => return Ok(ME.into()),
            Target::Colleague => return Ok(words.into()),
            Target::Record(RecordKind::Contact) => self.cast.person(words)?,
            Target::Record(RecordKind::Product) => {
                let product = self.files.products.iter().find(|product| product.name.contains(words));
                named(book, &product.ok_or_else(|| wrong(FILE, &words))?.name, RecordKind::Product)?
            }
            Target::Record(kind) => named(book, words, kind)?,
            Target::Stage => {
                let stage = book.stages()?.into_iter().find(|stage| stage.key == words);
                stage.ok_or_else(|| wrong(FILE, &words))?.id
            }
            Target::Entry(kind) => {
                let meant = |known: &&(EntryKind, std::string::String, Id)| {
                    known.0 == kind && known.1.starts_with(words)
                };
                self.known.iter().find(meant).ok_or_else(|| wrong(FILE, &words))?.2
            }
        }))
    }
}

fn named(book: &Book, words: &str, kind: RecordKind) -> Result<Id, Problem> {
    Ok(the_one(book.named(words, &[kind])?, words, &[kind])?.id)
}

/// The exit sign that a plan tells more of, where the deal's course has told of it.
fn seen_before(
    book: &Book,
    kind: EntryKind,
    holder: Holder,
    told: &toml::Table,
) -> Result<Option<Id>, Problem> {
    let Some(stage) = told.get("stage").and_then(toml::Value::as_str).filter(|_| kind == EntryKind::ExitSign)
    else {
        return Ok(None);
    };
    let stage = book.stages()?.into_iter().find(|one| one.key == stage).map(|stage| stage.id);
    let known = book.entries(kind, holder)?;
    Ok(known.iter().find(|sign| sign.refers_to("stage") == stage).map(|sign| sign.id))
}
