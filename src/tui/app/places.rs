//! From one screen to another.

use super::App;
use crate::domain::id::Id;
use crate::domain::word::RecordKind;
use crate::store::Error;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::screens::import::News;
use crate::tui::screens::{Place, Visit};
use crate::tui::step::Step;

impl App {
    /// Shows a screen first of all.
    pub fn start_at(&mut self, place: Place) {
        self.turn_to(place);
    }

    /// Where one is.
    pub fn here(&self) -> (Place, Visit) {
        (self.screen().place(), self.screen().visit())
    }

    /// Shows again where one was before the book was locked.
    pub fn return_to(&mut self, (place, visit): (Place, Visit)) {
        self.turn_to(place);
        self.screens[self.current].revisit(visit);
    }

    /// Shows the weekly review.
    pub fn show_review(&mut self) -> Vec<Effect> {
        let steps = self.show(Place::Review);
        self.follow(steps)
    }

    /// Lets the screen hear of work that was begun on it, wherever one is meanwhile.
    pub fn worked(&mut self, news: News) -> Vec<Effect> {
        let screen = self.screens.iter_mut().find(|screen| screen.place() == Place::Import);
        let steps = screen.map(|screen| screen.worked(news, &self.look)).unwrap_or_default();
        self.follow(steps)
    }

    /// Remembers a fault of the store that is one of the whole book.
    pub fn mind_store(&mut self, error: &Error) {
        self.is_damaged |= matches!(error, Error::Damaged(_));
    }

    /// Shows a record on the screen of its kind.
    pub fn reveal(&mut self, kind: RecordKind, id: Id) {
        // Who looks at all sides of one record goes on doing so: what was added shows there.
        if self.screen().place().home() == self.screen().place() {
            self.go(Place::of(kind), Visit { at: Some(id), ..Visit::default() });
        }
    }

    /// Shows a screen with all that it has; where it is shown already and kept to a record's neighbours,
    /// all of it again.
    pub(in crate::tui) fn show(&mut self, place: Place) -> Vec<Step> {
        let Some(screen) = self.screens.iter().find(|screen| screen.place() == place) else {
            return Vec::new();
        };
        let visit = screen.visit();
        if place == self.screen().place() && visit.within.is_none() {
            return Vec::new();
        }
        if visit.within.is_some() {
            return vec![Step::Go(place, Visit { within: None, ..visit })];
        }
        self.travel.leave(self.screen().place(), self.screen().visit());
        self.turn_to(place);
        vec![Effect::Read.into()]
    }

    /// Shows something on a screen, with a way back.
    pub(super) fn go(&mut self, place: Place, visit: Visit) {
        self.travel.leave(self.screen().place(), self.screen().visit());
        if let Some(record) = visit.at {
            self.travel.come_to(record);
        }
        self.turn_to(place);
        self.screens[self.current].revisit(visit);
    }

    /// The records one has been at, but for the one that stands chosen.
    pub(super) fn visited(&self) -> Vec<Id> {
        let here = self.screen().chosen().map(|record| record.id);
        self.travel.visited().iter().copied().filter(|record| Some(*record) != here).collect()
    }

    /// Goes the way back, or forward again.
    pub(super) fn retrace(&mut self, action: Action) -> Vec<Step> {
        let here = (self.screen().place(), self.screen().visit());
        let there = match action {
            Action::GoBack => self.travel.back(here),
            _ => self.travel.forward(here),
        };
        if let Some((place, visit)) = there {
            self.turn_to(place);
            self.screens[self.current].revisit(visit);
        }
        vec![Effect::Read.into()]
    }

    fn turn_to(&mut self, place: Place) {
        if let Some(index) = self.screens.iter().position(|screen| screen.place() == place) {
            self.current = index;
        }
    }
}
