//! What lists look like on this machine: their columns, and what they are sorted by.

use std::path::Path;

use serde::Deserialize;
use toml_edit::{Array, DocumentMut, Item, TableLike, value};

use super::{Config, ConfigError, document, write};

/// A list as it was last arranged; what is not told is as usual.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub struct ListView {
    /// Its columns, in their order; none are the usual ones.
    pub columns: Vec<String>,
    /// The column it is sorted by, with a minus before it for downwards.
    pub sort: Option<String>,
}

/// A list and the columns that it knows.
type Known = (&'static str, &'static [&'static str]);

#[rustfmt::skip]
const LISTS: [Known; 4] = [
    ("accounts", &[
        "name", "code", "tier", "industry", "city", "country", "open_deals", "open_amount", "potential",
        "share", "last_contact", "owner", "parent", "phone", "website", "employees", "tags", "created",
        "updated",
    ]),
    ("people", &[
        "name", "code", "account", "title", "department", "stance", "step", "parts", "email", "phone",
        "last_contact", "reports_to", "owner", "tags", "created", "updated",
    ]),
    ("deals", &[
        "name", "code", "account", "stage", "attention", "amount", "win_rate", "weighted", "close_date",
        "next_on", "owner", "last_activity", "people", "products", "competitor", "source", "tags", "created",
        "updated",
    ]),
    ("log", &[
        "on", "kind", "people", "account", "deal", "subject", "minutes", "outcome", "owner", "direction",
        "next_step",
    ]),
];

/// The columns that a list knows; none where there is no such list.
pub fn columns_of(list: &str) -> Option<&'static [&'static str]> {
    LISTS.iter().find(|(name, _)| *name == list).map(|(_, columns)| *columns)
}

impl Config {
    /// The columns that the file names and no list knows, each with its list.
    pub fn unknown_columns(&self) -> impl Iterator<Item = (&str, &str)> {
        self.lists.iter().flat_map(|(list, view)| {
            let known = columns_of(list).unwrap_or_default();
            let unknown = view.columns.iter().filter(|column| !known.contains(&column.as_str()));
            unknown.map(|column| (list.as_str(), column.as_str()))
        })
    }
}

/// Keeps how a list is arranged.
///
/// # Errors
/// [`ConfigError`] where the file cannot be read or written.
pub fn remember_list(path: &Path, list: &str, view: &ListView) -> Result<(), ConfigError> {
    let mut document = document(path)?;
    put_columns(&mut document, list, &view.columns);
    put_sort(&mut document, list, view.sort.as_deref());
    write(path, &document)
}

/// Sets `LIST.columns` or `LIST.sort`; `auto` or nothing goes back to the usual.
pub(super) fn set(document: &mut DocumentMut, of_list: &str, to: &str) -> Result<(), ConfigError> {
    let unknown = || ConfigError::UnknownSetting(format!("lists.{of_list}"));
    let (list, what) = of_list.split_once('.').ok_or_else(unknown)?;
    let known = columns_of(list).ok_or_else(unknown)?;
    let refuse = |setting: &'static str, value: &str| {
        Err(ConfigError::UnknownValue { setting, value: value.to_owned(), takes: known })
    };
    let is_usual = matches!(to, "" | "auto");
    match what {
        "columns" => {
            let columns = to.split([',', '，', ' ']).filter(|key| !key.is_empty() && !is_usual);
            let columns: Vec<String> = columns.map(str::to_owned).collect();
            if let Some(other) = columns.iter().find(|key| !known.contains(&key.as_str())) {
                return refuse("lists.LIST.columns", other);
            }
            put_columns(document, list, &columns);
        }
        "sort" => {
            let key = to.strip_prefix('-').unwrap_or(to);
            if !is_usual && !known.contains(&key) {
                return refuse("lists.LIST.sort", key);
            }
            put_sort(document, list, Some(to).filter(|_| !is_usual));
        }
        _ => return Err(unknown()),
    }
    Ok(())
}

fn put_columns(document: &mut DocumentMut, list: &str, columns: &[String]) {
    let fresh: Array = columns.iter().map(String::as_str).collect();
    put(document, list, "columns", Some(fresh).filter(|columns| !columns.is_empty()));
}

fn put_sort(document: &mut DocumentMut, list: &str, sort: Option<&str>) {
    put(document, list, "sort", sort);
}

/// Puts a value where the old one stood; the comment behind it stays.
fn put(document: &mut DocumentMut, list: &str, key: &str, to: Option<impl Into<toml_edit::Value>>) {
    let Some(table) = table_of(document, list) else { return };
    match to {
        None => drop(table.remove(key)),
        Some(to) => {
            let mut fresh = to.into();
            if let Some(old) = table.get(key).and_then(Item::as_value) {
                *fresh.decor_mut() = old.decor().clone();
            }
            table.insert(key, value(fresh));
        }
    }
}

/// The table of a list, made where there is none.
fn table_of<'a>(document: &'a mut DocumentMut, list: &str) -> Option<&'a mut dyn TableLike> {
    let lists = document.entry("lists").or_insert_with(|| {
        // Its own heading would say nothing.
        let mut lists = toml_edit::Table::new();
        lists.set_implicit(true);
        Item::Table(lists)
    });
    lists.as_table_like_mut()?.entry(list).or_insert_with(toml_edit::table).as_table_like_mut()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config;
    use std::fs;

    #[test]
    fn a_list_is_remembered_among_what_a_person_wrote() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("config.toml");
        fs::write(&path, "# mine\n[lists.deals] # wide\ncolumns = [\"name\"] # few\n").unwrap();
        let view = ListView { columns: vec!["name".into(), "tags".into()], sort: Some("-amount".into()) };
        remember_list(&path, "deals", &view).unwrap();
        let text = fs::read_to_string(&path).unwrap();
        assert!(
            text.contains("# mine\n[lists.deals] # wide\ncolumns = [\"name\", \"tags\"] # few\n"),
            "{text}"
        );
        assert_eq!(Config::load(&path).unwrap().lists["deals"], view);
        remember_list(&path, "deals", &ListView::default()).unwrap();
        assert_eq!(Config::load(&path).unwrap().lists["deals"], ListView::default());
    }

    #[test]
    fn columns_are_set_by_their_names_and_others_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("config.toml");
        config::set(&path, "lists.deals.columns", "name, amount").unwrap();
        config::set(&path, "lists.deals.sort", "-amount").unwrap();
        let kept = &Config::load(&path).unwrap().lists["deals"];
        assert_eq!(
            (kept.columns.as_slice(), kept.sort.as_deref()),
            (&["name".into(), "amount".into()][..], Some("-amount"))
        );
        let refused = config::set(&path, "lists.deals.columns", "name,colour");
        assert!(matches!(refused, Err(ConfigError::UnknownValue { value, .. }) if value == "colour"));
        for unknown in ["lists.cats.columns", "lists.deals", "lists.deals.rows"] {
            assert!(
                matches!(config::set(&path, unknown, "name"), Err(ConfigError::UnknownSetting(_))),
                "{unknown}"
            );
        }
        config::set(&path, "lists.deals.columns", "auto").unwrap();
        assert!(Config::load(&path).unwrap().lists["deals"].columns.is_empty());
    }
}
