//! Finding records that have no name of their own by their words: activities, promises, special days.

use rusqlite::params;

use super::find::Named;
use crate::domain::id::Id;
use crate::domain::text::fold;
use crate::domain::word::RecordKind;
use crate::store::book::Book;
use crate::store::error::Result;

impl Book {
    /// The records of a kind that words mean: the one with that id; else those whose text holds the words,
    /// what is still to be done first, up to ten. None for kinds that have names.
    pub fn worded(&self, words: &str, kind: RecordKind) -> Result<Vec<Named>> {
        let (table, text, first) = match kind {
            RecordKind::Activity => {
                ("activity", "coalesce(subject, text, kind)", "due_on IS NULL OR done_on IS NOT NULL")
            }
            RecordKind::Commitment => ("commitment", "text", "status <> 'open'"),
            RecordKind::SpecialDay => (
                "special_day",
                "coalesce(label, kind) || coalesce(' · ' || (SELECT name FROM contact WHERE contact.id = contact_id), '')",
                "''",
            ),
            _ => return Ok(vec![]),
        };
        let id: Option<Id> = words.trim().parse().ok();
        let key = fold(words);
        if id.is_none() && key.is_empty() {
            return Ok(vec![]);
        }
        let sql = format!(
            "SELECT id, {text} FROM {table}
             WHERE CASE WHEN ?1 IS NULL THEN keybook_holds({text}, ?2) ELSE id = ?1 END
             ORDER BY {first}, id DESC LIMIT 10"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map(params![id, key], |row| {
            let id: Id = row.get(0)?;
            Ok(Named { kind, id, code: id.to_string(), name: row.get(1)? })
        })?;
        Ok(rows.collect::<rusqlite::Result<Vec<_>>>()?)
    }
}
