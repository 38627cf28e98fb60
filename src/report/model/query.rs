//! What can be asked about in SQL, as programs read it.

use serde::Serialize;

/// A column of a view.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct ViewColumnOut {
    /// The view.
    pub view: String,
    /// The column.
    pub column: String,
    /// What it holds, in the reader's language.
    pub meaning: String,
}
