//! The calendar as one of the screens: its keys, what is chosen in it, and the way back to it.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{CalendarScreen, TABLES};
use crate::domain::calendar::{Extent, later};
use crate::store::{self, Book, Changes};
use crate::tr;
use crate::tui::action::{Action, Scope};
use crate::tui::dialogs::question::Question;
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::screens::today::settle;
use crate::tui::screens::{Chosen, Place, Screen, Visit};
use crate::tui::step::Step;

impl Screen for CalendarScreen {
    fn place(&self) -> Place {
        Place::Calendar
    }

    fn title(&self, look: &Look) -> String {
        tr!(look.lang, "calendar.title").into_owned()
    }

    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Calendar, Scope::Record, Scope::List]
    }

    fn offers(&self, action: Action) -> bool {
        let Some(day) = self.day else { return !matches!(action, Action::OpenRecord | Action::SettleDue) };
        let item = self.items_on(day).get(self.line);
        match action {
            Action::OpenRecord => item.is_some(),
            Action::SettleDue => item.is_some_and(|item| item.kind.due().is_some()),
            Action::DayEarlier
            | Action::DayLater
            | Action::SevenEarlier
            | Action::SevenLater
            | Action::MoveToDay => item.is_some_and(|item| item.kind.can_move()),
            Action::NextPane | Action::PreviousPane => self.items_on(day).len() > 1,
            _ => true,
        }
    }

    fn update(&mut self, action: Action, look: &Look) -> Vec<Step> {
        let day = self.day(look);
        let (first, last) = self.extent.around(day);
        let is_month = self.extent == Extent::Month;
        match action {
            Action::OpenRecord => self.open(look),
            Action::SettleDue => self.due(look).map(|due| settle::settle(&due)).into_iter().collect(),
            Action::DayEarlier => self.move_by(-1, look),
            Action::DayLater => self.move_by(1, look),
            Action::SevenEarlier => self.move_by(-7, look),
            Action::SevenLater => self.move_by(7, look),
            Action::MoveToDay => self.move_to(look),
            Action::AddOnDay => self.add(look),
            Action::SwitchExtent => {
                self.extent = self.extent.other();
                vec![Effect::Read.into()]
            }
            Action::ShowTheDay => self.choose_day(look.today),
            Action::GoToDay => vec![Effect::Ask(Question::GoToDay(day)).into()],
            Action::NextPeriod | Action::PageDown => self.turn_to(self.extent.turned(day, 1), look),
            Action::PreviousPeriod | Action::PageUp => self.turn_to(self.extent.turned(day, -1), look),
            Action::NextPane => self.turn(true, look),
            Action::PreviousPane => self.turn(false, look),
            Action::CellLeft => self.choose_day(later(day, -1)),
            Action::CellRight => self.choose_day(later(day, 1)),
            Action::First => self.choose_day(first),
            Action::Last => self.choose_day(last),
            Action::Down if is_month => self.choose_day(later(day, 7)),
            Action::Up if is_month => self.choose_day(later(day, -7)),
            Action::Down => self.walk(true, look),
            Action::Up => self.walk(false, look),
            _ => Vec::new(),
        }
    }

    fn chosen(&self) -> Option<Chosen> {
        self.chosen.clone()
    }

    fn stands_on(&self) -> Option<Chosen> {
        let day = self.day?;
        // Which day it is matters only before one is chosen.
        let item = self.items_on(day).get(self.line)?;
        super::own(item)
    }

    fn visit(&self) -> Visit {
        let pane = usize::from(self.extent == Extent::Month);
        Visit { days: self.day.map(|day| (day, day)), line: Some(self.line), pane, ..Visit::default() }
    }

    fn revisit(&mut self, visit: Visit) {
        if let Some(line) = visit.line {
            self.extent = if visit.pane == 1 { Extent::Month } else { Extent::Week };
            self.line = line;
        }
        self.day = visit.days.map(|(day, _)| day).or(self.day);
    }

    fn resized(&mut self, _look: &Look) -> Vec<Step> {
        Vec::new()
    }

    fn changed(&mut self, changes: Option<&Changes>) {
        if changes.is_none_or(|changes| changes.touch(TABLES)) {
            (self.read, self.chosen) = (None, None);
        }
    }

    fn read(&mut self, book: &Book, look: &Look) -> store::Result<()> {
        self.day = Some(self.day(look));
        self.refresh(book, look)
    }

    fn signs(&self, look: &Look) -> Vec<(String, String)> {
        vec![("!".to_owned(), tr!(look.lang, "funnel.sign_overdue").into_owned())]
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        self.draw_all(look, area, buf);
        None
    }
}
