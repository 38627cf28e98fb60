//! The texts as the build packed them. They are found where they lie in the program: nothing is unpacked when it starts,
//! and of its file only those pages are read whose texts are shown.

use std::borrow::Cow;
use std::cmp::Ordering;

use rust_i18n::Backend;

use super::Lang;

/// All keys in order, then what they say in each language.
static PACKED: &str = include_str!(concat!(env!("OUT_DIR"), "/texts"));

/// Where each of these ends, in bytes; it begins where the one before ends.
static ENDS: &[u32] = &include!(concat!(env!("OUT_DIR"), "/ends.rs"));

/// The languages, in the order of their texts.
const LANGUAGES: [&str; 2] = [Lang::En.code(), Lang::Zh.code()];

/// The texts of `assets/locales`.
#[derive(Debug, Clone, Copy)]
pub struct Texts;

impl Texts {
    /// How many keys there are.
    fn keys() -> usize {
        ENDS.len() / (1 + LANGUAGES.len())
    }

    /// The key or text at a place.
    fn at(place: usize) -> Option<&'static str> {
        let begin = place.checked_sub(1).and_then(|before| ENDS.get(before)).map_or(0, |end| *end as usize);
        PACKED.get(begin..*ENDS.get(place)? as usize)
    }

    /// The place of a key.
    fn place(key: &str) -> Option<usize> {
        let (mut from, mut to) = (0, Texts::keys());
        while from < to {
            let middle = usize::midpoint(from, to);
            match Texts::at(middle)?.cmp(key) {
                Ordering::Less => from = middle + 1,
                Ordering::Equal => return Some(middle),
                Ordering::Greater => to = middle,
            }
        }
        None
    }

    /// How many places the texts of a language lie behind their keys.
    fn distance(locale: &str) -> Option<usize> {
        let language = LANGUAGES.iter().position(|language| *language == locale)?;
        Some((1 + language) * Texts::keys())
    }
}

impl Backend for Texts {
    fn available_locales(&self) -> Vec<Cow<'_, str>> {
        LANGUAGES.map(Cow::Borrowed).to_vec()
    }

    fn translate(&self, locale: &str, key: &str) -> Option<Cow<'_, str>> {
        Texts::at(Texts::distance(locale)? + Texts::place(key)?).map(Cow::Borrowed)
    }

    fn messages_for_locale(&self, locale: &str) -> Option<Vec<(Cow<'_, str>, Cow<'_, str>)>> {
        let distance = Texts::distance(locale)?;
        let said = |place| Some((Texts::at(place)?.into(), Texts::at(distance + place)?.into()));
        (0..Texts::keys()).map(said).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_found_with_what_it_says_in_each_language() {
        assert!(Texts::keys() > 1_000);
        for language in LANGUAGES {
            for (key, said) in Texts.messages_for_locale(language).unwrap() {
                assert_eq!(Texts.translate(language, &key), Some(said), "{key}");
            }
        }
        assert_eq!(Texts.translate("en", "stage.interest").as_deref(), Some("Interest"));
        assert_eq!(Texts.translate("zh", "stage.interest").as_deref(), Some("兴趣"));
    }

    #[test]
    fn a_key_or_a_language_that_is_not_there_says_nothing() {
        for key in ["", "a", "stage", "stage.interest.", "zzz", "~"] {
            assert_eq!(Texts.translate("en", key), None, "{key}");
        }
        assert_eq!(Texts.translate("de", "stage.interest"), None);
        assert_eq!(Texts.messages_for_locale("de"), None);
    }
}
