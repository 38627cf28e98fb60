//! Sources: where an imported record came from, and the values last seen there.

use crate::domain::id::Id;
use crate::domain::word::RecordKind;
use crate::store::Writer;
use crate::store::error::Result;
use crate::store::row::{self, table};

table! {
    /// A record's counterpart in another program's file.
    pub struct Source in "source" {
        /// Which program.
        pub system: String,
        /// What kind of record.
        pub record_kind: RecordKind,
        /// Its id there, or what stands for one.
        pub their_id: String,
        /// The record here.
        pub record_id: Id,
        /// The values last seen there, by field, as a JSON object.
        pub seen: String,
    }
}

impl Writer<'_> {
    /// The counterpart with this id in another program.
    pub fn source(&self, system: &str, kind: RecordKind, their_id: &str) -> Result<Option<Source>> {
        let condition = "system = ?1 AND record_kind = ?2 AND their_id = ?3";
        row::first(self.connection, condition, &[&system, &kind, &their_id])
    }

    /// Whether a program has counterparts of this kind at all.
    pub fn has_sources(&self, system: &str, kind: RecordKind) -> Result<bool> {
        let sql = "SELECT EXISTS (SELECT 1 FROM source WHERE system = ?1 AND record_kind = ?2)";
        let mut select = self.connection.prepare_cached(sql)?;
        Ok(select.query_row(rusqlite::params![system, kind], |row| row.get(0))?)
    }

    /// Every counterpart with this id, in whichever program, newest first.
    pub fn sources_with_id(&self, kind: RecordKind, their_id: &str) -> Result<Vec<Source>> {
        let condition = "record_kind = ?1 AND their_id = ?2 ORDER BY id DESC";
        row::all(self.connection, condition, &[&kind, &their_id])
    }

    /// Whether the record that a counterpart stands for is still there.
    pub fn is_alive(&self, source: &Source) -> Result<bool> {
        let table = match source.record_kind {
            RecordKind::Order => "small_order",
            kind => kind.as_str(),
        };
        let sql = format!("SELECT EXISTS (SELECT 1 FROM {table} WHERE id = ?1)");
        Ok(self.connection.prepare_cached(&sql)?.query_row([source.record_id], |row| row.get(0))?)
    }

    /// The ids of a program's counterparts that begin with these characters.
    pub fn their_ids(&self, system: &str, kind: RecordKind, beginning: &str) -> Result<Vec<String>> {
        let mut select = self.connection.prepare_cached(
            "SELECT their_id FROM source WHERE system = ?1 AND record_kind = ?2
             AND their_id >= ?3 AND their_id < ?3 || char(0x10ffff)",
        )?;
        let rows = select.query_map(rusqlite::params![system, kind, beginning], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<Vec<_>>>()?)
    }

    /// Whether a record has a counterpart in a program, those whose id begins with `apart` not counted.
    pub fn has_source(&self, record: Id, system: &str, apart: &str) -> Result<bool> {
        let mut select = self.connection.prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM source
             WHERE record_id = ?1 AND system = ?2 AND substr(their_id, 1, length(?3)) <> ?3)",
        )?;
        Ok(select.query_row(rusqlite::params![record, system, apart], |row| row.get(0))?)
    }

    /// Every counterpart of a record.
    pub fn sources_of(&self, record: Id) -> Result<Vec<Source>> {
        row::all(self.connection, "record_id = ?1 ORDER BY id", &[&record])
    }

    /// Puts a counterpart in.
    pub fn insert_source(&self, source: &Source) -> Result<()> {
        self.insert_row(source)
    }

    /// Writes a counterpart over the one with its id.
    pub fn update_source(&self, source: &Source) -> Result<()> {
        self.update_row(source)
    }
}
