//! Entries of two records that become one: those of the one that goes come after those of the other; two of
//! which there may only be one are joined.

use crate::domain::entry::{EntryKind, Field, Form, Spec, Target};
use crate::domain::id::Id;
use crate::domain::word::RecordKind;
use crate::store::Writer;
use crate::store::error::Result;

impl Writer<'_> {
    /// Moves the entries of one record to another of its kind.
    pub(in crate::store) fn move_entries(&self, kind: RecordKind, from: Id, into: Id) -> Result<()> {
        let specs = EntryKind::ALL.iter().map(|kind| kind.spec());
        for spec in specs.filter(|spec| spec.hangs_on.kinds().contains(&kind)) {
            let holder = format!("{kind}_id");
            for (one, other) in self.twins(spec, &holder, from, into)? {
                self.join_entry(spec, one, other)?;
            }
            self.move_rest(spec, &holder, from, into)?;
        }
        Ok(())
    }

    /// Points what refers to a record to another.
    pub(in crate::store) fn repoint_entries(&self, kind: RecordKind, from: Id, into: Id) -> Result<()> {
        self.repoint(Target::Record(kind), from, into)
    }

    fn repoint(&self, target: Target, from: Id, into: Id) -> Result<()> {
        for (spec, field) in Spec::references_to(target) {
            let sql = format!(
                "UPDATE {table} SET {column} = ?2 WHERE {column} = ?1",
                table = spec.table,
                column = field.column()
            );
            self.connection.prepare_cached(&sql)?.execute([from, into])?;
        }
        Ok(())
    }

    fn move_rest(&self, spec: &Spec, holder: &str, from: Id, into: Id) -> Result<()> {
        let table = spec.table;
        let after = format!("(SELECT coalesce(max(position), 0) FROM {table} WHERE {holder} = ?2)");
        let position = if spec.ordered { format!(", position = position + {after}") } else { String::new() };
        let sql = format!("UPDATE {table} SET {holder} = ?2{position} WHERE {holder} = ?1");
        self.connection.prepare_cached(&sql)?.execute([from, into])?;
        Ok(())
    }

    /// The entries of the one that goes that cannot stand beside one of the other, each with that one.
    fn twins(&self, spec: &Spec, holder: &str, from: Id, into: Id) -> Result<Vec<(Id, Id)>> {
        let sets: Vec<String> = match spec.single {
            true => vec!["1".to_owned()],
            false => spec.unique.iter().map(|set| same(spec, set)).collect(),
        };
        if sets.is_empty() {
            return Ok(vec![]);
        }
        let sql = format!(
            "SELECT one.id, min(other.id) FROM {table} one JOIN {table} other ON other.{holder} = ?2
             WHERE one.{holder} = ?1 AND ({sets}) GROUP BY one.id ORDER BY one.id",
            table = spec.table,
            sets = sets.join(" OR ")
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let pairs = statement.query_map([from, into], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(pairs.collect::<rusqlite::Result<_>>()?)
    }

    /// Makes an entry part of another, which takes from it what it has not.
    fn join_entry(&self, spec: &'static Spec, one: Id, other: Id) -> Result<()> {
        let fill: Vec<String> = spec.fields.iter().map(|field| filled(spec, field)).collect();
        let currency = spec.has_money().then(|| {
            format!("currency = CASE WHEN {} THEN theirs.currency ELSE mine.currency END", no_amount(spec))
        });
        let sql = format!(
            "UPDATE {table} AS mine SET {fill} FROM {table} AS theirs WHERE mine.id = ?2 AND theirs.id = ?1",
            table = spec.table,
            fill = fill.into_iter().chain(currency).collect::<Vec<_>>().join(", ")
        );
        self.connection.prepare_cached(&sql)?.execute([one, other])?;
        self.repoint(Target::Entry(spec.kind), one, other)?;
        self.delete_entry(spec.kind, one)
    }
}

/// That two entries share these fields, in SQL; a flag only where it is set.
fn same(spec: &Spec, set: &[&str]) -> String {
    let fields = set.iter().filter_map(|key| spec.field(key));
    let equal = fields.map(|field| {
        let column = field.column();
        match field.form {
            Form::Flag => format!("one.{column} = 1 AND other.{column} = 1"),
            _ => format!("one.{column} = other.{column} COLLATE NOCASE"),
        }
    });
    format!("({})", equal.collect::<Vec<_>>().join(" AND "))
}

/// A field of an entry filled from the other's, in SQL: texts that differ are both kept, amounts of another
/// currency are not taken for ours.
fn filled(spec: &Spec, field: &Field) -> String {
    let column = field.column();
    let value = match field.form {
        Form::Text => format!(
            "CASE WHEN mine.{column} <> theirs.{column} THEN mine.{column} || char(10) || theirs.{column}
             ELSE coalesce(mine.{column}, theirs.{column}) END"
        ),
        Form::Money { .. } => format!(
            "CASE WHEN {} OR mine.currency = theirs.currency
             THEN coalesce(mine.{column}, theirs.{column}) ELSE mine.{column} END",
            no_amount(spec)
        ),
        _ => format!("coalesce(mine.{column}, theirs.{column})"),
    };
    format!("{column} = {value}")
}

/// That our entry has no amount, in SQL.
fn no_amount(spec: &Spec) -> String {
    let amounts = spec.fields.iter().filter(|field| matches!(field.form, Form::Money { .. }));
    let none: Vec<String> = amounts.map(|field| format!("mine.{} IS NULL", field.column())).collect();
    format!("({})", none.join(" AND "))
}
