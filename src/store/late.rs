//! Deals of which something was told after what came later, as happens where a clock was put back, with books of other
//! programs and where copies are joined. Of all others, what stood at the end of a day is what their first event after
//! it says was before.

use rusqlite::{Connection, Result};

use super::functions::Shared;

/// Deals told late that are not known to be.
pub(super) const MISSING: &str = "SELECT DISTINCT deal_id FROM (
      SELECT deal_id, day < max(day) OVER (PARTITION BY deal_id ORDER BY id) AS is_late FROM deal_event)
    WHERE is_late AND deal_id NOT IN (SELECT id FROM deal_told_late)";

/// Looks at the events that were made, or brought back: whose deal has an earlier event of a later day, or a later one
/// of an earlier day.
pub(super) fn keep(connection: &Connection, shared: &Shared) -> Result<()> {
    let events = shared.lock().unsealed.made("deal_event");
    if events.is_empty() {
        return Ok(());
    }
    let mut keep = connection.prepare_cached(
        "INSERT OR IGNORE INTO deal_told_late SELECT deal_id FROM deal_event told WHERE id = ?1 AND EXISTS
           (SELECT 1 FROM deal_event other WHERE other.deal_id = told.deal_id
              AND (other.id < told.id AND other.day > told.day OR other.id > told.id AND other.day < told.day))",
    )?;
    events.into_iter().try_for_each(|event| keep.execute([event]).map(drop))
}

/// Brings in what is missing.
pub(super) fn recount(connection: &Connection) -> Result<()> {
    connection.execute(&format!("INSERT OR IGNORE INTO deal_told_late {MISSING}"), []).map(drop)
}
