//! Terms of the reference, as programs read them.

use serde::Serialize;

/// A term of the trade, explained.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct TermOut {
    /// Its key, the same in both languages.
    pub term: String,
    /// What it is called.
    pub title: String,
    /// What it belongs to.
    pub chapter: String,
    /// What it means, in a few sentences.
    pub text: String,
}
