//! A SWOT grid: of the client in its market, or of us at the client.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Here;
use super::grid::{self, Item, Quarter};
use crate::domain::entry::choice::{Grid, SwotCell};
use crate::domain::entry::{Entry, EntryKind};
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
    /// Where one stands in it.
    pub here: Here<'a>,
}

impl<'a> SwotPicture<'a> {
    /// Draws it: strengths and weaknesses above, opportunities and threats below them; returns where the
    /// cursor stands, if one types.
    pub fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let cells = [SwotCell::Strength, SwotCell::Weakness, SwotCell::Opportunity, SwotCell::Threat];
        let mut at = 0..;
        let quarters = cells.map(|cell| self.quarter(look, cell, at.next().unwrap_or_default()));
        grid::draw(look, &quarters, area, buf)
    }

    fn quarter(&self, look: &Look, cell: SwotCell, at: usize) -> Quarter<'a> {
        let lang = look.lang;
        let own = |entry: &&Entry| {
            entry.kind == EntryKind::Swot
                && entry.word("grid") == Some(self.grid)
                && entry.word("cell") == Some(cell)
        };
        let about = match cell {
            SwotCell::Strength => tr!(lang, "picture.swot.strength"),
            SwotCell::Weakness => tr!(lang, "picture.swot.weakness"),
            SwotCell::Opportunity => tr!(lang, "picture.swot.opportunity"),
            SwotCell::Threat => tr!(lang, "picture.swot.threat"),
        };
        let mut items: Vec<Item<'a>> =
            self.entries.iter().filter(own).map(|entry| self.here.item(entry)).collect();
        let figure = items.len().to_string();
        items.extend(self.here.fresh(at));
        Quarter {
            title: entry_words::choice(lang, "cell", cell.as_str()).into_owned(),
            about: about.into_owned(),
            figure,
            is_heavy: false,
            items,
            is_here: self.here.cell == Some(at),
        }
    }
}
