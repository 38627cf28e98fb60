//! White space as one of the screens: its keys, what is chosen in it, and the way back to it.

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Shows, TABLES, TYPING, WhiteSpaceScreen};
use crate::store::{self, Book, Changes};
use crate::tr;
use crate::tui::action::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::screens::list::filter::FilterLine;
use crate::tui::screens::white_space::read::Stale;
use crate::tui::screens::{Chosen, Place, Screen, Visit};
use crate::tui::step::Step;

impl Screen for WhiteSpaceScreen {
    fn place(&self) -> Place {
        Place::WhiteSpace
    }

    fn title(&self, look: &Look) -> String {
        tr!(look.lang, "page.white_space").into_owned()
    }

    fn scopes(&self) -> &'static [Scope] {
        if self.filter.is_typed() { TYPING } else { &[Scope::WhiteSpace, Scope::Record, Scope::List] }
    }

    fn offers(&self, action: Action) -> bool {
        match action {
            Action::OpenRecord => self.crossing().is_some(),
            Action::StartDeal => self.account().is_some() && self.product().is_some(),
            Action::ClearView => !self.filter.text().is_empty(),
            Action::CellLeft | Action::CellRight | Action::ShowDays | Action::SortNext => {
                !self.products.is_empty()
            }
            _ => !self.is_empty,
        }
    }

    fn update(&mut self, action: Action, look: &Look) -> Vec<Step> {
        if self.filter.is_typed() {
            return self.update_filter(action, look);
        }
        match action {
            Action::CellRight => self.move_across(self.column.at() + 1, look),
            Action::CellLeft => self.move_across(self.column.at().saturating_sub(1), look),
            Action::OpenRecord => self.open(look),
            Action::StartDeal => self.start_deal(),
            Action::ShowDays => {
                self.shows = match self.shows {
                    Shows::Amount => Shows::Day,
                    Shows::Day => Shows::Amount,
                };
                Vec::new()
            }
            Action::Filter => {
                self.filter.start();
                Vec::new()
            }
            Action::SortNext => {
                self.order = self.order.next();
                self.read_anew()
            }
            Action::ClearView => {
                self.filter = FilterLine::default();
                self.read_anew()
            }
            other => self.move_within(other, look),
        }
    }

    fn chosen(&self) -> Option<Chosen> {
        self.subject()
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

    fn has_rest(&self) -> bool {
        self.totals.is_none() && !self.is_empty && self.stale == Stale::Nothing
    }

    fn read_rest(&mut self, book: &Book, _look: &Look) -> store::Result<()> {
        self.totals = Some(book.white_space_totals(self.filter.clause())?);
        Ok(())
    }

    fn visit(&self) -> Visit {
        let at = self.goal.or_else(|| self.account().map(|line| line.account.id));
        Visit { filter: self.filter.text().to_owned(), at, pane: self.column.at(), ..Visit::default() }
    }

    fn revisit(&mut self, visit: Visit) {
        self.filter = FilterLine::new(&visit.filter);
        self.goal = visit.at;
        // Which of the products are in view is settled once they are read.
        self.column.choose(visit.pane, visit.pane + 1, 1);
        self.stale = Stale::All;
    }

    fn resized(&mut self, look: &Look) -> Vec<Step> {
        self.settle(look);
        self.read_what_is_in_view(look)
    }

    fn changed(&mut self, changes: Option<&Changes>) {
        if changes.is_none_or(|changes| changes.touch(TABLES)) {
            self.keep_chosen();
            self.stale = Stale::All;
        }
    }

    fn read(&mut self, book: &Book, look: &Look) -> store::Result<()> {
        self.refresh(book, look)
    }

    fn signs(&self, look: &Look) -> Vec<(String, String)> {
        let lang = look.lang;
        let signs = [
            ("12,300", tr!(lang, "white_space.sign_bought")),
            ("+", tr!(lang, "white_space.sign_open")),
            ("×", tr!(lang, "white_space.sign_lost")),
            ("·", tr!(lang, "white_space.sign_blank")),
            ("?", tr!(lang, "white_space.sign_no_rate")),
        ];
        signs.into_iter().map(|(sign, words)| (sign.to_owned(), words.into_owned())).collect()
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        self.draw_all(look, area, buf)
    }
}
