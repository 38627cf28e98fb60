//! What the files of a program look like: by which headers they are known, and which column is what.

use super::header::Header;
use crate::exchange::{Field, Kind, System, Target, Unwanted};

/// Files of one kind from one program.
pub struct Profile {
    /// The program.
    pub system: System,
    /// What the files hold.
    pub kind: Kind,
    /// Of each group at least one header is there.
    pub signs: &'static [&'static [&'static str]],
    /// What the columns are, by the key of their header.
    pub columns: &'static [(&'static str, Field)],
    /// Columns that say what others say too, or that are pictures and the like.
    pub skipped: &'static [&'static str],
    /// What numbered columns are, such as `E-mail 2 - Value`.
    pub numbered: Option<fn(&str) -> Option<Target>>,
}

impl Profile {
    /// Whether a file with these headers is one.
    pub fn fits(&self, headers: &[Header]) -> bool {
        all_present(self.signs, headers)
    }

    /// What the column with this header is.
    pub fn target(&self, header: &Header) -> Option<Target> {
        if self.skipped.contains(&header.key.as_str()) {
            return Some(Target::Skip);
        }
        let field = |key: &str| self.columns.iter().find(|(known, _)| *known == key).map(|(_, field)| *field);
        let named = field(&header.key).or_else(|| field(&header.bare)).map(Target::Field);
        named.or_else(|| self.numbered.and_then(|numbered| numbered(&header.key)))
    }
}

/// Files that hold what has no place in this book.
pub struct Refusal {
    /// What they hold.
    pub what: Unwanted,
    /// Of each group at least one header is there.
    pub signs: &'static [&'static [&'static str]],
    /// And none of these.
    pub without: &'static [&'static str],
}

impl Refusal {
    /// Whether a file with these headers is one.
    pub fn fits(&self, headers: &[Header]) -> bool {
        all_present(self.signs, headers) && !self.without.iter().any(|key| present(key, headers))
    }
}

/// Whether a header is there.
pub fn present(key: &str, headers: &[Header]) -> bool {
    headers.iter().any(|header| header.key == key)
}

fn all_present(signs: &[&[&str]], headers: &[Header]) -> bool {
    signs.iter().all(|group| group.iter().any(|key| present(key, headers)))
}
