//! A demonstration book that was written, as programs read it.

use serde::Serialize;

/// Where the book is, and how much is in it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct DemoOut {
    /// The file.
    pub book: String,
    /// How many accounts.
    pub accounts: u64,
    /// How many contacts.
    pub contacts: u64,
    /// How many deals, open or closed.
    pub deals: u64,
    /// How many activities.
    pub activities: u64,
}
