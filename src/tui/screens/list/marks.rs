//! Which records of a list are marked, for what is done to many of them at once.
//!
//! Marks stay with their records whatever the list is sorted or filtered by; a record that is gone has
//! none. All that a filter shows is marked without reading it: up to some thousands are then known one
//! by one, and keep their marks whatever becomes of them; more than that are marked as what meets the
//! condition.

use std::collections::{BTreeSet, HashSet};

use crate::domain::filter::Kind;
use crate::domain::id::Id;
use crate::store::view::list::{Clause, Line};
use crate::store::view::totals::Totals;
use crate::store::{Book, Result};

/// As many marks are known one by one.
const ONE_BY_ONE: usize = 10_000;

/// The marks.
#[derive(Debug, Clone, Default)]
pub struct Marks {
    ids: BTreeSet<Id>,
    /// What met this is marked too.
    all: Option<Clause>,
    /// But not these.
    except: BTreeSet<Id>,
    /// All that is shown is to be marked when the list is next read.
    takes_all: bool,
    in_view: HashSet<Id>,
    totals: Option<Totals>,
    hidden: u64,
}

impl Marks {
    /// How many records are marked.
    pub fn number(&self) -> u64 {
        self.totals.as_ref().map_or(0, |totals| totals.number)
    }

    /// What the marked records add up to, if there are any.
    pub fn totals(&self) -> Option<&Totals> {
        self.totals.as_ref()
    }

    /// How many marked records the list does not show.
    pub fn hidden(&self) -> u64 {
        self.hidden
    }

    /// Whether a record of the lines that were read is marked.
    pub fn is_marked(&self, id: Id) -> bool {
        self.in_view.contains(&id)
    }

    /// Marks a record, or takes its mark off.
    pub fn toggle(&mut self, id: Id) {
        if self.in_view.remove(&id) {
            self.ids.remove(&id);
            if self.all.is_some() {
                self.except.insert(id);
            }
        } else {
            self.in_view.insert(id);
            self.except.remove(&id);
            self.ids.insert(id);
        }
    }

    /// Marks all of `shown` lines of the list, or none where all of them are marked.
    pub fn toggle_all(&mut self, shown: u64) {
        if self.number().saturating_sub(self.hidden) >= shown {
            *self = Marks::default();
        } else {
            self.takes_all = true;
        }
    }

    /// The condition that the marked records meet, if there are any.
    pub fn clause(&self, kind: Kind) -> Option<Clause> {
        let listed = |ids: &BTreeSet<Id>| Clause::records(kind, &ids.iter().copied().collect::<Vec<_>>());
        let few = (!self.ids.is_empty()).then(|| listed(&self.ids));
        let Some(all) = self.all.clone() else { return few };
        let many = if self.except.is_empty() { all } else { all.without(listed(&self.except)) };
        Some(match few {
            Some(few) => many.or(few),
            None => many,
        })
    }

    /// Reads how many are marked, what they add up to, and which are so of the lines in view; `shown` is
    /// what the list shows.
    ///
    /// # Errors
    /// What the store could not read.
    pub fn read<L: Line>(&mut self, book: &Book, kind: Kind, shown: &Clause, lines: &[Id]) -> Result<()> {
        if self.takes_all {
            match book.ids_of::<L>(shown, ONE_BY_ONE)? {
                Some(ids) => {
                    self.except.retain(|id| !ids.contains(id));
                    self.ids.extend(ids);
                }
                None => {
                    let all = match self.clause(kind) {
                        Some(before) => before.or(shown.clone()),
                        None => shown.clone(),
                    };
                    *self = Marks { all: Some(all), ..Marks::default() };
                }
            }
            self.takes_all = false;
        }
        let Some(clause) = self.clause(kind) else {
            *self = Marks::default();
            return Ok(());
        };
        let totals = book.totals(kind, &clause)?;
        if totals.number == 0 {
            *self = Marks::default();
            return Ok(());
        }
        self.hidden = totals.number.saturating_sub(book.count::<L>(&shown.clone().with(clause.clone()))?);
        self.in_view = book.which_of::<L>(lines, &clause)?;
        self.totals = Some(totals);
        Ok(())
    }
}
