//! What a search found, as programs read it.

use serde::Serialize;

use crate::domain::id::Id;

/// One record that holds the words.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct SearchHitOut {
    /// account, contact, deal, activity or commitment.
    pub kind: String,
    /// The record's identity.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Where it belongs: the account, by name.
    #[serde(rename = "where")]
    pub place: Option<String>,
    /// The words with what stands around them.
    pub snippet: String,
}
