//! Entries of two records that become one: those of the one that goes come after those of the other.

use crate::domain::entry::{EntryKind, HangsOn, Spec, Target};
use crate::domain::id::Id;
use crate::domain::word::RecordKind;
use crate::store::Writer;
use crate::store::error::Result;

impl Writer<'_> {
    /// Moves the entries of one account to another.
    pub(in crate::store) fn move_entries(&self, from: Id, into: Id) -> Result<()> {
        for spec in EntryKind::ALL.iter().map(|kind| kind.spec()) {
            match spec {
                Spec { hangs_on: HangsOn::Deal, .. } => {}
                Spec { single: true, .. } => self.join_single(spec, from, into)?,
                _ => self.move_all_entries(spec, from, into)?,
            }
        }
        Ok(())
    }

    /// Points what refers to a contact to another.
    pub(in crate::store) fn repoint_entries(&self, kind: RecordKind, from: Id, into: Id) -> Result<()> {
        for (spec, field) in Spec::references_to(Target::Record(kind)) {
            let sql = format!(
                "UPDATE {table} SET {column} = ?2 WHERE {column} = ?1",
                table = spec.table,
                column = field.column()
            );
            self.connection.prepare_cached(&sql)?.execute([from, into])?;
        }
        Ok(())
    }

    fn move_all_entries(&self, spec: &Spec, from: Id, into: Id) -> Result<()> {
        let table = spec.table;
        let after = format!("(SELECT coalesce(max(position), 0) FROM {table} WHERE account_id = ?2)");
        let position = if spec.ordered { format!(", position = position + {after}") } else { String::new() };
        let sql = format!("UPDATE {table} SET account_id = ?2{position} WHERE account_id = ?1");
        self.connection.prepare_cached(&sql)?.execute([from, into])?;
        Ok(())
    }

    /// Where both have one, the one that stays takes from the other what it has not.
    fn join_single(&self, spec: &Spec, from: Id, into: Id) -> Result<()> {
        let table = spec.table;
        let fill = spec.fields.iter().map(|field| {
            let column = field.column();
            format!("{column} = coalesce({column}, (SELECT {column} FROM {table} WHERE account_id = ?1))")
        });
        let fill = fill.collect::<Vec<_>>().join(", ");
        for sql in [
            format!("UPDATE {table} SET {fill} WHERE account_id = ?2"),
            format!(
                "UPDATE {table} SET account_id = ?2 WHERE account_id = ?1
                   AND NOT EXISTS (SELECT 1 FROM {table} WHERE account_id = ?2)"
            ),
        ] {
            self.connection.prepare_cached(&sql)?.execute([from, into])?;
        }
        let sql = format!("DELETE FROM {table} WHERE account_id = ?1");
        self.connection.prepare_cached(&sql)?.execute([from])?;
        Ok(())
    }
}
