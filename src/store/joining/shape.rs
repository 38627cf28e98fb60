//! The tables as they are joined: their columns, what they refer to, what only one row of them can have.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params_from_iter};

use crate::store::dump::{self, Form};
use crate::store::error::Result;
use crate::store::journal;

/// Columns that follow others or that nobody reads: no reason to ask.
const QUIET: &[&str] =
    &["position", "updated_at", "updated_on", "seen", "created_at", "created_on", "stage_since"];
/// The same of one table's columns: which of two records another program's id means (both are there, and doubles
/// can be looked for), and when a mapping was last told.
const QUIET_HERE: &[(&str, &str)] = &[("source", "record_id"), ("mapping", "told_on")];
/// What both copies may have made in their own way, though no rule of the tables says that there is only one.
const ALIKE: &[(&str, &[&str])] = &[
    ("deal_product", &["deal_id", "product_id"]),
    ("contact_email", &["contact_id", "address"]),
    ("contact_phone", &["contact_id", "number"]),
    ("link", &["record_id", "target"]),
];
/// Columns that say one thing together: they are taken from one side.
const TOGETHER: &[(&str, &[&str])] = &[
    ("deal", &["status", "stage_id", "stage_since", "closed_on", "lost_reason_id"]),
    ("deal_product", &["quantity", "price"]),
    ("account", &["name", "name_key"]),
    ("product", &["name", "name_key"]),
    ("deal", &["name", "name_key"]),
    ("tag", &["name", "name_key"]),
    ("saved_view", &["name", "name_key"]),
    ("colleague", &["name", "name_key"]),
    ("contact", &["name", "name_key", "given_name", "family_name"]),
    ("activity", &["happened_on", "starts_at", "zone"]),
    ("activity", &["due_on", "done_on"]),
    ("commitment", &["status", "settled_on"]),
    ("special_day", &["calendar", "year", "month", "day"]),
    ("quadrant_score", &["a", "b", "c", "d"]),
    ("segment_decision", &["class", "why", "decided_on"]),
];
/// Columns with an amount; what its currency is belongs to it.
const AMOUNTS: &[&str] =
    &["amount", "price", "revenue", "potential", "sales", "profit", "margin", "money", "cost"];
const CURRENCIES: &[&str] = &["currency", "cost_currency"];

/// A row, in the order of its table's columns.
pub(super) type Row = Vec<Value>;

/// A column that names a row of another table.
#[derive(Debug)]
pub(super) struct Reference {
    /// The place of the column.
    pub column: usize,
    /// The other table's place among the tables.
    pub table: usize,
    /// Whether it may be empty.
    pub may_be_empty: bool,
}

/// A table as it is joined.
#[derive(Debug)]
pub(super) struct Shape {
    pub name: &'static str,
    pub columns: Vec<String>,
    pub references: Vec<Reference>,
    /// Places of columns that together are of one row only.
    pub only_one: Vec<Vec<usize>>,
    /// Where the column lies that names a record of any kind.
    pub record: Option<usize>,
    forms: Vec<Form>,
}

/// All tables whose rows are joined; what others refer to comes first. Events are joined apart.
pub(super) fn shapes(connection: &Connection) -> Result<Vec<Shape>> {
    let tables: Vec<_> = dump::tables().filter(|table| !table.name.ends_with("_event")).collect();
    let names: Vec<&str> = tables.iter().map(|table| table.name).collect();
    let mut shapes = vec![];
    for table in &tables {
        let columns = journal::columns(connection, table.name)?;
        let place = |name: &str| columns.iter().position(|column| column == name);
        let mut keys = connection.prepare(
            "SELECT k.\"from\", k.\"table\", NOT c.\"notnull\" FROM pragma_foreign_key_list(?1) k
             JOIN pragma_table_info(?1) c ON c.name = k.\"from\"",
        )?;
        let mut keys = keys.query([table.name])?;
        let mut references = vec![];
        while let Some(key) = keys.next()? {
            let (column, target): (String, String) = (key.get(0)?, key.get(1)?);
            let target = names.iter().position(|name| *name == target);
            if let (Some(column), Some(table)) = (place(&column), target) {
                references.push(Reference { column, table, may_be_empty: key.get(2)? });
            }
        }
        let mut only_one = vec![];
        for unique in unique_columns(connection, table.name)? {
            let places: Vec<usize> = unique.iter().filter_map(|name| place(name)).collect();
            if unique != ["code"] {
                only_one.push(places);
            }
        }
        let alike = ALIKE.iter().filter(|(name, _)| *name == table.name);
        only_one.extend(alike.map(|(_, columns)| columns.iter().filter_map(|name| place(name)).collect()));
        shapes.push(Shape {
            name: table.name,
            record: place("record_id"),
            forms: columns.iter().map(|column| dump::form(table, column)).collect(),
            references,
            only_one,
            columns,
        });
    }
    Ok(shapes)
}

fn unique_columns(connection: &Connection, table: &str) -> Result<Vec<Vec<String>>> {
    let mut statement = connection.prepare(
        "SELECT (SELECT group_concat(name, ' ') FROM pragma_index_info(i.name))
         FROM pragma_index_list(?1) i WHERE i.\"unique\" AND NOT i.partial",
    )?;
    let rows = statement.query_map([table], |row| row.get::<_, String>(0))?;
    rows.map(|row| Ok(row?.split(' ').map(str::to_owned).collect())).collect()
}

impl Shape {
    /// The row with an id, if it is there.
    pub fn row(&self, connection: &Connection, id: i64) -> Result<Option<Row>> {
        let sql = format!("SELECT {} FROM {} WHERE id = ?1", self.columns.join(", "), self.name);
        let mut statement = connection.prepare_cached(&sql)?;
        let row = statement.query_row([id], |row| (0..self.columns.len()).map(|n| row.get(n)).collect());
        Ok(row.optional()?)
    }

    /// Whether a row with an id is there.
    pub fn has(&self, connection: &Connection, id: i64) -> Result<bool> {
        let sql = format!("SELECT EXISTS (SELECT 1 FROM {} WHERE id = ?1)", self.name);
        Ok(connection.prepare_cached(&sql)?.query_row([id], |row| row.get(0))?)
    }

    /// Rows that have this value in a column.
    pub fn with(&self, connection: &Connection, column: usize, value: i64) -> Result<Vec<i64>> {
        let sql = format!("SELECT id FROM {} WHERE {} = ?1", self.name, self.columns[column]);
        let mut statement = connection.prepare_cached(&sql)?;
        let rows = statement.query_map([value], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The other row that has what only one row can have, if there is one.
    pub fn twin(&self, connection: &Connection, row: &Row) -> Result<Option<i64>> {
        for places in &self.only_one {
            let values: Vec<&Value> = places.iter().map(|place| &row[*place]).collect();
            if values.contains(&&Value::Null) {
                continue;
            }
            let conditions: Vec<String> = places
                .iter()
                .enumerate()
                .map(|(n, place)| format!("{} = ?{}", self.columns[*place], n + 2))
                .collect();
            let sql = format!("SELECT id FROM {} WHERE id <> ?1 AND {}", self.name, conditions.join(" AND "));
            let all = std::iter::once(&row[0]).chain(values);
            let mut statement = connection.prepare_cached(&sql)?;
            let found = statement.query_row(params_from_iter(all), |row| row.get(0)).optional()?;
            if found.is_some() {
                return Ok(found);
            }
        }
        Ok(None)
    }

    /// Whether it is only by custom that there is one such row, not by the tables' rules.
    pub fn is_only_alike(&self, row: &Row) -> bool {
        let named = |places: &Vec<usize>| places.iter().all(|place| row[*place] != Value::Null);
        ALIKE.iter().any(|(table, _)| *table == self.name) && self.only_one.last().is_some_and(named)
    }

    /// The place of a column.
    pub fn place(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|name| name == column)
    }

    /// How a column's values are to be understood.
    pub fn form(&self, column: usize) -> Form {
        self.forms[column]
    }

    /// Whether differing there is no reason to ask.
    pub fn is_quiet(&self, column: usize) -> bool {
        let column = self.columns[column].as_str();
        QUIET.contains(&column) || QUIET_HERE.contains(&(self.name, column))
    }

    /// Whether a column only says when the row was last changed.
    pub fn is_date_of_change(&self, column: usize) -> bool {
        matches!(self.columns[column].as_str(), "updated_at" | "updated_on")
    }

    /// Whether a column is never taken over: what the row is called within its own book.
    pub fn is_own(&self, column: usize) -> bool {
        matches!(self.columns[column].as_str(), "id" | "code")
    }

    /// The columns, in groups of those that are taken from one side; `currency_differs` where the sides tell
    /// their amounts in different currencies.
    pub fn groups(&self, currency_differs: bool) -> Vec<Vec<usize>> {
        let mut groups: Vec<Vec<usize>> = TOGETHER
            .iter()
            .filter(|(table, _)| *table == self.name)
            .map(|(_, columns)| columns.iter().filter_map(|column| self.place(column)).collect())
            .collect();
        if currency_differs {
            let named = |names: &[&str], column: &String| names.contains(&column.as_str());
            let amounts = (0..self.columns.len())
                .filter(|n| named(AMOUNTS, &self.columns[*n]) || named(CURRENCIES, &self.columns[*n]));
            groups.push(amounts.collect());
        }
        let grouped: Vec<usize> = groups.iter().flatten().copied().collect();
        let alone = (0..self.columns.len()).filter(|n| !grouped.contains(n) && !self.is_own(*n));
        groups.extend(alone.map(|n| vec![n]));
        groups
    }

    /// Whether both rows tell their amounts in the same currency.
    pub fn same_currency(&self, one: &Row, other: &Row) -> bool {
        let places = CURRENCIES.iter().filter_map(|name| self.place(name));
        places.into_iter().all(|place| one[place] == other[place])
    }
}

/// A row's number in a column; none where it is empty.
pub(super) fn number(row: &Row, column: usize) -> Option<i64> {
    match row.get(column) {
        Some(Value::Integer(number)) => Some(*number),
        _ => None,
    }
}
