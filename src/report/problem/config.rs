//! What is wrong with this machine's settings, in words.

use super::Explained;
use crate::config::ConfigError;
use crate::i18n::Lang;
use crate::tr;

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
                takes = lang.list(*takes)
            ))
        }
    }
}
