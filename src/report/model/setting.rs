//! Settings, as programs read them.

use serde::Serialize;

/// A setting and its value.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct SettingOut {
    /// Its name.
    pub setting: String,
    /// Its value; null where the program finds the best one itself.
    pub value: Option<String>,
    /// Where it is kept: machine or book.
    pub place: String,
}
