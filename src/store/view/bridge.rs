//! The bridge between two days: the deals that changed are read as they stood on both, the others not.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use rusqlite::{Row, params};

use super::population::{Population, Then};
use super::related::json;
use super::standings::CHANGED_LATE;
use crate::domain::bridge::{Bridge, Change, Ground, Standing};
use crate::domain::funnel::{Rates, WithoutRate};
use crate::domain::id::Id;
use crate::domain::money::Currency;
use crate::domain::period::Period;
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::table::event::DealState;
use crate::store::value::Day;

/// A bridge, and the deals behind it.
#[derive(Debug, Clone)]
pub struct BridgeView {
    /// The period; none is all open deals.
    pub period: Option<Period>,
    /// The end of this day is where it begins.
    pub from: NaiveDate,
    /// The end of this day is where it ends.
    pub to: NaiveDate,
    /// The figures.
    pub bridge: Bridge,
    /// What became of which deal: by kind of change, then the largest first.
    pub deals: Vec<DealChange>,
    /// The currency of the figures.
    pub base: Currency,
    /// What a missing rate leaves out of the closing total.
    pub without_rate: Vec<WithoutRate>,
}

/// What became of a deal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DealChange {
    /// Which deal; it may be deleted.
    pub deal: Id,
    /// What became of it.
    pub change: Change,
    /// By how much, in minor units of the base currency.
    pub amount: i128,
}

/// A deal by what people call it, also one that was deleted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DealName {
    /// Its name.
    pub name: String,
    /// Its short code's number.
    pub code: i64,
    /// The account's name; none where that is gone.
    pub account: Option<String>,
}

/// A deal that changed, as it stood at the end of two days; none where it was not there.
pub(super) struct Turn {
    pub deal: Id,
    pub before: Option<DealState>,
    pub after: Option<DealState>,
}

const STATE: [&str; 8] =
    ["status", "stage_id", "amount", "currency", "win_rate", "close_on", "closed_on", "products"];

/// A state from eight columns; none where the deal was not there.
pub(super) fn state(row: &Row<'_>, from: usize) -> rusqlite::Result<Option<DealState>> {
    let Some(status) = row.get(from)? else { return Ok(None) };
    Ok(Some(DealState {
        status,
        stage: row.get(from + 1)?,
        amount: row.get(from + 2)?,
        currency: row.get(from + 3)?,
        win_rate: row.get(from + 4)?,
        close_on: row.get::<_, Option<Day>>(from + 5)?.map(|day| day.0),
        closed_on: row.get::<_, Option<Day>>(from + 6)?.map(|day| day.0),
        products: row.get(from + 7)?,
    }))
}

/// The eight columns of a state, each with a prefix.
pub(super) fn state_columns(prefix: &str) -> String {
    STATE.map(|column| format!("{prefix}{column}")).join(", ")
}

impl From<&DealState> for Standing {
    fn from(state: &DealState) -> Self {
        Standing {
            status: state.status,
            close_on: state.close_on,
            closed_on: state.closed_on,
            amount: state.amount.unwrap_or(0),
            currency: state.currency,
        }
    }
}

impl Book {
    /// What became of the open deals of a period (of all, without one) between the ends of two days.
    pub fn bridge(&self, period: Option<Period>, from: NaiveDate, to: NaiveDate) -> Result<BridgeView> {
        let _moment = self.moment()?;
        let settings = self.settings()?;
        let base = settings.base_currency;
        let (before, after) = (self.rates_on(base, from)?, self.rates_on(base, to)?);
        let range = period.map(|period| period.range(settings.fiscal_first_month));
        let ground = Ground { period: range, before: &before, after: &after, base };
        let mut deals = vec![];
        let mut count =
            |deal: Id, change: Change, amount: i128| deals.push(DealChange { deal, change, amount });
        self.turns(from, to, |Turn { deal, before, after }| {
            let (before, after) = (before.as_ref().map(Standing::from), after.as_ref().map(Standing::from));
            for (change, amount) in ground.changes(before.as_ref(), after.as_ref()) {
                count(deal, change, amount);
            }
        })?;
        self.unchanged_abroad(&ground, from, to, |deal, amount, currency| {
            match ground.revaluation(amount, currency) {
                0 => {}
                amount => count(deal, Change::Revalued, amount),
            }
        })?;
        let later = self.standings(to, None)?;
        let earlier = self.standings_before(later.clone(), from, None)?;
        let stages = [self.stages_as_of(Some(from))?, self.stages_as_of(Some(to))?];
        let opening = Then { standings: Some(&earlier), stages: &stages[0], rates: &before, base };
        let closing = Then { standings: Some(&later), stages: &stages[1], rates: &after, base };
        let [opening, closing] = self.summed(Population::expected(range), [opening, closing])?;
        let mut bridge = Bridge::new(opening.total.amount, closing.total.amount);
        deals.iter().for_each(|one| bridge.add(one.change, one.amount));
        deals.sort_by_key(|one| (one.change, -one.amount.abs(), one.deal));
        Ok(BridgeView { period, from, to, bridge, deals, base, without_rate: closing.without_rate })
    }

    /// Every deal that changed after the end of one day and by the end of another, as it stood on both.
    pub(super) fn turns(&self, from: NaiveDate, to: NaiveDate, each: impl FnMut(Turn)) -> Result<()> {
        let mut turns = BTreeMap::new();
        let (was, became) = (state_columns("old_"), state_columns(""));
        self.states(
            &format!(
                "SELECT deal_id, {was}, {became} FROM deal_event WHERE day > ?1 AND day <= ?2
                   AND deal_id NOT IN (SELECT id FROM deal_told_late)
                 ORDER BY day, deal_id, id"
            ),
            (from, to),
            |deal, was, became| {
                let turn = turns.entry(deal).or_insert(Turn { deal, before: was, after: None });
                turn.after = became;
            },
        )?;
        let told_late = format!(
            "SELECT later.deal_id, {before}, {after}
             FROM {CHANGED_LATE} later
             LEFT JOIN deal_event first ON first.id =
               (SELECT max(id) FROM deal_event held WHERE held.deal_id = later.deal_id AND held.day <= ?1)
             JOIN deal_event last ON last.id =
               (SELECT max(id) FROM deal_event held WHERE held.deal_id = later.deal_id AND held.day <= ?2)",
            before = state_columns("first."),
            after = state_columns("last."),
        );
        self.states(&told_late, (from, to), |deal, before, after| {
            turns.insert(deal, Turn { deal, before, after });
        })?;
        turns.into_values().for_each(each);
        Ok(())
    }

    /// What a query between two days tells: deals, each with two states.
    fn states(
        &self,
        sql: &str,
        days: (NaiveDate, NaiveDate),
        mut each: impl FnMut(Id, Option<DealState>, Option<DealState>),
    ) -> Result<()> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(days)?;
        while let Some(row) = rows.next()? {
            each(row.get(0)?, state(row, 1)?, state(row, 1 + STATE.len())?);
        }
        Ok(())
    }

    /// Deals that are in on both days, did not change between them, and are in a currency whose rate did.
    fn unchanged_abroad(
        &self,
        ground: &Ground<'_>,
        from: NaiveDate,
        to: NaiveDate,
        mut each: impl FnMut(Id, i64, Currency),
    ) -> Result<()> {
        let moved = moved_rates(ground.before, ground.after, ground.base);
        if moved.is_empty() {
            return Ok(());
        }
        let codes: Vec<String> = moved.iter().map(|currency| format!("'{currency}'")).collect();
        let closing = match ground.period {
            Some(_) => "AND close_on BETWEEN ?3 AND ?4",
            None => "AND ?3 IS NULL AND ?4 IS NULL",
        };
        let is_in = format!(
            "amount IS NOT NULL AND status = 'open' {closing} AND currency IN ({})",
            codes.join(", ")
        );
        // Not changed since the first day, or only after the last one: then as it stood on that.
        let now = format!(
            "SELECT id, amount, currency FROM deal WHERE {is_in}
               AND id NOT IN (SELECT deal_id FROM deal_event WHERE day > ?1) AND ?2 IS NOT NULL"
        );
        let then = format!(
            "SELECT deal_id, amount, currency FROM deal_event WHERE {is_in} AND id IN (
               SELECT (SELECT max(id) FROM deal_event held WHERE held.deal_id = later.deal_id AND held.day <= ?2)
               FROM (SELECT DISTINCT +deal_id AS deal_id FROM deal_event WHERE day > ?2) later
               WHERE later.deal_id NOT IN (SELECT deal_id FROM deal_event WHERE day > ?1 AND day <= ?2))"
        );
        let (first, last) = ground.period.unzip();
        for sql in [now, then] {
            let mut statement = self.connection.prepare_cached(&sql)?;
            let mut rows = statement.query(params![from, to, first, last])?;
            while let Some(row) = rows.next()? {
                each(row.get(0)?, row.get(1)?, row.get(2)?);
            }
        }
        Ok(())
    }

    /// What these deals are called, also those that were deleted, as far as the history remembers them.
    pub fn deal_names(&self, deals: &[Id]) -> Result<HashMap<Id, DealName>> {
        let mut named = HashMap::new();
        for sql in [
            "SELECT id, name, code, (SELECT name FROM account WHERE account.id = account_id) FROM deal
             WHERE id IN (SELECT value FROM json_each(?1))",
            "SELECT row_id, json_extract(changes, '$.name'), json_extract(changes, '$.code'),
               (SELECT name FROM account WHERE account.id = json_extract(changes, '$.account_id'))
             FROM journal WHERE row_id IN (SELECT value FROM json_each(?1)) AND tbl = 'deal' AND action = 'D'",
        ] {
            let rest: Vec<Id> = deals.iter().copied().filter(|deal| !named.contains_key(deal)).collect();
            if rest.is_empty() {
                break;
            }
            let mut statement = self.connection.prepare_cached(sql)?;
            let mut rows = statement.query([json(&rest)])?;
            while let Some(row) = rows.next()? {
                let name = DealName { name: row.get(1)?, code: row.get(2)?, account: row.get(3)? };
                named.insert(row.get(0)?, name);
            }
        }
        Ok(named)
    }
}

/// The currencies that are worth something else in the base currency than before.
fn moved_rates(before: &Rates, after: &Rates, base: Currency) -> Vec<Currency> {
    let all: BTreeMap<Currency, ()> = before.iter().chain(after.iter()).map(|(code, _)| (code, ())).collect();
    all.into_keys().filter(|code| *code != base && before.get(*code) != after.get(*code)).collect()
}
