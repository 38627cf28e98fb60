//! What fields are filled with and offer, in more than one form.

use crate::domain::id::Id;
use crate::domain::money::{Currency, Money};
use crate::domain::word::{FieldKind, RecordKind};
use crate::domain::yes_no;
use crate::report::words::Word;
use crate::store::table::attachment::CustomField;
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::look::Look;
use crate::tui::widgets::form::choice::Choice;
use crate::tui::widgets::form::kind::Kind;
use crate::tui::widgets::form::meaning::Novelty;

use super::sheet::{Concern, Sheet};

/// An amount as it stands in a field: figures without marks.
pub fn amount_text(minor: i64, currency: Currency) -> String {
    let text = Money::new(minor, currency).decimal();
    match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
        false => text,
    }
}

/// The currencies that are offered: the base currency first, then those of most trade.
pub fn currencies(base: Currency) -> Vec<Choice> {
    let usual = ["EUR", "USD", "CNY", "GBP", "JPY", "CHF", "HKD", "SGD"];
    let others = usual.into_iter().filter(|code| *code != base.code());
    std::iter::once(base.code()).chain(others).map(|code| Choice::new(code, code)).collect()
}

/// Those of ours who own records, and `me` for the person at the keyboard.
///
/// # Errors
/// What the store could not read.
pub fn owners(book: &Book, look: &Look) -> Result<Vec<Choice>> {
    let all = book.colleagues()?;
    let me =
        all.iter().find(|one| one.is_me).map(|me| Choice::new(me.name.clone(), tr!(look.lang, "field.me")));
    let named = all.iter().map(|colleague| Choice::new(colleague.name.clone(), colleague.name.clone()));
    Ok(named.chain(me).collect())
}

/// Words of a closed list, as they are called.
pub fn words<T: Copy + std::fmt::Display>(
    look: &Look,
    all: &[T],
    name: fn(crate::i18n::Lang, T) -> Word,
) -> Vec<Choice> {
    all.iter().map(|one| Choice::new(one.to_string(), name(look.lang, *one))).collect()
}

/// Yes and no, which stand for `true` and `false`.
pub fn yes_or_no(look: &Look) -> Vec<Choice> {
    either(look, ["true", "false"])
}

fn either(look: &Look, [yes, no]: [&str; 2]) -> Vec<Choice> {
    vec![Choice::new(yes, tr!(look.lang, "ask.yes")), Choice::new(no, tr!(look.lang, "ask.no"))]
}

/// The tags that there are.
///
/// # Errors
/// What the store could not read.
pub fn tags(book: &Book) -> Result<Vec<Choice>> {
    Ok(book.tags()?.into_iter().map(|tag| Choice::new(tag.name.clone(), tag.name)).collect())
}

/// The tags of a record.
///
/// # Errors
/// What the store could not read.
pub fn tags_of(book: &Book, id: Option<Id>) -> Result<Vec<String>> {
    let Some(id) = id else { return Ok(Vec::new()) };
    Ok(book.tags_of(&[id])?.remove(&id).unwrap_or_default())
}

/// The account that a record belongs to; it is told anew where `propose` holds, and may be new.
pub fn account(sheet: Sheet, look: &Look, account: Option<(Id, String)>, propose: bool) -> Sheet {
    let (label, hint) = (tr!(look.lang, "column.account"), tr!(look.lang, "ask.account_hint"));
    sheet
        .record(label, hint, RecordKind::Account, account, propose)
        .called("account")
        .or_new(Novelty::Account)
        .about(Concern::Named(RecordKind::Account))
}

/// Who of ours looks after a record; it may be somebody new.
///
/// # Errors
/// What the store could not read.
pub fn owner(sheet: Sheet, book: &Book, look: &Look, owner: Option<&str>) -> Result<Sheet> {
    let (label, hint) = (tr!(look.lang, "column.owner"), tr!(look.lang, "ask.owner_hint"));
    let sheet = sheet.one_of(label, hint, owners(book, look)?, owner, true);
    Ok(sheet.called("owner").or_new(Novelty::Colleague))
}

/// What is beside the point of a record, and yet belongs to it: its tags, its notes, and the fields that the
/// person added.
///
/// # Errors
/// What the store could not read.
pub fn beside(
    sheet: Sheet,
    book: &Book,
    look: &Look,
    id: Option<Id>,
    notes: Option<&str>,
    own: &OwnFields,
) -> Result<Sheet> {
    let lang = look.lang;
    let sheet = sheet
        .heading(tr!(lang, "group.notes"))
        .several(tr!(lang, "column.tags"), tr!(lang, "ask.tags_hint"), tags(book)?, &tags_of(book, id)?, true)
        .called("tags")
        .or_new(Novelty::Tag)
        .lines(tr!(lang, "column.notes"), tr!(lang, "ask.notes_hint"), notes)
        .called("notes");
    Ok(own.put(sheet, look))
}

/// The fields that the person added to a kind of record, each with what a record has in it.
#[derive(Debug, Clone)]
pub struct OwnFields(Vec<(CustomField, Option<String>)>);

impl OwnFields {
    /// Those of a kind of record, and what one of them has.
    ///
    /// # Errors
    /// What the store could not read.
    pub fn of(book: &Book, kind: RecordKind, id: Option<Id>) -> Result<OwnFields> {
        let mut values = match id {
            Some(id) => book.fields_of(&[id])?.remove(&id).unwrap_or_default(),
            None => Vec::new(),
        };
        let fields = book.custom_fields(kind)?.into_iter().map(|field| {
            let at = values.iter().position(|value| value.key == field.key);
            (field, at.map(|at| values.swap_remove(at).value))
        });
        Ok(OwnFields(fields.collect()))
    }

    /// The sheet with a field for each, under a heading.
    pub fn put(&self, mut sheet: Sheet, look: &Look) -> Sheet {
        for (index, (field, value)) in self.0.iter().enumerate() {
            if index == 0 {
                sheet = sheet.heading(tr!(look.lang, "group.own"));
            }
            let label = Word::from(field.label.clone());
            let value = value.as_deref();
            sheet = match field.sort() {
                FieldKind::Choice => {
                    let choices: Vec<Choice> = field.listed().map(|one| Choice::new(one, one)).collect();
                    sheet.one_of(label, choice_hint(&choices), choices, value, false)
                }
                FieldKind::YesNo => {
                    let choices = either(look, [yes_no::YES, yes_no::NO]);
                    sheet.one_of(label, choice_hint(&choices), choices, value, false)
                }
                FieldKind::Date => sheet.text(label, tr!(look.lang, "ask.date_hint"), value).of(Kind::Day),
                FieldKind::Money => {
                    sheet.text(label, tr!(look.lang, "ask.amount_hint"), value).of(Kind::Money(look.base))
                }
                FieldKind::Number | FieldKind::Text => sheet.text(label, "".into(), value),
            };
            sheet = sheet.called(own_name(&field.key)).about(Concern::Own(field.key.clone()));
        }
        sheet
    }

    /// What is told in them: the field's key, and the value; none where it was emptied.
    ///
    /// # Errors
    /// Where a value is none of its field's sort.
    pub fn told(
        &self,
        told: &super::told::Told<'_>,
    ) -> std::result::Result<Vec<(String, Option<String>)>, crate::tui::dialogs::form::Refusal> {
        let mut all = Vec::new();
        for (field, _) in &self.0 {
            let name = own_name(&field.key);
            let name = name.as_str();
            let value = match field.sort() {
                FieldKind::Date => told.date(name)?.map(|day| day.map(|day| day.to_string())),
                FieldKind::Money => match told.text(name) {
                    None => None,
                    Some(_) => Some(
                        told.money(name, told.base())?
                            .map(|money| format!("{} {}", money.decimal(), money.currency)),
                    ),
                },
                _ => told.text(name),
            };
            all.extend(value.map(|value| (field.key.clone(), value)));
        }
        Ok(all)
    }
}

/// By which a field that the person added is known in a form.
pub fn own_name(key: &str) -> String {
    format!("own:{key}")
}

/// What may be chosen, in a row.
pub fn choice_hint(choices: &[Choice]) -> Word {
    let labels: Vec<&str> = choices.iter().map(|choice| choice.label.as_str()).collect();
    labels.join(" · ").into()
}
