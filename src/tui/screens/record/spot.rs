//! Where one stands in the cells of a picture: two beside each other, row after row, however many grids lie
//! one above the other.

use crate::domain::entry::Entry;
use crate::domain::id::Id;
use crate::tui::action::Action;

/// Cells of a grid.
pub const CELLS: usize = 4;

/// A cell, and the item in it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Spot {
    /// The cell, in the order of reading through all grids.
    pub cell: usize,
    /// The item, from the top of the cell.
    pub item: usize,
}

impl Spot {
    /// The spot of an entry.
    pub fn of(id: Id, cells: &[Vec<Entry>]) -> Option<Spot> {
        let place = |cell: &Vec<Entry>| cell.iter().position(|entry| entry.id == id);
        cells.iter().enumerate().find_map(|(cell, items)| Some(Spot { cell, item: place(items)? }))
    }

    /// The nearest spot that there is.
    pub fn settled(self, cells: &[Vec<Entry>]) -> Spot {
        let cell = self.cell.min(cells.len().saturating_sub(1));
        Spot { cell, item: self.item.min(last(cells, cell)) }
    }

    /// The entry that stands there.
    pub fn entry(self, cells: &[Vec<Entry>]) -> Option<&Entry> {
        cells.get(self.cell)?.get(self.item)
    }

    /// Follows an action that moves through lists or cells; nothing if it is another one.
    pub fn follow(self, action: Action, cells: &[Vec<Entry>]) -> Option<Spot> {
        let here = self.settled(cells);
        let to = |cell: usize, item: usize| Spot { cell, item }.settled(cells);
        Some(match action {
            Action::Down if here.item < last(cells, here.cell) => to(here.cell, here.item + 1),
            Action::Down if here.cell + 2 < cells.len() => to(here.cell + 2, 0),
            Action::Up if here.item > 0 => to(here.cell, here.item - 1),
            Action::Up if here.cell >= 2 => to(here.cell - 2, usize::MAX),
            Action::CellRight if here.cell.is_multiple_of(2) => to(here.cell + 1, here.item),
            Action::CellLeft if !here.cell.is_multiple_of(2) => to(here.cell - 1, here.item),
            Action::PageDown if here.cell + CELLS < cells.len() => to(here.cell + CELLS, 0),
            Action::PageUp if here.cell >= CELLS => to(here.cell - CELLS, 0),
            Action::First => to(0, 0),
            Action::Last => to(usize::MAX, usize::MAX),
            Action::Down
            | Action::Up
            | Action::CellRight
            | Action::CellLeft
            | Action::PageDown
            | Action::PageUp => here,
            _ => return None,
        })
    }
}

/// The last item of a cell.
fn last(cells: &[Vec<Entry>], cell: usize) -> usize {
    cells.get(cell).map_or(0, |items| items.len().saturating_sub(1))
}
