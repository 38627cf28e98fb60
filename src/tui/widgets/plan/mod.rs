//! Pictures of an account plan, each drawn from what the plan says: factors in their four cells with the
//! strategy that follows, a SWOT grid, competitors beside each other, the five steps as a path.

mod columns;
mod factors;
mod grid;
mod items;
mod path;
mod swot;
#[cfg(test)]
mod tests;

pub use columns::Columns;
pub use factors::FactorsPicture;
pub use path::{path, path_height, path_line};
pub use swot::SwotPicture;

use super::input::LineInput;
use crate::domain::entry::Entry;
use crate::domain::id::Id;
use grid::Item;

/// Where one stands in a picture of four cells, and what one types there.
#[derive(Debug, Clone, Copy, Default)]
pub struct Here<'a> {
    /// The cell, in the order of reading.
    pub cell: Option<usize>,
    /// The chosen item.
    pub chosen: Option<Id>,
    /// The line that is typed: in the place of the chosen item or, where none is, after the last of the cell.
    pub typed: Option<&'a LineInput>,
}

impl<'a> Here<'a> {
    /// An item that says what an entry does.
    fn item(&self, entry: &Entry) -> Item<'a> {
        let is_chosen = self.chosen == Some(entry.id);
        let text = entry.text("text").unwrap_or_default().to_owned();
        Item { text, is_chosen, typed: self.typed.filter(|_| is_chosen), ..Item::default() }
    }

    /// The item that is typed anew into a cell, if one is.
    fn fresh(&self, cell: usize) -> Option<Item<'a>> {
        let typed = self.typed.filter(|_| self.chosen.is_none() && self.cell == Some(cell))?;
        Some(Item { is_chosen: true, typed: Some(typed), ..Item::default() })
    }
}
