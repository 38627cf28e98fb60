//! Writes records as CSV: the fields of their JSON form as columns, one line a record.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Value;

/// Turns a cell into one that no spreadsheet takes for a formula.
pub type Guard = fn(&str) -> String;

/// The columns of a kind of record: its fields, in their order.
pub fn columns<T: Serialize + Default>() -> io::Result<Vec<String>> {
    Ok(fields(&T::default())?.into_iter().map(|(name, _)| name).collect())
}

/// What the output itself says: a pipe that was closed is told apart from a disk that is full.
fn of_output(error: ::csv::Error) -> io::Error {
    match error.into_kind() {
        ::csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

/// Writes records of one kind under their `columns`. Lists are joined with `; `, records inside records
/// stay JSON. An error of the source ends it where it stands.
pub fn write<T, E>(
    out: &mut dyn Write,
    columns: &[String],
    records: impl IntoIterator<Item = Result<T, E>>,
    guard: Guard,
) -> Result<(), E>
where
    T: Serialize,
    E: From<io::Error>,
{
    let broken = |error: ::csv::Error| E::from(of_output(error));
    let mut writer = ::csv::Writer::from_writer(out);
    writer.write_record(columns).map_err(broken)?;
    for record in records {
        let fields = fields(&record?)?;
        let cells = columns
            .iter()
            .map(|column| fields.get(column).map_or_else(String::new, |value| cell(value, guard)));
        writer.write_record(cells).map_err(broken)?;
    }
    writer.flush().map_err(E::from)
}

/// The fields of a record by name, in their order.
fn fields(record: &impl Serialize) -> io::Result<serde_json::Map<String, Value>> {
    match serde_json::to_value(record)? {
        Value::Object(fields) => Ok(fields),
        other => Ok(serde_json::Map::from_iter([("value".to_owned(), other)])),
    }
}

/// A value as one cell. Numbers are the program's own and need no guard.
fn cell(value: &Value, guard: Guard) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
        Value::String(text) => guard(text),
        Value::Array(items) => guard(&items.iter().map(item).collect::<Vec<_>>().join("; ")),
        Value::Object(fields) if fields.is_empty() => String::new(),
        Value::Object(_) => value.to_string(),
    }
}

/// One thing of a list: a word as it is, a record by its name.
fn item(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Object(fields) => match fields.get("name") {
            Some(Value::String(name)) => name.clone(),
            _ => value.to_string(),
        },
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::Currency;
    use crate::exchange::csv::guard_formula;
    use crate::report::model::{Amount, DealContactOut, DealOut, Points, QuotaOut};

    #[test]
    fn a_record_is_a_line_and_a_list_a_cell() {
        let record = DealOut {
            name: "=1+1".into(),
            amount: Some(Amount::new(-36_480, Currency::EUR)),
            win_rate: Points(500),
            contacts: vec![DealContactOut { name: "李伟".into(), ..Default::default() }],
            tags: vec!["key".into(), "east, north".into()],
            ..Default::default()
        };
        let mut out = Vec::new();
        write::<_, io::Error>(&mut out, &columns::<DealOut>().unwrap(), [Ok(record)], guard_formula).unwrap();
        let mut reader = ::csv::Reader::from_reader(out.as_slice());
        let line: std::collections::HashMap<String, String> = reader.deserialize().next().unwrap().unwrap();
        let facts = [
            ("name", "'=1+1"),
            ("amount", "-364.80"),
            ("win_rate", "0.05"),
            ("close_date", ""),
            ("tags", "key; east, north"),
            ("contacts", "李伟"),
            ("fields", ""),
        ];
        for (column, value) in facts {
            assert_eq!(line[column], value, "{column}");
        }
    }

    #[test]
    fn without_records_there_is_still_the_line_of_columns() {
        let mut out = Vec::new();
        write::<QuotaOut, io::Error>(&mut out, &columns::<QuotaOut>().unwrap(), [], guard_formula).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "period,amount,currency\n");
    }
}
