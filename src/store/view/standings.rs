//! How the deals that changed after a day stood at its end.

use chrono::NaiveDate;
use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};
use rusqlite::Row;

use crate::domain::id::Id;
use crate::domain::money::Currency;
use crate::domain::word::Status;
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::value::Day;

/// The deals that changed after the end of one day and by the end of another, of those whose past was told out of order:
/// they are looked up one by one.
pub(super) const CHANGED_LATE: &str = "(SELECT deal_id FROM deal_event
    WHERE deal_id IN (SELECT id FROM deal_told_late) AND day > ?1 AND day <= ?2 GROUP BY 1)";

/// The deals that changed after a day, as they stood at its end; all others stand now as they did then.
#[derive(Debug, Clone)]
pub(super) struct Standings {
    day: NaiveDate,
    changed: HashSet<Id>,
    /// Those of them that were open or won, and in what is asked for: often few.
    deals: HashMap<Id, Stood>,
}

/// What figures ask of a deal that was open or won.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stood {
    pub is_won: bool,
    pub stage: Id,
    /// Its own, in basis points.
    pub win_rate: Option<u16>,
    pub currency: Currency,
    /// In minor units; nothing where it had none.
    pub amount: i64,
    /// The day of the sale; of one that was open the day on which it was expected to close.
    pub day: Option<NaiveDate>,
}

impl Standings {
    /// As they stand now: later than the last day that a text in the book's form can name nothing changes.
    pub fn now() -> Standings {
        let day = NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or(NaiveDate::MAX);
        Standings { day, changed: HashSet::new(), deals: HashMap::new() }
    }

    /// The end of this day.
    pub fn day(&self) -> NaiveDate {
        self.day
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
    /// A deal from its status and what figures ask of it, in this order, from the second column on; none where it was
    /// not there, was lost, or was neither sold nor expected in the period.
    fn read(row: &Row<'_>, period: Option<(NaiveDate, NaiveDate)>) -> rusqlite::Result<Option<Stood>> {
        let (is_won, day) = match row.get::<_, Option<Status>>(1)? {
            Some(Status::Open) => (false, row.get::<_, Option<Day>>(6)?),
            Some(Status::Won) => (true, row.get(7)?),
            Some(Status::Lost) | None => return Ok(None),
        };
        let day = day.map(|day| day.0);
        if period.is_some_and(|(from, to)| !day.is_some_and(|day| from <= day && day <= to)) {
            return Ok(None);
        }
        let amount = row.get::<_, Option<i64>>(5)?.unwrap_or_default();
        let (stage, win_rate, currency) = (row.get(2)?, row.get(3)?, row.get(4)?);
        Ok(Some(Stood { is_won, stage, win_rate, currency, amount, day }))
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

    /// The same as of a day; none where it is now that is asked for.
    pub(super) fn standings_as_of(
        &self,
        as_of: Option<NaiveDate>,
        period: Option<(NaiveDate, NaiveDate)>,
    ) -> Result<Option<Standings>> {
        as_of.map(|day| self.standings(day, period)).transpose()
    }

    /// The same, where how they stood at the end of a later day is known: what changed after that is not read again.
    pub(super) fn standings_before(
        &self,
        later: Standings,
        day: NaiveDate,
        period: Option<(NaiveDate, NaiveDate)>,
    ) -> Result<Standings> {
        let Standings { day: until, changed: known, mut deals } = later;
        let mut changed = HashSet::new();
        let mut read = |sql: &str| -> Result<()> {
            let mut statement = self.connection.prepare_cached(sql)?;
            let mut rows = statement.query([day, until])?;
            while let Some(row) = rows.next()? {
                let deal = row.get(0)?;
                if changed.insert(deal) {
                    match Stood::read(row, period)? {
                        Some(stood) => deals.insert(deal, stood),
                        None => deals.remove(&deal),
                    };
                }
            }
            Ok(())
        };
        read(&format!(
            "SELECT later.deal_id, status, stage_id, win_rate, currency, amount, close_on, closed_on
             FROM {CHANGED_LATE} later
             LEFT JOIN deal_event ON deal_event.id =
               (SELECT max(id) FROM deal_event held WHERE held.deal_id = later.deal_id AND held.day <= ?1)"
        ))?;
        // What was before the first event is how all others stood.
        read(
            "SELECT deal_id, old_status, old_stage_id, old_win_rate, old_currency, old_amount, old_close_on,
               old_closed_on
             FROM deal_event INDEXED BY deal_event_day WHERE day > ?1 AND day <= ?2 ORDER BY day, deal_id, id",
        )?;
        let (mut changed, others) =
            if changed.len() < known.len() { (known, changed) } else { (changed, known) };
        changed.extend(others);
        Ok(Standings { day, changed, deals })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use chrono::Days;
    use proptest::prelude::*;
    use rusqlite::OptionalExtension;

    use super::*;
    use crate::store::table::event::DealState;
    use crate::store::{Clock, Error};

    fn day(number: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, 1 + number).unwrap()
    }

    /// A book of these events: of a deal, on a day, what it was worth after it; each begins where the one before ended.
    fn book(events: &[(i64, u32, i64)]) -> Book {
        let mut book = Book::in_memory(Clock::fixed(day(30))).unwrap();
        book.found(|writer| {
            let mut last = BTreeMap::new();
            for (deal, on, amount) in events {
                // Every seventh event takes the deal out of the book.
                let status = (amount % 7 != 0).then_some(if amount % 2 == 0 { "open" } else { "won" });
                let amount = status.map(|_| *amount);
                let (old_status, old_amount) = last.insert(deal, (status, amount)).unwrap_or_default();
                writer.connection.execute(
                    "INSERT INTO deal_event (deal_id, day, at, old_status, old_stage_id, old_amount, old_currency,
                       old_close_on, old_closed_on, old_products, status, stage_id, amount, currency, close_on,
                       closed_on, products)
                     VALUES (?1, ?2, 0, ?3, iif(?3 IS NULL, NULL, 1), ?4, iif(?3 IS NULL, NULL, 'EUR'), ?2, ?2, 0,
                       ?5, iif(?5 IS NULL, NULL, 1), ?6, iif(?5 IS NULL, NULL, 'EUR'), ?2, ?2, 0)",
                    rusqlite::params![deal, day(*on), old_status, old_amount, status, amount],
                )?;
            }
            Ok::<_, Error>(())
        })
        .unwrap();
        book
    }

    /// What the last event up to a day says of a deal, by the definition.
    fn stood(book: &Book, deal: i64, on: NaiveDate) -> Option<(bool, i64)> {
        let sql = "SELECT status = 'won', amount FROM deal_event WHERE deal_id = ?1 AND day <= ?2
                   ORDER BY id DESC LIMIT 1";
        let last = book.connection.query_row(sql, rusqlite::params![deal, on], |row| {
            Ok(row.get::<_, Option<bool>>(0)?.zip(row.get(1)?))
        });
        last.optional().unwrap().flatten()
    }

    fn told(standings: &Standings, deal: i64) -> Option<(bool, i64)> {
        standings.deals.get(&Id(deal)).map(|stood| (stood.is_won, stood.amount))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn deals_stood_as_the_last_event_up_to_the_day_says_in_whatever_order_they_were_told(
            events in prop::collection::vec((1_i64..6, 0_u32..12, 1_i64..100), 0..40),
        ) {
            let book = book(&events);
            let mut stepped = Standings::now();
            for on in (0..12).rev().map(day) {
                let standings = book.standings(on, None).unwrap();
                stepped = book.standings_before(stepped, on, None).unwrap();
                for deal in 1..6 {
                    let changed = events.iter().any(|(one, then, _)| *one == deal && day(*then) > on);
                    prop_assert_eq!(standings.is_unchanged(Id(deal)), !changed);
                    prop_assert_eq!(stepped.is_unchanged(Id(deal)), !changed);
                    if changed {
                        prop_assert_eq!(told(&standings, deal), stood(&book, deal, on));
                        prop_assert_eq!(told(&stepped, deal), stood(&book, deal, on));
                    }
                }
                let (until, mut turned) = (on + Days::new(3), vec![]);
                let brief = |state: Option<DealState>| {
                    state.map(|state| (state.status == Status::Won, state.amount.unwrap()))
                };
                book.turns(on, until, |turn| {
                    turned.push((turn.deal.0, brief(turn.before), brief(turn.after)));
                }).unwrap();
                let is_in = |deal: &i64| {
                    events.iter().any(|(one, then, _)| one == deal && on < day(*then) && day(*then) <= until)
                };
                let by_definition = (1..6).filter(is_in).map(|deal| (deal, stood(&book, deal, on), stood(&book, deal, until)));
                prop_assert_eq!(turned, by_definition.collect::<Vec<_>>());
            }
        }
    }
}
