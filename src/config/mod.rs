//! Settings of this machine: looks, language, keys, recent books. What changes a figure lives in the
//! book, where it is undoable.
//!
//! They are kept in `config.toml` in the folder that the platform prescribes. A person may edit that
//! file: comments and order survive what the program writes.

mod keys;
mod lists;
mod terminal;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;
use serde::Deserialize;
use toml_edit::{DocumentMut, Item, value};

use crate::i18n::Lang;
pub use keys::{OwnKeys, Unread, own_keys};
pub use lists::{ListView, OWN_FIELD, WIDTHS, columns_of, remember_list};
pub use terminal::{Ambiguous, Motion, Mouse};

/// How many books are remembered.
const RECENT_BOOKS: usize = 10;
/// The longest time after which an encrypted book is locked: a day.
const MOST_MINUTES: i64 = 1440;

/// The settings in force. What the file does not say is as by default.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub struct Config {
    /// The language; none is the machine's own.
    pub language: Option<Lang>,
    /// The name of the theme; none lets the terminal decide.
    pub theme: Option<String>,
    /// How wide this terminal draws characters such as `… · →`.
    pub ambiguous: Ambiguous,
    /// Whether the mouse points into the screens; without, the terminal has it for marking text.
    pub mouse: Mouse,
    /// Whether what has changed is marked for a moment.
    pub motion: Motion,
    /// Keys by the name of their action, in place of the usual ones.
    pub keys: BTreeMap<String, Vec<String>>,
    /// After how many minutes without a key an encrypted book is locked; none never.
    pub lock_after: Option<u16>,
    /// Books opened lately, the latest first.
    pub recent: Vec<PathBuf>,
    /// What lists look like, by their names.
    pub lists: BTreeMap<String, ListView>,
}

/// What can be wrong with the settings.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The platform names no folder for settings: there is no home.
    #[error("no folder for settings")]
    NoFolder,
    /// The file cannot be read or written.
    #[error("{path}: {cause}")]
    Unreachable {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        cause: io::Error,
    },
    /// The file is not what a settings file looks like.
    #[error("{path}: {cause}")]
    Malformed {
        /// Which file.
        path: PathBuf,
        /// What is wrong, and where.
        cause: String,
    },
    /// There is no such setting.
    #[error("unknown setting {0}")]
    UnknownSetting(String),
    /// The setting does not take this value.
    #[error("{setting} does not take {value}")]
    UnknownValue {
        /// Which setting.
        setting: &'static str,
        /// What it was to become.
        value: String,
        /// What it takes.
        takes: &'static [&'static str],
    },
}

impl Config {
    /// The settings in `path`; the default ones where there is no such file.
    pub fn load(path: &Path) -> Result<Config, ConfigError> {
        let text = read(path)?;
        toml::from_str(&text).map_err(|error| malformed(path, &error))
    }

    /// How wide characters are on this machine's terminal.
    pub fn measure(&self) -> crate::report::Measure {
        crate::report::Measure { ambiguous_wide: self.ambiguous == Ambiguous::Wide }
    }
}

/// Where the settings are kept: `KEYBOOK_CONFIG`, or else the platform's folder for settings.
pub fn path() -> Result<PathBuf, ConfigError> {
    match std::env::var_os("KEYBOOK_CONFIG").filter(|path| !path.is_empty()) {
        Some(path) => Ok(path.into()),
        None => Ok(folders()?.config_dir().join("config.toml")),
    }
}

/// The book that is meant when none is named: in the platform's folder for data.
pub fn usual_book() -> Result<PathBuf, ConfigError> {
    Ok(folders()?.data_dir().join("book.keybook"))
}

/// The themes of the program, by name. A person's own are files in [`themes_folder`].
pub const THEMES: &[&str] = &[
    "dark",
    "light",
    "contrast-dark",
    "contrast-light",
    "blue-orange-dark",
    "blue-orange-light",
    "sixteen",
    "plain",
];

/// Where a person's own themes lie: in a folder beside the settings.
pub fn themes_folder(settings: &Path) -> Option<PathBuf> {
    settings.parent().map(|folder| folder.join("themes"))
}

/// The file of a person's own theme in their folder.
pub fn theme_file(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{name}.toml"))
}

/// The settings that [`set`] knows; a key is set as `keys.ACTION`, a list's looks as `lists.LIST.columns`.
pub const SETTINGS: &[&str] = &[
    "language",
    "theme",
    "ambiguous",
    "mouse",
    "motion",
    "lock_after",
    "keys.ACTION",
    "lists.LIST.columns",
    "lists.LIST.sort",
    "lists.LIST.widths",
];

/// Gives one setting a value and writes the file. `auto` (or nothing, for a key) goes back to the
/// default.
pub fn set(path: &Path, setting: &str, to: &str) -> Result<(), ConfigError> {
    let to = to.trim();
    let mut document = document(path)?;
    match setting {
        "language" => choose(&mut document, "language", to, &["auto", "en", "zh"])?,
        "ambiguous" => choose(&mut document, "ambiguous", to, &["auto", "narrow", "wide"])?,
        "mouse" => choose(&mut document, "mouse", to, &["auto", "on", "off"])?,
        "motion" => choose(&mut document, "motion", to, &["auto", "on", "off"])?,
        "lock_after" => set_lock(&mut document, to)?,
        "theme" if matches!(to, "" | "auto") => drop(document.remove("theme")),
        "theme" if is_theme(path, to) => put(&mut document, "theme", to),
        "theme" => {
            return Err(ConfigError::UnknownValue { setting: "theme", value: to.to_owned(), takes: THEMES });
        }
        other => match (other.strip_prefix("keys."), other.strip_prefix("lists.")) {
            (Some(action), _) if !action.is_empty() => set_keys(&mut document, action, to),
            (_, Some(of_list)) => lists::set(&mut document, of_list, to)?,
            _ => return Err(ConfigError::UnknownSetting(setting.to_owned())),
        },
    }
    write(path, &document)
}

/// Puts a book at the head of those opened lately.
pub fn remember_book(path: &Path, book: &Path) -> Result<(), ConfigError> {
    let mut recent = Config::load(path)?.recent;
    if recent.first().is_some_and(|first| first == book) {
        return Ok(());
    }
    recent.retain(|known| known != book);
    recent.insert(0, book.to_owned());
    recent.truncate(RECENT_BOOKS);
    let mut document = document(path)?;
    let recent: toml_edit::Array = recent.iter().map(|book| book.to_string_lossy().into_owned()).collect();
    put(&mut document, "recent", recent);
    write(path, &document)
}

/// Whether there is a theme of this name: of the program, or a file beside these settings.
fn is_theme(settings: &Path, name: &str) -> bool {
    let is_name = !name.contains(['/', '\\']);
    let own = || themes_folder(settings).is_some_and(|folder| theme_file(&folder, name).is_file());
    THEMES.contains(&name) || is_name && own()
}

fn folders() -> Result<ProjectDirs, ConfigError> {
    ProjectDirs::from("", "", "keybook").ok_or(ConfigError::NoFolder)
}

fn choose(
    document: &mut DocumentMut,
    setting: &'static str,
    to: &str,
    takes: &'static [&'static str],
) -> Result<(), ConfigError> {
    if !takes.contains(&to) {
        return Err(ConfigError::UnknownValue { setting, value: to.to_owned(), takes });
    }
    match to {
        "auto" => drop(document.remove(setting)),
        _ => put(document, setting, to),
    }
    Ok(())
}

/// Sets after how many minutes an encrypted book is locked: up to a day, or never.
fn set_lock(document: &mut DocumentMut, to: &str) -> Result<(), ConfigError> {
    let unknown = || ConfigError::UnknownValue {
        setting: "lock_after",
        value: to.to_owned(),
        takes: &["off", "1–1440"],
    };
    match to {
        "auto" | "off" => drop(document.remove("lock_after")),
        minutes => {
            let minutes = minutes.parse().ok().filter(|minutes| (1..=MOST_MINUTES).contains(minutes));
            put(document, "lock_after", minutes.ok_or_else(unknown)?);
        }
    }
    Ok(())
}

/// Puts a new value where the old one stood; the comment behind it stays.
fn put(document: &mut DocumentMut, setting: &str, to: impl Into<toml_edit::Value>) {
    let mut fresh = to.into();
    if let Some(old) = document.get(setting).and_then(Item::as_value) {
        *fresh.decor_mut() = old.decor().clone();
    }
    document[setting] = value(fresh);
}

/// Several keys for one action stand with spaces between them.
fn set_keys(document: &mut DocumentMut, action: &str, keys: &str) {
    let keys: toml_edit::Array = keys.split_whitespace().filter(|key| *key != "auto").collect();
    let table = document.entry("keys").or_insert_with(toml_edit::table);
    match table.as_table_like_mut() {
        Some(table) if keys.is_empty() => drop(table.remove(action)),
        Some(table) => drop(table.insert(action, value(keys))),
        None => *table = Item::Table([(action, value(keys))].into_iter().collect()),
    }
}

fn document(path: &Path) -> Result<DocumentMut, ConfigError> {
    // A file that says something unknown is not written over.
    Config::load(path)?;
    read(path)?.parse().map_err(|error| malformed(path, &error))
}

fn read(path: &Path) -> Result<String, ConfigError> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(text),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(String::new()),
        Err(cause) => Err(ConfigError::Unreachable { path: path.to_owned(), cause }),
    }
}

/// Writes beside the file and then takes its place, so that there is never half a file.
fn write(path: &Path, document: &DocumentMut) -> Result<(), ConfigError> {
    let unreachable = |cause| ConfigError::Unreachable { path: path.to_owned(), cause };
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(unreachable)?;
    }
    let fresh = path.with_extension(format!("{}.new", std::process::id()));
    fs::write(&fresh, document.to_string()).map_err(unreachable)?;
    fs::rename(&fresh, path).map_err(unreachable)
}

fn malformed(path: &Path, cause: &dyn std::fmt::Display) -> ConfigError {
    ConfigError::Malformed { path: path.to_owned(), cause: cause.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> tempfile::TempDir {
        tempfile::tempdir().unwrap()
    }

    #[test]
    fn without_a_file_all_is_as_by_default() {
        let folder = folder();
        assert_eq!(Config::load(&folder.path().join("config.toml")).unwrap(), Config::default());
    }

    #[test]
    fn what_a_person_wrote_survives_what_the_program_writes() {
        let folder = folder();
        let path = folder.path().join("config.toml");
        fs::write(&path, "# mine\nlanguage = \"en\" # for now\n\n[keys]\nquit = [\"q\"]\n").unwrap();
        set(&path, "language", "zh").unwrap();
        set(&path, "keys.undo", "u ctrl-z").unwrap();
        remember_book(&path, Path::new("/books/a.keybook")).unwrap();
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("# mine\nlanguage = \"zh\" # for now\n"), "{text}");
        let config = Config::load(&path).unwrap();
        assert_eq!(config.language, Some(Lang::Zh));
        assert_eq!(config.keys["undo"], ["u", "ctrl-z"]);
        assert_eq!(config.keys["quit"], ["q"]);
        assert_eq!(config.recent, [PathBuf::from("/books/a.keybook")]);
    }

    #[test]
    fn auto_goes_back_to_the_default() {
        let folder = folder();
        let path = folder.path().join("deep/config.toml");
        for (setting, to) in [("language", "zh"), ("theme", "dark"), ("ambiguous", "wide")] {
            set(&path, setting, to).unwrap();
        }
        assert!(Config::load(&path).unwrap().measure().ambiguous_wide);
        set(&path, "lock_after", "5").unwrap();
        assert_eq!(Config::load(&path).unwrap().lock_after, Some(5));
        for setting in ["language", "theme", "ambiguous", "lock_after"] {
            set(&path, setting, "auto").unwrap();
        }
        assert_eq!(Config::load(&path).unwrap(), Config::default());
    }

    #[test]
    fn a_theme_of_ones_own_is_a_file_beside_the_settings() {
        let folder = folder();
        let path = folder.path().join("config.toml");
        fs::create_dir(folder.path().join("themes")).unwrap();
        fs::write(folder.path().join("themes/dusk.toml"), "based_on = \"dark\"").unwrap();
        set(&path, "theme", "dusk").unwrap();
        assert_eq!(Config::load(&path).unwrap().theme.as_deref(), Some("dusk"));
        assert!(set(&path, "theme", "themes/../dusk").is_err());
    }

    #[test]
    fn unknown_settings_and_values_are_refused_and_nothing_is_written() {
        let folder = folder();
        let path = folder.path().join("config.toml");
        assert!(matches!(set(&path, "colour", "red"), Err(ConfigError::UnknownSetting(_))));
        assert!(matches!(set(&path, "language", "de"), Err(ConfigError::UnknownValue { .. })));
        assert!(matches!(set(&path, "theme", "drak"), Err(ConfigError::UnknownValue { .. })));
        for minutes in ["0", "-5", "1441", "soon"] {
            let refused = set(&path, "lock_after", minutes);
            assert!(matches!(refused, Err(ConfigError::UnknownValue { .. })), "{minutes}");
        }
        assert!(!path.exists());
        fs::write(&path, "language = \"de\"\n").unwrap();
        assert!(matches!(set(&path, "theme", "dark"), Err(ConfigError::Malformed { .. })));
        assert_eq!(fs::read_to_string(&path).unwrap(), "language = \"de\"\n");
    }

    #[test]
    fn the_ten_latest_books_are_remembered() {
        let folder = folder();
        let path = folder.path().join("config.toml");
        for book in 0..12 {
            remember_book(&path, &PathBuf::from(format!("{book}.keybook"))).unwrap();
        }
        remember_book(&path, Path::new("5.keybook")).unwrap();
        let recent = Config::load(&path).unwrap().recent;
        assert_eq!(recent.len(), RECENT_BOOKS);
        assert_eq!(recent[0], Path::new("5.keybook"));
        assert_eq!(recent[1], Path::new("11.keybook"));
    }
}
