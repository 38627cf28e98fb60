//! Likely doubles, as programs read them.

use serde::Serialize;

use super::ReasonOut;
use crate::domain::id::Id;

/// Two records that may be one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct DoubleOut {
    /// account, contact or deal.
    pub kind: String,
    /// The older one.
    pub a: NamedOut,
    /// The younger one.
    pub b: NamedOut,
    /// What they share.
    pub reasons: Vec<ReasonOut>,
    /// sure or likely.
    pub certainty: String,
}

/// A record by its names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct NamedOut {
    /// Its identity.
    pub id: Id,
    /// Its short code.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// A part of two records beside each other.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct SidesOut {
    /// The part's name for programs: what --take takes.
    pub part: String,
    /// Its name for people.
    pub label: String,
    /// What the first record says.
    pub a: Option<String>,
    /// What the second record says.
    pub b: Option<String>,
    /// Whether both tell it, and differently.
    pub differ: bool,
}
