//! What happened to one record: the operations that changed it or what hangs on it, and what each changed.
//!
//! A row that hung on the record and is gone is known by what the journal wrote down of it. Those rows are
//! looked for among the latest operations that were work on a few records, not imports.

use rusqlite::types::ValueRef;
use rusqlite::{OptionalExtension, params};
use serde_json::{Map, Value};

use super::related::json;
use crate::domain::id::Id;
use crate::domain::money::Currency;
use crate::domain::word::RecordKind;
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::history::{Operation, select};

/// One operation, and what it changed of the record.
#[derive(Debug, Clone, PartialEq)]
pub struct Happening {
    /// What was done.
    pub operation: Operation,
    /// What changed, in the order in which it did.
    pub changes: Vec<Change>,
}

/// What one field held before and after.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The field: its table and column, `deal.amount`.
    pub field: String,
    /// Before.
    pub old: Held,
    /// After.
    pub new: Held,
    /// Whether it is one of several of its kind, a person or a tag: it came or went.
    pub is_member: bool,
}

/// What a field held.
#[derive(Debug, Clone, PartialEq)]
pub enum Held {
    /// Nothing.
    Nothing,
    /// A text; of what is told by its id, the name.
    Text(String),
    /// A number.
    Number(i64),
    /// An amount in minor units, in the currency that it had then.
    Money(i64, Currency),
    /// A stage: its key, and the person's own name of it.
    Stage(String, Option<String>),
    /// Something that is no longer there.
    Gone,
}

type Hanging = (&'static str, [Option<&'static str>; 3], Option<&'static str>);

/// What hangs on records: the table, the columns that name the account, the contact and the deal it hangs
/// on, and the column that tells what it is; none where the operation's name tells it.
const HANGING: &[Hanging] = &[
    ("contact_email", [None, Some("contact_id"), None], Some("address")),
    ("contact_phone", [None, Some("contact_id"), None], Some("number")),
    ("contact_part", [None, Some("contact_id"), None], Some("part")),
    ("former_employer", [None, Some("contact_id"), None], Some("name")),
    ("contact_need", [None, Some("contact_id"), None], Some("need")),
    ("deal_contact", [None, None, Some("deal_id")], Some("contact_id")),
    ("deal_product", [None, None, Some("deal_id")], Some("product_id")),
    ("activity", [Some("account_id"), None, Some("deal_id")], None),
    ("activity_contact", [None, Some("contact_id"), None], None),
    ("commitment", [Some("account_id"), Some("contact_id"), Some("deal_id")], None),
    ("special_day", [Some("account_id"), Some("contact_id"), None], None),
    ("small_order", [Some("account_id"), None, None], None),
    ("tagging", [Some("record_id"), Some("record_id"), Some("record_id")], Some("tag_id")),
    ("custom_value", [Some("record_id"), Some("record_id"), Some("record_id")], Some("value")),
    ("link", [Some("record_id"), Some("record_id"), Some("record_id")], Some("target")),
];

/// Columns that name another row: their end, and how what they name is called.
const NAMING: &[(&str, &str)] = &[
    ("owner_id", "SELECT name FROM colleague WHERE id = ?1"),
    ("parent_id", "SELECT name FROM account WHERE id = ?1"),
    ("account_id", "SELECT name FROM account WHERE id = ?1"),
    ("contact_id", "SELECT name FROM contact WHERE id = ?1"),
    ("reports_to", "SELECT name FROM contact WHERE id = ?1"),
    ("product_id", "SELECT name FROM product WHERE id = ?1"),
    ("tag_id", "SELECT name FROM tag WHERE id = ?1"),
    ("lost_reason_id", "SELECT coalesce(name, key) FROM lost_reason WHERE id = ?1"),
];

/// Columns that are amounts; beside each lies its currency.
const AMOUNTS: &[&str] = &["deal.amount", "account.potential", "account.revenue"];

/// How many of the latest operations are looked through for rows that are gone, and how many rows those
/// changed at most.
const LATEST: i64 = 2000;
const FEW: i64 = 500;

/// One entry of the journal.
struct Entry {
    operation: i64,
    table: String,
    row: Id,
    action: String,
    values: Map<String, Value>,
}

impl Book {
    /// What happened to an account, a contact, a deal or a product, the newest first: at most `limit` operations,
    /// those before a place in the history where one is given. With `beneath` also what happened to the
    /// people and deals of an account.
    pub fn record_history(
        &self,
        (kind, id): (RecordKind, Id),
        beneath: bool,
        before: Option<i64>,
        limit: usize,
    ) -> Result<Vec<Happening>> {
        let _moment = self.moment()?;
        let rows = rows(kind, beneath);
        let condition = format!(
            "seq IN (SELECT operation FROM journal WHERE row_id IN ({rows})) AND seq < ?2
             ORDER BY seq DESC LIMIT ?3"
        );
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let before = before.unwrap_or(i64::MAX);
        let operations = select(&self.connection, self.session(), &condition, &[&id, &before, &limit])?;
        let mut entries = self.changes_among(&rows, id, &operations)?;
        let mut happenings = vec![];
        for operation in operations {
            let mut changes = vec![];
            for entry in entries.extract_if(.., |entry| entry.operation == operation.seq) {
                changes.extend(self.changes(&entry)?);
            }
            happenings.push(Happening { operation, changes });
        }
        Ok(happenings)
    }

    /// What these operations changed in these rows, in order.
    fn changes_among(&self, rows: &str, id: Id, operations: &[Operation]) -> Result<Vec<Entry>> {
        let sequence: Vec<Id> = operations.iter().map(|operation| Id(operation.seq)).collect();
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT operation, tbl, row_id, action, changes FROM journal
             WHERE row_id IN ({rows}) AND operation IN (SELECT value FROM json_each(?2)) ORDER BY journal.seq"
        ))?;
        let entries = statement.query_map(params![id, json(&sequence)], entry)?;
        Ok(entries.collect::<rusqlite::Result<_>>()?)
    }

    /// What an entry tells: the columns that it changed, or what came.
    fn changes(&self, entry: &Entry) -> Result<Vec<Change>> {
        let telling =
            HANGING.iter().find(|(table, ..)| *table == entry.table).and_then(|(.., column)| *column);
        match (entry.action.as_str(), telling) {
            ("U", _) => {
                let mut changes = vec![];
                for (column, pair) in &entry.values {
                    let old = self.held_then(entry, column, pair.get(0), 0)?;
                    let new = self.held_then(entry, column, pair.get(1), 1)?;
                    let field = format!("{}.{column}", entry.table);
                    changes.push(Change { field, old, new, is_member: false });
                }
                Ok(changes)
            }
            ("I" | "D", Some(telling)) => {
                let value = match entry.values.get(telling) {
                    Some(written_down) => Some(written_down.clone()),
                    None => self.value_of(entry, telling)?,
                };
                let Some(value) = value else { return Ok(vec![]) };
                let (held, field) =
                    (self.held(&entry.table, telling, &value)?, format!("{}.{telling}", entry.table));
                let came = entry.action == "I";
                let (old, new) = if came { (Held::Nothing, held) } else { (held, Held::Nothing) };
                Ok(vec![Change { field, old, new, is_member: true }])
            }
            _ => Ok(vec![]),
        }
    }

    /// What a row that came holds in a column; if it has gone since, what it held then.
    fn value_of(&self, entry: &Entry, column: &str) -> Result<Option<Value>> {
        let sql = format!("SELECT {column} FROM {} WHERE id = ?1", entry.table);
        let read = |row: &rusqlite::Row<'_>| {
            Ok(match row.get_ref(0)? {
                ValueRef::Integer(number) => Value::from(number),
                other => other.as_str().map_or(Value::Null, Value::from),
            })
        };
        let present = self.connection.prepare_cached(&sql)?.query_row([entry.row], read).optional()?;
        if present.is_some() {
            return Ok(present);
        }
        let mut statement = self.connection.prepare_cached(
            "SELECT operation, tbl, row_id, action, changes FROM journal
             WHERE row_id = ?1 AND action = 'D' ORDER BY operation DESC LIMIT 1",
        )?;
        let gone = statement.query_row([entry.row], self::entry).optional()?;
        Ok(gone.and_then(|gone| gone.values.get(column).cloned()))
    }

    /// A column's value before (0) or after (1) a change; an amount with the currency that it had then.
    fn held_then(&self, entry: &Entry, column: &str, value: Option<&Value>, side: usize) -> Result<Held> {
        let value = value.unwrap_or(&Value::Null);
        let field = format!("{}.{column}", entry.table);
        if let (true, Some(minor)) = (AMOUNTS.contains(&field.as_str()), value.as_i64()) {
            let beside = entry.values.get("currency").and_then(|pair| pair.get(side)?.as_str());
            let currency = match beside.and_then(|code| code.parse().ok()) {
                Some(known) => Some(known),
                None => self.currency_after(entry)?,
            };
            return Ok(currency.map_or(Held::Number(minor), |currency| Held::Money(minor, currency)));
        }
        self.held(&entry.table, column, value)
    }

    /// The currency that a row had after an entry: the old one of the next change of it that holds, or the
    /// present one.
    fn currency_after(&self, entry: &Entry) -> Result<Option<Currency>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT json_extract(journal.changes, '$.currency[0]') AS was FROM journal
             JOIN operation ON operation.seq = operation AND state = 'done'
             WHERE row_id = ?1 AND operation > ?2 AND action = 'U' AND was IS NOT NULL
             ORDER BY operation LIMIT 1",
        )?;
        let later = statement.query_row(params![entry.row, entry.operation], |row| row.get(0)).optional()?;
        if later.is_some() {
            return Ok(later);
        }
        let sql = format!("SELECT currency FROM {} WHERE id = ?1", entry.table);
        Ok(self.connection.prepare_cached(&sql)?.query_row([entry.row], |row| row.get(0)).optional()?)
    }

    /// A value of a table's column; what an id names is called by its name.
    pub(super) fn held(&self, table: &str, column: &str, value: &Value) -> Result<Held> {
        if column == "stage_id" && table == "deal" && !value.is_null() {
            let sql = "SELECT key, buyer_name FROM stage WHERE id = ?1";
            let mut statement = self.connection.prepare_cached(sql)?;
            let stage = statement
                .query_row([value.as_i64()], |row| Ok(Held::Stage(row.get(0)?, row.get(1)?)))
                .optional()?;
            return Ok(stage.unwrap_or(Held::Gone));
        }
        let naming = NAMING.iter().find(|(named, _)| *named == column);
        Ok(match (value, naming) {
            (Value::Null, _) => Held::Nothing,
            (Value::Number(id), Some((_, sql))) => {
                let mut statement = self.connection.prepare_cached(sql)?;
                let name = statement.query_row([id.as_i64()], |row| row.get(0)).optional()?;
                name.map_or(Held::Gone, Held::Text)
            }
            (Value::Number(number), None) => number.as_i64().map_or(Held::Nothing, Held::Number),
            (Value::String(text), _) if text.is_empty() => Held::Nothing,
            (Value::String(text), _) => Held::Text(text.clone()),
            _ => Held::Nothing,
        })
    }
}

fn entry(row: &rusqlite::Row<'_>) -> rusqlite::Result<Entry> {
    let changes: Option<String> = row.get(4)?;
    let values = changes.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
    Ok(Entry { operation: row.get(0)?, table: row.get(1)?, row: row.get(2)?, action: row.get(3)?, values })
}

/// The ids of a record's rows, in SQL: its own, and those of what hangs on it or did; `?1` is the record.
fn rows(kind: RecordKind, beneath: bool) -> String {
    let hanging = || HANGING.iter().filter_map(|(table, columns, _)| Some((table, on(kind, columns)?)));
    let mut sql = "SELECT ?1".to_owned();
    for (table, on) in hanging() {
        sql.push_str(&format!(" UNION ALL SELECT id FROM {table} WHERE {on} = ?1"));
    }
    if beneath && kind == RecordKind::Account {
        for table in ["contact", "deal"] {
            sql.push_str(&format!(" UNION ALL SELECT id FROM {table} WHERE account_id = ?1"));
        }
    }
    let hung = |(table, on)| format!("(tbl = '{table}' AND json_extract(journal.changes, '$.{on}') = ?1)");
    let hung: Vec<String> = hanging().map(hung).collect();
    if !hung.is_empty() {
        sql.push_str(&format!(
            " UNION ALL SELECT row_id FROM operation CROSS JOIN journal ON operation = operation.seq
              WHERE operation.seq > (SELECT max(seq) FROM operation) - {LATEST} AND operation.changes <= {FEW}
                AND action <> 'U' AND journal.changes IS NOT NULL AND ({})",
            hung.join(" OR ")
        ));
    }
    sql
}

/// The column by which a row hangs on a record of a kind.
fn on(kind: RecordKind, [account, contact, deal]: &[Option<&'static str>; 3]) -> Option<&'static str> {
    match kind {
        RecordKind::Account => *account,
        RecordKind::Contact => *contact,
        RecordKind::Deal => *deal,
        _ => None,
    }
}
