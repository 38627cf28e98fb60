//! What a form is told: what differs from what stood there is changed, nothing else.

use std::str::FromStr;

use chrono::NaiveDate;

use crate::domain::id::Id;
use crate::domain::money::{Currency, Money};
use crate::domain::{amount, date, number};
use crate::i18n::Lang;
use crate::ops::Field as Change;
use crate::report::words::Word;
use crate::tr;
use crate::tui::dialogs::form::Refusal;
use crate::tui::look::Look;
use crate::tui::widgets::form::meaning::NEW;
use crate::tui::widgets::form::{items, kind};

pub use super::sheet::{Concern, Sheet};
pub use super::usual::{amount_text, currencies};

/// What the fields say now, beside what they said.
pub struct Told<'a> {
    pub(super) answers: &'a [String],
    pub(super) before: &'a [String],
    pub(super) names: &'a [String],
    pub(super) look: &'a Look,
}

/// Which field: by its number, or by its name.
pub trait At: Copy {
    /// Its number.
    fn index(self, names: &[String]) -> usize;
}

impl At for usize {
    fn index(self, _names: &[String]) -> usize {
        self
    }
}

impl At for &str {
    fn index(self, names: &[String]) -> usize {
        names.iter().position(|name| name == self).unwrap_or(usize::MAX)
    }
}

/// A record that is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// One of the book.
    Known(Id),
    /// One that is to be made, by its name.
    New(String),
}

impl Who {
    /// Of what a field stands for.
    pub fn read(answer: &str) -> Option<Who> {
        match answer.strip_prefix(NEW) {
            Some(name) => Some(Who::New(name.to_owned())),
            None => answer.parse().ok().map(Who::Known),
        }
    }

    /// The id of a known one, and the name of a new one.
    pub fn parted(told: Change<Who>) -> (Change<Id>, Option<String>) {
        match told {
            None => (None, None),
            Some(None) => (Some(None), None),
            Some(Some(Who::Known(id))) => (Some(Some(id)), None),
            Some(Some(Who::New(name))) => (None, Some(name)),
        }
    }
}

impl Told<'_> {
    /// What a field says.
    pub fn says(&self, at: impl At) -> &str {
        self.answers.get(at.index(self.names)).map(String::as_str).unwrap_or_default()
    }

    /// The language that is spoken with.
    pub fn lang(&self) -> Lang {
        self.look.lang
    }

    /// What a field says now, if it says something else than before: nothing where it was emptied.
    pub fn text(&self, at: impl At) -> Change<String> {
        let now = self.says(at);
        // A field that the form does not have tells nothing.
        let changed = self.before.get(at.index(self.names)).is_some_and(|before| before != now);
        changed.then(|| Some(now.to_owned()).filter(|text| !text.is_empty()))
    }

    /// Whether the form has such a field: one that it does not have tells nothing.
    pub fn has(&self, at: impl At) -> bool {
        at.index(self.names) < self.answers.len()
    }

    /// A name, which must not be empty where it is asked for.
    ///
    /// # Errors
    /// Where it is.
    pub fn name(&self, at: impl At) -> Result<Option<String>, Refusal> {
        match self.text(at) {
            _ if !self.has(at) => Ok(None),
            _ if self.says(at).is_empty() => Err(self.needed(at)),
            told => Ok(told.flatten()),
        }
    }

    /// One of several words.
    pub fn word<T: FromStr>(&self, at: impl At) -> Change<T> {
        self.text(at).map(|told| told.and_then(|word| word.parse().ok()))
    }

    /// A date, in words or figures.
    ///
    /// # Errors
    /// Where it is none.
    pub fn date(&self, at: impl At) -> Result<Change<NaiveDate>, Refusal> {
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
    pub fn past_date(&self, at: impl At) -> Result<Option<NaiveDate>, Refusal> {
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
    pub fn money(&self, at: impl At, currency: Currency) -> Result<Option<Money>, Refusal> {
        match self.says(at) {
            "" => Ok(None),
            text => match amount::parse(text, currency) {
                Ok(money) => Ok(Some(money)),
                Err(_) => Err(self.refuse(at, tr!(self.look.lang, "form.no_amount"))),
            },
        }
    }

    /// A currency by its code; `before` where it is not asked for.
    ///
    /// # Errors
    /// Where it is none.
    pub fn currency_or(&self, at: impl At, before: Currency) -> Result<Currency, Refusal> {
        if self.has(at) { self.currency(at) } else { Ok(before) }
    }

    /// A currency by its code.
    ///
    /// # Errors
    /// Where it is none.
    pub fn currency(&self, at: impl At) -> Result<Currency, Refusal> {
        match self.says(at) {
            "" => Ok(self.look.base),
            code => code
                .to_uppercase()
                .parse()
                .map_err(|_| self.refuse(at, tr!(self.look.lang, "first_start.no_currency"))),
        }
    }

    /// Several texts with commas between them, if they are others than before.
    pub fn list(&self, at: impl At) -> Option<Vec<String>> {
        let told = self.text(at)?.unwrap_or_default();
        Some(items(&told).map(str::to_owned).collect())
    }

    /// The records of a field, all of them, if they are others than before.
    pub fn ids(&self, at: impl At) -> Option<Vec<Id>> {
        self.words(at)
    }

    /// Several words of a closed list, if they are others than before.
    pub fn words<T: FromStr>(&self, at: impl At) -> Option<Vec<T>> {
        Some(self.list(at)?.iter().filter_map(|word| word.parse().ok()).collect())
    }

    /// A rate in basis points.
    ///
    /// # Errors
    /// Where it is none.
    pub fn percent(&self, at: impl At) -> Result<Change<i64>, Refusal> {
        self.read(at, number::basis_points, tr!(self.look.lang, "field.no_rate"))
    }

    /// A whole number, not below zero.
    ///
    /// # Errors
    /// Where it is none.
    pub fn whole(&self, at: impl At) -> Result<Change<i64>, Refusal> {
        self.read(at, kind::whole, tr!(self.look.lang, "field.no_number"))
    }

    /// An amount, if it is another than before, or its currency is: `changed` says that.
    ///
    /// # Errors
    /// Where it is none.
    pub fn amount(&self, at: impl At, currency: Currency, changed: bool) -> Result<Change<Money>, Refusal> {
        let money = self.money(at, currency)?;
        Ok(Some(money).filter(|_| self.text(at).is_some() || changed && money.is_some()))
    }

    /// A record, or the name of one that is to be made.
    pub fn who(&self, at: impl At) -> Change<Who> {
        self.text(at).map(|told| told.and_then(|answer| Who::read(&answer)))
    }

    /// Tags to put on, and tags to take off.
    pub fn tags(&self, at: impl At) -> (Vec<String>, Vec<String>) {
        let Some(now) = self.list(at) else { return (Vec::new(), Vec::new()) };
        let before = self.before.get(at.index(self.names)).map(String::as_str).unwrap_or_default();
        let before: Vec<&str> = items(before).collect();
        let off = before.iter().filter(|tag| now.iter().all(|one| one != *tag)).map(ToString::to_string);
        let on = now.iter().filter(|tag| !before.contains(&tag.as_str())).cloned();
        (on.collect(), off.collect())
    }

    /// The lines of a field, each in its pieces, if they are others than before.
    pub fn pieces(&self, at: impl At) -> Option<Vec<Vec<String>>> {
        let told = self.text(at)?.unwrap_or_default();
        Some(told.lines().map(|line| line.split('\t').map(str::to_owned).collect()).collect())
    }

    /// The currency of totals.
    pub fn base(&self) -> Currency {
        self.look.base
    }

    /// How things are shown.
    pub fn look(&self) -> &Look {
        self.look
    }

    fn read<T>(&self, at: impl At, read: fn(&str) -> Option<T>, error: Word) -> Result<Change<T>, Refusal> {
        let Some(told) = self.text(at) else { return Ok(None) };
        let value = told.map(|text| read(&text).ok_or_else(|| self.refuse(at, error.clone())));
        value.transpose().map(Some)
    }

    /// That a field must not be empty.
    pub fn needed(&self, field: impl At) -> Refusal {
        self.refuse(field, tr!(self.look.lang, "form.needed"))
    }

    /// That a field is wrong.
    pub fn refuse(&self, field: impl At, error: Word) -> Refusal {
        Refusal { field: field.index(self.names), error: error.into_owned() }
    }
}
