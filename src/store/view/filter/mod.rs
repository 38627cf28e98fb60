//! Filters as conditions in SQL: the one place where a filter's fields meet the tables.

mod attention;
mod money;
mod places;

use chrono::NaiveDate;
use rusqlite::types::Value;

use self::places::{Place, place};
use super::list::Clause;
use crate::domain::filter::{
    Condition, Context, CustomField, FilterError, Kind, Owner, Span, Subject, Target, Test, check, parse,
};
use crate::domain::text::{fold, name_key};
use crate::domain::word::RecordKind;
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::search::query;

/// SQL that is true, false or NULL, and the values of its question marks.
type Sql = (String, Vec<Value>);

impl Book {
    /// What a filter means for a kind of record in this book, today.
    ///
    /// # Errors
    /// [`crate::store::Error`] where the book cannot be read; inside, what is wrong with the filter.
    pub fn conditions(
        &self,
        kind: Kind,
        text: &str,
    ) -> Result<std::result::Result<Vec<Condition>, FilterError>> {
        let settings = self.settings()?;
        let stages = self.stages_as_of(None)?;
        let custom: Vec<CustomField> = self
            .custom_fields(record_kind(kind))?
            .into_iter()
            .map(|field| CustomField { key: field.key, label: field.label, holds: field.kind.into() })
            .collect();
        let context = Context {
            today: self.today(),
            first_month: settings.fiscal_first_month,
            base: settings.base_currency,
            stages: &stages,
            custom: &custom,
        };
        Ok(parse(text).and_then(|filter| check(&filter, kind, &context)))
    }

    /// The records of a kind that meet all of these conditions.
    pub fn filtered(&self, kind: Kind, conditions: &[Condition]) -> Result<Clause> {
        let compiler = Compiler { book: self, kind };
        let mut clause = Clause::default();
        for condition in conditions {
            let (sql, values) = compiler.test(&condition.test)?;
            clause = match condition.negated {
                // A test fails on a record that has no value to be tested.
                true => clause.and(&format!("NOT coalesce(({sql}), 0)"), values),
                false => clause.and(&format!("({sql})"), values),
            };
        }
        Ok(clause)
    }
}

fn record_kind(kind: Kind) -> RecordKind {
    match kind {
        Kind::Accounts => RecordKind::Account,
        Kind::Contacts => RecordKind::Contact,
        Kind::Deals => RecordKind::Deal,
        Kind::Activities => RecordKind::Activity,
    }
}

struct Compiler<'a> {
    book: &'a Book,
    kind: Kind,
}

impl Compiler<'_> {
    /// The name of the table, which begins every column.
    fn table(&self) -> &'static str {
        record_kind(self.kind).as_str()
    }

    fn test(&self, test: &Test) -> Result<Sql> {
        Ok(match test {
            Test::Words(words) => self.words(words),
            Test::Tag(tag) => {
                let table = self.table();
                let sql = format!(
                    "EXISTS (SELECT 1 FROM tagging JOIN tag ON tag.id = tag_id
                     WHERE record_id = {table}.id AND tag.name_key = ?)"
                );
                (sql, vec![name_key(tag).into()])
            }
            Test::Present(target) => self.present(target)?,
            Test::Text { target, whole, any_of } => {
                let test = if *whole { "keybook_fold({}) = ?" } else { "instr(keybook_fold({}), ?) > 0" };
                let tests = any_of.iter().map(|text| (test.to_owned(), vec![fold(text).into()]));
                self.place(target).any(tests)
            }
            Test::OneOf { subject: Subject::Attention, any_of } => {
                let keys = any_of.iter().copied();
                any(keys.map(|key| attention::reason(self.book, key)).collect::<Result<Vec<_>>>()?)
            }
            Test::OneOf { subject, any_of } => {
                let tests =
                    any_of.iter().map(|key| ("{} = ?".to_owned(), vec![Value::from(key.to_string())]));
                place(self.kind, *subject).any(tests)
            }
            Test::Stage(stages) => {
                any(stages.iter().map(|id| ("deal.stage_id = ?".to_owned(), vec![id.0.into()])))
            }
            Test::Owner(owners) => any(owners.iter().map(|owner| self.owner(owner))),
            Test::Currency(currencies) => {
                let tests = currencies
                    .iter()
                    .map(|currency| ("{} = ?".to_owned(), vec![Value::from(currency.code().to_owned())]));
                place(self.kind, Subject::Currency).any(tests)
            }
            Test::Days { target, any_of } => {
                self.place(target).any(any_of.iter().map(|span| within(*span, day)))
            }
            Test::Number { target, any_of } => {
                self.place(target).any(any_of.iter().map(|span| within(*span, Value::from)))
            }
            Test::Amount { target, any_of } => {
                let tests = any_of.iter().map(|amounts| self.amounts(target, amounts));
                any(tests.collect::<Result<Vec<_>>>()?)
            }
        })
    }

    /// Words anywhere in the record, or in the name of its account, which every list shows.
    fn words(&self, words: &str) -> Sql {
        let table = self.table();
        let mut tests = Vec::new();
        for subject in [Subject::Name, Subject::Text, Subject::Account] {
            let place = place(self.kind, subject);
            tests.push(place.any([("instr(keybook_fold({}), ?) > 0".to_owned(), vec![fold(words).into()])]));
        }
        if let Some(query) = query(words) {
            let sql = format!("{table}.id IN (SELECT rowid FROM search WHERE search MATCH ?)");
            tests.push((sql, vec![query.into()]));
        }
        any(tests)
    }

    fn owner(&self, owner: &Owner) -> Sql {
        let table = self.table();
        match owner {
            Owner::Me => (format!("{table}.owner_id IN (SELECT id FROM colleague WHERE is_me)"), Vec::new()),
            Owner::Named(name) => {
                let sql = format!(
                    "{table}.owner_id IN (SELECT id FROM colleague WHERE instr(keybook_fold(name), ?) > 0)"
                );
                (sql, vec![fold(name).into()])
            }
        }
    }

    fn present(&self, target: &Target) -> Result<Sql> {
        Ok(match target {
            Target::Own(Subject::Attention) => attention::any_reason(self.book)?,
            Target::Own(Subject::Deals | Subject::OpenAmount) => {
                let open = "EXISTS (SELECT 1 FROM deal WHERE account_id = account.id AND status = 'open')";
                (open.to_owned(), Vec::new())
            }
            _ => self.place(target).any([("{} <> ''".to_owned(), Vec::new())]),
        })
    }

    fn place(&self, target: &Target) -> Place {
        match target {
            Target::Own(subject) => place(self.kind, *subject),
            Target::Custom(key) => Place::custom(self.kind, key),
        }
    }
}

/// Any of these tests holds; none of none.
fn any(tests: impl IntoIterator<Item = Sql>) -> Sql {
    let (sql, values): (Vec<String>, Vec<Vec<Value>>) = tests.into_iter().unzip();
    match sql.is_empty() {
        true => ("0".to_owned(), Vec::new()),
        false => (sql.join(" OR "), values.concat()),
    }
}

/// That a value, written `{}`, lies in a stretch.
fn within<T>(span: Span<T>, value: impl Fn(T) -> Value) -> Sql {
    let ends = [("{} >= ?", span.from), ("{} <= ?", span.to)];
    let (sql, values): (Vec<&str>, Vec<Value>) =
        ends.into_iter().filter_map(|(sql, end)| Some((sql, value(end?)))).unzip();
    match sql.is_empty() {
        true => ("{} IS NOT NULL".to_owned(), values),
        false => (sql.join(" AND "), values),
    }
}

fn day(day: NaiveDate) -> Value {
    Value::from(day.to_string())
}
