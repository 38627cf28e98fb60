//! What a search found, as programs read it.

use serde::Serialize;

use crate::domain::id::Id;

/// One record that holds the words.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct SearchHitOut {
    /// account, contact, deal, activity, product or order.
    pub kind: String,
    /// The record's identity.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Where the words stand: name, notes, text and so on.
    #[serde(rename = "where")]
    pub place: String,
    /// The words with what stands around them.
    pub snippet: String,
    /// The short code, where it has one.
    pub code: Option<String>,
}
