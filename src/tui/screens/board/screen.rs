//! The board as one of the screens: its keys, what is chosen in it, and the way back to it.

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::layout::Parts;
use super::read::{Goal, Stale};
use super::{BoardScreen, TYPING};
use crate::domain::period::Period;
use crate::report::words;
use crate::store::view::board::BoardOrder;
use crate::store::view::lines::DealLine;
use crate::store::{self, Book, Changes};
use crate::tr;
use crate::tui::action::{Action, Scope};
use crate::tui::deed::Deed;
use crate::tui::entry::Entry;
use crate::tui::look::Look;
use crate::tui::screens::funnel::span::Span;
use crate::tui::screens::list::Deals;
use crate::tui::screens::list::detail::DetailPane;
use crate::tui::screens::list::filter::FilterLine;
use crate::tui::screens::list::kind::Kind;
use crate::tui::screens::{Chosen, Place, Screen, Visit, WALKING, is_vast};
use crate::tui::step::Step;
use crate::tui::travel::open;

impl Screen for BoardScreen {
    fn place(&self) -> Place {
        Place::Board
    }

    fn looks_back(&self) -> bool {
        true
    }

    fn title(&self, look: &Look) -> String {
        tr!(look.lang, "board.title").into_owned()
    }

    fn scopes(&self) -> &'static [Scope] {
        match (self.filter.is_typed(), self.detail.is_walked()) {
            (true, _) => TYPING,
            (false, true) => WALKING,
            (false, false) => &[Scope::Board, Scope::Deal, Scope::Record, Scope::List],
        }
    }

    fn offers(&self, action: Action) -> bool {
        if self.detail.is_walked() {
            return action != Action::FollowLine || self.detail.leads_on();
        }
        match action {
            Action::AdvanceDeal => {
                self.chosen_deal().is_some() && self.stage.at() + 1 < self.board.columns.len()
            }
            Action::BackDeal => self.chosen_deal().is_some() && self.stage.at() > 0,
            Action::ToggleDetail | Action::EnterDetail | Action::OpenRecord => self.chosen_deal().is_some(),
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
        if self.detail.is_walked() {
            let steps = self.detail.update(action, look, self.detail_area(look));
            self.settle(look);
            return steps;
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
            Action::ClearView => self.clear(look),
            Action::OpenRecord => self.chosen().map(|deal| open(&deal)).into_iter().collect(),
            Action::ToggleDetail if is_vast(look.room()) => DetailPane::shown_already(look),
            Action::ToggleDetail => {
                self.detail.toggle();
                self.detail_turned(look)
            }
            Action::EnterDetail => {
                let (stages, left_out) = (self.board.columns.len(), self.leaves_out());
                self.detail.enter(0, look, |open| Parts::of(look.room(), stages, left_out, open).detail);
                self.detail_turned(look)
            }
            other => self.move_within(other, look),
        }
    }

    fn chosen(&self) -> Option<Chosen> {
        let card = |line: &DealLine| Chosen::from(&line.deal);
        self.detail.chosen().or_else(|| self.chosen_deal().map(card))
    }

    fn entry(&self) -> Option<Entry> {
        self.detail.entry()
    }

    fn point_at(&mut self, cell: Position, look: &Look) -> Option<Vec<Step>> {
        if self.filter.is_typed() || self.detail.is_walked() {
            return None;
        }
        let (stage, line) = self.card_at(look, cell)?;
        let (cards, total) = (self.parts(look.room()).cards(), self.number_at(stage));
        self.choose_stage(stage, look);
        self.columns.get_mut(stage)?.cursor.choose(line, total, cards);
        Some(self.read_what_is_in_view(look))
    }

    fn carried_to(&self, cell: Position, look: &Look) -> Option<(String, Deed)> {
        let deal = &self.chosen_deal()?.deal;
        let to = self.stage_at(look, cell).filter(|to| *to != self.stage.at())?;
        let stage = &self.board.columns.get(to)?.stage;
        let named = words::stage(look.lang, stage);
        let words = tr!(look.lang, "pointer.carried", deal = deal.name, stage = named).into_owned();
        let way = if to > self.stage.at() { Deed::AdvanceTo } else { Deed::BackTo };
        Some((words, way(deal.id, stage.key.clone())))
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
        let line = self.detail.line_number();
        Visit { filter: self.filter.text().to_owned(), at, line, ..Visit::default() }
    }

    fn revisit(&mut self, visit: Visit) {
        self.filter = FilterLine::new(&visit.filter);
        self.detail.come_back(visit.line);
        self.goal = visit.at.map(if visit.loosely { Goal::Stay } else { Goal::Find });
        self.stale = Stale::Others;
    }

    fn resized(&mut self, look: &Look) -> Vec<Step> {
        self.settle(look);
        self.detail.settle(look, self.detail_area(look));
        self.read_what_is_in_view(look)
    }

    fn period(&self, look: &Look) -> Period {
        self.span.indicator_period(look.today, look.first_month)
    }

    fn changed(&mut self, changes: Option<&Changes>) {
        self.detail.expire();
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
