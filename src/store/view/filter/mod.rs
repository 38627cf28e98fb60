//! From a filter as people type it to a condition in SQL.

mod asking;
mod place;
mod spans;

use rusqlite::types::Value;

use self::asking::Asking;
use super::list::Clause;
use crate::domain::attention::Thresholds;
use crate::domain::filter::{self, Condition, Context, FilterError, FilterErrorKind, Kind, Subject, Type};
use crate::domain::stage::Stage;
use crate::domain::word::{RecordKind, Status};
use crate::store::Error;
use crate::store::book::Book;

/// Why a filter could not be made a condition.
#[derive(Debug, thiserror::Error)]
pub enum FilterProblem {
    /// The book's own fault.
    #[error(transparent)]
    Store(#[from] Error),
    /// A word of the filter is to blame.
    #[error(transparent)]
    Filter(#[from] FilterError),
}

/// What a list of deals shows where its filter does not ask about their outcome.
const UNLESS_ASKED: &[Status] = &[Status::Open];

/// What is not kept over time: a book as of a past day knows nothing of it.
const NOT_KEPT: &[Subject] = &[Subject::Attention, Subject::Next, Subject::NextOn];

impl Book {
    /// The condition that a filter sets for a kind of record; deals are open ones unless the filter asks
    /// about their outcome. It holds for today, and until stages, exchange rates, thresholds or custom
    /// fields change.
    ///
    /// # Errors
    /// [`FilterProblem::Filter`] with the word that is to blame.
    pub fn clause(&self, kind: Kind, text: &str) -> Result<Clause, FilterProblem> {
        self.clause_among(kind, text, UNLESS_ASKED)
    }

    /// As [`Book::clause`], with the outcomes of the deals that are meant unless the filter asks about
    /// that itself: by their status, or by what only closed deals have, the day and the reason. Of a past
    /// day next steps and attention cannot be asked.
    ///
    /// # Errors
    /// [`FilterProblem::Filter`] with the word that is to blame.
    pub fn clause_among(&self, kind: Kind, text: &str, statuses: &[Status]) -> Result<Clause, FilterProblem> {
        let parsed = filter::parse(text)?;
        let settings = self.settings().map_err(FilterProblem::Store)?;
        let base = settings.base_currency;
        let stages: Vec<Stage> = self.stages()?.into_iter().map(Stage::from).collect();
        let rows = self.custom_fields(record_kind(kind))?;
        let custom: Vec<filter::CustomField> = rows
            .iter()
            .map(|field| filter::CustomField {
                key: field.key.clone(),
                label: field.label.clone(),
                holds: Type::from(field.sort()),
            })
            .collect();
        let context = Context {
            today: self.today(),
            first_month: settings.fiscal_first_month,
            base,
            stages: &stages,
            custom: &custom,
        };
        let conditions = filter::check(&parsed, kind, &context)?;
        if self.looks_back() {
            let mut asked = parsed.terms.iter().zip(conditions.chunks(1));
            let asks = |one: &[Condition]| NOT_KEPT.iter().any(|kept| filter::asks_about(one, *kept));
            if let Some((term, _)) = asked.find(|(_, one)| asks(one)) {
                let field = text.get(term.at.clone()).unwrap_or_default().to_owned();
                return Err(FilterErrorKind::NotKept { field }.at(term.at.clone()).into());
            }
        }
        let asking = Asking {
            book: self,
            kind,
            base,
            rates: self.rates_on(base, self.today())?,
            thresholds: Thresholds::from(&settings),
            custom: rows,
        };
        let mut clause = Clause::default();
        let outcome = [Subject::Status, Subject::Closed, Subject::Reason];
        let asked = outcome.iter().any(|subject| filter::asks_about(&conditions, *subject));
        if kind == Kind::Deals && !asked && statuses.len() < Status::ALL.len() {
            clause = clause.with(one_of("deal.status", statuses.iter().map(|status| status.as_str())));
        }
        for condition in &conditions {
            clause = clause.with(asking.condition(condition)?);
        }
        Ok(clause)
    }
}

/// Holds for deals with this outcome.
pub fn with_status(status: Status) -> Clause {
    one_of("deal.status", std::iter::once(status.as_str()))
}

/// The kind of record that tags and custom fields of a list hang on.
fn record_kind(kind: Kind) -> RecordKind {
    match kind {
        Kind::Accounts => RecordKind::Account,
        Kind::Contacts => RecordKind::Contact,
        Kind::Deals => RecordKind::Deal,
        Kind::Activities => RecordKind::Activity,
        Kind::Orders => RecordKind::Order,
    }
}

/// A condition without values.
fn plain(sql: impl Into<String>) -> Clause {
    Clause { sql: sql.into(), ..Clause::default() }
}

/// A condition with its values.
fn with(sql: impl Into<String>, values: impl IntoIterator<Item = Value>) -> Clause {
    Clause { sql: sql.into(), values: values.into_iter().collect(), ..Clause::default() }
}

/// Holds where any of these does; nowhere, where there are none.
fn any(clauses: impl IntoIterator<Item = Clause>) -> Clause {
    let mut clauses = clauses.into_iter();
    let Some(first) = clauses.next() else { return plain("0") };
    let joined = clauses.fold(first, |mut all, next| {
        all.sql.push_str(" OR ");
        all.sql.push_str(&next.sql);
        all.values.extend(next.values);
        all
    });
    Clause { sql: format!("({})", joined.sql), ..joined }
}

/// Holds where an expression is one of the keys of a closed list: literals, so that an index over some
/// of them can be used.
fn one_of<'a>(expression: &str, keys: impl Iterator<Item = &'a str>) -> Clause {
    let keys: Vec<String> = keys.map(|key| format!("'{key}'")).collect();
    plain(match keys.as_slice() {
        [one] => format!("{expression} = {one}"),
        several => format!("{expression} IN ({})", several.join(", ")),
    })
}
