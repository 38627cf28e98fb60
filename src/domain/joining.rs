//! Joining two copies of a book: whose way it goes where both have changed the same.

use super::word::words;

words! {
    /// Whose value holds.
    pub enum Chosen {
        /// That of the book that is joined to.
        Ours = "ours",
        /// That of the other copy.
        Theirs = "theirs",
    }
}

/// How all that both have changed is decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// All goes our way.
    Ours,
    /// All goes the other copy's way.
    Theirs,
    /// What was changed last holds; ours where both were changed at the same instant.
    Newest,
}

impl Rule {
    /// Whose value holds, told when either was changed (milliseconds UTC).
    pub fn choose(self, ours_at: i64, theirs_at: i64) -> Chosen {
        match self {
            Rule::Ours => Chosen::Ours,
            Rule::Theirs => Chosen::Theirs,
            Rule::Newest if theirs_at > ours_at => Chosen::Theirs,
            Rule::Newest => Chosen::Ours,
        }
    }
}
