//! Which open deals need a word, the worst first: what a review walks through.

use std::cmp::Reverse;

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

/// A deal by what it is sorted by, the worst first: what its reasons weigh, and what it is worth. The last is its
/// reasons as bits.
type Found = (Reverse<(u32, i64)>, Id, i64);

/// What is looked up elsewhere, each time in a large table.
const COSTLY: [Reason; 3] = [Reason::NoActivity, Reason::CloseDateMoved, Reason::NoDecisionMaker];

/// As many deals are asked at once what is costly; where more than these are wanted, all are.
const FEW: usize = 500;

impl Book {
    /// The open deals that need attention, the worst first: by what their reasons weigh, then by what they
    /// are worth. At most `limit` of them, of those that meet a condition; without those that were put off
    /// until a later day.
    pub fn needing(&self, clause: &Clause, limit: usize) -> Result<Vec<Needing>> {
        let _moment = self.moment()?;
        let found = self.worst(clause, limit)?;
        let ids: Vec<Id> = found.iter().map(|(_, id, _)| *id).collect();
        let mut lines = self.lines::<DealLine>(&ids)?;
        let line = |(_, id, needed): Found| {
            Some(Needing { line: lines.remove(&id)?, reasons: reasons_of(needed).collect() })
        };
        Ok(found.into_iter().filter_map(line).collect())
    }

    /// What lies about in a deal's own row is asked of all. What costs more is asked only of those that may be among
    /// the worst, where few are wanted.
    fn worst(&self, clause: &Clause, limit: usize) -> Result<Vec<Found>> {
        let asked = Reason::ALL.iter().copied();
        let (late, early): (Vec<Reason>, Vec<Reason>) =
            asked.partition(|reason| limit < FEW && COSTLY.contains(reason));
        let mut candidates = self.judged_first(&early, clause)?;
        candidates.sort_unstable();
        let mut worst: Vec<Found> = vec![];
        let mut rest = candidates.as_slice();
        while let [(Reverse((weight, worth)), ..), ..] = rest {
            if limit <= worst.len() {
                worst.sort_unstable();
                worst.truncate(limit);
                let best = Reverse((weight + severity(late.iter().copied()), *worth));
                if worst.last().is_none_or(|(last, ..)| *last < best) {
                    break;
                }
            }
            let (next, later) =
                if late.is_empty() { (rest, [].as_slice()) } else { rest.split_at(FEW.min(rest.len())) };
            worst.extend(self.judged_further(&late, next)?.into_iter().filter(|(.., needed)| *needed != 0));
            rest = later;
        }
        worst.sort_unstable();
        worst.truncate(limit);
        Ok(worst)
    }

    /// The open deals that meet a condition, with those of some reasons that they need attention for.
    fn judged_first(&self, asked: &[Reason], clause: &Clause) -> Result<Vec<Found>> {
        let thresholds = Thresholds::from(&self.settings()?);
        let needed = self.resolved(&needed_for(asked, &thresholds, &self.usual_stays()?))?;
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
        let mut judged = vec![];
        while let Some(row) = rows.next()? {
            // Asked in the query's condition, the rule would be called twice.
            let needed = row.get(1)?;
            judged.push((Reverse((severity(reasons_of(needed)), row.get(2)?)), row.get(0)?, needed));
        }
        Ok(judged)
    }

    /// The same deals, with further reasons that they need attention for.
    fn judged_further(&self, asked: &[Reason], deals: &[Found]) -> Result<Vec<Found>> {
        if asked.is_empty() {
            return Ok(deals.to_vec());
        }
        let ids: Vec<Id> = deals.iter().map(|(_, id, _)| *id).collect();
        let further = self.bits_of(asked, &ids)?;
        let judged = deals.iter().map(|(Reverse((_, worth)), id, needed)| {
            let needed = needed | further.get(id).copied().unwrap_or_default();
            (Reverse((severity(reasons_of(needed)), *worth)), *id, needed)
        });
        Ok(judged.collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Clock, Error};

    /// A book of 1,500 open deals, each with other reasons to be looked at: what lies in its row, its last activity,
    /// how often its date was moved, and whether somebody decides.
    fn crowded() -> Book {
        let mut book = Book::in_memory(Clock::fixed("2026-11-21".parse().unwrap())).unwrap();
        let many = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1500)";
        let sql = format!(
            "INSERT INTO stage (id, key, position, win_rate) VALUES (1, 'design', 1, 2000);
             INSERT INTO account (id, code, name, name_key, currency, created_on, created_at, updated_at)
               VALUES (1, 1, 'A', 'a', 'EUR', '2026-01-01', 0, 0);
             INSERT INTO contact (id, code, account_id, name, name_key, authority, created_on, created_at, updated_at)
               VALUES (2, 1, 1, 'P', 'p', 'decides', '2026-01-01', 0, 0);
             INSERT INTO deal (id, code, account_id, name, name_key, status, stage_id, amount, currency, close_on,
                 next_step, next_on, stage_since, created_on, created_at, updated_at)
               {many} SELECT 20000 + i * 791 % 1511, i, 1, 'D', 'd' || i, 'open', 1,
                 CASE i % 11 WHEN 0 THEN NULL ELSE i * 7919 % 53 END, 'EUR',
                 CASE i % 7 WHEN 0 THEN NULL WHEN 1 THEN '2026-10-01' ELSE '2026-12-01' END,
                 CASE i % 5 WHEN 0 THEN NULL ELSE 'N' END, CASE i % 5 WHEN 1 THEN '2026-10-01' END,
                 CASE i % 3 WHEN 0 THEN '2026-01-01' ELSE '2026-11-15' END, '2026-01-01', 0, 0 FROM n;
             INSERT INTO activity (deal_id, kind, happened_on, created_at, updated_at)
               SELECT id, 'call', CASE code % 13 WHEN 0 THEN '2026-11-20' ELSE '2026-03-01' END, 0, 0 FROM deal
               WHERE code % 4 > 0;
             INSERT INTO deal_event (deal_id, day, at, old_status, status, old_close_on, close_on)
               SELECT id, '2026-03-01', 0, 'open', 'open', '2026-05-01', '2026-06-0' || (1 + code % 3) FROM deal
               UNION ALL SELECT id, '2026-04-01', 0, 'open', 'open', '2026-06-02', '2026-06-03' FROM deal
               WHERE code % 17 > 0;
             INSERT INTO deal_contact (deal_id, contact_id) SELECT id, 2 FROM deal WHERE code % 2 = 0;"
        );
        book.found(|writer| writer.connection.execute_batch(&sql).map_err(Error::from)).unwrap();
        book
    }

    #[test]
    fn the_worst_are_the_first_of_all() {
        let book = crowded();
        let all = book.worst(&Clause::default(), usize::MAX).unwrap();
        let weights: std::collections::BTreeSet<u32> =
            all.iter().map(|(Reverse((weight, _)), ..)| *weight).collect();
        assert!(all.len() > 1_000 && weights.len() > 6, "{} deals, {weights:?}", all.len());
        for limit in [0, 1, 7, 100, FEW - 1, FEW, 1_200] {
            assert_eq!(
                book.worst(&Clause::default(), limit).unwrap(),
                all[..limit.min(all.len())],
                "{limit}"
            );
        }
    }
}
