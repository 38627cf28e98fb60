//! Which open deals need a word, the worst first: what a review walks through.

use super::attention::{needed_for, reasons_of};
use super::expression;
use super::lines::DealLine;
use super::list::Clause;
use crate::domain::attention::{Reason, Thresholds, severity};
use crate::domain::id::Id;
use crate::store::book::Book;
use crate::store::error::Result;

/// The index that has the open deals about in the order in which they lie in the file. All of them are
/// looked at, and what hangs on them lies in that order too.
const IN_PLACE: &str = "deal_code";

/// A deal that needs a word.
#[derive(Debug, Clone, PartialEq)]
pub struct Needing {
    /// The deal.
    pub line: DealLine,
    /// Why, most pressing first.
    pub reasons: Vec<Reason>,
}

/// A deal with what it is sorted by.
struct Found {
    id: Id,
    reasons: Vec<Reason>,
    worth: i64,
}

impl Book {
    /// The open deals that need attention, the worst first: by what their reasons weigh, then by what they
    /// are worth. At most `limit` of them, of those that meet a condition; without those that were put off
    /// until a later day.
    pub fn needing(&self, clause: &Clause, limit: usize) -> Result<Vec<Needing>> {
        let _moment = self.moment()?;
        let found = self.worst(clause, limit)?;
        let ids: Vec<Id> = found.iter().map(|deal| deal.id).collect();
        let mut lines = self.lines::<DealLine>(&ids)?;
        let needing = found.into_iter();
        let line = |deal: Found| Some(Needing { line: lines.remove(&deal.id)?, reasons: deal.reasons });
        Ok(needing.filter_map(line).collect())
    }

    fn worst(&self, clause: &Clause, limit: usize) -> Result<Vec<Found>> {
        let thresholds = Thresholds::from(&self.settings()?);
        let needed = self.resolved(&needed_for(Reason::ALL, &thresholds, &self.usual_stays()?))?;
        let sql = format!(
            "SELECT deal.id, {needed} AS needed, coalesce({worth}, 0) FROM {deal}
             WHERE deal.status = 'open' AND {condition} AND NOT EXISTS (SELECT 1 FROM snooze
               WHERE record_id = deal.id AND reason = 'review' AND until_on > {today})",
            deal = self.by_index("deal", IN_PLACE),
            worth = self.resolved(expression::DEAL_AMOUNT)?,
            condition = clause.condition(),
            today = self.resolved("{today}")?,
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(rusqlite::params_from_iter(&clause.values))?;
        let mut found = vec![];
        while let Some(row) = rows.next()? {
            // Asked in the query's condition, the rule would be called twice.
            let reasons = reasons_of(row.get(1)?);
            if !reasons.is_empty() {
                found.push(Found { id: row.get(0)?, reasons, worth: row.get(2)? });
            }
        }
        found.sort_by_key(|deal| (std::cmp::Reverse((severity(&deal.reasons), deal.worth)), deal.id));
        found.truncate(limit);
        Ok(found)
    }
}
