//! What went wrong, in words: what happened, why, and what to try.

mod config;
mod document;
mod entry;
mod filter;
mod import;
mod operation;
mod query;
mod register;
mod store;

pub use config::explain_config;
pub use document::explain_load;
pub use filter::explain_filter;
pub use import::{explain_correction, explain_reason, explain_stopped, explain_unreadable};
pub use operation::explain;
pub use query::explain_unasked;
pub use store::explain_store;

use crate::domain::text::harmless_lines;

/// Why something could not be done, as one says it to a person.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Explained {
    /// What happened.
    pub what: String,
    /// Why, where that says more.
    pub why: Option<String>,
    /// What to try, where there is something.
    pub hint: Option<String>,
}

impl Explained {
    /// Only what happened. Files and documents speak in it too, so that here, as in what follows, nothing that
    /// steers a terminal gets through.
    pub fn new(what: impl Into<String>) -> Self {
        Explained { what: harmless(what), ..Explained::default() }
    }

    /// With the cause.
    pub fn why(self, why: impl Into<String>) -> Self {
        Explained { why: Some(harmless(why)), ..self }
    }

    /// With what to try.
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Explained { hint: Some(harmless(hint)), ..self }
    }
}

fn harmless(words: impl Into<String>) -> String {
    harmless_lines(&words.into()).into_owned()
}
