//! Languages: every sentence for people lives in `assets/locales`, in English and Chinese side by side.
//!
//! A key is always a whole literal, never put together, so that a test can find what is missing or
//! unused. The language is always passed; there is no global one.

use std::str::FromStr;

pub(crate) use texts::Texts;

mod texts;

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, clap::ValueEnum, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Simplified Chinese.
    Zh,
}

impl Lang {
    /// The code that the locale files use.
    pub const fn code(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Zh => "zh",
        }
    }

    /// The language of a locale name such as `zh_CN.UTF-8` or `de-DE`: Chinese, or else English.
    pub fn of_locale(locale: &str) -> Lang {
        if locale.to_ascii_lowercase().starts_with("zh") { Lang::Zh } else { Lang::En }
    }

    /// Several words in a row, as the language sets them apart.
    pub fn list<T: AsRef<str>>(self, words: impl IntoIterator<Item = T>) -> String {
        let between = match self {
            Lang::En => ", ",
            Lang::Zh => "、",
        };
        let mut all = String::new();
        for (index, word) in words.into_iter().enumerate() {
            if index > 0 {
                all.push_str(between);
            }
            all.push_str(word.as_ref());
        }
        all
    }

    /// The language of this machine's locale.
    pub fn of_machine() -> Lang {
        sys_locale::get_locale().map_or(Lang::En, |locale| Lang::of_locale(&locale))
    }
}

/// The text is neither `en` nor `zh`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown language {0}")]
pub struct UnknownLanguage(pub String);

impl FromStr for Lang {
    type Err = UnknownLanguage;

    fn from_str(text: &str) -> Result<Self, UnknownLanguage> {
        match text {
            "en" => Ok(Lang::En),
            "zh" => Ok(Lang::Zh),
            other => Err(UnknownLanguage(other.to_owned())),
        }
    }
}

/// The text of a key in a language: `tr!(lang, "funnel.title")`, `tr!(lang, "list.count", n = 3)`.
#[macro_export]
macro_rules! tr {
    ($lang:expr, $key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        rust_i18n::t!($key, locale = $lang.code() $(, $name = $value)*)
    };
}
