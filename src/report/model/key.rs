//! Keys of the terminal interface, as programs read them.

use serde::Serialize;

/// An action and the keys that start it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct KeyOut {
    /// The action's name, as in the settings.
    pub action: String,
    /// Its keys.
    pub keys: Vec<String>,
    /// Where it applies.
    pub place: String,
    /// What it does.
    pub help: String,
}

/// Something wrong with a person's own keys.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct KeyFaultOut {
    /// The line of the settings, from 1, where that is known.
    pub line: Option<usize>,
    /// What is wrong: `clash`, `unknown_action`, `unknown_key` or `unreadable`.
    pub kind: String,
    /// The name of the action whose keys they are; empty where none can be named.
    pub action: String,
    /// The keys that are meant; empty where none are.
    pub keys: String,
    /// The same in a sentence.
    pub problem: String,
}
