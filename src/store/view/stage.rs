//! The deals that stand at a stage.

use chrono::NaiveDate;
use rusqlite::types::Value;

use super::list::Clause;
use crate::domain::id::Id;

impl Clause {
    /// Open deals at a stage; only those expected to close between two days (both included), if given.
    pub fn open_at_stage(stage: Id, closing: Option<(NaiveDate, NaiveDate)>) -> Clause {
        let clause = Clause::default().and("status = 'open' AND stage_id = ?", [Value::Integer(stage.0)]);
        match closing {
            None => clause,
            Some(days) => clause.with(Clause::closing(days)),
        }
    }

    /// Deals expected to close between two days, both included.
    pub fn closing((from, to): (NaiveDate, NaiveDate)) -> Clause {
        let days = [from, to].map(|day| Value::Text(day.to_string()));
        Clause::default().and("deal.close_on BETWEEN ? AND ?", days)
    }
}
