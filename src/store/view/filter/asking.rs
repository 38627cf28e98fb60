//! One condition of a checked filter, asked of a record's row.

use rusqlite::types::Value;

use super::place::{Place, place};
use super::{any, one_of, plain, record_kind, spans, with};
use crate::domain::attention::{Reason, Thresholds};
use crate::domain::filter::{AmountSpan, Condition, Kind, Owner, Subject, Target, Test};
use crate::domain::funnel::Rates;
use crate::domain::id::Id;
use crate::domain::money::Currency;
use crate::domain::segment::posture::Posture;
use crate::domain::text::{fold, name_key};
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::search;
use crate::store::table::attachment::CustomField;
use crate::store::view::list::Clause;
use crate::store::view::{attention, expression};

/// What the conditions of a filter are asked with.
pub(super) struct Asking<'a> {
    pub book: &'a Book,
    pub kind: Kind,
    pub base: Currency,
    pub rates: Rates,
    pub thresholds: Thresholds,
    pub custom: Vec<CustomField>,
}

impl Asking<'_> {
    /// A condition; negated, it holds where its test does not, also for want of a value.
    pub(super) fn condition(&self, condition: &Condition) -> Result<Clause> {
        let clause = self.test(&condition.test)?;
        Ok(match condition.negated {
            true => Clause { sql: format!("NOT coalesce({}, 0)", clause.sql), ..clause },
            false => clause,
        })
    }

    fn test(&self, test: &Test) -> Result<Clause> {
        let table = self.table();
        match test {
            Test::Words(words) => Ok(self.words(words)),
            Test::Tag(tag) => Ok(self.tags(std::slice::from_ref(tag))),
            Test::Present(target) => self.present(target),
            Test::Text { target, whole, any_of } => self.text(target, *whole, any_of),
            Test::OneOf { subject, any_of } => self.word_of_list(*subject, any_of),
            Test::Stage(ids) if ids.is_empty() => Ok(plain("0")),
            Test::Stage(ids) => {
                let places = vec!["?"; ids.len()].join(", ");
                let ids = ids.iter().map(|id| Value::Integer(id.0));
                Ok(with(format!("{table}.stage_id IN ({places})"), ids))
            }
            Test::Owner(owners) => Ok(any(owners.iter().map(|owner| self.owner(owner)))),
            Test::Currency(codes) => {
                Ok(one_of(&format!("{table}.currency"), codes.iter().map(|code| code.code())))
            }
            Test::Days { target, any_of } => match target {
                Target::Own(subject) => self.own(*subject, |value| spans::days(value, any_of)),
                Target::Custom(key) => Ok(self.custom(key, &spans::days("keybook_day(value)", any_of))),
            },
            Test::Number { target, any_of } => match target {
                Target::Own(subject) => self.own(*subject, |value| spans::numbers(value, any_of)),
                Target::Custom(key) => {
                    Ok(self.custom(key, &spans::numbers("keybook_millionths(value)", any_of)))
                }
            },
            Test::Amount { target, any_of } => self.amount(target, any_of),
        }
    }

    fn table(&self) -> &'static str {
        match self.kind {
            Kind::Orders => "small_order",
            kind => record_kind(kind).as_str(),
        }
    }

    /// Words found through the index in the record's own texts, or in the name of its account.
    fn words(&self, words: &str) -> Clause {
        let table = self.table();
        let Some(query) = search::query(words) else {
            // Nothing but signs: the index does not know them.
            let name = match self.kind {
                Kind::Activities => "subject",
                Kind::Orders => "text",
                _ => "name",
            };
            return holds(&format!("{table}.{name}"), false, words);
        };
        let found = "IN (SELECT rowid FROM search WHERE search MATCH ?)";
        let own = match self.kind {
            // The index does not have them.
            Kind::Orders => holds("small_order.text", false, words),
            _ => with(format!("{table}.id {found}"), [Value::Text(query.clone())]),
        };
        match self.kind {
            Kind::Accounts => own,
            _ => {
                let named = Value::Text(format!("name : ({query})"));
                any([own, with(format!("{table}.account_id {found}"), [named])])
            }
        }
    }

    fn tags(&self, tags: &[String]) -> Clause {
        let table = self.table();
        let places = vec!["?"; tags.len()].join(", ");
        let keys = tags.iter().map(|tag| Value::Text(name_key(tag.trim_start_matches('#'))));
        with(
            format!(
                "{table}.id IN (SELECT record_id FROM tag JOIN tagging ON tagging.tag_id = tag.id
                   WHERE tag.name_key IN ({places}) AND record_kind = '{table}')"
            ),
            keys,
        )
    }

    fn present(&self, target: &Target) -> Result<Clause> {
        let table = self.table();
        let subject = match target {
            Target::Own(subject) => *subject,
            Target::Custom(key) => return Ok(self.custom(key, &plain("1"))),
        };
        Ok(match place(self.kind, subject) {
            Place::Own(value) | Place::Money(value, _) | Place::Letters(value) => {
                plain(format!("{} IS NOT NULL", self.book.resolved(value)?))
            }
            Place::Texts(texts) => any(texts.iter().map(|text| plain(format!("{text} IS NOT NULL")))),
            // A record that is named is there; rows that hang on this one may be none.
            Place::Among { key, .. } if key != format!("{table}.id") => plain(format!("{key} IS NOT NULL")),
            Place::Among { key, among, .. } => plain(format!("{key} IN ({among})")),
            Place::OpenAmount => plain(format!("{} > 0", expression::ACCOUNT_DEALS)),
            Place::Tags => plain(format!(
                "EXISTS (SELECT 1 FROM tagging WHERE record_id = {table}.id AND record_kind = '{table}')"
            )),
            Place::Posture => self.posture(|_| true)?,
            Place::Attention => self.attention(Reason::ALL)?,
        })
    }

    fn text(&self, target: &Target, whole: bool, words: &[String]) -> Result<Clause> {
        let fits = |texts: &[&str]| {
            let each = texts.iter().flat_map(|text| words.iter().map(|word| holds(text, whole, word)));
            any(each.collect::<Vec<_>>())
        };
        let subject = match target {
            Target::Own(subject) => *subject,
            Target::Custom(key) => return Ok(self.custom(key, &fits(&["value"]))),
        };
        Ok(match place(self.kind, subject) {
            Place::Own(value) => fits(&[&self.book.resolved(value)?]),
            Place::Texts(texts) => fits(texts),
            Place::Among { key, among, texts } => {
                let fits = fits(texts);
                with(format!("{key} IN ({among} WHERE {})", fits.sql), fits.values)
            }
            Place::Tags => self.tags(words),
            Place::Money(..) | Place::Letters(_) | Place::OpenAmount | Place::Posture | Place::Attention => {
                plain("0")
            }
        })
    }

    fn word_of_list(&self, subject: Subject, keys: &[&'static str]) -> Result<Clause> {
        let keys = || keys.iter().copied();
        Ok(match place(self.kind, subject) {
            Place::Own(value) => one_of(&self.book.resolved(value)?, keys()),
            Place::Letters(value) => {
                let value = self.book.resolved(value)?;
                any(keys().map(|key| plain(format!("instr({value}, '{key}') > 0"))))
            }
            Place::Among { key, among, texts } => {
                let fits = any(texts.iter().map(|text| one_of(text, keys())));
                with(format!("{key} IN ({among} WHERE {})", fits.sql), fits.values)
            }
            Place::Posture => self.posture(|posture| keys().any(|key| key == posture.as_str()))?,
            Place::Attention => {
                let reasons: Vec<Reason> = keys().filter_map(|key| key.parse().ok()).collect();
                self.attention(&reasons)?
            }
            Place::Texts(_) | Place::Money(..) | Place::OpenAmount | Place::Tags => plain("0"),
        })
    }

    fn attention(&self, reasons: &[Reason]) -> Result<Clause> {
        let sql = attention::needed_for(reasons, &self.thresholds, &self.book.usual_stays()?);
        Ok(plain(format!("(deal.status = 'open' AND {} <> 0)", self.book.resolved(&sql)?)))
    }

    /// The accounts towards which the posture, decided or by the rule, is one that fits.
    fn posture(&self, fits: impl Fn(Posture) -> bool) -> Result<Clause> {
        let all = self.book.postures()?.into_iter();
        let mut fitting: Vec<Id> =
            all.filter(|(_, posture)| fits(*posture)).map(|(account, _)| account).collect();
        // The same condition reads the same.
        fitting.sort_unstable();
        Ok(Clause::records(self.kind, &fitting))
    }

    fn owner(&self, owner: &Owner) -> Clause {
        let table = self.table();
        let fits = match owner {
            Owner::Me => plain("is_me = 1"),
            Owner::Named(name) => any([holds("name", false, name), holds("email", false, name)]),
        };
        with(format!("{table}.owner_id IN (SELECT id FROM colleague WHERE {})", fits.sql), fits.values)
    }

    /// A test of a value of the record's own row.
    fn own(&self, subject: Subject, fits: impl Fn(&str) -> Clause) -> Result<Clause> {
        Ok(match place(self.kind, subject) {
            Place::Own(value) => fits(&self.book.resolved(value)?),
            _ => plain("0"),
        })
    }

    fn amount(&self, target: &Target, any_of: &[AmountSpan]) -> Result<Clause> {
        let fits =
            |amount: &str, currency: &str| spans::amounts(amount, currency, any_of, &self.rates, self.base);
        let subject = match target {
            Target::Own(subject) => *subject,
            Target::Custom(key) => {
                return Ok(self.custom(key, &fits("keybook_minor(value)", "substr(value, -3)")));
            }
        };
        match place(self.kind, subject) {
            Place::Money(amount, currency) => Ok(fits(amount, currency)),
            Place::OpenAmount => {
                let each = any_of.iter().map(|AmountSpan { currency, span }| {
                    let sum = match currency {
                        None => self.book.resolved(expression::ACCOUNT_AMOUNT)?,
                        Some(code) => open_amount_in(*code),
                    };
                    Ok(spans::numbers(&sum, &[*span]))
                });
                Ok(any(each.collect::<Result<Vec<_>>>()?))
            }
            _ => Ok(plain("0")),
        }
    }

    /// A test of a record's value of a custom field.
    fn custom(&self, key: &str, fits: &Clause) -> Clause {
        let table = self.table();
        let field = self.custom.iter().find(|field| field.key == key).map(|field| field.id.0);
        let values = std::iter::once(field.map_or(Value::Null, Value::Integer)).chain(fits.values.clone());
        with(
            format!("{table}.id IN (SELECT record_id FROM custom_value WHERE field_id = ? AND {})", fits.sql),
            values,
        )
    }
}

/// What an account's open deals of one currency add up to.
fn open_amount_in(currency: Currency) -> String {
    format!(
        "(SELECT coalesce(keybook_joined(sum(amount >> 20), sum(amount & 1048575)), 0) FROM deal
           WHERE deal.account_id = account.id AND deal.status = 'open' AND deal.currency = '{currency}')"
    )
}

/// Holds where a text contains a word, or is it.
fn holds(text: &str, whole: bool, word: &str) -> Clause {
    let function = if whole { "keybook_same" } else { "keybook_holds" };
    with(format!("{function}({text}, ?)"), [Value::Text(fold(word))])
}
