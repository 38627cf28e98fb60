//! A column of a list: what it is called, how wide it is, what stands in it.

use ratatui::style::Style;

use crate::report::words::Word;
use crate::tui::look::Look;

/// What stands in a column of a record, in so many cells.
type Inside<T> = fn(&T, &Look, usize) -> (String, Style);

/// One column of a list.
pub struct Column<T: 'static> {
    /// By which settings know it; never changes.
    pub key: &'static str,
    /// What stands over it.
    pub head: fn(&Look) -> Word,
    /// What it is called where it is chosen.
    pub name: fn(&Look) -> Word,
    /// What the list is sorted by with it.
    pub sort: Option<&'static str>,
    /// How wide it is.
    pub width: Width,
    /// Whether it stands to the right, as figures do.
    pub right: bool,
    /// From which width of the list on it is shown where nobody has chosen columns; none is never.
    pub usual: Option<u16>,
    /// What stands in it.
    pub cell: Inside<T>,
}

/// How wide a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// So many cells.
    Cells(u16),
    /// So many parts of what the others leave.
    Parts(u16),
}

/// The fewest cells in which words still tell something.
const LEAST_WORDS: u16 = 10;

impl Width {
    /// The fewest cells that the column may have.
    pub fn least(self) -> u16 {
        match self {
            Width::Cells(cells) => cells,
            Width::Parts(_) => LEAST_WORDS,
        }
    }
}

impl<T> Column<T> {
    /// A column of words that shares the room.
    pub const fn words(key: &'static str, parts: u16, head: fn(&Look) -> Word, cell: Inside<T>) -> Column<T> {
        Column {
            key,
            head,
            name: head,
            sort: None,
            width: Width::Parts(parts),
            right: false,
            usual: None,
            cell,
        }
    }

    /// A column of short words: dates, badges.
    pub const fn short(key: &'static str, cells: u16, head: fn(&Look) -> Word, cell: Inside<T>) -> Column<T> {
        Column {
            key,
            head,
            name: head,
            sort: None,
            width: Width::Cells(cells),
            right: false,
            usual: None,
            cell,
        }
    }

    /// A column of figures.
    pub const fn figures(
        key: &'static str,
        cells: u16,
        head: fn(&Look) -> Word,
        cell: Inside<T>,
    ) -> Column<T> {
        Column {
            key,
            head,
            name: head,
            sort: None,
            width: Width::Cells(cells),
            right: true,
            usual: None,
            cell,
        }
    }

    /// The same column, by which the list can be sorted.
    pub const fn sorted(self) -> Column<T> {
        let sort = Some(self.key);
        Column { sort, ..self }
    }

    /// The same column, with which the list can be sorted by something else of the record.
    pub const fn sorted_by(self, key: &'static str) -> Column<T> {
        Column { sort: Some(key), ..self }
    }

    /// The same column under another name where it is chosen.
    pub const fn called(self, name: fn(&Look) -> Word) -> Column<T> {
        Column { name, ..self }
    }

    /// The same column, shown from a width of the list on where nobody has chosen columns.
    pub const fn from(self, width: u16) -> Column<T> {
        Column { usual: Some(width), ..self }
    }
}
