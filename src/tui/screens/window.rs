//! The part of a long list that has been read: some screens full around what is in view.

use std::ops::Range;

use crate::store::view::list::{Clause, Line, Order, Place, Placed, Seek};
use crate::store::{Book, Result};

/// Lines read at a time, unless it is told otherwise: a few screens full.
const CHUNK: usize = 200;

/// Part of a long list, whose rows have places of a kind: `rows` begin at line `first` of `total`.
#[derive(Debug, Clone)]
pub struct Window<L, P = Place> {
    /// The list's line that the first row is.
    pub first: usize,
    /// Lines in all.
    pub total: usize,
    /// The rows read.
    pub rows: Vec<Placed<L, P>>,
    /// How many lines are read at a time.
    chunk: usize,
}

impl<L, P> Default for Window<L, P> {
    fn default() -> Window<L, P> {
        Window { first: 0, total: 0, rows: Vec::new(), chunk: CHUNK }
    }
}

impl<L, P: Clone + PartialEq> Window<L, P> {
    /// Reads some screens full at a time, where a screen shows so many lines.
    pub fn for_height(&mut self, height: usize) {
        self.chunk = 3 * height.max(5);
    }

    /// What stands at a line of the list, if it has been read.
    pub fn line(&self, line: usize) -> Option<&L> {
        self.rows.get(line.checked_sub(self.first)?).map(|placed| &placed.line)
    }

    /// The place of a line of the list, if it has been read.
    pub fn place(&self, line: usize) -> Option<P> {
        self.rows.get(line.checked_sub(self.first)?).map(|placed| placed.place.clone())
    }

    /// Whether all these lines have been read.
    pub fn holds(&self, lines: &Range<usize>) -> bool {
        lines.is_empty() || self.first <= lines.start && lines.end <= self.first + self.rows.len()
    }

    /// Reads the lines around those wanted, of `total`; `fetch` gives at most so many from where it is told.
    ///
    /// # Errors
    /// What `fetch` could not read.
    pub fn read_by(
        &mut self,
        wanted: Range<usize>,
        total: usize,
        fetch: impl FnOnce(&Seek<P>, usize) -> Result<Vec<Placed<L, P>>>,
    ) -> Result<()> {
        let (first, seek) = self.seek(&wanted, total);
        // At an end nothing lies beyond: half of what is read in the middle is enough.
        let needed = match seek {
            Seek::First => wanted.end + self.margin(),
            Seek::Last => total.saturating_sub(wanted.start) + self.margin(),
            _ => self.chunk,
        };
        let rows = fetch(&seek, needed.min(self.chunk))?;
        let first = if seek == Seek::Last { total.saturating_sub(rows.len()) } else { first };
        *self = Window { first, total, rows, chunk: self.chunk };
        Ok(())
    }

    /// Reads the lines around the one at a place, which is that of line `at` of `total`.
    ///
    /// # Errors
    /// What `fetch` could not read.
    pub fn read_around_by(
        &mut self,
        (at, place): (usize, P),
        total: usize,
        fetch: impl Fn(&Seek<P>, usize) -> Result<Vec<Placed<L, P>>>,
    ) -> Result<()> {
        let mut rows = fetch(&Seek::Before(place), self.chunk / 2)?;
        let first = at.saturating_sub(rows.len());
        let rest = rows.last().map_or(Seek::First, |row| Seek::After(row.place.clone()));
        rows.extend(fetch(&rest, self.chunk / 2)?);
        *self = Window { first, total, rows, chunk: self.chunk };
        Ok(())
    }

    /// Lines that are read beyond those wanted.
    fn margin(&self) -> usize {
        self.chunk / 4
    }

    /// Where to read from so that the wanted lines are among what is read, and which line that is. A
    /// list is left by a page at a time or for one of its ends, so the wanted lines are near known ones.
    fn seek(&self, wanted: &Range<usize>, total: usize) -> (usize, Seek<P>) {
        let margin = self.margin();
        if wanted.end <= self.chunk - margin || self.rows.is_empty() {
            return (0, Seek::First);
        }
        if total.saturating_sub(wanted.start) <= self.chunk - margin {
            return (0, Seek::Last);
        }
        let place_of = |line: usize| {
            let index = line.saturating_sub(self.first).min(self.rows.len() - 1);
            (self.first + index, self.rows[index].place.clone())
        };
        if wanted.start < self.first {
            let (line, place) = place_of(wanted.end + margin);
            (line.saturating_sub(self.chunk), Seek::Before(place))
        } else {
            let (line, place) = place_of(wanted.start.saturating_sub(margin));
            (line + 1, Seek::After(place))
        }
    }
}

impl<L: Line> Window<L> {
    /// Reads the lines around those wanted, of `total`.
    ///
    /// # Errors
    /// What the store could not read.
    pub fn read(
        &mut self,
        book: &Book,
        clause: &Clause,
        order: Order,
        wanted: Range<usize>,
        total: usize,
    ) -> Result<()> {
        self.read_by(wanted, total, |seek, limit| book.window::<L>(clause, order, seek, limit))
    }

    /// Reads the lines around the one at a place, which is that of line `at` of `total`.
    ///
    /// # Errors
    /// What the store could not read.
    pub fn read_around(
        &mut self,
        book: &Book,
        clause: &Clause,
        order: Order,
        around: (usize, Place),
        total: usize,
    ) -> Result<()> {
        self.read_around_by(around, total, |seek, limit| book.window::<L>(clause, order, seek, limit))
    }
}
