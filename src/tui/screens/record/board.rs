//! The sides of a record that are pictures: what stands in their cells, and how they are drawn.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::relationship::Pictures;
use super::side::Side;
use super::spot::{CELLS, Spot};
use crate::domain::entry::choice::{Grid, SwotCell};
use crate::domain::entry::{Entry, EntryKind, Holder, Value};
use crate::domain::id::Id;
use crate::domain::plan::StepState;
use crate::domain::strategy::{Cell, Factor};
use crate::report::entry_words;
use crate::store::{Book, Result};
use crate::tui::look::Look;
use crate::tui::widgets::input::LineInput;
use crate::tui::widgets::plan::{Columns, FactorsPicture, Here, SwotPicture, path, path_height, path_line};
use crate::tui::widgets::text;

/// Lines that a sheet keeps under the path of the five steps; with fewer there is no path.
const UNDER_PATH: u16 = 8;
/// Lines from which both SWOT grids are shown, one above the other.
const BOTH_GRIDS: u16 = 26;

/// What is drawn on a side: over its sheet, or in its place.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Board {
    /// Nothing: the sheet is all there is.
    #[default]
    Nothing,
    /// The five steps as a path, over the sheet; in one line where that has to be short.
    Steps(Vec<StepState>),
    /// How check-ups move, and the ladder of levels, over the sheet.
    Relationship(Pictures),
    /// Factors in four cells.
    Factors,
    /// Both SWOT grids.
    Swot,
    /// Competitors beside each other, we first; those of a deal with what is known of each at the account.
    Competitors(Vec<Entry>),
}

impl Board {
    /// Whether one walks from cell to cell, and types into them.
    pub fn is_grid(&self) -> bool {
        matches!(self, Board::Factors | Board::Swot)
    }

    /// Whether it stands in the place of a sheet.
    pub fn is_whole(&self) -> bool {
        self.is_grid() || matches!(self, Board::Competitors(_))
    }

    /// The area that it takes from that of the side, and what is left to the sheet.
    pub fn split(&self, area: Rect) -> (Rect, Rect) {
        let height = match self {
            Board::Nothing => 0,
            Board::Steps(_) => {
                let whole = path_height(area.width);
                if area.height >= whole + 1 + 2 * UNDER_PATH { whole } else { 1 }
            }
            Board::Relationship(_) => Pictures::height(area),
            _ => area.height,
        };
        let left = height + u16::from(height > 0);
        let below = area.height.saturating_sub(left);
        let sheet = Rect { y: area.bottom() - below, height: below, ..area };
        (Rect { height: height.min(area.height), ..area }, sheet)
    }

    /// What stands in a cell has this in common, and is of this kind.
    pub fn common(&self, cell: usize) -> Option<(EntryKind, Vec<(&'static str, Value)>)> {
        match self {
            Board::Factors => {
                let (sign, control) = Cell::ALL.get(cell)?.parts();
                let told = vec![("sign", sign.as_str().into()), ("control", control.as_str().into())];
                Some((EntryKind::Factor, told))
            }
            Board::Swot => {
                let (grid, cell) = (Grid::ALL.get(cell / CELLS)?, SwotCell::ALL.get(cell % CELLS)?);
                let told = vec![("grid", grid.as_str().into()), ("cell", cell.as_str().into())];
                Some((EntryKind::Swot, told))
            }
            _ => None,
        }
    }

    /// Draws it; returns where the cursor stands, if one types.
    pub fn draw(
        &self,
        look: &Look,
        groups: &[Vec<Entry>],
        (spot, typed): (Spot, Option<Typed<'_>>),
        area: Rect,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let spot = if self.is_grid() { spot.settled(groups) } else { spot };
        match self {
            Board::Nothing => None,
            Board::Steps(steps) => {
                match area.height {
                    1 => path_line(look, steps, area, buf),
                    _ => path(look, steps, area, buf),
                }
                None
            }
            Board::Relationship(pictures) => {
                pictures.draw(look, area, buf);
                None
            }
            Board::Competitors(described) => {
                let entries = groups.concat();
                let chosen = spot_column(spot, groups);
                Columns { entries: &entries, described, chosen, top: spot.item }.draw(look, area, buf);
                None
            }
            Board::Factors => {
                let entries = groups.concat();
                let here = here(groups, spot, 0, typed);
                FactorsPicture { entries: &entries, here }.draw(look, area, buf)
            }
            Board::Swot => draw_swot(look, groups, (spot, typed), area, buf),
        }
    }
}

/// What is typed, and whether it is something new.
#[derive(Clone, Copy)]
pub struct Typed<'a> {
    /// The line.
    pub input: &'a LineInput,
    /// Whether it is to stand after the others of its cell.
    pub is_new: bool,
}

/// The factors of a record, cell by cell.
///
/// # Errors
/// What the store could not read.
pub fn factors(book: &Book, holder: Holder) -> Result<Side> {
    let all = book.entries(EntryKind::Factor, holder)?;
    let of = |cell: &Cell| {
        let own = |entry: &&Entry| Factor::of(entry).is_some_and(|factor| factor.cell == *cell);
        all.iter().filter(own).cloned().collect()
    };
    Ok(Side { groups: Cell::ALL.iter().map(of).collect(), board: Board::Factors, ..Side::default() })
}

/// Both SWOT grids of an account, cell by cell.
///
/// # Errors
/// What the store could not read.
pub fn swot(book: &Book, holder: Holder) -> Result<Side> {
    let all = book.entries(EntryKind::Swot, holder)?;
    let cells = Grid::ALL.iter().flat_map(|grid| SwotCell::ALL.iter().map(move |cell| (*grid, *cell)));
    let of = |(grid, cell): (Grid, SwotCell)| {
        let own = |one: &&Entry| one.word("grid") == Some(grid) && one.word("cell") == Some(cell);
        all.iter().filter(own).cloned().collect()
    };
    Ok(Side { groups: cells.map(of).collect(), board: Board::Swot, ..Side::default() })
}

/// We and the competitors at an account; nothing where nobody is described yet.
///
/// # Errors
/// What the store could not read.
pub fn competitors(book: &Book, holder: Holder) -> Result<Option<Side>> {
    let all = book.entries(EntryKind::Competitor, holder)?;
    if all.is_empty() {
        return Ok(None);
    }
    let (us, others) = all.into_iter().partition(|one| one.flag("us") == Some(true));
    Ok(Some(Side { groups: vec![us, others], board: Board::Competitors(Vec::new()), ..Side::default() }))
}

/// We and the competitors in a deal; nothing where there are none yet.
///
/// # Errors
/// What the store could not read.
pub fn rivals(book: &Book, deal: Id, account: Id) -> Result<Option<Side>> {
    let rivals = book.entries(EntryKind::Rival, Holder::Deal(deal))?;
    if rivals.is_empty() {
        return Ok(None);
    }
    let known = book.entries(EntryKind::Competitor, Holder::Account(account))?;
    let us: Vec<Entry> = known.iter().filter(|one| one.flag("us") == Some(true)).cloned().collect();
    let of = |rival: &Entry| {
        let meant = rival.refers_to("competitor");
        // One whose description is gone stands for itself, so that the others keep their places.
        known.iter().find(|one| Some(one.id) == meant).unwrap_or(rival).clone()
    };
    let described = us.iter().cloned().chain(rivals.iter().map(of)).collect();
    Ok(Some(Side { groups: vec![us, rivals], board: Board::Competitors(described), ..Side::default() }))
}

fn draw_swot(
    look: &Look,
    groups: &[Vec<Entry>],
    (spot, typed): (Spot, Option<Typed<'_>>),
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let entries = groups.concat();
    let both = area.height >= BOTH_GRIDS;
    let half = if both { area.height / 2 } else { area.height };
    let mut cursor = None;
    for (at, grid) in Grid::ALL.iter().enumerate() {
        let first = at * CELLS;
        if !both && spot.cell / CELLS != at {
            continue;
        }
        let y = if both { area.y + at as u16 * half } else { area.y };
        let title = Rect { y, height: 1, ..area };
        let name = entry_words::choice(look.lang, "grid", grid.as_str());
        let other = Grid::ALL.iter().find(|other| *other != grid).filter(|_| !both);
        let other = other.map(|other| {
            let sign = if at == 0 { "↓" } else { "↑" };
            format!("{sign} {}", entry_words::choice(look.lang, "grid", other.as_str()))
        });
        text::left(buf, look.measure, title, &name, look.theme.accent);
        text::right(buf, look.measure, title, &other.unwrap_or_default(), look.theme.dim);
        // A blank line between the two.
        let height = half.saturating_sub(1 + u16::from(both && at == 0));
        let picture = SwotPicture { entries: &entries, grid: *grid, here: here(groups, spot, first, typed) };
        cursor = picture.draw(look, Rect { y: y + 1, height, ..area }, buf).or(cursor);
    }
    cursor
}

/// Where one stands in the grid whose first cell is `first`.
fn here<'a>(groups: &[Vec<Entry>], spot: Spot, first: usize, typed: Option<Typed<'a>>) -> Here<'a> {
    let cell = spot.cell.checked_sub(first).filter(|cell| *cell < CELLS);
    let is_new = typed.is_some_and(|typed| typed.is_new);
    let chosen = spot.entry(groups).filter(|_| cell.is_some() && !is_new).map(|entry| entry.id);
    Here { cell, chosen, typed: typed.map(|typed| typed.input) }
}

/// The column of a spot: there the cell is a column, and the item the first line in view.
fn spot_column(spot: Spot, groups: &[Vec<Entry>]) -> usize {
    spot.cell.min(groups.iter().map(Vec::len).sum::<usize>().saturating_sub(1))
}
