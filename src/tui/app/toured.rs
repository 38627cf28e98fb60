//! The tour beside the screen: begun, gone through, left.

use std::borrow::Cow;
use std::path::PathBuf;

use ratatui::layout::{Position, Rect, Size};

use super::App;
use crate::tr;
use crate::tui::action::Action;
use crate::tui::dialogs::choose::{Choose, Item};
use crate::tui::effect::Effect;
use crate::tui::screens::Place;
use crate::tui::tour::{self, Event, Here, Panel, STEPS, Stop, Tour};
use crate::tui::widgets::footer::{self, Hint};
use crate::tui::widgets::message::Notice;

impl App {
    /// Begins the tour on the book at hand, or goes on where it was left; it leads back to the person's own book
    /// where one came from that.
    pub fn begin_tour(&mut self, home: Option<PathBuf>) -> Vec<Effect> {
        match &mut self.tour {
            Some((tour, is_shown)) if !tour.is_at_end() => *is_shown = true,
            earlier => {
                let home = home.or_else(|| earlier.as_ref()?.0.home().map(PathBuf::from));
                *earlier = Some((Tour::new(home), true));
            }
        }
        self.show_stop()
    }

    /// Hears what has happened that a step of the tour may wait for.
    pub(in crate::tui) fn hear(&mut self, event: Event) {
        if let Some((tour, true)) = &mut self.tour {
            tour.hear(event);
        }
    }

    /// Goes on to the next step of the tour where this one is done.
    pub(in crate::tui) fn go_on_with_tour(&mut self) {
        let here = Here {
            place: self.screen().place(),
            is_free: !self.takes_text(),
            is_narrowed: !self.screen().visit().filter.is_empty(),
        };
        if let Some((tour, true)) = &mut self.tour {
            tour.go_on(here);
        }
    }

    /// The size of the terminal, of which the screen has less beside the tour.
    pub fn whole(&self) -> Size {
        self.whole
    }

    /// What the tour says, while it is shown; where it has no room beside the screen it gives way to what is open.
    pub fn panel(&self) -> Option<Panel> {
        let tour =
            self.tour().filter(|_| self.dialogs.is_empty() || self.room_beside_tour() != self.whole)?;
        let (lang, stop) = (self.look.lang, tour.stop());
        let keys = |action: Action| self.first_key(action);
        let title = match tour.is_at_end() {
            true => tr!(lang, "tour.title_end", title = (stop.title)(lang)),
            false => {
                let (number, count) = (tour.number(), STEPS.len() - 1);
                tr!(lang, "tour.title", number = number, count = count, title = (stop.title)(lang))
            }
        };
        let way = stop.way(self.screen().place()).into_iter().map(keys);
        Some(Panel {
            title: title.into_owned(),
            text: (stop.text)(lang, &keys).into_owned(),
            keys: way.collect::<Vec<_>>().join("  "),
            task: (stop.task)(lang).into_owned(),
            hints: self.tour_hints(tour).into_iter().map(|(hint, _)| hint).collect(),
        })
    }

    /// Does what the key of the tour at a cell does; none where the panel is not there.
    pub fn point_at_panel(&mut self, cell: Position) -> Option<Vec<Effect>> {
        let panel = tour::part(Rect::new(0, 0, self.whole.width, self.whole.height)).1;
        let tour = self.tour().filter(|_| panel.contains(cell) && self.panel().is_some())?;
        let hints = self.tour_hints(tour);
        let shown: Vec<Hint> = hints.iter().map(|(hint, _)| hint.clone()).collect();
        let places = footer::places(&self.look, &shown, tour::keys_line(panel));
        let at = places.into_iter().find(|(_, place)| place.contains(cell));
        Some(at.map(|(at, _)| self.update(hints[at].1)).unwrap_or_default())
    }

    /// What an action does on the tour, if it is about that.
    pub(super) fn move_on_tour(&mut self, action: Action) -> Option<Vec<Effect>> {
        self.tour()?;
        match action {
            Action::LeaveTour => Some(self.leave_tour()),
            Action::TourBack => {
                if let Some((tour, _)) = &mut self.tour {
                    tour.go_back();
                }
                Some(self.show_stop())
            }
            Action::TourOn => Some(self.skip_stop()),
            _ => None,
        }
    }

    /// The size that the tour leaves to the screen.
    pub(super) fn room_beside_tour(&self) -> Size {
        if self.tour().is_some() { tour::room(self.whole) } else { self.whole }
    }

    /// Whether the tour is shown.
    pub(super) fn is_on_tour(&self) -> bool {
        self.tour().is_some()
    }

    fn tour(&self) -> Option<&Tour> {
        self.tour.as_ref().filter(|(_, is_shown)| *is_shown).map(|(tour, _)| tour)
    }

    /// The keys of the tour that mean something now: Esc first closes what is open over the screen.
    fn tour_hints(&self, tour: &Tour) -> Vec<(Hint, Action)> {
        let offered = [
            (Action::LeaveTour, !self.takes_text() && !tour.is_at_end()),
            (Action::TourBack, tour.number() > 1),
            (Action::TourOn, !tour.is_at_end()),
        ];
        let hint = |(action, _): (Action, bool)| {
            ((self.first_key(action), action.entry().label(self.look.lang).into_owned()), action)
        };
        offered.into_iter().filter(|(_, is_offered)| *is_offered).map(hint).collect()
    }

    /// Shows the screen of which the step speaks.
    fn show_stop(&mut self) -> Vec<Effect> {
        self.close_all();
        let place = self.tour().map_or(Place::Today, |tour| tour.stop().place);
        let steps = self.show(place);
        let mut effects = self.follow(steps);
        effects.extend(self.resize(self.whole));
        effects
    }

    /// Does for the person what the step asks for, and goes on whatever comes of it. What is to be typed is left
    /// out.
    fn skip_stop(&mut self) -> Vec<Effect> {
        self.close_all();
        let place = self.screen().place();
        let Some((tour, _)) = &mut self.tour else { return Vec::new() };
        let types = |action: &Action| matches!(action, Action::Filter | Action::CaptureLine | Action::Help);
        let way = if tour.is_at_end() { Vec::new() } else { Stop::way(tour.stop(), place) };
        tour.skip();
        let done = way.into_iter().filter(|action| !types(action));
        // What one action shows is read before the next is done.
        done.flat_map(|action| [Effect::Again(action, 1), Effect::Read]).collect()
    }

    /// Leaves the tour; who came from a book of their own is asked whether they go back there.
    fn leave_tour(&mut self) -> Vec<Effect> {
        let lang = self.look.lang;
        let Some((tour, is_shown)) = &mut self.tour else { return Vec::new() };
        *is_shown = false;
        let (is_at_end, home) = (tour.is_at_end(), tour.home().map(PathBuf::from));
        let again = self.first_key(Action::ShowRound);
        self.say(Notice::hint(match is_at_end {
            true => tr!(lang, "tour.over", again = again),
            false => tr!(lang, "tour.left", again = again),
        }));
        if let Some(home) = home {
            let item = |label: Cow<'_, str>, then| Item { label: label.into_owned(), then };
            let items = vec![
                item(tr!(lang, "tour.own_book"), vec![Effect::OpenBook(home).into()]),
                item(tr!(lang, "tour.stay"), Vec::new()),
            ];
            let title = tr!(lang, "tour.where_now").into_owned();
            self.open(Box::new(Choose::numbered(title, String::new(), items)));
        }
        self.resize(self.whole)
    }

    /// The key of an action to be shown first, here.
    fn first_key(&self, action: Action) -> String {
        self.keymap.keys_of(action, &self.scopes()).into_iter().next().unwrap_or_default()
    }

    /// Closes what is open over the screen or being typed into it, as Esc does; what was typed is kept as a draft
    /// where there are drafts.
    fn close_all(&mut self) {
        for _ in 0..self.dialogs.len() {
            let Some(dialog) = self.dialogs.last_mut() else { break };
            let steps = dialog.update(Action::Cancel, &self.look);
            self.follow(steps);
        }
        self.dialogs.clear();
        if self.screen().takes_text() {
            let steps = self.screens[self.current].update(Action::Cancel, &self.look);
            self.follow(steps);
        }
    }
}
