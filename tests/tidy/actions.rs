//! Every action of the interface can be done, and is explained once, in both languages.

use std::collections::{BTreeMap, BTreeSet};

use keybook::i18n::Lang;
use keybook::tui::keys;

#[test]
fn every_action_has_a_key_and_words_in_both_languages() {
    let none = BTreeMap::new();
    let (english, chinese) = (keys(Lang::En, &none), keys(Lang::Zh, &none));
    let mut names = BTreeSet::new();
    for (row, other) in english.iter().zip(&chinese) {
        let name = &row.action;
        assert!(names.insert(name), "{name} stands twice in the table of actions");
        assert!(!row.keys.is_empty(), "{name} has no key: give it one in src/tui/action/table.rs");
        assert!(!row.help.trim().is_empty(), "{name} has no words: write them in assets/locales/actions.yml");
        assert_ne!(row.help, other.help, "{name} is not translated in assets/locales/actions.yml");
    }
    assert!(names.len() > 20, "the table of actions is not the one that the program works by");
}

#[test]
fn no_two_actions_of_one_place_share_a_key() {
    let mut taken = BTreeMap::new();
    for row in keys(Lang::En, &BTreeMap::new()) {
        for key in row.keys {
            let before = taken.insert((row.place.clone(), key.clone()), row.action.clone());
            assert_eq!(before, None, "{key} in “{}” means {} too", row.place, row.action);
        }
    }
}
