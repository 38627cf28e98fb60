//! The board: the stages as columns of cards, moved from one to the next with the keys of any deal.

mod card;
mod column;
mod draw;
mod layout;
mod read;
#[cfg(test)]
mod tests;

use std::ops::Range;

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::funnel::span::Span;
use super::list::Deals;
use super::list::detail::DetailPane;
use super::list::filter::FilterLine;
use super::list::kind::Kind;
use super::{Chosen, Place, Screen, Visit};
use crate::domain::period::Period;
use crate::domain::word::RecordKind;
use crate::store::view::board::{Board, BoardOrder};
use crate::store::view::lines::DealLine;
use crate::store::{self, Book, Changes};
use crate::tr;
use crate::tui::action::{Action, Scope};
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::step::Step;
use crate::tui::travel::open;
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

    /// The period whose deals are shown; none is all open ones.
    fn shown_period(&self, look: &Look) -> Option<Period> {
        self.span.period(look.today, look.first_month)
    }

    fn parts(&self, area: Rect) -> Parts {
        let left_out = self.board.columns.iter().any(|column| !column.without_rate.is_empty());
        Parts::of(area, self.board.columns.len(), left_out, self.detail.is_open())
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
        let other_detail = self.detail.is_open() && self.detail.of() != shown;
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
    fn clear(&mut self) -> Vec<Step> {
        if self.detail.is_open() {
            self.detail.toggle();
            return vec![Effect::Read.into()];
        }
        if self.filter.text().is_empty() {
            return self.choose_span(Span::AllOpen);
        }
        self.filter = FilterLine::default();
        self.read_anew()
    }

    fn update_filter(&mut self, action: Action, look: &Look) -> Vec<Step> {
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

impl Screen for BoardScreen {
    fn place(&self) -> Place {
        Place::Board
    }

    fn title(&self, look: &Look) -> String {
        tr!(look.lang, "board.title").into_owned()
    }

    fn scopes(&self) -> &'static [Scope] {
        if self.filter.is_typed() { TYPING } else { &[Scope::Board, Scope::Deal, Scope::Record, Scope::List] }
    }

    fn offers(&self, action: Action) -> bool {
        match action {
            Action::AdvanceDeal => {
                self.chosen_deal().is_some() && self.stage.at() + 1 < self.board.columns.len()
            }
            Action::BackDeal => self.chosen_deal().is_some() && self.stage.at() > 0,
            Action::ToggleDetail | Action::OpenRecord => self.chosen_deal().is_some(),
            Action::ClearView => {
                self.detail.is_open() || !self.filter.text().is_empty() || self.span != Span::AllOpen
            }
            _ => !self.is_empty,
        }
    }

    fn update(&mut self, action: Action, look: &Look) -> Vec<Step> {
        if self.filter.is_typed() {
            return self.update_filter(action, look);
        }
        let last = self.board.columns.len().saturating_sub(1);
        match action {
            Action::NextStage => self.move_across((self.stage.at() + 1).min(last), look),
            Action::PreviousStage => self.move_across(self.stage.at().saturating_sub(1), look),
            Action::NextPeriod => self.choose_span(self.span.next()),
            Action::PreviousPeriod => self.choose_span(self.span.previous()),
            Action::AllPeriods => self.choose_span(Span::AllOpen),
            Action::Filter => {
                self.filter.start();
                Vec::new()
            }
            Action::SortNext => {
                self.order = match self.order {
                    BoardOrder::CloseDate => BoardOrder::Amount,
                    BoardOrder::Amount => BoardOrder::CloseDate,
                };
                self.read_anew()
            }
            Action::ClearView => self.clear(),
            Action::OpenRecord => self.chosen().map(|deal| open(&deal)).into_iter().collect(),
            Action::ToggleDetail => {
                self.detail.toggle();
                self.settle(look);
                self.stale = self.stale.max(Stale::View);
                vec![Effect::Read.into()]
            }
            other => self.move_within(other, look),
        }
    }

    fn chosen(&self) -> Option<Chosen> {
        let line = self.chosen_deal()?;
        Some(Chosen {
            kind: RecordKind::Deal,
            id: line.deal.id,
            name: line.deal.name.clone(),
            account: Some(line.deal.account_id),
            status: Some(line.deal.status),
        })
    }

    fn takes_text(&self) -> bool {
        self.filter.is_typed()
    }

    fn key(&mut self, key: &KeyEvent) -> Vec<Step> {
        self.type_filter(|filter| filter.key(key))
    }

    fn paste(&mut self, text: &str) -> Vec<Step> {
        self.type_filter(|filter| filter.paste(text))
    }

    fn visit(&self) -> Visit {
        let at = self.goal.map(Goal::deal).or_else(|| self.chosen_deal().map(|line| line.deal.id));
        Visit { filter: self.filter.text().to_owned(), at, ..Visit::default() }
    }

    fn revisit(&mut self, visit: Visit) {
        self.filter = FilterLine::new(&visit.filter);
        self.goal = visit.at.map(Goal::Find);
        self.stale = Stale::Others;
    }

    fn resized(&mut self, look: &Look) -> Vec<Step> {
        self.settle(look);
        self.read_what_is_in_view(look)
    }

    fn period(&self, look: &Look) -> Period {
        self.span.indicator_period(look.today, look.first_month)
    }

    fn changed(&mut self, changes: Option<&Changes>) {
        if changes.is_none_or(|changes| changes.touch(Deals::TABLES)) {
            self.keep_chosen();
            self.stale = self.stale.max(Stale::All);
        }
    }

    fn read(&mut self, book: &Book, look: &Look) -> store::Result<()> {
        self.refresh(book, look)
    }

    fn signs(&self, look: &Look) -> Vec<(String, String)> {
        let lang = look.lang;
        let signs = [
            ("!".into(), tr!(lang, "funnel.sign_overdue")),
            ("?".into(), tr!(lang, "board.sign_missing")),
            ("~".into(), tr!(lang, "board.sign_slow")),
            (tr!(lang, "board.badge_opponent"), tr!(lang, "board.sign_opponent")),
            (tr!(lang, "board.badge_supporter"), tr!(lang, "board.sign_supporter")),
            (tr!(lang, "board.badge_no_decision_maker"), tr!(lang, "board.sign_no_decision_maker")),
            ("≈".into(), tr!(lang, "board.sign_weighted")),
            ("‹ ›".into(), tr!(lang, "board.sign_more")),
        ];
        signs.into_iter().map(|(sign, words)| (sign.into_owned(), words.into_owned())).collect()
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        self.draw_all(look, area, buf)
    }
}
