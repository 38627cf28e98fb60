//! What this machine's terminal can do, and what one wants of it.

use serde::Deserialize;

/// The width of characters whose width depends on the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Ambiguous {
    /// One cell, as nearly everywhere.
    #[default]
    Narrow,
    /// Two cells, as in some Chinese terminals.
    Wide,
}

/// Whose the mouse is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mouse {
    /// The program's.
    #[default]
    On,
    /// The terminal's.
    Off,
}

/// Whether anything on the screen changes by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Motion {
    /// What a change has altered is marked for a moment.
    #[default]
    On,
    /// Nothing is.
    Off,
}
