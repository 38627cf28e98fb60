//! From one screen to another, from a record to its neighbours, and the way back.

use super::action::Action;
use super::dialogs::question::Question;
use super::dialogs::why::Why;
use super::effect::Effect;
use super::entry::Kind;
use super::screens::record::{Tab, View};
use super::screens::{Chosen, Place, Visit, Within};
use super::step::Step;
use super::widgets::sheet::Stands;
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

/// The screen that shows all sides of a record of a kind, where there is one.
pub fn screen_of(kind: RecordKind) -> Option<Place> {
    match kind {
        RecordKind::Account => Some(Place::Account),
        RecordKind::Contact => Some(Place::Person),
        RecordKind::Deal => Some(Place::Deal),
        _ => None,
    }
}

/// The step to all sides of a record or, where it has no screen of its own, to its line in the list.
pub fn open(record: &Chosen) -> Step {
    to(record.kind, record.id)
}

/// As [`open`], to a record of which only its kind and its id are known.
pub fn to(kind: RecordKind, id: Id) -> Step {
    to_part(kind, id, Visit::default())
}

/// The same, to a part of its screen.
pub fn to_part(kind: RecordKind, id: Id, part: Visit) -> Step {
    let place = screen_of(kind).unwrap_or(Place::of(kind));
    Step::Go(place, Visit { at: Some(id), ..part })
}

/// The step from a line to where what it stands for is at home.
pub fn home(line: &Stands) -> Option<Step> {
    match line {
        Stands::Record(record) if is_party(record.kind) || record.kind == RecordKind::Activity => {
            Some(open(record))
        }
        // Promises and special days have no screen: all there is of them stands in their form.
        Stands::Record(record) => Some(Effect::Ask(Question::Edit(record.kind, record.id)).into()),
        Stands::Asks(question) => Some(Effect::Ask((**question).clone()).into()),
        Stands::Does(deed) => Some(Effect::Do(deed.clone()).into()),
        Stands::Measure(measured) => Some(Step::Open(Box::new(Why::of(*measured)))),
        Stands::Leads(place, visit) => Some(Step::Go(*place, visit.clone())),
        // Evidence is only withdrawn, or outweighed.
        Stands::Entry(entry) if entry.kind == Kind::Evidence => None,
        Stands::Entry(entry) if matches!(entry.kind, Kind::Link | Kind::Recollection | Kind::Plan(_)) => {
            Some(Effect::Ask(Question::EditEntry(*entry)).into())
        }
        Stands::Entry(entry) => {
            Some(Step::Go(Place::Register, Visit { entry: Some(*entry), ..Visit::default() }))
        }
    }
}

/// As [`home`], with the reading that what opens there waits for.
pub fn follow(line: &Stands) -> Vec<Step> {
    let reads = matches!(line, Stands::Measure(_)).then(|| Effect::Read.into());
    home(line).into_iter().chain(reads).collect()
}

/// Whether records of a kind are those that one sells to: accounts, people and deals.
pub fn is_party(kind: RecordKind) -> bool {
    matches!(kind, RecordKind::Account | RecordKind::Contact | RecordKind::Deal)
}

/// Whether an action leads from a record to its [`neighbours`].
pub fn is_next_door(action: Action) -> bool {
    use Action::*;
    matches!(action, ToAccount | ToPeople | ToDeals | ToLog | ShowChart | ShowZipper | ShowCheck)
}

/// The step from a record to its account, its people, its deals or its activities; or to how its people
/// stand to each other and to ours, and whether a proposal speaks to them.
pub fn neighbours(record: &Chosen, action: Action) -> Option<Step> {
    let within = Within { kind: record.kind, id: record.id, name: record.name.clone() };
    let all = Visit { within: Some(within), ..Visit::default() };
    match action {
        Action::ToAccount => {
            let account = record.account.filter(|_| record.kind != RecordKind::Account)?;
            Some(Step::Go(Place::Accounts, Visit { at: Some(account), ..Visit::default() }))
        }
        Action::ShowChart => around(record, Tab::People, View::Chart),
        Action::ShowZipper => around(record, Tab::People, View::Zipper),
        Action::ShowCheck => around(record, Tab::Check, View::default()),
        _ if !is_party(record.kind) && record.kind != RecordKind::Activity => None,
        Action::ToPeople if record.kind != RecordKind::Contact => Some(Step::Go(Place::People, all)),
        Action::ToLog if record.kind != RecordKind::Activity => Some(Step::Go(Place::Log, all)),
        Action::ToDeals if record.kind != RecordKind::Deal => Some(Step::Go(Place::Deals, all)),
        _ => None,
    }
}

/// The step to a side of a deal or, for anything else, of the account that it belongs to; a person is found
/// there.
fn around(record: &Chosen, tab: Tab, view: View) -> Option<Step> {
    let (place, at) = match record.kind {
        RecordKind::Deal => (Place::Deal, record.id),
        _ => (Place::Account, record.account?),
    };
    let on = Some(record.clone()).filter(|record| record.kind == RecordKind::Contact);
    let visit = Visit { at: Some(at), tab: Some(tab), pane: view as usize, on, ..Visit::default() };
    Some(Step::Go(place, visit))
}
