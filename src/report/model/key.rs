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
