//! What is told of an entry on the command line, read by the form of each field.

use clap::ArgMatches;

use super::find;
use crate::cli::desk::Desk;
use crate::cli::failure::Failure;
use crate::cli::{name, value};
use crate::domain::entry::{EntryKind, Field, Form, Holder, Target, Value};
use crate::domain::number;
use crate::domain::stage;
use crate::domain::text::fold;
use crate::domain::word::RecordKind;
use crate::i18n::Lang;
use crate::ops::Problem;
use crate::ops::entry::EntryInput;
use crate::report::entry_words;
use crate::report::problem::Explained;
use crate::store::Book;
use crate::tr;

/// What is told; an empty text empties its field.
pub(super) fn input(
    desk: &Desk,
    book: &Book,
    kind: EntryKind,
    holder: Holder,
    told: &ArgMatches,
) -> Result<EntryInput, Failure> {
    let mut input = EntryInput::default();
    for field in kind.spec().fields {
        let Some(text) = told.get_one::<String>(field.key) else { continue };
        let value = match text.trim() {
            "" => None,
            _ => Some(read(desk, book, field, holder, text)?),
        };
        input.values.push((field.key.to_owned(), value));
    }
    Ok(input)
}

/// A field's value from its text.
fn read(desk: &Desk, book: &Book, field: &Field, holder: Holder, text: &str) -> Result<Value, Failure> {
    let lang = desk.lang;
    let flag = format!("--{}", field.key.replace('_', "-"));
    let number = |number: Option<i64>| {
        number.map(Value::Number).ok_or_else(|| {
            Failure::Usage(Explained::new(tr!(lang, "usage.bad_value", flag = flag, value = text)))
        })
    };
    Ok(match field.form {
        Form::Line | Form::Text => Value::from(text),
        Form::Number { .. } => number(text.trim().parse().ok())?,
        Form::Stars(_) => number(stars(text))?,
        Form::Decimal => number(number::signed_thousandths(text))?,
        Form::Rate => number(number::basis_points(text))?,
        Form::Flag => Value::Flag(yes_or_no(lang, &flag, text)?),
        Form::Word(known) => Value::Text(word(lang, &flag, field, known, text)?),
        Form::Quarter => Value::Text(value::period(lang, &flag, text)?.to_string()),
        Form::Day => Value::Day(value::day(lang, &flag, text, desk.today())?),
        Form::Money { .. } => {
            let base = book.settings()?.base_currency;
            let (text, sign) = text.trim().strip_prefix('-').map_or((text, 1), |text| (text, -1));
            let mut money = value::money(lang, &flag, text, base)?;
            money.minor *= sign;
            Value::Money(money)
        }
        Form::Reference(target) => refer(book, target, holder, text)?,
    })
}

/// What a text refers to; one of ours stays a name, since a new one is made of it.
fn refer(book: &Book, target: Target, holder: Holder, text: &str) -> Result<Value, Failure> {
    Ok(match target {
        Target::Colleague => Value::from(text),
        Target::Record(RecordKind::Contact) => Value::Id(name::contact(book, text)?),
        Target::Record(RecordKind::Product) => Value::Id(name::product(book, text)?),
        Target::Record(kind) => Value::Id(name::one(book, text, &[kind])?.id),
        Target::Entry(kind) => Value::Id(find::on_account(book, kind, holder, text)?),
        Target::Stage => {
            let stages = book.stages_as_of(None)?;
            let known = || stages.iter().map(|stage| stage.key.clone()).collect();
            let found = stage::find(&stages, text);
            Value::Id(found.ok_or_else(|| Problem::NoStage { word: text.to_owned(), known: known() })?.id)
        }
    })
}

/// A word of a closed list: its key (hyphens are as good), or what it is called in either language.
fn word(lang: Lang, flag: &str, field: &Field, known: &[&str], text: &str) -> Result<String, Failure> {
    let wanted = fold(text);
    let key = wanted.replace([' ', '-'], "_");
    let means = |word: &&&str| {
        let names = [Lang::En, Lang::Zh].map(|lang| fold(&entry_words::choice(lang, field.key, word)));
        **word == key || names.contains(&wanted)
    };
    known.iter().find(means).map(|word| (*word).to_owned()).ok_or_else(|| {
        let what = tr!(lang, "cli.not_a_word", flag = flag, text = text);
        Failure::Usage(Explained::new(what).hint(tr!(lang, "cli.not_a_word_hint", known = lang.list(known))))
    })
}

fn yes_or_no(lang: Lang, flag: &str, text: &str) -> Result<bool, Failure> {
    match fold(text).as_str() {
        "yes" | "y" | "true" | "1" | "是" => Ok(true),
        "no" | "n" | "false" | "0" | "否" => Ok(false),
        _ => {
            let what = tr!(lang, "cli.not_a_word", flag = flag, text = text);
            Err(Failure::Usage(Explained::new(what).hint(tr!(
                lang,
                "cli.not_a_word_hint",
                known = "yes, no"
            ))))
        }
    }
}

/// Stars as a number, or as stars.
fn stars(text: &str) -> Option<i64> {
    let text = text.trim();
    match text.chars().all(|letter| matches!(letter, '*' | '★')) {
        true => i64::try_from(text.chars().count()).ok(),
        false => text.parse().ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_are_read_as_people_write_them() {
        assert_eq!((stars("3"), stars("***"), stars("★★"), stars("x")), (Some(3), Some(3), Some(2), None));
    }
}
