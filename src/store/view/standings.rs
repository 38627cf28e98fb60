//! How the deals that changed after a day stood at its end.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use rusqlite::params;

use crate::domain::id::Id;
use crate::domain::money::Currency;
use crate::domain::word::Status;
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::table::event::DealState;
use crate::store::value::Day;

/// The deals that changed after a day, as they stood at its end; all others stand now as they did then.
#[derive(Debug)]
pub(super) struct Standings {
    day: NaiveDate,
    changed: HashSet<Id>,
    deals: HashMap<Id, Stood>,
}

/// What figures ask of a deal that was open or won.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stood {
    pub is_won: bool,
    pub stage: Id,
    pub win_rate: Option<i64>,
    pub currency: Currency,
    /// In minor units; nothing where it had none.
    pub amount: i64,
    /// The day of the sale; of one that was open the day on which it was expected to close.
    pub day: Option<NaiveDate>,
}

impl Standings {
    /// The end of a day since which no deal is known to have changed.
    pub fn at(day: NaiveDate) -> Standings {
        Standings { day, changed: HashSet::new(), deals: HashMap::new() }
    }

    /// As they stand now: later than the last day that a text in the book's form can name nothing changes.
    pub fn now() -> Standings {
        Standings::at(NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or(NaiveDate::MAX))
    }

    /// Adds a deal that changed since, as it stood then; not there, it has no state.
    pub fn add(&mut self, deal: Id, state: Option<&DealState>) {
        self.put(deal, state.and_then(Stood::of));
    }

    fn put(&mut self, deal: Id, stood: Option<Stood>) {
        self.changed.insert(deal);
        match stood {
            Some(stood) => self.deals.insert(deal, stood),
            None => self.deals.remove(&deal),
        };
    }

    /// The end of this day.
    pub fn day(&self) -> NaiveDate {
        self.day
    }

    /// Whether no deal changed since.
    pub fn is_empty(&self) -> bool {
        self.changed.is_empty()
    }

    /// Whether a deal stands now as it did then.
    pub fn is_unchanged(&self, deal: Id) -> bool {
        !self.changed.contains(&deal)
    }

    /// The deals that changed since and were open or won then.
    pub fn deals(&self) -> impl Iterator<Item = &Stood> {
        self.deals.values()
    }
}

impl Stood {
    fn of(state: &DealState) -> Option<Stood> {
        Some(Stood {
            is_won: match state.status {
                Status::Open => false,
                Status::Won => true,
                Status::Lost => return None,
            },
            stage: state.stage,
            win_rate: state.win_rate,
            currency: state.currency,
            amount: state.amount.unwrap_or_default(),
            day: if state.status == Status::Won { state.closed_on } else { state.close_on },
        })
    }
}

impl Book {
    /// The deals that changed after a day, as they stood at its end; of a period, no more of them than were won or
    /// expected to close in it, both days included.
    pub(super) fn standings(
        &self,
        day: NaiveDate,
        period: Option<(NaiveDate, NaiveDate)>,
    ) -> Result<Standings> {
        self.standings_before(Standings::now(), day, period)
    }

    /// The same of a period as of a day; none where it is now that is asked for.
    pub(super) fn standings_as_of(
        &self,
        as_of: Option<NaiveDate>,
        period: (NaiveDate, NaiveDate),
    ) -> Result<Option<Standings>> {
        as_of.map(|day| self.standings(day, Some(period))).transpose()
    }

    /// The same, where how they stood at the end of a later day is known: what changed after that is not read again.
    pub(super) fn standings_before(
        &self,
        later: Standings,
        day: NaiveDate,
        period: Option<(NaiveDate, NaiveDate)>,
    ) -> Result<Standings> {
        let mut standings = Standings { day, ..later };
        // The plus keeps SQLite from walking all events in the order of their deals; grouped, those that changed come
        // in their order, so that what is looked up of them lies together.
        let mut statement = self.connection.prepare_cached(
            "SELECT later.deal_id, status = 'won', stage_id, win_rate, currency, coalesce(amount, 0),
               CASE status WHEN 'won' THEN closed_on ELSE close_on END
             FROM (SELECT +deal_id AS deal_id FROM deal_event WHERE day > ?1 AND day <= ?2 GROUP BY 1) later
             LEFT JOIN deal_event ON status <> 'lost' AND deal_event.id =
               (SELECT max(id) FROM deal_event held WHERE held.deal_id = later.deal_id AND held.day <= ?1)
               AND (?3 IS NULL OR CASE status WHEN 'won' THEN closed_on ELSE close_on END BETWEEN ?3 AND ?4)",
        )?;
        let (from, to) = period.unzip();
        let mut rows = statement.query(params![day, later.day, from, to])?;
        while let Some(row) = rows.next()? {
            let stood = match row.get(1)? {
                None => None,
                Some(is_won) => Some(Stood {
                    is_won,
                    stage: row.get(2)?,
                    win_rate: row.get(3)?,
                    currency: row.get(4)?,
                    amount: row.get(5)?,
                    day: row.get::<_, Option<Day>>(6)?.map(|day| day.0),
                }),
            };
            standings.put(row.get(0)?, stood);
        }
        Ok(standings)
    }
}
