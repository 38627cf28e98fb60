//! A form of a record as it was and as it is told now: only what differs is changed.

use std::str::FromStr;

use chrono::NaiveDate;

use crate::domain::id::Id;
use crate::domain::money::{Currency, Money};
use crate::domain::word::RecordKind;
use crate::domain::{amount, date};
use crate::i18n::Lang;
use crate::ops::Field as Change;
use crate::report::words::Word;
use crate::tr;
use crate::tui::dialogs::form::{FormDialog, Refusal};
use crate::tui::look::Look;
use crate::tui::step::Step;
use crate::tui::widgets::form::Field;
use crate::tui::widgets::form::choice::{Choice, Takes};

/// The fields of a form, and what stood in them.
#[derive(Default)]
pub struct Sheet {
    fields: Vec<Field>,
    before: Vec<String>,
}

/// What the fields say now, beside what they said.
pub struct Told<'a> {
    answers: &'a [String],
    before: &'a [String],
    look: &'a Look,
}

impl Sheet {
    /// A field for any text.
    pub fn text(self, label: Word, hint: Word, before: Option<&str>) -> Sheet {
        let before = before.unwrap_or_default().to_owned();
        self.with(Field::new(label, hint, &before), before)
    }

    /// A field with something proposed for it, which counts as told.
    pub fn proposed(self, label: Word, hint: Word, proposal: &str) -> Sheet {
        self.with(Field::new(label, hint, proposal), String::new())
    }

    /// A field for one of several; the one with the value `before` stands in it.
    pub fn one_of(
        self,
        label: Word,
        hint: Word,
        list: Vec<Choice>,
        before: Option<&str>,
        open: bool,
    ) -> Sheet {
        let before = before.unwrap_or_default().to_owned();
        let shown = list.iter().find(|choice| choice.value == before).map(|choice| choice.label.clone());
        let field = Field::new(label, hint, &shown.unwrap_or_else(|| before.clone()));
        self.with(field.taking(Takes::OneOf { list, open }), before)
    }

    /// A field for a record; `before` is told anew where `propose` holds.
    pub fn record(
        self,
        label: Word,
        hint: Word,
        kind: RecordKind,
        before: Option<(Id, String)>,
        propose: bool,
    ) -> Sheet {
        let (id, name) = before.map(|(id, name)| (id.to_string(), name)).unwrap_or_default();
        let field = Field::new(label, hint, &name).taking(Takes::Record(kind));
        self.with(field, if propose { String::new() } else { id })
    }

    /// The form; `accept` turns what is told into steps, or says which field is wrong.
    pub fn dialog(
        self,
        title: Word,
        words: String,
        accept: impl Fn(&Told<'_>) -> Result<Vec<Step>, Refusal> + 'static,
    ) -> FormDialog {
        let before = self.before;
        FormDialog::new(title, words, self.fields, move |answers, look| {
            accept(&Told { answers, before: &before, look })
        })
    }

    fn with(mut self, field: Field, before: String) -> Sheet {
        self.fields.push(field);
        self.before.push(before);
        self
    }
}

impl Told<'_> {
    /// What a field says.
    pub fn says(&self, at: usize) -> &str {
        self.answers.get(at).map(String::as_str).unwrap_or_default()
    }

    /// The language that is spoken with.
    pub fn lang(&self) -> Lang {
        self.look.lang
    }

    /// What a field says now, if it says something else than before: nothing where it was emptied.
    pub fn text(&self, at: usize) -> Change<String> {
        let now = self.says(at);
        let changed = self.before.get(at).is_none_or(|before| before != now);
        changed.then(|| Some(now.to_owned()).filter(|text| !text.is_empty()))
    }

    /// A name, which must not be empty.
    ///
    /// # Errors
    /// Where it is.
    pub fn name(&self, at: usize) -> Result<Option<String>, Refusal> {
        match self.text(at) {
            _ if self.says(at).is_empty() => Err(self.needed(at)),
            told => Ok(told.flatten()),
        }
    }

    /// One of several words.
    pub fn word<T: FromStr>(&self, at: usize) -> Change<T> {
        self.text(at).map(|told| told.and_then(|word| word.parse().ok()))
    }

    /// A date, in words or figures.
    ///
    /// # Errors
    /// Where it is none.
    pub fn date(&self, at: usize) -> Result<Change<NaiveDate>, Refusal> {
        let Some(told) = self.text(at) else { return Ok(None) };
        let day = told.map(|text| {
            let refuse = || self.refuse(at, tr!(self.look.lang, "form.no_date"));
            date::parse(&text, self.look.today).ok_or_else(refuse)
        });
        day.transpose().map(Some)
    }

    /// A date that has been, or today.
    ///
    /// # Errors
    /// Where it is none, or lies in the future.
    pub fn past_date(&self, at: usize) -> Result<Option<NaiveDate>, Refusal> {
        let day = self.date(at)?.flatten();
        match day.filter(|day| *day > self.look.today) {
            Some(_) => Err(self.refuse(at, tr!(self.look.lang, "form.future"))),
            None => Ok(day),
        }
    }

    /// An amount as typed, in a currency unless it names another.
    ///
    /// # Errors
    /// Where it is none.
    pub fn money(&self, at: usize, currency: Currency) -> Result<Option<Money>, Refusal> {
        match self.says(at) {
            "" => Ok(None),
            text => match amount::parse(text, currency) {
                Ok(money) => Ok(Some(money)),
                Err(_) => Err(self.refuse(at, tr!(self.look.lang, "form.no_amount"))),
            },
        }
    }

    /// A currency by its code.
    ///
    /// # Errors
    /// Where it is none.
    pub fn currency(&self, at: usize) -> Result<Currency, Refusal> {
        match self.says(at) {
            "" => Ok(self.look.base),
            code => code
                .to_uppercase()
                .parse()
                .map_err(|_| self.refuse(at, tr!(self.look.lang, "first_start.no_currency"))),
        }
    }

    /// Several texts with commas between them, if they are others than before.
    pub fn list(&self, at: usize) -> Option<Vec<String>> {
        let told = self.text(at)?.unwrap_or_default();
        let parts = told.split([',', ';', '，', '；', '、']).map(str::trim).filter(|part| !part.is_empty());
        Some(parts.map(str::to_owned).collect())
    }

    /// That a field must not be empty.
    pub fn needed(&self, field: usize) -> Refusal {
        self.refuse(field, tr!(self.look.lang, "form.needed"))
    }

    /// That a field is wrong.
    pub fn refuse(&self, field: usize, error: Word) -> Refusal {
        Refusal { field, error: error.into_owned() }
    }
}

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
