//! What went wrong, in words: what happened, why, and what to try.

use crate::config::ConfigError;
use crate::i18n::Lang;
use crate::store;
use crate::tr;

/// Why something could not be done, as one says it to a person.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Explained {
    /// What happened.
    pub what: String,
    /// Why, where that says more.
    pub why: Option<String>,
    /// What to try, where there is something.
    pub hint: Option<String>,
}

impl Explained {
    /// Only what happened.
    pub fn new(what: impl Into<String>) -> Self {
        Explained { what: what.into(), ..Explained::default() }
    }

    /// With the cause.
    pub fn why(self, why: impl Into<String>) -> Self {
        Explained { why: Some(why.into()), ..self }
    }

    /// With what to try.
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Explained { hint: Some(hint.into()), ..self }
    }
}

/// The words for what the book's file did not allow.
pub fn explain_store(lang: Lang, error: &store::Error) -> Explained {
    use store::Error;
    match error {
        Error::Locked => Explained::new(tr!(lang, "problem.locked")).hint(tr!(lang, "problem.locked_hint")),
        Error::NotABook(path) => Explained::new(tr!(lang, "problem.not_a_book", path = path.display()))
            .hint(tr!(lang, "problem.not_a_book_hint")),
        Error::Damaged(cause) => Explained::new(tr!(lang, "problem.damaged"))
            .why(cause.clone())
            .hint(tr!(lang, "problem.damaged_hint")),
        Error::Newer { found, known } => {
            Explained::new(tr!(lang, "problem.newer", found = found, known = known))
                .hint(tr!(lang, "problem.newer_hint"))
        }
        Error::Forbidden(path) => Explained::new(tr!(lang, "problem.forbidden", path = path.display()))
            .hint(tr!(lang, "problem.forbidden_hint")),
        Error::ReadOnly => {
            Explained::new(tr!(lang, "problem.read_only")).hint(tr!(lang, "problem.read_only_hint"))
        }
        Error::DiskFull => {
            Explained::new(tr!(lang, "problem.disk_full")).hint(tr!(lang, "problem.disk_full_hint"))
        }
        Error::Unreachable { path, cause } => {
            Explained::new(tr!(lang, "problem.unreachable", path = path.display())).why(cause.clone())
        }
        Error::OutcomeUnknown(cause) => Explained::new(tr!(lang, "problem.outcome_unknown"))
            .why(cause.clone())
            .hint(tr!(lang, "problem.outcome_unknown_hint")),
        Error::OldSqlite(version) => Explained::new(tr!(lang, "problem.old_sqlite", version = version)),
        Error::NoRecord => {
            Explained::new(tr!(lang, "problem.no_record")).hint(tr!(lang, "problem.no_record_hint"))
        }
        Error::Constraint(cause) => Explained::new(tr!(lang, "problem.constraint")).why(cause.clone()),
        Error::Sqlite(cause) => Explained::new(tr!(lang, "problem.sqlite")).why(cause.to_string()),
    }
}

/// The words for what is wrong with this machine's settings.
pub fn explain_config(lang: Lang, error: &ConfigError) -> Explained {
    match error {
        ConfigError::NoFolder => {
            Explained::new(tr!(lang, "problem.no_folder")).hint(tr!(lang, "problem.no_folder_hint"))
        }
        ConfigError::Unreachable { path, cause } => {
            Explained::new(tr!(lang, "problem.unreachable", path = path.display())).why(cause.to_string())
        }
        ConfigError::Malformed { path, cause } => {
            Explained::new(tr!(lang, "problem.malformed_config", path = path.display()))
                .why(cause.clone())
                .hint(tr!(lang, "problem.malformed_config_hint"))
        }
        ConfigError::UnknownSetting(setting) => {
            Explained::new(tr!(lang, "problem.unknown_setting", setting = setting))
                .hint(tr!(lang, "problem.unknown_setting_hint"))
        }
        ConfigError::UnknownValue { setting, value, takes } => {
            Explained::new(tr!(lang, "problem.unknown_value", setting = setting, value = value)).hint(tr!(
                lang,
                "problem.unknown_value_hint",
                takes = takes.join(", ")
            ))
        }
    }
}
