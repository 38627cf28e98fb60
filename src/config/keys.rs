//! A person's own keys as they stand in the settings: each with its line, so that what is wrong with it can be
//! pointed at.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use super::{Config, ConfigError, read};

/// The keys that a person has given one action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnKeys {
    /// The action's name, as written.
    pub action: String,
    /// The line of the name, from 1.
    pub line: usize,
    /// Its keys, each with its line.
    pub keys: Vec<(String, usize)>,
}

/// Settings that cannot be read.
#[derive(Debug)]
pub struct Unread {
    /// The line at which reading ended, from 1, where that is known.
    pub line: Option<usize>,
    /// What is wrong.
    pub error: ConfigError,
}

/// The part of the settings that tells keys, with places in the text.
#[derive(Deserialize)]
struct Placed {
    #[serde(default)]
    keys: BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
}

/// The keys in the settings in `path`, in their order; none where there is no such file.
///
/// # Errors
/// Where the settings cannot be read; then the program takes none of them.
pub fn own_keys(path: &Path) -> Result<Vec<OwnKeys>, Unread> {
    let text = read(path).map_err(|error| Unread { line: None, error })?;
    let line_at = |at: usize| text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1;
    let unread = |error: toml::de::Error| {
        let line = error.span().map(|span| line_at(span.start));
        let cause = error.message().to_owned();
        Unread { line, error: ConfigError::Malformed { path: path.to_owned(), cause } }
    };
    // What is said elsewhere in the file may be what keeps all of it from being read.
    toml::from_str::<Config>(&text).map_err(unread)?;
    let placed: Placed = toml::from_str(&text).map_err(unread)?;
    let line_of = |word: &Spanned<String>| line_at(word.span().start);
    let mut own: Vec<OwnKeys> = placed
        .keys
        .iter()
        .map(|(action, keys)| OwnKeys {
            action: action.get_ref().clone(),
            line: line_of(action),
            keys: keys.iter().map(|key| (key.get_ref().clone(), line_of(key))).collect(),
        })
        .collect();
    own.sort_by_key(|own| own.line);
    Ok(own)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> Result<Vec<OwnKeys>, Unread> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("config.toml");
        std::fs::write(&path, text).unwrap();
        own_keys(&path)
    }

    #[test]
    fn every_key_is_known_by_its_line() {
        let own = written(
            "# mine\ntheme = \"dark\"\n\n[keys]\n\"deal.win\" = [\"W\"]\n# 键\n\"app.help\" = [\n  \"f1\",\n  \"g h\",\n]\n",
        )
        .unwrap();
        let [win, help] = own.as_slice() else { panic!("{own:?}") };
        assert_eq!((win.action.as_str(), win.line), ("deal.win", 5));
        assert_eq!(win.keys, [("W".to_owned(), 5)]);
        assert_eq!((help.action.as_str(), help.line), ("app.help", 7));
        assert_eq!(help.keys, [("f1".to_owned(), 8), ("g h".to_owned(), 9)]);
    }

    #[test]
    fn what_cannot_be_read_is_told_with_its_line() {
        let unread = written("language = \"en\"\n[keys]\n\"app.help\" = 7\n").unwrap_err();
        assert_eq!(unread.line, Some(3));
        assert_eq!(written("language = \"en\"\nmouse = \"perhaps\"\n").unwrap_err().line, Some(2));
        assert_eq!(written("").unwrap(), []);
    }
}
