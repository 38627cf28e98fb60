//! A SWOT grid: of the client in its market, or of us at the client.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::grid::{self, Item, Quarter};
use crate::domain::entry::choice::{Grid, SwotCell};
use crate::domain::entry::{Entry, EntryKind};
use crate::domain::id::Id;
use crate::report::entry_words;
use crate::tr;
use crate::tui::look::Look;

/// The picture of a SWOT grid.
#[derive(Debug, Clone, Copy)]
pub struct SwotPicture<'a> {
    /// Items of either grid, in their order; entries of other kinds are passed over.
    pub entries: &'a [Entry],
    /// Which of the two grids.
    pub grid: Grid,
    /// The chosen item.
    pub chosen: Option<Id>,
}

impl SwotPicture<'_> {
    /// Draws it: strengths and weaknesses above, opportunities and threats below them.
    pub fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let quarters = SwotCell::ALL.iter().map(|cell| self.quarter(look, *cell)).collect::<Vec<_>>();
        if let Ok(quarters) = <[Quarter; 4]>::try_from(quarters) {
            grid::draw(look, &quarters, area, buf);
        }
    }

    fn quarter(&self, look: &Look, cell: SwotCell) -> Quarter {
        let lang = look.lang;
        let own = |entry: &&Entry| {
            entry.kind == EntryKind::Swot
                && entry.word("grid") == Some(self.grid)
                && entry.word("cell") == Some(cell)
        };
        let item = |entry: &Entry| Item {
            text: entry.text("text").unwrap_or_default().to_owned(),
            is_chosen: self.chosen == Some(entry.id),
            ..Item::default()
        };
        let about = match cell {
            SwotCell::Strength => tr!(lang, "picture.swot.strength"),
            SwotCell::Weakness => tr!(lang, "picture.swot.weakness"),
            SwotCell::Opportunity => tr!(lang, "picture.swot.opportunity"),
            SwotCell::Threat => tr!(lang, "picture.swot.threat"),
        };
        let items: Vec<Item> = self.entries.iter().filter(own).map(item).collect();
        Quarter {
            title: entry_words::choice(lang, "cell", cell.as_str()).into_owned(),
            about: about.into_owned(),
            figure: items.len().to_string(),
            is_heavy: false,
            items,
        }
    }
}
