//! What the mouse points at: a tab, a key of the footer, something of the screen.

use ratatui::layout::{Position, Rect};

use super::App;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::key::Key;
use crate::tui::look::Look;
use crate::tui::screens::Place;
use crate::tui::widgets::message::Notice;
use crate::tui::widgets::{footer, header};

impl App {
    /// The tabs of the header, each with its number, and which of them is shown.
    pub fn tabs(&self, look: &Look) -> (Vec<(u8, String)>, usize) {
        let home = self.screen().place().home();
        let shown = self.listed().position(|place| place == home).unwrap_or_default();
        let at_home = self.screens.iter().filter(|screen| screen.place().home() == screen.place());
        (at_home.map(|screen| (screen.place().number(), screen.title(look))).collect(), shown)
    }

    /// Shows the screen at whose tab a cell of the header is.
    pub fn point_at_tab(&mut self, cell: Position) -> Vec<Effect> {
        let look = self.screen_look();
        let (tabs, shown) = self.tabs(&look);
        let line = Rect { x: 0, y: 0, width: look.size.width, height: 1 };
        let places = header::places(&look, &tabs, shown, &self.book_name, line);
        let at = places.iter().position(|place| place.contains(cell));
        let place = at.and_then(|at| self.listed().nth(at));
        self.notice = None;
        let steps = place.map(|place| self.show(place)).unwrap_or_default();
        self.follow(steps)
    }

    /// Does what the key of the footer at a cell does.
    pub fn point_at_key(&mut self, cell: Position) -> Vec<Effect> {
        let hints = self.hints();
        let line = Rect { x: 0, y: cell.y, width: self.look.size.width, height: 1 };
        let places = footer::places(&self.look, &hints, line);
        let Some((at, _)) = places.into_iter().find(|(_, place)| place.contains(cell)) else {
            return Vec::new();
        };
        match self.hinted().swap_remove(at) {
            (_, Some(action)) => self.update(action),
            ((begins, _), None) => {
                self.typed.extend(begins.parse::<Key>().ok());
                Vec::new()
            }
        }
    }

    /// Lets the screen choose what is at a cell; none where it leaves that to its lines.
    pub fn point_at_screen(&mut self, cell: Position) -> Option<Vec<Effect>> {
        let past = self.past_look();
        let screen = &mut self.screens[self.current];
        let steps = screen.point_at(cell, past.as_ref().unwrap_or(&self.look))?;
        Some(self.follow(steps))
    }

    /// Says what would come of letting go there of what is carried.
    pub fn carry_to(&mut self, cell: Position) {
        let carried = self.screen().carried_to(cell, &self.screen_look());
        self.notice = carried.map(|(words, _)| Notice::hint(words));
    }

    /// Lets go of what is carried.
    pub fn let_go_at(&mut self, cell: Position) -> Vec<Effect> {
        self.notice = None;
        let carried = self.screen().carried_to(cell, &self.screen_look());
        let steps = carried.map(|(_, deed)| Effect::Do(Box::new(deed)).into());
        self.follow(steps.into_iter().collect())
    }

    /// Whether an action that moves through lines means something now.
    pub fn moves_by(&self, action: Action) -> bool {
        let (scopes, entry) = (self.scopes(), action.entry());
        scopes.contains(&entry.scope) || entry.also.iter().any(|(scope, _)| scopes.contains(scope))
    }

    /// The screens with a tab of their own.
    fn listed(&self) -> impl Iterator<Item = Place> {
        self.screens.iter().map(|screen| screen.place()).filter(|place| place.home() == *place)
    }
}
