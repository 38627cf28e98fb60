//! The keys as a table, for `keybook keys` and the README, and what is wrong with a person's own.

use std::collections::BTreeMap;

use super::action::TABLE;
use super::keymap::{Keymap, KeymapError};
use crate::i18n::Lang;
use crate::report::model::{KeyFaultOut, KeyOut};
use crate::tr;

/// Every action with its keys: a person's own where given and usable, else the usual ones.
pub fn keys(lang: Lang, own: &BTreeMap<String, Vec<String>>) -> Vec<KeyOut> {
    let keymap = Keymap::new(own).unwrap_or_else(|_| Keymap::usual());
    let out = |entry: &super::action::Entry| KeyOut {
        action: entry.name.to_owned(),
        keys: keymap.keys_of(entry.action, &[entry.scope]),
        place: entry.scope.title(lang).into_owned(),
        help: entry.help(lang).into_owned(),
    };
    TABLE.iter().map(out).collect()
}

/// All that keeps a person's own keys from being used, by action; the lines are not known here.
pub fn key_faults(lang: Lang, own: &BTreeMap<String, Vec<String>>) -> Vec<KeyFaultOut> {
    let out = |error: &KeymapError| {
        let (kind, keys) = match error {
            KeymapError::UnknownAction(_) => ("unknown_action", ""),
            KeymapError::UnknownKey { key, .. } => ("unknown_key", key.0.as_str()),
            KeymapError::Clash { keys, .. } => ("clash", keys.as_str()),
        };
        let [kind, action, keys] = [kind, error.to_be_mended(own), keys].map(str::to_owned);
        KeyFaultOut { line: None, kind, action, keys, problem: in_words(lang, error) }
    };
    Keymap::faults(own).iter().map(out).collect()
}

/// Why own keys cannot be used, in a sentence without its full stop.
pub(super) fn in_words(lang: Lang, error: &KeymapError) -> String {
    match error {
        KeymapError::UnknownAction(action) => tr!(lang, "keymap.unknown_action", action = action),
        KeymapError::UnknownKey { action, key } => {
            tr!(lang, "keymap.unknown_key", action = action, key = key.0)
        }
        KeymapError::Clash { keys, first, second } => {
            tr!(lang, "keymap.clash", keys = keys, first = first, second = second)
        }
    }
    .into_owned()
}
