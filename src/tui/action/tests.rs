//! The table is whole: every action is in it once, reachable, and explained.

use std::collections::HashSet;

use super::*;

#[test]
fn each_action_has_one_line_and_one_name() {
    let actions: HashSet<_> = TABLE.iter().map(|entry| entry.action).collect();
    let names: HashSet<_> = TABLE.iter().map(|entry| entry.name).collect();
    assert_eq!(actions.len(), TABLE.len());
    assert_eq!(names.len(), TABLE.len());
    // `No` is the last variant: its number tells how many there are.
    assert_eq!(actions.len(), Action::No as usize + 1);
}

#[test]
fn each_action_can_be_reached_by_a_key_or_the_palette() {
    for entry in TABLE {
        let by_key = !entry.keys.is_empty();
        let by_palette = !entry.scope.is_of_dialogs();
        assert!(by_key || by_palette, "{}", entry.name);
    }
}

#[test]
fn each_action_is_explained_in_its_own_words_in_both_languages() {
    for lang in [Lang::En, Lang::Zh] {
        let mut labels = HashSet::new();
        let mut helps = HashSet::new();
        for entry in TABLE {
            let (label, help) = (entry.label(lang), entry.help(lang));
            assert!(!label.contains("action."), "{label}");
            assert!(!help.contains("action."), "{help}");
            assert!(labels.insert(label), "{}", entry.name);
            assert!(helps.insert(help), "{}", entry.name);
        }
    }
}

#[test]
fn help_has_a_place_for_each_action() {
    for entry in TABLE {
        assert!(Scope::ALL.contains(&entry.scope), "{}", entry.name);
    }
}
