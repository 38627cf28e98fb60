//! One person: who they are, how they think, how to talk to them, and what there has been with them. Four
//! panes; beside each other where there is room, else one at a time.

mod draw;
mod layout;
mod panes;
mod read;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_told;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Chosen, Place, Screen, Visit};
use crate::domain::id::Id;
use crate::domain::word::RecordKind;
use crate::store::{self, Book, Changes};
use crate::tr;
use crate::tui::action::{Action, Scope};
use crate::tui::dialogs::question::Question;
use crate::tui::effect::Effect;
use crate::tui::entry::Entry;
use crate::tui::look::Look;
use crate::tui::step::Step;
use crate::tui::travel::home;
use crate::tui::widgets::sheet::{Stands, Walk};
use layout::Parts;
use read::Person;

/// A part of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Pane {
    /// Who they are.
    Who,
    /// How they think.
    Mind,
    /// How to talk to them.
    Talk,
    /// What there is and was with them.
    History,
}

impl Pane {
    const ALL: [Pane; 4] = [Pane::Who, Pane::Mind, Pane::Talk, Pane::History];

    fn of(number: usize) -> Pane {
        Pane::ALL[number % Pane::ALL.len()]
    }

    fn title(self, look: &Look) -> String {
        match self {
            Pane::Who => tr!(look.lang, "person.who"),
            Pane::Mind => tr!(look.lang, "person.mind"),
            Pane::Talk => tr!(look.lang, "person.talk"),
            Pane::History => tr!(look.lang, "person.history"),
        }
        .into_owned()
    }
}

/// The screen's state.
#[derive(Debug, Default)]
pub struct PersonScreen {
    /// Whom it shows.
    of: Option<Id>,
    /// All that is shown of them, once it was read; nothing where they are gone.
    person: Option<Person>,
    /// The pane whose lines are walked.
    pane: usize,
    walks: [Walk; 4],
    /// What the line stands for at which one stands.
    here: Option<Stands>,
    stale: bool,
}

impl PersonScreen {
    fn pane(&self) -> Pane {
        Pane::of(self.pane)
    }

    fn turn_to(&mut self, pane: usize, look: &Look) {
        self.pane = pane % Pane::ALL.len();
        self.settle(look);
    }

    /// Finds out what the line stands for at which one stands.
    fn settle(&mut self, look: &Look) {
        let area = Parts::of(look.room(), self.pane()).sheet(self.pane());
        let (Some(person), Some(area)) = (&self.person, area) else {
            self.here = None;
            return;
        };
        self.here = person.sheet(self.pane()).at(look, self.walks[self.pane], area).cloned();
    }

    /// The question what this person is in the chosen deal.
    fn seat(&self) -> Option<Question> {
        match (&self.here, self.of) {
            (Some(Stands::Record(deal)), Some(person)) if deal.kind == RecordKind::Deal => {
                Some(Question::Seat(deal.id, person))
            }
            _ => None,
        }
    }

    fn move_in_pane(&mut self, action: Action, look: &Look) {
        let pane = self.pane();
        let area = Parts::of(look.room(), pane).sheet(pane);
        if let (Some(person), Some(area)) = (&self.person, area) {
            person.sheet(pane).follow(look, &mut self.walks[self.pane], action, area);
        }
        self.settle(look);
    }
}

impl Screen for PersonScreen {
    fn place(&self) -> Place {
        Place::Person
    }

    fn title(&self, look: &Look) -> String {
        tr!(look.lang, "person.title").into_owned()
    }

    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Person, Scope::Deal, Scope::Record, Scope::List]
    }

    fn offers(&self, action: Action) -> bool {
        match action {
            Action::FollowLine => self.here.as_ref().is_some_and(|line| home(line).is_some()),
            Action::ObserveMe => true,
            // Only what stands chosen on a line is deleted here, never the person who is looked at.
            Action::DeleteRecord => self.here.is_some(),
            Action::SetSeat => self.seat().is_some(),
            _ => self.person.is_some(),
        }
    }

    fn update(&mut self, action: Action, look: &Look) -> Vec<Step> {
        match action {
            Action::NextPane => self.turn_to(self.pane + 1, look),
            Action::PreviousPane => self.turn_to(self.pane + Pane::ALL.len() - 1, look),
            Action::FollowLine => return self.here.as_ref().and_then(home).into_iter().collect(),
            Action::SetSeat => return self.seat().map(|seat| Effect::Ask(seat).into()).into_iter().collect(),
            other => self.move_in_pane(other, look),
        }
        Vec::new()
    }

    fn chosen(&self) -> Option<Chosen> {
        match &self.here {
            Some(Stands::Record(record)) => Some(record.clone()),
            _ => self.person.as_ref().map(|person| person.chosen.clone()),
        }
    }

    fn is_about(&self) -> Option<Chosen> {
        self.person.as_ref().map(|person| person.chosen.clone())
    }

    fn entry(&self) -> Option<Entry> {
        match &self.here {
            Some(Stands::Entry(entry)) => Some(*entry),
            _ => None,
        }
    }

    fn visit(&self) -> Visit {
        let line = match (&self.person, &self.here) {
            (Some(person), Some(here)) => person.sheet(self.pane()).find(here),
            _ => None,
        };
        Visit { at: self.of, line, pane: self.pane, ..Visit::default() }
    }

    fn revisit(&mut self, visit: Visit) {
        if visit.at != self.of {
            self.person = None;
        }
        self.of = visit.at;
        self.pane = visit.pane % Pane::ALL.len();
        self.walks = Default::default();
        // Who somebody is comes before what they said.
        self.walks[Pane::Who as usize] = Walk::at_head();
        if let Some(line) = visit.line {
            self.walks[self.pane] = Walk::to(line);
        }
        self.here = None;
        self.stale = true;
    }

    fn resized(&mut self, look: &Look) -> Vec<Step> {
        self.settle(look);
        Vec::new()
    }

    fn changed(&mut self, _changes: Option<&Changes>) {
        // Nearly all that a book keeps is told of somebody here, and one person is read in no time.
        self.stale = true;
    }

    fn read(&mut self, book: &Book, look: &Look) -> store::Result<()> {
        if !self.stale {
            return Ok(());
        }
        self.person = match self.of {
            Some(id) => read::person(book, look, id)?,
            None => None,
        };
        self.stale = false;
        if let (Some(person), Some(here)) = (&self.person, &self.here)
            && let Some(line) = person.sheet(self.pane()).find(here)
        {
            self.walks[self.pane] = self.walks[self.pane].at_line(line);
        }
        self.settle(look);
        Ok(())
    }

    fn signs(&self, look: &Look) -> Vec<(String, String)> {
        let signs = [
            ("◆", tr!(look.lang, "person.sign_home")),
            ("⠤ ⠤", tr!(look.lang, "person.sign_own")),
            ("!", tr!(look.lang, "person.sign_quiet")),
        ];
        signs.into_iter().map(|(sign, words)| (sign.to_owned(), words.into_owned())).collect()
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        self.draw_all(look, area, buf);
        None
    }
}
