//! What can be wrong with a book.

use super::word::words;

words! {
    /// What is wrong with a book.
    pub enum Flaw {
        /// Pages of the file do not hang together, or cannot be read.
        Pages = "pages",
        /// An index does not agree with its table.
        Index = "index",
        /// A row refers to one that is not there.
        Reference = "reference",
        /// The search does not know what is there, or knows what is not.
        Search = "search",
        /// The kept day of a last contact is not the one that the activities tell.
        LastContact = "last_contact",
        /// A deal whose past was told out of order is not marked as one.
        ToldLate = "told_late",
        /// The last event of a deal or an order is not what the record says.
        Event = "event",
        /// The rows of a table do not agree with the sum that is kept of them.
        Rows = "rows",
        /// An entry of the journal does not agree with its checksum.
        Journal = "journal",
        /// A value is not the one that the journal wrote down last.
        Value = "value",
    }
}

impl Flaw {
    /// Whether it lies in what follows from the rest of the book, and so can be put right from it.
    pub fn is_derived(self) -> bool {
        matches!(self, Flaw::Index | Flaw::Search | Flaw::LastContact | Flaw::ToldLate)
    }
}
