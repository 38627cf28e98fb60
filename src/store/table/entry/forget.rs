//! What becomes of entries when what they hang on, or refer to, goes.

use crate::domain::due::DueKind;
use crate::domain::entry::{EntryKind, Field, HangsOn, Holder, Spec, Target};
use crate::domain::id::Id;
use crate::store::Writer;
use crate::store::error::Result;

impl Writer<'_> {
    /// Takes an entry out; what refers to it lets go of it.
    pub fn delete_entry(&self, kind: EntryKind, id: Id) -> Result<()> {
        self.delete_entries(kind.spec(), "id = ?1", id)
    }

    /// Takes out every entry that hangs on a record.
    pub(in crate::store) fn delete_entries_of(&self, holder: Holder) -> Result<()> {
        let (column, apart) = match holder {
            Holder::Account(_) => ("account_id = ?1", HangsOn::Deal),
            Holder::Deal(_) => ("deal_id = ?1", HangsOn::Account),
        };
        for spec in EntryKind::ALL.iter().map(|kind| kind.spec()).filter(|spec| spec.hangs_on != apart) {
            self.delete_entries(spec, column, holder.id())?;
        }
        Ok(())
    }

    /// Lets go of something that is to go: entries that cannot be without it go with it, others lose the
    /// reference.
    pub fn release(&self, target: Target, id: Id) -> Result<()> {
        for (spec, field) in Spec::references_to(target) {
            self.let_go(spec, field, "?1", id)?;
        }
        Ok(())
    }

    /// Takes out the entries of a kind that meet a condition on their row with one parameter.
    fn delete_entries(&self, spec: &'static Spec, condition: &str, id: Id) -> Result<()> {
        let which = format!("SELECT id FROM {} WHERE {condition}", spec.table);
        for (other, field) in Spec::references_to(Target::Entry(spec.kind)) {
            self.let_go(other, field, &which, id)?;
        }
        if DueKind::of_entry(spec.kind).is_some() {
            let sql = format!("DELETE FROM snooze WHERE record_id IN ({which})");
            self.connection.prepare_cached(&sql)?.execute([id])?;
        }
        let sql = format!("DELETE FROM {} WHERE {condition}", spec.table);
        self.connection.prepare_cached(&sql)?.execute([id])?;
        Ok(())
    }

    /// Lets the entries of a kind go of those that `which` lists.
    fn let_go(&self, spec: &'static Spec, field: &Field, which: &str, id: Id) -> Result<()> {
        let column = field.column();
        if field.required {
            return self.delete_entries(spec, &format!("{column} IN ({which})"), id);
        }
        let sql = format!("UPDATE {} SET {column} = NULL WHERE {column} IN ({which})", spec.table);
        self.connection.prepare_cached(&sql)?.execute([id])?;
        Ok(())
    }
}
