//! Stages and the reasons for losing: lists that a person can edit.

use crate::domain::entry::Target;
use crate::domain::id::Id;
use crate::store::Writer;
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::row::{self, table};

table! {
    /// A stage of the purchase. Names that are none take the method's own words.
    pub struct StageRow in "stage" {
        /// Its name for programs.
        pub key: String,
        /// Its place; from 1.
        pub position: i64,
        /// The chance that a deal at it is won, basis points.
        pub win_rate: i64,
        /// The buyer's stage.
        pub buyer_name: Option<String>,
        /// The seller's step.
        pub seller_name: Option<String>,
        /// What is seen when a deal leaves it.
        pub exit_sign: Option<String>,
        /// Days a deal may stay in it before it needs attention.
        pub limit_days: Option<i64>,
    }
}

table! {
    /// Why deals are lost.
    pub struct LostReason in "lost_reason" {
        /// Its name for programs, or as first written.
        pub key: String,
        /// Its name for people; none takes the trade's own words for the key.
        pub name: Option<String>,
        /// Which comes first.
        pub position: i64,
    }
}

impl Book {
    /// The stages, first one first.
    pub fn stages(&self) -> Result<Vec<StageRow>> {
        row::all(&self.connection, "1 ORDER BY position, id", &[])
    }

    /// The reasons for losing, first one first.
    pub fn lost_reasons(&self) -> Result<Vec<LostReason>> {
        row::all(&self.connection, "1 ORDER BY position, id", &[])
    }
}

impl Writer<'_> {
    /// The stages, first one first.
    pub fn stages(&self) -> Result<Vec<StageRow>> {
        row::all(self.connection, "1 ORDER BY position, id", &[])
    }

    /// Puts a stage in, with its event.
    pub fn insert_stage(&self, stage: &StageRow) -> Result<()> {
        self.insert_row(stage)?;
        self.record_stage(stage.id, Some(stage.win_rate))
    }

    /// Writes a stage over the one with its id, with an event where its win rate changed.
    pub fn update_stage(&self, stage: &StageRow) -> Result<()> {
        let before: StageRow = self.row(stage.id)?;
        self.update_row(stage)?;
        match before.win_rate == stage.win_rate {
            true => Ok(()),
            false => self.record_stage(stage.id, Some(stage.win_rate)),
        }
    }

    /// Whether there ever was a deal, also one that was deleted.
    pub fn has_deal_events(&self) -> Result<bool> {
        let sql = "SELECT EXISTS (SELECT 1 FROM deal_event)";
        Ok(self.connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
    }

    /// Takes a stage out, with its event and with the exit signs that deals told of it; no deal may be at
    /// it.
    pub fn delete_stage(&self, id: Id) -> Result<()> {
        self.record_stage(id, None)?;
        self.release(Target::Stage, id)?;
        self.delete_row::<StageRow>(id)
    }

    /// The reasons for losing, first one first.
    pub fn lost_reasons(&self) -> Result<Vec<LostReason>> {
        row::all(self.connection, "1 ORDER BY position, id", &[])
    }

    /// Puts a reason for losing in.
    pub fn insert_lost_reason(&self, reason: &LostReason) -> Result<()> {
        self.insert_row(reason)
    }

    /// Deals that are at a stage, and whether any ever was: what the past is told with.
    pub fn stage_uses(&self, stage: Id) -> Result<(u64, bool)> {
        let now = self.number("SELECT count(*) FROM deal WHERE stage_id = ?1", stage)?;
        let sql = "SELECT EXISTS (SELECT 1 FROM deal_event WHERE ?1 IN (stage_id, old_stage_id))";
        Ok((now, self.number(sql, stage)? > 0))
    }

    /// Writes a reason for losing over the one with its id.
    pub fn update_lost_reason(&self, reason: &LostReason) -> Result<()> {
        self.update_row(reason)
    }

    /// Deals that were lost for a reason.
    pub fn lost_reason_uses(&self, reason: Id) -> Result<u64> {
        self.number("SELECT count(*) FROM deal WHERE lost_reason_id = ?1", reason)
    }

    /// Takes a reason for losing out that no deal was lost for.
    pub fn delete_lost_reason(&self, reason: Id) -> Result<()> {
        self.delete_row::<LostReason>(reason)
    }
}
