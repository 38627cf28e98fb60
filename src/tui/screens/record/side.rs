//! What one side of a record shows: a sheet or a picture, and the entries of plans that stand on it.

use std::collections::HashSet;

use super::board::Board;
use crate::domain::entry::{Entry, Holder};
use crate::domain::id::Id;
use crate::tui::widgets::sheet::Sheet;

/// What one side of a record shows.
#[derive(Debug, Clone, Default)]
pub struct Side {
    /// What is drawn over its lines, or in their place.
    pub board: Board,
    /// Its lines, from top to bottom.
    pub sheet: Sheet,
    /// The entries on it, group by group as they stand there; cell by cell, where it has cells.
    pub groups: Vec<Vec<Entry>>,
    /// Those in its tree who have others below them, and can be folded.
    pub heads: HashSet<Id>,
}

impl Side {
    /// An entry on it.
    pub fn entry(&self, id: Id) -> Option<&Entry> {
        self.groups.iter().flatten().find(|entry| entry.id == id)
    }

    /// The one entry of a record that another reading did not have, where there is just one.
    pub fn added_to(&self, before: &Side, of: Holder) -> Option<&Entry> {
        let is_new = |entry: &&Entry| entry.holder == of && before.entry(entry.id).is_none();
        let mut fresh = self.groups.iter().flatten().filter(is_new);
        fresh.next().filter(|_| fresh.next().is_none())
    }

    /// The entry before or after another in its group.
    pub fn beside(&self, id: Id, later: bool) -> Option<&Entry> {
        let group = self.groups.iter().find(|group| group.iter().any(|entry| entry.id == id))?;
        let at = group.iter().position(|entry| entry.id == id)?;
        group.get(if later { at + 1 } else { at.checked_sub(1)? })
    }

    /// The place of an entry among all of its kind and record, from 1.
    pub fn place(&self, of: &Entry) -> usize {
        let like =
            self.groups.iter().flatten().filter(|entry| entry.kind == of.kind && entry.holder == of.holder);
        like.filter(|entry| (entry.position, entry.id) <= (of.position, of.id)).count()
    }
}
