//! Changes of many rows in one statement each: what a change of many records writes.
//!
//! What a row would get is decided before, by the operations; here it is only written, and events with
//! it, so that ten thousand deals take about a second and their past stays whole.

use chrono::NaiveDate;
use rusqlite::{Row, ToSql};

use super::attachment::Tagging;
use crate::domain::due::DueKind;
use crate::domain::filter::Kind;
use crate::domain::id::Id;
use crate::domain::word::{RecordKind, Status};
use crate::store::Writer;
use crate::store::error::Result;
use crate::store::view::related::json;
use crate::store::view::several::table_of;

/// Where a deal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Which deal.
    pub deal: Id,
    /// Open, won or lost.
    pub status: Status,
    /// Its stage.
    pub stage: Id,
}

/// A column that many rows get the same value in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Stage,
    CloseOn,
    NextOn,
    Owner,
    Tier,
}

impl Column {
    fn name(self) -> &'static str {
        match self {
            Column::Stage => "stage_id",
            Column::CloseOn => "close_on",
            Column::NextOn => "next_on",
            Column::Owner => "owner_id",
            Column::Tier => "tier",
        }
    }
}

impl Writer<'_> {
    /// Where these deals stand, oldest first.
    pub fn standings(&self, deals: &[Id]) -> Result<Vec<Standing>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, status, stage_id FROM deal
             WHERE id IN (SELECT value FROM json_each(?1)) ORDER BY id",
        )?;
        let standing =
            |row: &Row<'_>| Ok(Standing { deal: row.get(0)?, status: row.get(1)?, stage: row.get(2)? });
        let rows = statement.query_map([json(deals)], standing)?;
        Ok(rows.collect::<rusqlite::Result<Vec<_>>>()?)
    }

    /// Moves these deals to a stage, with an event each; gives those that were elsewhere.
    pub fn move_deals(&self, deals: &[Id], stage: Id) -> Result<Vec<Id>> {
        let moved = self.differing(Kind::Deals, Column::Stage, deals, &stage)?;
        self.record_deals(&moved, Column::Stage, &stage)?;
        let mut update = self.connection.prepare_cached(
            "UPDATE deal SET stage_id = ?2, stage_since = ?3, updated_at = ?4
             WHERE id IN (SELECT value FROM json_each(?1))",
        )?;
        update.execute(rusqlite::params![json(&moved), stage, self.today, self.now])?;
        Ok(moved)
    }

    /// Sets the day on which these deals are expected to close, with an event each; gives those that had
    /// another one.
    pub fn date_deals(&self, deals: &[Id], close_on: Option<NaiveDate>) -> Result<Vec<Id>> {
        let dated = self.differing(Kind::Deals, Column::CloseOn, deals, &close_on)?;
        self.record_deals(&dated, Column::CloseOn, &close_on)?;
        self.put(Kind::Deals, Column::CloseOn, &dated, &close_on)?;
        self.wake_all(&dated, DueKind::ClosePast)?;
        Ok(dated)
    }

    /// Sets the day of these deals' next step; gives those that had another one.
    pub fn plan_deals(&self, deals: &[Id], next_on: Option<NaiveDate>) -> Result<Vec<Id>> {
        let planned = self.put_where_other(Kind::Deals, Column::NextOn, deals, &next_on)?;
        self.wake_all(&planned, DueKind::NextStep)?;
        Ok(planned)
    }

    /// Gives these records an owner, or none; gives those that had another one.
    pub fn assign(&self, kind: Kind, records: &[Id], owner: Option<Id>) -> Result<Vec<Id>> {
        self.put_where_other(kind, Column::Owner, records, &owner)
    }

    /// Sets the tier of these accounts by its key; gives those that had another one.
    pub fn set_tiers(&self, accounts: &[Id], tier: Option<&str>) -> Result<Vec<Id>> {
        let changed = self.put_where_other(Kind::Accounts, Column::Tier, accounts, &tier)?;
        self.drop_outdated_tier_notes(&changed)?;
        Ok(changed)
    }

    /// Puts a tag on these records; gives those that did not have it.
    pub fn put_tags(&self, tag: Id, kind: RecordKind, records: &[Id]) -> Result<Vec<Id>> {
        let without = self.select(
            "SELECT value FROM json_each(?1)
             WHERE value NOT IN (SELECT record_id FROM tagging WHERE tag_id = ?2)",
            &[&json(records), &tag],
        )?;
        for record in &without {
            let id = self.mint()?;
            self.insert_row(&Tagging { id, tag_id: tag, record_kind: kind, record_id: *record })?;
        }
        Ok(without)
    }

    /// Takes a tag off these records; gives those that had it.
    pub fn take_tags(&self, tag: Id, records: &[Id]) -> Result<Vec<Id>> {
        let with = self.select(
            "SELECT record_id FROM tagging
             WHERE record_id IN (SELECT value FROM json_each(?1)) AND tag_id = ?2",
            &[&json(records), &tag],
        )?;
        let gone = "record_id IN (SELECT value FROM json_each(?1)) AND tag_id = ?2";
        self.delete_where::<Tagging>(gone, &[&json(&with), &tag])?;
        Ok(with)
    }

    fn put_where_other(&self, kind: Kind, column: Column, ids: &[Id], value: &dyn ToSql) -> Result<Vec<Id>> {
        let others = self.differing(kind, column, ids, value)?;
        self.put(kind, column, &others, value)?;
        Ok(others)
    }

    fn differing(&self, kind: Kind, column: Column, ids: &[Id], value: &dyn ToSql) -> Result<Vec<Id>> {
        let (table, column) = (table_of(kind), column.name());
        let sql = format!(
            "SELECT id FROM {table} WHERE id IN (SELECT value FROM json_each(?1)) AND {column} IS NOT ?2
             ORDER BY id"
        );
        self.select(&sql, &[&json(ids), value])
    }

    fn put(&self, kind: Kind, column: Column, ids: &[Id], value: &dyn ToSql) -> Result<()> {
        let (table, column) = (table_of(kind), column.name());
        let sql = format!(
            "UPDATE {table} SET {column} = ?2, updated_at = ?3
             WHERE id IN (SELECT value FROM json_each(?1))"
        );
        self.connection.prepare_cached(&sql)?.execute(rusqlite::params![json(ids), value, self.now])?;
        Ok(())
    }

    /// Records that one tracked value of these deals is about to change. What their product lines sum to
    /// stands in their last event.
    fn record_deals(&self, deals: &[Id], column: Column, value: &dyn ToSql) -> Result<()> {
        let after = |own: Column| if own == column { "?4" } else { own.name() };
        let sql = format!(
            "INSERT INTO deal_event (deal_id, day, at,
               old_status, old_stage_id, old_amount, old_currency, old_win_rate, old_close_on, old_closed_on,
               old_products, status, stage_id, amount, currency, win_rate, close_on, closed_on, products)
             SELECT id, ?2, ?3,
               status, stage_id, amount, currency, win_rate, close_on, closed_on,
               summed, status, {stage}, amount, currency, win_rate, {close}, closed_on, summed
             FROM (SELECT deal.*, coalesce((SELECT products FROM deal_event
                 WHERE deal_event.deal_id = deal.id ORDER BY deal_event.id DESC LIMIT 1), 0) AS summed
               FROM deal WHERE deal.id IN (SELECT value FROM json_each(?1)) ORDER BY deal.id)",
            stage = after(Column::Stage),
            close = after(Column::CloseOn),
        );
        let mut insert = self.connection.prepare_cached(&sql)?;
        insert.execute(rusqlite::params![json(deals), self.today, self.now, value])?;
        Ok(())
    }

    fn select(&self, sql: &str, parameters: &[&dyn ToSql]) -> Result<Vec<Id>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map(parameters, |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<Vec<_>>>()?)
    }
}
