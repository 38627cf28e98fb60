//! The keys as a table, for `keybook keys` and the README.

use std::collections::BTreeMap;

use super::action::TABLE;
use super::keymap::Keymap;
use crate::i18n::Lang;
use crate::report::model::KeyOut;

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
