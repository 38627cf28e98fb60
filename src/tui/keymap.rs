//! Which keys do what where: the table's defaults, changed by a person's own keymap file.

use std::collections::BTreeMap;

use super::action::{Action, Scope, TABLE};
use super::key::{Key, UnknownKey, parse_keys, show_keys};

/// All bindings.
#[derive(Debug, Clone)]
pub struct Keymap {
    bindings: Vec<Binding>,
}

#[derive(Debug, Clone)]
struct Binding {
    scope: Scope,
    keys: Vec<Key>,
    action: Action,
}

/// What the keys typed so far amount to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Match {
    /// They ask for this.
    Action(Action),
    /// More is to come.
    Prefix,
    /// Nothing.
    None,
}

/// A keymap file that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeymapError {
    /// It names no action.
    #[error("unknown action {0}")]
    UnknownAction(String),
    /// It names no key.
    #[error("{action}: {key}")]
    UnknownKey {
        /// The action that is to have it.
        action: &'static str,
        /// What is no key.
        key: UnknownKey,
    },
    /// Two actions, by name, ask for the same keys, or one's keys begin the other's.
    #[error("{keys}: {first}, {second}")]
    Clash {
        /// The keys, as shown.
        keys: String,
        /// The action that had them.
        first: &'static str,
        /// The action that wants them too.
        second: &'static str,
    },
}

impl KeymapError {
    /// The action whose keys are to be mended, of a keymap in which these are a person's own.
    pub fn to_be_mended(&self, own: &BTreeMap<String, Vec<String>>) -> &str {
        match self {
            KeymapError::UnknownAction(action) => action,
            KeymapError::UnknownKey { action, .. } => action,
            KeymapError::Clash { second, .. } if own.contains_key(*second) => second,
            KeymapError::Clash { first, .. } => first,
        }
    }
}

impl Keymap {
    /// The keys of the table, with a person's own (by the action's name, at its home scope) in place of
    /// the action's defaults.
    ///
    /// # Errors
    /// When `own` names what does not exist, or makes two actions clash.
    pub fn new(own: &BTreeMap<String, Vec<String>>) -> Result<Keymap, KeymapError> {
        let (keymap, mut faults) = Keymap::assembled(own);
        if faults.is_empty() { Ok(keymap) } else { Err(faults.swap_remove(0)) }
    }

    /// All that keeps a person's own keys from being used.
    pub fn faults(own: &BTreeMap<String, Vec<String>>) -> Vec<KeymapError> {
        Keymap::assembled(own).1
    }

    /// The bindings as far as they can be read, and what is wrong with them.
    fn assembled(own: &BTreeMap<String, Vec<String>>) -> (Keymap, Vec<KeymapError>) {
        let is_unknown = |name: &&String| TABLE.iter().all(|entry| entry.name != name.as_str());
        let mut faults: Vec<KeymapError> =
            own.keys().filter(is_unknown).map(|name| KeymapError::UnknownAction(name.clone())).collect();
        let mut bindings = Vec::new();
        for entry in TABLE {
            let mut bind = |scope, keys: &str| match parse_keys(keys) {
                Ok(keys) => bindings.push(Binding { scope, keys, action: entry.action }),
                Err(key) => faults.push(KeymapError::UnknownKey { action: entry.name, key }),
            };
            match own.get(entry.name) {
                Some(chosen) => chosen.iter().for_each(|keys| bind(entry.scope, keys)),
                None => entry.keys.iter().for_each(|keys| bind(entry.scope, keys)),
            }
            for (scope, all) in entry.also {
                all.iter().for_each(|keys| bind(*scope, keys));
            }
        }
        let keymap = Keymap { bindings };
        if own.is_empty() {
            // The tests hold that the table has no clash; to look for one takes as long as to draw a screen.
            return (keymap, faults);
        }
        // A key that begins many others clashes with each of them: once is enough to mend it.
        for clash in keymap.clashes() {
            let is_told = |told: &KeymapError| told.to_be_mended(own) == clash.to_be_mended(own);
            if !faults.iter().any(|told| matches!(told, KeymapError::Clash { .. }) && is_told(told)) {
                faults.push(clash);
            }
        }
        (keymap, faults)
    }

    /// The keys of the table alone.
    pub fn usual() -> Keymap {
        // The tests hold that the table has no unknown key and no clash.
        Keymap::new(&BTreeMap::new()).unwrap_or(Keymap { bindings: Vec::new() })
    }

    /// What `typed` means where these scopes hold, the nearest first.
    pub fn resolve(&self, scopes: &[Scope], typed: &[Key]) -> Match {
        let mut found = Match::None;
        for scope in scopes {
            for binding in self.bindings.iter().filter(|binding| binding.scope == *scope) {
                if binding.keys == typed {
                    return Match::Action(binding.action);
                }
                if binding.keys.starts_with(typed) {
                    found = Match::Prefix;
                }
            }
        }
        found
    }

    /// The sequences that begin with `typed`: what may follow, and what that does.
    pub fn continuations(&self, scopes: &[Scope], typed: &[Key]) -> Vec<(String, Action)> {
        self.bindings
            .iter()
            .filter(|b| scopes.contains(&b.scope) && b.keys.len() > typed.len() && b.keys.starts_with(typed))
            .map(|b| (show_keys(&b.keys[typed.len()..]), b.action))
            .collect()
    }

    /// All keys of an action where it is at home or, if it has none there, in the scopes given.
    pub fn keys_of(&self, action: Action, scopes: &[Scope]) -> Vec<String> {
        let within = |wanted: &[Scope]| -> Vec<String> {
            let mine = |b: &&Binding| b.action == action && wanted.contains(&b.scope);
            self.bindings.iter().filter(mine).map(|b| show_keys(&b.keys)).collect()
        };
        let near = within(scopes);
        if near.is_empty() { within(&[action.entry().scope]) } else { near }
    }

    fn clashes(&self) -> Vec<KeymapError> {
        let clash_of = |(index, binding): (usize, &Binding)| {
            let other = self.bindings[..index].iter().find(|other| {
                // The same key may mean something else nearer by; one that only begins another would hide it.
                let hides = || other.keys != binding.keys && other.scope.stands_with(binding.scope);
                (other.keys.starts_with(&binding.keys) || binding.keys.starts_with(&other.keys))
                    && other.action != binding.action
                    && (other.scope == binding.scope || hides())
            })?;
            // Where one begins the other, it is the shorter one that both ask for.
            let shorter = if other.keys.len() < binding.keys.len() { other } else { binding };
            Some(KeymapError::Clash {
                keys: show_keys(&shorter.keys),
                first: other.action.entry().name,
                second: binding.action.entry().name,
            })
        };
        self.bindings.iter().enumerate().filter_map(clash_of).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Scopes as they stand together on the screen.
    const STACKS: &[&[Scope]] = &[
        &[Scope::Funnel, Scope::Deal, Scope::Record, Scope::List, Scope::Everywhere],
        &[Scope::Board, Scope::Deal, Scope::Record, Scope::List, Scope::Everywhere],
        &[Scope::Change, Scope::Deal, Scope::Record, Scope::List, Scope::Everywhere],
        &[Scope::Doubles, Scope::List, Scope::Everywhere],
        &[Scope::Care, Scope::Record, Scope::List, Scope::Everywhere],
        &[Scope::Review, Scope::Deal, Scope::Record, Scope::Everywhere],
        &[Scope::Today, Scope::Deal, Scope::Record, Scope::List, Scope::Everywhere],
        &[Scope::Table, Scope::Deal, Scope::Record, Scope::List, Scope::Everywhere],
        &[Scope::Tabs, Scope::Deal, Scope::Record, Scope::List, Scope::Everywhere],
        &[Scope::Person, Scope::Deal, Scope::Record, Scope::List, Scope::Everywhere],
        &[Scope::Clues],
        &[Scope::Brief, Scope::Page, Scope::List],
        &[Scope::Group, Scope::Page, Scope::List],
        &[Scope::Filter],
        &[Scope::Page, Scope::List],
        &[Scope::History, Scope::Page, Scope::List],
        &[Scope::Twins, Scope::Sides, Scope::List],
        &[Scope::Guide, Scope::Choice],
        &[Scope::Help, Scope::Page, Scope::List],
        &[Scope::Form],
        &[Scope::Question],
    ];

    #[test]
    fn no_two_actions_share_a_key_where_they_stand_together() {
        let keymap = Keymap::usual();
        assert_eq!(keymap.clashes(), []);
        for stack in STACKS {
            for binding in keymap.bindings.iter().filter(|b| stack.contains(&b.scope)) {
                let meant = keymap.resolve(stack, &binding.keys);
                assert_eq!(meant, Match::Action(binding.action), "{}", show_keys(&binding.keys));
            }
        }
    }

    #[test]
    fn a_sequence_waits_for_its_end_and_shows_what_may_follow() {
        let keymap = Keymap::usual();
        let g = parse_keys("g").unwrap();
        assert_eq!(keymap.resolve(STACKS[0], &g), Match::Prefix);
        assert_eq!(keymap.resolve(STACKS[0], &parse_keys("g g").unwrap()), Match::Action(Action::First));
        assert_eq!(keymap.resolve(STACKS[0], &parse_keys("g x").unwrap()), Match::None);
        let follow = keymap.continuations(STACKS[0], &g);
        assert!(follow.contains(&("f".to_owned(), Action::ShowFunnel)), "{follow:?}");
    }

    fn with_own(action: &str, keys: &[&str]) -> Result<Keymap, KeymapError> {
        let keys = keys.iter().map(|key| (*key).to_owned()).collect();
        Keymap::new(&BTreeMap::from([(action.to_owned(), keys)]))
    }

    #[test]
    fn own_keys_take_the_place_of_the_defaults() {
        let keymap = with_own("deal.advance", &["f2", "ctrl-a"]).unwrap();
        assert_eq!(keymap.keys_of(Action::AdvanceDeal, STACKS[0]), ["F2", "Ctrl-A"]);
        assert_eq!(keymap.resolve(STACKS[0], &parse_keys(">").unwrap()), Match::None);
    }

    #[test]
    fn an_own_keymap_that_cannot_be_used_says_why() {
        let error = |action: &str, keys: &str| with_own(action, &[keys]).unwrap_err();
        assert_eq!(error("deal.fly", "f"), KeymapError::UnknownAction("deal.fly".to_owned()));
        let key = UnknownKey("hyper-x".to_owned());
        assert_eq!(error("app.help", "hyper-x"), KeymapError::UnknownKey { action: "app.help", key });
        let hidden = error("deal.win", "g");
        assert!(matches!(hidden, KeymapError::Clash { second: "deal.win", .. }), "it hides g f: {hidden:?}");
        assert!(with_own("deal.win", &["u"]).is_ok(), "nearer by a key may mean something else");
        assert_eq!(
            error("app.help", "u"),
            KeymapError::Clash { keys: "u".to_owned(), first: "app.undo", second: "app.help" }
        );
    }

    #[test]
    fn all_that_is_wrong_with_an_own_keymap_is_found_at_once() {
        let own = [("deal.fly", "f"), ("app.help", "u"), ("app.redo", "hyper-x"), ("deal.win", "W")];
        let own = own.map(|(action, keys)| (action.to_owned(), vec![keys.to_owned()]));
        let faults = Keymap::faults(&BTreeMap::from(own));
        assert!(matches!(faults[0], KeymapError::UnknownAction(_)), "{faults:?}");
        assert!(matches!(faults[1], KeymapError::UnknownKey { action: "app.redo", .. }), "{faults:?}");
        assert!(matches!(faults[2], KeymapError::Clash { .. }), "{faults:?}");
        assert_eq!(faults.len(), 3);
    }
}
