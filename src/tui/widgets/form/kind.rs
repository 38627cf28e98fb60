//! What sort of value a field's text is, beside being text: it is read as one types, and said what it was
//! understood as.

use crate::domain::money::Currency;
use crate::domain::{amount, date, number};
use crate::report::{grouped, percent};
use crate::tr;
use crate::tui::look::Look;

/// The sort of a value.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Kind {
    /// Any.
    #[default]
    Plain,
    /// A day.
    Day,
    /// A day that has been, or today.
    PastDay,
    /// An amount, in a currency unless it names another.
    Money(Currency),
    /// A currency by its code: that of the form's amounts.
    Currency,
    /// A rate.
    Percent,
    /// A whole number, not below zero.
    Whole,
}

impl Kind {
    /// What a text is understood as; nothing where that is plain to see, or it is not understood.
    pub fn understood(self, look: &Look, text: &str) -> Option<String> {
        if text.is_empty() {
            return None;
        }
        match self {
            Kind::Day | Kind::PastDay => date::parse(text, look.today).map(|day| look.long_date(day)),
            Kind::Money(currency) => {
                let money = amount::parse(text, currency).ok()?;
                let figure = grouped(i128::from(money.minor), money.currency, true);
                Some(format!("{figure} {}", money.currency))
            }
            Kind::Percent => number::basis_points(text).map(percent),
            Kind::Plain | Kind::Currency | Kind::Whole => None,
        }
    }

    /// What is wrong with a text.
    pub fn wrong(self, look: &Look, text: &str) -> Option<String> {
        let lang = look.lang;
        if text.is_empty() {
            return None;
        }
        let words = match self {
            Kind::Plain => return None,
            Kind::Day | Kind::PastDay => match date::parse(text, look.today) {
                None => tr!(lang, "form.no_date"),
                Some(day) if self == Kind::PastDay && day > look.today => tr!(lang, "form.future"),
                Some(_) => return None,
            },
            Kind::Money(currency) if amount::parse(text, currency).is_err() => tr!(lang, "form.no_amount"),
            Kind::Currency if currency(text).is_none() => tr!(lang, "first_start.no_currency"),
            Kind::Percent if number::basis_points(text).is_none() => tr!(lang, "field.no_rate"),
            Kind::Whole if whole(text).is_none() => tr!(lang, "field.no_number"),
            Kind::Money(_) | Kind::Currency | Kind::Percent | Kind::Whole => return None,
        };
        Some(words.into_owned())
    }
}

/// A currency by its code, however it is written.
pub fn currency(text: &str) -> Option<Currency> {
    text.trim().to_uppercase().parse().ok()
}

/// A whole number with or without marks between its thousands.
pub fn whole(text: &str) -> Option<i64> {
    let plain = text.trim();
    if plain.starts_with(['-', '−']) {
        return None;
    }
    // Read as amounts are, with their thousands and multipliers; yen have no decimals.
    let yen: Currency = "JPY".parse().ok()?;
    amount::parse(plain, yen).ok().filter(|_| !amount::names_currency(plain)).map(|money| money.minor)
}
