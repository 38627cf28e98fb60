//! Why one row of a file is not taken, found only when it meets the book. The rest of the file is.

use super::super::problem::Problem;
use crate::exchange::{Field, Plan, Reason, Rejected, Target};
use crate::store::Error;

/// Why a row was not taken, or why nothing can be.
#[derive(Debug)]
pub(super) enum Refusal {
    /// The book's own fault: the whole import stops.
    Store(Error),
    /// The row's.
    Row {
        /// Which column is to blame, where it is one.
        at: Option<At>,
        /// What stands there.
        value: String,
        reason: Reason,
    },
}

/// A column, by what it holds.
#[derive(Debug)]
pub(super) enum At {
    /// The first of these fields that the file has.
    Field(&'static [Field]),
    /// A custom field.
    Custom(String),
}

impl Refusal {
    pub fn row(fields: &'static [Field], value: impl Into<String>, reason: Reason) -> Refusal {
        Refusal::Row { at: Some(At::Field(fields)), value: value.into(), reason }
    }

    /// As it is reported of a row, or the fault that stops the import.
    pub fn into_rejected(self, row: u64, plan: &Plan) -> Result<Rejected, Error> {
        match self {
            Refusal::Store(error) => Err(error),
            Refusal::Row { at, value, reason } => {
                let column = at.and_then(|at| header(plan, &at));
                Ok(Rejected { row, column, value: crate::exchange::shorten(&value), reason })
            }
        }
    }
}

fn header(plan: &Plan, at: &At) -> Option<String> {
    let holding = |target: Target| plan.columns.iter().find(move |column| column.target == target);
    let column = match at {
        At::Field(fields) => fields.iter().find_map(|field| holding(Target::Field(*field))),
        At::Custom(key) => holding(Target::Custom(key.clone())),
    };
    column.map(|column| column.header.clone())
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        match error {
            Error::Constraint(_) => {
                Refusal::Row { at: None, value: String::new(), reason: Reason::NotAllowed }
            }
            other => Refusal::Store(other),
        }
    }
}

impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Self {
        match problem {
            Problem::Store(error) => error.into(),
            Problem::BadField { key, value } => {
                Refusal::Row { at: Some(At::Custom(key)), value, reason: Reason::NotOfItsKind }
            }
            Problem::Loop(name) => Refusal::row(&[Field::ParentId, Field::Parent], name, Reason::AboveItself),
            _ => Refusal::Row { at: None, value: String::new(), reason: Reason::NotAllowed },
        }
    }
}
