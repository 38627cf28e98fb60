//! The entries of account plans: every kind's own table, read and written by its spec.

mod column;
mod forget;
mod merge;
mod name;

#[cfg(test)]
mod tests;

use rusqlite::{Connection, OptionalExtension, Row as SqlRow, ToSql};

use self::column::{columns, read_value, to_sql};
use crate::domain::due::DueKind;
use crate::domain::entry::{Entry, EntryKind, HangsOn, Holder, Spec};
use crate::domain::id::Id;
use crate::domain::money::{Currency, Money};
use crate::store::Writer;
use crate::store::book::Book;
use crate::store::error::{Error, Result};

impl Book {
    /// The entry with this id.
    ///
    /// # Errors
    /// [`Error::NoRecord`] where there is none of this kind.
    pub fn entry(&self, kind: EntryKind, id: Id) -> Result<Entry> {
        find(&self.connection, kind, id)
    }

    /// The entries of a kind that hang on a record, in their order.
    pub fn entries(&self, kind: EntryKind, holder: Holder) -> Result<Vec<Entry>> {
        of(&self.connection, kind, holder)
    }

    /// The entries of a kind that hang on the deals of an account, deal by deal.
    pub fn entries_of_deals(&self, kind: EntryKind, account: Id) -> Result<Vec<Entry>> {
        let spec = kind.spec();
        let condition = format!(
            "deal_id IN (SELECT id FROM deal WHERE account_id = ?1) ORDER BY deal_id, {}",
            order(spec)
        );
        all(&self.connection, spec, &condition, &[&account])
    }

    /// Entries of a kind anywhere in the book whose words hold a folded word, newest first, at most `limit`
    /// and one more, so that the caller sees that there are several.
    pub fn entries_holding(&self, kind: EntryKind, word: &str, limit: usize) -> Result<Vec<Entry>> {
        let spec = kind.spec();
        let texts: Vec<String> = spec
            .fields
            .iter()
            .filter(|field| field.is_text())
            .map(|field| format!("keybook_holds({}, ?1)", field.key))
            .collect();
        if word.is_empty() || texts.is_empty() {
            return Ok(vec![]);
        }
        let condition = format!("({}) ORDER BY id DESC LIMIT ?2", texts.join(" OR "));
        let limit = i64::try_from(limit).unwrap_or(i64::MAX).saturating_add(1);
        all(&self.connection, spec, &condition, &[&word, &limit])
    }

    /// The next entries of a kind in the whole book after one of them, oldest first, at most `limit`.
    pub fn entries_after(&self, kind: EntryKind, after: Option<Id>, limit: usize) -> Result<Vec<Entry>> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        all(
            &self.connection,
            kind.spec(),
            "id > ?1 ORDER BY id LIMIT ?2",
            &[&after.unwrap_or_default(), &limit],
        )
    }
}

impl Writer<'_> {
    /// The entry with this id.
    ///
    /// # Errors
    /// [`Error::NoRecord`] where there is none of this kind.
    pub fn entry(&self, kind: EntryKind, id: Id) -> Result<Entry> {
        find(self.connection, kind, id)
    }

    /// The entries of a kind that hang on a record, in their order.
    pub fn entries(&self, kind: EntryKind, holder: Holder) -> Result<Vec<Entry>> {
        of(self.connection, kind, holder)
    }

    /// Puts an entry in.
    pub fn insert_entry(&self, entry: &Entry) -> Result<()> {
        let columns = columns(entry.kind.spec());
        let places: Vec<String> = (1..=columns.len()).map(|place| format!("?{place}")).collect();
        let sql = format!(
            "INSERT INTO {} ({}) VALUES ({})",
            entry.kind.spec().table,
            columns.join(", "),
            places.join(", ")
        );
        self.write_entry(&sql, entry).map(drop)
    }

    /// Writes an entry over the one with its id. What is due on another day is put off no longer.
    ///
    /// # Errors
    /// [`Error::NoRecord`] where there is none.
    pub fn update_entry(&self, entry: &Entry) -> Result<()> {
        if let Some(due) = DueKind::of_entry(entry.kind)
            && self.entry(entry.kind, entry.id)?.get("due") != entry.get("due")
        {
            self.wake(entry.id, due)?;
        }
        let columns = columns(entry.kind.spec());
        let pairs = columns.iter().zip(1..).skip(1).map(|(column, place)| format!("{column} = ?{place}"));
        let pairs: Vec<String> = pairs.collect();
        let sql = format!("UPDATE {} SET {} WHERE id = ?1", entry.kind.spec().table, pairs.join(", "));
        match self.write_entry(&sql, entry)? {
            0 => Err(Error::NoRecord),
            _ => Ok(()),
        }
    }

    /// Runs a statement whose places are an entry's columns.
    fn write_entry(&self, sql: &str, entry: &Entry) -> Result<usize> {
        let spec = entry.kind.spec();
        let mut values: Vec<Box<dyn ToSql>> = vec![Box::new(entry.id)];
        let (account, deal) = match entry.holder {
            Holder::Account(id) => (Some(id), None),
            Holder::Deal(id) => (None, Some(id)),
        };
        if spec.hangs_on != HangsOn::Deal {
            values.push(Box::new(account));
        }
        if spec.hangs_on != HangsOn::Account {
            values.push(Box::new(deal));
        }
        if spec.ordered {
            values.push(Box::new(entry.position));
        }
        for value in &entry.values {
            values.push(to_sql(value.as_ref()));
        }
        if spec.has_money() {
            values.push(Box::new(currency(entry)));
        }
        values.push(Box::new(entry.created_at));
        values.push(Box::new(entry.updated_on));
        let values: Vec<&dyn ToSql> = values.iter().map(AsRef::as_ref).collect();
        Ok(self.connection.prepare_cached(sql)?.execute(values.as_slice())?)
    }
}

/// The currency of an entry's amounts: they are all in one.
fn currency(entry: &Entry) -> Option<Currency> {
    let mut amounts = entry.kind.spec().fields.iter().filter_map(|field| entry.money(field.key));
    amounts.next().map(|money| money.currency)
}

fn find(connection: &Connection, kind: EntryKind, id: Id) -> Result<Entry> {
    let spec = kind.spec();
    let sql = format!("SELECT {} FROM {} WHERE id = ?1", columns(spec).join(", "), spec.table);
    let mut statement = connection.prepare_cached(&sql)?;
    statement.query_row([id], |row| read(spec, row)).optional()?.ok_or(Error::NoRecord)
}

fn of(connection: &Connection, kind: EntryKind, holder: Holder) -> Result<Vec<Entry>> {
    let spec = kind.spec();
    let Some(column) = holder_column(spec, holder) else { return Ok(vec![]) };
    all(connection, spec, &format!("{column} = ?1 ORDER BY {}", order(spec)), &[&holder.id()])
}

/// The column that refers to a holder; none where the kind does not hang on such.
fn holder_column(spec: &Spec, holder: Holder) -> Option<&'static str> {
    match (holder, spec.hangs_on) {
        (Holder::Account(_), HangsOn::Account | HangsOn::Either) => Some("account_id"),
        (Holder::Deal(_), HangsOn::Deal | HangsOn::Either) => Some("deal_id"),
        _ => None,
    }
}

/// The order of a kind's entries: the person's, or by day, or as they were entered.
fn order(spec: &Spec) -> String {
    match (spec.ordered, spec.sorted_by) {
        (true, _) => "position, id".to_owned(),
        (false, Some(column)) => format!("{column} IS NULL, {column}, id"),
        (false, None) => "id".to_owned(),
    }
}

/// Every entry of a kind that meets a condition, which may end in ORDER BY and LIMIT.
pub(in crate::store) fn all(
    connection: &Connection,
    spec: &'static Spec,
    condition: &str,
    parameters: &[&dyn ToSql],
) -> Result<Vec<Entry>> {
    let sql = format!("SELECT {} FROM {} WHERE {condition}", columns(spec).join(", "), spec.table);
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(parameters, |row| read(spec, row))?;
    Ok(rows.collect::<rusqlite::Result<Vec<_>>>()?)
}

fn read(spec: &'static Spec, row: &SqlRow<'_>) -> rusqlite::Result<Entry> {
    let mut place = 0..;
    let mut next = || place.next().unwrap_or_default();
    let id = row.get(next())?;
    let account: Option<Id> = if spec.hangs_on == HangsOn::Deal { None } else { row.get(next())? };
    let deal: Option<Id> = if spec.hangs_on == HangsOn::Account { None } else { row.get(next())? };
    let holder = match (account, deal) {
        (Some(account), _) => Holder::Account(account),
        (None, deal) => Holder::Deal(deal.unwrap_or_default()),
    };
    let position = if spec.ordered { row.get(next())? } else { 0 };
    let currency: Option<Currency> = if spec.has_money() { row.get("currency")? } else { None };
    let money = |minor| Money::new(minor, currency.unwrap_or_default());
    let values = spec.fields.iter().map(|field| read_value(field, row, next(), money));
    let values = values.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(Entry {
        id,
        kind: spec.kind,
        holder,
        position,
        values,
        created_at: row.get("created_at")?,
        updated_on: row.get("updated_on")?,
    })
}
