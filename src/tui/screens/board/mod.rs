//! The board: the stages as columns of cards, moved from one to the next with the keys of any deal.

mod card;
mod column;
mod draw;
mod layout;
mod read;
mod screen;
#[cfg(test)]
mod tests;

use std::ops::Range;

use ratatui::layout::{Position, Rect};

use super::funnel::span::Span;
use super::list::detail::DetailPane;
use super::list::filter::FilterLine;
use crate::domain::period::Period;
use crate::store::view::board::{Board, BoardOrder};
use crate::store::view::lines::DealLine;
use crate::tui::action::{Action, Scope};
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::step::Step;
use crate::tui::widgets::list::Cursor;
use column::{Column, number};
use layout::Parts;
use read::{Goal, Stale};

/// The keys while a filter is being typed.
const TYPING: &[Scope] = &[Scope::Filter];

/// The screen's state.
#[derive(Debug, Default)]
pub struct BoardScreen {
    board: Board,
    /// The cards of each of the board's columns.
    columns: Vec<Column>,
    /// The chosen column, and which are in view.
    stage: Cursor,
    span: Span,
    filter: FilterLine,
    order: BoardOrder,
    detail: DetailPane,
    goal: Option<Goal>,
    stale: Stale,
    /// There is not one open deal in the book.
    is_empty: bool,
}

impl BoardScreen {
    /// The card at a cell of the screen: its column, and its line in that.
    pub fn card_at(&self, look: &Look, cell: Position) -> Option<(usize, usize)> {
        let parts = self.parts(look.room());
        let (at, area) =
            self.stages_in_view_of(&parts).zip(&parts.columns).find(|(_, c)| c.contains(cell))?;
        let view = self.columns.get(at)?.cursor.view(self.number_at(at), parts.cards());
        let (_, line) = view.enumerate().find(|(place, _)| parts.card(*area, *place).contains(cell))?;
        Some((at, line))
    }

    /// The column at a cell of the screen.
    fn stage_at(&self, look: &Look, cell: Position) -> Option<usize> {
        let parts = self.parts(look.room());
        let mut columns = self.stages_in_view_of(&parts).zip(&parts.columns);
        columns.find(|(_, column)| column.contains(cell)).map(|(at, _)| at)
    }

    /// The period whose deals are shown; none is all open ones.
    fn shown_period(&self, look: &Look) -> Option<Period> {
        self.span.period(look.today, look.first_month)
    }

    fn parts(&self, area: Rect) -> Parts {
        Parts::of(area, self.board.columns.len(), self.leaves_out(), self.detail.is_open())
    }

    /// Whether a missing rate leaves deals out of the sums of a column.
    fn leaves_out(&self) -> bool {
        self.board.columns.iter().any(|column| !column.without_rate.is_empty())
    }

    fn detail_area(&self, look: &Look) -> Option<Rect> {
        self.parts(look.room()).detail
    }

    /// The detail came or went: the columns have another room.
    fn detail_turned(&mut self, look: &Look) -> Vec<Step> {
        self.settle(look);
        self.stale = self.stale.max(Stale::View);
        vec![Effect::Read.into()]
    }

    fn stages_in_view(&self, look: &Look) -> Range<usize> {
        self.stages_in_view_of(&self.parts(look.room()))
    }

    fn stages_in_view_of(&self, parts: &Parts) -> Range<usize> {
        self.stage.view(self.board.columns.len(), parts.columns.len())
    }

    fn chosen_deal(&self) -> Option<&DealLine> {
        self.columns.get(self.stage.at())?.chosen()
    }

    /// How many cards stand in a column.
    fn number_at(&self, at: usize) -> usize {
        self.board.columns.get(at).map_or(0, number)
    }

    /// Puts the cursors on what there is.
    fn settle(&mut self, look: &Look) {
        let parts = self.parts(look.room());
        self.stage.choose(self.stage.at(), self.board.columns.len(), parts.columns.len());
        for (column, of) in self.columns.iter_mut().zip(&self.board.columns) {
            column.cursor.choose(column.cursor.at(), number(of), parts.cards());
        }
    }

    fn choose_stage(&mut self, at: usize, look: &Look) {
        let in_view = self.parts(look.room()).columns.len();
        self.stage.choose(at, self.board.columns.len(), in_view);
    }

    /// Goes to another column, to the card that stands at the same height.
    fn move_across(&mut self, to: usize, look: &Look) -> Vec<Step> {
        let cards = self.parts(look.room()).cards();
        let view = |screen: &BoardScreen, at: usize| {
            screen.columns.get(at).map_or(0..0, |column| column.cursor.view(screen.number_at(at), cards))
        };
        let from = self.stage.at();
        let at = self.columns.get(from).map_or(0, |column| column.cursor.at());
        let height = at.saturating_sub(view(self, from).start);
        let (there, total) = (view(self, to), self.number_at(to));
        if let Some(column) = self.columns.get_mut(to) {
            column.cursor.choose(there.start + height, total, cards);
        }
        self.choose_stage(to, look);
        self.read_what_is_in_view(look)
    }

    fn move_within(&mut self, action: Action, look: &Look) -> Vec<Step> {
        let (cards, total) = (self.parts(look.room()).cards(), self.number_at(self.stage.at()));
        if let Some(column) = self.columns.get_mut(self.stage.at()) {
            column.cursor.follow(action, total, cards);
        }
        self.read_what_is_in_view(look)
    }

    fn read_what_is_in_view(&mut self, look: &Look) -> Vec<Step> {
        let cards = self.parts(look.room()).cards();
        let is_read = |at: usize| {
            self.columns.get(at).is_none_or(|column| column.holds_view(self.number_at(at), cards))
        };
        if !self.stages_in_view(look).all(is_read) {
            self.stale = self.stale.max(Stale::View);
        }
        let shown = self.chosen_deal().map(|line| line.deal.id);
        let other_detail = self.detail_area(look).is_some() && !self.detail.shows(shown);
        if self.stale > Stale::Nothing || other_detail { vec![Effect::Read.into()] } else { Vec::new() }
    }

    /// Shows others of the deals; the chosen one stays so, if it is among them.
    fn read_anew(&mut self) -> Vec<Step> {
        self.keep_chosen();
        self.stale = Stale::Others;
        vec![Effect::Read.into()]
    }

    fn keep_chosen(&mut self) {
        let chosen = self.chosen_deal().map(|line| Goal::Stay(line.deal.id));
        self.goal = self.goal.take().or(chosen);
    }

    fn type_filter(&mut self, change: impl FnOnce(&mut FilterLine) -> bool) -> Vec<Step> {
        if change(&mut self.filter) { self.read_anew() } else { Vec::new() }
    }

    fn choose_span(&mut self, span: Span) -> Vec<Step> {
        self.span = span;
        self.read_anew()
    }

    /// Takes back one step of what narrows the view: the detail, the filter, the period.
    fn clear(&mut self, look: &Look) -> Vec<Step> {
        if self.detail.is_open() {
            self.detail.toggle();
            return self.detail_turned(look);
        }
        if self.filter.text().is_empty() {
            return self.choose_span(Span::AllOpen);
        }
        self.filter = FilterLine::default();
        self.read_anew()
    }

    fn update_filter(&mut self, action: Action, look: &Look) -> Vec<Step> {
        if let Some(is_other) = self.filter.choose_offer(action) {
            return if is_other { self.read_anew() } else { Vec::new() };
        }
        match action {
            Action::Accept => self.filter.stop(),
            Action::Cancel => {
                self.filter = FilterLine::default();
                return self.read_anew();
            }
            other => return self.move_within(other, look),
        }
        Vec::new()
    }
}
