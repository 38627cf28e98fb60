//! From one screen to another, from a record to its neighbours, and the way back.

use super::action::Action;
use super::screens::{Chosen, Place, Visit, Within};
use super::step::Step;
use crate::domain::id::Id;
use crate::domain::word::RecordKind;

/// How many screens the way back leads over.
const LONGEST: usize = 200;

/// How many records one has been at are remembered.
const REMEMBERED: usize = 20;

/// Where one has been.
#[derive(Debug, Default)]
pub struct Travel {
    past: Vec<(Place, Visit)>,
    future: Vec<(Place, Visit)>,
    /// The records that one went to or looked into, the latest first.
    visited: Vec<Id>,
}

impl Travel {
    /// One leaves this; what had been gone back from is forgotten.
    pub fn leave(&mut self, place: Place, visit: Visit) {
        self.future.clear();
        self.past.push((place, visit));
        let surplus = self.past.len().saturating_sub(LONGEST);
        self.past.drain(..surplus);
    }

    /// Goes back from `here`.
    pub fn back(&mut self, here: (Place, Visit)) -> Option<(Place, Visit)> {
        let there = self.past.pop()?;
        self.future.push(here);
        Some(there)
    }

    /// Goes forward from `here` to what one went back from.
    pub fn forward(&mut self, here: (Place, Visit)) -> Option<(Place, Visit)> {
        let there = self.future.pop()?;
        self.past.push(here);
        Some(there)
    }

    /// One went to a record, or looked into it.
    pub fn come_to(&mut self, record: Id) {
        self.visited.retain(|known| *known != record);
        self.visited.insert(0, record);
        self.visited.truncate(REMEMBERED);
    }

    /// The records that one went to or looked into, the latest first.
    pub fn visited(&self) -> &[Id] {
        &self.visited
    }

    /// Whether there is a way back, or forward.
    pub fn leads(&self, action: Action) -> bool {
        !if action == Action::GoBack { &self.past } else { &self.future }.is_empty()
    }
}

/// The step from a record to its account, its people, its deals or its activities.
pub fn neighbours(record: &Chosen, action: Action) -> Option<Step> {
    let within = Within { kind: record.kind, id: record.id, name: record.name.clone() };
    let all = Visit { within: Some(within), ..Visit::default() };
    match action {
        Action::ToAccount => {
            let account = record.account.filter(|_| record.kind != RecordKind::Account)?;
            Some(Step::Go(Place::Accounts, Visit { at: Some(account), ..Visit::default() }))
        }
        Action::ToPeople if record.kind != RecordKind::Contact => Some(Step::Go(Place::People, all)),
        Action::ToLog if record.kind != RecordKind::Activity => Some(Step::Go(Place::Log, all)),
        Action::ToDeals if record.kind != RecordKind::Deal => Some(Step::Go(Place::Deals, all)),
        _ => None,
    }
}
