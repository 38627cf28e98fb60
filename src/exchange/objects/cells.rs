//! A record of JSON as cells of text: what is nested becomes columns of its own, several values one cell.

use serde_json::{Map, Value};

use crate::exchange::workbook::decimal;

/// What our own lists nest, and our reader of tables takes as it is.
const AS_JSON: [&str; 2] = ["fields", "stated_potential"];
/// What a record within a record is called by.
const NAMES: [&str; 6] = ["name", "value", "email", "address", "number", "label"];

/// The cells of a record by the names of their columns. What lies deeper than in one record within another stays
/// JSON.
pub(super) fn of(record: &Map<String, Value>) -> Vec<(String, String)> {
    let mut cells = Vec::new();
    for (name, value) in record {
        match value {
            Value::Object(inner) if !AS_JSON.contains(&name.as_str()) => {
                cells.extend(inner.iter().map(|(below, value)| (format!("{name} {below}"), text(value))));
            }
            value => cells.push((name.clone(), text(value))),
        }
    }
    cells
}

fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(_) => value.to_string(),
        Value::Number(number) if number.is_f64() => decimal(number.as_f64().unwrap_or_default()),
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(item).collect::<Vec<_>>().join("; "),
        Value::Object(fields) if fields.is_empty() => String::new(),
        Value::Object(_) => value.to_string(),
    }
}

/// One of several values: a record by its name.
fn item(value: &Value) -> String {
    let named = |fields: &Map<String, Value>| NAMES.iter().find_map(|name| fields.get(*name)).map(text);
    match value {
        Value::Object(fields) => named(fields).unwrap_or_else(|| value.to_string()),
        other => text(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn nested_records_become_columns_and_several_values_a_cell() {
        let record = json!({
            "name": "Jane", "address": { "city": "Ulm", "geo": { "lat": 1 } }, "amount": 1.25,
            "emails": [{ "value": "jane@acme.example", "type": "work" }, { "value": "j@x.example" }],
            "tags": ["key", 7], "fields": { "region": "north" }, "none": null, "open": true,
        });
        let Value::Object(record) = record else { panic!() };
        let cells = of(&record);
        let cell = |name: &str| cells.iter().find(|(known, _)| known == name).map(|(_, text)| text.as_str());
        assert_eq!(cell("address city"), Some("Ulm"));
        assert_eq!(cell("address geo"), Some("{\"lat\":1}"));
        assert_eq!(cell("emails"), Some("jane@acme.example; j@x.example"));
        assert_eq!(cell("tags"), Some("key; 7"));
        assert_eq!(cell("fields"), Some("{\"region\":\"north\"}"));
        assert_eq!((cell("none"), cell("open"), cell("amount")), (Some(""), Some("true"), Some("1.25")));
    }
}
