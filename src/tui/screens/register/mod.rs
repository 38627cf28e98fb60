//! The register: what the book keeps beside accounts, people and deals, list by list.

mod contents;
mod draw;
#[cfg(test)]
mod tests;
mod words;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Place, Screen, Visit};
use crate::domain::id::Id;
use crate::store::view::register::RegisterCounts;
use crate::store::{self, Book, Changes};
use crate::tr;
use crate::tui::action::{Action, Scope};
use crate::tui::deed::{Deed, EntryDeed};
use crate::tui::dialogs::question::Question;
use crate::tui::effect::Effect;
use crate::tui::entry::{Entry, Kind};
use crate::tui::look::Look;
use crate::tui::step::Step;
use crate::tui::widgets::list::Cursor;
use contents::Contents;
use draw::Parts;

/// The tables that it shows something of.
const TABLES: &[&str] = &[
    "product",
    "small_order",
    "quota",
    "exchange_rate",
    "stage",
    "lost_reason",
    "colleague",
    "tag",
    "tagging",
    "custom_field",
    "custom_value",
    "deal",
    "account",
    "setting",
];

/// What has to be read again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
enum Stale {
    /// Nothing.
    Nothing,
    /// The lines, as the list was moved out of what was read.
    View,
    /// Everything.
    #[default]
    All,
}

/// The screen's state.
#[derive(Debug, Default)]
pub struct RegisterScreen {
    kind: Kind,
    counts: RegisterCounts,
    contents: Contents,
    cursor: Cursor,
    /// The entry to be chosen once the list has been read.
    goal: Option<Id>,
    stale: Stale,
}

impl RegisterScreen {
    fn height(&self, look: &Look) -> usize {
        Parts::of(look.room()).rows.height.into()
    }

    fn chosen_id(&self) -> Option<Id> {
        self.contents.id(self.cursor.at())
    }

    /// Shows another list, from its top.
    fn turn_to(&mut self, kind: Kind) -> Vec<Step> {
        self.kind = kind;
        self.contents = Contents::default();
        self.cursor = Cursor::default();
        self.stale = Stale::All;
        vec![Effect::Read.into()]
    }

    /// The list so many places after the one shown.
    fn kind_after(&self, steps: usize) -> Kind {
        let all = Kind::REGISTER;
        let at = all.iter().position(|kind| *kind == self.kind).unwrap_or(0);
        all[(at + steps) % all.len()]
    }

    /// The place that the chosen entry would have, moved up or down among its like.
    fn place_beside(&self, action: Action) -> Option<usize> {
        let (place, of) = self.contents.place(self.cursor.at()).filter(|_| self.kind.is_ordered())?;
        match action {
            Action::EntrySooner => Some(place - 1).filter(|place| *place > 0),
            _ => Some(place + 1).filter(|place| *place <= of),
        }
    }

    fn move_entry(&self, action: Action) -> Vec<Step> {
        let moved = self.entry().zip(self.place_beside(action));
        let deed = moved.map(|(entry, place)| Deed::Entry(EntryDeed::PutAt(entry, place)));
        deed.map(|deed| Effect::Do(Box::new(deed)).into()).into_iter().collect()
    }

    fn move_in_list(&mut self, action: Action, look: &Look) -> Vec<Step> {
        self.cursor.follow(action, self.contents.total(), self.height(look));
        self.read_what_is_in_view(look)
    }

    fn read_what_is_in_view(&mut self, look: &Look) -> Vec<Step> {
        if self.contents.holds(&self.cursor.view(self.contents.total(), self.height(look))) {
            return Vec::new();
        }
        self.stale = self.stale.max(Stale::View);
        vec![Effect::Read.into()]
    }
}

impl Screen for RegisterScreen {
    fn place(&self) -> Place {
        Place::Register
    }

    fn title(&self, look: &Look) -> String {
        tr!(look.lang, "register.title").into_owned()
    }

    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Register, Scope::Record, Scope::List]
    }

    fn offers(&self, action: Action) -> bool {
        match action {
            // Tags come with the records that they are put on.
            Action::AddEntry => self.kind != Kind::Tag,
            Action::EntrySooner | Action::EntryLater => self.place_beside(action).is_some(),
            _ => true,
        }
    }

    fn update(&mut self, action: Action, look: &Look) -> Vec<Step> {
        match action {
            Action::NextList => self.turn_to(self.kind_after(1)),
            Action::PreviousList => self.turn_to(self.kind_after(Kind::REGISTER.len() - 1)),
            Action::AddEntry => vec![Effect::Ask(Question::AddEntry(self.kind, None)).into()],
            Action::EntrySooner | Action::EntryLater => self.move_entry(action),
            other => self.move_in_list(other, look),
        }
    }

    fn entry(&self) -> Option<Entry> {
        self.chosen_id().map(|id| Entry { kind: self.kind, id })
    }

    fn visit(&self) -> Visit {
        Visit { entry: self.entry(), ..Visit::default() }
    }

    fn revisit(&mut self, visit: Visit) {
        if let Some(Entry { kind, id }) = visit.entry {
            self.turn_to(kind);
            self.goal = Some(id);
        }
    }

    fn resized(&mut self, look: &Look) -> Vec<Step> {
        self.cursor.choose(self.cursor.at(), self.contents.total(), self.height(look));
        self.read_what_is_in_view(look)
    }

    fn changed(&mut self, changes: Option<&Changes>) {
        if changes.is_none_or(|changes| changes.touch(TABLES)) {
            self.stale = Stale::All;
        }
    }

    fn read(&mut self, book: &Book, look: &Look) -> store::Result<()> {
        let height = self.height(look);
        match self.stale {
            Stale::Nothing => return Ok(()),
            Stale::View => self.contents.read_view(book, look, self.cursor, height)?,
            Stale::All => {
                self.counts = book.register_counts()?;
                let chosen = self.goal.take().or_else(|| self.chosen_id());
                let fresh = Contents::read(book, look, self.kind, &self.counts, chosen, self.cursor, height)?;
                let at = fresh.added_to(&self.contents).or_else(|| fresh.line_of(chosen?));
                self.contents = fresh;
                self.cursor.choose(at.unwrap_or(self.cursor.at()), self.contents.total(), height);
            }
        }
        self.stale = Stale::Nothing;
        Ok(())
    }

    fn signs(&self, look: &Look) -> Vec<(String, String)> {
        vec![("–".to_owned(), tr!(look.lang, "register.sign_none").into_owned())]
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        self.draw_all(look, area, buf);
        None
    }
}
