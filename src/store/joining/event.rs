//! The tables of events, and their rows as values.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params_from_iter};

use crate::store::Writer;
use crate::store::error::Result;
use crate::store::undo::{from_json, object};

/// A table of events.
pub(super) struct Kind {
    pub table: &'static str,
    /// The column that names the record.
    pub of: &'static str,
    /// The record's table.
    pub record: &'static str,
    /// The column of the record that `of` holds.
    pub named_by: &'static str,
    pub tracked: &'static [&'static str],
    /// Whether they also tell what was before.
    pub tells_before: bool,
}

/// Every table of events.
pub(super) const KINDS: &[Kind] = &[
    Kind {
        table: "deal_event",
        of: "deal_id",
        record: "deal",
        named_by: "id",
        tracked: &[
            "status",
            "stage_id",
            "amount",
            "currency",
            "win_rate",
            "close_on",
            "closed_on",
            "products",
        ],
        tells_before: true,
    },
    Kind {
        table: "order_event",
        of: "order_id",
        record: "small_order",
        named_by: "id",
        tracked: &["ordered_on", "amount", "currency"],
        tells_before: true,
    },
    Kind {
        table: "quota_event",
        of: "period",
        record: "quota",
        named_by: "period",
        tracked: &["amount", "currency"],
        tells_before: false,
    },
    Kind {
        table: "stage_event",
        of: "stage_id",
        record: "stage",
        named_by: "id",
        tracked: &["win_rate"],
        tells_before: false,
    },
];

/// An event of either copy.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Event {
    pub id: i64,
    /// Which record, by what its kind is named by.
    pub of: Value,
    pub day: Value,
    pub at: i64,
    pub is_theirs: bool,
    pub before: Vec<Value>,
    pub after: Vec<Value>,
}

impl Kind {
    fn columns(&self) -> Vec<String> {
        let old: Vec<String> = self.tracked.iter().map(|name| format!("old_{name}")).collect();
        let old = old.into_iter().filter(|_| self.tells_before);
        [self.of, "day", "at"]
            .map(str::to_owned)
            .into_iter()
            .chain(self.tracked.iter().map(ToString::to_string))
            .chain(old)
            .collect()
    }

    fn read(&self, id: i64, values: &[Value]) -> Event {
        let many = self.tracked.len();
        let part = |from: usize| values.get(from..from + many).map(<[Value]>::to_vec).unwrap_or_default();
        let at = match values[2] {
            Value::Integer(at) => at,
            _ => 0,
        };
        Event {
            id,
            of: values[0].clone(),
            day: values[1].clone(),
            at,
            is_theirs: false,
            before: part(3 + many),
            after: part(3),
        }
    }

    /// An event of a copy, also one that a join has written anew there.
    pub fn event(&self, side: &Connection, id: i64) -> Result<Option<Event>> {
        let found = self.select(side, "id = ?1", &[Value::Integer(id)])?.into_iter().next();
        if found.is_some() {
            return Ok(found);
        }
        let mut statement = side.prepare_cached(
            "SELECT changes FROM journal WHERE tbl = ?1 AND row_id = ?2 AND action = 'D'
             ORDER BY seq DESC LIMIT 1",
        )?;
        let row = (self.table, id);
        let gone: Option<Option<String>> = statement.query_row(row, |row| row.get(0)).optional()?;
        let Some(Some(text)) = gone else { return Ok(None) };
        let told = object(Some(&text));
        let values: Vec<Value> =
            self.columns().iter().map(|name| told.get(name).map_or(Value::Null, from_json)).collect();
        Ok(Some(self.read(id, &values)))
    }

    pub fn select(&self, side: &Connection, condition: &str, values: &[Value]) -> Result<Vec<Event>> {
        let columns = self.columns();
        let sql = format!("SELECT id, {} FROM {} WHERE {condition}", columns.join(", "), self.table);
        let mut statement = side.prepare_cached(&sql)?;
        let rows = statement.query_map(params_from_iter(values), |row| {
            let values: Vec<Value> =
                (1..=columns.len()).map(|n| row.get(n)).collect::<rusqlite::Result<_>>()?;
            Ok(self.read(row.get(0)?, &values))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    pub fn insert(&self, writer: &Writer<'_>, event: &Event) -> Result<()> {
        let columns = self.columns();
        let marks = vec!["?"; columns.len()].join(", ");
        let sql = format!("INSERT INTO {} ({}) VALUES ({marks})", self.table, columns.join(", "));
        let head = [event.of.clone(), event.day.clone(), Value::Integer(event.at)];
        let before = event.before.iter().filter(|_| self.tells_before);
        let values = head.iter().chain(&event.after).chain(before);
        writer.connection.prepare_cached(&sql)?.execute(params_from_iter(values))?;
        Ok(())
    }
}
