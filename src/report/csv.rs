//! Writes records as CSV: the fields of their JSON form as columns, one line a record.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Value;

/// Turns a cell into one that no spreadsheet takes for a formula.
pub type Guard = fn(&str) -> std::borrow::Cow<'_, str>;

/// Writes records of one kind under `columns`, their fields. Lists are joined with `; `, records inside
/// records stay JSON. An error of the source ends it where it stands.
pub fn write<T, E>(
    out: &mut dyn Write,
    columns: &[&str],
    records: impl IntoIterator<Item = Result<T, E>>,
    guard: Guard,
) -> Result<(), E>
where
    T: Serialize,
    E: From<io::Error>,
{
    let broken = |error: ::csv::Error| E::from(error.into());
    let mut writer = ::csv::Writer::from_writer(out);
    writer.write_record(columns).map_err(broken)?;
    for record in records {
        let fields = serde_json::to_value(&record?).map_err(|error| E::from(error.into()))?;
        let cells = columns.iter().map(|column| cell(&fields[*column], guard));
        writer.write_record(cells).map_err(broken)?;
    }
    writer.flush().map_err(E::from)
}

/// A value as one cell. Numbers are the program's own and need no guard.
fn cell(value: &Value, guard: Guard) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
        Value::String(text) if is_decimal(text) => text.clone(),
        Value::String(text) => guard(text).into_owned(),
        Value::Array(items) => guard(&items.iter().map(item).collect::<Vec<_>>().join("; ")).into_owned(),
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

/// An amount, also a negative one: `-12.50` is no formula.
fn is_decimal(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    digits.starts_with(|letter: char| letter.is_ascii_digit())
        && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::borrow::Cow;

    fn quoting(text: &str) -> Cow<'_, str> {
        if text.starts_with(['=', '+', '-', '@']) { format!("'{text}").into() } else { text.into() }
    }

    #[test]
    fn a_record_is_a_line_and_a_list_a_cell() {
        let record = serde_json::json!({
            "name": "=1+1", "amount": "-364.80", "win_rate": 0.05, "close_date": null,
            "tags": ["key", "east, north"], "contacts": [{"id": "1", "name": "李伟"}], "fields": {},
        });
        let columns = ["name", "amount", "win_rate", "close_date", "tags", "contacts", "fields"];
        let mut out = Vec::new();
        write::<_, io::Error>(&mut out, &columns, [Ok(record)], quoting).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert_eq!(
            text,
            "name,amount,win_rate,close_date,tags,contacts,fields\n'=1+1,-364.80,0.05,,\"key; east, north\",李伟,\n"
        );
    }
}
