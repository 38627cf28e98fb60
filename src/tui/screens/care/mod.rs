//! Care: how accounts fare and how they are cared for, over the whole book. Every line leads to where it is
//! mended.

mod draw;
mod part;
#[cfg(test)]
mod tests;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::record::Tab;
use super::{Chosen, Place, Screen, Visit};
use crate::domain::entry::EntryKind;
use crate::domain::id::Id;
use crate::domain::word::RecordKind;
use crate::report::model::{CareOut, HealthOut};
use crate::report::rows;
use crate::store::view::list::Clause;
use crate::store::view::today::{CareDue, Due};
use crate::store::{self, Book, Changes};
use crate::tr;
use crate::tui::action::{Action, Scope};
use crate::tui::dialogs::question::{Question, Telling};
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::step::Step;
use crate::tui::travel;
use crate::tui::widgets::list::Cursor;
use draw::Parts;
use part::Part;

/// The screen's state.
#[derive(Debug, Default)]
pub struct CareScreen {
    part: Part,
    line: Cursor,
    health: Vec<HealthOut>,
    care: CareOut,
    due: CareDue,
    is_read: bool,
}

impl CareScreen {
    /// How many lines the shown part has.
    fn number(&self) -> usize {
        match self.part {
            Part::Health => self.health.len(),
            Part::Promises => self.care.accounts.len(),
            Part::Quiet | Part::Complaints | Part::Days => self.waiting().len(),
        }
    }

    /// What is due of the shown part; nothing where that is no list of such.
    fn waiting(&self) -> &[Due] {
        match self.part {
            Part::Quiet => &self.due.quiet,
            Part::Complaints => &self.due.complaints,
            Part::Days => &self.due.special_days,
            Part::Health | Part::Promises => &[],
        }
    }

    fn parts(&self, look: &Look) -> Parts {
        Parts::of(look.room(), self.care.rhythm.len())
    }

    fn settle(&mut self, look: &Look) {
        self.line.choose(self.line.at(), self.number(), self.parts(look).lines.height.into());
    }

    fn turn_to(&mut self, part: Part) -> Vec<Step> {
        (self.part, self.line) = (part, Cursor::default());
        vec![Effect::Read.into()]
    }

    /// The account that the chosen line is, where it is one: its id and its name.
    fn account(&self) -> Option<(Id, &str)> {
        match self.part {
            Part::Health => self.health.get(self.line.at()).map(|one| (one.id, one.account.as_str())),
            Part::Promises => {
                self.care.accounts.get(self.line.at()).map(|one| (one.id, one.account.as_str()))
            }
            _ => None,
        }
    }

    /// Where the chosen line is mended.
    fn open(&self) -> Option<Step> {
        if let Some((id, _)) = self.account() {
            let visit = Visit { at: Some(id), tab: Some(Tab::Care), ..Visit::default() };
            return Some(Step::Go(Place::Account, visit));
        }
        let one = self.waiting().get(self.line.at())?;
        Some(match self.part {
            Part::Quiet => travel::to(RecordKind::Contact, one.id),
            Part::Complaints => {
                let telling = Telling::anew(EntryKind::Complaint, one.id).only(&["answered", "answer"]);
                Effect::Ask(Question::Plan(telling)).into()
            }
            _ => Effect::Ask(Question::Edit(RecordKind::SpecialDay, one.id)).into(),
        })
    }
}

impl Screen for CareScreen {
    fn place(&self) -> Place {
        Place::Care
    }

    fn title(&self, look: &Look) -> String {
        tr!(look.lang, "care.title").into_owned()
    }

    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Care, Scope::Record, Scope::List]
    }

    fn offers(&self, action: Action) -> bool {
        match action {
            Action::OpenRecord => self.number() > 0,
            Action::WeighDangers => self.part == Part::Health,
            _ => true,
        }
    }

    fn update(&mut self, action: Action, look: &Look) -> Vec<Step> {
        match action {
            Action::OpenRecord => self.open().into_iter().collect(),
            Action::WeighDangers => vec![Effect::Ask(Question::Weights).into()],
            Action::NextPane => self.turn_to(self.part.moved(1)),
            Action::PreviousPane => self.turn_to(self.part.moved(Part::ALL.len() - 1)),
            other => {
                let height = self.parts(look).lines.height.into();
                self.line.follow(other, self.number(), height);
                Vec::new()
            }
        }
    }

    fn chosen(&self) -> Option<Chosen> {
        if let Some((id, name)) = self.account() {
            let (kind, name) = (RecordKind::Account, name.to_owned());
            return Some(Chosen { kind, id, name, account: Some(id), status: None });
        }
        let one = self.waiting().get(self.line.at())?;
        let (kind, id, name) = match (self.part, one.belongs.contact) {
            (Part::Quiet | Part::Days, Some(contact)) => (RecordKind::Contact, contact, one.contact.clone()),
            _ => (RecordKind::Account, one.belongs.account?, one.account.clone()),
        };
        let account = one.belongs.account;
        Some(Chosen { kind, id, name: name.unwrap_or_default(), account, status: None })
    }

    fn visit(&self) -> Visit {
        Visit { pane: self.part as usize, line: Some(self.line.at()), ..Visit::default() }
    }

    fn revisit(&mut self, visit: Visit) {
        self.part = Part::ALL.get(visit.pane).copied().unwrap_or_default();
        let line = visit.line.unwrap_or_default();
        self.line.choose(line, usize::MAX, usize::MAX);
    }

    fn resized(&mut self, look: &Look) -> Vec<Step> {
        self.settle(look);
        Vec::new()
    }

    fn changed(&mut self, changes: Option<&Changes>) {
        let shown = [
            "account",
            "contact",
            "contact_part",
            "activity",
            "activity_contact",
            "commitment",
            "special_day",
            "complaint",
            "check_up",
            "competitor",
            "intelligence",
            "receivable",
            "deal",
            "small_order",
            "setting",
        ];
        if changes.is_none_or(|changes| changes.touch(&shown)) {
            self.is_read = false;
        }
    }

    fn read(&mut self, book: &Book, look: &Look) -> store::Result<()> {
        if !self.is_read {
            self.health = rows::care::health(look.lang, book, &Clause::default())?;
            self.care = rows::care::care(book)?;
            self.due = book.care_due(rows::care::AHEAD)?;
            self.is_read = true;
        }
        self.settle(look);
        Ok(())
    }

    fn signs(&self, look: &Look) -> Vec<(String, String)> {
        let signs = [("█", tr!(look.lang, "care.sign_in_time")), ("▒", tr!(look.lang, "care.sign_quiet"))];
        signs.into_iter().map(|(sign, words)| (sign.to_owned(), words.into_owned())).collect()
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        self.draw_all(look, area, buf);
        None
    }
}
