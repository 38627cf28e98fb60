//! The same record under two ids: both copies took it in from another program, each for itself.

use rusqlite::{OptionalExtension, params};

use super::compare::{Plan, Sides};
use super::touched::Spot;
use crate::store::backup::RECORDS;
use crate::store::error::Result;

impl Sides<'_> {
    /// The record here that came from the same place as one there: the other program calls both by the same id.
    /// None where the other copy has that one too.
    pub(super) fn imported_here_as(&self, (table, id): Spot) -> Result<Option<i64>> {
        let shape = &self.shapes[table];
        if !RECORDS.contains(&shape.name) {
            return Ok(None);
        }
        let named = "SELECT system, record_kind, their_id FROM source WHERE record_id = ?1";
        let mut named = self.theirs.prepare_cached(named)?;
        let mut names = named.query([id])?;
        while let Some(name) = names.next()? {
            let (system, kind, their_id): (String, String, String) =
                (name.get(0)?, name.get(1)?, name.get(2)?);
            let mut same = self.ours.prepare_cached(
                "SELECT record_id FROM source WHERE system = ?1 AND record_kind = ?2 AND their_id = ?3",
            )?;
            let same = same.query_row(params![system, kind, their_id], |row| row.get(0)).optional()?;
            let Some(same) = same.filter(|same| *same != id) else { continue };
            if shape.has(self.ours, same)? && !shape.has(self.theirs, same)? {
                return Ok(Some(same));
            }
        }
        Ok(None)
    }

    /// The id here of a record of any kind there, where it is another one.
    pub(super) fn record_here(&self, plan: &Plan, id: i64) -> Result<Option<i64>> {
        let records = (0..self.shapes.len()).filter(|table| RECORDS.contains(&self.shapes[*table].name));
        for table in records {
            if let Some(twin) = plan.twins.get(&(table, id)) {
                return Ok(Some(*twin));
            }
            let shape = &self.shapes[table];
            if shape.has(self.theirs, id)? && !shape.has(self.ours, id)? {
                return self.imported_here_as((table, id));
            }
        }
        Ok(None)
    }
}
