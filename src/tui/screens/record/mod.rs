//! All sides of one record: an account with its plan, or a deal with its needs and its way to the sale.
//! Each side is a sheet of lines that lead on; what is told of a plan is added, changed, ordered and ticked
//! off on it.

mod check;
mod deals;
mod draw;
mod entries;
mod factors;
mod fold;
mod group;
mod head;
mod history;
mod missing;
mod overview;
mod path;
mod people;
mod plan;
mod screen;
mod side;
mod tab;
#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};

use ratatui::layout::Rect;

use super::{Chosen, Place};
use crate::domain::entry::{EntryKind, Holder, Value};
use crate::domain::id::Id;
use crate::domain::word::RecordKind;
use crate::ops::entry::EntryInput;
use crate::report::entry_words;
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::action::Action;
use crate::tui::deed::{Deed, EntryDeed};
use crate::tui::dialogs::choose::{Choose, Item};
use crate::tui::dialogs::question::{Question, Subject, Telling};
use crate::tui::effect::Effect;
use crate::tui::entry::{Entry, Kind};
use crate::tui::look::Look;
use crate::tui::step::Step;
use crate::tui::travel::home;
use crate::tui::widgets::sheet::{Stands, Walk};
use draw::Parts;
use head::Head;
pub use people::View;
use side::Side;
pub use tab::Tab;

/// The screen's state.
pub struct RecordScreen {
    place: Place,
    /// The record.
    of: Option<Id>,
    head: Option<Head>,
    tab: Tab,
    /// How the people are looked at.
    view: people::View,
    /// Those in the tree of people below whom nobody is shown.
    folded: HashSet<Id>,
    side: Side,
    /// Where one stands on each side.
    walks: HashMap<Tab, Walk>,
    /// What the line stands for at which one stands.
    here: Option<Stands>,
    /// The line at which one is to stand once it has been read.
    goal: Option<Stands>,
    is_stale: bool,
}

impl RecordScreen {
    /// The screen of an account.
    pub fn of_accounts() -> RecordScreen {
        RecordScreen::at(Place::Account)
    }

    /// The screen of a deal.
    pub fn of_deals() -> RecordScreen {
        RecordScreen::at(Place::Deal)
    }

    fn at(place: Place) -> RecordScreen {
        RecordScreen {
            place,
            of: None,
            head: None,
            tab: Tab::default(),
            view: people::View::default(),
            folded: HashSet::new(),
            side: Side::default(),
            walks: HashMap::new(),
            here: None,
            goal: None,
            is_stale: true,
        }
    }

    fn is_deal(&self) -> bool {
        self.place == Place::Deal
    }

    fn kind(&self) -> RecordKind {
        if self.is_deal() { RecordKind::Deal } else { RecordKind::Account }
    }

    fn tabs(&self) -> &'static [Tab] {
        if self.is_deal() { Tab::OF_DEAL } else { Tab::OF_ACCOUNT }
    }

    fn record(&self) -> Option<&Chosen> {
        self.head.as_ref().map(|head| &head.record)
    }

    fn holder(&self) -> Option<Holder> {
        self.of.map(|id| if self.is_deal() { Holder::Deal(id) } else { Holder::Account(id) })
    }

    fn walk(&self) -> Walk {
        self.walks.get(&self.tab).copied().unwrap_or_default()
    }

    fn sheet_area(look: &Look) -> Rect {
        Parts::of(look.room()).sheet
    }

    /// Shows another side.
    fn turn_to(&mut self, tab: Tab) -> Vec<Step> {
        self.tab = tab;
        self.side = Side::default();
        self.here = None;
        self.is_stale = true;
        vec![Effect::Read.into()]
    }

    /// The side so many after the one shown.
    fn tab_after(&self, steps: usize) -> Tab {
        let tabs = self.tabs();
        let at = tabs.iter().position(|tab| *tab == self.tab).unwrap_or_default();
        tabs[(at + steps) % tabs.len()]
    }

    /// The entry of a plan at which one stands.
    fn plan_entry(&self) -> Option<(EntryKind, Id)> {
        match &self.here {
            Some(Stands::Entry(Entry { kind: Kind::Plan(kind), id })) => Some((*kind, *id)),
            _ => None,
        }
    }

    /// Asks what is to be added: the kind first, where this side has several.
    fn add(&self, look: &Look) -> Vec<Step> {
        let Some(holder) = self.holder() else { return Vec::new() };
        if let Some(Stands::Asks(question)) = &self.here
            && let Question::Plan(Telling { subject: Subject::New(_), .. }) = **question
        {
            return vec![Effect::Ask((**question).clone()).into()];
        }
        let here = self.plan_entry().and_then(|(_, id)| self.side.entry(id));
        let telling = |kind: EntryKind| {
            let proposed = here.filter(|entry| entry.kind == kind).map(group::kin).unwrap_or_default();
            Telling { proposed, ..Telling::new(kind, holder) }
        };
        let ask = |kind: EntryKind| Step::from(Effect::Ask(Question::Plan(telling(kind))));
        match (self.tab, self.tab.kinds(self.is_deal())) {
            (Tab::People, _) => vec![Effect::Ask(self.new_person()).into()],
            (Tab::Deals, _) => vec![Effect::Ask(Question::Add(RecordKind::Deal, self.of)).into()],
            (_, []) => Vec::new(),
            (_, [only]) => vec![ask(*only)],
            (_, kinds) => {
                let item = |kind: &EntryKind| Item {
                    label: entry_words::kind(look.lang, *kind).into_owned(),
                    then: vec![ask(*kind)],
                };
                let title = tr!(look.lang, "record.choose_kind").into_owned();
                let choose = Choose::new(title, String::new(), kinds.iter().map(item).collect());
                vec![Step::Open(Box::new(choose))]
            }
        }
    }

    /// A person is added to the account, and takes part in a deal as its form tells.
    fn new_person(&self) -> Question {
        match self.of.filter(|_| self.is_deal()) {
            Some(deal) => Question::Edit(RecordKind::Deal, deal),
            None => Question::Add(RecordKind::Contact, self.of),
        }
    }

    /// Whether the chosen entry can be moved among its like.
    fn moved(&self, action: Action) -> Option<Deed> {
        let (kind, id) = self.plan_entry().filter(|(kind, _)| kind.spec().ordered)?;
        let next = self.side.beside(id, action == Action::EntryLater)?;
        let put = EntryDeed::PutAt(Entry { kind: Kind::Plan(kind), id }, self.side.place(next));
        Some(Deed::Entry(put))
    }

    /// Whether the chosen line can be ticked off.
    fn can_tick(&self) -> bool {
        match &self.here {
            Some(Stands::Does(_)) => true,
            Some(Stands::Asks(question)) => {
                matches!(&**question, Question::Plan(telling) if telling.kind == EntryKind::ExitSign)
            }
            _ => self.plan_entry().is_some_and(|(kind, _)| ticked(kind).is_some()),
        }
    }

    /// What ticks off the chosen line, or takes the tick away: an action, a milestone, an instalment, a sign.
    fn tick(&self, look: &Look) -> Option<Deed> {
        match &self.here {
            Some(Stands::Does(deed)) => Some((**deed).clone()),
            Some(Stands::Asks(question)) => match &**question {
                Question::Plan(
                    telling @ Telling { kind: EntryKind::ExitSign, subject: Subject::New(of), .. },
                ) => Some(Deed::Entry(EntryDeed::AddToPlan(telling.kind, *of, telling.as_proposed()))),
                _ => None,
            },
            _ => {
                let (kind, id) = self.plan_entry()?;
                let field = ticked(kind)?;
                let entry = self.side.entry(id)?;
                let input = match entry.day(field) {
                    Some(_) => EntryInput::default().without(field),
                    None => EntryInput::default().with(field, Value::Day(look.today)),
                };
                Some(Deed::Entry(EntryDeed::Plan(kind, id, input)))
            }
        }
    }

    fn follow_line(&self) -> Vec<Step> {
        self.here.as_ref().and_then(home).into_iter().collect()
    }

    /// Finds out what the line stands for at which one stands.
    fn settle(&mut self, look: &Look) {
        self.here = self.side.sheet.at(look, self.walk(), Self::sheet_area(look)).cloned();
    }

    /// Reads the side that is shown; one stays on the line at which one stood, or comes to the one that was
    /// added.
    fn read_all(&mut self, book: &Book, look: &Look) -> Result<()> {
        let Some(id) = self.of else { return Ok(()) };
        self.head = Head::read(book, look, self.kind(), id)?;
        let fresh = match &self.head {
            Some(head) => self.read_side(book, look, &head.record)?,
            None => Side::default(),
        };
        let was_read = !self.side.groups.is_empty() || self.here.is_some();
        let added = fresh.added_to(&self.side).filter(|_| was_read);
        let added = added.map(|entry| Stands::Entry(Entry { kind: Kind::Plan(entry.kind), id: entry.id }));
        let goal = self.goal.take().or(added).or_else(|| self.here.clone());
        self.side = fresh;
        if let Some(line) = goal.and_then(|goal| self.side.sheet.find(&goal)) {
            let walk = self.walk().at_line(line);
            self.walks.insert(self.tab, walk);
        }
        self.settle(look);
        self.is_stale = false;
        Ok(())
    }

    fn read_side(&self, book: &Book, look: &Look, of: &Chosen) -> Result<Side> {
        let holder = if self.is_deal() { Holder::Deal(of.id) } else { Holder::Account(of.id) };
        let mut side = Side::default();
        match (self.tab, self.is_deal()) {
            (Tab::Overview, false) => return overview::of_account(book, look, of),
            (Tab::Overview, true) => return overview::of_deal(book, look, of),
            (Tab::Plan, _) => return plan::read(book, look, of.id),
            (Tab::Path, _) => return path::read(book, look, of.id),
            (Tab::People, _) => people::put(&mut side, book, look, of, (self.view, &self.folded))?,
            (Tab::Check, _) => check::put(&mut side.sheet, book, look, of)?,
            (Tab::Deals, _) => deals::put(&mut side.sheet, book, look, of)?,
            (Tab::History, _) => history::put(&mut side.sheet, book, look, of)?,
            (tab, is_deal) => {
                if tab == Tab::Factors {
                    factors::put_strategy(&mut side.sheet, book, look, holder)?;
                }
                for kind in tab.kinds(is_deal) {
                    entries::put(&mut side, book, look, holder, *kind)?;
                }
            }
        }
        Ok(side)
    }

    fn do_it(deed: Deed) -> Step {
        Effect::Do(Box::new(deed)).into()
    }
}

/// The field that tells since when something of a kind is done with.
fn ticked(kind: EntryKind) -> Option<&'static str> {
    match kind {
        EntryKind::Action | EntryKind::Objective => Some("done"),
        EntryKind::Milestone => Some("reached"),
        EntryKind::Receivable => Some("paid"),
        _ => None,
    }
}
