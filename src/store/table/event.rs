//! Events: each change of what a figure is made from, with its day, so that any past day can be asked.
//!
//! State on a day is the "after" of the record's last event with that day or an earlier one.

use chrono::NaiveDate;

use crate::domain::id::Id;
use crate::domain::money::Currency;
use crate::domain::word::Status;
use crate::store::Writer;
use crate::store::error::Result;
use crate::store::table::deal::Deal;
use crate::store::table::order::SmallOrder;

/// The values of a deal that figures are made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DealState {
    /// Open, won or lost.
    pub status: Status,
    /// Where the buyer stands.
    pub stage: Id,
    /// Its amount, minor units.
    pub amount: Option<i64>,
    /// The currency of its amount.
    pub currency: Currency,
    /// Its own win rate, basis points.
    pub win_rate: Option<i64>,
    /// The day it is expected to close.
    pub close_on: Option<NaiveDate>,
    /// The day it was won or lost.
    pub closed_on: Option<NaiveDate>,
    /// What its product lines sum to, minor units.
    pub products: i64,
}

impl DealState {
    /// The tracked values of a deal whose product lines sum to `products`.
    pub(super) fn of(deal: &Deal, products: i64) -> DealState {
        DealState {
            status: deal.status,
            stage: deal.stage_id,
            amount: deal.amount,
            currency: deal.currency,
            win_rate: deal.win_rate,
            close_on: deal.close_on,
            closed_on: deal.closed_on,
            products,
        }
    }
}

impl Writer<'_> {
    /// The tracked values of a deal as they are now.
    pub(in crate::store) fn deal_state(&self, deal: &Deal) -> Result<DealState> {
        let lines = self.deal_products(deal.id)?;
        let products: i128 =
            lines.iter().map(|line| i128::from(line.quantity) * i128::from(line.price) / 1000).sum();
        Ok(DealState::of(deal, i64::try_from(products).unwrap_or(i64::MAX)))
    }

    /// Records a deal's creation (no `before`), change, or deletion (no `after`).
    pub(in crate::store) fn record_deal(
        &self,
        before: Option<&Deal>,
        after: Option<&Deal>,
        day: NaiveDate,
    ) -> Result<()> {
        let Some(id) = after.or(before).map(|deal| deal.id) else { return Ok(()) };
        let before = before.map(|deal| self.deal_state(deal)).transpose()?;
        let after = after.map(|deal| self.deal_state(deal)).transpose()?;
        self.record_state(id, before.as_ref(), after.as_ref(), day)
    }

    /// Records a change of a deal's tracked values; none where they are the same.
    pub(super) fn record_state(
        &self,
        deal: Id,
        before: Option<&DealState>,
        after: Option<&DealState>,
        day: NaiveDate,
    ) -> Result<()> {
        if before == after {
            return Ok(());
        }
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO deal_event (deal_id, day, at,
               old_status, old_stage_id, old_amount, old_currency, old_win_rate, old_close_on, old_closed_on,
               old_products, status, stage_id, amount, currency, win_rate, close_on, closed_on, products)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)",
        )?;
        insert.execute(rusqlite::params![
            deal,
            day,
            self.now,
            before.map(|s| s.status),
            before.map(|s| s.stage),
            before.and_then(|s| s.amount),
            before.map(|s| s.currency),
            before.and_then(|s| s.win_rate),
            before.and_then(|s| s.close_on),
            before.and_then(|s| s.closed_on),
            before.map(|s| s.products),
            after.map(|s| s.status),
            after.map(|s| s.stage),
            after.and_then(|s| s.amount),
            after.map(|s| s.currency),
            after.and_then(|s| s.win_rate),
            after.and_then(|s| s.close_on),
            after.and_then(|s| s.closed_on),
            after.map(|s| s.products),
        ])?;
        Ok(())
    }

    /// Records a small order's creation, change or deletion.
    pub(in crate::store) fn record_order(
        &self,
        before: Option<&SmallOrder>,
        after: Option<&SmallOrder>,
        day: NaiveDate,
    ) -> Result<()> {
        let Some(id) = after.or(before).map(|order| order.id) else { return Ok(()) };
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO order_event (order_id, day, at, old_ordered_on, old_amount, old_currency,
               ordered_on, amount, currency)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?;
        insert.execute(rusqlite::params![
            id,
            day,
            self.now,
            before.map(|order| order.ordered_on),
            before.map(|order| order.amount),
            before.map(|order| order.currency),
            after.map(|order| order.ordered_on),
            after.map(|order| order.amount),
            after.map(|order| order.currency),
        ])?;
        Ok(())
    }

    /// Records that a period's quota was set; no amount is a quota taken away.
    pub(super) fn record_quota(
        &self,
        period: &str,
        amount: Option<i64>,
        currency: Option<Currency>,
    ) -> Result<()> {
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO quota_event (period, day, at, amount, currency) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?;
        insert.execute(rusqlite::params![period, self.today, self.now, amount, currency])?;
        Ok(())
    }

    /// Records that a stage's win rate was set; no rate is a stage taken away.
    pub(super) fn record_stage(&self, stage: Id, win_rate: Option<i64>) -> Result<()> {
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO stage_event (stage_id, day, at, win_rate) VALUES (?1, ?2, ?3, ?4)",
        )?;
        insert.execute(rusqlite::params![stage, self.today, self.now, win_rate])?;
        Ok(())
    }
}
