//! What lists look like on this machine: their columns, and what they are sorted by.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use toml_edit::{Array, DocumentMut, InlineTable, Item, TableLike, value};

use super::{Config, ConfigError, document, write};

/// A list as it was last arranged; what is not told is as usual.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub struct ListView {
    /// Its columns, in their order; none are the usual ones.
    pub columns: Vec<String>,
    /// The column it is sorted by, with a minus before it for downwards; several with commas between them,
    /// the first one first.
    pub sort: Option<String>,
    /// Columns that are wider or narrower than usual, in cells.
    pub widths: BTreeMap<String, u16>,
}

/// What the key of a column begins with that shows a field of one's own; which there are, the book knows.
pub const OWN_FIELD: &str = "field.";

/// How narrow and how wide a column can be made, in cells.
pub const WIDTHS: (u16, u16) = (2, 80);

impl ListView {
    /// The columns that it is sorted by, and whether downwards.
    pub fn sorted_by(&self) -> Vec<(&str, bool)> {
        let told = self.sort.as_deref().unwrap_or_default();
        let keys = told.split(SEPARATORS).filter(|key| !key.is_empty());
        keys.map(|key| key.strip_prefix('-').map_or((key, false), |key| (key, true))).collect()
    }

    /// Sorts by these columns.
    pub fn sort_by(&mut self, keys: &[(impl AsRef<str>, bool)]) {
        let key = |(key, down): &(_, bool)| format!("{}{}", if *down { "-" } else { "" }, AsRef::as_ref(key));
        let keys: Vec<String> = keys.iter().map(key).collect();
        self.sort = Some(keys.join(",")).filter(|keys| !keys.is_empty());
    }
}

/// What stands between the keys of several columns.
const SEPARATORS: [char; 3] = [',', '，', ' '];

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

/// Whether a list may have a column of this name.
fn is_known(known: &[&str], column: &str) -> bool {
    known.contains(&column) || column.starts_with(OWN_FIELD)
}

/// The columns that a list knows; none where there is no such list.
pub fn columns_of(list: &str) -> Option<&'static [&'static str]> {
    LISTS.iter().find(|(name, _)| *name == list).map(|(_, columns)| *columns)
}

impl Config {
    /// The columns that the file names and no list knows, each with its list.
    pub fn unknown_columns(&self) -> impl Iterator<Item = (&str, &str)> {
        self.lists.iter().flat_map(|(list, view)| {
            let known = columns_of(list).unwrap_or_default();
            let unknown = view.columns.iter().filter(|column| !is_known(known, column));
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
    put_widths(&mut document, list, &view.widths);
    write(path, &document)
}

/// Sets `LIST.columns`, `LIST.sort` or `LIST.widths`; `auto` or nothing goes back to the usual.
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
            let columns = to.split(SEPARATORS).filter(|key| !key.is_empty() && !is_usual);
            let columns: Vec<String> = columns.map(str::to_owned).collect();
            if let Some(other) = columns.iter().find(|key| !is_known(known, key)) {
                return refuse("lists.LIST.columns", other);
            }
            put_columns(document, list, &columns);
        }
        "sort" => {
            let told = ListView { sort: Some(to.to_owned()).filter(|_| !is_usual), ..ListView::default() };
            let keys = told.sorted_by();
            if let Some((other, _)) = keys.iter().find(|(key, _)| !is_known(known, key)) {
                return refuse("lists.LIST.sort", other);
            }
            let mut plain = ListView::default();
            plain.sort_by(&keys);
            put_sort(document, list, plain.sort.as_deref());
        }
        "widths" => {
            let mut widths = BTreeMap::new();
            for told in to.split(SEPARATORS).filter(|told| !told.is_empty() && !is_usual) {
                let width = told.split_once('=').and_then(|(key, cells)| Some((key, cells.parse().ok()?)));
                let fits = |(key, cells): &(&str, u16)| {
                    is_known(known, key) && (WIDTHS.0..=WIDTHS.1).contains(cells)
                };
                let Some((key, cells)) = width.filter(fits) else {
                    return refuse("lists.LIST.widths", told);
                };
                widths.insert(key.to_owned(), cells);
            }
            put_widths(document, list, &widths);
        }
        _ => return Err(unknown()),
    }
    Ok(())
}

fn put_columns(document: &mut DocumentMut, list: &str, columns: &[String]) {
    let fresh: Array = columns.iter().map(String::as_str).collect();
    put(document, list, "columns", Some(fresh).filter(|columns| !columns.is_empty()));
}

fn put_widths(document: &mut DocumentMut, list: &str, widths: &BTreeMap<String, u16>) {
    let fresh: InlineTable = widths.iter().map(|(key, cells)| (key.as_str(), i64::from(*cells))).collect();
    put(document, list, "widths", Some(fresh).filter(|widths| !widths.is_empty()));
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
        let view = ListView {
            columns: vec!["name".into(), "tags".into()],
            sort: Some("-amount,name".into()),
            ..ListView::default()
        };
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
        config::set(&path, "lists.deals.sort", "-amount name").unwrap();
        config::set(&path, "lists.deals.widths", "name=30, amount=9").unwrap();
        let kept = &Config::load(&path).unwrap().lists["deals"];
        assert_eq!(kept.sorted_by(), [("amount", true), ("name", false)]);
        assert_eq!(kept.widths, BTreeMap::from([("name".to_owned(), 30), ("amount".to_owned(), 9)]));
        for wrong in ["name=1", "name", "colour=9", "name=900"] {
            assert!(config::set(&path, "lists.deals.widths", wrong).is_err(), "{wrong}");
        }
        config::set(&path, "lists.deals.widths", "auto").unwrap();
        assert!(Config::load(&path).unwrap().lists["deals"].widths.is_empty());
        config::set(&path, "lists.deals.columns", "name,field.budget").unwrap();
        assert_eq!(Config::load(&path).unwrap().unknown_columns().count(), 0, "the book knows its fields");
        config::set(&path, "lists.deals.columns", "auto").unwrap();
        assert!(Config::load(&path).unwrap().lists["deals"].columns.is_empty());
    }
}
