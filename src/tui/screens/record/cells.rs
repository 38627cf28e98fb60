//! Cells of a picture at the keyboard: walking from one to the next, typing into them, and what their items
//! are given at a key.

use ratatui::layout::Rect;

use super::RecordScreen;
use super::board::Board;
use super::draw::Parts;
use super::spot::{CELLS, Spot};
use super::typing::Typing;
use crate::domain::entry::{Entry, EntryKind, Value};
use crate::ops::entry::EntryInput;
use crate::tui::action::Action;
use crate::tui::deed::{Deed, EntryDeed};
use crate::tui::effect::Effect;
use crate::tui::entry::{Entry as Kept, Kind};
use crate::tui::look::Look;
use crate::tui::step::Step;
use crate::tui::widgets::plan::Columns;
use crate::tui::widgets::sheet::Stands;

/// The most stars that a factor may have.
const STARS: i64 = 4;

impl RecordScreen {
    /// Where one stands in the cells of this side.
    pub(super) fn spot(&self) -> Spot {
        self.spots.get(&self.tab).copied().unwrap_or_default()
    }

    /// What stands there.
    pub(super) fn cell_entry(&self) -> Option<Stands> {
        let entry = self.in_cell()?;
        Some(Stands::Entry(Kept { kind: Kind::Plan(entry.kind), id: entry.id }))
    }

    fn in_cell(&self) -> Option<&Entry> {
        let groups = &self.side.groups;
        match &self.side.board {
            Board::Competitors(_) => groups.iter().flatten().nth(self.spot().cell),
            _ => self.spot().settled(groups).entry(groups),
        }
    }

    /// The spot of something on this side.
    pub(super) fn spot_of(&self, goal: &Stands) -> Option<Spot> {
        let Stands::Entry(Kept { kind: Kind::Plan(_), id }) = goal else { return None };
        match &self.side.board {
            Board::Competitors(_) => {
                let column = self.side.groups.iter().flatten().position(|entry| entry.id == *id)?;
                Some(Spot { cell: column, ..self.spot() })
            }
            _ => Spot::of(*id, &self.side.groups),
        }
    }

    /// Whether one of the actions of cells makes sense now.
    pub(super) fn offers_in_cells(&self, action: Action) -> bool {
        match action {
            Action::CellLeft | Action::CellRight => self.side.board.is_whole(),
            Action::EditCell => self.side.board.is_whole(),
            Action::MoreStars => self.side.board == Board::Factors && self.in_cell().is_some(),
            Action::NextCell => self.side.board.is_grid() && self.in_cell().is_some(),
            _ => self.typing.is_some(),
        }
    }

    /// Walks through the cells.
    pub(super) fn walk_cells(&mut self, action: Action, look: &Look) {
        let spot = self.spot();
        let groups = &self.side.groups;
        let next = match &self.side.board {
            Board::Competitors(_) => Some(self.walk_columns(spot, action, look)),
            _ => spot.follow(action, groups),
        };
        if let Some(next) = next {
            self.spots.insert(self.tab, next);
            self.settle(look);
        }
    }

    fn walk_columns(&self, spot: Spot, action: Action, look: &Look) -> Spot {
        let entries = self.side.groups.concat();
        let last = entries.len().saturating_sub(1);
        let Board::Competitors(described) = &self.side.board else { return spot };
        let area: Rect = self.side.board.split(Parts::of(look.room()).side).0;
        let lowest = Columns { entries: &entries, described, chosen: spot.cell, top: 0 }.lowest(look, area);
        let top = spot.item.min(lowest);
        let page = usize::from(area.height.saturating_sub(3)).max(1);
        match action {
            Action::CellRight => Spot { cell: (spot.cell + 1).min(last), ..spot },
            Action::CellLeft => Spot { cell: spot.cell.saturating_sub(1), ..spot },
            Action::Down => Spot { item: (top + 1).min(lowest), ..spot },
            Action::Up => Spot { item: top.saturating_sub(1), ..spot },
            Action::PageDown => Spot { item: (top + page).min(lowest), ..spot },
            Action::PageUp => Spot { item: top.saturating_sub(page), ..spot },
            Action::First => Spot { cell: 0, ..spot },
            Action::Last => Spot { cell: last, ..spot },
            _ => spot,
        }
    }

    /// Begins to type something new into the cell where one stands.
    pub(super) fn type_anew(&mut self, look: &Look) {
        let cell = self.spot().settled(&self.side.groups).cell;
        let common = self.side.board.common(cell).zip(self.holder());
        self.typing = common.map(|((kind, known), holder)| Typing::anew(look, kind, holder, known));
    }

    /// Begins to change what stands there; what is more than a line is changed in its form.
    pub(super) fn edit_cell(&mut self, look: &Look) -> Vec<Step> {
        if !self.side.board.is_grid() {
            return self.follow_line();
        }
        let Some(entry) = self.in_cell().cloned() else {
            self.type_anew(look);
            return Vec::new();
        };
        self.typing = Typing::over(&entry);
        if self.typing.is_none() { self.follow_line() } else { Vec::new() }
    }

    /// Follows an action while a line is typed.
    pub(super) fn type_on(&mut self, action: Action) -> Vec<Step> {
        let Some(typing) = &mut self.typing else { return Vec::new() };
        match action {
            Action::Accept | Action::Save => match typing.deed() {
                Some(deed) => {
                    typing.is_sent = true;
                    vec![Self::do_it(Deed::Entry(deed))]
                }
                None => self.stop_typing(),
            },
            Action::Cancel => self.stop_typing(),
            _ => Vec::new(),
        }
    }

    /// Ends typing; what was typed and is not in the book is put aside.
    fn stop_typing(&mut self) -> Vec<Step> {
        let Some(typing) = self.typing.take() else { return Vec::new() };
        let draft = typing.draft();
        vec![match typing.put_aside() {
            Some(draft) => Effect::KeepDraft(draft).into(),
            None => Effect::DropDraft(draft.form, draft.record).into(),
        }]
    }

    /// Hears what became of what was typed: once it is in the book, the next one can be typed.
    pub(super) fn typed_performed(&mut self, is_done: bool, look: &Look) -> Vec<Step> {
        let Some(typing) = self.typing.as_mut().filter(|typing| typing.is_sent) else { return Vec::new() };
        typing.is_sent = false;
        if !is_done {
            return Vec::new();
        }
        let (is_new, draft) = (typing.is_new(), typing.draft());
        self.typing = None;
        if is_new {
            self.type_anew(look);
        }
        vec![Effect::DropDraft(draft.form, draft.record).into()]
    }

    /// One star more for the factor where one stands; after the last, none again.
    pub(super) fn more_stars(&self) -> Option<EntryDeed> {
        let factor = self.in_cell().filter(|entry| entry.kind == EntryKind::Factor)?;
        let stars = factor.number("stars").unwrap_or_default();
        let input = match stars < STARS {
            true => EntryInput::default().with("stars", Value::Number(stars + 1)),
            false => EntryInput::default().without("stars"),
        };
        Some(EntryDeed::Plan(factor.kind, factor.id, input))
    }

    /// Moves what stands there into the next cell of its grid.
    pub(super) fn to_next_cell(&self) -> Option<EntryDeed> {
        let entry = self.in_cell()?;
        let cell = self.spot().settled(&self.side.groups).cell;
        let next = cell / CELLS * CELLS + (cell + 1) % CELLS;
        let (kind, known) = self.side.board.common(next)?;
        let values = known.into_iter().map(|(key, value)| (key.to_owned(), Some(value)));
        Some(EntryDeed::Plan(kind, entry.id, EntryInput { values: values.collect() }))
    }
}
